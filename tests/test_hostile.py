"""Time grows no faster than the text, whatever it holds: ratios of processor time, four times the text for each."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

import pytest

from checker import embed
from checker.align.surface import anchor_vectors
from checker.checks import leftovers, outcomes
from checker.checks.context import Pair
from checker.checks.leftin import ADDRESS
from checker.facts import names, quotes
from checker.model import Article, Bead, Fact, Sentence, Span, Version
from checker.render.marks import Mark, pieces
from checker.segment import segment

ALLOWED = 9.0
"""How much longer four times the text may take: 4 for linear time, 16 for the square, and noise."""
NEGLIGIBLE = 0.03
"""Seconds below which a ratio says nothing."""


def one(text: str, language: str = "en") -> tuple[Article, tuple[Sentence, ...]]:
    return Article(language, text, ""), (Sentence(0, len(text), text),)


def version(text: str, language: str = "en") -> Version:
    article, sentences = one(text, language)
    return Version(article, sentences, tuple(names.extract(article, sentences)))


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def assert_linear(work: Callable[[str], object], unit: str, size: int) -> None:
    """Whether four times the text takes about four times as long."""
    work(unit)
    small, large = (min(seconds(partial(work, unit * n)) for _ in range(3)) for n in (size, 4 * size))
    assert large < NEGLIGIBLE or large / small < ALLOWED, f"{small:.3f} s, then {large:.3f} s"


@pytest.mark.parametrize("unit", ["a", "A", "a-", "Xa ", "xA1", "3a"])
def test_anchors_of_long_words(unit: str) -> None:
    def work(text: str) -> object:
        article, sentences = one(text)
        bare = Version(article, sentences, ((),))
        return anchor_vectors(bare, bare)

    assert_linear(work, unit, 3000)


@pytest.mark.parametrize("unit", ["a", ".", "a.", "-+", "漢", "a@"])
def test_addresses(unit: str) -> None:
    assert_linear(lambda text: ADDRESS.sub("", text), unit, 4000)


@pytest.mark.parametrize("unit", ["Xaqu ", "A. ", "A-", "O'", "アメリカ", "Aa.Bb ", "a\u0301", "ABC "])
@pytest.mark.parametrize("language", ["en", "de", "ja"])
def test_names_of_long_sentences(unit: str, language: str) -> None:
    assert_linear(lambda text: list(names.extract(*one(text, language))), unit, 1000)


@pytest.mark.parametrize("unit", ['"', "“", "„a“ ", "«", "‘’", "」", "' ", '." '])
def test_quotations_of_long_sentences(unit: str) -> None:
    assert_linear(lambda text: list(quotes.extract(*one(text))), unit, 1000)


@pytest.mark.parametrize("unit", ["1.", ". ", "A. ", "„", "(", "-", "!?", "。", ".\n", "a\u0301", "\u202e"])
@pytest.mark.parametrize("language", ["de", "th", "zh"])
def test_segmentation(unit: str, language: str) -> None:
    assert_linear(lambda text: segment(one(text, language)[0]), unit, 4000)


def test_facts_and_marks_of_a_row() -> None:
    def work(text: str) -> object:
        values = [Fact(at, at + 1, "1", frozenset()) for at in range(0, len(text), 2)]
        marks = [Mark(Span(at, at + 2), "error", at) for at in range(0, len(text), 6)]
        return pieces(text, Span(0, len(text)), values, marks)

    assert_linear(work, "1 ", 1000)


def test_a_list_of_names_is_no_sentence_to_compare() -> None:
    syllables = ("qua", "zor", "vul", "xem", "pyk", "wub", "jix", "fod")
    source, target = (
        version(" ".join(f"X{first}{a}{b}{c}" for a in syllables for b in syllables for c in syllables[:4]))
        for first in "oe"
    )
    encoder = embed.load()
    vectors = (encoder.encode([each.article.text]) for each in (source, target))
    pair = Pair(source, target, (Bead((0,), (0,)),), *vectors, encoder)
    assert sum(len(fact.words) for fact in source.facts[0] if isinstance(fact, names.Name)) > outcomes.MAX_WORDS
    assert leftovers.both(pair) == ((), ())
