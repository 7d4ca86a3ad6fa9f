"""Numbers that stand together: "15 to 18 million euros", "from 410 to 265 million", 1968/69.

A number that counts nothing of its own may share the scale word of one before it, which the others may repeat.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.facts.digits import Reading
from checker.facts.found import Found
from checker.facts.lexicon import Line

MAX_GAP = 2
"""Tokens between two numbers that a range's word may take up."""

COMMAS = (",", "、")
ENDS = '.,;:!?)»”“"–—'
LINK = 3
"""Letters of a word behind a number that hardly is what it counts ("meno dei 40 che")."""
THOUSAND = 1000


def ranges(line: Line, found: list[Found], earlier: Found | None = None) -> Iterator[Found]:
    """In "15 to 18 million euros" the first number may share scale, unit and hedge with the second.

    ``earlier`` is the last amount with a scale word of the sentence before, which only decimals may share: "The dam
    costs 4.5 billion. The bank lends 1.2."
    """
    scaled: Found | None = None
    for index, quantity in enumerate(found):
        current, before = quantity, found[index - 1] if index else None
        after = found[index + 1] if index + 1 < len(found) else None
        if before is not None and _connected(line, before.end, quantity.start):
            current = _same_century(quantity, before)
        if after is not None and _connected(line, quantity.end, after.start) and not _apart(line, quantity, after):
            current = _shared(current, after)
        elif after is not None and _changes(line, quantity, after):
            current = _scaled_like(current, after)
        elif scaled is not None and _is_bare(line, quantity):
            current = _scaled_like(current, scaled)
        elif scaled is None and earlier is not None and _is_bare(line, quantity) and _has_decimals(quantity):
            current = _scaled_like(current, earlier)
        scaled = quantity if quantity.scale > 1 else scaled
        yield current


def _changes(line: Line, quantity: Found, after: Found) -> bool:
    """Whether a number in digits and a scaled one behind it are the ends of one change: "from 410 to 265 million"."""
    if quantity.kind != "count" or quantity.spelled or not 0 < after.start - quantity.end <= MAX_GAP:
        return False
    between = range(quantity.end, after.start)
    return all(line.tokens[at].kind != "symbol" or line.tokens[at].form in "-'" for at in between)


def last_scaled(found: Sequence[Found]) -> Found | None:
    """The last amount of a sentence that has a scale word."""
    return next((quantity for quantity in reversed(found) if quantity.scale > 1 and quantity.readings), None)


def _has_decimals(quantity: Found) -> bool:
    return any(reading.value % 1 for reading in quantity.readings[:1])


def _is_bare(line: Line, quantity: Found) -> bool:
    """Whether a number counts nothing of its own: "they were offered 9 million and had asked for 30."."""
    if quantity.kind != "count" or quantity.spelled or not quantity.readings:
        return False
    if quantity.readings[0].value > THOUSAND:
        return False
    after = line.tokens[quantity.end] if quantity.end < len(line.tokens) else None
    if after is None or (after.kind == "symbol" and after.form in ENDS):
        return True
    return after.kind == "word" and len(after.form) <= LINK and not line.hits[quantity.end]


def _connected(line: Line, end: int, start: int) -> bool:
    if not 0 < start - end <= MAX_GAP:
        return False
    return line.find(end, "range") is not None or line.tokens[end].form in ("-", "–", *COMMAS)


def _apart(line: Line, quantity: Found, after: Found) -> bool:
    """Whether a comma parts two numbers that go down, which no range does: "number two, 1 minute behind"."""
    if line.tokens[quantity.end].form not in COMMAS or not quantity.readings or not after.readings:
        return False
    return quantity.readings[0].value > after.readings[0].value / after.scale


def _shared(quantity: Found, after: Found) -> Found:
    if quantity.kind not in ("count", "year"):
        return quantity
    takes_unit = after.kind in ("percent", "currency", "unit") and quantity.kind == "count"
    return replace(
        _scaled_like(quantity, after),
        kind=after.kind if takes_unit else quantity.kind,
        units=after.units if takes_unit else quantity.units,
    )


def _scaled_like(quantity: Found, after: Found) -> Found:
    """A number that may share the scale word of the one behind it: both readings are possible."""
    if after.scale <= 1 or (quantity.scale != 1 and not _thousands(quantity, after)):
        return quantity
    extra = tuple(Reading(r.value * after.scale, r.conventional) for r in quantity.readings)
    return replace(quantity, readings=(*quantity.readings, *extra))


def _thousands(quantity: Found, after: Found) -> bool:
    """Whether both numbers count thousands of the same scale: Italian "da 61mila a 57.500 miliardi"."""
    thousands = all(reading.value / after.scale >= THOUSAND for reading in after.readings)
    return quantity.scale == THOUSAND and after.scale > THOUSAND and thousands


def _same_century(quantity: Found, before: Found) -> Found:
    """The second year of 1968/69."""
    if before.kind != "year" or quantity.kind != "count" or quantity.spelled or not quantity.readings:
        return quantity
    year, short = before.readings[0].value, quantity.readings[0].value
    if not 0 <= short < 100:
        return quantity
    return replace(quantity, readings=(*quantity.readings, Reading(year - year % 100 + short)))
