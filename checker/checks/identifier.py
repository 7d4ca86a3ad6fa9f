"""Flags another name with digits: a product, a model, a road, a law.

Fires:
    en: The centre runs on B200 accelerators.
    de: Das Zentrum läuft mit B100-Beschleunigern.

Silent:
    en: Grok2 was trained in a few months.
    de: Grok 2 wurde in wenigen Monaten trainiert.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.checks.context import Pair
from checker.checks.disagreement import findings
from checker.model import Finding, Severity

NAME = "identifier"
SEVERITY: Severity = "error"


def check(pair: Pair) -> Iterable[Finding]:
    """Names with digits that differ in a letter or digit."""
    return findings(pair, NAME)
