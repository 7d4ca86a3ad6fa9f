from __future__ import annotations

from checker.checks.house import apply
from checker.model import Finding, Severity

DEFAULTS: dict[str, Severity] = {"name": "error", "omission": "warning"}


def finding(check: str, severity: Severity) -> Finding:
    return Finding(check, severity, "A message.", 0, None, None)


def severities(house: dict[str, str], *findings: Finding) -> list[str]:
    return [result.severity for result in apply(findings, DEFAULTS, house)]


def test_without_configuration_nothing_changes() -> None:
    assert severities({}, finding("name", "error"), finding("name", "warning")) == ["error", "warning"]


def test_a_default_severity_is_replaced_and_a_lowered_one_never_raised() -> None:
    house = {"omission": "error"}
    assert severities(house, finding("omission", "warning"), finding("omission", "note")) == ["error", "note"]


def test_a_milder_setting_holds_for_all() -> None:
    assert severities({"name": "note"}, finding("name", "error"), finding("name", "warning")) == ["note", "note"]


def test_off_drops_the_findings() -> None:
    assert severities({"name": "off"}, finding("name", "error")) == []
