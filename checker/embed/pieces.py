"""The vocabulary of a unigram tokenizer as a hash table on disk.

Reading a ``tokenizer.json`` with 170,000 pieces into a dict takes as long as everything else for an article
together. ``pieces.safetensors`` beside it holds the same pieces ready to be looked up: an open-addressing table of
indices, the pieces one after the other, and their scores. ``python -m checker.embed.pieces FOLDER`` writes it; where
it is missing or belongs to another ``tokenizer.json``, the table is built in memory, slower, to the same effect.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec
import numpy as np

from checker.embed import safetensors
from checker.errors import ConfigError

FILE = "pieces.safetensors"
MAX_LOAD = 0.7
"""How full the table may be; a miss then takes six probes at most on average, usually two."""


class _Model(msgspec.Struct, gc=False):
    type: str
    unk_id: int
    vocab: list[tuple[str, float]]
    byte_fallback: bool = False


class Steps(msgspec.Struct, frozen=True):
    """What a tokenizer does before it cuts words, as ``tokenizer.json`` has it."""

    unknown: int
    """Index of the piece that stands for what is in no other piece."""
    normalizer: dict[str, Any] | None = None
    pre_tokenizer: dict[str, Any] | None = None


class _File(msgspec.Struct, gc=False):
    model: _Model
    normalizer: dict[str, Any] | None = None
    pre_tokenizer: dict[str, Any] | None = None


class _Whole(dict[str, int]):
    """Every piece with its index; -1 for what is none."""

    def __missing__(self, piece: str) -> int:
        return -1


class Pieces:
    """Pieces by their text."""

    def __init__(self, tensors: dict[str, np.ndarray]) -> None:
        """Wrap the tensors that :func:`build` makes."""
        self.steps = msgspec.json.decode(tensors["steps"].tobytes(), type=Steps)
        self.scores = tensors["scores"]
        self.find: Callable[[str], int] = self._look_up
        """The index of a piece, -1 where there is none."""
        self._table = _numbers(tensors["table"])
        self._mask = len(self._table) - 1
        self._offsets = _numbers(tensors["offsets"])
        self._text = _numbers(tensors["text"])
        self._score_numbers = _numbers(tensors["score_numbers"])
        self._score_values: list[float] = tensors["scores"].tolist()
        first = tensors["first"].tobytes().decode("utf-8")
        self._reach: dict[str, int] = dict(zip(first, tensors["reach"].tolist(), strict=True))

    def preload(self) -> None:
        """Read every piece into a dict, ten times as fast to search: worth its tenth of a second in bulk."""
        if self.find == self._look_up:
            text, edges = self._text.tobytes(), self._offsets.tolist()
            self.find = _Whole((text[a:b].decode("utf-8"), i) for i, (a, b) in enumerate(pairwise(edges))).__getitem__

    def _look_up(self, piece: str) -> int:
        encoded = piece.encode("utf-8", "surrogatepass")
        slot = crc32(encoded) & self._mask
        while (index := self._table[slot]) >= 0:
            if self._text[self._offsets[index] : self._offsets[index + 1]] == encoded:
                return index
            slot = (slot + 1) & self._mask
        return -1

    def score(self, index: int) -> float:
        """The logarithm of a piece's probability."""
        return self._score_values[self._score_numbers[index]]

    def reach(self, character: str) -> int:
        """The length of the longest piece that begins with a character."""
        return self._reach.get(character, 0)


def load(folder: Path) -> Pieces:
    """The pieces of a model's folder.

    Raises ConfigError when its ``tokenizer.json`` is missing or no unigram tokenizer.
    """
    tokenizer = folder / "tokenizer.json"
    try:
        data = tokenizer.read_bytes()
    except OSError as error:
        raise ConfigError(f"{tokenizer}: not readable ({error.strerror})") from error
    if (folder / FILE).is_file():
        tensors = safetensors.read(folder / FILE)
        if int(tensors["source"][0]) == crc32(data):
            return Pieces(tensors)
    try:
        return Pieces(build(data))
    except (msgspec.MsgspecError, ValueError) as error:
        raise ConfigError(f"{tokenizer}: not a tokenizer that can be used here ({error})") from error


def build(data: bytes) -> dict[str, np.ndarray]:
    """The tensors for a ``tokenizer.json``. Raises ValueError or MsgspecError for one of another kind."""
    file = msgspec.json.decode(data, type=_File)
    if file.model.type != "Unigram" or file.model.byte_fallback:
        raise ValueError("a unigram model without byte fallback is expected")
    encoded = [piece.encode("utf-8") for piece, _ in file.model.vocab]
    scores, numbers = np.unique([score for _, score in file.model.vocab], return_inverse=True)
    reach: dict[str, int] = {}
    for piece, _ in file.model.vocab:
        reach[piece[:1]] = max(len(piece), reach.get(piece[:1], 0))
    reach.pop("", None)
    steps = Steps(file.model.unk_id, file.normalizer, file.pre_tokenizer)
    return {
        "source": np.array([crc32(data)], dtype=np.int64),
        "scores": scores,
        "table": _table(encoded),
        "offsets": np.cumsum([0, *map(len, encoded)], dtype=np.int32),
        "score_numbers": numbers.astype(np.uint16 if len(scores) <= 1 << 16 else np.int32),
        "reach": np.array(list(reach.values()), dtype=np.uint16),
        "first": _bytes("".join(reach).encode("utf-8")),
        "steps": _bytes(msgspec.json.encode(steps)),
        "text": _bytes(b"".join(encoded)),
    }


def _numbers(tensor: np.ndarray) -> memoryview[int]:
    """A mapped tensor whose elements are Python numbers, ten times as fast to get as numpy's."""
    return tensor.data


def _table(encoded: list[bytes]) -> np.ndarray:
    """Open addressing with linear probing; of equal pieces the last counts, as in HF tokenizers."""
    size = 1 << int(len(encoded) / MAX_LOAD).bit_length()
    mask = size - 1
    table = [-1] * size
    for index in reversed({piece: index for index, piece in enumerate(encoded)}.values()):
        slot = crc32(encoded[index]) & mask
        while table[slot] >= 0:
            slot = (slot + 1) & mask
        table[slot] = index
    return np.array(table, dtype=np.int32)


def _bytes(data: bytes) -> np.ndarray:
    return np.frombuffer(data, dtype=np.uint8)


def main(folder: Path) -> None:
    """Write the table for a model's folder."""
    safetensors.write(folder / FILE, build((folder / "tokenizer.json").read_bytes()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
