"""Reads a safetensors file without copying it: 8 bytes of header length, a JSON header, raw tensors.

The format is described at https://github.com/huggingface/safetensors#format; mapping the file lets a run over one
article touch only the rows of its own words.
"""

from __future__ import annotations

import struct
from pathlib import Path

import msgspec
import numpy as np

from checker.errors import ConfigError

DTYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "i1", "U8": "u1"}


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
        tensors = {name: msgspec.json.decode(entry, type=_Tensor) for name, entry in header.items()}
        return {name: _map(path, 8 + length, tensor) for name, tensor in tensors.items()}
    except (OSError, struct.error, msgspec.MsgspecError, KeyError, ValueError, OverflowError, MemoryError) as error:
        raise ConfigError(f"{path}: not a readable safetensors file ({error}); fetch the model again") from error


def _map(path: Path, start: int, tensor: _Tensor) -> np.ndarray:
    return np.memmap(path, DTYPES[tensor.dtype], "r", start + tensor.data_offsets[0], tensor.shape)
