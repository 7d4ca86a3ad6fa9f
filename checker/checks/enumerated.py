"""Countries and towns that one version leaves out of a list whose other members it has, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.checks.context import MIN_SCORE, Pair
from checker.checks.entities import Mention, lost, mentions_of, turned
from checker.checks.listing import JOINT
from checker.checks.sides import SideName
from checker.model import Bead

PLACES = frozenset({"country", "town"})
LEAST = 3
"""Members of a list, the lost one among them."""


def missing_members(pair: Pair) -> Iterator[tuple[int, SideName, Mention]]:
    """Bead, side and mention of each such place."""
    sides: tuple[tuple[SideName, Pair], ...] = (("source", pair), ("target", pair.swapped()))
    for side, view in sides:
        for index, bead in enumerate(view.beads):
            if bead.source and bead.target and bead.score >= MIN_SCORE:
                yield from ((index, side, row) for row in _missing(view, bead))


def _missing(view: Pair, bead: Bead) -> Iterator[Mention]:
    other = _places(view.swapped(), turned(bead))
    there = [entity for row in other for entity in row.entities]
    for run in _runs(view.source.article.text, _places(view, bead)):
        gone = [row for row in run if not row.entities & set(there)]
        if len(run) < LEAST or len(gone) != 1 or not lost(view, bead, gone[0], other):
            continue
        if _side_by_side(view, run, gone[0], other):
            yield gone[0]


def _side_by_side(view: Pair, run: Sequence[Mention], gone: Mention, other: Sequence[Mention]) -> bool:
    """Whether the neighbours of a member of a list stand next to each other in a list of the other version.

    Of the first or the last one the next two, which begin or end it.
    """
    at, last = run.index(gone), len(run) - 1
    first, second = (run[at - 1], run[at + 1]) if 0 < at < last else run[1:3] if at == 0 else run[-3:-1]
    for row in _runs(view.target.article.text, other):
        for place, (a, b) in enumerate(pairwise(row)):
            whole = 0 < at < last or place == (0 if at == 0 else len(row) - 2)
            if whole and a.entities & first.entities and b.entities & second.entities:
                return True
    return False


def _places(view: Pair, bead: Bead) -> tuple[Mention, ...]:
    return tuple(row for row in mentions_of(view, bead) if any(entity.kind in PLACES for entity in row.entities))


def _runs(text: str, rows: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """The lists that some mentions stand in, also those of one member."""
    run: list[Mention] = list(rows[:1])
    for before, row in pairwise(rows):
        if not JOINT.fullmatch(text[before.span.end : row.span.start]):
            yield tuple(run)
            run = []
        run.append(row)
    if run:
        yield tuple(run)
