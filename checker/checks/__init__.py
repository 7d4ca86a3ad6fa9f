"""The checks: one module each, listed in :data:`CHECKS`.

What they hand on are frozen structs of msgspec: Python takes a millisecond to make a dataclass, and there are fifty.
"""

from __future__ import annotations

from collections.abc import Mapping

from checker.checks import (
    addition,
    attribution,
    conversion,
    currency,
    date,
    glossary,
    hedge,
    house,
    identifier,
    meaning,
    name,
    negation,
    number,
    number_format,
    omission,
    order,
    ordinal,
    quote,
    tables,
    unit,
    unrelated,
    untranslated,
)
from checker.checks.context import Check, Pair
from checker.checks.resolve import resolve
from checker.model import Finding

CHECKS: tuple[Check, ...] = (
    unrelated,
    number,
    currency,
    unit,
    date,
    ordinal,
    identifier,
    number_format,
    conversion,
    hedge,
    attribution,
    name,
    quote,
    negation,
    omission,
    addition,
    meaning,
    order,
    untranslated,
    glossary,
)


def run(pair: Pair, severity: Mapping[str, str]) -> tuple[Finding, ...]:
    """All findings of a pair, in reading order. ``severity`` maps a check to "error", "warning", "note" or "off"."""
    wanted: tuple[Check, ...] = (unrelated,) if pair.unrelated else CHECKS
    active = [check for check in wanted if severity.get(check.NAME) != "off"]
    found = resolve(pair, tables.judged(pair, (finding for check in active for finding in check.check(pair))))
    defaults = {check.NAME: check.SEVERITY for check in active}
    return tuple(sorted(house.apply(found, defaults, severity), key=_place))


def _place(finding: Finding) -> tuple[int, int, int, str]:
    """Reading order: by bead, then by where the spans begin."""
    bead = -1 if finding.bead is None else finding.bead
    source = finding.source.start if finding.source else -1
    target = finding.target.start if finding.target else -1
    return bead, source, target, finding.check
