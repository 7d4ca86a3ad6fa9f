"""Passages inside a text: sentences of a quotation, with offsets, and how those of two versions correspond."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker.model import Article, Span
from checker.segment import segment

MAX_PARTS = 40
"""A longer quotation is compared as a whole; the comparison of parts is quadratic."""

SHORTEST = 12
"""Characters below which nothing is cut."""

Score = Callable[[Sequence[int], Sequence[int]], float]
"""How well parts (indices of either side) correspond; above 0 is better than leaving them alone."""

_MOVES = ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1))


def sentences(text: str, span: Span, language: str) -> tuple[Span, ...]:
    """The sentences of ``text[span.start:span.end]``, trimmed."""
    inner = text[span.start : span.end]
    if len(inner) < SHORTEST:
        return (trimmed(text, span),)
    parts = segment(Article(language, inner, ""))
    return tuple(Span(span.start + part.start, span.start + part.end) for part in parts) or (trimmed(text, span),)


def trimmed(text: str, span: Span) -> Span:
    """A span without white space at its ends."""
    inner = text[span.start : span.end]
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, span.start + len(inner.rstrip())))


def correspond(n: int, m: int, score: Score) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """The best monotone correspondence of ``n`` parts with ``m``: 1-1, 1-2, 2-1 and single leftovers."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(n + 1):
        for j in range(m + 1):
            options = [
                (best[i - a, j - b][0] + (score(range(i - a, i), range(j - b, j)) if a and b else 0.0), (a, b))
                for a, b in _MOVES
                if i >= a and j >= b
            ]
            if options:
                best[i, j] = max(options)
    return tuple(_backwards(best, n, m))[::-1]


def _backwards(
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]], i: int, j: int
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    rows = []
    while i or j:
        a, b = best[i, j][1]
        rows.append((tuple(range(i - a, i)), tuple(range(j - b, j))))
        i, j = i - a, j - b
    return rows
