"""Faithful versions of one article, written for this project in 24 languages: silence is the aim."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from checker import embed
from checker.config import Config
from checker.model import Article, Version
from checker.pipeline import compare, prepare

FOLDER = Path(__file__).parent / "data" / "faithful"
ENCODER = embed.load()
ARTICLES = sorted(path.name for path in FOLDER.iterdir())
PIVOTS = ("de", "en", "es", "id", "zh")
"""Source languages that are tried with every other one; all pairs would take minutes."""


@cache
def version(article: str, language: str) -> Version:
    text = (FOLDER / article / f"{language}.txt").read_text(encoding="utf-8")
    return prepare(Article(language, text, f"{language}.txt"))


def pairs() -> list[tuple[str, str, str]]:
    return [
        (article, pivot, path.stem)
        for article in ARTICLES
        for pivot in PIVOTS
        for path in sorted((FOLDER / article).glob("*.txt"))
        if path.stem != pivot and (FOLDER / article / f"{pivot}.txt").exists()
    ]


@pytest.mark.parametrize(("article", "source", "target"), pairs())
def test_a_faithful_version_raises_nothing(article: str, source: str, target: str) -> None:
    comparison = compare(article, version(article, source), version(article, target), ENCODER, Config())
    assert [finding.message for finding in comparison.findings if finding.severity != "note"] == []
    assert all(bead.source and bead.target for bead in comparison.beads)
