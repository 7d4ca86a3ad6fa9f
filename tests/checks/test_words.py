"""Checks of words: each fires on one drifted sentence and is silent on the faithful version, in nine languages."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from checker import embed
from checker.config import Config
from checker.model import Article, Comparison
from checker.pipeline import check_article

DATA = Path(__file__).parents[1] / "data" / "checks"
ARTICLE: dict[str, list[str]] = tomllib.loads((DATA / "article.toml").read_text(encoding="utf-8"))
CHECKS = ("quote", "name", "attribution", "negation", "omission", "addition", "untranslated")
CASES = {check: tomllib.loads((DATA / f"{check}.toml").read_text(encoding="utf-8")) for check in CHECKS}
ENCODER = embed.load()


def text(language: str, at: int | None = None, sentence: str = "") -> str:
    rows = list(ARTICLE[language])
    if at is not None:
        rows[at] = sentence
    return "\n".join(row for row in rows if row)


@cache
def compared(source: str, target: str, check: str | None = None) -> Comparison:
    case = CASES[check] if check else None
    drifted = text(target, case["at"], case["drifted"][target]) if case else text(target)
    articles = (Article(source, text(source), "a"), Article(target, drifted, "b"))
    return check_article("article", articles, ENCODER, Config()).comparisons[0]


@pytest.mark.parametrize("target", [language for language in ARTICLE if language != "de"])
@pytest.mark.parametrize("source", ["de", "en"])
def test_faithful_versions_yield_nothing(source: str, target: str) -> None:
    if source == target:
        pytest.skip("one language")
    assert [f"{f.check}: {f.message}" for f in compared(source, target).findings] == []


@pytest.mark.parametrize("target", sorted(ARTICLE))
@pytest.mark.parametrize("check", CHECKS)
def test_one_drifted_sentence_is_found(check: str, target: str) -> None:
    if target not in CASES[check]["drifted"]:
        pytest.skip("not written in this language")
    source = "en" if target == "de" else "de"
    findings = compared(source, target, check).findings
    assert check in [finding.check for finding in findings], [finding.message for finding in findings]


@pytest.mark.parametrize("target", sorted(ARTICLE))
@pytest.mark.parametrize("check", CHECKS)
def test_one_cause_is_one_finding(check: str, target: str) -> None:
    if target not in CASES[check]["drifted"]:
        pytest.skip("not written in this language")
    source = "en" if target == "de" else "de"
    grave = [finding for finding in compared(source, target, check).findings if finding.severity != "note"]
    assert len(grave) == 1, [f"{finding.check}: {finding.message}" for finding in grave]
