"""What else a numeral may mean: a year or a decade, metres for millions, decimals behind a bare point, "£30m"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from checker.facts.clock import whole
from checker.facts.composition import Numeral
from checker.facts.dates import is_year, years
from checker.facts.digits import Reading, ascii_digits, is_recent_year
from checker.facts.found import Found, Kind
from checker.facts.lexicon import Line
from checker.languages import shared

FORTNIGHT = (8, 15)
"""Days that some languages give for one week and for two."""

HUNDREDS = frozenset(map(Decimal, range(200, 1000, 100)))
"""What centuries are called by."""

MINUTE = 60


def either_pointed(line: Line, numeral: Numeral, found: Found) -> Found:
    """In ".182" a point without a zero before it makes the digits decimals; they may be what a stray point precedes."""
    at = numeral.start
    digits = ascii_digits(line.tokens[at].text)
    if found.start != at or not digits.isdigit() or not at or not _is_bare_point(line, at - 1):
        return found
    decimals = tuple(replace(reading, value=reading.value.scaleb(-len(digits))) for reading in found.readings)
    return replace(found, start=at - 1, readings=(*decimals, *found.readings))


def _is_bare_point(line: Line, at: int) -> bool:
    """Whether a point stands right before the next token, and right behind no number, word or other point."""
    point, before = line.tokens[at], line.tokens[at - 1] if at else None
    if point.text != "." or not line.tokens[at + 1].glued:
        return False
    return before is None or not point.glued or not (before.kind in ("number", "word") or before.text == ".")


def either_metres_or_millions(line: Line, numeral: Numeral, found: Found) -> Found:
    """In "10m" the letter may be a unit as well as a scale word: both readings are kept."""
    last = numeral.end - 1
    if found.kind != "count" or last == numeral.start or not line.find(last, "unit") or len(line.tokens[last].form) > 2:
        return found
    extra = tuple(replace(reading, value=reading.value / numeral.scale) for reading in found.readings)
    return replace(found, readings=(*found.readings, *extra))


def abbreviated(line: Line, found: Found) -> Found:
    """In "£30m" the letter is an English scale word, also in a text of another language that took it over."""
    sign = line.find(found.start, "currency") if found.kind == "currency" else None
    if sign is None or found.end >= len(line.tokens) or line.tokens[found.end - 1].kind != "number":
        return found
    letters = line.tokens[found.end]
    exponent = shared("symbols")["abbreviations"].get(letters.form) if letters.glued else None
    if exponent is None:
        return found
    scale = Decimal(10) ** exponent
    readings = tuple(replace(reading, value=reading.value * scale) for reading in found.readings)
    return replace(found, end=found.end + 1, readings=readings)


def either_fortnight(line: Line, found: Found) -> Found:
    """Where languages count both ends, "quinze jours" are two weeks and "ocho días" one."""
    if not line.lexicon.flags.get("fortnight") or found.units != {"day"}:
        return found
    shorter = tuple(Reading(reading.value - 1) for reading in found.readings if reading.value in FORTNIGHT)
    return replace(found, readings=(*found.readings, *shorter))


def century(line: Line, numeral: Numeral, found: Found) -> Found:
    """Where a language calls a century by its hundreds, "il Seicento" are the 1600s."""
    values = {reading.value for reading in found.readings}
    if not line.lexicon.flags.get("centuries") or not numeral.spelled or numeral.end != numeral.start + 1:
        return found
    if found.kind != "count" or not line.tokens[numeral.start].capital or not values <= HUNDREDS:
        return found
    return replace(found, kind="decade", readings=tuple(Reading(1000 + value) for value in values))


def timed(line: Line, numeral: Numeral, found: Found) -> Found:
    """In the time 3:51.943 the last number has decimals, whatever the mark before them says in the language."""
    at = numeral.start
    if at < 2 or line.tokens[at - 1].text != ":" or line.tokens[at - 2].kind != "number":
        return found
    glued = line.tokens[at - 1].glued and line.tokens[at].glued
    seconds = tuple(Reading(r.value) for r in found.readings if r.value < MINUTE and r.value % 1)
    return replace(found, readings=seconds) if glued and seconds else found


def either_year_or_scaled(line: Line, numeral: Numeral, found: Found) -> Found:
    """In "2019 millones" the number may be a year, and the rest a vague amount: both readings are kept."""
    last = numeral.end - 1
    if found.kind != "count" or last == numeral.start or not line.find(last, "vague"):
        return found
    if not is_recent_year(line.tokens[last - 1].text) or numeral.scale <= 1:
        return found
    extra = tuple(replace(reading, value=reading.value / numeral.scale) for reading in found.readings)
    return replace(found, readings=(*found.readings, *extra))


def dated(line: Line, numeral: Numeral, found: Found) -> Found:
    """The years that a number in digits may mean: 2019, the 1990s, 2562 of the Buddhist calendar, '13年."""
    number = whole(line, numeral.start) if numeral.end == numeral.start + 1 and not numeral.spelled else None
    if number is None:
        return found
    decade = _decade_end(line, numeral)
    if decade and number % 10 == 0 and found.kind in ("count", "unit"):
        return replace(found, kind="decade", end=decade, readings=decade_years(number), units=frozenset())
    if (found.kind == "count" or found.units == {"year"}) and (values := years(line, number)):
        kind: Kind = "year" if is_year(number) else found.kind
        other = tuple(Reading(Decimal(year)) for year in sorted(values - {number}))
        return replace(found, kind=kind, units=frozenset(), readings=(*found.readings, *other))
    two_digits = number < 100 and len(line.tokens[numeral.start].text) == len("06")
    if two_digits and line.find(numeral.end, "year_after"):
        return replace(found, readings=(*found.readings, *decade_years(number)[1:3]))
    return found


def _decade_end(line: Line, numeral: Numeral) -> int | None:
    """The end of a decade in digits: 1990er, 90-е, 90 के दशक, années 90, anni '90; None where it is none."""
    after = line.find(numeral.end, "decade")
    if _shares_decade(line, numeral.end):
        return numeral.end
    if after and (line.tokens[numeral.end].glued or after[0] > numeral.end + 1):
        return after[0]
    start = numeral.start
    if start and line.tokens[start - 1].form == "'":
        start -= 1
    return numeral.end if line.ending_at(start, "decade_before") else None


def _shares_decade(line: Line, at: int) -> bool:
    """Whether a hyphen stands for the ending of the decade behind it: "700- och 600-talet", "1970- ja 80-luvulla"."""
    if line.text(at, at + 1) != "-" or not line.tokens[at].glued:
        return False
    joint = line.find(at + 1, "range", "join")
    number = joint[0] if joint else at + 1
    ending = line.find(number + 1, "decade")
    return number < len(line.tokens) and line.tokens[number].kind == "number" and ending is not None


def decade_years(number: int) -> tuple[Reading, ...]:
    """The 90s are the 1990s."""
    values = [number] if number >= 100 else [number, 1900 + number, 2000 + number]
    return tuple(Reading(Decimal(value)) for value in [*values, number % 100])
