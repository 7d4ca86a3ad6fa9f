"""File → bytes, refusing what cannot be an article."""

from __future__ import annotations

import os
from pathlib import Path

from checker.errors import InputError

BOMS = (b"\xef\xbb\xbf", b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff", b"\xff\xfe", b"\xfe\xff")
MAGIC: dict[bytes, str] = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x7fELF": "a program",
}
"""Formats that newsrooms mistake for text, by their first bytes."""


def shown(path: Path) -> str:
    """A path as it can be printed in one line and written as UTF-8, whatever a file is called."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in str(path))


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """The bytes of a text file.

    Raises InputError, in one line, when the file is missing, no file, unreadable, larger than ``max_bytes``, empty,
    or no text.
    """
    try:
        if path.is_dir():
            raise InputError(f"{shown(path)}: is a folder; name a file, or check the folder alone")
        size = path.stat().st_size
        data = b"" if size > max_bytes else _read(path, max_bytes)
    except OSError as error:
        raise InputError(f"{shown(path)}: {_reason(error)}; check the name and the permissions") from error
    except ValueError as error:
        raise InputError(f"{shown(path)}: not a usable file name; check the name") from error
    if size > max_bytes or len(data) > max_bytes:
        raise InputError(
            f"{shown(path)}: larger than {max_bytes:,} bytes; split it, or raise max_bytes in the configuration"
        )
    _refuse_binary(path, data)
    return data


def _read(path: Path, max_bytes: int) -> bytes:
    with open(path, "rb", opener=_open) as file:
        return file.read(max_bytes + 1)


def _open(path: str, flags: int) -> int:
    """Open a file without waiting for somebody to write to it, as opening a pipe would, perhaps forever."""
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    os.set_blocking(handle, True)
    return handle


def _reason(error: OSError) -> str:
    return "no such file" if isinstance(error, FileNotFoundError) else (error.strerror or str(error)).lower()


def _refuse_binary(path: Path, data: bytes) -> None:
    if not data.strip():
        raise InputError(f"{shown(path)}: the file is empty; put the article's text into it")
    for magic, kind in MAGIC.items():
        if data.startswith(magic):
            raise InputError(f"{shown(path)}: {kind}, not text; save the article as .txt, .md or .html")
    if b"\x00" in data and not data.startswith(BOMS):
        raise InputError(f"{shown(path)}: binary data, not text; save the article as UTF-8 text")
