"""Settings: ``checker.toml``, or ``[tool.checker]`` in pyproject.toml, read into one frozen value.

An unknown key is an error: a misspelt setting that is silently ignored is worse than none.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from checker.errors import ConfigError
from checker.glossary import EMPTY, Glossary

MAX_BYTES = 5_000_000
"""Larger files are refused unless the configuration allows them: no news article is this long."""

MOST_BYTES = 10**12
"""What ``max_bytes`` can be set to."""

FailOn = Literal["error", "warning", "note", "never"]
Level = Literal["error", "warning", "note", "off"]
CheckName = Literal[
    "number", "currency", "unit", "date", "ordinal", "identifier", "name", "quote", "attribution", "negation",
    "omission", "addition", "meaning", "number-format", "glossary", "untranslated", "order", "unrelated",
]  # fmt: skip


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a newsroom can set. Command-line options win over it."""

    source_lang: str | None = None
    """Language of the source versions in a folder."""
    model: str | None = None
    """Name or folder of a sentence-transformers model; None is the embedded one."""
    name_finder: str | None = None
    """A plug-in that finds names, as "module:function" (see :mod:`checker.finders`); None is the built-in finder."""
    fail_on: FailOn = "error"
    """The mildest severity that makes the program end with exit code 1."""
    max_bytes: int = MAX_BYTES
    """Files above this size are refused."""
    severity: Mapping[CheckName, Level] = {}
    """Severity of a check's findings where it isn't the default; "off" switches the check off."""
    glossary: Glossary = EMPTY
    """The house's terms; the name of a CSV or TBX file stands for a glossary with this file."""

    def levels(self) -> dict[str, str]:
        """``severity`` as plain words, for those who know no configuration."""
        return {str(check): str(level) for check, level in self.severity.items()}

    def fingerprint(self) -> str:
        """sha256 of the settings, equal for equal settings."""
        return "sha256:" + hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest()


def load(path: Path | None, start: Path) -> Config:
    """The settings of ``path``, or of the nearest configuration at or above the folder ``start``, or the defaults.

    Raises :class:`ConfigError` where the file is missing, is no TOML, or holds what can't be understood.
    """
    if path is not None:
        return _parse(path, _table(path, _read(path)) or {})
    folders = (start, *start.parents)
    for name in ("checker.toml", "pyproject.toml"):
        for candidate in (folder / name for folder in folders):
            if candidate.is_file() and (table := _table(candidate, _read(candidate))) is not None:
                return _parse(candidate, table)
    return Config()


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: the configuration can't be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:  # also of bytes that are no UTF-8 and of endless numbers
        raise ConfigError(f"{path}: this is no valid TOML: {error}") from error


def _table(path: Path, document: dict[str, Any]) -> dict[str, Any] | None:
    """The settings in a TOML document; None for a pyproject.toml that has none."""
    tool = document.get("tool")
    nested = tool.get("checker") if isinstance(tool, dict) else None
    if nested is not None and not isinstance(nested, dict):
        raise ConfigError(f"{path}: tool.checker must be a table")
    return nested if nested is not None or path.name == "pyproject.toml" else document


def _parse(path: Path, table: dict[str, Any]) -> Config:
    if isinstance(file := table.get("glossary"), str):
        table = {**table, "glossary": {"files": [file]}}
    try:
        config = msgspec.convert(table, Config)
    except msgspec.ValidationError as error:
        known = ", ".join(Config.__struct_fields__)
        raise ConfigError(f"{path}: {error} (settings: {known})") from error
    if not 1 <= config.max_bytes <= MOST_BYTES:
        raise ConfigError(f"{path}: max_bytes must be 1 to {MOST_BYTES:,}, not {config.max_bytes:,}")
    if config.glossary == EMPTY:
        return config
    from checker.read.termbase import complete

    return msgspec.structs.replace(config, glossary=complete(config.glossary, path, config.max_bytes))
