"""Words that rule something out ("impossible", "ruled out"), and whether a negator takes that back ("not impossible").

The lists are data of each language (``[polarity]`` in ``checker/languages/words``): ``excluded`` words rule something
out by themselves, ``impossible`` ones with a negator of their own ("no chance"), and ``conceivable`` ones take it back
in one word (Polish "niewykluczone"). Where one version rules out what the other does not rule out, half of the doubled
denial was lost; vectors know nothing of that, since both halves are alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
import regex as re

from checker.checks.context import Pair
from checker.checks.entries import lowered
from checker.checks.polarity import listed
from checker.checks.scope import CUT
from checker.model import Bead, Sentence, Span, Version

DENIED, UNSURE = 5, 3
"""Words from an excluding word to a negator in its clause that takes it back, and to any other word that might."""
_WORD = re.compile(r"\w+")


class Exclusion(msgspec.Struct, frozen=True):
    """A word that rules something out; ``denied`` is None where nobody knows whether that is taken back."""

    span: Span
    denied: bool | None


def exclusions(text: str, language: str) -> tuple[Exclusion, ...]:
    """The words of a text that rule something out, or that take it back."""
    plain, negated, taken_back = (_spans(language, key, text) for key in ("excluded", "impossible", "conceivable"))
    if not (plain or negated or taken_back):
        return ()
    negated = _apart(negated, taken_back)
    plain = _apart(plain, (*taken_back, *negated))
    rows = [Exclusion(span, True) for span in taken_back]
    negators = _spans(language, "negators", text)
    rows += [_judged(text, language, span, negators) for span in plain]
    rows += [_judged(text, language, span, _apart(negators, (span,))) for span in negated]
    return tuple(sorted(rows, key=lambda row: row.span.start))


def reversed_exclusion(pair: Pair, bead: Bead) -> tuple[Span, Span] | None:
    """The first excluding words that correspond and of which those of one side alone are taken back.

    They correspond in their order; where either side has another number of them, nobody knows which do. Nothing is said
    where as many are taken back on either side: they may only stand in another order.
    """
    rows = [
        [row for sentence in sentences for row in _placed(sentence, version)]
        for sentences, version in zip(pair.sentences(bead), (pair.source, pair.target), strict=True)
    ]
    denied = [[row.denied for row in side] for side in rows]
    if len(rows[0]) != len(rows[1]) or None in denied[0] + denied[1] or denied[0].count(True) == denied[1].count(True):
        return None
    return next((one.span, other.span) for one, other in zip(*rows, strict=True) if one.denied != other.denied)


def _placed(sentence: Sentence, version: Version) -> Iterator[Exclusion]:
    """The excluding words of a sentence, with offsets of the article."""
    for row in exclusions(sentence.text, version.article.language):
        yield Exclusion(Span(sentence.start + row.span.start, sentence.start + row.span.end), row.denied)


def _judged(text: str, language: str, word: Span, negators: tuple[Span, ...]) -> Exclusion:
    """An excluding word with whether a negator beside it takes it back."""
    for negator in negators:
        between = _between(text, word, negator)
        if len(_WORD.findall(between)) <= DENIED:
            whole = Span(min(word.start, negator.start), max(word.end, negator.end))
            cut = CUT.search(between) or any(_spans(language, key, between) for key in ("and", "but"))
            return Exclusion(word, None) if cut else Exclusion(whole, True)
    others = (span for key in ("soft", "reversing", "weak") for span in _spans(language, key, text))
    doubtful = any(len(_WORD.findall(_between(text, word, span))) <= UNSURE for span in _apart(others, (word,)))
    return Exclusion(word, None if doubtful else False)


def _between(text: str, one: Span, other: Span) -> str:
    return text[min(one.end, other.end) : max(one.start, other.start)]


def _apart(spans: Iterable[Span], others: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(span for span in spans if not any(map(span.overlaps, others)))


def _spans(language: str, key: str, text: str) -> tuple[Span, ...]:
    words = listed(language, key)
    return words.spans(lowered(text)) if words else ()
