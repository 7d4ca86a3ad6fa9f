"""A denial by itself, with what its sentence has besides the other denials.

"No one was hurt, and the water was not contaminated" denies twice; where the other side denies once, what that denies
is taken out of both sides, and what is left is judged as if it were a sentence: it may affirm what the first denies.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.carriers import Facing
from checker.checks.scope import Denial, Side, matched, part

ALIKE = 0.35
"""Cosine of the denied words from which two denials are surely one."""
BESIDE = 5
"""Words between two denials up to which they may be one ("δεν υπάρχει «ούτε μία …")."""
LEAST = 3
"""Words that need to be left."""
SPREAD = 3
"""Words from the first to the last negator of one denial ("ne l'a pas"): farther apart they may deny two things."""


def parted(facing: Facing, denial: Denial) -> Facing | None:
    """What both sides have besides the denials of this one that have their answer; None where parts run together."""
    one, other = facing.one, facing.other
    if len(one.denials) != 1 + len(other.denials) or not all(map(_together, other.denials)):
        return None
    pairs = matched(one.denials, other.denials, other, facing.words)
    if any(_alike(facing, i, j) < ALIKE or _beside(one.denials[i], denial) for i, j in pairs.items()):
        return None
    own = {place for i in pairs for place in _own(one, one.denials[i])}
    others = {place for j in pairs.values() for place in _reach(other, other.denials[j])}
    rows = [tuple(_outside(side, taken)) for side, taken in ((one, own), (other, others))]
    if own & _own(one, denial) or any(len(row) < LEAST for row in rows):
        return None
    return Facing.of(part(one, rows[0]), part(other, rows[1]))


def _together(denial: Denial) -> bool:
    return bool(denial.at) and denial.at[-1] - denial.at[0] <= SPREAD


def _beside(one: Denial, other: Denial) -> bool:
    return min((abs(i - j) for i in one.at for j in other.at), default=0) <= BESIDE


def _alike(facing: Facing, i: int, j: int) -> float:
    a, b = facing.one.denials[i], facing.other.denials[j]
    return max((float(facing.words[x, y]) for x in a.denied for y in b.denied), default=0.0)


def _own(side: Side, denial: Denial) -> set[int]:
    """The parts in which the negators of a denial stand."""
    return {side.joined[i] for i in denial.at}


def _reach(side: Side, denial: Denial) -> set[int]:
    """The parts that a denial may deny: its own, and what an "and" adds to it."""
    found = _own(side, denial)
    while more := {place + 1 for place in found if place + 1 in side.coordinated} - found:
        found |= more
    return found


def _outside(side: Side, parts: set[int]) -> Iterator[int]:
    return (i for i, place in enumerate(side.joined) if place not in parts)
