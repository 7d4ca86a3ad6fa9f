"""Lone sentences at one place: which may correspond after all."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from checker import embed
from checker.checks.context import Pair
from checker.checks.couples import couples
from checker.model import Article, Bead
from checker.pipeline import prepare

ENCODER = embed.load()
ARTICLE = tomllib.loads((Path(__file__).parents[1] / "data/checks/article.toml").read_text(encoding="utf-8"))


def lone(source: str, target: str, score: float) -> Pair:
    """A faithful pair with one more sentence on either side, each alone with a probability."""
    texts = [*ARTICLE["de"], source], [*ARTICLE["en"], target]
    versions = [prepare(Article(lang, "\n".join(rows), lang)) for lang, rows in zip(("de", "en"), texts, strict=True)]
    vectors = [ENCODER.encode([sentence.text for sentence in version.sentences]) for version in versions]
    last = len(versions[0].sentences) - 1, len(versions[1].sentences) - 1
    assert last[0] == last[1]
    beads = [Bead((place,), (place,), 0.99) for place in range(last[0])]
    beads += [Bead((last[0],), (), score), Bead((), (last[1],), score)]
    return Pair(versions[0], versions[1], tuple(beads), vectors[0], vectors[1], ENCODER)


FREE = "Viele Nachbarn sind darüber wütend.", "Around here people are angry about it."
INSERTED = "Viele Nachbarn sind darüber wütend.", "People at the IMF were angry about it on 12 March 2019."


@pytest.mark.parametrize(("sentences", "alike"), [(FREE, True), (INSERTED, False)], ids=["free", "with other facts"])
def test_a_doubtful_couple_needs_facts_in_common_or_none(sentences: tuple[str, str], alike: bool) -> None:
    assert any(couple.alike for couple in couples(lone(*sentences, 0.5))) is alike


def test_sentences_that_are_surely_alone_are_no_couple() -> None:
    assert not couples(lone(*INSERTED, 0.99))


IDIOM = "Das ließ nicht lange auf sich warten.", "It came at once."
LONGER = "Das ließ nicht lange auf sich warten.", f"It came at once, {', '.join(['as it always does in spring'] * 4)}."


@pytest.mark.parametrize(("sentences", "alike"), [(IDIOM, True), (LONGER, False)], ids=["short", "long"])
def test_short_sentences_without_facts_are_an_idiom(sentences: tuple[str, str], alike: bool) -> None:
    assert any(couple.alike for couple in couples(lone(*sentences, 0.99))) is alike
