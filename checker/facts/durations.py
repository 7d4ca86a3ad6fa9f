"""Durations in digits, as results of races are written: 4:31:08, 1:42 Minuten, 4h31'08", 1'42".

Each becomes its hours, minutes and seconds, so that "four hours, 31 minutes and eight seconds" says the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import regex as re

from checker.facts.clock import HALVES
from checker.facts.digits import Reading
from checker.facts.found import Found
from checker.facts.lexicon import Lexicon, Line
from checker.facts.tokens import tokenize
from checker.languages import shared

UNITS = ("hour", "minute", "second")
_SECONDS = r"(?P<second>[0-5]\d(?:[.,]\d{1,3})?)"
_COLONS = re.compile(rf"(?<![\d:.,])(?P<hour>\d{{1,3}}):(?P<minute>[0-5]\d):{_SECONDS}(?![\d:])")
_TWO = re.compile(r"(?<![\d:.,])(\d{1,3}):([0-5]\d(?:[.,]\d{1,3})?)(?![\d:])(?=\s?\p{L})")
_LETTERS = re.compile(
    rf"(?<![\d:.,])(?P<hour>\d{{1,3}})\s?h\s?(?P<minute>[0-5]?\d)"
    rf"(?:\s?(?:min|['’′]|:)\s?{_SECONDS}(?:\s?(?:s|sec)\b|\s?(?:['’′]{{2}}|[″”\"]))?|\s?min\b)(?![\d:])"
)
_MARKS = re.compile(rf"(?<![\d:.,])(?P<minute>\d{{1,2}})\s?['’′]\s?{_SECONDS}\s?(?:['’′]{{2}}|[″”\"])")
_NEXT = 40
"""Characters behind a duration in which its unit, or the word for a clock, is looked for."""


def find(text: str, offset: int, words: Lexicon) -> Iterator[tuple[int, int, tuple[Found, ...]]]:
    """The durations of a text that begins at ``offset``, with what each consists of; they don't overlap."""
    end = 0
    for start, stop, parts in sorted(_candidates(text, words), key=lambda found: (found[0], -found[1])):
        if start >= end:
            end = stop
            yield offset + start, offset + stop, tuple(_found(*part) for part in parts)


def _candidates(text: str, words: Lexicon) -> Iterator[tuple[int, int, tuple[tuple[str, str], ...]]]:
    """Start, end, and the units with their numbers as they are written."""
    if ":" not in text and "h" not in text and not re.search("['’′]", text):
        return
    for pattern in (_LETTERS, _MARKS):
        for match in pattern.finditer(text):
            yield *match.span(), tuple((unit, number) for unit, number in match.groupdict().items() if number)
    for match in _COLONS.finditer(text):
        if not _is_clock(text, *match.span(), words):
            unit = _unit(text, match.end(), words)
            yield match.start(), unit[0] if unit else match.end(), tuple(match.groupdict().items())
    for match in _TWO.finditer(text):
        unit = _unit(text, match.end(), words)
        if unit and not _is_clock(text, *match.span(), words):
            first = UNITS.index(unit[1])
            yield match.start(), unit[0], tuple(zip(UNITS[first : first + 2], match.groups(), strict=True))


def _unit(text: str, at: int, words: Lexicon) -> tuple[int, str] | None:
    """The hours or minutes that stand behind a number, as (end, unit)."""
    line = Line.of(tokenize(text[at : at + _NEXT], at), words)
    hit = line.find(0, "unit") if line.tokens else None
    if hit is None or str(hit[1].value) not in UNITS[:2]:
        return None
    return line.tokens[hit[0] - 1].end, str(hit[1].value)


def _is_clock(text: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether a word or a time zone beside three or two numbers says that they are a time of day."""
    after = Line.of(tokenize(text[end : end + _NEXT], end), words)
    before = Line.of(tokenize(text[max(0, start - _NEXT) : start], 0), words)
    if before.tokens and before.ending_at(len(before.tokens), "clock_before", *HALVES):
        return True
    if not after.tokens:
        return False
    zone = after.tokens[0].text.isupper() and after.tokens[0].form in shared("symbols")["zones"]
    return zone or after.find(0, "clock", *HALVES) is not None


def _found(unit: str, number: str) -> Found:
    return Found(0, 0, (Reading(Decimal(number.replace(",", "."))),), "unit", frozenset({unit}))
