"""The house's own severities, laid over what the checks say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from checker.model import SEVERITIES, Finding, Severity


def apply(
    findings: Iterable[Finding], defaults: Mapping[str, Severity], house: Mapping[str, str]
) -> tuple[Finding, ...]:
    """The findings with configured severities ("off" drops them).

    ``defaults`` are the checks' own severities. A finding at its check's default gets the configured one; a finding
    that weaker evidence has lowered is never raised by it.
    """
    return tuple(
        _at(finding, defaults[finding.check], house.get(finding.check, finding.severity))
        for finding in findings
        if house.get(finding.check) != "off"
    )


def _at(finding: Finding, default: Severity, configured: str) -> Finding:
    level: Severity = next(severity for severity in SEVERITIES if severity == configured)
    lowered = finding.severity != default
    return replace(finding, severity=min(finding.severity, level, key=SEVERITIES.index) if lowered else level)
