"""The checks: one module each, listed in :data:`CHECKS`."""

from __future__ import annotations

from collections.abc import Mapping

from checker.checks.context import Check, Pair
from checker.model import Finding

CHECKS: tuple[Check, ...] = ()


def run(pair: Pair, severity: Mapping[str, str]) -> tuple[Finding, ...]:
    """All findings of a pair, in reading order. ``severity`` maps a check to "error", "warning", "note" or "off"."""
    return tuple(finding for check in CHECKS if severity.get(check.NAME) != "off" for finding in check.check(pair))
