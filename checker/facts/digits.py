"""A number in digits, as it is written → every value it may have.

"200,000" is two hundred thousand or two hundred; which one the language's own convention gives is marked, and the
other version decides (see ``checker.checks.matching``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from checker.languages import cldr, section

MAX_DIGITS = 24
"""Longer runs of digits are reference numbers, compared literally; capping them first keeps conversion cheap."""

IDLE = "00"
"""Nobody writes two idle zeros behind a decimal mark: 4.500 and 200,000 are thousands in any language."""

YEAR_DIGITS = 4
RECENT = (1900, 2100)
"""The years that articles are about, the second one left out."""

SPACES = " \u00a0\u202f\u2009"
_APOSTROPHES = "'’"
_LISTING = "，،、"
"""Commas of full width and of Arabic script: they group digits, but more often stand between two numbers."""
_GROUP_SIZE = 3
_SEPARATORS = re.compile("[.,'’٬٫،．，・\u00a0\u202f\u2009 ]")
_SAME = str.maketrans({"٬": ",", "،": ",", "٫": ".", "．": ".", "，": ",", "・": "."})


@dataclass(frozen=True, slots=True)
class Reading:
    """A value that a text may mean; ``conventional``: read as the language writes its numbers."""

    value: Decimal
    conventional: bool = True


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a language writes numbers: the marks in use, and which of them both ways (regional variants)."""

    decimals: frozenset[str]
    groups: frozenset[str]


@cache
def conventions(language: str) -> Conventions:
    """The conventions of a language; those of English where there is no table."""
    marks, extra = cldr(language, "separators"), section(language, "separators")
    decimals = {marks.get("decimal", "."), *extra.get("decimals", ())}
    groups = {marks.get("group", ","), *extra.get("groups", ()), *SPACES, *_APOSTROPHES}
    return Conventions(frozenset(decimals), frozenset(groups))


def ascii_digits(text: str) -> str:
    """The text with digits of every script as 0-9, and marks of every script as point and comma."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in text).translate(_SAME)


def pieces(text: str) -> list[tuple[int, int]]:
    """The stretches of a token that are numbers of their own: "2019 300" holds two, "1 234" one, "1,2,3" three."""
    if text.isdigit():
        return [(0, len(text))]
    if not text.isascii() and (listed := _listed(text)):
        return [(start + a, start + b) for start, end in listed for a, b in pieces(text[start:end])]
    plain = ascii_digits(text)
    marks = [(match.start(), match.group()) for match in _SEPARATORS.finditer(plain)]
    cuts = [at for at, mark in marks if mark in SPACES] if not _spaces_group(plain) else []
    if not cuts and len(marks) > 1 and {mark for _, mark in marks} == {","} and not _grouped(plain.split(",")):
        cuts = [at for at, _ in marks]
    edges = [-1, *cuts, len(text)]
    return [(a + 1, b) for a, b in pairwise(edges)]


def _listed(text: str) -> list[tuple[int, int]]:
    """The stretches between commas of full width or of Arabic script, where these don't group digits."""
    commas = [at for at, char in enumerate(text) if char in _LISTING]
    stretches = [(a + 1, b) for a, b in pairwise([-1, *commas, len(text)])]
    sizes = [len(text[a:b].partition(".")[0]) for a, b in stretches]
    grouped = sizes[0] <= _GROUP_SIZE and all(size == _GROUP_SIZE for size in sizes[1:])
    decimal = len(commas) == 1 and text[commas[0]] == "،" and sizes[1] < _GROUP_SIZE
    return [] if grouped or decimal or not commas else stretches


def _spaces_group(plain: str) -> bool:
    """Whether the blanks of a number separate groups of three digits."""
    whole = re.split("[.,]", plain)
    if not any(space in plain for space in SPACES):
        return True
    decimals = "".join(whole[1:])
    return len(whole) <= 2 and _grouped(re.split(f"[{SPACES}]", whole[0])) and not any(s in decimals for s in SPACES)


def _grouped(parts: list[str]) -> bool:
    """Whether digits stand in groups: 1–3 first, then three each; or as in India, two each and three last."""
    first, rest = parts[0], parts[1:]
    if not 1 <= len(first) <= _GROUP_SIZE or first.startswith("0") or not rest or len(rest[-1]) != _GROUP_SIZE:
        return False
    sizes = {len(part) for part in rest[:-1]}
    return sizes <= {_GROUP_SIZE} or (sizes <= {2} and len(first) <= 2)


def readings(text: str, habits: Conventions) -> tuple[Reading, ...]:
    """Every value of a number written in digits, the conventional ones first; empty where it is no number.

    Codes with more than :data:`MAX_DIGITS` digits, dates and version numbers ("3.5.1") have none.
    """
    plain = ascii_digits(text)
    marks = _SEPARATORS.findall(plain)
    digits = _SEPARATORS.sub("", plain)
    if len(digits) > MAX_DIGITS or not (digits.isascii() and digits.isdigit()):
        return ()  # digits of a script newer than Python's tables have no value here
    if not marks:
        return (Reading(Decimal(plain)),)
    parts = _SEPARATORS.split(plain)
    found = [*_as_groups(parts, marks, habits), *_as_decimal(parts, marks, habits)]
    return tuple(sorted(dict.fromkeys(found), key=lambda reading: not reading.conventional))


def _as_groups(parts: list[str], marks: list[str], habits: Conventions) -> Iterable[Reading]:
    if len(set(marks)) == 1 and _grouped(parts):
        yield Reading(Decimal("".join(parts)), marks[0] in habits.groups)


def _as_decimal(parts: list[str], marks: list[str], habits: Conventions) -> Iterable[Reading]:
    *groups, last = marks
    if last not in ".," or last in groups:
        return
    if len(set(groups)) > 1 or (groups and not _grouped(parts[:-1])):
        return
    if not groups and _grouped(parts) and parts[-1].endswith(IDLE):
        return
    fits = last in habits.decimals and all(mark in habits.groups for mark in groups)
    yield Reading(Decimal("".join(parts[:-1]) + "." + parts[-1]), fits)


def is_recent_year(text: str) -> bool:
    """Whether a number is written as the years are that articles are about; other four digits more often count."""
    digits = ascii_digits(text)
    return may_be_year(digits) and RECENT[0] <= int(digits) < RECENT[1]


def may_be_year(digits: str) -> bool:
    """Whether four digits more probably are a year than the rest of a number ("10 million 2019")."""
    return len(digits) == YEAR_DIGITS and digits.isdigit()
