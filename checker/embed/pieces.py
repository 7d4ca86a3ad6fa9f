"""The vocabulary of a unigram tokenizer as a hash table on disk.

Reading a ``tokenizer.json`` with 170,000 pieces into a dict takes as long as everything else for an article
together. ``pieces.safetensors`` beside it makes the same pieces ready to be looked up: an open-addressing table of
indices, the scores, and where in ``tokenizer.json`` each piece stands. ``python -m checker.embed.pieces FOLDER`` writes
it; where it is missing or belongs to another ``tokenizer.json``, the table is built in memory, slower, to the same
effect.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
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

    def __init__(self, tensors: dict[str, np.ndarray], data: bytes) -> None:
        """Wrap the tensors that :func:`build` makes of a ``tokenizer.json`` with the content ``data``."""
        self.source = int(tensors["source"][0])
        """The checksum of the ``tokenizer.json``."""
        self.steps = msgspec.json.decode(tensors["steps"].tobytes(), type=Steps)
        self.scores = tensors["scores"]
        self.find: Callable[[str], int] = self._look_up
        """The index of a piece, -1 where there is none."""
        self._table = _numbers(tensors["table"])
        self._starts, self._lengths = _numbers(_starts(tensors)), _numbers(tensors["lengths"])
        self._text = tensors["text"].tobytes() if "text" in tensors else data
        self._score_numbers = _numbers(tensors["score_numbers"])
        self._score_values: list[float] = tensors["scores"].tolist()
        first = tensors["first"].tobytes().decode("utf-8")
        self._reach: dict[str, int] = dict(zip(first, tensors["reach"].tolist(), strict=True))

    def preload(self) -> None:
        """Read every piece into a dict, ten times as fast to search: worth its tenth of a second in bulk."""
        if self.find == self._look_up:
            places = zip(self._starts.tolist(), self._lengths.tolist(), strict=True)
            # JSON writes no line end within a string, so that all can be decoded at once
            escaped = b"\n".join([self._text[start : start + length] for start, length in places]).decode("utf-8")
            pieces = [_unescaped(piece) if "\\" in piece else piece for piece in escaped.split("\n")]
            self.find = _Whole(zip(pieces, range(len(pieces)), strict=True)).__getitem__

    def _look_up(self, piece: str) -> int:
        escaped = _escaped(piece)
        size = len(self._table)
        slot = crc32(escaped) % size
        while (index := self._table[slot]) >= 0:
            start = self._starts[index]
            if self._text[start : start + self._lengths[index]] == escaped:
                return index
            slot = (slot + 1) % size
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
        if int(tensors["source"][0]) == crc32(data) and "gaps" in tensors:
            return Pieces(tensors, data)
    try:
        return Pieces(build(data), data)
    except (msgspec.MsgspecError, ValueError) as error:
        raise ConfigError(f"{tokenizer}: not a tokenizer that can be used here ({error})") from error


def build(data: bytes) -> dict[str, np.ndarray]:
    """The tensors for a ``tokenizer.json``. Raises ValueError or MsgspecError for one of another kind.

    ``gaps`` and ``lengths`` say where each piece, written as in JSON, stands in the file: how many bytes behind the one
    before it (the first at ``begin``), and how many it has. Where the file writes it in another way (not as Unicode, or
    not on one line), they stand in ``text``.
    """
    file = msgspec.json.decode(data, type=_File)
    if file.model.type != "Unigram" or file.model.byte_fallback:
        raise ValueError("a unigram model without byte fallback is expected")
    escaped = [_escaped(piece) for piece, _ in file.model.vocab]
    lengths = np.array(list(map(len, escaped)), dtype=np.int64)
    places = _places(data, escaped)
    starts = np.cumsum(lengths) - lengths if places is None else places
    text = {} if places is not None else {"text": _bytes(b"".join(escaped))}
    scores, numbers = np.unique([score for _, score in file.model.vocab], return_inverse=True)
    reach: dict[str, int] = {}
    for piece, _ in file.model.vocab:
        reach[piece[:1]] = max(len(piece), reach.get(piece[:1], 0))
    reach.pop("", None)
    steps = Steps(file.model.unk_id, file.normalizer, file.pre_tokenizer)
    return {
        "source": np.array([crc32(data)], dtype=np.int64),
        "scores": scores,
        "table": _table(escaped),
        "begin": starts[:1],
        "gaps": _smallest(np.diff(starts) - lengths[:-1]),
        "lengths": _smallest(lengths),
        "score_numbers": numbers.astype(np.uint16 if len(scores) <= 1 << 16 else np.int32),
        "reach": np.array(list(reach.values()), dtype=np.uint16),
        "first": _bytes("".join(reach).encode("utf-8")),
        "steps": _bytes(msgspec.json.encode(steps)),
        **text,
    }


def _escaped(piece: str) -> bytes:
    """A piece as JSON writes it between the quotation marks."""
    if '"' in piece or "\\" in piece:
        piece = piece.replace("\\", "\\\\").replace('"', '\\"')
    return piece.encode("utf-8", "surrogatepass")


def _unescaped(escaped: str) -> str:
    return msgspec.json.decode(f'"{escaped}"', type=str)


def _places(data: bytes, escaped: list[bytes]) -> np.ndarray | None:
    """Where each piece stands in the file, int64; None if they do not stand there one after the other."""
    starts = np.zeros(len(escaped), dtype=np.int64)
    place = data.find(b'"vocab"')
    for index, piece in enumerate(escaped):
        found = data.find(b'["', place) + 2
        end = found + len(piece)
        if found < 2 or data[found:end] != piece or data[end : end + 1] != b'"':
            return None
        starts[index], place = found, end + 1
    return starts


def _starts(tensors: dict[str, np.ndarray]) -> np.ndarray:
    """Where each piece begins, int32."""
    steps = tensors["lengths"][:-1].astype(np.int32) + tensors["gaps"]
    starts: np.ndarray = np.concatenate([tensors["begin"], steps]).cumsum(dtype=np.int32)
    return starts


def _smallest(numbers: np.ndarray) -> np.ndarray:
    """Numbers in as few bytes as they need."""
    return numbers.astype(np.uint16 if numbers.max(initial=0) > 255 else np.uint8)


def _numbers(tensor: np.ndarray) -> memoryview[int]:
    """A mapped tensor whose elements are Python numbers, ten times as fast to get as numpy's."""
    return tensor.data


def _table(escaped: list[bytes]) -> np.ndarray:
    """Open addressing with linear probing; of equal pieces the last counts, as in HF tokenizers."""
    size = int(len(escaped) / MAX_LOAD) + 1
    table = [-1] * size
    for index in reversed({piece: index for index, piece in enumerate(escaped)}.values()):
        slot = crc32(escaped[index]) % size
        while table[slot] >= 0:
            slot = (slot + 1) % size
        table[slot] = index
    return np.array(table, dtype=np.int32)


def _bytes(data: bytes) -> np.ndarray:
    return np.frombuffer(data, dtype=np.uint8)


def main(folder: Path) -> None:
    """Write the table for a model's folder."""
    safetensors.write(folder / FILE, build((folder / "tokenizer.json").read_bytes()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
