"""What a format is: either one stream of text, or a folder of files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.model import Report

if TYPE_CHECKING:
    from rich.console import Console


@dataclass(frozen=True, slots=True)
class StreamFormat:
    """A format that is one text, for standard output or a file.

    ``render_console``, where there is one, prints the same to a terminal, in colour.
    """

    render: Callable[[Report], str]
    render_console: Callable[[Report, Console], None] | None = None


@dataclass(frozen=True, slots=True)
class FolderFormat:
    """A format that fills a folder. ``write`` creates it, and raises OSError where it can't."""

    write: Callable[[Report, Path], None]


Format = StreamFormat | FolderFormat
