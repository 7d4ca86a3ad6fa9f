"""Flags the same amount in another currency.

Fires:
    en: The city pays 40 million dollars.
    de: Die Stadt zahlt 40 Millionen Euro.

Silent:
    en: The city pays $40 million.
    de: Die Stadt zahlt 40 Millionen Dollar.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.checks.context import Pair
from checker.checks.units import differing
from checker.model import Finding, Severity

NAME = "currency"
SEVERITY: Severity = "error"


def check(pair: Pair) -> Iterable[Finding]:
    """Amounts that agree while their currencies don't."""
    return differing(pair, NAME)
