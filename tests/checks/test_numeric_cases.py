"""The checks of numbers and dates on sentences written for this project, in the languages of tests/data/numbers."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from checker import embed
from checker.checks import currency, date, identifier, number, number_format, ordinal, unit
from checker.checks.context import Check, Pair
from checker.facts.numeric import extract
from checker.model import Article, Bead, Finding, Sentence, Version

FOLDER = Path(__file__).parent.parent / "data" / "numbers"
CHECKS: tuple[Check, ...] = (number, currency, unit, date, ordinal, identifier, number_format)
ENCODER = embed.load()
ENGLISH = tomllib.loads((FOLDER / "english.toml").read_text(encoding="utf-8"))
FILES = sorted(path for path in FOLDER.glob("*.toml") if path.stem != "english")
UNTOLD = {("ja", "Of"), ("ko", "Of")}
"""Swaps that are not found."""

WANTED = "de id en fr es pt it nl ru uk pl tr ar hi zh ja ko vi"

NAMES = {"number", "ordinal"}
"""A rank said with another number is either's business."""


def version(language: str, text: str) -> Version:
    article, sentences = Article(language, text, ""), (Sentence(0, len(text), text),)
    return Version(article, sentences, tuple(extract(article, sentences)))


def findings(source: tuple[str, str], target: tuple[str, str]) -> list[Finding]:
    versions = version(*source), version(*target)
    vectors = [ENCODER.encode([text]) for _, text in (source, target)]
    pair = Pair(*versions, (Bead((0,), (0,)),), *vectors, ENCODER)
    return [finding for check in CHECKS for finding in check.check(pair)]


def cases() -> list[object]:
    return [
        pytest.param(path.stem, text, ENGLISH[name], id=f"{path.stem}-{name}")
        for path in FILES
        for name, text in tomllib.loads(path.read_text(encoding="utf-8")).items()
    ]


@pytest.mark.parametrize(("language", "text", "meaning"), cases())
def test_a_faithful_sentence_raises_nothing(language: str, text: str, meaning: dict[str, Any]) -> None:
    assert findings((language, text), ("en", meaning["same"])) == []
    assert findings(("en", meaning["same"]), (language, text)) == []


@pytest.mark.parametrize(("language", "text", "meaning"), cases())
def test_a_drifted_sentence_is_found_once(language: str, text: str, meaning: dict[str, Any]) -> None:
    if "other" not in meaning:
        pytest.skip("a case for silence only")
    if (language, meaning["same"].split()[0]) in UNTOLD:
        pytest.skip("order says little between these languages, and the context is short")
    found = findings((language, text), ("en", meaning["other"]))
    assert 1 <= len(found) <= meaning.get("findings", 1)
    assert found[0].check == meaning["check"] or {found[0].check, meaning["check"]} == NAMES
    assert found[0].source is not None
    assert found[0].target is not None
    mirrored = findings(("en", meaning["other"]), (language, text))
    assert [(f.check, f.target, f.source) for f in mirrored] == [(f.check, f.source, f.target) for f in found]


def test_there_are_fifteen_cases_for_each_language() -> None:
    languages = {path.stem for path in FILES}
    assert languages >= set(WANTED.split())
    for path in FILES:
        assert len(tomllib.loads(path.read_text(encoding="utf-8"))) >= 15
