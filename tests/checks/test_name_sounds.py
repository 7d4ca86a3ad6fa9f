"""Names are recognised in other scripts by the way they sound, and others are not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from checker.checks.counterpart import spelled
from checker.checks.outcomes import SPELLED
from checker.checks.passage import passage
from checker.facts.sounds import closeness

DATA = Path(__file__).parents[1] / "data" / "names" / "sounds.toml"
ROWS = [
    (row["language"], row["text"], name, kind == "names")
    for row in tomllib.loads(DATA.read_text(encoding="utf-8"))["sentence"]
    for kind in ("names", "others")
    for name in row[kind]
]


@pytest.mark.parametrize(("language", "text", "name", "stands"), ROWS, ids=[f"{row[0]}-{row[2]}" for row in ROWS])
def test_a_name_is_told_by_its_sound(language: str, text: str, name: str, stands: bool) -> None:
    assert (spelled(name, "en", passage(text, language)) >= SPELLED) is stands


def test_letters_that_a_script_does_not_tell_apart_cost_little() -> None:
    assert closeness("Ruiz", "Luiz", frozenset({"lr"})) > closeness("Ruiz", "Luiz")


def test_words_without_consonants_or_letters_are_alike_to_nothing() -> None:
    assert closeness("", "Berlin") == closeness("42", "Berlin") == 0


def test_unwritten_vowels_cost_little() -> None:
    assert closeness("Benavente", "bnvnt", unwritten=True) > closeness("Benavente", "bnvnt")
