"""Text → paragraphs: a line each, but hard-wrapped lines are one."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from checker.model import Span

WRAP_WIDTH = range(50, 101)
"""Widths at which mail and terminals wrap text. Longer lines are paragraphs, shorter ones headlines or verse."""
WRAP_SLACK = 20
"""How much shorter than the longest a wrapped line can be: the next line's first word did not fit."""
LIST_ITEM = regex.compile(r"\s*(?:[-*•●▪◦‣·–—]|\(?\d{1,3}[.)])\s")

_BLOCK = regex.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LINE = regex.compile(r"[^\n]+")


def paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs of a text that hold something, in order."""
    for block in _BLOCK.finditer(text):
        lines = [Span(block.start() + line.start(), block.start() + line.end()) for line in _LINE.finditer(block[0])]
        if _wrapped(text, lines):
            yield Span(lines[0].start, lines[-1].end)
        else:
            yield from lines


def _wrapped(text: str, lines: list[Span]) -> bool:
    """Whether lines are one paragraph cut at a column: three or more, alike in length but for the last, no list."""
    lengths = [line.end - line.start for line in lines]
    longest = max(lengths)
    return (
        len(lines) >= 3
        and longest in WRAP_WIDTH
        and min(lengths[:-1]) > longest - WRAP_SLACK
        and not any(LIST_ITEM.match(text, line.start, line.end) for line in lines)
    )
