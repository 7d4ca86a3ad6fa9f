"""Numbers with what they measure: counts, percentages, money, units, ranks, years, vague magnitudes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.facts.clock import whole
from checker.facts.composition import HALF, Numeral, fills
from checker.facts.dates import is_year, years
from checker.facts.digits import Conventions, Reading, ascii_digits, is_recent_year
from checker.facts.found import HEDGES, Found, Hedge, Kind
from checker.facts.hedges import hedge
from checker.facts.lexicon import Entry, Line
from checker.facts.numerals import read
from checker.facts.ranges import ranges
from checker.facts.tenths import tenths
from checker.model import Fact

DISTINCTIVE = Decimal(10)
"""Whole numbers below are too common to show that two sentences belong together."""

RATES = frozenset({"kilometer-per-hour", "mile-per-hour", "meter-per-second"})
"""The rates that ``units.toml`` has."""

GREATEST_RANK = 199
"""The greatest number that a point behind it makes a rank; beyond, it ends an abbreviation or a list."""

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

MAX_SIGN = 2
"""Letters of the longest abbreviation of a currency that is written small before its amount ("kr 100")."""

SIGNS = "½¼¾⅓⅔⅛⅕"
"""Fractions that are one sign, like digits."""

MEASURES = ("tenths", "points", "percent", "currency", "unit")


@dataclass(frozen=True, slots=True)
class Quantity(Fact):
    """A number in an article.

    ``readings`` are its possible values, ``magnitude`` the power of ten that a vague one names. ``units`` holds
    currency codes, or units of ``units.toml``; more than one where the text doesn't say which dollar it means.
    ``spelled``: without digits; ``weak``: a word that often is no number ("one", "both"), which can explain a number
    of the other side but never is missed itself.
    """

    readings: tuple[Reading, ...]
    kind: Kind
    units: frozenset[str]
    hedge: Hedge
    spelled: bool
    weak: bool
    magnitude: Decimal | None
    label: str = ""
    """The word right before the number, folded: what a name with a number apart ("Grok 2") begins with."""


def find(line: Line, habits: Conventions, free: Callable[[int, int], bool]) -> list[Found]:
    """The quantities of a sentence, in reading order; ``free(start, end)`` says that nobody has claimed the tokens."""
    found: list[Found] = []
    at = 0
    while at < len(line.tokens):
        quantity = _at(line, at, habits) if free(at, at + 1) else None
        if quantity is not None and free(quantity.start, quantity.end):
            found.append(_after(quantity, found[-1].end if found else 0))
            at = max(at + 1, quantity.end)
        else:
            at += 1
    return list(ranges(line, found))


def _after(quantity: Found, end: int) -> Found:
    """A quantity without the currency sign that already belongs to the one before it ("50 € 20")."""
    if quantity.start >= end:
        return quantity
    return replace(quantity, start=end, kind="count", units=frozenset())


def _at(line: Line, at: int, habits: Conventions) -> Found | None:
    """The quantity that begins at a token."""
    if not (
        line.hits[at] or line.tokens[at].kind == "number" or line.lexicon.atoms or line.tokens[at].text[0] in ROMAN
    ):
        return None
    special = tenths(line, at) or _ordinal(line, at, habits) or _roman(line, at)
    if special is not None:
        return special
    fraction, span = line.find(at, "fraction"), line.find(at, "span")
    numeral = read(line, at, habits)
    if span is not None and (numeral is None or span[0] >= numeral.end):
        return _span(line, at, span[0], str(span[1].value))
    if fraction is not None and (numeral is None or fraction[0] >= numeral.end):
        return _fraction(line, at, fraction[0], fraction[1].value)
    divided = _slashed(line, at, habits) or _parts(line, numeral, habits)
    if divided is not None:
        return divided
    if numeral is not None and _is_hedge(line, numeral):
        return None
    if numeral is None or line.find(at, "decades"):
        return _weak_word(line, at)
    return _compound_rank(line, numeral) or _and_a_half(line, _measured(line, numeral))


def _is_hedge(line: Line, numeral: Numeral) -> bool:
    """Whether what looks like a number begins a word of comparison: the 이 of 이상."""
    word = line.find(numeral.start, *HEDGES) if line.tokens[numeral.start].kind == "character" else None
    return word is not None and word[0] > numeral.end


def _fraction(line: Line, at: int, end: int, value: Decimal) -> Found:
    """A fraction in words, and what it is a part of where that is a unit: half an hour."""
    spelled = line.tokens[at].text not in SIGNS
    measure = _behind(line, end)
    if measure is not None and measure.kind == "unit":
        return Found(at, measure.end, (Reading(value),), "unit", measure.units, spelled=spelled, weak=True)
    return Found(at, end, (Reading(value), *_rank(value)), "fraction", spelled=spelled, weak=True)


def _span(line: Line, at: int, end: int, span: str) -> Found:
    """A word for a time: "fortnight" are two weeks, "сутки" 24 hours. It is never missed."""
    value, unit = span.split()
    return Found(at, end, (Reading(Decimal(value)),), "unit", frozenset({unit}), hedge(line, at, end), True, True)


def _compound_rank(line: Line, numeral: Numeral) -> Found | None:
    """One hundred fiftieth, "simt piecdesmitā": an ordinal for the last part of a numeral."""
    place = numeral.end
    joint = line.find(place, "join")
    hyphen = line.text(place, place + 1) == "-" and line.tokens[place].glued
    place = joint[0] if joint else place + hyphen
    last = line.find(place, "ordinal")
    if last is None or not numeral.spelled or not fills(numeral.readings, last[1].value):
        return None
    if not hyphen and line.find(place, "unit", "fraction"):
        return None
    value = numeral.readings[0].value + last[1].value
    return Found(numeral.start, last[0], (Reading(value),), "ordinal", spelled=True)


def _and_a_half(line: Line, found: Found) -> Found:
    """Two years and a half, 3時間半: half of the unit more."""
    half = line.find(found.end, "and_half") if found.kind == "unit" else None
    if half is None:
        return found
    readings = tuple(replace(reading, value=reading.value + HALF) for reading in found.readings)
    return replace(found, end=half[0], readings=readings)


def _rank(fraction: Decimal) -> Iterator[Reading]:
    """A third may be the third."""
    if fraction and (1 / fraction).quantize(Decimal("0.000001")) == (1 / fraction).to_integral_value():
        yield Reading((1 / fraction).to_integral_value())


def _parts(line: Line, numeral: Numeral | None, habits: Conventions) -> Found | None:
    """Two fifths, 3分の2, hai phần ba: a numeral and what it is a part of."""
    if numeral is None or len(numeral.readings) != 1:
        return None
    value = numeral.readings[0].value
    of = line.find(numeral.end, "fraction")
    if of is not None and numeral.spelled and 1 < value < (below := (1 / of[1].value).to_integral_value()):
        return Found(numeral.start, of[0], (Reading(value / below),), "fraction", spelled=True, weak=True)
    joint = line.find(numeral.end, "parts_of", "parts") if not line.find(numeral.end, "percent") else None
    other = read(line, joint[0], habits) if joint and joint[0] < len(line.tokens) else None
    if joint is None or other is None or len(other.readings) != 1:
        return None
    top, bottom = (value, other.readings[0].value)[:: -1 if joint[1].kind == "parts_of" else 1]
    if not 0 < top < bottom:
        return None
    return Found(numeral.start, other.end, (Reading(top / bottom),), "fraction", spelled=numeral.spelled, weak=True)


def _slashed(line: Line, at: int, habits: Conventions) -> Found | None:
    """3/4: a fraction in digits; where a slash marks decimals (Persian ۹۹/۵), rather that."""
    top, bottom = whole(line, at), whole(line, at + 2)
    if top is not None and bottom is not None and "/" in habits.decimals and line.tokens[at + 1].text == "/":
        decimals = ascii_digits(line.tokens[at + 2].text)
        numeral = Numeral(at, at + 3, (Reading(Decimal(f"{top}.{decimals}")),))
        return _measured(line, numeral)
    if top is None or not bottom or top >= bottom or bottom > 10 or line.tokens[at + 1].text not in "/⁄":
        return None
    value = Reading(Decimal(top) / Decimal(bottom))
    return Found(at, at + 3, (value,), "fraction", weak=True)


def _ordinal(line: Line, at: int, habits: Conventions) -> Found | None:
    """A rank: "third", "3rd", "ke-3", "第三"."""
    before = line.find(at, "ordinal_before")
    if before is not None:
        numeral = read(line, before[0], habits) if before[0] < len(line.tokens) else None
        if numeral is not None and numeral.readings:
            return Found(at, numeral.end, numeral.readings, "ordinal", spelled=numeral.spelled, weak=False)
    if _joins_digits(line, at):
        return None
    number = whole(line, at) if line.tokens[at].kind == "number" else None
    if number is not None:
        end = _ordinal_ending(line, at, number)
        return Found(at, end, (Reading(Decimal(number)),), "ordinal") if end else None
    word = line.find(at, "ordinal")
    number_word = line.find(at, "cardinal")
    if word is None or (number_word is not None and number_word[0] >= word[0]):
        return None
    if word[0] == at + 1 and (counted := read(line, at, habits)) is not None and counted.unit:
        return None  # "dwudziestodwuletni" begins like the 20th
    readings = [Reading(word[1].value)]
    if fraction := line.find(at, "fraction"):
        readings.append(Reading(fraction[1].value))
    return Found(at, word[0], tuple(readings), "ordinal", spelled=True, weak=word[1].value <= 3 or len(readings) > 1)


def _joins_digits(line: Line, at: int) -> bool:
    """Whether a word for a rank stands between two numbers and means "from … to" there: Tamil 240 முதல் 260 கோடி."""
    joint = line.find(at, "range")
    places = (at - 1, joint[0]) if joint else (-1, -1)
    return all(0 <= place < len(line.tokens) and line.tokens[place].kind == "number" for place in places)


def _ordinal_ending(line: Line, at: int, number: int) -> int | None:
    """Where the ending of a rank in digits ends: 3rd, 7-й, 19e; a point only inside a sentence, before a word."""
    after = line.find(at + 1, "ordinal_after")
    if after is None and line.text(at + 1, at + 2) == "-":
        after = line.find(at + 2, "ordinal_after")
    if after is None or not line.tokens[at + 1].glued:
        return None
    if line.tokens[at + 1].form == ".":
        follows = after[0] < len(line.tokens) and line.tokens[after[0]].kind == "word"
        return after[0] if follows and number <= GREATEST_RANK else None
    return after[0]


def _roman(line: Line, at: int) -> Found | None:
    """Chapter III, the XXI century; weak, since "I" and "V" are words and letters too."""
    text = line.tokens[at].text.rstrip("erèm")
    if not 0 < len(text) <= 6 or text in ("C", "L", "M", "D") or set(text) - set(ROMAN):
        return None
    beside = line.find(at + 1, "unit") or line.ending_at(at, "unit")
    century = beside is not None and "century" in str(beside[1].value)
    if line.hits[at] and not century:
        return None
    value = 0
    digits = [ROMAN[char] for char in text]
    for digit, following in zip(digits, [*digits[1:], 0], strict=True):
        value += -digit if digit < following else digit
    return Found(at, at + 1, (Reading(Decimal(value)),), "ordinal", spelled=True, weak=not century)


def _weak_word(line: Line, at: int) -> Found | None:
    decade = line.find(at, "decades")
    if decade is not None:
        return Found(at, decade[0], _decade(int(decade[1].value)), "decade", spelled=True)
    hit = line.find(at, "weak", "half")
    if hit is None:
        return None
    return Found(at, hit[0], (Reading(hit[1].value),), spelled=True, weak=True)


def _measured(line: Line, numeral: Numeral) -> Found:
    """A numeral with its currency, unit or percent sign, and the hedge before it."""
    measure = _ahead(line, numeral.start) or _behind(line, numeral.end)
    if measure is None and numeral.unit:
        measure = _Measure(numeral.start, numeral.end, "unit", frozenset(numeral.unit.split()))
    measure = measure or _Measure(numeral.start, numeral.end, "count")
    start, end = min(measure.start, numeral.start), max(measure.end, numeral.end)
    found = Found(
        start,
        end,
        tuple(replace(reading, value=reading.value * measure.factor) for reading in numeral.readings),
        measure.kind,
        measure.units,
        hedge(line, start, end, measure.units),
        numeral.spelled,
        (numeral.weak and not _counts(numeral, measure)) or _is_code(line, numeral),
        numeral.magnitude,
        numeral.scale,
    )
    found = _either_year_or_scaled(line, numeral, _either_metres_or_millions(line, numeral, found))
    return _dated(line, numeral, _either_pointed(line, numeral, found))


def _counts(numeral: Numeral, measure: _Measure) -> bool:
    """Whether a word that often is no number is one here: Italian "sei anni" are six years."""
    return measure.kind in ("unit", "currency", "percent") and all(reading.value > 1 for reading in numeral.readings)


@dataclass(frozen=True, slots=True)
class _Measure:
    """What a numeral is measured in, among tokens ``start:end``; its value is ``factor`` times what is written."""

    start: int
    end: int
    kind: Kind
    units: frozenset[str] = frozenset()
    factor: int = 1


def _is_code(line: Line, numeral: Numeral) -> bool:
    """Whether digits are part of a telephone or reference number: they begin with 0, or are a known one (911)."""
    if line.tokens[numeral.start].kind == "number" and line.find(numeral.start, "weak"):
        return True
    text = ascii_digits(line.tokens[numeral.start].text)
    return text.isdigit() and len(text) > 1 and text.startswith("0")


def _either_pointed(line: Line, numeral: Numeral, found: Found) -> Found:
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


def _either_metres_or_millions(line: Line, numeral: Numeral, found: Found) -> Found:
    """In "10m" the letter may be a unit as well as a scale word: both readings are kept."""
    last = numeral.end - 1
    if found.kind != "count" or last == numeral.start or not line.find(last, "unit") or len(line.tokens[last].form) > 2:
        return found
    extra = tuple(replace(reading, value=reading.value / numeral.scale) for reading in found.readings)
    return replace(found, readings=(*found.readings, *extra))


def _either_year_or_scaled(line: Line, numeral: Numeral, found: Found) -> Found:
    """In "2019 millones" the number may be a year, and the rest a vague amount: both readings are kept."""
    last = numeral.end - 1
    if found.kind != "count" or last == numeral.start or not line.find(last, "vague"):
        return found
    if not is_recent_year(line.tokens[last - 1].text) or numeral.scale <= 1:
        return found
    extra = tuple(replace(reading, value=reading.value / numeral.scale) for reading in found.readings)
    return replace(found, readings=(*found.readings, *extra))


def _dated(line: Line, numeral: Numeral, found: Found) -> Found:
    """The years that a number in digits may mean: 2019, the 1990s, 2562 of the Buddhist calendar, '13年."""
    number = whole(line, numeral.start) if numeral.end == numeral.start + 1 and not numeral.spelled else None
    if number is None:
        return found
    decade = _decade_end(line, numeral)
    if decade and number % 10 == 0 and found.kind in ("count", "unit"):
        return replace(found, kind="decade", end=decade, readings=_decade(number), units=frozenset())
    if (found.kind == "count" or found.units == {"year"}) and (values := years(line, number)):
        kind: Kind = "year" if is_year(number) else found.kind
        other = tuple(Reading(Decimal(year)) for year in sorted(values - {number}))
        return replace(found, kind=kind, units=frozenset(), readings=(*found.readings, *other))
    if 10 <= number < 100 and line.find(numeral.end, "year_after"):
        return replace(found, readings=(*found.readings, *_decade(number)[1:3]))
    return found


def _decade_end(line: Line, numeral: Numeral) -> int | None:
    """The end of a decade in digits: 1990er, 90-е, 90 के दशक, années 90, anni '90; None where it is none."""
    after = line.find(numeral.end, "decade")
    if after and (line.tokens[numeral.end].glued or after[0] > numeral.end + 1):
        return after[0]
    start = numeral.start
    if start and line.tokens[start - 1].form == "'":
        start -= 1
    return numeral.end if line.ending_at(start, "decade_before") else None


def _decade(number: int) -> tuple[Reading, ...]:
    """The 90s are the 1990s."""
    values = [number] if number >= 100 else [number, 1900 + number, 2000 + number]
    return tuple(Reading(Decimal(value)) for value in [*values, number % 100])


def _ahead(line: Line, start: int) -> _Measure | None:
    """A percent sign or currency before a numeral; words for currencies stand after it ("won 5 games")."""
    hit = line.ending_at(start, "percent", "currency")
    if hit is None:
        return None
    first = line.tokens[hit[0]]
    if (
        first.kind == "word"
        and not first.text[0].isupper()
        and len(first.text) > MAX_SIGN
        and hit[1].kind == "currency"
    ):
        return None
    return _Measure(hit[0], start, hit[1].kind, _units(hit[1].value))  # type: ignore[arg-type]


def _behind(line: Line, end: int) -> _Measure | None:
    """What follows a numeral: percent sign, currency or unit, over a hyphen, a point or "of"."""
    places = [end]
    if end < len(line.tokens) and line.tokens[end].form in ("-", "."):  # 30-jährig, 3,5 Mio. Euro
        places.append(end + 1)
    if link := line.find(end, "link"):
        places.append(link[0])
    for place in places:
        if (hit := line.find(place, *MEASURES)) and not _is_half(line, place, hit[0]):
            return _rate(line, end, hit[0], hit[1]) or _either(line, place, _measure(end, hit[0], hit[1]))
    for place in (end + 1, end + 2):
        hit = line.find(place, "currency")
        if hit and all(_is_plain(line, i) for i in range(end, place)):
            return _measure(end, hit[0], hit[1])
    return None


def _is_half(line: Line, start: int, end: int) -> bool:
    """Whether a unit that is a rank too begins a compound: 19 second-half minutes."""
    hyphen = line.text(end, end + 1) == "-" and line.tokens[end].glued
    return hyphen and line.find(start, "ordinal") is not None


def _either(line: Line, at: int, measure: _Measure) -> _Measure:
    """A currency that is a unit too: 147 pounds may be weighed."""
    unit = line.find(at, "unit") if measure.kind == "currency" else None
    if unit is None or unit[0] != measure.end:
        return measure
    return replace(measure, units=measure.units | _units(unit[1].value))


def _measure(start: int, end: int, entry: Entry) -> _Measure:
    if entry.kind == "tenths":
        return _Measure(start, end, "percent", factor=10)
    return _Measure(start, end, entry.kind, _units(entry.value))  # type: ignore[arg-type]


def _is_plain(line: Line, at: int) -> bool:
    """Whether a token is a word without meaning for us ("20 *amerických* dolarů") or the hyphen after one."""
    token = line.tokens[at]
    return (token.kind == "word" and not line.hits[at]) or token.form == "-"


def _units(value: object) -> frozenset[str]:
    return value if isinstance(value, frozenset) else frozenset(str(value).split()) if value else frozenset()


def _rate(line: Line, start: int, end: int, entry: Entry) -> _Measure | None:
    """Kilometres per hour, where the table of units doesn't have the phrase."""
    per = line.find(end, "per")
    below = line.find(per[0], "unit") if per else None
    if below is None:
        return None
    rates = frozenset(f"{unit}-per-{below[1].value}" for unit in _units(entry.value)) & RATES
    return _Measure(start, below[0], "unit", rates) if rates else None


def keys(found: Found) -> frozenset[str]:
    """The anchors of a quantity: its readings, where they are rare enough to be worth something."""
    if found.weak:
        return frozenset()
    values = {reading.value for reading in found.readings}
    return frozenset(f"n:{plain(v)}" for v in values if v >= DISTINCTIVE or v != v.to_integral_value())


def plain(value: Decimal) -> str:
    """A value without exponent or needless zeros: "200000", "3.5"."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
