"""Numbers with what they measure: counts, percentages, money, units, ranks, years, vague magnitudes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.facts.alternatives import decade_years
from checker.facts.common_fractions import and_a_half, fraction_word, parts, slashed, unit_and_half
from checker.facts.composition import Numeral
from checker.facts.compounds import is_compound
from checker.facts.digits import Conventions, Reading
from checker.facts.found import HEDGES, Found, Hedge, Kind
from checker.facts.hedges import hedge
from checker.facts.lexicon import Line
from checker.facts.measures import measured
from checker.facts.numerals import read
from checker.facts.ranges import ranges
from checker.facts.ranks import compound_rank, ordinal, roman, roman_value
from checker.facts.tenths import tenths
from checker.model import Fact

BEGINNINGS = frozenset(
    {
        *("cardinal", "scale", "vague", "fraction", "offset", "ordinal", "ordinal_before"),
        *("span", "decades", "weak", "half", "unit"),
    }
)
"""What a quantity in words begins with, as kinds of the lexicon."""

DISTINCTIVE = Decimal(10)
"""Whole numbers below are too common to show that two sentences belong together."""


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


def find(
    line: Line, habits: Conventions, free: Callable[[int, int], bool], earlier: Found | None = None
) -> list[Found]:
    """The quantities of a sentence, in reading order; ``free(start, end)`` says that nobody has claimed the tokens.

    ``earlier`` is the last amount with a scale word of the sentence before.
    """
    found: list[Found] = []
    behind = 0
    for at in range(len(line.tokens)):
        if at < behind or not (_may_begin(line, at) and free(at, at + 1)):
            continue
        quantity = _at(line, at, habits)
        if quantity is not None and free(quantity.start, quantity.end):
            found.append(_after(quantity, found[-1].end if found else 0))
            behind = max(at + 1, quantity.end)
    return list(ranges(line, found, earlier))


def _after(quantity: Found, end: int) -> Found:
    """A quantity without the currency sign that already belongs to the one before it ("50 € 20")."""
    if quantity.start >= end:
        return quantity
    return replace(quantity, start=end, kind="count", units=frozenset())


def _may_begin(line: Line, at: int) -> bool:
    """Whether a token is a number, or looks like one in words or in Roman digits: nothing else begins a quantity."""
    return line.may_begin(at, BEGINNINGS) or roman_value(line.tokens[at].text) is not None or is_compound(line, at)


def _at(line: Line, at: int, habits: Conventions) -> Found | None:
    """The quantity that begins at a token."""
    special = tenths(line, at) or ordinal(line, at, habits) or roman(line, at) or unit_and_half(line, at)
    if special is not None:
        return special
    fraction, span = line.find(at, "fraction"), line.find(at, "span")
    numeral = read(line, at, habits)
    if span is not None and (numeral is None or span[0] >= numeral.end):
        return _span(line, at, span[0], str(span[1].value))
    if fraction is not None and (numeral is None or fraction[0] >= numeral.end):
        return fraction_word(line, at, fraction[0], fraction[1].value)
    divided = slashed(line, at, habits) or parts(line, numeral, habits)
    if divided is not None:
        return divided
    if numeral is not None and _is_hedge(line, numeral):
        return None
    if numeral is None and (unit := line.find(at, "unit")) and unit[1].value == "decade":
        return _span(line, at, unit[0], "1 decade")
    if numeral is None or line.find(at, "decades"):
        return _weak_word(line, at)
    return compound_rank(line, numeral) or and_a_half(line, measured(line, numeral))


def _is_hedge(line: Line, numeral: Numeral) -> bool:
    """Whether what looks like a number begins a word of comparison: the 이 of 이상."""
    word = line.find(numeral.start, *HEDGES) if line.tokens[numeral.start].kind == "character" else None
    return word is not None and word[0] > numeral.end


def _span(line: Line, at: int, end: int, span: str) -> Found:
    """A word for a time: "fortnight" are two weeks, "сутки" 24 hours, a decade ten years. It is never missed."""
    value, unit = span.split()
    return Found(at, end, (Reading(Decimal(value)),), "unit", frozenset({unit}), hedge(line, at, end), True, True)


def _weak_word(line: Line, at: int) -> Found | None:
    decade = line.find(at, "decades")
    if decade is not None:
        return Found(at, decade[0], decade_years(int(decade[1].value)), "decade", spelled=True)
    hit = line.find(at, "weak", "half")
    if hit is None:
        return None
    return Found(at, hit[0], (Reading(hit[1].value),), spelled=True, weak=True)


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
