"""Short quotations: the marked words with a little of what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.model import Span, Unchecked

CONTEXT = 40
"""Characters shown on each side of the marked words."""

LONGEST = 120
"""Characters of the marked words themselves; longer ones lose their middle."""

ELLIPSIS = "…"

_CONTROL = re.compile(
    # Control characters, line and paragraph separators, lone surrogates, and the bidirectional embeddings, overrides
    # and isolates that could make a terminal show a line in another order. The plain marks (LRM, RLM) and joiners,
    # which scripts need, stay.
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Marked words and what stands before and after them, on one line."""

    before: str
    marked: str
    after: str


def excerpt(text: str, span: Span) -> Excerpt:
    """Quote a span with its context, cut at the line's ends and between words where there are some."""
    before = text[max(0, span.start - CONTEXT) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + CONTEXT].partition("\n")[0]
    return Excerpt(
        _cut_start(before) if len(before) == CONTEXT else one_line(before),
        shorten(text[span.start : span.end], LONGEST),
        _cut_end(after) if len(after) == CONTEXT else one_line(after),
    )


def shorten(text: str, longest: int) -> str:
    """The text on one line, without its middle where it is longer than ``longest`` characters."""
    if len(text) <= longest:
        return one_line(text)
    half = (longest - 3) // 2
    return f"{one_line(text[:half])} {ELLIPSIS} {one_line(text[-half:])}"


def one_line(text: str) -> str:
    """The text with white space as single blanks and what could disturb a terminal written as escapes."""
    return legible(re.sub(r"\s+", " ", text))


def legible(text: str) -> str:
    r"""The text with control characters and reordering marks as visible escapes such as ``\x1b``."""
    return _CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def reason(entry: Unchecked) -> str:
    """Why something was not checked, without the path that stands before it wherever reasons are listed."""
    return entry.reason.removeprefix(f"{entry.path}: ")


def _cut_start(text: str) -> str:
    """What follows the first blank, unless that is nearly nothing (scripts without blanks)."""
    _, _, rest = text.partition(" ")
    return ELLIPSIS + one_line(rest if len(rest) > CONTEXT // 2 else text)


def _cut_end(text: str) -> str:
    rest, _, _ = text.rpartition(" ")
    return one_line(rest if len(rest) > CONTEXT // 2 else text) + ELLIPSIS
