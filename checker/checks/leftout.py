"""Whether a list of names lost a member: its others stand side by side in the other version, and nothing besides.

That a name isn't heard there may mean that it is spelled in some other way; a list that is shorter by one says that it
isn't there. "Osaka, Kaohsiung and Milan" is one more than "Osaka and Milan".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex as re

from checker.checks.counterpart import spelled
from checker.checks.listing import JOINT, Member
from checker.checks.outcomes import SPELLED
from checker.checks.passage import passage
from checker.checks.scripts import CONTINUOUS
from checker.model import Span

LEAST = 3
"""Members of a list, the lost one among them."""
LONGEST = 600
"""Characters of the other side of a bead that is searched for the members, word by word."""
_WORD = re.compile(r"[\p{L}\p{M}]+(?:['’׳-][\p{L}\p{M}]+)*")
_PIECE = re.compile(r"[^\s,、،，·・和与與及と]+")
"""The same where words have no blanks between them: what stands between the marks and conjunctions of a list."""
_COMMA = re.compile(r"\s*[,、،，]\s*")
_AHEAD, _BEHIND = re.compile(r"[,、،，]\s*(?:[\p{L}\p{M}]{1,4}\s+)?$"), re.compile(r"\s*[,、،，]\s*\p{Lu}")


def left_out(members: Sequence[Member], own: Span, language: str, here: str, other: str) -> bool:
    """Whether ``own`` of the ``members`` of a list is missing in the list of another language's text (``here``).

    All others must be found there one after the other. Where the first is missing no comma goes before the second, and
    where the last is, a conjunction stands earlier than it did.
    """
    rest = [member for member in members if member.span != own]
    if len(members) < LEAST or not all(member.found for member in rest) or len(here) > LONGEST:
        return False
    places = [_place(member.word, language, here, other) for member in rest]
    spans = [place for place in places if place is not None]
    if len(spans) < len(rest) or spans != sorted(spans) or _AHEAD.search(here[: spans[0].start]):
        return False
    joints = [here[a.end : b.start] for a, b in pairwise(spans)]
    return all(JOINT.fullmatch(joint) for joint in joints) and _closed(here, spans[-1], joints[-1])


def _closed(here: str, last: Span, joint: str) -> bool:
    """Whether a list ends with a member: a conjunction goes before it, or no further name follows a comma."""
    return _COMMA.fullmatch(joint) is None and not _BEHIND.match(here, last.end)


def _place(word: str, language: str, here: str, other: str) -> Span | None:
    """Where another language has a word of a name, if it has it once."""
    spans = [
        span
        for span in _pieces(here)
        if spelled(word, language, passage(here[span.start : span.end], other)) >= SPELLED
    ]
    return spans[0] if len(spans) == 1 else None


def _pieces(here: str) -> Iterator[Span]:
    pattern = _PIECE if CONTINUOUS.search(here) else _WORD
    return (Span(*match.span()) for match in pattern.finditer(here))
