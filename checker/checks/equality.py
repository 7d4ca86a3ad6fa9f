"""How far apart two numeric facts are: 0 for the same value said the same way, None for different values."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from checker.facts.clock import DAY
from checker.facts.dates import DatePart
from checker.facts.digits import Reading
from checker.facts.identifiers import Identifier
from checker.facts.quantities import Quantity
from checker.languages import shared
from checker.model import Fact

AGAINST_CONVENTION = 1.0
"""Added for each side whose value is only reached against its language's convention."""

WEAK = 0.4
OTHER_KIND = 0.5
OTHER_UNIT = 0.8
CONVERTED = 1.2
ROUNDED = 1.5
VAGUE = 1.5
"""What a match costs: they order the matches by how sure they are, and only their order counts."""

MINUTE_DIGITS = -2
"""The exponent of a number that may be hours and minutes: 20.00."""

HALF, ABOUT_HALF = Decimal("0.5"), Decimal(2)
"""A half in words may be this many percentage points off: 51 percent are a half, 53 already more than one."""

LAKH, CRORE = Decimal(10) ** 5, Decimal(10) ** 7

ROUNDING = Decimal("0.04")
"""Relative difference that "about" may stand for: 1.95 million are about 2 million, 120 are not about 100."""

CONVERSION = Decimal("0.04")
"""Relative difference that rounding may leave between an amount and its conversion: 100 miles are given as 160 km
(0.6 %), 5 feet as 1.5 m (1.6 %), 10 acres as 4 hectares (1.2 %); the next step of two digits lies beyond."""


def distance(a: Fact, b: Fact) -> float | None:
    """How far two facts of any kind are apart, None where their values differ; symmetric."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return _quantities(a, b)
    if isinstance(a, DatePart) and isinstance(b, DatePart):
        return _dates(a, b)
    if isinstance(a, Identifier) and isinstance(b, Identifier):
        return _identifiers(a, b)
    if isinstance(b, Identifier) or (isinstance(a, Quantity) and isinstance(b, DatePart)):
        a, b = b, a
    if isinstance(a, Identifier):
        return _identifier(a, b)
    return _date(a, b) if isinstance(a, DatePart) and isinstance(b, Quantity) else None


def _quantities(a: Quantity, b: Quantity) -> float | None:
    value = value_distance(a, b)
    if value is None:
        return None
    cost = value + WEAK * (a.weak + b.weak)
    if a.kind != b.kind:
        cost += OTHER_KIND
    if a.units and b.units and not a.units & b.units and value < CONVERTED:
        cost += OTHER_UNIT
    return cost


def value_distance(a: Quantity, b: Quantity) -> float | None:
    """How far the values alone are apart: 0 where they are equal as written, None where they differ."""
    found = [_readings(a, b), _vague(a, b), _part(a, b), _part(b, a), _converted(a, b), _rounded(a, b), _century(a, b)]
    return min((cost for cost in found if cost is not None), default=None)


def _readings(a: Quantity, b: Quantity) -> float | None:
    costs = [
        AGAINST_CONVENTION * ((not x.conventional) + (not y.conventional))
        for x in a.readings
        for y in b.readings
        if x.value == y.value
    ]
    return min(costs, default=None)


def _century(a: Quantity, b: Quantity) -> float | None:
    """The 17th century are the 1600s, which some languages count by their hundreds (il Seicento)."""
    decade, other = (a, b) if a.kind == "decade" else (b, a)
    if decade.kind != "decade" or not (other.kind == "ordinal" or other.units == {"century"}):
        return None
    fits = any(x.value == 100 * (y.value - 1) for x in decade.readings for y in other.readings)
    return OTHER_KIND if fits else None


def _vague(a: Quantity, b: Quantity) -> float | None:
    """Hundreds of thousands" is every number of six digits, and the same words in another language."""
    if a.magnitude is None and b.magnitude is None:
        return None
    if a.magnitude is not None and b.magnitude is not None:
        return 0.0 if a.magnitude == b.magnitude else VAGUE if _nearly_as_vague(a.magnitude, b.magnitude) else None
    magnitude, other = (a.magnitude, b) if a.magnitude is not None else (b.magnitude, a)
    fits = magnitude is not None and any(magnitude <= r.value < 10 * magnitude for r in other.readings)
    return VAGUE if fits else None


def _nearly_as_vague(a: Decimal, b: Decimal) -> bool:
    """Lakhs and crores have no word of their own elsewhere: "lakhs" are hundreds of thousands, or millions."""
    return max(a, b) == 10 * min(a, b) and bool({a, b} & {LAKH, CRORE})


def _part(a: Quantity, b: Quantity) -> float | None:
    """A half is 50 percent, in words also 51."""
    if a.kind != "fraction" or b.kind != "percent":
        return None
    fits = any(abs(x.value * 100 - y.value) < 1 for x in a.readings for y in b.readings)
    return VAGUE if fits or (a.spelled and _about_half(a, b)) else None


def _about_half(fraction: Quantity, percent: Quantity) -> bool:
    """Whether a percentage is what a word for a half may stand for."""
    half = any(reading.value == HALF for reading in fraction.readings)
    return half and any(abs(reading.value - 100 * HALF) <= ABOUT_HALF for reading in percent.readings)


def _converted(a: Quantity, b: Quantity) -> float | None:
    """10 miles are 16 km."""
    if not a.units or not b.units or (a.units == b.units and len(a.units) == 1):
        return None
    for x_unit in a.units:
        for y_unit in b.units:
            if x_unit != y_unit and dimension(x_unit) is not None and dimension(x_unit) == dimension(y_unit):
                pairs = [(in_base(x.value, x_unit), in_base(y.value, y_unit)) for x in a.readings for y in b.readings]
                if any(_close(x, y, CONVERSION) for x, y in pairs):
                    return CONVERTED
    return None


def _rounded(a: Quantity, b: Quantity) -> float | None:
    """About 2 million is 1.95 million: the hedged value is the other one, rounded to the digits that it has."""
    for rough, exact in ((a, b), (b, a)):
        if rough.hedge and not exact.spelled and rough.units >= exact.units:
            for x in rough.readings:
                for y in exact.readings:
                    if x.value and y.value and _rounds_to(y.value, x.value):
                        return ROUNDED
    return None


def _rounds_to(exact: Decimal, rough: Decimal) -> bool:
    digits = len(rough.normalize().as_tuple().digits)
    if digits >= len(exact.normalize().as_tuple().digits):
        return False
    step = Decimal(10) ** rough.normalize().as_tuple().exponent  # type: ignore[operator]
    return abs(exact - rough) <= min(step / 2, ROUNDING * rough)


def _close(x: Decimal, y: Decimal, tolerance: Decimal) -> bool:
    return abs(x - y) <= tolerance * max(abs(x), abs(y))


def _dates(a: DatePart, b: DatePart) -> float | None:
    if a.part == b.part and (a.values & b.values or a.part == "relative"):
        return (0.0 if a.values == b.values else 0.1) + WEAK * (a.weak + b.weak)
    if {a.part, b.part} == {"month", "day"} and a.values & b.values and max(len(a.values), len(b.values)) > 1:
        return OTHER_KIND
    return None


def _date(part: DatePart, number: Quantity) -> float | None:
    """A day, year or hour that the other side has as a plain number."""
    if part.part == "time":
        return _hour(part, number)
    values = {int(r.value) for r in number.readings if r.value == r.value.to_integral_value() and r.conventional}
    wanted = part.values
    if part.part in ("weekday", "relative") or not values & wanted or (part.part == "month" and number.spelled):
        return None
    return OTHER_KIND + WEAK * number.weak + (OTHER_KIND if part.part == "month" else 0)


def _hour(time: DatePart, number: Quantity) -> float | None:
    """An hour alone, a time written with a point ("20.00"), or one of the numbers of a score (9:49, 49-9)."""
    local = [value for value in time.values if value < DAY]
    if any(minutes in local for minutes in map(_minutes, number.readings)):
        return OTHER_KIND
    values = {int(r.value) for r in number.readings if r.value == r.value.to_integral_value()}
    if values & {value // 60 for value in local}:
        return OTHER_KIND + WEAK * number.weak
    return OTHER_KIND if values & {value % 60 for value in local if value % 60} and not number.spelled else None


def _minutes(reading: Reading) -> int | None:
    """The minutes after midnight that a number with two decimals gives, read as hours and minutes."""
    if reading.value.as_tuple().exponent != MINUTE_DIGITS:
        return None
    hours = int(reading.value)
    return hours * 60 + int((reading.value - hours) * 100)


def _identifiers(a: Identifier, b: Identifier) -> float | None:
    if a.digits != b.digits:
        return None
    if a.letters == b.letters:
        return 0.0 if a.rest == b.rest else 0.2
    return OTHER_UNIT if a.letters[:1] == b.letters[:1] or not (len(a.letters) <= 2 and len(a.digits) > 1) else None


def _identifier(name: Identifier, other: Fact) -> float | None:
    """COVID-19 is written with a plain 19 in other scripts; Grok2 is Grok 2."""
    if isinstance(other, Quantity):
        return OTHER_UNIT if any(r.value == Decimal(name.digits) for r in other.readings) else None
    if isinstance(other, DatePart):
        return OTHER_UNIT if int(name.digits) in other.values else None
    return None


@cache
def _sizes() -> Mapping[str, tuple[str, Decimal]]:
    return {unit: (name, Decimal(size)) for name, units in shared("units").items() for unit, size in units.items()}


def dimension(unit: str) -> str | None:
    """What a unit measures ("length"), None for currencies and unknown units."""
    return _sizes().get(unit, (None,))[0]


def in_base(value: Decimal, unit: str) -> Decimal:
    """A value in the base unit of its dimension; temperatures in degrees Celsius."""
    if unit == "fahrenheit":
        return (value - 32) * _sizes()[unit][1]
    return value * _sizes()[unit][1]
