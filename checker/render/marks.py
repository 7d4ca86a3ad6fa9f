"""Text → pieces: which stretches of a sentence are facts, and which belong to findings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.model import Fact, Sentence, Severity, Span
from checker.render.tally import WORST_FIRST


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that finding ``number`` points at."""

    span: Span
    severity: Severity
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that looks the same throughout.

    ``severity`` is the worst of the findings that it belongs to; ``fact`` says that a value was read here (and that
    no finding covers it); ``ends`` are the numbers of the findings whose mark ends with this piece.
    """

    text: str
    severity: Severity | None = None
    fact: bool = False
    ends: tuple[int, ...] = ()


def by_sentence(marks: Iterable[Mark], sentences: Sequence[Sentence]) -> Mapping[int, tuple[Mark, ...]]:
    """The marks that touch each sentence; a mark without width belongs to the sentence around it."""
    starts = [sentence.start for sentence in sentences]
    ends = [sentence.end for sentence in sentences]
    found: dict[int, tuple[Mark, ...]] = {}
    for mark in marks:
        first = (
            bisect_right(ends, mark.span.start)
            if mark.span.start < mark.span.end
            else bisect_left(ends, mark.span.start)
        )
        last = max(bisect_left(starts, mark.span.end), first + (mark.span.start == mark.span.end))
        for index in range(first, min(last, len(sentences))):
            found[index] = (*found.get(index, ()), mark)
    return found


def pieces(text: str, span: Span, facts: Iterable[Fact], marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Cut ``text[span.start:span.end]`` where a fact or a mark begins or ends; together the pieces are that text."""
    clipped = [mark for mark in (_clip(mark, span) for mark in marks) if mark]
    facts = [
        fact for fact in facts if fact.span.overlaps(span) and not any(fact.span.overlaps(m.span) for m in clipped)
    ]
    stretches: list[Mark | Fact] = [*clipped, *facts]
    bounds = {span.start, span.end}.union(*({s.start, s.end} for s in map(_span_of, stretches)))
    cuts = sorted(cut for cut in bounds if span.start <= cut <= span.end)
    result = [*_points(clipped, span.start)]
    for start, end in pairwise(cuts):
        result.append(_piece(text, Span(start, end), facts, clipped))
        result.extend(_points(clipped, end))
    return tuple(result)


def _span_of(stretch: Mark | Fact) -> Span:
    return stretch.span


def _clip(mark: Mark, span: Span) -> Mark | None:
    start, end = max(mark.span.start, span.start), min(mark.span.end, span.end)
    return Mark(Span(start, end), mark.severity, mark.number) if start <= end else None


def _piece(text: str, span: Span, facts: Iterable[Fact], marks: Sequence[Mark]) -> Piece:
    covering = [mark for mark in marks if mark.span.covers(span)]
    ends = tuple(sorted({mark.number for mark in covering if mark.span.end == span.end}))
    fact = any(fact.span.covers(span) for fact in facts)
    return Piece(text[span.start : span.end], worst(mark.severity for mark in covering), fact, ends)


def _points(marks: Iterable[Mark], position: int) -> Iterable[Piece]:
    """Marks without width, as pieces without text."""
    here = [mark for mark in marks if mark.span.start == mark.span.end == position]
    if here:
        yield Piece("", worst(mark.severity for mark in here), ends=tuple(sorted({mark.number for mark in here})))


def worst(severities: Iterable[Severity]) -> Severity | None:
    """The gravest of some severities; None where there are none."""
    return min(severities, key=WORST_FIRST.index, default=None)
