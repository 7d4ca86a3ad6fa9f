"""Careless edits in the versions of articles written for this project: each is found.

The languages from which one is still missed stand in the edit's ``missed_from``; an edit that is found has to leave it.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker import embed
from checker.config import Config
from checker.model import Article, Finding, Span, Version
from checker.pipeline import compare, prepare
from tests.pivots import pivots

DATA = Path(__file__).parent / "data"
ENCODER = embed.load()


@cache
def text(article: str, language: str) -> str:
    return (DATA / "faithful" / article / f"{language}.txt").read_text(encoding="utf-8")


@cache
def version(article: str, language: str) -> Version:
    return prepare(Article(language, text(article, language), f"{language}.txt"))


def cases() -> list[Any]:
    return [
        pytest.param(
            path.stem,
            pivot,
            edit,
            id=f"{path.stem}-{pivot}-{edit['lang']}-{edit['after'] or edit['before']}",
            marks=(pytest.mark.xfail(strict=True, reason="missed"),) if pivot in edit.get("missed_from", ()) else (),
        )
        for path in sorted((DATA / "drifted").glob("*.toml"))
        for edit in tomllib.loads(path.read_text(encoding="utf-8"))["edit"]
        for pivot in pivots(f"{path.stem} {edit['lang']} {edit['before']}")
        if pivot != edit["lang"]
    ]


@pytest.mark.parametrize(("article", "pivot", "edit"), cases())
def test_an_edit_is_found(article: str, pivot: str, edit: dict[str, Any]) -> None:
    clean = text(article, edit["lang"])
    assert clean.count(edit["before"]) == 1
    start = clean.index(edit["before"])
    drifted = clean.replace(edit["before"], edit["after"])
    target = prepare(Article(edit["lang"], drifted, "drifted.txt"))
    comparison = compare(article, version(article, pivot), target, ENCODER, Config())
    found = [finding for finding in comparison.findings if finding.severity != "note"]
    there = [finding.check for finding in found if near(finding, Span(start, start + len(edit["after"])), edit)]
    assert set(there) & set(edit["check"]), [(finding.check, finding.message) for finding in found]


def near(finding: Finding, edited: Span, edit: dict[str, Any]) -> bool:
    """An omission has no place in the target; everything else touches the edited words or their sentence."""
    if finding.target is None:
        return True
    return finding.target.start <= edited.end + 60 and finding.target.end >= edited.start - 60
