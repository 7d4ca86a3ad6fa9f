"""What a price is asked for: the ounce of gold here, the tonne there, with the same number.

A unit that nothing counts ("$9,870 a tonne", "24 forints per litre", "每吨") is compared where both versions of a bead
have one such unit, and an amount of money that agrees. Where a version has none, the price is put otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from checker.checks.context import MIN_SCORE, Pair
from checker.checks.matching import match
from checker.checks.roles import line_of
from checker.checks.units import same_unit
from checker.checks.wording import languages
from checker.facts.lexicon import Line
from checker.facts.names import Name
from checker.facts.quantities import Quantity
from checker.facts.strength import FAINT
from checker.languages import shared
from checker.model import Bead, Fact, Finding, Span, Version

DIMENSIONS = ("length", "area", "volume", "mass", "energy")
"""What prices are asked for besides time, whose words stand bare everywhere ("this year")."""

SHORTEST = 3
"""Letters of a unit's word; shorter ones are ordinary words or letters ("t", "oz"), unless a slash stands before."""

PER = frozenset("/每當当당")
"""Signs beside a unit that make it what a price is asked for, however short it is."""


class Bare(msgspec.Struct, frozen=True):
    """A unit that no number counts: its place and what it may be."""

    span: Span
    units: frozenset[str]


def findings(pair: Pair, kind: str) -> Iterator[Finding]:
    """The measures that changed, as findings of the check ``kind``."""
    first, second = languages(pair)
    for index in sorted(set(priced(pair))):
        found = exchanged(pair, pair.beads[index])
        if found is None:
            continue
        a, b = found
        told = _told(pair.source, a), _told(pair.target, b)
        message = f"The {first} version gives the price for {told[0]}; the {second} one for {told[1]}."
        yield Finding(kind, "error", message, index, a.span, b.span, facts=("/".join(a.units), "/".join(b.units)))


def exchanged(pair: Pair, bead: Bead) -> tuple[Bare, Bare] | None:
    """The bare units of a bead in which each version has one, and not the same."""
    source = tuple(_bare(pair.source, bead.source))
    target = tuple(_bare(pair.target, bead.target))
    if len({row.units for row in source}) != 1 or len({row.units for row in target}) != 1:
        return None
    a, b = source[0], target[0]
    counted = {unit for side in pair.facts(bead) for fact in side for unit in _units(fact)}
    return None if same_unit(a.units, b.units) or (a.units | b.units) & counted else (a, b)


def _told(version: Version, bare: Bare) -> str:
    """The unit's own word, with its English name where that is one and another."""
    text = version.article.text[bare.span.start : bare.span.end]
    names = [unit.replace("-", " ") for unit in bare.units]
    alike = len(names) != 1 or names[0] in text.lower()
    return f"“{text}”" if alike else f"“{text}” ({names[0]})"


def priced(pair: Pair) -> Iterator[int]:
    """The beads with an amount of money that agrees."""
    for found in match(pair).matches:
        money = all(isinstance(fact, Quantity) and fact.kind == "currency" for fact in (found.source, found.target))
        if money and pair.beads[found.bead].score >= MIN_SCORE:
            yield found.bead


def _bare(version: Version, sentences: Iterable[int]) -> Iterator[Bare]:
    for index in sentences:
        line = line_of(version, version.sentences[index])
        taken = [fact.span for fact in version.facts[index] if _is_taken(fact)]
        for at in range(len(line.tokens)):
            found = _unit(line, at)
            if found is not None and not any(map(found.span.overlaps, taken)):
                yield found


def _is_taken(fact: Fact) -> bool:
    """Whether a fact has its words for itself: an amount, or a name that is more than a noun with its capital."""
    sure = isinstance(fact, Name) and any(word.strength > FAINT for word in fact.words)
    return sure or isinstance(fact, Quantity)


def _unit(line: Line, at: int) -> Bare | None:
    """A word of a unit, and of nothing else that is listed, among a sentence's tokens."""
    hit = line.find(at, "unit")
    if hit is None or any(entry.kind not in ("unit", "counter") for _, entry in line.hits[at]):
        return None
    units = frozenset(str(hit[1].value).split())
    span = Span(line.tokens[at].start, line.tokens[hit[0] - 1].end)
    beside = {line.text(at - 1, at), line.text(hit[0], hit[0] + 1)} if at else {line.text(hit[0], hit[0] + 1)}
    long = span.end - span.start >= SHORTEST
    return Bare(span, units) if units <= _compared() and (long or beside & PER) else None


@cache
def _compared() -> frozenset[str]:
    tables = shared("units")
    return frozenset(unit for dimension in DIMENSIONS for unit in tables.get(dimension, ()))


def _units(fact: Fact) -> frozenset[str]:
    return fact.units if isinstance(fact, Quantity) else frozenset()
