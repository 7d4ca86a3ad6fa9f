"""Evidence → features of beads; a bead's score is their weighted sum.

Match features are given for all beads of one type at once, by the node where they end.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from checker.align import evidence
from checker.align.evidence import Channel
from checker.align.grid import Grid
from checker.model import Version

TYPES: tuple[tuple[int, int], ...] = (
    (1, 1),
    (1, 2),
    (2, 1),
    (2, 2),
    (1, 3),
    (3, 1),
    (2, 3),
    (3, 2),
    (1, 4),
    (4, 1),
    (3, 3),
    (2, 4),
    (4, 2),
    (3, 4),
    (4, 3),
    (1, 5),
    (5, 1),
)
"""Sentences on both sides of a bead, without the empty beads."""
LONGEST = 5

MATCH = (
    "meaning",
    "meaning_cosine",
    "meaning_weakest",
    "meaning_gain",
    "cognates",
    "cognates_gain",
    "anchors",
    "length",
    "merge",
    "merge_both",
    "crossed",
    "paragraph",
    "paragraph_inside",
)
NULL = ("open", "next", "null_meaning", "null_cognates", "null_anchors", "null_length")


@dataclass(frozen=True)
class Lengths:
    """Characters of each sentence, the target's scaled to the source's, and how much the ratio varies here."""

    source: np.ndarray
    target: np.ndarray
    spread: float


@dataclass(frozen=True)
class Document:
    """Everything that beads of one pair of versions are judged by."""

    grid: Grid
    channels: tuple[Channel, Channel, Channel]
    lengths: Lengths
    source_breaks: np.ndarray
    target_breaks: np.ndarray

    @cached_property
    def dots(self) -> tuple[np.ndarray, ...]:
        """Dot products by channel."""
        return tuple(evidence.dots(self.grid, c.source, c.target) for c in self.channels)

    @cached_property
    def norms(self) -> tuple[tuple[np.ndarray, np.ndarray], ...]:
        """Lengths of summed vectors by channel and side."""
        return tuple(
            (evidence.run_norms(c.source, LONGEST), evidence.run_norms(c.target, LONGEST)) for c in self.channels
        )


def lengths(source: Version, target: Version, pairs: np.ndarray) -> Lengths:
    """Measure the usual ratio of lengths on pairs that are each other's nearest neighbours; else on the whole."""
    left = np.array([len(s.text) for s in source.sentences], dtype=np.float64) + 1
    right = np.array([len(s.text) for s in target.sentences], dtype=np.float64) + 1
    prior = np.log(left.sum() / right.sum()) if len(left) and len(right) else 0.0
    ratios = np.log(left[pairs[:, 0]] / right[pairs[:, 1]]) if len(pairs) else np.empty(0)
    # Ten imagined pairs at the overall ratio keep a handful of real ones from deciding.
    ratios = np.append(ratios, np.full(10, prior))
    centre = float(np.median(ratios))
    spread = float(np.median(np.abs(ratios[: len(pairs)] - centre))) if len(pairs) >= 5 else 0.2
    return Lengths(left, right * np.exp(centre), min(max(1.5 * spread, 0.15), 0.6))


class Builder:
    """Computes features type by type; the order of nodes is the grid's."""

    def __init__(self, document: Document) -> None:
        """Prepare what all types share."""
        self.document = document
        grid = document.grid
        self.i, self.j = np.maximum(grid.i - 1, 0), np.clip(grid.j - 1, 0, max(grid.columns - 1, 0))
        self._row_sums: dict[tuple[int, int], np.ndarray] = {}
        self._sums: dict[tuple[int, int, int], np.ndarray] = {}
        self._cosines: dict[tuple[int, int, int], np.ndarray] = {}

    def _row_sum(self, c: int, b: int) -> np.ndarray:
        if (c, b) not in self._row_sums:
            dots = self.document.dots[c]
            found = dots if b == 1 else self._row_sum(c, b - 1) + dots[self.document.grid.back(0, b - 1)]
            self._row_sums[c, b] = found
        return self._row_sums[c, b]

    def _sum(self, c: int, a: int, b: int) -> np.ndarray:
        if (c, a, b) not in self._sums:
            row = self._row_sum(c, b)
            found = row if a == 1 else self._sum(c, a - 1, b) + row[self.document.grid.back(a - 1, 0)]
            self._sums[c, a, b] = found
        return self._sums[c, a, b]

    def cosine(self, c: int, a: int, b: int) -> np.ndarray:
        """Cosine of the summed vectors of ``a`` source and ``b`` target sentences that end at each node."""
        if (c, a, b) not in self._cosines:
            norms = self.document.norms[c]
            scale = norms[0][a - 1][self.i] * norms[1][b - 1][self.j]
            self._cosines[c, a, b] = self._sum(c, a, b) / np.maximum(scale, 1e-6)
        return self._cosines[c, a, b]

    def margin(self, c: int, a: int, b: int) -> np.ndarray:
        """Cosine less the mean background of both sides."""
        channel = self.document.channels[c]
        left = _run_mean(channel.source_background, a)[self.i]
        right = _run_mean(channel.target_background, b)[self.j]
        return self.cosine(c, a, b) - (left + right) / 2

    def gain(self, c: int, a: int, b: int) -> np.ndarray:
        """What the bead's weakest outer sentence adds to the cosine; 0 for 1-1."""
        if a == b == 1:
            return np.zeros(self.document.grid.size + 1, dtype=np.float32)
        back = self.document.grid.back
        less = []
        if a > 1:
            less += [self.cosine(c, a - 1, b), self.cosine(c, a - 1, b)[back(1, 0)]]
        if b > 1:
            less += [self.cosine(c, a, b - 1), self.cosine(c, a, b - 1)[back(0, 1)]]
        return self.cosine(c, a, b) - np.max(less, axis=0)

    def weakest(self, c: int, a: int, b: int) -> np.ndarray:
        """The least margin of a member's best partner within the bead; 0 for 1-1."""
        if a == b == 1:
            return np.zeros(self.document.grid.size + 1, dtype=np.float32)
        back, single = self.document.grid.back, self.margin(c, 1, 1)
        parts = np.array([[single[back(p, q)] for q in range(b)] for p in range(a)])
        return np.minimum(parts.max(axis=1).min(axis=0), parts.max(axis=0).min(axis=0))

    def crossed(self, a: int, b: int) -> np.ndarray:
        """For 2-2: by how much the crossing pairs are more alike than the straight ones."""
        if (a, b) != (2, 2):
            return np.zeros(self.document.grid.size + 1, dtype=np.float32)
        back, single = self.document.grid.back, self.margin(0, 1, 1)
        crossing = np.minimum(single[back(1, 0)], single[back(0, 1)])
        return np.maximum(crossing - np.maximum(single, single[back(1, 1)]), 0)

    def length(self, a: int, b: int) -> np.ndarray:
        """Squared deviation of the log ratio of lengths in standard deviations, at most 9, negative."""
        known = self.document.lengths
        left, right = _run_sum(known.source, a)[self.i], _run_sum(known.target, b)[self.j]
        variance = known.spread**2 + 4.0 / np.maximum(np.minimum(left, right), 1.0)
        return -np.minimum(np.log((left + 1) / (right + 1)) ** 2 / variance, 9.0)

    def paragraph(self) -> np.ndarray:
        """-1 where a paragraph ends with the bead on one side alone."""
        left, right = self.document.source_breaks, self.document.target_breaks
        return -np.abs(left[self.i] - right[self.j])

    def inside(self, a: int, b: int) -> np.ndarray:
        """Minus the paragraph ends within the bead."""
        left, right = self.document.source_breaks, self.document.target_breaks
        return left[self.i] + right[self.j] - _run_sum(left, a)[self.i] - _run_sum(right, b)[self.j]

    def match(self, a: int, b: int) -> np.ndarray:
        """Features :data:`MATCH` of beads of one type: float32 of shape (features, nodes)."""
        size = (a + b) / 2
        nodes = self.document.grid.size + 1
        found = np.zeros((len(MATCH), nodes), dtype=np.float32)
        found[0] = size * self.margin(0, a, b)
        found[1] = size * self.cosine(0, a, b)
        found[2] = self.weakest(0, a, b)
        found[3] = self.gain(0, a, b)
        found[4] = size * self.margin(1, a, b)
        found[5] = self.gain(1, a, b)
        found[6] = size * self.margin(2, a, b)
        found[7] = self.length(a, b)
        found[8] = -(a + b - 2)
        found[9] = -float(min(a, b) > 1)
        found[10] = self.crossed(a, b)
        found[11] = self.paragraph()
        found[12] = self.inside(a, b)
        return found

    def null(self, side: int) -> np.ndarray:
        """Features :data:`NULL` of empty beads, without the constants: float32 of shape (features - 2, sentences)."""
        found = []
        for channel in self.document.channels:
            best = (channel.source_best, channel.target_best)[side]
            background = (channel.source_background, channel.target_background)[side]
            found.append(-(best - background))
        size = (self.document.lengths.source, self.document.lengths.target)[side]
        found.append(-np.log(np.maximum(size, 1) / 100))
        return np.stack(found).astype(np.float32)


def _run_sum(values: np.ndarray, count: int) -> np.ndarray:
    """Sums of the ``count`` values that end with each value; fewer at the beginning."""
    total = np.concatenate([np.zeros(count), np.cumsum(values)])
    return np.asarray(total[count:] - total[:-count], dtype=np.float32)


def _run_mean(values: np.ndarray, count: int) -> np.ndarray:
    return _run_sum(values, count) / count


def breaks(source: Version, target: Version) -> tuple[np.ndarray, np.ndarray]:
    """1 for sentences that end a paragraph; all 0 where one version has no paragraphs to compare."""
    found = []
    for version in (source, target):
        number = np.array([sentence.paragraph for sentence in version.sentences], dtype=np.int64)
        found.append((np.diff(number) != 0).astype(np.float32))
    known = all(len(ends) and 0 < ends.mean() < 1 for ends in found)
    return tuple(np.append(ends * known, np.float32(0)) if len(ends) else np.zeros(1, np.float32) for ends in found)  # type: ignore[return-value]
