"""Times of day: 15:30, 3 pm, half past nine, halb zehn, 下午3点, 19:00 GMT.

A time is the set of minutes after midnight that it may be: both halves of the day where the text doesn't say which.
Where it names a time zone, the set also holds the minute in UTC, moved by a day so that it is never taken for a local
one: 20:00 CET and 19:00 GMT then have a minute in common.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.digits import ascii_digits
from checker.facts.lexicon import Line
from checker.languages import shared

HALF_PAST = 30
SHORT = 3
"""Letters of a word behind an hour that counts nothing ("o 8 w Krakowie")."""
NOON = 720
DAY = 1440
"""Minutes."""

HOURS = 24

HYPHENS = "-‑–"
"""What joins a number to the word that it is a part of."""

HALVES = ("am", "pm", "night")
"""Words for a half of the day, as kinds of the lexicon; "at night" is either: 11 at night, 2 at night."""

DAWN = 6
"""The hour from which "at night" is before midnight."""

Time = tuple[int, frozenset[int]]
"""Where a time ends among the tokens, and its minutes."""


def whole(line: Line, at: int) -> int | None:
    """The whole number that token ``at`` is, written plainly ("2019", not "2,019"); None where it is none."""
    if not 0 <= at < len(line.tokens):
        return None
    text = ascii_digits(line.tokens[at].text)
    return int(text) if text.isdigit() and len(text) <= 4 else None


def time(line: Line, at: int) -> Time | None:
    """The time of day that begins at a token."""
    read = _phrase(line, at) or _digits(line, at) or _spelled(line, at)
    if read is None:
        word = line.find(at, "time_word")
        return (word[0], frozenset({int(word[1].value)})) if word else None
    end, hour, minute = read
    if hour > HOURS or abs(minute) > 59:
        return None
    after, before = line.find(end, *HALVES), line.ending_at(at, *HALVES)
    half = after or before
    end = after[0] if after else end
    minutes = frozenset(_minutes(hour, minute, half[1].kind if half else ""))
    return _zoned(line, end, minutes)


def _minutes(hour: int, minute: int, half: str) -> Iterator[int]:
    total = (hour * 60 + minute) % DAY
    if half:
        late = half == "pm" or (half == "night" and total % NOON >= DAWN * 60)
        yield total % NOON + (NOON if late else 0)
        return
    yield total
    if hour <= 12:
        yield (total + NOON) % DAY


def _zoned(line: Line, end: int, minutes: frozenset[int]) -> Time:
    """With the minutes in UTC where a time zone follows; its letters are capital ("ET", but not French "et")."""
    zones = shared("symbols")["zones"]
    for place in (end, end - 1):
        if place < len(line.tokens) and line.tokens[place].text.isupper() and line.tokens[place].form in zones:
            shift = int(zones[line.tokens[place].form])
            return place + 1, minutes | {DAY + (minute - shift) % DAY for minute in minutes}
    return end, minutes


def _hour(line: Line, at: int) -> tuple[int, int] | None:
    """The hour that digits or a number word give, as (end, hour); Slavic languages count hours with ordinals."""
    number = whole(line, at)
    if number is not None:
        return (at + 1, number) if 0 <= number <= HOURS else None
    word = line.find(at, "cardinal", "ordinal")
    if word is None or not 1 <= word[1].value <= HOURS or word[1].value != int(word[1].value):
        return None
    return word[0], int(word[1].value)


def _phrase(line: Line, at: int) -> tuple[int, int, int] | None:
    """Half past nine, Viertel vor neun; "?" in the table asks for a word like "at" before it (pukul setengah tiga)."""
    offset = line.find(at, "offset")
    if offset is not None and (hour := _hour(line, offset[0])) and (clock := line.find(hour[0], "clock")):
        return clock[0], hour[1], int(offset[1].value * 60)  # साढ़े पांच बजे
    past = line.find(at, "past")
    hour = _hour(line, past[0]) if past else None
    if past is None or hour is None or hour[1] > 12:
        return None
    minute = str(past[1].value)
    if minute.endswith("?") and not (line.ending_at(at, "clock_before") or line.find(hour[0], *HALVES, "clock")):
        return None
    clock = line.find(hour[0], "clock")
    return clock[0] if clock else hour[0], hour[1], int(minute.rstrip("?"))


def _digits(line: Line, at: int) -> tuple[int, int, int] | None:
    """Hour and minute of a time in digits, as (end, hour, minute)."""
    if line.tokens[at].kind != "number":
        return None
    hour = whole(line, at)
    if hour is None:
        return _pointed(line, at)
    mark = line.tokens[at + 1].form if at + 1 < len(line.tokens) else ""
    inner = line.find(at + 1, "clock")
    if mark in (":", "h") or inner:
        place = inner[0] if inner else at + 2
        minute = whole(line, place)
        written = line.tokens[place].text if minute is not None else ""
        if len(written) == 2 and (mark != ":" or (line.tokens[at + 1].glued and line.tokens[place].glued)):
            return _ended(line, _behind_seconds(line, place + 1)), hour, minute or 0
        if half := _half_after(line, at, at + 1):
            return half[0], hour, half[1]
        sure = inner and (not line.find(at + 1, "unit") or line.find(inner[0], *HALVES))
        return (inner[0], hour, 0) if inner and sure else None
    if half := _half_after(line, at, at + 1):
        return half[0], hour, half[1]
    if _half_of_day(line, at + 1) or (line.ending_at(at, "clock_before") and not _is_counted(line, at)):
        return at + 1, hour, 0
    return None


def _is_counted(line: Line, at: int) -> bool:
    """Whether what follows a number is counted by it: "o 12 proc." is by twelve percent, "o 12 osób" by as many people.

    A word of one letter before it says so little that any longer word behind it counts.
    """
    if line.find(at + 1, *HALVES):
        return False
    if line.find(at + 1, "percent", "points", "basis_points", "scale", "currency", "unit"):
        return True
    after = line.tokens[at + 1] if at + 1 < len(line.tokens) else None
    if after is not None and after.glued and after.form in HYPHENS:
        return at + 2 < len(line.tokens) and line.tokens[at + 2].kind == "word"  # "к 24-летнему"
    return after is not None and after.kind == "word" and len(line.tokens[at - 1].form) == 1 and len(after.form) > SHORT


def _behind_seconds(line: Line, end: int) -> int:
    """Behind the seconds of 10:15:30, which no comparison looks at."""
    seconds = whole(line, end + 1)
    if seconds is None or line.tokens[end].form != ":" or not (line.tokens[end].glued and line.tokens[end + 1].glued):
        return end
    return end + 2 if len(line.tokens[end + 1].text) == 2 else end


def _ended(line: Line, end: int) -> int:
    """Behind the word for minutes of 3时30分, or for the clock of 15:30 Uhr."""
    after = line.find(end, "clock")
    minutes = line.find(end, "unit")
    if minutes and minutes[1].value == "minute" and line.tokens[end].kind == "character":
        return minutes[0]
    return after[0] if after else end


def _pointed(line: Line, at: int) -> tuple[int, int, int] | None:
    """15.30 Uhr, 8.30am, alle 23,45: hour and minute in one token, where a word says that it is a time."""
    told = line.find(at + 1, "clock", *HALVES) or line.ending_at(at, "clock_before", *HALVES)
    if not (told or _pointed_range(line, at)):
        return None
    parts = ascii_digits(line.tokens[at].text).replace(",", ".").split(".")
    if len(parts) != 2 or not all(p.isdigit() and len(p) <= 2 for p in parts) or len(parts[1]) != 2:
        return None
    clock = line.find(at + 1, "clock")
    return clock[0] if clock else at + 1, int(parts[0]), int(parts[1])


def _pointed_range(line: Line, at: int) -> tuple[int, int, int] | None:
    """The end of "5.50 and 6.20 in the afternoon", behind which alone a word says that both are times."""
    if not line.find(at + 1, "range") or at + 2 >= len(line.tokens) or line.tokens[at + 2].kind != "number":
        return None
    if not line.find(at + 3, "clock", *HALVES):
        return None
    hour = whole(line, at + 2)  # "9.30 bis 19 Uhr"
    return _pointed(line, at + 2) if hour is None else (at + 3, hour, 0) if hour <= HOURS else None


def _half_after(line: Line, at: int, end: int) -> tuple[int, int] | None:
    """A las nueve y media, neuf heures et demie, 9点半: (end, minutes), where a word says that it is a time."""
    clock = line.find(end, "clock")
    place = clock[0] if clock else end
    hit = line.find(place, "past_after")
    if hit is None:
        return None
    told = clock or line.ending_at(at, "clock_before", *HALVES) or line.find(hit[0], *HALVES)
    return (hit[0], int(hit[1].value)) if told else None


def _half_of_day(line: Line, at: int) -> bool:
    """Whether a word for a half of the day follows that isn't a unit: "9 утра", but not "3 дня" or "dua malam"."""
    return line.find(at, *HALVES) is not None and line.find(at, "unit") is None


def _spelled(line: Line, at: int) -> tuple[int, int, int] | None:
    """Nine o'clock, 下午三点半, девять часов утра: an hour in words with a word that says it is one."""
    hour = _hour(line, at) if line.tokens[at].kind != "number" else None
    if hour is None or not line.find(at, "cardinal", "ordinal"):
        return None
    if line.inside_word(at) and not line.ending_at(at, *HALVES):
        return None
    end, value = hour
    if half := _half_after(line, at, end):
        return half[0], value, half[1]
    clock = line.find(end, "clock")
    if clock is None:
        return (end, value, 0) if _half_of_day(line, end) else None
    sure = line.find(end, "unit") is None or line.ending_at(at, *HALVES) or line.find(clock[0], *HALVES)
    return (clock[0], value, 0) if sure else None
