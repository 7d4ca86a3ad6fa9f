"""Pairs of sentences that are none: an omission and an addition at one place."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from checker import checks, embed
from checker.checks.context import Pair
from checker.config import Config
from checker.model import Article, Bead
from checker.pipeline import prepare

ENCODER = embed.load()
ARTICLE = tomllib.loads((Path(__file__).parents[1] / "data/checks/article.toml").read_text(encoding="utf-8"))
DROPPED = "Der Fahrer hatte die Türen mehrmals von Hand geöffnet, bevor er die Leitstelle rief."
INSERTED = "The orchestra will play both of the last symphonies on its summer tour of vineyards, abbeys and castles."
TRANSLATED = "The driver had opened the doors by hand several times before he called the control room."


def found(sentence: str, score: float) -> set[str]:
    """The checks that speak of a last bead of a faithful article, which the aligner believes in to some degree."""
    texts = [*ARTICLE["de"], DROPPED], [*ARTICLE["en"], sentence]
    versions = [prepare(Article(lang, "\n".join(rows), lang)) for lang, rows in zip(("de", "en"), texts, strict=True)]
    vectors = [ENCODER.encode([sentence.text for sentence in version.sentences]) for version in versions]
    last = len(versions[0].sentences) - 1
    assert len(versions[1].sentences) - 1 == last
    beads = *(Bead((place,), (place,), 0.99) for place in range(last)), Bead((last,), (last,), score)
    pair = Pair(versions[0], versions[1], beads, vectors[0], vectors[1], ENCODER)
    return {row.check for row in checks.run(pair, Config().levels()) if row.bead == last}


def test_a_doubtful_pair_that_is_unlike_is_an_omission_and_an_addition() -> None:
    assert {"omission", "addition"} <= found(INSERTED, 0.45)
    assert "meaning" not in found(INSERTED, 0.45)


def test_a_believed_pair_that_is_unlike_says_different_things() -> None:
    assert not {"omission", "addition"} & found(INSERTED, 0.9)
    assert found(INSERTED, 0.9)


@pytest.mark.parametrize("score", [0.45, 0.9])
def test_a_translation_is_neither(score: float) -> None:
    assert not found(TRANSLATED, score)
