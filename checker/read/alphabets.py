"""The letters of languages beyond a to z, to tell encodings apart."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import regex

ANY = r"\p{L}\p{M}"
"""For a language without an entry."""


@cache
def alphabet(language: str) -> regex.Pattern[str]:
    """A pattern for one letter, of either case, that the language uses."""
    letters = tomllib.loads((files(__package__) / "alphabets.toml").read_text(encoding="utf-8"))
    return regex.compile(f"[{letters.get(language, ANY)}]", regex.IGNORECASE)
