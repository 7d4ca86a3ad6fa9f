"""The conditional random field over alignment paths, and how its weights are fitted.

Documents are laid side by side in one lattice, so that one pass over the diagonals serves all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped]

from checker.align import lattice
from checker.align.features import FREE, MATCH, NULL, TYPES
from checker.align.lattice import NEVER, Lattice, Posterior, Scores
from training.calibrate_alignment.examples import Example, by_node

NAMES = (*MATCH, *NULL)
RIDGE = 0.5
"""Weight of the squared weights, against thousands of gold beads: divides between features that say much the same."""


@dataclass(frozen=True)
class Batch:
    """Examples laid side by side, so that one pass over the diagonals serves all.

    ``owner`` is each node's example; ``gold`` the sums of the features over all gold paths.
    """

    lattice: Lattice
    match: np.ndarray
    null: tuple[np.ndarray, np.ndarray]
    gold: np.ndarray
    owner: np.ndarray


def batch(examples: Sequence[Example]) -> Batch:
    """Lay examples side by side, in the order of their diagonals."""
    sizes = [e.nodes.lattice.size - 1 for e in examples]
    offsets = np.cumsum([0, *sizes])
    total = int(offsets[-1])
    diagonal = np.concatenate([(e.nodes.i + e.nodes.j)[:-1] for e in examples])
    order = np.argsort(diagonal, kind="stable")
    place = np.append(np.empty(total, dtype=np.int64), total)
    place[order] = np.arange(total)

    def links(name: str) -> np.ndarray:
        parts = []
        for e, offset, size in zip(examples, offsets, sizes, strict=False):
            link = getattr(e.nodes.lattice, name)[:, :-1].astype(np.int64)
            parts.append(place[np.where(link == size, total, link + offset)])
        joined = np.concatenate(parts, axis=1)[:, order]
        return np.append(joined, np.full((len(joined), 1), total), axis=1)

    def values(parts: Iterable[np.ndarray]) -> np.ndarray:
        joined = np.concatenate([part[..., :-1] for part in parts], axis=-1)[..., order]
        return np.concatenate([joined, np.zeros_like(joined[..., :1])], axis=-1)

    return Batch(
        Lattice(
            links("before"),
            links("after"),
            np.searchsorted(diagonal[order], np.arange(diagonal.max() + 2)),
            place[offsets[:-1]],
            place[offsets[1:] - 1],
        ),
        values(e.match for e in examples),
        (
            values(by_node(e.null[0], e.nodes.i) for e in examples),
            values(by_node(e.null[1], e.nodes.j) for e in examples),
        ),
        np.sum([gold_sums(e) for e in examples], axis=0),
        np.append(np.repeat(np.arange(len(sizes)), sizes)[order], 0),
    )


def scores(of: Batch, weight: np.ndarray) -> Scores:
    """Scores of all beads under some weights, in the order of :data:`NAMES`."""
    nowhere = of.lattice.before == of.lattice.size - 1
    match = np.stack([weight[: len(MATCH)].astype(np.float32) @ found for found in of.match]).astype(float)
    match[nowhere[:-2]] = NEVER
    costs = weight[len(MATCH) :]
    empty = [
        np.where(nowhere[side - 2], NEVER, costs[2:] @ of.null[side] - cost) for side in (0, 1) for cost in costs[:2]
    ]
    return Scores(match, *empty)


def expected(of: Batch, found: Posterior) -> np.ndarray:
    """Expected sums of the features over all paths."""
    match = sum(of.match[kind] @ found.match[kind] for kind in range(len(TYPES)))
    source, target = found.open_source + found.next_source, found.open_target + found.next_target
    constant = [-(found.open_source + found.open_target).sum(), -(found.next_source + found.next_target).sum()]
    return np.concatenate([match, constant, of.null[0] @ source + of.null[1] @ target]).astype(float)


def gold_sums(one: Example) -> np.ndarray:
    """Sums of the features over the gold path."""
    source, target = one.gold[-2], one.gold[-1]
    # The first empty bead of a run costs otherwise than the next: the same order as in the lattice, source side first.
    again = [
        marks & previous[before]
        for marks, previous, before in (
            (source > 0, source > 0, one.nodes.lattice.before[-2]),
            (target > 0, target > 0, one.nodes.lattice.before[-1]),
        )
    ]
    further = float(again[0].sum() + again[1].sum())
    first = float(source.sum() + target.sum()) - further
    match = sum(one.match[kind] @ one.gold[kind] for kind in range(len(TYPES)))
    null = by_node(one.null[0], one.nodes.i) @ source + by_node(one.null[1], one.nodes.j) @ target
    return np.concatenate([match, [-first, -further], null]).astype(float)


def loss(weight: np.ndarray, of: Batch) -> tuple[float, np.ndarray]:
    """Negative log probability of the gold paths with the ridge, and its gradient."""
    everything = lattice.posterior(of.lattice, scores(of, weight), of.owner)
    value = float(everything.partition.sum() - weight @ of.gold)
    gradient = expected(of, everything) - of.gold
    return value + RIDGE * float(weight @ weight), gradient + 2 * RIDGE * weight


def fit(
    examples: Sequence[Example],
    without: frozenset[str] = frozenset(),
    start: Mapping[str, float] | None = None,
    steps: int = 80,
) -> np.ndarray:
    """Weights in the order of :data:`NAMES`; those of ``without`` stay 0. ``start`` saves time, no more."""
    first = np.array([0.0 if name in without else (start or {}).get(name, 0.1) for name in NAMES])
    bounds = [(0, 0) if name in without else (None, None) if name in FREE else (0, None) for name in NAMES]
    options = {"maxiter": steps}
    return np.asarray(
        minimize(loss, first, (batch(examples),), jac=True, method="L-BFGS-B", bounds=bounds, options=options).x
    )
