"""Flags another day, month, year, weekday or time of day.

Fires:
    en: The court will rule on 14 March 2023.
    de: Das Gericht entscheidet am 14. Mai 2023.

Silent:
    en: The train leaves at 3:45 pm on Tuesday.
    de: Der Zug fährt am Dienstag um 15.45 Uhr.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.checks.context import Pair
from checker.checks.disagreement import findings
from checker.model import Finding, Severity

NAME = "date"
SEVERITY: Severity = "error"


def check(pair: Pair) -> Iterable[Finding]:
    """Parts of dates that differ."""
    return findings(pair, NAME)
