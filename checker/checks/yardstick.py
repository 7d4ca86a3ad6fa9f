"""How alike two texts of a pair are, measured by the pair's own yardstick.

A cosine means little by itself: it depends on the languages, the subject and the model. So it is placed between two
values of the same article: the median similarity of its aligned sentences (1) and that of sentences that have nothing
to do with each other (0). The idea of measuring against random pairs is Vecalign's (Thompson and Koehn 2019).
"""

from __future__ import annotations

from functools import lru_cache

import msgspec
import numpy as np

from checker.checks.context import Pair

PRIOR_TRUE, PRIOR_NOISE, PRIOR_WEIGHT = 0.55, 0.08, 4.0
"""What to expect of a pair too short to tell: medians over the development articles, counted as so many beads."""
MIN_SPAN = 0.25
"""Least distance between both ends for the yardstick to be of use: below it the model does not know the languages
(0.05 for
Icelandic, 0.35 to 0.55 for the languages that it was trained on)."""


class Yardstick(msgspec.Struct, frozen=True):
    """Median similarity of aligned sentences (``true``) and of others (``noise``) of one pair."""

    true: float
    noise: float

    @property
    def usable(self) -> bool:
        """Whether the model tells aligned sentences of this pair from others."""
        return self.true - self.noise >= MIN_SPAN

    def relative(self, similarity: float) -> float:
        """Where a cosine stands: 1 like the aligned sentences of the article, 0 like unrelated ones."""
        return (similarity - self.noise) / max(self.true - self.noise, 1e-6)


def bead_similarities(pair: Pair) -> np.ndarray:
    """Float array of shape (beads,): cosine of the summed vectors of both sides, nan where a side is empty."""
    return np.array(
        [
            cosine(
                pair.source_vectors[list(bead.source)].sum(axis=0), pair.target_vectors[list(bead.target)].sum(axis=0)
            )
            if bead.source and bead.target
            else np.nan
            for bead in pair.beads
        ]
    )


def cosine(a: np.ndarray, b: np.ndarray) -> float:
    """Cosine of two vectors; 0 where one of them is 0."""
    size = float(np.linalg.norm(a) * np.linalg.norm(b))
    return float(a @ b) / size if size else 0.0


@lru_cache(maxsize=2)
def yardstick(pair: Pair) -> Yardstick:
    """The yardstick of a pair, leaning on the usual values where there are few beads."""
    similarities = bead_similarities(pair)
    similarities = similarities[~np.isnan(similarities)]
    others = _unaligned(pair)
    return Yardstick(_shrunk(similarities, PRIOR_TRUE), _shrunk(others, PRIOR_NOISE))


def _shrunk(values: np.ndarray, prior: float) -> float:
    if not len(values):
        return prior
    weight = len(values) / (len(values) + PRIOR_WEIGHT)
    return weight * _median(values) + (1 - weight) * prior


def _median(values: np.ndarray) -> float:
    """The median, in time that grows with the number of values; a long article has millions."""
    middle = len(values) // 2
    places = [middle - 1, middle] if len(values) % 2 == 0 else [middle]
    return float(np.partition(values, places)[places].astype(np.float64).mean())


def _unaligned(pair: Pair) -> np.ndarray:
    """Cosines of every source sentence with every target sentence that is not in its bead."""
    mask = np.ones((len(pair.source_vectors), len(pair.target_vectors)), dtype=bool)
    for bead in pair.beads:
        for i in bead.source:
            mask[i, list(bead.target)] = False
    return np.asarray((pair.source_vectors @ pair.target_vectors.T)[mask])
