"""The report as its pages show it: plain values, so that the templates only have to lay them out.

After coverage.py's ``html.py``, which keeps the data of a report apart from its writing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from checker.languages.names import english_name
from checker.model import Article, ArticleReport, Comparison, Report, Severity, Unchecked, Version
from checker.render import tally
from checker.render.excerpt import shorten
from checker.render.pagenames import page_name
from checker.render.rows import Card, Row, Side, build_rows, number_findings
from checker.render.tally import Tally

HEADLINE = 160
"""Characters of an article's first sentence that are shown as its headline."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows in a run: either one row with something to read about, or several ``quiet`` ones."""

    quiet: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two versions side by side. ``anchor`` is its id on the page; ``cards`` are its findings, the worst first."""

    anchor: str
    source: Side
    target: Side
    tally: Tally
    cards: tuple[Card, ...]
    groups: tuple[Group, ...]
    unchecked: tuple[Unchecked, ...]

    @property
    def general(self) -> tuple[Card, ...]:
        """Findings about the articles as a whole."""
        return tuple(card for card in self.cards if card.row is None)


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article: its page, and its line on the index."""

    id: str
    page: str
    headline: str
    source: Side | None
    tally: Tally
    pairs: tuple[PairView, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """The entry page. ``articles`` come the worst first; ``checks`` are (name, tally) in the same order."""

    articles: tuple[ArticleView, ...]
    tally: Tally
    pairs: int
    checks: tuple[tuple[str, Tally], ...]
    sources: tuple[tuple[str, int], ...]
    unchecked: tuple[Unchecked, ...]
    tool: Mapping[str, str]


def article_view(article: ArticleReport) -> ArticleView:
    """What an article's page shows."""
    pairs = tuple(_pair(comparison, f"p{number}") for number, comparison in enumerate(article.comparisons, 1))
    source = _side(article.versions[0]) if article.versions else None
    headline = _headline(article.comparisons[0].source) if article.comparisons else ""
    return ArticleView(article.id, page_name(article.id), headline, source, tally.of_article(article), pairs)


def index_view(report: Report, articles: Iterable[ArticleView]) -> IndexView:
    """What the entry page shows."""
    ranked = sorted(articles, key=lambda article: article.id)
    ranked.sort(key=lambda article: article.tally, reverse=True)
    comparisons = [comparison for article in report.articles for comparison in article.comparisons]
    return IndexView(
        tuple(ranked),
        tally.of_report(report),
        len(comparisons),
        _by_check(comparisons),
        _sources(report),
        report.unchecked,
        report.tool,
    )


def _pair(comparison: Comparison, anchor: str) -> PairView:
    source, target = _side(comparison.source.article), _side(comparison.target.article)
    cards = number_findings(comparison, anchor)
    rows = build_rows(comparison, cards, anchor)
    general = tuple(entry for entry in comparison.unchecked if entry.bead is None)
    return PairView(anchor, source, target, tally.of_comparison(comparison), cards, _groups(rows), general)


def _groups(rows: Iterable[Row]) -> tuple[Group, ...]:
    groups: list[Group] = []
    for quiet, run in groupby(rows, key=lambda row: row.quiet):
        members = tuple(run)
        groups.extend([Group(True, members)] if quiet else [Group(False, (row,)) for row in members])
    return tuple(groups)


def _side(article: Article) -> Side:
    return Side(article.language, english_name(article.language), direction(article.text), article.path)


def direction(text: str) -> str:
    """The writing direction, "ltr" or "rtl", that most strong characters of a text have (Unicode's bidi classes).

    Read from the text and not from the language, since some languages (Kurdish, Punjabi, Azerbaijani) have both.
    """
    classes = [unicodedata.bidirectional(char) for char in text[:5000]]
    return "rtl" if classes.count("R") + classes.count("AL") > classes.count("L") else "ltr"


def _headline(version: Version) -> str:
    return shorten(version.sentences[0].text, HEADLINE) if version.sentences else ""


def _by_check(comparisons: Iterable[Comparison]) -> tuple[tuple[str, Tally], ...]:
    findings = sorted((f for comparison in comparisons for f in comparison.findings), key=lambda f: f.check)
    counted = [(check, tally.of_findings(run)) for check, run in groupby(findings, key=lambda f: f.check)]
    return tuple(sorted(counted, key=lambda entry: entry[1], reverse=True))


def _sources(report: Report) -> tuple[tuple[str, int], ...]:
    """The source languages and for how many articles each, the most frequent first."""
    names = [english_name(article.versions[0].language) for article in report.articles if article.versions]
    return tuple(sorted(((name, names.count(name)) for name in set(names)), key=lambda entry: (-entry[1], entry[0])))


def severity_word(severity: Severity) -> str:
    """The word that stands beside the colour."""
    return severity.capitalize()
