"""A replaced person, company or country is found in 43 languages; faithful versions stay silent."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker import embed
from checker.config import Config
from checker.model import Article, Finding, Version
from checker.pipeline import compare, prepare

DATA = Path(__file__).parents[1] / "data" / "names" / "bridge.toml"
VERSIONS: dict[str, dict[str, Any]] = tomllib.loads(DATA.read_text(encoding="utf-8"))
KINDS = ("person", "company", "country")
ENCODER = embed.load()


def text(language: str) -> str:
    space = "" if language in ("zh", "ja") else " "
    return space.join(VERSIONS[language]["text"]) + "\n"


@cache
def version(language: str) -> Version:
    return prepare(Article(language, text(language), f"{language}.txt"))


def names(source: str, target: Version) -> list[Finding]:
    comparison = compare("bridge", version(source), target, ENCODER, Config())
    return [finding for finding in comparison.findings if finding.check == "name" and finding.severity != "note"]


def pivot(language: str) -> str:
    return "de" if language == "en" else "en"


@pytest.mark.parametrize("language", VERSIONS)
def test_a_faithful_version_names_the_same(language: str) -> None:
    assert [finding.message for finding in names(pivot(language), version(language))] == []


@pytest.mark.parametrize("language", [language for language in VERSIONS if language != "id"])
def test_so_do_two_translations(language: str) -> None:
    assert [finding.message for finding in names("id", version(language))] == []


@pytest.mark.parametrize(
    ("language", "kind"),
    [
        pytest.param(language, kind, id=f"{language}-{kind}")
        for language, entry in VERSIONS.items()
        for kind in KINDS
        if kind in entry and kind not in entry.get("missed", ())
    ],
)
def test_a_replaced_name_is_found(language: str, kind: str) -> None:
    before, after = VERSIONS[language][kind]
    assert text(language).count(before) == 1
    drifted = prepare(Article(language, text(language).replace(before, after), "drifted.txt"))
    found = names(pivot(language), drifted)
    assert len(found) == 1, [finding.message for finding in found]
