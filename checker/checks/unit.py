"""Flags the same number of another unit, or a price for another measure; a correct conversion is no finding.

Fires:
    en: The repair took 12 hours.
    de: Die Reparatur dauerte 12 Tage.

Silent:
    en: The trail is 10 miles long.
    de: Der Weg ist 16 Kilometer lang.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.checks import rates
from checker.checks.context import Pair
from checker.checks.units import differing
from checker.model import Finding, Severity

NAME = "unit"
SEVERITY: Severity = "error"


def check(pair: Pair) -> Iterable[Finding]:
    """Numbers that agree while their units don't, and prices that are asked for different measures."""
    yield from differing(pair, NAME)
    yield from rates.findings(pair, NAME)
