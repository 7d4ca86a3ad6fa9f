"""Common fractions: "half an hour", "two fifths", "3分の2", "3/4", "two years and a half"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.facts.clock import whole
from checker.facts.composition import HALF, Numeral
from checker.facts.dates import is_year
from checker.facts.digits import Conventions, Reading, ascii_digits
from checker.facts.found import Found
from checker.facts.hedges import DURATIONS, hedge
from checker.facts.lexicon import Line
from checker.facts.measures import behind, measured
from checker.facts.number_words import SIGNS
from checker.facts.numerals import read


def fraction_word(line: Line, at: int, end: int, value: Decimal) -> Found:
    """A fraction in words, and what it is a part of where that is a unit: half an hour."""
    spelled = line.tokens[at].text not in SIGNS
    measure = behind(line, end)
    if measure is not None and measure.kind == "unit":
        return Found(at, measure.end, (Reading(value),), "unit", measure.units, spelled=spelled, weak=True)
    return Found(at, end, (Reading(value), *_rank(value)), "fraction", spelled=spelled, weak=True)


def _rank(fraction: Decimal) -> Iterator[Reading]:
    """A third may be the third."""
    if fraction and (1 / fraction).quantize(Decimal("0.000001")) == (1 / fraction).to_integral_value():
        yield Reading((1 / fraction).to_integral_value())


def parts(line: Line, numeral: Numeral | None, habits: Conventions) -> Found | None:
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


def slashed(line: Line, at: int, habits: Conventions) -> Found | None:
    """3/4: a fraction in digits; where a slash marks decimals (Persian ۹۹/۵), rather that."""
    top, bottom = whole(line, at), whole(line, at + 2)
    if top is not None and bottom is not None and _is_decimal(line, at, habits):
        decimals = ascii_digits(line.tokens[at + 2].text)
        numeral = Numeral(at, at + 3, (Reading(Decimal(f"{top}.{decimals}")),))
        return measured(line, numeral)
    if top is None or not bottom or top >= bottom or bottom > 10 or line.tokens[at + 1].text not in "/⁄":
        return None
    value = Reading(Decimal(top) / Decimal(bottom))
    return Found(at, at + 3, (value,), "fraction", weak=True)


def _is_decimal(line: Line, at: int, habits: Conventions) -> bool:
    """Whether the slash behind a number marks decimals: not between two years (۱۹۶۸/۱۹۶۹), nor with blanks around."""
    sign, below = line.tokens[at + 1 : at + 3]
    if "/" not in habits.decimals or sign.text != "/" or not (sign.glued and below.glued):
        return False
    return not (is_year(whole(line, at)) and is_year(whole(line, at + 2)))


def unit_and_half(line: Line, at: int) -> Found | None:
    """One and a half of a unit of time that no number counts: "שנה וחצי", "año y medio", "rok i pół"."""
    unit = line.find(at, "unit")
    units = frozenset(str(unit[1].value).split()) if unit else frozenset()
    half = line.find(unit[0], "and_half") if unit and units and units <= DURATIONS else None
    if half is None:
        return None
    return Found(at, half[0], (Reading(1 + HALF),), "unit", units, hedge(line, at, half[0], units), spelled=True)


def and_a_half(line: Line, found: Found) -> Found:
    """Two years and a half, 3時間半: half of the unit more; behind what is counted ("6 goles y medio") maybe."""
    half = line.find(found.end, "and_half") if found.kind == "unit" else None
    if half is not None:
        return replace(found, end=half[0], readings=_half_more(found))
    noun = line.tokens[found.end] if found.kind == "count" and found.end < len(line.tokens) else None
    if noun is None or noun.kind != "word" or line.hits[found.end] or not line.find(found.end + 1, "and_half"):
        return found
    return replace(found, readings=(*found.readings, *_half_more(found)))


def _half_more(found: Found) -> tuple[Reading, ...]:
    return tuple(replace(reading, value=reading.value + HALF) for reading in found.readings)
