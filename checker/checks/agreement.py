"""The probability that two passages say the same, from their similarity and their lengths.

A logistic regression over the relative similarity (see :mod:`checker.checks.yardstick`), the lengths and their
product: the shorter a passage,
the less a low similarity means. ``training/calibrate_meaning.py`` fits it on aligned against shuffled sentences and
quotations of the development articles and writes ``calibration.json``; there 0.68 % of the
true pairs, but 90.9 % of the shuffled ones, stay below 0.1.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np

from checker.checks.context import Pair
from checker.checks.yardstick import Yardstick, yardstick


class Agreement(msgspec.Struct, frozen=True):
    """Compares passages of one pair."""

    yardstick: Yardstick
    ratio: float
    """Natural logarithm of source length over target length, in characters, for the whole article."""

    @property
    def scale(self) -> float:
        """How many source characters stand for one of the target."""
        return math.exp(self.ratio)

    def probability(self, similarity: float, source_length: int, target_length: int) -> float:
        """Probability, 0 to 1, that passages with this cosine and these lengths in characters say the same."""
        values = features(self.yardstick.relative(similarity), source_length, target_length, self.ratio)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, float(np.dot(_weights(), values))))))


def agreement(pair: Pair) -> Agreement:
    """The comparison fitted to a pair."""
    source, target = (sum(len(s.text) for s in version.sentences) for version in (pair.source, pair.target))
    return Agreement(yardstick(pair), math.log(max(source, 1) / max(target, 1)))


def features(relative: float, source_length: int, target_length: int, ratio: float) -> Sequence[float]:
    """What the regression sees: 1, similarity, difference in length, length, similarity times length (logarithms)."""
    shorter = math.log(max(1.0, min(source_length * math.exp(-ratio / 2), target_length * math.exp(ratio / 2))))
    difference = abs(math.log((source_length + 4) / (target_length + 4 * math.exp(-ratio))) - ratio)
    return (1.0, relative, difference, shorter, relative * shorter)


@cache
def _weights() -> tuple[float, ...]:
    entry = files("checker.checks") / "calibration.json"
    return tuple(json.loads(entry.read_text(encoding="utf-8"))["agreement"])
