"""Dates and times, part by part: year, month, day, weekday, time of day, and words like "yesterday".

A date is kept as its parts, each with its own span, because versions write the parts in any order, drop some and add
others; what they share has to agree. Weeks begin with Monday (1), as in ISO 8601.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.facts import clock, handates
from checker.facts.clock import whole
from checker.facts.digits import ascii_digits
from checker.facts.lexicon import Line
from checker.model import Fact

Part = Literal["year", "month", "day", "weekday", "time", "relative"]

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""A bare number of four digits between them may be a year."""

BEGINNINGS = frozenset(
    {
        *("year_before", "month_before", "day_before", "month", "short_month", "weekday", "relative"),
        *("offset", "past", "cardinal", "ordinal", "time_word"),
    }
)
"""What a date or a time begins with where it does not begin with digits, as kinds of the lexicon."""

LONGEST_MONTH = 31
MONTHS = 12


@dataclass(frozen=True, slots=True)
class DatePart(Fact):
    """A part of a date and the numbers it may be: minutes after midnight for a time, none for a relative one."""

    part: Part
    values: frozenset[int]
    weak: bool = False
    """A word that more often is none ("mars", "may", "Mar."): it explains a part of the other side, and is never
    missed."""


@dataclass(frozen=True, slots=True)
class Found:
    """A part among tokens ``start:end``, before it becomes a fact."""

    start: int
    end: int
    part: Part
    values: frozenset[int]
    weak: bool = False


def find(line: Line) -> list[Found]:
    """The parts of dates in a sentence, in reading order, without overlap."""
    found: list[Found] = []
    behind = 0
    for at in range(len(line.tokens)):
        if at < behind or not _may_begin(line, at):
            continue
        group = next((group for reader in _READERS if (group := reader(line, at))), [])
        group = [part for part in group if not found or part.start >= found[-1].end]
        found += sorted(group, key=lambda part: part.start)
        behind = max([at + 1, *(part.end for part in group)])
    return found


def _may_begin(line: Line, at: int) -> bool:
    """Whether a token is a number or a word that a reader looks for: nothing else begins a date."""
    return line.may_begin(at, BEGINNINGS) or line.tokens[at].text == line.lexicon.flags.get("first_year")


def is_year(number: int | None) -> bool:
    """Whether a number may be a year."""
    return number is not None and FIRST_YEAR <= number <= LAST_YEAR


def years(line: Line, number: int) -> frozenset[int]:
    """The years that a number may mean: itself, and in the calendars of the language (Buddhist, Persian, Hijri)."""
    found = {number} if is_year(number) else set()
    for first, last, shift, *rate in line.lexicon.flags.get("calendars", ()):
        if first <= number <= last:
            start = int(number * rate[0] + shift) if rate else number + shift
            found |= {start, start + 1}
    return frozenset(found)


DATE_DIGITS = (1, 2, 4)
"""Digits that a day, a month or a year is written with: three are a group of thousands ("2.025.000")."""


def _numeric(line: Line, at: int) -> list[Found]:
    """03.10.2024, 2024-10-03, 3/10/2024, 25. 12. 2020: three numbers with the same mark between them."""
    token = line.tokens[at]
    if token.kind != "number":
        return []
    text = ascii_digits(token.text)
    if text.count(".") == 2 and "," not in text and " " not in text:
        return _parts(line, [(at, at + 1, int(p)) for p in text.split(".") if len(p) in DATE_DIGITS])
    if pointed := _pointed(line, at, text):
        return pointed
    if partial := _day_and_month(line, at):
        return partial
    marks = [line.tokens[i].form for i in (at + 1, at + 3) if i < len(line.tokens)]
    numbers = [whole(line, i) for i in (at, at + 2, at + 4)]
    if len(marks) < 2 or marks[0] != marks[1] or marks[0] not in "./-" or None in numbers:
        return []
    return _parts(
        line,
        [(i, i + 1, number) for i, number in zip((at, at + 2, at + 4), numbers, strict=True) if number is not None],
    )


def _pointed(line: Line, at: int, text: str) -> list[Found]:
    """6.9. for the sixth of September: a second point that ends no sentence, since a word goes on small behind it."""
    day, _, month = text.partition(".")
    if not (day.isdigit() and month.isdigit() and max(len(day), len(month)) <= 2 and at + 2 < len(line.tokens)):
        return []
    point, word = line.tokens[at + 1 : at + 3]
    if point.text != "." or not point.glued or not word.text[0].islower():
        return []
    if not (0 < int(day) <= LONGEST_MONTH and 0 < int(month) <= MONTHS):
        return []
    return [
        Found(at, at + 1, "day", frozenset({int(day)})),
        Found(at, at + 1, "month", frozenset({int(month)})),
    ]


def _day_and_month(line: Line, at: int) -> list[Found]:
    """24/10, 9/11: too great below for a fraction, or behind a weekday."""
    first, second = whole(line, at), whole(line, at + 2)
    if first is None or second is None or line.tokens[at + 1].form != "/" or not _fits(first, second):
        return []
    after = line.tokens[at + 3].form if at + 3 < len(line.tokens) else ""
    if after == "/" or len(line.tokens[at + 2].text) > 2:
        return []
    if second < MONTHS - 1 and first < second and not _behind_weekday(line, at):
        return []
    days, months = _day_first(line, first, second)
    return [Found(at, at + 1, "day", days), Found(at + 2, at + 3, "month", months)]


def _day_first(line: Line, first: int, second: int) -> tuple[frozenset[int], frozenset[int]]:
    """What day and month two numbers may be: in English, which writes both orders, either may be either."""
    if line.lexicon.flags.get("day_order", "").startswith("d") and second <= MONTHS:
        return frozenset({first}), frozenset({second})
    return frozenset({first, second}), frozenset(n for n in (first, second) if n <= MONTHS)


def _behind_weekday(line: Line, at: int) -> bool:
    """Whether a weekday stands before a token: "Kamis (2/10)", "thứ Năm, 2/10"."""
    if line.ending_at(at, "weekday", "day_before") is not None:
        return True
    return at > 1 and line.tokens[at - 1].form in "(（,，" and line.ending_at(at - 1, "weekday") is not None


def _parts(line: Line, numbers: list[tuple[int, int, int]]) -> list[Found]:
    """Day, month and year of three numbers; behind a year the month comes first."""
    if len(numbers) != 3:
        return []
    first, middle, last = (number for _, _, number in numbers)
    year_first = is_year(first)
    small = (middle, last) if year_first else (first, middle)
    year = first if year_first else last
    if not (is_year(year) or (year < 100 and not year_first)) or not _fits(*small):
        return []
    days, months = _day_first(line, *small)
    if year_first and middle <= MONTHS:
        days, months = frozenset({last}), frozenset({middle})
    places = numbers[1:] if year_first else numbers[:2]
    year_at = numbers[0] if year_first else numbers[2]
    years = frozenset({year} if year >= 100 else {year, 1900 + year, 2000 + year})
    day_at, month_at = (places[1], places[0]) if year_first else (places[0], places[1])
    return [
        Found(*day_at[:2], "day", days),
        Found(*month_at[:2], "month", months),
        Found(*year_at[:2], "year", years),
    ]


def _fits(a: int, b: int) -> bool:
    return 0 < a <= LONGEST_MONTH and 0 < b <= LONGEST_MONTH and min(a, b) <= MONTHS


def _month(line: Line, at: int) -> list[Found]:
    """A month's name, with the day beside it; an abbreviation, or a word with another meaning, is weak without one.

    Such a word is a number or unit, or one of ``maybe_month``: Turkish "ocak" is a mine as well, Hindi मार्च a march.
    """
    hit = line.find(at, "month", "short_month")
    if hit is None or line.find(at, "no_month") or not _named(line, at, hit[0], "month") or _in_surname(line, hit[0]):
        return []
    short = hit[1].kind == "short_month"
    end = hit[0] + (short and line.text(hit[0], hit[0] + 1) == ".")
    days = _days_before(line, at) or _day_after(line, end)
    other = line.find(at, "cardinal", "unit")
    doubtful = (short or other or line.find(at, "maybe_month")) and not days and not _year_beside(line, at, end)
    if doubtful and (line.find(at, "cardinal") or _is_counted(line, at)):
        return []
    weak = bool(doubtful) and (short or other is None or other[0] >= hit[0])  # "tháng Một" is more than a month
    return [*days, Found(at, hit[0], "month", frozenset({int(hit[1].value)}), weak)]


def _named(line: Line, at: int, end: int, kind: str) -> bool:
    """Whether a name is written as names are in the language: "May", not "may"."""
    return any(token.capital for token in line.tokens[at:end]) or kind not in line.lexicon.flags.get("capitals", ())


def _in_surname(line: Line, end: int) -> bool:
    """Whether a hyphen joins a name to what was read as a month: "Theresa May-Webster"."""
    if not line.lexicon.flags.get("months_in_names") or end + 1 >= len(line.tokens) or line.tokens[end].form != "-":
        return False
    hyphen, word = line.tokens[end], line.tokens[end + 1]
    dated = line.find(end + 1, "month", "short_month", "weekday")
    return hyphen.glued and word.glued and word.capital and dated is None


def _year_beside(line: Line, at: int, end: int) -> bool:
    places = (at - 1, end, end + 1)
    return any(is_year(whole(line, place)) for place in places)


def _days_before(line: Line, at: int) -> list[Found]:
    """The day before a month's name, over "of", "de", a point or an ordinal's ending; both days of "9.–11."."""
    place = _skip_back(line, at)
    day = whole(line, place)
    if day is None or not 0 < day <= LONGEST_MONTH:
        return []
    days = [Found(place, place + 1, "day", frozenset({day}))]
    before = _skip_back(line, place)
    if (before < place - 1 and line.find(before + 1, "range", "ordinal_after", "link") is not None) or line.tokens[
        place - 1
    ].form == ".":
        other = whole(line, before)
        if other is not None and 0 < other <= LONGEST_MONTH and place - before <= 3:
            days.insert(0, Found(before, before + 1, "day", frozenset({other})))
    return days


def _skip_back(line: Line, at: int) -> int:
    """The token before ``at`` that is no point, link or ending; at most three are skipped."""
    place = at - 1
    for _ in range(3):
        if place > 0 and (
            line.tokens[place].form in ".-–º°," or line.find(place, "link", "range", "ordinal_after", "day_after")
        ):
            place -= 1
    return place


def _day_after(line: Line, end: int) -> list[Found]:
    """The day after a month's name where the language writes it there (July 9)."""
    day = whole(line, end)
    if not line.lexicon.flags.get("month_first") or day is None or not 0 < day <= LONGEST_MONTH:
        return []
    if line.find(end + 1, "scale", "percent", "currency", "unit"):
        return []
    days = [Found(end, end + 1, "day", frozenset({day}))]
    second = whole(line, end + 2)
    if line.find(end + 1, "range") and second is not None and 0 < second <= LONGEST_MONTH:
        days.append(Found(end + 2, end + 3, "day", frozenset({second})))
    return days


def _marked(line: Line, at: int) -> list[Found]:
    """2019年, 5月, 11日; tháng 5, năm 2019: a number with a word that says which part it is."""
    number = whole(line, at)
    if number is not None:
        return _marked_after(line, at, number)
    greatest: dict[Part, int] = {"year": 0, "month": MONTHS, "day": LONGEST_MONTH}
    for part, longest in greatest.items():
        hit = line.find(at, f"{part}_before")
        number = whole(line, hit[0]) if hit else None
        values = years(line, number) if number is not None and part == "year" else frozenset({number or 0})
        if part == "day" and hit and (partial := _day_and_month(line, hit[0])):
            return partial
        if hit and number is not None and values and (part == "year" or 0 < number <= longest):
            return [Found(hit[0], hit[0] + 1, part, values)]
    era = line.ending_at(at, "era")
    if era and line.tokens[at].text == line.lexicon.flags.get("first_year") and line.find(at + 1, "year_after"):
        return [Found(at, at + 1, "year", frozenset({int(era[1].value) + 1}))]
    return []


def _marked_after(line: Line, at: int, number: int) -> list[Found]:
    if line.find(at + 1, "decade"):
        return []
    era = line.ending_at(at, "era")
    if era and line.find(at + 1, "year_after"):
        return [Found(at, at + 1, "year", frozenset({int(era[1].value) + number, number}))]
    if line.find(at + 1, "year_after") and (values := years(line, number)):
        return [Found(at, at + 1, "year", values)]
    if line.find(at + 1, "month_after") and 0 < number <= MONTHS:
        return [Found(at, at + 1, "month", frozenset({number}))]
    mark, unit = line.find(at + 1, "day_after"), line.find(at + 1, "unit", "currency")
    if mark and 0 < number <= LONGEST_MONTH and (unit is None or unit[0] <= mark[0]):
        return [Found(at, at + 1, "day", frozenset({number}))]
    return []


def _weekday(line: Line, at: int) -> list[Found]:
    hit = line.find(at, "weekday")
    if hit is None or not _named(line, at, hit[0], "weekday") or _is_counted(line, at):
        return []
    return [Found(at, hit[0], "weekday", frozenset({int(hit[1].value)}))]


def _is_counted(line: Line, at: int) -> bool:
    """Whether a word is a unit with its number before it: Romanian "luni" is Monday, and months."""
    if not line.find(at, "unit"):
        return False
    link = line.ending_at(at, "link")
    before = link[0] if link else at
    return before > 0 and (line.tokens[before - 1].kind == "number" or bool(line.ending_at(before, "cardinal")))


def _relative(line: Line, at: int) -> list[Found]:
    hit = line.find(at, "relative")
    return [Found(at, hit[0], "relative", frozenset())] if hit else []


def _time(line: Line, at: int) -> list[Found]:
    read = clock.time(line, at)
    if read is None:
        return []
    weak = line.find(at, "time_word") is not None
    return [Found(at, read[0], "time", read[1], weak)]


def _period(line: Line, at: int) -> list[Found]:
    """A quarter or half by its months (7〜9月期): others count it, so that neither month is missed."""
    first, last = whole(line, at), whole(line, at + 2)
    after = line.find(at + 3, "period_after")
    if first is None or last is None or after is None or not line.find(at + 1, "range"):
        return []
    return [
        Found(at, at + 1, "month", frozenset({first}), weak=True),
        Found(at + 2, after[0], "month", frozenset({last}), weak=True),
    ]


def _han(line: Line, at: int) -> list[Found]:
    return [
        Found(part.start, part.end, part.part, frozenset({part.value}), part.weak) for part in handates.find(line, at)
    ]


_READERS = (_period, _numeric, _time, _han, _marked, _month, _weekday, _relative)
