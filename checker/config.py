"""Settings: ``checker.toml``, or ``[tool.checker]`` in pyproject.toml, read into one frozen value."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import msgspec

MAX_BYTES = 5_000_000
"""Larger files are refused unless the configuration allows them: no news article is this long."""


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a newsroom can set. Command-line options win over it."""

    source_lang: str | None = None
    model: str | None = None
    fail_on: str = "error"
    max_bytes: int = MAX_BYTES
    severity: Mapping[str, str] = {}

    def fingerprint(self) -> str:
        """sha256 of the settings, equal for equal settings."""
        return "sha256:" + hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest()
