"""The few weights of the aligner, one set for all languages and genres.

``weights.json`` is written by ``python -m training.calibrate_alignment``, which must run again whenever the embedded
model or a feature changes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from checker.align.features import MATCH, NULL


@dataclass(frozen=True)
class Weights:
    """Weights of the features of beads and of empty beads, in the order of their names."""

    match: np.ndarray
    null: np.ndarray

    @classmethod
    def of(cls, named: Mapping[str, float]) -> Weights:
        """From weights by name; a feature without a weight counts nothing."""
        return cls(
            np.array([named.get(name, 0.0) for name in MATCH], dtype=np.float32),
            np.array([named.get(name, 0.0) for name in NULL], dtype=np.float32),
        )


@cache
def load(kind: str) -> Weights:
    """The calibrated weights that ship in the package.

    ``kind`` is "words" where the encoder gives vectors of single words, "sentences" where it gives none.
    """
    return Weights.of(json.loads((files(__package__) / "weights.json").read_text(encoding="utf-8"))[kind])
