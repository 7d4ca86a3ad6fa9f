"""Dates in Chinese characters: 二〇二〇年十月五日, 十月, 六月三十日.

A month alone is weak: it explains the month of another version and is never missed, for 五月 may stand in a name
(五月天). A day is read behind its month only, since 一日 is "a day" as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from checker.facts.lexicon import Line

Part = Literal["year", "month", "day"]

LONGEST: dict[Part, int] = {"month": 12, "day": 31}
FIRST_YEAR = 1000
YEAR_DIGITS = 4
TEN = 10


@dataclass(frozen=True, slots=True)
class Written:
    """A part of a date among tokens ``start:end``, without the sign behind it that says which part it is."""

    start: int
    end: int
    part: Part
    value: int
    weak: bool = False


def find(line: Line, at: int) -> list[Written]:
    """The year, month and day that begin at a token, as far as they follow one another."""
    if line.tokens[at].kind != "character" or line.ending_at(at, "cardinal", "scale") is not None:
        return []
    parts = list(_parts(line, at))
    alone = len(parts) == 1 and parts[0].part == "month" and not _has_company(line, at, parts[0].end + 1)
    return [replace(part, weak=alone) for part in parts]


def _has_company(line: Line, start: int, end: int) -> bool:
    """Whether a year stands before a month, or a number behind it, in digits (2020年十月, 十月5日)."""
    after = line.tokens[end] if end < len(line.tokens) else None
    return line.ending_at(start, "year_after") is not None or (after is not None and after.kind == "number")


def _parts(line: Line, at: int) -> Iterator[Written]:
    year = _year(line, at)
    if year is not None:
        yield year
    month = _counted(line, "month", year.end + 1 if year else at)
    if month is None:
        return
    yield month
    day = _counted(line, "day", month.end + 1)
    if day is not None:
        yield day


def _year(line: Line, at: int) -> Written | None:
    """二〇二〇年: four digits, each for itself."""
    digits = _digits(line, at)
    end = at + len(digits)
    if len(digits) != YEAR_DIGITS or max(digits) >= TEN or line.find(end, "year_after") is None:
        return None
    year = int("".join(map(str, digits)))
    return Written(at, end, "year", year) if year >= FIRST_YEAR else None


def _counted(line: Line, part: Part, at: int) -> Written | None:
    """十月, 三十一日: tens and ones."""
    digits = _digits(line, at)
    end = at + len(digits)
    number = _tens(digits)
    if not 0 < number <= LONGEST[part] or line.find(end, f"{part}_after") is None:
        return None
    return Written(at, end, part, number)


def _tens(digits: Sequence[int]) -> int:
    """The number that is written 三, 十, 十三, 三十 or 三十三; 0 for anything else."""
    match digits:
        case [one]:
            return one
        case [10, one] if one < TEN:
            return TEN + one
        case [tens, 10] if tens < TEN:
            return tens * TEN
        case [tens, 10, one] if max(tens, one) < TEN:
            return tens * TEN + one
    return 0


def _digits(line: Line, at: int) -> list[int]:
    """The number signs of one character each that stand in a row, 0 to 10."""
    digits = []
    while at < len(line.tokens) and (digit := _digit(line, at)) is not None:
        digits.append(digit)
        at += 1
    return digits


def _digit(line: Line, at: int) -> int | None:
    if line.tokens[at].kind != "character":
        return None
    for end, entry in line.hits[at]:
        if end == at + 1 and entry.kind == "cardinal" and 0 <= entry.value <= TEN:
            return int(entry.value)
    return None
