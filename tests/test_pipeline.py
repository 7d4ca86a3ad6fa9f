"""The stages together, through the public API."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

import checker
from checker import embed, parallel
from checker.config import Config
from checker.model import Article, Comparison, Finding
from checker.pipeline import check_article, check_files, check_folder

ENCODER = embed.load()


def read(samples: Path, article: str, language: str) -> Article:
    path = samples / article / f"{language}.txt"
    return Article(language, path.read_text(encoding="utf-8"), str(path))


def compare(*articles: Article) -> Comparison:
    return check_article("article", articles, ENCODER, Config()).comparisons[0]


def grave(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{finding.check}: {finding.message}" for finding in findings if finding.severity != "note"]


def test_the_example_of_the_documentation_finds_the_scale_word() -> None:
    german = Article("de", "Der Umbau kostet 40 Millionen Euro.", "de.txt")
    english = Article("en", "The conversion costs 40 billion euros.", "en.txt")
    findings = checker.check(german, english).comparisons[0].findings
    assert [finding.check for finding in findings] == ["number"]


@pytest.mark.parametrize("language", ["de", "en", "es", "id", "zh"])
def test_identical_texts_yield_nothing(samples: Path, language: str) -> None:
    article = read(samples, "colossus", language)
    assert grave(compare(article, article).findings) == []


def test_identical_arabic_texts_yield_nothing(samples: Path) -> None:
    article = read(samples, "memphis", "ar")
    assert grave(compare(article, article).findings) == []


@pytest.mark.parametrize(
    ("article", "languages"),
    [("colossus", ("de", "id")), ("colossus", ("en", "zh")), ("memphis", ("de", "ar")), ("oracle-talks", ("id", "de"))],
)
def test_swapping_source_and_target_mirrors_the_findings(
    samples: Path, article: str, languages: tuple[str, str]
) -> None:
    source, target = (read(samples, article, language) for language in languages)
    there, back = compare(source, target).findings, compare(target, source).findings
    assert sorted((f.check, f.severity, str(f.source), str(f.target)) for f in there) == sorted(
        (_mirrored(f.check), f.severity, str(f.target), str(f.source)) for f in back
    )


def _mirrored(check: str) -> str:
    """What one version lacks, the other has in addition."""
    return {"omission": "addition", "addition": "omission"}.get(check, check)


def test_the_planted_drift_of_the_samples_is_found(samples: Path) -> None:
    report = check_folder(samples, Config(), (), lambda _done, _total: None)
    found = {
        (article.id, pair.target.article.language, finding.check)
        for article in report.articles
        for pair in article.comparisons
        for finding in pair.findings
        if finding.severity != "note"
    }
    assert found == {
        ("colossus", "id", "quote"),
        ("colossus", "id", "number-format"),
        ("colossus", "en", "number"),
        ("colossus", "es", "omission"),
        ("colossus", "zh", "identifier"),
        ("memphis", "id", "attribution"),
        ("memphis", "ar", "date"),
        ("memphis", "ar", "number"),
        ("oracle-talks", "id", "date"),
        ("oracle-talks", "id", "currency"),
        ("oracle-talks", "id", "negation"),
        ("oracle-talks", "id", "addition"),
    }


def test_fingerprints_survive_a_shifted_text_and_differ_within_an_article(tmp_path: Path, samples: Path) -> None:
    text = (samples / "oracle-talks" / "id.txt").read_text(encoding="utf-8")
    (tmp_path / "a.id.txt").write_text(text, encoding="utf-8")
    (tmp_path / "a.de.txt").write_text((samples / "oracle-talks" / "de.txt").read_text(encoding="utf-8"), "utf-8")
    before = _fingerprints(tmp_path)
    (tmp_path / "a.id.txt").write_text("\n\n\n" + text, encoding="utf-8")
    assert _fingerprints(tmp_path) == before
    assert len(set(before)) == len(before) > 2


def _fingerprints(folder: Path) -> list[str]:
    report = check_files([folder / "a.de.txt", folder / "a.id.txt"], None, (), Config())
    return [finding.id for finding in report.articles[0].comparisons[0].findings]


def test_a_language_without_tables_is_said() -> None:
    german = Article("de", "Der Umbau kostet 40 Millionen Euro.", "de.txt")
    welsh = Article("cy", "Mae'r gwaith ailadeiladu yn costio 40 miliwn ewro.", "cy.txt")
    assert any("Welsh" in entry.reason or "cy" in entry.reason for entry in compare(german, welsh).unchecked)


def test_an_empty_line_or_a_single_sentence_is_no_problem() -> None:
    one = Article("de", "Guten Morgen.", "de.txt")
    assert compare(one, Article("en", "Good morning.", "en.txt")).findings == ()


class Watched:
    """An encoder that takes down which processes it is used in."""

    name = "watched"

    def __init__(self) -> None:
        self.processes: list[int] = []

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.processes.append(os.getpid())
        return ENCODER.encode(texts)


def test_long_texts_are_compared_as_short_ones(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = read(samples, "oracle-talks", "de"), read(samples, "oracle-talks", "id")
    usual = compare(source, target)
    monkeypatch.setattr(parallel, "LONG", 0)
    assert compare(source, target) == usual


def test_encoders_of_other_libraries_are_not_sent_to_other_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "LONG", 0)
    encoder = Watched()
    check_article("a", (Article("de", "Guten Morgen.", "a"), Article("en", "Good morning.", "b")), encoder, Config())
    assert set(encoder.processes) == {os.getpid()}


def test_a_text_that_is_too_long_is_said_and_not_compared() -> None:
    long = Article("de", "Nein.\n\n" * 12_001, "de.txt")
    comparison = compare(long, Article("en", "No.", "en.txt"))
    assert comparison.findings == ()
    assert "Too long" in comparison.unchecked[0].reason
