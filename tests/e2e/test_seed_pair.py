"""The pair of articles that the project started from. Asserts offsets and facts, not text: the text isn't ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Cli


@pytest.fixture
def findings(cli: Cli, seeds: Path) -> list[dict]:
    source, target = sorted(seeds.glob("000_*.txt"))[0], sorted(seeds.glob("001_*.txt"))[0]
    result = cli("check", source, target, "--format", "json")
    assert result.returncode == 1, result.stderr
    report = json.loads(result.stdout)
    assert [version["language"] for version in report["articles"][0]["versions"]] == ["de", "id"]
    return report["articles"][0]["pairs"][0]["findings"]


def test_the_only_error_is_the_third_sentence_of_the_quotation(findings: list[dict], seeds: Path) -> None:
    errors = [finding for finding in findings if finding["severity"] == "error"]
    assert [finding["check"] for finding in errors] == ["quote"]
    source = sorted(seeds.glob("000_*.txt"))[0].read_text(encoding="utf-8")
    target = sorted(seeds.glob("001_*.txt"))[0].read_text(encoding="utf-8")
    assert errors[0]["source"]["text"].startswith("Am Ende schienen")
    assert errors[0]["target"]["text"].startswith("Kami membutuhkan")
    for side, text in (("source", source), ("target", target)):
        span = errors[0][side]
        assert text[span["start"] : span["end"]] == span["text"]
        assert "." not in span["text"].rstrip(".")


def test_two_number_format_warnings_and_nothing_else(findings: list[dict]) -> None:
    rest = [finding for finding in findings if finding["severity"] == "warning"]
    assert [(finding["check"], finding["target"]["text"]) for finding in rest] == [
        ("number-format", "200,000"),
        ("number-format", "50,000"),
    ]


def test_swapping_source_and_target_mirrors_the_findings(cli: Cli, seeds: Path, findings: list[dict]) -> None:
    source, target = sorted(seeds.glob("000_*.txt"))[0], sorted(seeds.glob("001_*.txt"))[0]
    result = cli("check", target, source, "--format", "json")
    mirrored = json.loads(result.stdout)["articles"][0]["pairs"][0]["findings"]
    assert sorted(_mirrored(finding) for finding in mirrored) == sorted(_plain(finding) for finding in findings)


def _plain(finding: dict) -> tuple:
    return finding["check"], finding["severity"], _offsets(finding["source"]), _offsets(finding["target"])


def _mirrored(finding: dict) -> tuple:
    return finding["check"], finding["severity"], _offsets(finding["target"]), _offsets(finding["source"])


def _offsets(span: dict | None) -> tuple[int, int]:
    return (span["start"], span["end"]) if span else (-1, -1)
