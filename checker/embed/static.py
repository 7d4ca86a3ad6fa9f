"""The embedded static model: token vectors, averaged."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

import numpy as np


class StaticEncoder:
    """Mean of token vectors."""

    name = "embedded"

    def __init__(self) -> None:
        """Load the model that ships in the package."""
        from model2vec import StaticModel

        self._model = StaticModel.from_pretrained(str(files("checker.embed") / "model"))

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """See :class:`checker.embed.Encoder`."""
        return np.asarray(self._model.encode(list(texts)), dtype=np.float32)
