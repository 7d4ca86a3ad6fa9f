"""Report → what an editor or a machine reads. A new format is one module with a ``FORMAT`` and one line below."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from checker.render import html, json, text
from checker.render.formats import FolderFormat, Format, StreamFormat

__all__ = ["FORMATS", "FolderFormat", "Format", "StreamFormat"]

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": text.FORMAT,
        "json": json.FORMAT,
        "html": html.FORMAT,
    }
)
"""Every output format by its name on the command line."""
