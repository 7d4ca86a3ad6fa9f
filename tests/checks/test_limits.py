"""What could not be judged is said, once for a comparison."""

from __future__ import annotations

import numpy as np
import pytest

from checker import embed
from checker.checks import limits
from checker.checks.context import Pair
from checker.model import Article, Bead
from checker.pipeline import prepare

ENCODER = embed.load()


def pair(source: str, text: str, target: str, other: str) -> Pair:
    versions = prepare(Article(source, text, "a")), prepare(Article(target, other, "b"))
    vectors = [ENCODER.encode([sentence.text for sentence in version.sentences]) for version in versions]
    beads = tuple(Bead((i,), (i,)) for i in range(min(len(version.sentences) for version in versions)))
    return Pair(versions[0], versions[1], beads, vectors[0], vectors[1], ENCODER)


ENGLISH = "The bridge is closed. The farmers sell cheese. Children play in the yard. It rains. The train is late."
GERMAN = "Die Brücke ist gesperrt. Die Bauern verkaufen Käse. Kinder spielen im Hof. Es regnet. Der Zug ist verspätet."
ESTONIAN = "Sild on suletud. Talunikud müüvad juustu. Lapsed mängivad õues. Sajab vihma. Rong hilineb."


def test_nothing_is_said_of_languages_that_are_known() -> None:
    assert list(limits.unchecked(pair("en", ENGLISH, "de", GERMAN))) == []


def test_a_language_without_a_list_is_named() -> None:
    entries = [entry.reason for entry in limits.unchecked(pair("en", ENGLISH, "et", ESTONIAN))]
    assert [reason for reason in entries if "Estonian" in reason and "single words" in reason]


@pytest.mark.parametrize("alphabet", ["Ⴀ", "ᚠ"])
def test_an_unknown_language_is_one_entry(alphabet: str) -> None:
    words = " ".join(chr(ord(alphabet) + i % 30) * 5 for i in range(40))
    text = ". ".join([words] * 12) + "."
    rows = pair("xx", text, "en", " ".join([ENGLISH] * 3))
    vectors = np.eye(ENCODER.encode(["a"]).shape[1], dtype=np.float32)
    sides = vectors[: len(rows.source.sentences)], vectors[-len(rows.target.sentences) :]
    unlike = Pair(rows.source, rows.target, rows.beads, sides[0], sides[1], ENCODER)
    assert len([entry for entry in limits.unchecked(unlike) if "The model" in entry.reason]) == 1
