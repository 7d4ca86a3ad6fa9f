"""Batches of texts that were cut into pieces beforehand: the frequent words of every language, lists of the checks.

Cutting 2,500 words takes a tenth of a second, as long as aligning an article. ``prepared.safetensors`` beside the
model holds the pieces of such a batch under the checksum of its texts; a batch that is not there is cut as usual.
``python -m training.package FOLDER`` writes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import numpy as np

from checker.embed import safetensors

FILE = "prepared.safetensors"
LEAST = 500
"""Texts of a batch that may be a prepared one; it is the checksum of smaller ones that would cost more."""


class Prepared:
    """The batches of a model's folder."""

    def __init__(self, folder: Path, source: int) -> None:
        """Map the file, if it belongs to the tokenizer with the checksum ``source``."""
        tensors: Mapping[str, np.ndarray] = safetensors.read(folder / FILE) if (folder / FILE).is_file() else {}
        self._tensors = tensors if tensors and int(tensors["source"][0]) == source else {}

    def find(self, texts: Sequence[str]) -> list[list[int]] | None:
        """The pieces of every text; None where the batch is not prepared."""
        if len(texts) < LEAST or not self._tensors:
            return None
        key = _key(texts)
        counts = self._tensors.get(f"{key}.counts")
        if counts is None or len(counts) != len(texts):
            return None
        pieces = self._tensors[f"{key}.pieces"].tolist()
        ends = np.cumsum(counts, dtype=np.int64).tolist()
        return [pieces[start:end] for start, end in pairwise([0, *ends])]


def write(folder: Path, source: int, batches: Iterable[Sequence[str]], cut: Callable[[str], Sequence[int]]) -> None:
    """Write the pieces of some batches for the tokenizer with the checksum ``source``."""
    rows = dict(row for texts in batches for row in _rows(texts, cut))
    safetensors.write(folder / FILE, {"source": np.array([source], dtype=np.int64), **rows})


def _rows(texts: Sequence[str], cut: Callable[[str], Sequence[int]]) -> Iterator[tuple[str, np.ndarray]]:
    pieces = [cut(text) for text in texts]
    yield f"{_key(texts)}.counts", np.array(list(map(len, pieces)), dtype=np.uint8)
    yield f"{_key(texts)}.pieces", np.array([index for row in pieces for index in row], dtype=np.int32)


def _key(texts: Sequence[str]) -> str:
    return f"{crc32(chr(10).join(texts).encode('utf-8', 'surrogatepass')):08x}"
