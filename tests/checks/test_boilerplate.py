"""Furniture of a page is told from its text in every language."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from checker.checks.boilerplate import is_boilerplate

CASES = tomllib.loads((Path(__file__).parents[1] / "data" / "passages" / "furniture.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", CASES)
def test_furniture_is_known(language: str) -> None:
    assert [line for line in CASES[language]["furniture"] if not is_boilerplate(line, language)] == []


@pytest.mark.parametrize("language", CASES)
def test_text_is_no_furniture(language: str) -> None:
    assert [line for line in CASES[language]["text"] if is_boilerplate(line, language)] == []


@pytest.mark.parametrize("line", ["https://example.org/a?b=c", "@redaktion", "© 2024", "***", "— — —"])
def test_addresses_and_rules_need_no_words(line: str) -> None:
    assert is_boilerplate(line, "xx")
