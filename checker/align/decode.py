"""Weighted features → probabilities → the beads that are right most probably."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from checker.align import lattice, moves
from checker.align.features import TYPES, Features
from checker.align.grid import Grid
from checker.align.lattice import NEVER, Lattice, Posterior, Scores
from checker.align.weights import Weights
from checker.model import Bead

COST = 0.6
"""What a bead must earn in probability: with it the sum that is maximised stands for the strict F1, which punishes
every wrong bead; without it many doubtful small beads would beat one good large bead. On the development sets anything
from 0.4 to 0.7 does equally well on news; 0.6 gives a point on the yearbooks and half a point on the novels."""


@dataclass(frozen=True)
class Nodes:
    """The nodes of a grid in the order of a lattice, with their positions."""

    lattice: Lattice
    grid_nodes: np.ndarray
    i: np.ndarray
    j: np.ndarray

    @classmethod
    def of(cls, grid: Grid) -> Nodes:
        """All nodes of a grid."""
        nodes = lattice.order(grid)
        return cls(lattice.build(grid, nodes, TYPES), nodes, grid.i[nodes], grid.j[nodes])


def decode(features: Features, weights: Weights) -> tuple[Bead, ...]:
    """The path whose beads have the greatest expected number of right ones, each with its probability; and moves."""
    nodes = Nodes.of(features.grid)
    match = np.stack([weights.match @ found for found in match_features(nodes, features)])
    return beads(nodes, match, (features.null(0), features.null(1)), weights)


def beads(nodes: Nodes, match: np.ndarray, null: tuple[np.ndarray, np.ndarray], weights: Weights) -> tuple[Bead, ...]:
    """The same from scores of beads (types, nodes) and features of empty ones (features - 2, sentences of a side)."""
    first, further = weights.null[:2]
    source, target = (weights.null[2:] @ found for found in null)
    scored = scores(nodes, match, source, target, first, further)
    path = best_beads(nodes, lattice.posterior(nodes.lattice, scored))
    return moves.with_moves(path, TYPES, (nodes.i, nodes.j), scored.match, (source - first, target - first))


def match_features(nodes: Nodes, features: Features) -> Iterator[np.ndarray]:
    """Features of the beads of each type, shape (features, nodes)."""
    for a, b in TYPES:
        yield features.match(a, b)[:, nodes.grid_nodes]


def scores(
    nodes: Nodes, match: np.ndarray, source: np.ndarray, target: np.ndarray, first: float, further: float
) -> Scores:
    """Scores of all beads.

    ``match`` is by type and node; ``source`` and ``target`` give by sentence the score of leaving it alone, from which
    the cost of a ``first`` or ``further`` empty bead of a run is taken.
    """
    nowhere = nodes.lattice.before == nodes.lattice.size - 1
    match[nowhere[:-2]] = NEVER
    empty = [
        np.where(nowhere[side - 2], NEVER, alone[np.maximum(position - 1, 0)] - cost)
        for side, (alone, position) in enumerate(((source, nodes.i), (target, nodes.j)))
        for cost in (first, further)
    ]
    return Scores(match, *empty)


def best_beads(nodes: Nodes, found: Posterior) -> tuple[Bead, ...]:
    """The beads that together earn most probability less :data:`COST` each."""
    source = _by_sentence(found.open_source + found.next_source, nodes.i)
    target = _by_sentence(found.open_target + found.next_target, nodes.j)
    gains = np.concatenate([found.match, source[nodes.i][None], target[nodes.j][None]])
    path = lattice.best(nodes.lattice, gains - np.float32(COST))
    return tuple(_bead(kind, int(nodes.i[node]), int(nodes.j[node]), float(gains[kind, node])) for kind, node in path)


def _by_sentence(probability: np.ndarray, position: np.ndarray) -> np.ndarray:
    """Sum over the nodes at which a sentence may be left alone; entry ``k`` belongs to sentence ``k - 1``."""
    return np.minimum(np.bincount(np.maximum(position, 0), probability), 1.0).astype(np.float32)


def _bead(kind: int, i: int, j: int, score: float) -> Bead:
    a, b = (*TYPES, (1, 0), (0, 1))[kind]
    return Bead(tuple(range(i - a, i)), tuple(range(j - b, j)), round(min(max(score, 0.0), 1.0), 4))
