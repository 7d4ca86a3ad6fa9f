"""Evidence for pairs of runs of sentences: one channel each for meaning, cognates and anchors.

A channel holds a vector for each sentence; a run of sentences has the sum of its vectors, so that merging needs no
re-encoding. What counts is the margin: the cosine less what the sentences' nearest neighbours in the other version have
anyway (CSLS: Conneau et al. 2018; margin: Artetxe and Schwenk 2019), so that stock phrases prove little.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from checker.align.grid import Grid

NEIGHBOURS = 4
"""Nearest neighbours that make up a sentence's background."""
BLOCK = 512
"""Rows of the similarity matrix computed at a time, which bounds the memory."""


@dataclass(frozen=True)
class Channel:
    """Vectors (not normalised) of both sides, with each sentence's background and best cosine on the other side."""

    source: np.ndarray
    target: np.ndarray
    source_background: np.ndarray
    target_background: np.ndarray
    source_best: np.ndarray
    target_best: np.ndarray


def channel(source: np.ndarray, target: np.ndarray) -> Channel:
    """Measure backgrounds over all pairs of sentences."""
    left, right = _unit(source), _unit(target)
    near_source, near_target = _nearest(left, right)
    return Channel(
        source,
        target,
        near_source[:, 1:].mean(axis=1),
        near_target[:, 1:].mean(axis=1),
        near_source[:, 0],
        near_target[:, 0],
    )


def _unit(vectors: np.ndarray) -> np.ndarray:
    norm = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(norm > 0, norm, 1.0), dtype=np.float32)


def _nearest(left: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The greatest ``NEIGHBOURS + 1`` cosines of each row of both sides, descending; 0 where there are fewer."""
    rows = [np.zeros((0, min(NEIGHBOURS + 1, len(right))), dtype=np.float32)]
    columns = [np.zeros((len(right), 0), dtype=np.float32)]
    for start in range(0, len(left), BLOCK):
        cosines = left[start : start + BLOCK] @ right.T
        rows.append(_greatest(cosines))
        columns.append(_greatest(np.ascontiguousarray(cosines.T)))
    return _padded(np.concatenate(rows)), _padded(_greatest(np.concatenate(columns, axis=1)))


def _greatest(cosines: np.ndarray) -> np.ndarray:
    """The greatest values of each row, descending."""
    least = max(cosines.shape[1] - NEIGHBOURS - 1, 0)
    top = np.partition(cosines, least, axis=1)[:, least:] if least else cosines
    return np.asarray(np.sort(top, axis=1)[:, ::-1])


def _padded(values: np.ndarray) -> np.ndarray:
    return np.asarray(np.pad(values, ((0, 0), (0, NEIGHBOURS + 1 - values.shape[1]))))


def dots(grid: Grid, source: np.ndarray, target: np.ndarray) -> np.ndarray:
    """Dot products of the sentence pairs that end at each node, 0 where there is none; shape (nodes + sentinel,)."""
    found = np.zeros((grid.rows + 1, grid.width), dtype=np.float32)
    padded = np.zeros((len(target) + grid.width + 1, target.shape[1]), dtype=np.float32)
    padded[1 : len(target) + 1] = target
    if grid.width > grid.columns:
        found[1:] = source @ padded[: grid.width].T
    else:
        for i in range(1, grid.rows + 1):
            found[i] = padded[grid.low[i] : grid.low[i] + grid.width] @ source[i - 1]
    return np.append(found.ravel(), np.float32(0))


def run_norms(vectors: np.ndarray, longest: int) -> np.ndarray:
    """Lengths of the summed vectors of runs: ``[a - 1, i]`` for the ``a`` sentences that end with sentence ``i``."""
    found = np.zeros((longest, len(vectors)), dtype=np.float32)
    total = np.zeros_like(vectors)
    for a in range(longest):
        total[a:] += vectors[: max(len(vectors) - a, 0)]
        found[a] = np.linalg.norm(total, axis=1)
    return found


def nearest_index(source: np.ndarray, target: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The most similar sentence on the other side for every sentence of both sides, the first among equals."""
    left, right = _unit(source), _unit(target)
    forward = np.zeros(len(left), dtype=np.int64)
    best, backward = np.full(len(right), -np.inf), np.zeros(len(right), dtype=np.int64)
    for start in range(0, len(left), BLOCK):
        cosines = left[start : start + BLOCK] @ right.T
        forward[start : start + BLOCK] = cosines.argmax(axis=1)
        top = cosines.max(axis=0)
        better = top > best
        backward[better] = start + cosines.argmax(axis=0)[better]
        best = np.maximum(best, top)
    return forward, backward


def mutual(meaning: Channel) -> np.ndarray:
    """Pairs of sentences that are each other's nearest neighbours, shape (pairs, 2), ascending."""
    forward, backward = nearest_index(meaning.source, meaning.target)
    rows = np.arange(len(forward))
    keep = backward[forward] == rows
    return np.stack([rows[keep], forward[keep]], axis=1)
