"""A numeral with what it measures: the percent sign, currency or unit beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from checker.facts.alternatives import (
    abbreviated,
    century,
    dated,
    either_fortnight,
    either_metres_or_millions,
    either_pointed,
    either_year_or_scaled,
    timed,
)
from checker.facts.composition import Numeral
from checker.facts.digits import ascii_digits, is_recent_year
from checker.facts.found import Found, Kind
from checker.facts.hedges import hedge
from checker.facts.lexicon import Entry, Line
from checker.facts.tokens import HANGUL

RATES = frozenset({"kilometer-per-hour", "mile-per-hour", "meter-per-second"})
"""The rates that ``units.toml`` has."""

MAX_SIGN = 2
"""Letters of the longest abbreviation of a currency that is written small before its amount ("kr 100")."""

MEASURES = ("tenths", "basis_points", "points", "percent", "currency", "unit")
"""What a numeral may be measured in, as kinds of the lexicon."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a numeral is measured in, among tokens ``start:end``; its value is ``factor`` times what is written."""

    start: int
    end: int
    kind: Kind
    units: frozenset[str] = frozenset()
    factor: Decimal = Decimal(1)


def measured(line: Line, numeral: Numeral) -> Found:
    """A numeral with its currency, unit or percent sign, and the hedge before it."""
    measure = _own(line, numeral)
    if measure is None and numeral.unit:
        measure = Measure(numeral.start, numeral.end, "unit", frozenset(numeral.unit.split()))
    measure = measure or Measure(numeral.start, numeral.end, "count")
    start, end = min(measure.start, numeral.start), max(measure.end, numeral.end)
    found = Found(
        start,
        end,
        tuple(replace(reading, value=reading.value * measure.factor) for reading in numeral.readings),
        measure.kind,
        measure.units,
        hedge(line, start, end, measure.units),
        numeral.spelled,
        (numeral.weak and not _counts(line, numeral, measure)) or _is_code(line, numeral),
        numeral.magnitude,
        numeral.scale,
    )
    found = either_year_or_scaled(line, numeral, either_metres_or_millions(line, numeral, abbreviated(line, found)))
    found = century(line, numeral, found)
    return dated(line, numeral, either_pointed(line, numeral, timed(line, numeral, either_fortnight(line, found))))


def _own(line: Line, numeral: Numeral) -> Measure | None:
    """What a numeral is measured in: before it, behind it, and behind it where the one before measures another."""
    ahead = _ahead(line, numeral.start)
    if ahead is None or (ahead.kind == "percent" and _has_amount(line, ahead.start)):
        return behind(line, numeral.end) or ahead
    return _instead(line, ahead, numeral.end) or ahead


def _instead(line: Line, ahead: Measure, end: int) -> Measure | None:
    """What follows a numeral right away, where the currency before it is what is spoken of: "die Lira 1,8 Prozent".

    A percentage is no amount, whatever stands before it; "Dolar 45,20 lira" is the price of a dollar, but "$45 lira"
    would be none.
    """
    hit = line.find(end, *MEASURES) if ahead.kind == "currency" else None
    if hit is None or _is_else(line, end, end, hit[0]):
        return None
    share = hit[1].kind in ("percent", "points", "basis_points")
    goes_on = hit[1].kind == "currency" and hit[0] < len(line.tokens) and line.tokens[hit[0]].kind == "number"
    return _measure(end, hit[0], hit[1]) if share or (_is_noun(line, ahead.start) and not goes_on) else None


def _is_noun(line: Line, at: int) -> bool:
    """Whether a currency is named by its word, not by a sign or a code (₺, TRY, Rs)."""
    token = line.tokens[at]
    return token.kind == "character" or (
        token.kind == "word" and len(token.text) > MAX_SIGN and not token.text.isupper()
    )


def _has_amount(line: Line, start: int) -> bool:
    """Whether a number stands before a measure, over a case ending of its own ("4,2:ta prosenttia 27 kuukautta")."""
    link = line.ending_at(start, "link")
    place = (link[0] if link else start) - 1
    return place >= 0 and (
        line.tokens[place].kind == "number" or line.ending_at(start, "cardinal", "scale") is not None
    )


def _counts(line: Line, numeral: Numeral, measure: Measure) -> bool:
    """Whether a word that often is no number is one here: Italian "sei anni" are six years."""
    if line.inside_word(numeral.start):
        return False
    return measure.kind in ("unit", "currency", "percent") and all(reading.value > 1 for reading in numeral.readings)


def _is_code(line: Line, numeral: Numeral) -> bool:
    """Whether digits are part of a telephone or reference number: they begin with 0, or are a known one (911)."""
    if line.tokens[numeral.start].kind == "number" and line.find(numeral.start, "weak"):
        return True
    text = ascii_digits(line.tokens[numeral.start].text)
    return text.isdigit() and len(text) > 1 and text.startswith("0")


def _ahead(line: Line, start: int) -> Measure | None:
    """A percent sign or currency before a numeral; words for currencies stand after it ("won 5 games")."""
    hit = line.ending_at(start, "percent", "currency")
    if hit is None:
        return None
    first = line.tokens[hit[0]]
    if first.kind == "character" and first.form >= HANGUL:  # behind its amount in Korean: 입원 (hospital) ends in 원
        return None
    if (
        first.kind == "word"
        and not first.text[0].isupper()
        and len(first.text) > MAX_SIGN
        and hit[1].kind == "currency"
    ):
        return None
    return Measure(hit[0], start, hit[1].kind, _units(hit[1].value))  # type: ignore[arg-type]


def behind(line: Line, end: int) -> Measure | None:
    """What follows a numeral: percent sign, currency or unit, over a hyphen, a point or "of"."""
    places = [end]
    if end < len(line.tokens) and line.tokens[end].form in ("-", "."):  # 30-jährig, 3,5 Mio. Euro
        places.append(end + 1)
    if link := line.find(end, "link"):
        places.append(link[0])
    for place in places:
        if (hit := line.find(place, *MEASURES)) and not _is_else(line, end, place, hit[0]):
            return _rate(line, end, hit[0], hit[1]) or _either(line, place, _measure(end, hit[0], hit[1]))
    for place in (end + 1, end + 2):
        hit = line.find(place, "currency")
        if hit and all(_is_plain(line, i) for i in range(end, place)) and not _is_sign_of_next(line, place, hit[0]):
            return _measure(end, hit[0], hit[1])
    return None


def _is_sign_of_next(line: Line, start: int, end: int) -> bool:
    """Whether a currency belongs to the amount behind it: 82k applications worth PLN 2 billion."""
    return line.tokens[start].text.isupper() and end < len(line.tokens) and line.tokens[end].kind == "number"


def _is_else(line: Line, end: int, start: int, stop: int) -> bool:
    """Whether what looks like a measure at ``start:stop`` behind a numeral is something else.

    Tenths stand right behind their number: "1 的成绩" is a result of one.
    """
    if start > end and line.find(start, "tenths"):
        return True
    kinds = _is_half(line, start, stop), _is_elided(line, stop), _is_verb(line, end, start), _is_named(line, stop)
    return any(kinds) or _is_auxiliary(line, start, stop)


def _is_auxiliary(line: Line, start: int, end: int) -> bool:
    """Whether what may be hectares is a verb with its participle: "l'indice Mib 40 ha perso", but "40 ha di bosco"."""
    if line.tokens[start].text not in line.lexicon.flags.get("auxiliaries", ()) or end >= len(line.tokens):
        return False
    after = line.tokens[end]
    return after.kind == "word" and after.text.islower() and not line.find(end, "link", "join", "range", "per")


def _is_named(line: Line, end: int) -> bool:
    """Whether a word for a day has its name behind it: يوم الخميس is Thursday, whatever number stands before."""
    unit = line.ending_at(end, "unit")
    return unit is not None and unit[1].value == "day" and line.find(end, "weekday") is not None


def _is_elided(line: Line, end: int) -> bool:
    """Whether a letter is an article before a vowel: "la moitié de l'année" has no litres."""
    if len(line.tokens[end - 1].text) > 1 or end + 1 >= len(line.tokens):
        return False
    mark, word = line.tokens[end : end + 2]
    return mark.form == "'" and mark.glued and word.glued


def _is_verb(line: Line, end: int, at: int) -> bool:
    """Whether a currency that is a verb too stands behind what may be a year: "in 1987 won him"."""
    return line.tokens[at].text in line.lexicon.flags.get("verbs", ()) and is_recent_year(line.tokens[end - 1].text)


def _is_half(line: Line, start: int, end: int) -> bool:
    """Whether a unit that is a rank too begins a compound: 19 second-half minutes."""
    hyphen = line.text(end, end + 1) == "-" and line.tokens[end].glued
    return hyphen and line.find(start, "ordinal") is not None


def _either(line: Line, at: int, measure: Measure) -> Measure:
    """A currency that is a unit too: 147 pounds may be weighed."""
    unit = line.find(at, "unit") if measure.kind == "currency" else None
    if unit is None or unit[0] != measure.end:
        return measure
    return replace(measure, units=measure.units | _units(unit[1].value))


def _measure(start: int, end: int, entry: Entry) -> Measure:
    if entry.kind == "tenths":
        return Measure(start, end, "percent", factor=Decimal(10))
    if entry.kind == "basis_points":
        return Measure(start, end, "points", factor=Decimal("0.01"))
    return Measure(start, end, entry.kind, _units(entry.value))  # type: ignore[arg-type]


def _is_plain(line: Line, at: int) -> bool:
    """Whether a token is a word without meaning for us ("20 *amerických* dolarů") or the hyphen after one."""
    token = line.tokens[at]
    return (token.kind == "word" and not line.hits[at]) or token.form == "-"


def _units(value: object) -> frozenset[str]:
    return value if isinstance(value, frozenset) else frozenset(str(value).split()) if value else frozenset()


def _rate(line: Line, start: int, end: int, entry: Entry) -> Measure | None:
    """Kilometres per hour, where the table of units doesn't have the phrase."""
    per = line.find(end, "per")
    below = line.find(per[0], "unit") if per else None
    if below is None:
        return None
    rates = frozenset(f"{unit}-per-{below[1].value}" for unit in _units(entry.value)) & RATES
    return Measure(start, below[0], "unit", rates) if rates else None
