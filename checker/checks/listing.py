"""Whether a name stands in a list of names ("in Osaka, Kaohsiung and Milan").

What a list enumerates is carried over one by one: where the others have their counterparts, one that has none was left
out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex as re

from checker.model import Span

OTHERS = 2
"""Other members of a list that need their counterparts."""
JOINT = re.compile(r"\s*(?:[,、،，]\s*(?:\p{L}{1,4}\s+)?|\s\p{L}{1,4}\s+|[・·和与與及と])")
"""What may stand between two members: a comma, a short word, or both."""


class Member(NamedTuple):
    """A name of a list, with whether its surest ``word`` was found on the other side, and how surely it is a name."""

    span: Span
    found: bool
    strength: float = 1.0
    word: str = ""


def members(text: str, own: Span, others: Iterable[Member]) -> tuple[Member, ...]:
    """The names that stand in one list with ``own``, in their order."""
    rows = sorted([Member(own, False), *others], key=lambda row: row.span.start)
    at = next(i for i, row in enumerate(rows) if row.span == own)
    return (*tuple(_run(text, rows[at::-1], -1))[::-1], rows[at], *_run(text, rows[at:], 1))


def listed(own: Span, rows: Sequence[Member]) -> bool:
    """Whether the other members of the list that ``own`` stands in have counterparts.

    One of them may lack it as well where twice as many have it: two were left out.
    """
    found = [row.found for row in rows if row.span != own]
    return sum(found) >= OTHERS and len(found) - sum(found) <= sum(found) // OTHERS


def _run(text: str, rows: Sequence[Member], step: int) -> Iterator[Member]:
    """Of the names that follow the first of some rows, each that is joined to the one before it."""
    for near, far in pairwise(rows):
        first, second = (near, far) if step > 0 else (far, near)
        if not JOINT.fullmatch(text, first.span.end, second.span.start):
            return
        yield far
