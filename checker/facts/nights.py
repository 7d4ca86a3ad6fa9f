"""The night to Monday begins on Sunday: "in der Nacht zum Montag", "в ночь на понедельник", "natten till måndag".

Other languages name the day before ("late on Sunday") or the day after ("early on Monday"), so both are meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker.facts.dates import Found
from checker.facts.lexicon import Line

WEEK = 7


def overnight(line: Line, parts: Iterable[Found]) -> Iterator[Found]:
    """The parts of dates, weekdays and days behind (or before) such a phrase with the day before as well.

    In "the night to Monday, 12 May" it speaks of both.
    """
    ends: tuple[int, ...] = ()
    for part in parts:
        if part.part in ("weekday", "day") and (_is_named(line, part) or part.start in ends):
            ends = part.end, part.end + 1
            yield replace(part, values=part.values | {_before(part, value) for value in part.values})
        else:
            yield part


def _is_named(line: Line, part: Found) -> bool:
    return line.ending_at(part.start, "night_to") is not None or line.find(part.end, "night_after") is not None


def _before(part: Found, value: int) -> int:
    """The day before: of a weekday in its week, of a first of the month none that is known."""
    return (value - 2) % WEEK + 1 if part.part == "weekday" else max(1, value - 1)
