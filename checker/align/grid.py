"""The band of (source, target) positions that a path may visit, as one flat array of nodes.

Node ``(i, j)`` means: the first ``i`` source and ``j`` target sentences are done. Row ``i`` holds the ``width`` columns
from ``low[i]`` on; everything that is known about pairs of sentences is stored by the node where a bead that ends with
that pair ends, so that one index serves sentences, beads and paths. The last entry of such an array is the *sentinel*,
which stands for every position outside the band.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

SMALL = 96
"""Articles with at most this many sentences on the longer side are searched whole (about 9,000 nodes)."""


@dataclass(frozen=True)
class Grid:
    """A band over ``rows`` source and ``columns`` target sentences.

    Row ``i`` goes from column ``low[i]`` to ``high[i]``, at most ``width`` columns. Both have ``rows + 1`` entries and
    do not decrease; the band begins at node (0, 0) and ends at (rows, columns).
    """

    rows: int
    columns: int
    low: np.ndarray
    high: np.ndarray

    @cached_property
    def width(self) -> int:
        """Columns that are stored of each row."""
        return int((self.high - self.low).max()) + 1

    @property
    def size(self) -> int:
        """Number of nodes without the sentinel, those right of the last column included."""
        return (self.rows + 1) * self.width

    @cached_property
    def i(self) -> np.ndarray:
        """Source sentences done at each node; -1 at the sentinel."""
        return np.append(np.repeat(np.arange(self.rows + 1), self.width), -1)

    @cached_property
    def j(self) -> np.ndarray:
        """Target sentences done at each node; -1 at the sentinel."""
        return np.append((self.low[:, None] + np.arange(self.width)).ravel(), -1)

    @cached_property
    def last_source(self) -> np.ndarray:
        """Index of the last source sentence done at each node; 0 where there is none."""
        return np.asarray(np.maximum(self.i - 1, 0))

    @cached_property
    def last_target(self) -> np.ndarray:
        """Index of the last target sentence done at each node; 0 where there is none."""
        return np.asarray(np.clip(self.j - 1, 0, max(self.columns - 1, 0)))

    @cached_property
    def inside(self) -> np.ndarray:
        """Whether a node belongs to the band."""
        return (self.i >= 0) & (self.j <= np.append(np.repeat(self.high, self.width), -1))

    def node(self, i: np.ndarray, j: np.ndarray) -> np.ndarray:
        """The nodes of positions, the sentinel for those outside the band."""
        row = np.clip(i, 0, self.rows)
        column = j - self.low[row]
        known = (i >= 0) & (i <= self.rows) & (j >= 0) & (j <= self.columns) & (column >= 0) & (column < self.width)
        return np.where(known, row * self.width + column, self.size)

    def back(self, a: int, b: int) -> np.ndarray:
        """For every node the node ``a`` source and ``b`` target sentences earlier."""
        if (a, b) not in self._backs:
            found = self.node(self.i - a, self.j - b)
            found[~self.inside] = self.size
            self._backs[a, b] = found.astype(np.int32)
        return self._backs[a, b]

    @cached_property
    def _backs(self) -> dict[tuple[int, int], np.ndarray]:
        return {}


def whole(rows: int, columns: int) -> Grid:
    """The band that leaves nothing out."""
    return Grid(rows, columns, np.zeros(rows + 1, dtype=np.int64), np.full(rows + 1, columns))


def around(path: np.ndarray, columns: int, radius: np.ndarray) -> Grid:
    """The band of ``path[i] ± radius[i]``: for each of ``rows + 1`` rows the expected column and the doubt about it."""
    rows = len(path) - 1
    low = np.maximum.accumulate(np.clip(np.floor(path - radius), 0, columns)).astype(np.int64)
    high = np.maximum.accumulate(np.clip(np.ceil(path + radius), 0, columns)).astype(np.int64)
    low[0], high[-1] = 0, columns
    # Each row must share a column with the next, else the band would be cut in two.
    low = np.minimum.accumulate(np.minimum(low, high)[::-1])[::-1]
    low[1:] = np.minimum(low[1:], high[:-1])
    return Grid(rows, columns, low, high)
