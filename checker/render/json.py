"""JSON: everything that was read, aligned and found, for programs. The schema is a contract, see :data:`SCHEMA`."""

from __future__ import annotations

import json
import re
from typing import Any

from checker.model import Article, ArticleReport, Bead, Comparison, Finding, Report, Span, Unchecked
from checker.render.formats import StreamFormat
from checker.render.places import Places
from checker.render.tally import in_reading_order

SCHEMA = 1
"""Grows when a field changes its meaning or goes; new fields alone don't make it grow."""

SCORE_DIGITS = 3
"""Embeddings shift around the sixth decimal between machines; three are the same everywhere, and enough."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def render(report: Report) -> str:
    """The report as one JSON document that ends with a line feed."""
    document = {
        "schema": SCHEMA,
        "tool": dict(report.tool),
        "articles": [_article(article) for article in report.articles],
        "unchecked": [_unchecked(entry) for entry in report.unchecked],
    }
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    # A file name that is no valid UTF-8 reaches us with lone surrogates, which no strict reader accepts.
    return _LONE_SURROGATE.sub(lambda match: f"\\\\u{ord(match[0]):04x}", text)


def _article(article: ArticleReport) -> dict[str, Any]:
    return {
        "id": article.id,
        "versions": [_version(version) for version in article.versions],
        "pairs": [_pair(comparison) for comparison in article.comparisons],
    }


def _version(article: Article) -> dict[str, Any]:
    text = {"text": article.text} if article.extracted else {}
    return {"language": article.language, "path": article.path, **text}


def _pair(comparison: Comparison) -> dict[str, Any]:
    source, target = comparison.source, comparison.target
    places = Places(source.article), Places(target.article)
    return {
        "source": source.article.language,
        "target": target.article.language,
        "sentences": {
            "source": [[sentence.start, sentence.end] for sentence in source.sentences],
            "target": [[sentence.start, sentence.end] for sentence in target.sentences],
        },
        "beads": [_bead(bead) for bead in comparison.beads],
        "findings": [_finding(finding, *places) for finding in in_reading_order(comparison.findings)],
        "unchecked": [_unchecked(entry) for entry in comparison.unchecked],
    }


def _bead(bead: Bead) -> dict[str, Any]:
    return {
        "source": list(bead.source),
        "target": list(bead.target),
        "score": round(float(bead.score), SCORE_DIGITS),
        "moved": bead.moved,
    }


def _finding(finding: Finding, source: Places, target: Places) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": finding.id,
        "check": finding.check,
        "severity": finding.severity,
        "message": finding.message,
        "bead": finding.bead,
        "source": _place(finding.source, source),
        "target": _place(finding.target, target),
    }
    if finding.related:
        record["related"] = [
            {"side": related.side, "start": related.span.start, "end": related.span.end} for related in finding.related
        ]
    return record


def _place(span: Span | None, places: Places) -> dict[str, Any] | None:
    if span is None:
        return None
    place = places(span)
    return {
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "text": place.text,
    }


def _unchecked(entry: Unchecked) -> dict[str, Any]:
    return {"reason": entry.reason, "path": entry.path, "bead": entry.bead, "failure": entry.failure}


FORMAT = StreamFormat(render)
