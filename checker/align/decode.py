"""Weighted features → probabilities → the beads that are right most probably."""

from __future__ import annotations

import numpy as np

from checker.align import lattice
from checker.align.features import TYPES, Builder, Document
from checker.align.lattice import NEVER, Lattice, Scores
from checker.align.weights import Weights
from checker.model import Bead

COST = 0.3
"""What a bead must earn in probability: with it the sum that is maximised stands for the strict F1, which punishes
every wrong bead; without it many doubtful small beads would beat one good large bead."""


def decode(document: Document, weights: Weights) -> tuple[Bead, ...]:
    """The path whose beads have the greatest expected number of right ones, each with its probability."""
    grid = document.grid
    nodes = lattice.order(grid)
    paths = lattice.build(grid, nodes, TYPES)
    found = lattice.posterior(paths, scores(document, weights, nodes, paths))
    i, j = grid.i[nodes], grid.j[nodes]
    source = _by_sentence(found.open_source + found.next_source, i, grid.rows)
    target = _by_sentence(found.open_target + found.next_target, j, grid.columns)
    gains = np.concatenate([found.match, source[i][None], target[j][None]]) - COST
    return tuple(
        _bead(kind, int(i[node]), int(j[node]), float(gains[kind, node]) + COST)
        for kind, node in lattice.best(paths, gains)
    )


def scores(document: Document, weights: Weights, nodes: np.ndarray, paths: Lattice) -> Scores:
    """Scores of all beads in the order of ``nodes``."""
    builder = Builder(document)
    match = np.stack([weights.match @ builder.match(a, b)[:, nodes] for a, b in TYPES]).astype(np.float64)
    nowhere = paths.before == paths.size - 1
    match[nowhere[:-2]] = NEVER
    empty = []
    for side, position in enumerate((builder.i, builder.j)):
        base = (weights.null[2:] @ builder.null(side))[position][nodes]
        for cost in weights.null[:2]:
            empty.append(np.where(nowhere[side - 2], NEVER, base - cost))
    return Scores(match, *empty)


def _by_sentence(probability: np.ndarray, position: np.ndarray, count: int) -> np.ndarray:
    """Sum over the nodes at which a sentence may be left alone; entry ``k`` belongs to sentence ``k - 1``."""
    return np.minimum(np.bincount(np.maximum(position, 0), probability, count + 1), 1.0)


def _bead(kind: int, i: int, j: int, score: float) -> Bead:
    a, b = (*TYPES, (1, 0), (0, 1))[kind]
    return Bead(tuple(range(i - a, i)), tuple(range(j - b, j)), round(min(max(score, 0.0), 1.0), 4))
