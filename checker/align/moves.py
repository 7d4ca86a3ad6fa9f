"""Passages that changed their place: empty beads of both sides that translate each other across other beads.

The monotone path leaves such sentences alone on both sides. Two of them become one moved bead where their score beats
that of leaving both alone by enough to outweigh how rare moves are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from checker.model import Bead

RARITY = 6.0
"""Log odds against any two lone sentences having moved. In 35 news articles of the development sets with one sentence
put elsewhere anything from 2 to 8 found 26; at 6 there was no wrong move, at 4 there was one."""
LEAST = 0.5
"""Least probability of a moved bead."""


@dataclass(frozen=True)
class Candidate:
    """A possible moved bead and the log odds of its being one."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    odds: float


def with_moves(
    beads: Sequence[Bead],
    types: Sequence[tuple[int, int]],
    ends: tuple[np.ndarray, np.ndarray],
    match: np.ndarray,
    alone: tuple[np.ndarray, np.ndarray],
) -> tuple[Bead, ...]:
    """Replace empty beads by moved ones where the evidence is strong.

    ``match`` holds the scores of beads (types, nodes) that end before the positions ``ends`` (source, target);
    ``alone`` is by sentence of each side the score of an empty bead.
    """
    free = [np.zeros(len(side), dtype=bool) for side in alone]
    for bead in beads:
        if not bead.source or not bead.target:
            free[0][list(bead.source)] = True
            free[1][list(bead.target)] = True
    kept = [bead for bead in beads if bead.source and bead.target]
    if free[0].any() and free[1].any():
        found = sorted(_candidates(types, ends, match, alone, free), key=lambda c: (-c.odds, c.source, c.target))
        for candidate in found:
            if free[0][list(candidate.source)].all() and free[1][list(candidate.target)].all():
                kept = _taken(kept, candidate, free)
    lone = [
        bead
        for bead in beads
        if (not bead.target and free[0][bead.source[0]]) or (not bead.source and free[1][bead.target[0]])
    ]
    return tuple(in_order([*kept, *lone]))


def _taken(kept: list[Bead], candidate: Candidate, free: Sequence[np.ndarray]) -> list[Bead]:
    """The beads with the candidate, if it crosses any; it and a neighbour that it changed places with are one bead."""
    crossed = [bead for bead in kept if not bead.moved and _crosses(candidate, bead)]
    if not crossed:
        return kept
    free[0][list(candidate.source)] = free[1][list(candidate.target)] = False
    score = round(1 / (1 + float(np.exp(-candidate.odds))), 4)
    source = tuple(sorted((*candidate.source, *crossed[0].source)))
    target = tuple(sorted((*candidate.target, *crossed[0].target)))
    if len(crossed) == 1 and _unbroken(source) and _unbroken(target):
        swapped = Bead(source, target, min(score, crossed[0].score))
        return [swapped if bead is crossed[0] else bead for bead in kept]
    return [*kept, Bead(candidate.source, candidate.target, score, moved=True)]


def _unbroken(indices: tuple[int, ...]) -> bool:
    return indices[-1] - indices[0] == len(indices) - 1


def in_order(beads: Iterable[Bead]) -> list[Bead]:
    """Source order; a bead without a source stands behind the last unmoved bead whose target precedes its own."""
    every = tuple(beads)
    with_source = sorted((bead for bead in every if bead.source), key=lambda bead: bead.source)
    lone = sorted((bead for bead in every if not bead.source), key=lambda bead: bead.target)
    ordered: list[Bead] = []
    for bead in with_source:
        if bead.target and not bead.moved:
            while lone and lone[0].target < bead.target:
                ordered.append(lone.pop(0))
        ordered.append(bead)
    return ordered + lone


def _candidates(
    types: Sequence[tuple[int, int]],
    ends: tuple[np.ndarray, np.ndarray],
    match: np.ndarray,
    alone: tuple[np.ndarray, np.ndarray],
    free: Sequence[np.ndarray],
) -> Iterator[Candidate]:
    """Beads of lone sentences with at least even odds."""
    need = np.log(LEAST / (1 - LEAST))
    for kind, (a, b) in enumerate(types):
        runs = [_runs(side, count) for side, count in zip(free, (a, b), strict=True)]
        values = [_sums(side, count) for side, count in zip(alone, (a, b), strict=True)]
        open_nodes = np.flatnonzero(runs[0][ends[0]] & runs[1][ends[1]])
        i, j = ends[0][open_nodes], ends[1][open_nodes]
        odds = match[kind, open_nodes] - values[0][i] - values[1][j] - RARITY
        for k in np.flatnonzero(odds >= need):
            yield Candidate(tuple(range(i[k] - a, i[k])), tuple(range(j[k] - b, j[k])), float(odds[k]))


def _runs(free: np.ndarray, count: int) -> np.ndarray:
    """Whether the ``count`` sentences before each position are all free; positions -1 (last) to len."""
    total = np.concatenate([[0], np.cumsum(free)])
    found = np.zeros(len(free) + 2, dtype=bool)
    if count <= len(free):
        found[count : len(free) + 1] = total[count:] - total[:-count] == count
    return found


def _sums(values: np.ndarray, count: int) -> np.ndarray:
    total = np.concatenate([[0.0], np.cumsum(values)])
    found = np.zeros(len(values) + 2)
    if count <= len(values):
        found[count : len(values) + 1] = total[count:] - total[:-count]
    return found


def _crosses(candidate: Candidate, bead: Bead) -> bool:
    return (bead.source[0] < candidate.source[0]) != (bead.target[0] < candidate.target[0])
