"""The JSON contract: decoded strictly, so that a field too many or too few is seen."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Literal

import msgspec
import numpy as np

from checker.model import Article, ArticleReport, Bead, Comparison, Finding, Report, Span, Version
from checker.render.json import render
from tests.render import sample


class Strict(msgspec.Struct, forbid_unknown_fields=True):
    """No field too many, none too few."""


class Place(Strict):
    start: int
    end: int
    line: int | None
    column: int | None
    text: str


class Related(Strict):
    side: Literal["source", "target"]
    start: int
    end: int


class JsonFinding(Strict):
    id: str
    check: str
    severity: Literal["error", "warning", "note"]
    message: str
    bead: int | None
    source: Place | None
    target: Place | None
    related: list[Related] | msgspec.UnsetType = msgspec.UNSET


class JsonBead(Strict):
    source: list[int]
    target: list[int]
    score: float
    moved: bool


class Unchecked(Strict):
    reason: str
    path: str | None
    bead: int | None
    failure: bool


class Sentences(Strict):
    source: list[tuple[int, int]]
    target: list[tuple[int, int]]


class Pair(Strict):
    source: str
    target: str
    sentences: Sentences
    beads: list[JsonBead]
    findings: list[JsonFinding]
    unchecked: list[Unchecked]


class JsonVersion(Strict):
    language: str
    path: str
    text: str | msgspec.UnsetType = msgspec.UNSET


class JsonArticle(Strict):
    id: str
    versions: list[JsonVersion]
    pairs: list[Pair]


class Tool(Strict):
    name: str
    version: str
    model: str
    config: str


class Document(Strict):
    schema: Literal[1]
    tool: Tool
    articles: list[JsonArticle]
    unchecked: list[Unchecked]


def decode(report: Report) -> Document:
    return msgspec.json.decode(render(report).encode("utf-8"), type=Document)


def test_keeps_the_contract() -> None:
    document = decode(sample.report())
    assert [article.id for article in document.articles] == ["library", "harbour", sample.HOSTILE_ID, "lonely"]
    assert document.unchecked[0].failure
    assert document.articles[1].pairs[0].unchecked == [Unchecked("the alignment is too uncertain", None, 8, False)]


def test_spans_slice_back_and_places_count_from_one() -> None:
    report = sample.report()
    for article, shown in zip(report.articles, decode(report).articles, strict=True):
        for comparison, pair in zip(article.comparisons, shown.pairs, strict=True):
            for finding in pair.findings:
                for place, version in ((finding.source, comparison.source), (finding.target, comparison.target)):
                    if place is not None:
                        check_place(place, version.article.text)


def check_place(place: Place, text: str) -> None:
    assert text[place.start : place.end] == place.text
    before = text[: place.start].split("\n")
    assert (place.line, place.column) == (len(before), len(before[-1]) + 1)


def test_findings_come_in_reading_order() -> None:
    for article in decode(sample.report()).articles:
        for pair in article.pairs:
            beads = [-1 if finding.bead is None else finding.bead for finding in pair.findings]
            assert beads == sorted(beads)


def test_related_stands_only_where_there_is_some() -> None:
    findings = [finding for pair in decode(sample.report()).articles[1].pairs for finding in pair.findings]
    related = [finding for finding in findings if finding.related is not msgspec.UNSET]
    assert [finding.check for finding in related] == ["omission"]
    assert len(related[0].related) == 2  # type: ignore[arg-type]


def test_lines_are_unknown_in_an_extracted_text() -> None:
    text = "Title\n\nThere were 5 of them."
    article = Article("en", text, "page.html", extracted=True)
    version = Version(article, (), ())
    finding = Finding("number", "error", "Five.", None, Span(18, 19), None)
    comparison = Comparison(version, version, (), (finding,))
    document = decode(Report((ArticleReport("page", (article,), (comparison,)),), sample.TOOL))
    assert document.articles[0].versions[0].text == text
    place = document.articles[0].pairs[0].findings[0].source
    assert place == Place(18, 19, None, None, "5")


def test_text_is_left_out_where_the_file_has_it() -> None:
    versions = [version for article in decode(sample.report()).articles for version in article.versions]
    assert all(version.text is msgspec.UNSET for version in versions)


def test_scores_are_rounded_whatever_float_they_are() -> None:
    article = sample.library()
    comparison = article.comparisons[0]
    beads = (Bead((0,), (0,), np.float32(0.123456)), *comparison.beads[1:])  # type: ignore[arg-type]
    changed = replace(article, comparisons=(replace(comparison, beads=beads),))
    assert decode(Report((changed,), sample.TOOL)).articles[0].pairs[0].beads[0].score == 0.123


def test_an_undecodable_file_name_does_not_break_strict_readers() -> None:
    path = decode(sample.report()).articles[2].versions[1].path
    assert path == "bad\\udcff\r\nname.txt"


def test_text_is_written_as_it_is_and_ends_with_a_line_feed() -> None:
    text = render(sample.report())
    assert "市图书馆将在夜间开放" not in text  # no text of articles that were not extracted
    assert "رافعة" not in text
    assert "5 < 6" in text
    assert text.endswith("}\n")
    assert json.loads(render(Report(()))) == {"schema": 1, "tool": {}, "articles": [], "unchecked": []}
