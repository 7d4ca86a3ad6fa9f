"""Numbers with what they measure: counts, percentages, money, units, ranks, years, vague magnitudes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from checker.facts.dates import is_year, whole
from checker.facts.digits import Conventions, Reading
from checker.facts.lexicon import Line
from checker.facts.numerals import Numeral, read
from checker.model import Fact

Kind = Literal["count", "percent", "points", "currency", "unit", "ordinal", "fraction", "year", "decade"]
Hedge = Literal["", "about", "more", "less"]

DISTINCTIVE = Decimal(10)
"""Whole numbers below are too common to show that two sentences belong together."""

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

MAX_GAP = 2
"""Tokens between two numbers that a range's word may take up."""


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


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity among tokens ``start:end`` before it becomes a fact; ``scale`` is what its digits were multiplied by."""

    start: int
    end: int
    readings: tuple[Reading, ...]
    kind: Kind = "count"
    units: frozenset[str] = frozenset()
    hedge: Hedge = ""
    spelled: bool = False
    weak: bool = False
    magnitude: Decimal | None = None
    scale: Decimal = Decimal(1)


def find(line: Line, habits: Conventions, free: Callable[[int, int], bool]) -> list[Found]:
    """The quantities of a sentence, in reading order; ``free(start, end)`` says that nobody has claimed the tokens."""
    found: list[Found] = []
    at = 0
    while at < len(line.tokens):
        quantity = _at(line, at, habits) if free(at, at + 1) else None
        if quantity is not None and free(quantity.start, quantity.end):
            found.append(quantity)
            at = max(at + 1, quantity.end)
        else:
            at += 1
    return list(_ranges(line, found))


def _at(line: Line, at: int, habits: Conventions) -> Found | None:
    """The quantity that begins at a token."""
    if not (
        line.hits[at] or line.tokens[at].kind == "number" or line.lexicon.atoms or line.tokens[at].text[0] in ROMAN
    ):
        return None
    rank = _ordinal(line, at, habits) or _roman(line, at)
    if rank is not None:
        return rank
    fraction = line.find(at, "fraction")
    numeral = read(line, at, habits)
    if fraction is not None and (numeral is None or fraction[0] >= numeral.end):
        value = (Reading(fraction[1].value), *_rank(fraction[1].value))
        return Found(at, fraction[0], value, "fraction", spelled=line.tokens[at].text not in "½¼¾⅓⅔⅛⅕", weak=True)
    slash = _slashed(line, at)
    if slash is not None:
        return slash
    if numeral is None:
        return _weak_word(line, at)
    return _measured(line, numeral)


def _rank(fraction: Decimal) -> Iterator[Reading]:
    """A third may be the third."""
    if fraction and (1 / fraction).quantize(Decimal("0.000001")) == (1 / fraction).to_integral_value():
        yield Reading((1 / fraction).to_integral_value())


def _slashed(line: Line, at: int) -> Found | None:
    """3/4: a fraction in digits."""
    top, bottom = whole(line, at), whole(line, at + 2)
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
    number = whole(line, at) if line.tokens[at].kind == "number" else None
    if number is not None:
        after = line.find(at + 1, "ordinal_after") or (
            line.find(at + 2, "ordinal_after") if line.text(at + 1, at + 2) in ("-", ".") else None
        )
        if after is not None and line.tokens[at + 1].glued:
            return Found(at, after[0], (Reading(Decimal(number)),), "ordinal")
        return None
    word = line.find(at, "ordinal")
    if word is None or line.find(at, "cardinal"):
        return None
    readings = [Reading(word[1].value)]
    if fraction := line.find(at, "fraction"):
        readings.append(Reading(fraction[1].value))
    return Found(at, word[0], tuple(readings), "ordinal", spelled=True, weak=word[1].value <= 3 or len(readings) > 1)


def _roman(line: Line, at: int) -> Found | None:
    """Chapter III, the XXI century; weak, since "I" and "V" are words and letters too."""
    text = line.tokens[at].text
    if len(text) > 6 or text in ("C", "L", "M", "D") or not text or set(text) - set(ROMAN) or line.hits[at]:
        return None
    value = 0
    digits = [ROMAN[char] for char in text]
    for digit, following in zip(digits, [*digits[1:], 0], strict=True):
        value += -digit if digit < following else digit
    return Found(at, at + 1, (Reading(Decimal(value)),), "ordinal", spelled=True, weak=True)


def _weak_word(line: Line, at: int) -> Found | None:
    hit = line.find(at, "weak", "half")
    if hit is None:
        return None
    return Found(at, hit[0], (Reading(hit[1].value),), spelled=True, weak=True)


def _measured(line: Line, numeral: Numeral) -> Found:
    """A numeral with its currency, unit or percent sign, and the hedge before it."""
    start, end, kind, units = numeral.start, numeral.end, "count", frozenset[str]()
    if ahead := line.ending_at(start, "percent", "currency"):
        start, kind, units = ahead[0], ahead[1].kind, _units(ahead[1].value)
    elif behind := _behind(line, end):
        end, kind, units = behind
    elif numeral.unit:
        kind, units = "unit", _units(numeral.unit)
    readings = numeral.readings
    if kind == "count" and (tenths := line.find(end, "tenths")):
        end, kind, readings = tenths[0], "percent", tuple(replace(r, value=r.value * 10) for r in readings)
    if kind == "count" and not numeral.spelled and numeral.end == numeral.start + 1:
        number = whole(line, numeral.start)
        decade = line.find(numeral.end, "decade")
        if decade and number is not None and number % 10 == 0 and line.tokens[numeral.end].glued:
            kind, end, readings = "decade", decade[0], _decade(number)
        elif is_year(number):
            kind = "year"
            readings = (*readings, *_eras(line, number or 0))
    hedge = _hedge(line, start, end)
    return Found(
        start, end, readings, kind, units, hedge, numeral.spelled, numeral.weak, numeral.magnitude, numeral.scale
    )  # type: ignore[arg-type]


def _decade(number: int) -> tuple[Reading, ...]:
    """The 90s are the 1990s."""
    values = [number] if number >= 100 else [number, 1900 + number, 2000 + number]
    return tuple(Reading(Decimal(value)) for value in [*values, number % 100])


def _eras(line: Line, number: int) -> Iterator[Reading]:
    """The years that a bare number means in the calendars of the language (Buddhist, Persian)."""
    for first, last, shift in line.lexicon.flags.get("calendars", ()):
        if first <= number <= last:
            yield Reading(Decimal(number + shift))
            yield Reading(Decimal(number + shift + 1))


def _units(value: object) -> frozenset[str]:
    return value if isinstance(value, frozenset) else frozenset(str(value).split()) if value else frozenset()


def _behind(line: Line, end: int) -> tuple[int, str, frozenset[str]] | None:
    """What follows a numeral: percent sign, currency or unit, over a hyphen or "of"; as (end, kind, units)."""
    places = [end]
    if end < len(line.tokens) and line.tokens[end].form in ("-", "."):  # 30-jährig, 3,5 Mio. Euro
        places.append(end + 1)
    if link := line.find(end, "link"):
        places.append(link[0])
    for place in places:
        if hit := line.find(place, "points", "percent", "currency", "unit"):
            return _rate(line, hit[0], _units(hit[1].value)) or (hit[0], hit[1].kind, _units(hit[1].value))
    for place in (end + 1, end + 2):
        hit = line.find(place, "currency")
        if hit and all(
            line.tokens[i].kind == "word" and not line.hits[i] for i in range(end, min(place, len(line.tokens)))
        ):
            return hit[0], "currency", _units(hit[1].value)
    return None


def _rate(line: Line, end: int, units: frozenset[str]) -> tuple[int, str, frozenset[str]] | None:
    """Kilometres per hour, where the table of units doesn't have the phrase."""
    per = line.find(end, "per")
    below = line.find(per[0], "unit") if per else None
    if below is None:
        return None
    return below[0], "unit", frozenset(f"{unit}-per-{below[1].value}" for unit in units)


def _hedge(line: Line, start: int, end: int) -> Hedge:
    """The word of approximation or comparison beside a quantity."""
    for place in (start, start - 1):
        if hit := line.ending_at(place, "more", "less", "about"):
            return hit[1].kind
    hit = line.find(end, "more", "less")
    return hit[1].kind if hit else ""


def _ranges(line: Line, found: list[Found]) -> Iterator[Found]:
    """In "15 to 18 million euros" the first number may share scale, unit and hedge with the second."""
    following: list[Found | None] = [*found[1:], None]
    for quantity, after in zip(found, following, strict=False):
        yield _shared(quantity, after) if after and _connected(line, quantity.end, after.start) else quantity


def _connected(line: Line, end: int, start: int) -> bool:
    if not 0 < start - end <= MAX_GAP:
        return False
    return line.find(end, "range") is not None or line.tokens[end].form in ("-", "–", ",", "、")


def _shared(quantity: Found, after: Found) -> Found:
    if quantity.kind not in ("count", "year"):
        return quantity
    extra: tuple[Reading, ...] = ()
    if after.scale > 1 and quantity.scale == 1:
        extra = tuple(Reading(r.value * after.scale, r.conventional) for r in quantity.readings)
    takes_unit = after.kind in ("percent", "currency", "unit") and quantity.kind == "count"
    return replace(
        quantity,
        readings=(*quantity.readings, *extra),
        kind=after.kind if takes_unit else quantity.kind,
        units=after.units if takes_unit else quantity.units,
    )


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
