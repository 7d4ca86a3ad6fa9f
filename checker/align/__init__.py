"""Vectors and anchors → beads."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from checker.model import Bead, Unchecked, Version


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads in source order; ``unrelated`` where the texts don't seem to be versions of one article."""

    beads: tuple[Bead, ...]
    unrelated: bool = False
    unchecked: tuple[Unchecked, ...] = ()


def align(source: Version, target: Version, source_vectors: np.ndarray, target_vectors: np.ndarray) -> Alignment:
    """Align two versions; vectors are float32 of shape (sentences, dimensions)."""
    n, m = len(source.sentences), len(target.sentences)
    similarity = source_vectors @ target_vectors.T
    moves = [(1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2)]
    best = np.full((n + 1, m + 1), -np.inf)
    best[0, 0] = 0
    back: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(n + 1):
        for j in range(m + 1):
            for a, b in moves:
                if i < a or j < b:
                    continue
                gain = similarity[i - a : i, j - b : j].mean() * (a + b) - 0.2 * (a + b) if a and b else -0.05
                if best[i - a, j - b] + gain > best[i, j]:
                    best[i, j] = best[i - a, j - b] + gain
                    back[i, j] = (a, b)
    beads: list[Bead] = []
    i, j = n, m
    while i or j:
        a, b = back[i, j]
        beads.append(Bead(tuple(range(i - a, i)), tuple(range(j - b, j)), 0.9))
        i, j = i - a, j - b
    return Alignment(tuple(reversed(beads)))
