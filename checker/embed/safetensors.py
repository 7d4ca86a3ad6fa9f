"""Reads and writes safetensors files: 8 bytes of header length, a JSON header, raw tensors.

The format is described at https://github.com/huggingface/safetensors#format. Files are mapped, not copied: a run over
one article touches only the rows of its own words.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

import msgspec
import numpy as np

from checker.errors import ConfigError

DTYPES = {
    "F64": "<f8",
    "F32": "<f4",
    "F16": "<f2",
    "I64": "<i8",
    "I32": "<i4",
    "I16": "<i2",
    "I8": "|i1",
    "U16": "<u2",
    "U8": "|u1",
}


class _Tensor(msgspec.Struct):
    dtype: str
    shape: tuple[int, ...]
    data_offsets: tuple[int, int]


def read(path: Path) -> dict[str, np.ndarray]:
    """Every tensor of the file by name, mapped read-only.

    Raises ConfigError when the file is missing or no safetensors file.
    """
    try:
        with path.open("rb") as file:
            (length,) = struct.unpack("<Q", file.read(8))
            header = msgspec.json.decode(file.read(length), type=dict[str, msgspec.Raw])
        header.pop("__metadata__", None)
        whole = np.memmap(path, np.uint8, "r", 8 + length).view(np.ndarray)
        return {name: _view(whole, msgspec.json.decode(entry, type=_Tensor)) for name, entry in header.items()}
    except (OSError, struct.error, msgspec.MsgspecError, KeyError, ValueError, OverflowError, MemoryError) as error:
        raise ConfigError(f"{path}: not a readable safetensors file ({error}); fetch the model again") from error


def write(path: Path, tensors: Mapping[str, np.ndarray]) -> None:
    """Write tensors, those of long elements first so that all lie aligned; the file is complete or the old one."""
    tensors = dict(sorted(tensors.items(), key=lambda row: -row[1].itemsize))
    names = {dtype: name for name, dtype in DTYPES.items()}
    header, place = {}, 0
    for name, tensor in tensors.items():
        end = place + tensor.nbytes
        header[name] = _Tensor(names[np.dtype(tensor.dtype).str], tensor.shape, (place, end))
        place = end
    text = msgspec.json.encode(header)
    text += b" " * (-len(text) % 8)
    unfinished = path.with_name(path.name + ".part")
    with unfinished.open("wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for tensor in tensors.values():
            file.write(np.ascontiguousarray(tensor).tobytes())
    unfinished.replace(path)


def _view(whole: np.ndarray, tensor: _Tensor) -> np.ndarray:
    start, end = tensor.data_offsets
    return whole[start:end].view(DTYPES[tensor.dtype]).reshape(tensor.shape)
