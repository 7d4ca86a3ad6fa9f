"""Where quotations stand in a line, marks included."""

from __future__ import annotations

from checker.model import Span

CLOSERS = {
    "„": '“”"',
    "‚": "‘’",
    "“": '”"',
    "”": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    '"': '"',
    "「": "」",
    "『": "』",
    "《": "》",
    "＂": "＂",
    "〝": "〞〟",
}
"""What can close a quotation, by the mark that opens it. German closes with “, which opens in English; Swedish and
Finnish use ” on both sides; Danish turns guillemets round."""
CLOSING = frozenset("".join(CLOSERS.values()))
_TWO_FACED = frozenset('”»’‘"›＂')
"""Marks that open here and close there (or are an apostrophe): they open only before a word and after a gap."""


def quotations(line: str) -> list[Span]:
    """The outermost quotations of a line in order; a mark without a partner counts for nothing."""
    found: list[Span] = []
    open_marks: list[tuple[str, int]] = []
    for place, mark in enumerate(line):
        if mark not in CLOSERS and mark not in CLOSING:
            continue
        depth = _closes(line, place, open_marks)
        if depth is not None:
            start = open_marks[depth][1]
            del open_marks[depth:]
            _keep(found, Span(start, place + 1))
        elif mark in CLOSERS and _opens(line, place):
            open_marks.append((mark, place))
    return found


def _closes(line: str, place: int, open_marks: list[tuple[str, int]]) -> int | None:
    """Which open mark, from the innermost of the last three, is closed here."""
    mark = line[place]
    if mark in "'’‘" and place + 1 < len(line) and line[place + 1].isalnum():
        return None
    for depth in range(len(open_marks) - 1, max(len(open_marks) - 4, -1), -1):
        if mark in CLOSERS[open_marks[depth][0]] and place > open_marks[depth][1] + 1:
            return depth
    return None


def _opens(line: str, place: int) -> bool:
    before = line[place - 1] if place else " "
    after = line[place + 1] if place + 1 < len(line) else " "
    if after.isspace():
        return line[place] in "«「『《" or (line[place] == "„")
    return line[place] not in _TWO_FACED or not before.isalnum()


def _keep(found: list[Span], span: Span) -> None:
    """Add a quotation, dropping those that lie inside it."""
    while found and span.covers(found[-1]):
        found.pop()
    found.append(span)
