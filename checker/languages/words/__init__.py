"""What the checks of words know of a language: ``<code>.toml`` beside this module, one a language.

[names]        how names are written: nouns_capitalised, particles, titles, acronyms (the English names of each,
               folded, with blanks between them)
[polarity]     negators, prefixes and verbs that deny, pairs of opposites
[saying]       verbs of saying, for attribution
[persons]      what stands beside the name of a person where writing does not show it: titles, forms of address
[boilerplate]  openings of credit lines and links
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


def words(code: str, name: str) -> Mapping[str, Any]:
    """The section ``name`` of a language; empty where the language has none."""
    section: Mapping[str, Any] = _table(code).get(name, {})
    return section


@cache
def _table(code: str) -> Mapping[str, Any]:
    entry = files(__name__) / f"{code}.toml"
    return tomllib.loads(entry.read_text(encoding="utf-8")) if entry.is_file() else {}
