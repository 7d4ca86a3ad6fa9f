"""Flags another rank or place in an order.

Fires:
    en: It was the 7th title for the club.
    de: Es war der 9. Titel für den Verein.

Silent:
    en: She finished in fourth place.
    de: Sie wurde Vierte.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.checks.context import Pair
from checker.checks.disagreement import findings
from checker.model import Finding, Severity

NAME = "ordinal"
SEVERITY: Severity = "error"


def check(pair: Pair) -> Iterable[Finding]:
    """Ranks that differ."""
    return findings(pair, NAME)
