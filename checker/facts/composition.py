"""Number words → the value of the numeral that they make up.

Composition follows the way numerals are built almost everywhere (Hurford, The Linguistic Theory of Numerals, 1975): a
smaller number after a greater one is added, a greater scale after a number multiplies all that stands before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from checker.facts.digits import Reading

HALF = Decimal("0.5")
HUNDRED = Decimal(100)
THOUSAND = Decimal(1000)
MILLION = Decimal(1_000_000)
HUNDREDS = frozenset(Decimal(value) for value in range(100, 1001, 100))


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral among tokens ``start:end``.

    ``magnitude`` is the power of ten (as value) that a vague numeral names ("hundreds of thousands": 10⁵);
    ``spelled``: without digits; ``weak``: a word that more often is no number ("one", "both"); ``scale``: what its
    digits were multiplied by; ``unit``: what it counts, where both are one word.
    """

    start: int
    end: int
    readings: tuple[Reading, ...]
    spelled: bool = False
    weak: bool = False
    magnitude: Decimal | None = None
    scale: Decimal = Decimal(1)
    unit: str = ""


@dataclass(slots=True)
class Composition:
    """A numeral under construction: what scale words have closed, greatest first, and what stands after the last."""

    groups: list[tuple[Decimal, tuple[Reading, ...]]] = field(default_factory=list)
    current: tuple[Reading, ...] = ()
    scale: Decimal = Decimal(1)
    written: bool = False
    """Whether ``current`` stands in digits, which number words don't add to."""

    @property
    def last(self) -> Decimal | None:
        """The last scale word, or None."""
        return self.groups[-1][0] if self.groups else None

    def multiply(self, by: Decimal) -> bool:
        """Close a group with a scale word: it multiplies what smaller ones before it made. False: it doesn't fit."""
        inner = self.current
        groups = list(self.groups)
        while groups and groups[-1][0] < by:
            inner = summed(groups.pop()[1], inner)
        merged = len(groups) < len(self.groups)
        if (groups and groups[-1][0] == by) or (not inner and self.groups):
            return False
        value = _scaled(inner or (Reading(Decimal(1)),), by)
        self.groups, self.current, self.scale = (
            [*groups, (by, value)],
            (),
            self.scale * by if merged else max(self.scale, by),
        )
        self.written = False
        return True

    def take(self, value: Decimal, *, joined: bool = False) -> bool:
        """Add a number word: first, below the last scale word, or filling zeros. False: it doesn't fit."""
        if self.current and not self.written and (joined or fills(self.current, value)):
            self.current = summed(self.current, (Reading(value),))
            return True
        if self.current or (self.last is not None and value >= self.last):
            return False
        if value in HUNDREDS:  # closed, so that what follows is counted anew: 一百一十
            self.groups = [*self.groups, (HUNDRED if value < THOUSAND else THOUSAND, (Reading(value),))]
        elif value or not self.groups:  # the zero of 四百〇六 holds a place
            self.current = (Reading(value),)
        return True

    def value(self) -> tuple[Reading, ...]:
        """The readings so far."""
        total: tuple[Reading, ...] = ()
        for _, group in self.groups:
            total = summed(total, group)
        return summed(total, self.current)


def fills(current: tuple[Reading, ...], value: Decimal) -> bool:
    """Whether ``value`` fits the zeros at the end of a numeral: 20 and 1, 300 and 45, but not 10 and 3."""
    if len(current) != 1:
        return False
    number = current[0].value
    if number != number.to_integral_value() or number < 20 or not 0 < value < HUNDRED:
        return False
    return number % HUNDRED == 0 or (number % 10 == 0 and value < 10)


def is_inverted(current: tuple[Reading, ...], value: Decimal) -> bool:
    """Units before tens, as in "devětatřicet"."""
    return len(current) == 1 and 0 < current[0].value < 10 and value in range(20, 100, 10)


def _scaled(values: tuple[Reading, ...], by: Decimal) -> tuple[Reading, ...]:
    return tuple(Reading(reading.value * by, reading.conventional) for reading in values)


def summed(left: tuple[Reading, ...], right: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The sums of every reading of one part with every reading of the other, at most four."""
    if not left or not right:
        return left or right
    return tuple(Reading(a.value + b.value, a.conventional and b.conventional) for a in left for b in right)[:4]
