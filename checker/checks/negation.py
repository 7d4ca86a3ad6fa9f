"""Flags a sentence that denies what the other version affirms, or says the opposite.

One side has a negator, the other nothing that could carry the denial ("without", "refuse", "hardly", "not only"), and
what is denied has its counterpart there: then the negation was lost or put in. Double negation is left alone, and where
a translator says it in other words ("not rare", "häufig"), the denied word has no counterpart, and nothing is said.
Without a negator on either side, plain words for opposite directions ("rose", "fell") stand against each other.

Fires:
    de: Die Gewerkschaft hat dem Angebot nicht zugestimmt. Die Gespräche werden am Montag fortgesetzt.
    en: The union has agreed to the offer. The talks will continue on Monday.

Silent:
    de: Die Gewerkschaft hat dem Angebot nicht zugestimmt. Die Gespräche werden am Montag fortgesetzt.
    en: The union has not agreed to the offer. The talks will continue on Monday.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from checker.checks import lexical
from checker.checks.context import Pair
from checker.checks.opposites import leanings, opposite
from checker.checks.polarity import Polarity, polarity
from checker.checks.yardstick import bead_similarities, yardstick
from checker.languages.frequency import zipf
from checker.languages.names import english_name
from checker.model import Bead, Finding, Sentence, Severity, Span, Version

NAME = "negation"
SEVERITY: Severity = "warning"

LIKE, CLOSE = 0.6, 0.8
"""Relative similarity (:mod:`checker.checks.yardstick`) that a bead needs; freer translations deny in other words."""
AFTER, BEFORE = (0.5, 0.4), (0.65, 0.35)
"""Cosine that a content word behind or before the negator needs with a phrase of the other side, in a bead above
``LIKE`` and in one above ``CLOSE``. On the development articles, whose 46 changed negations leave 38 sentences without
a denial on the other side: 26 found, and 10 findings in 227 faithful articles; none in the faithful articles of the
tests. The exact values matter little: 0.5 and 0.5 above ``CLOSE`` found 23 and 8."""
LONG = 25
"""Content words from which those before the negator count no more: in a long sentence some word is alike by chance."""
CONTENT = 5.6
"""Zipf frequency from which a word is a function word."""
NEIGHBOURS = 2
"""Content words on either side of the negator that are looked at."""
_CLAUSE = re.compile(r"[,;:()—–。，、；：！？!?“”„»«\"]|\.\s")


@dataclass(frozen=True, slots=True)
class _Denial:
    """A negator of one side with the span on the other side that affirms."""

    negator: Span
    affirmed: Span


def check(pair: Pair) -> Iterable[Finding]:
    """Yield the beads where only one side denies."""
    measure = yardstick(pair)
    if not measure.usable:
        return
    similarities = bead_similarities(pair)
    for index, bead in enumerate(pair.beads):
        if bead.source and bead.target and (likeness := measure.relative(float(similarities[index]))) >= LIKE:
            yield from _in_bead(pair, index, bead, close=likeness >= CLOSE)


def _in_bead(pair: Pair, index: int, bead: Bead, *, close: bool) -> Iterator[Finding]:
    rows = tuple(
        _of(sentences, version.article.language)
        for sentences, version in zip(pair.sentences(bead), (pair.source, pair.target), strict=True)
    )
    if rows[0] is None or rows[1] is None:
        return
    if not rows[0].negators and not rows[1].negators:
        yield from _opposites(pair, index, bead)
        return
    for denying, affirming, view in ((0, 1, pair), (1, 0, pair.swapped())):
        one, other = rows[denying], rows[affirming]
        if not (one and other) or not one.negators or one.reversing or other.negators or other.soft:
            continue
        denial = _denial(view, view.beads[index], one.negators[0], close=close)
        if denial is not None:
            yield _finding(pair, index, denial, denies_source=denying == 0)


def _opposites(pair: Pair, index: int, bead: Bead) -> Iterator[Finding]:
    """The first pair of words of a bead that lean to opposite poles."""
    rows = [
        [
            (leaning, Span(sentence.start + leaning.word.start, sentence.start + leaning.word.end))
            for leaning in leanings(sentence.text, version.article.language)
        ]
        for sentence, version in (
            (_joined(pair.source, bead.source), pair.source),
            (_joined(pair.target, bead.target), pair.target),
        )
    ]
    for one, source in rows[0]:
        for other, target in rows[1]:
            if other.pole == opposite(one.pole):
                yield _opposed(pair, index, source, target)
                return


def _joined(version: Version, indices: tuple[int, ...]) -> Sentence:
    """The sentences of one side of a bead as one."""
    start, end = version.sentences[indices[0]].start, version.sentences[indices[-1]].end
    return Sentence(start, end, version.article.text[start:end])


def _opposed(pair: Pair, index: int, source: Span, target: Span) -> Finding:
    (one, first), (other, second) = (
        (english_name(version.article.language), version.article.text[span.start : span.end])
        for version, span in ((pair.source, source), (pair.target, target))
    )
    message = f"The {one} version says “{first}”, the {other} one the opposite, “{second}”."
    return Finding(NAME, SEVERITY, message, index, source, target, (), (first, second))


def _of(sentences: tuple[Sentence, ...], language: str) -> Polarity | None:
    """The polarity of some sentences, with offsets of the article."""
    rows = [(sentence.start, polarity(sentence.text, language)) for sentence in sentences]
    if any(row is None for _, row in rows):
        return None
    negators, soft = (
        tuple(
            Span(start + span.start, start + span.end)
            for start, row in rows
            if row is not None
            for span in getattr(row, kind)
        )
        for kind in ("negators", "soft")
    )
    return Polarity(negators, soft, any(row is not None and row.reversing for _, row in rows))


def _denial(view: Pair, bead: Bead, negator: Span, *, close: bool) -> _Denial | None:
    """What the negator of the source denies, if the target affirms it."""
    own, other = lexical.of_bead(view, bead)
    if not own.spans or not other.spans:
        return None
    likeness = lexical.unit(own.vectors) @ other.phrases().T
    text, language = view.source.article.text, view.source.article.language
    content = [i for i, span in enumerate(own.spans) if _is_content(text[span.start : span.end], language)]
    after = [i for i in content if own.spans[i].start >= negator.end][:NEIGHBOURS]
    before = [i for i in content if own.spans[i].end <= negator.start and len(content) < LONG][-NEIGHBOURS:]
    found = [i for i in after if likeness[i].max() >= AFTER[close]] or [
        i for i in before if likeness[i].max() >= BEFORE[close]
    ]
    if not found:
        return None
    word = int(np.argmax(likeness[found[0], : len(other.spans)]))
    return _Denial(negator, _clause(view.target.article.text, bead, view, other.spans[word]))


def _is_content(word: str, language: str) -> bool:
    return zipf(language, word) < CONTENT and (len(word) > 1 or not word.isascii())


def _clause(text: str, bead: Bead, view: Pair, word: Span) -> Span:
    """The clause of the target sentence around a word."""
    sentence = next(s for i in bead.target if (s := view.target.sentences[i]).span.covers(word))
    cuts = [m.end() for m in _CLAUSE.finditer(text, sentence.start, word.start)]
    end = next((m.start() for m in _CLAUSE.finditer(text, word.end, sentence.end)), sentence.end)
    start = cuts[-1] if cuts else sentence.start
    inner = text[start:end]
    return Span(start + len(inner) - len(inner.lstrip()), end)


def _finding(pair: Pair, index: int, denial: _Denial, *, denies_source: bool) -> Finding:
    languages = english_name(pair.source.article.language), english_name(pair.target.article.language)
    one, other = languages if denies_source else languages[::-1]
    spans = (denial.negator, denial.affirmed) if denies_source else (denial.affirmed, denial.negator)
    version = pair.source if denies_source else pair.target
    word = version.article.text[denial.negator.start : denial.negator.end]
    message = f"The {one} version denies this (“{word}”); the {other} one affirms it."
    return Finding(NAME, SEVERITY, message, index, spans[0], spans[1], (), (word, one, other))
