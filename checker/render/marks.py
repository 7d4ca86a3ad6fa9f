"""Text → pieces: which stretches of a sentence are facts, and which belong to findings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

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
    values = _unmarked(facts, span, clipped)
    bounds = ((s.start, s.end) for s in (span, *values, *(mark.span for mark in clipped)))
    cuts = sorted({bound for pair in bounds for bound in pair})
    # One walk from left to right, for a hostile sentence has thousands of facts and marks.
    read = _covered(values, cuts)
    starting: dict[int, list[Mark]] = {}
    for mark in clipped:
        starting.setdefault(mark.span.start, []).append(mark)
    active: list[Mark] = []
    result: list[Piece] = []
    for place, start in enumerate(cuts):
        begun = starting.get(start, [])
        if points := [mark for mark in begun if mark.span.end == start]:
            result.append(_piece("", points, start))
        active = [mark for mark in (*active, *begun) if mark.span.end > start]
        if place + 1 < len(cuts):
            end = cuts[place + 1]
            result.append(_piece(text[start:end], active, end, fact=read[place]))
    return tuple(result)


def _unmarked(facts: Iterable[Fact], span: Span, marks: Sequence[Mark]) -> list[Span]:
    """Where in a span there are facts that no mark touches."""
    ends: list[int] = []
    starts: list[int] = []
    for mark in sorted(marks, key=lambda mark: mark.span):
        starts.append(mark.span.start)
        ends.append(max(mark.span.end, ends[-1] if ends else 0))
    found = []
    for fact in facts:
        before = bisect_left(starts, fact.end)
        if fact.span.overlaps(span) and not (before and ends[before - 1] > fact.start):
            found.append(Span(max(fact.start, span.start), min(fact.end, span.end)))
    return found


def _covered(spans: Iterable[Span], cuts: Sequence[int]) -> list[bool]:
    """For each cut whether one of some spans, which begin and end at cuts, holds what follows it."""
    depth = dict.fromkeys(cuts, 0)
    for span in spans:
        depth[span.start] += 1
        depth[span.end] -= 1
    return [total > 0 for total in accumulate(depth.values())]


def _clip(mark: Mark, span: Span) -> Mark | None:
    start, end = max(mark.span.start, span.start), min(mark.span.end, span.end)
    return Mark(Span(start, end), mark.severity, mark.number) if start <= end else None


def _piece(text: str, marks: Sequence[Mark], end: int, *, fact: bool = False) -> Piece:
    """A piece that ends at ``end`` and to which some marks belong."""
    ends = tuple(sorted({mark.number for mark in marks if mark.span.end == end}))
    return Piece(text, worst(mark.severity for mark in marks), fact, ends)


def worst(severities: Iterable[Severity]) -> Severity | None:
    """The gravest of some severities; None where there are none."""
    return min(severities, key=WORST_FIRST.index, default=None)
