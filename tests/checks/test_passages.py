"""Checks of passages in further languages and shapes: each case fires, and the faithful articles stay silent."""

from __future__ import annotations

import tomllib
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from checker import embed
from checker.config import Config
from checker.model import Article, Comparison
from checker.pipeline import check_article

DATA = Path(__file__).parents[1] / "data"
ENCODER = embed.load()
PASSAGES = frozenset({"quote", "omission", "addition", "untranslated", "meaning", "order"})
"""The checks that are tried here; names, numbers and negation have tests of their own."""


def load(path: str) -> dict[str, Any]:
    return tomllib.loads((DATA / path).read_text(encoding="utf-8"))


FIRST, MORE = load("checks/article.toml"), load("passages/article.toml")
ARTICLE: dict[str, list[str]] = {**FIRST, **MORE}
CASES: list[dict[str, Any]] = load("passages/cases.toml")["case"]
DRIFTED = [
    pytest.param(number, language, id=f"{case['check']}-{number}-{language}")
    for number, case in enumerate(CASES)
    for language in case["text"]
]


def compare(source: str, source_text: list[str], target: str, target_text: list[str]) -> Comparison:
    articles = Article(source, "\n".join(source_text), "a"), Article(target, "\n".join(target_text), "b")
    return check_article("article", articles, ENCODER, Config()).comparisons[0]


def changed(rows: list[str], at: int, sentence: str | None) -> list[str]:
    return rows if sentence is None else [*rows[:at], sentence, *rows[at + 1 :]]


@cache
def outcome(number: int, language: str) -> Comparison:
    case = CASES[number]
    source = case.get("from", "de")
    original = changed(ARTICLE[source], case["at"], case.get("source", {}).get(source))
    return compare(source, original, language, changed(ARTICLE[language], case["at"], case["text"][language]))


@pytest.mark.parametrize("target", sorted(MORE))
@pytest.mark.parametrize("source", ["de", "en", "es"])
def test_faithful_versions_yield_nothing(source: str, target: str) -> None:
    findings = compare(source, ARTICLE[source], target, ARTICLE[target]).findings
    assert [f"{f.check}: {f.message}" for f in findings if f.severity != "note" and f.check in PASSAGES] == []


@pytest.mark.parametrize(("number", "language"), DRIFTED)
def test_a_case_is_found(number: int, language: str) -> None:
    case = CASES[number]
    findings = outcome(number, language).findings
    level = case.get("severity", "")
    found = [(finding.check, finding.severity) for finding in findings]
    assert case["check"] in [check for check, severity in found if level in ("", severity)], found


@pytest.mark.parametrize(("number", "language"), DRIFTED)
def test_one_cause_is_one_finding(number: int, language: str) -> None:
    found = [finding for finding in outcome(number, language).findings if finding.check in PASSAGES]
    grave = [finding for finding in found if finding.severity != "note"]
    assert len(grave) <= 1, [f"{finding.check}: {finding.message}" for finding in grave]


@pytest.mark.parametrize(("number", "language"), DRIFTED)
def test_what_is_marked_lies_in_the_changed_sentence(number: int, language: str) -> None:
    case, comparison = CASES[number], outcome(number, language)
    sides = ("source", comparison.source.article.text), ("target", comparison.target.article.text)
    marked = chain.from_iterable(
        ((text, getattr(finding, side)) for side, text in sides)
        for finding in comparison.findings
        if finding.check == case["check"]
    )
    rows = {case["text"][language], *case.get("source", {}).values(), *(row[case["at"]] for row in ARTICLE.values())}
    assert all(any(text[span.start : span.end] in row for row in rows) for text, span in marked if span)


@pytest.mark.parametrize("target", sorted(ARTICLE))
def test_a_sentence_that_moved_is_a_note(target: str) -> None:
    source = "en" if target == "de" else "de"
    rows = ARTICLE[target]
    moved = [rows[5], *rows[:5], *rows[6:]]
    found = [
        finding for finding in compare(source, ARTICLE[source], target, moved).findings if finding.check in PASSAGES
    ]
    assert [(finding.check, finding.severity) for finding in found] == [("order", "note")]


@pytest.mark.parametrize("target", sorted(ARTICLE))
def test_a_version_in_another_language_is_one_finding(target: str) -> None:
    source = "en" if target == "de" else "de"
    found = compare(source, ARTICLE[source], target, ARTICLE[source]).findings
    assert [finding.check for finding in found] == ["untranslated"]


@pytest.mark.parametrize("target", sorted(ARTICLE))
def test_neighbouring_sentences_left_in_the_other_language_are_one_finding(target: str) -> None:
    source = "en" if target == "de" else "de"
    rows = [*ARTICLE[target][:4], *ARTICLE[source][4:6], *ARTICLE[target][6:]]
    found = [
        finding for finding in compare(source, ARTICLE[source], target, rows).findings if finding.check in PASSAGES
    ]
    assert [finding.check for finding in found] == ["untranslated"]
