"""Fewer dimensions and one byte a number."""

from __future__ import annotations

import numpy as np


def reduce(vectors: np.ndarray, size: int) -> np.ndarray:
    """Keep the `size` directions that hold the most of the vectors' length.

    Not centred: sentence vectors are means of these rows, compared by their angle from the origin.
    """
    if size >= vectors.shape[1]:
        return vectors
    _, axes = np.linalg.eigh(vectors.T @ vectors)
    return np.ascontiguousarray(vectors @ axes[:, ::-1][:, :size])


def quantise(vectors: np.ndarray, bits: int = 8) -> tuple[np.ndarray, np.ndarray]:
    """(int8 values, float32 scale of each row): row i is about `values[i] * scales[i]`.

    `bits` below 8 use fewer levels of the byte, to measure what a smaller format would cost.
    """
    levels = 2 ** (bits - 1) - 1
    scales = np.abs(vectors).max(1) / levels
    values = np.rint(vectors / np.maximum(scales, 1e-12)[:, None]).astype(np.int8)
    return values, scales.astype(np.float32)


def restore(values: np.ndarray, scales: np.ndarray) -> np.ndarray:
    """float32 vectors of quantised ones."""
    return values.astype(np.float32) * scales[:, None]
