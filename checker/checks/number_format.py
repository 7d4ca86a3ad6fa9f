"""Flags the right value, written against the language's own convention.

Fires:
    de: In das Stadion passen 45.000 Menschen.
    id: Stadion itu menampung 45,000 orang.

Silent:
    de: In das Stadion passen 45.000 Menschen.
    id: Stadion itu menampung 45.000 orang.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from checker.checks import wording
from checker.checks.context import MIN_SCORE, Pair
from checker.checks.disagreement import canonical
from checker.checks.matching import match
from checker.facts.quantities import Quantity
from checker.languages import cldr, primary
from checker.languages.names import english_name
from checker.model import Finding, Severity, Version

NAME = "number-format"
SEVERITY: Severity = "warning"
THOUSAND = 1000


def check(pair: Pair) -> Iterable[Finding]:
    """Numbers whose value agrees with the other version only if the separator is read as another language's."""
    for found in match(pair).matches:
        source, target = found.source, found.target
        if not (isinstance(source, Quantity) and isinstance(target, Quantity)):
            continue
        if pair.beads[found.bead].score < MIN_SCORE:
            continue
        sides = [(x, y) for x in source.readings for y in target.readings if x.value == y.value]
        if not sides or any(x.conventional and y.conventional for x, y in sides):
            continue
        x, y = max(sides, key=lambda pair: (pair[0].conventional + pair[1].conventional, pair[0].value))
        wrong = target if x.conventional else source
        if x.conventional == y.conventional or _may_be_a_label(wrong):
            continue
        yield Finding(
            NAME,
            SEVERITY,
            _message(pair.target if x.conventional else pair.source, wrong, x.value),
            found.bead,
            source.span,
            target.span,
            facts=(canonical(source), canonical(target)),
        )


def _message(version: Version, wrong: Quantity, meant: Decimal) -> str:
    """What is written and meant, and which marks the language uses."""
    code = primary(version.article.language)
    language, marks = english_name(code), {"group": ",", "decimal": ".", **cldr(code, "separators")}
    group, decimal = (f"“{mark}”" if mark.strip() else "a space" for mark in (marks["group"], marks["decimal"]))
    return (
        f"The {language} version writes “{wrong.text}” for {wording.readable(meant)}, but {language} groups thousands "
        f"with {group} and writes decimals with {decimal}."
    )


def _may_be_a_label(number: Quantity) -> bool:
    """Whether a decimal measures nothing: 5.1 may be a chapter or a version, which keep their point everywhere."""
    return number.kind == "count" and len(number.readings) == 1 and number.readings[0].value < THOUSAND
