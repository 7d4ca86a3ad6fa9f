"""Article → sentences with offsets.

A line is a paragraph (hard-wrapped lines are joined first), a sentence never crosses one. Inside a line every mark
that can end a sentence is a candidate, and the rules of :mod:`checker.segment.boundaries` decide which do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import regex

from checker.languages import section
from checker.model import Article, Sentence, Span
from checker.segment.boundaries import Rules, boundaries
from checker.segment.paragraphs import paragraphs
from checker.segment.spaces import space_boundaries

_WORD = regex.compile(r"[\p{L}\p{N}]")
_LOWER_WORD = regex.compile(r"\b\p{Ll}[\p{L}\p{M}]*+(?!\.)")


def segment(article: Article) -> tuple[Sentence, ...]:
    """Cut an article into sentences whose offsets slice back to the very text.

    Sentences come in order, do not overlap, and together hold every character that is no white space.
    """
    rules = Rules.of(section(article.language, "segmentation"), frozenset(_LOWER_WORD.findall(article.text)))
    return tuple(_sentences(article.text, rules))


def _sentences(text: str, rules: Rules) -> Iterator[Sentence]:
    for number, paragraph in enumerate(paragraphs(text)):
        line = text[paragraph.start : paragraph.end]
        for span in _pieces(line, (space_boundaries if rules.spaces else boundaries)(line, rules)):
            start, end = paragraph.start + span.start, paragraph.start + span.end
            yield Sentence(start, end, text[start:end], number)


def _pieces(line: str, cuts: Iterable[int]) -> Iterator[Span]:
    """The pieces between the cuts; what holds no letter or digit (a stray mark) stays with the piece before it."""
    start = 0
    edges = [*cuts, len(line)]
    for cut, following in pairwise([*edges, len(line)]):
        if cut < len(line) and not _WORD.search(line, cut, following):
            continue
        span = _trimmed(line, start, cut)
        if span.start < span.end:
            yield span
        start = cut


def _trimmed(line: str, start: int, end: int) -> Span:
    raw = line[start:end]
    return Span(start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip()))
