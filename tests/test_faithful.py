"""Faithful versions of four articles, written for this project in 18 to 29 languages: silence is the aim.

The pairs in ``data/known_false_alarms.txt`` still raise something; one that falls silent has to leave the list.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker import embed
from checker.config import Config
from checker.model import Article, Version
from checker.pipeline import compare, prepare
from tests.pivots import pivots

FOLDER = Path(__file__).parent / "data" / "faithful"
ENCODER = embed.load()
ARTICLES = sorted(path.name for path in FOLDER.iterdir())
KNOWN = frozenset((FOLDER.parent / "known_false_alarms.txt").read_text(encoding="utf-8").split())


def known(pair: str) -> tuple[Any, ...]:
    return (pytest.mark.xfail(strict=True, reason="a known false alarm"),) if pair in KNOWN else ()


@cache
def version(article: str, language: str) -> Version:
    text = (FOLDER / article / f"{language}.txt").read_text(encoding="utf-8")
    return prepare(Article(language, text, f"{language}.txt"))


def pairs() -> list[Any]:
    return [
        pytest.param(article, pivot, path.stem, marks=known(f"{article}-{pivot}-{path.stem}"))
        for article in ARTICLES
        for path in sorted((FOLDER / article).glob("*.txt"))
        for pivot in pivots(f"{article} {path.stem}")
        if path.stem != pivot and (FOLDER / article / f"{pivot}.txt").exists()
    ]


@pytest.mark.parametrize(("article", "source", "target"), pairs())
def test_a_faithful_version_raises_nothing(article: str, source: str, target: str) -> None:
    comparison = compare(article, version(article, source), version(article, target), ENCODER, Config())
    assert [finding.message for finding in comparison.findings if finding.severity != "note"] == []
    assert all(bead.source and bead.target for bead in comparison.beads)
