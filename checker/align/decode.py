"""Weighted features → probabilities → the beads that are right most probably."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from checker.align import lattice
from checker.align.features import TYPES, Features
from checker.align.grid import Grid
from checker.align.lattice import NEVER, Lattice, Posterior, Scores
from checker.align.weights import Weights
from checker.model import Bead

COST = 0.4
"""What a bead must earn in probability: with it the sum that is maximised stands for the strict F1, which punishes
every wrong bead; without it many doubtful small beads would beat one good large bead. On the development sets anything
from 0.3 to 0.5 does equally well."""


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
    """The path whose beads have the greatest expected number of right ones, each with its probability."""
    nodes = Nodes.of(features.grid)
    scored = scores(
        nodes,
        (weights.match @ found for found in match_features(nodes, features)),
        *((weights.null[2:] @ found, weights.null[:2]) for found in null_features(nodes, features)),
    )
    return best_beads(nodes, lattice.posterior(nodes.lattice, scored))


def match_features(nodes: Nodes, features: Features) -> Iterator[np.ndarray]:
    """Features of the beads of each type, shape (features, nodes)."""
    for a, b in TYPES:
        yield features.match(a, b)[:, nodes.grid_nodes]


def null_features(nodes: Nodes, features: Features) -> Iterator[np.ndarray]:
    """Features of the empty beads of each side, shape (features - 2, nodes)."""
    for side, position in enumerate((nodes.i, nodes.j)):
        yield features.null(side)[:, np.maximum(position - 1, 0)]


def scores(
    nodes: Nodes,
    match: Iterator[np.ndarray],
    source: tuple[np.ndarray, np.ndarray],
    target: tuple[np.ndarray, np.ndarray],
) -> Scores:
    """Scores of all beads; ``source`` and ``target`` hold an empty bead's score by node and the costs of its place."""
    nowhere = nodes.lattice.before == nodes.lattice.size - 1
    matched = np.stack(list(match))
    matched[nowhere[:-2]] = NEVER
    empty = [
        np.where(nowhere[side - 2], NEVER, base - cost)
        for side, (base, costs) in enumerate((source, target))
        for cost in costs
    ]
    return Scores(matched, *empty)


def best_beads(nodes: Nodes, found: Posterior) -> tuple[Bead, ...]:
    """The beads that together earn most probability less :data:`COST` each."""
    source = _by_sentence(found.open_source + found.next_source, nodes.i)
    target = _by_sentence(found.open_target + found.next_target, nodes.j)
    gains = np.concatenate([found.match, source[nodes.i][None], target[nodes.j][None]])
    path = lattice.best(nodes.lattice, gains - np.float32(COST))
    return tuple(_bead(kind, int(nodes.i[node]), int(nodes.j[node]), float(gains[kind, node])) for kind, node in path)


def _by_sentence(probability: np.ndarray, position: np.ndarray) -> np.ndarray:
    """Sum over the nodes at which a sentence may be left alone; entry ``k`` belongs to sentence ``k - 1``."""
    return np.minimum(np.bincount(np.maximum(position, 0), probability), 1.0)


def _bead(kind: int, i: int, j: int, score: float) -> Bead:
    a, b = (*TYPES, (1, 0), (0, 1))[kind]
    return Bead(tuple(range(i - a, i)), tuple(range(j - b, j)), round(min(max(score, 0.0), 1.0), 4))
