"""Speakers who speak but once: a statement that moved to somebody else is found, one that stayed is not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from checker import embed
from checker.config import Config
from checker.model import Article
from checker.pipeline import check_article

DATA = Path(__file__).parents[1] / "data" / "checks" / "attribution.toml"
ONCE = tomllib.loads(DATA.read_text(encoding="utf-8"))["once"]
ENCODER = embed.load()


def found(source: str, target: str, kind: str) -> list[str]:
    articles = [
        Article(language, " ".join([*ONCE[language]["article"], ONCE[language][which]]), language)
        for language, which in ((source, "said"), (target, kind))
    ]
    findings = check_article("article", tuple(articles), ENCODER, Config()).comparisons[0].findings
    return [finding.check for finding in findings if finding.severity != "note"]


@pytest.mark.parametrize("target", [language for language in ONCE if language != "en"])
def test_a_statement_that_moved_to_another_person_is_found(target: str) -> None:
    assert "attribution" in found("en", target, "moved")


@pytest.mark.parametrize("target", sorted(ONCE))
@pytest.mark.parametrize("source", ["de", "en"])
def test_a_statement_that_stayed_is_not(source: str, target: str) -> None:
    if source == target:
        pytest.skip("one language")
    assert found(source, target, "said") == []
