"""Whether a name stands in a list of names ("in Osaka, Kaohsiung and Milan").

What a list enumerates is carried over one by one: where the others have their counterparts, one that has none was left
out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import regex as re

from checker.model import Span

OTHERS = 2
"""Other members of a list that need their counterparts."""
_JOINT = re.compile(r"\s*(?:[,、،，]\s*(?:\p{L}{1,4}\s+)?|\s\p{L}{1,4}\s+|[・·])")
"""What may stand between two members: a comma, a short word, or both."""


def listed(text: str, own: Span, others: Iterable[tuple[Span, bool]]) -> bool:
    """Whether ``own`` stands in a list whose other members, given with whether they were found, have counterparts.

    One of them may lack it as well where twice as many have it: two were left out.
    """
    rows = sorted([(own, False), *others], key=lambda row: row[0].start)
    at = next(i for i, (span, _) in enumerate(rows) if span == own)
    members = (*_run(text, rows[at::-1], -1), *_run(text, rows[at:], 1))
    found = sum(members)
    return found >= OTHERS and len(members) - found <= found // OTHERS


def _run(text: str, rows: Sequence[tuple[Span, bool]], step: int) -> Iterator[bool]:
    """Of the names that follow the first of some rows, each joined to the one before it, whether they were found."""
    for (near, _), (far, found) in pairwise(rows):
        first, second = (near, far) if step > 0 else (far, near)
        if not _JOINT.fullmatch(text, first.end, second.start):
            return
        yield found
