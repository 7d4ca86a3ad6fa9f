"""Where the path must lie, roughly: the band that keeps long texts near linear.

Sentences that are each other's nearest neighbours are chained, as in the first pass of Bertalign (Liu and Zhu 2023),
by the heaviest increasing chain.
"""

from __future__ import annotations

import numpy as np

from checker.align.grid import SMALL, Grid, around, whole

LEAST_RADIUS = 10
"""Doubt, in sentences, about a position on the chain itself."""
MOST_NODES = 600_000
"""Bound on the band: about 300 bytes a node while decoding."""


def band(rows: int, columns: int, pairs: np.ndarray, strength: np.ndarray) -> Grid:
    """The band around the heaviest increasing chain of ``pairs``; all of a small article."""
    if max(rows, columns) <= SMALL:
        return whole(rows, columns)
    chain = pairs[heaviest_chain(pairs, strength)]
    anchors = np.concatenate([[[0, 0]], chain + 1, [[rows, columns]]])
    position = np.arange(rows + 1)
    path = np.interp(position, anchors[:, 0], anchors[:, 1])
    after = np.clip(np.searchsorted(anchors[:, 0], position), 1, len(anchors) - 1)
    gap = anchors[after, 1] - anchors[after - 1, 1]
    most = max(MOST_NODES // (rows + 1) // 2, LEAST_RADIUS)
    return around(path, columns, np.minimum(LEAST_RADIUS + gap, most))


def heaviest_chain(pairs: np.ndarray, strength: np.ndarray) -> np.ndarray:
    """Indices of the increasing chain with the greatest total strength; ``pairs`` ascend by their first number."""
    total = strength.astype(np.float64).copy()
    before = np.full(len(pairs), -1)
    for k in range(1, len(pairs)):
        lower = np.where(pairs[:k, 1] < pairs[k, 1], total[:k], 0.0)
        best = int(lower.argmax())
        if lower[best] > 0:
            total[k], before[k] = total[k] + lower[best], best
    chain: list[int] = []
    k = int(total.argmax()) if len(pairs) else -1
    while k >= 0:
        chain.append(k)
        k = int(before[k])
    return np.array(chain[::-1], dtype=np.int64)
