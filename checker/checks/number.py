"""Flags a quantity whose value has no equal on the other side.

Fires:
    de: Der Cluster hat 200.000 Chips.
    id: Kluster itu memiliki 20.000 chip.

Silent:
    de: Die Firma erhielt 6 Milliarden US-Dollar.
    id: Perusahaan itu menerima US$6 miliar.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.checks.context import Pair
from checker.checks.disagreement import findings
from checker.model import Finding, Severity

NAME = "number"
SEVERITY: Severity = "error"


def check(pair: Pair) -> Iterable[Finding]:
    """Quantities that differ, and quantities in digits that only one version has."""
    return findings(pair, NAME)
