"""Offsets → lines and columns, as an editor's program counts them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from checker.model import Article, Span


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an article; ``line`` and ``column`` count from 1 and are None where the file's are not known."""

    start: int
    end: int
    line: int | None
    column: int | None
    text: str


class Places:
    """Finds lines and columns in one article. Columns count characters, as the offsets do."""

    def __init__(self, article: Article) -> None:
        """Note where every line begins; only LF ends a line, which is what reading leaves of CRLF."""
        self._article = article
        self._starts = [0] if article.extracted else _line_starts(article.text)

    def __call__(self, span: Span) -> Place:
        """The place of a span."""
        text = self._article.text[span.start : span.end]
        if self._article.extracted:
            return Place(span.start, span.end, None, None, text)
        line = bisect_right(self._starts, span.start)
        return Place(span.start, span.end, line, span.start - self._starts[line - 1] + 1, text)


def _line_starts(text: str) -> list[int]:
    starts = [0]
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return starts
