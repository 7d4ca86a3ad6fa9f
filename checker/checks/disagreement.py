"""From leftovers of the matching to findings: what the checks of numbers and dates have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.checks import wording
from checker.checks.context import Pair
from checker.checks.matching import Leftover, match
from checker.facts.dates import DatePart
from checker.facts.identifiers import Identifier
from checker.facts.quantities import Quantity, plain
from checker.model import Fact, Finding, Severity


def about(fact: Fact) -> str:
    """The check that a disagreement over this fact belongs to."""
    if isinstance(fact, Identifier):
        return "identifier"
    if isinstance(fact, DatePart):
        return "date"
    if isinstance(fact, Quantity) and fact.kind in ("year", "decade"):
        return "date"
    return "ordinal" if isinstance(fact, Quantity) and fact.kind == "ordinal" else "number"


def check_of(leftover: Leftover) -> str:
    """The check that reports a leftover; where the sides differ in kind, it is a matter of numbers."""
    names = {about(fact) for fact in (leftover.source, leftover.target) if fact is not None}
    return names.pop() if len(names) == 1 else "number"


def findings(pair: Pair, name: str) -> Iterator[Finding]:
    """The findings of one of the checks."""
    for leftover in match(pair).leftovers:
        if check_of(leftover) == name and is_evidence(leftover):
            yield finding(pair, name, leftover)


def is_evidence(leftover: Leftover) -> bool:
    """Whether a leftover is worth an editor's time."""
    return True


def finding(pair: Pair, name: str, leftover: Leftover, severity: Severity = "error") -> Finding:
    """A leftover as a finding."""
    source, target = leftover.source, leftover.target
    if source is not None and target is not None:
        message = wording.both(pair, source, target) + _factor(source, target) + "."
    else:
        message = wording.only(pair, source, target) + "."
    return Finding(
        name,
        severity,
        message,
        leftover.bead,
        source.span if source else None,
        target.span if target else None,
        facts=tuple(canonical(fact) for fact in (source, target) if fact is not None),
    )


def _factor(source: Fact, target: Fact) -> str:
    if not (isinstance(source, Quantity) and isinstance(target, Quantity) and source.readings and target.readings):
        return ""
    return wording.factor(source.readings[0].value, target.readings[0].value)


def canonical(fact: Fact) -> str:
    """A fact's value as a string that stays the same while its wording changes."""
    if isinstance(fact, Quantity):
        values = ",".join(plain(reading.value) for reading in fact.readings[:1]) or f"~{fact.magnitude}"
        return f"{fact.kind}:{values}:{','.join(sorted(fact.units))}"
    if isinstance(fact, DatePart):
        return f"{fact.part}:{','.join(map(str, sorted(fact.values)))}"
    return next(iter(sorted(fact.keys)), fact.text)
