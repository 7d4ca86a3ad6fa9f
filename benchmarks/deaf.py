"""What encoders may lack: an encoder that knows few words or none, and one without vectors of single words."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np

from checker.embed import Encoder, TokenEncoder, Tokens


class Deaf:
    """An encoder that knows a share of the words; every other word gets a vector that is its alone."""

    name = "deaf"

    def __init__(self, encoder: TokenEncoder, knows: float) -> None:
        """Keep about the share ``knows`` of the vocabulary, 0 to 1."""
        self._encoder, self._knows = encoder, knows
        self._strange: dict[str, np.ndarray] = {}

    def tokens(self, text: str) -> Tokens:
        """Words, most with vectors of no meaning."""
        spans, vectors, weights = self._encoder.tokens(text)
        changed = vectors.copy()
        for k, span in enumerate(spans):
            word = text[span.start : span.end].casefold()
            if zlib.crc32(word.encode()) % 1000 >= 1000 * self._knows and not any(c.isdigit() for c in word):
                changed[k] = self._own(word, vectors.shape[1])
        return Tokens(spans, changed, weights)

    def _own(self, word: str, dimensions: int) -> np.ndarray:
        if word not in self._strange:
            vector = np.random.default_rng(zlib.crc32(word.encode())).standard_normal(dimensions)
            self._strange[word] = (vector / np.linalg.norm(vector)).astype(np.float32)
        return self._strange[word]

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """The direction of the weighted words."""
        sums = [(found.weights[:, None] * found.vectors).sum(axis=0) for found in map(self.tokens, texts)]
        rows = np.array(sums, dtype=np.float32)
        return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))

    def coverage(self, text: str) -> float:  # noqa: ARG002
        """What is left of the vocabulary."""
        return self._knows


class Sentences:
    """An encoder without single words, as sentence-transformers gives it."""

    def __init__(self, encoder: Encoder) -> None:
        """Hide everything but ``encode``."""
        self.name, self.encode = encoder.name, encoder.encode
