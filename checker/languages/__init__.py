"""What differs between languages, as data: one entry a language.

``data/<code>.toml`` is written by hand (everyday forms), ``cldr/<code>.json`` is generated from CLDR. Sections are
read by the module that needs them; a check never asks which language it has before it.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

ALIASES = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}
"""Codes for languages whose data stands under another one: both kinds of written Norwegian, withdrawn codes."""


def primary(tag: str) -> str:
    """The primary language subtag, lower case: "zh-Hans" → "zh", "nb" → "no"."""
    code = tag.replace("_", "-").split("-")[0].lower()
    return ALIASES.get(code, code)


def lowercase(word: str) -> str:
    """A word in lower case, as word lists have it: Python leaves a dot behind the i of Turkish "İsviçre"."""
    return word.casefold().replace("i\u0307", "i")


def known(code: str) -> bool:
    """Whether there are tables for a language."""
    return bool(_generated(code))


def section(code: str, name: str) -> Mapping[str, Any]:
    """The hand-written section ``name`` of a language; empty where the language has none."""
    return dict(_written(code).get(name, {}))


def cldr(code: str, name: str) -> Mapping[str, Any]:
    """The generated section ``name`` of a language; empty where the language has none."""
    return dict(_generated(code).get(name, {}))


@cache
def _written(code: str) -> Mapping[str, Any]:
    entry = files(__name__) / "data" / f"{code}.toml"
    return tomllib.loads(entry.read_text(encoding="utf-8")) if entry.is_file() else {}


@cache
def _generated(code: str) -> Mapping[str, Any]:
    entry = files(__name__) / "cldr" / f"{code}.json"
    loaded: Mapping[str, Any] = json.loads(entry.read_text(encoding="utf-8")) if entry.is_file() else {}
    return loaded


@cache
def shared(name: str) -> Mapping[str, Any]:
    """The table ``<name>.toml`` that holds for every language (units, currency symbols)."""
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))
