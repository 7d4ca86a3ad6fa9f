"""The same amount in another currency or unit: what the checks ``currency`` and ``unit`` have in common."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks import wording
from checker.checks.context import MIN_SCORE, Pair
from checker.checks.disagreement import SMALL, canonical
from checker.checks.equality import CONVERTED, value_distance
from checker.checks.matching import match
from checker.checks.swap import swaps
from checker.facts.quantities import Quantity
from checker.model import Finding

MEASURED = frozenset({"percent", "currency", "unit"})
"""Kinds of number that exclude each other."""


def differing(pair: Pair, kind: str) -> Iterator[Finding]:
    """Matched quantities of equal value whose units exclude each other; ``kind``: "currency" or "unit"."""
    exchanged = {id(found) for swap in swaps(pair) for found in (swap.first, swap.second)}
    for found in match(pair).matches:
        if id(found) in exchanged:
            continue
        source, target = found.source, found.target
        if not (isinstance(source, Quantity) and isinstance(target, Quantity)):
            continue
        if pair.beads[found.bead].score < MIN_SCORE or _about(source, target) != kind:
            continue
        value = value_distance(source, target)
        if same_unit(source.units, target.units) or value is None or value >= CONVERTED:
            continue
        yield Finding(
            kind,
            "error",
            wording.both(pair, source, target) + ".",
            found.bead,
            source.span,
            target.span,
            facts=(canonical(source), canonical(target)),
        )


def _about(source: Quantity, target: Quantity) -> str:
    """The check that a difference in what two numbers measure belongs to; none where one of them may measure nothing.

    A percentage against an amount of money, or money against metres, is a matter of units; whole numbers up to twelve
    are too common for that, since two of them may be equal by chance.
    """
    kinds = {source.kind, target.kind}
    if len(kinds) == 1:
        return source.kind
    common = all(reading.value <= SMALL and reading.value % 1 == 0 for reading in source.readings)
    return "unit" if kinds <= MEASURED and not (common or source.weak or target.weak) else ""


def same_unit(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether units can be the same: one in common, or one that is part of the other ("mile", "square-mile").

    Tons and tonnes are a tenth apart and have one name in most languages.
    """
    parts = [[set(unit.replace("tonne", "ton").split("-")) for unit in side] for side in (a, b)]
    return any(x <= y or y <= x for x in parts[0] for y in parts[1])
