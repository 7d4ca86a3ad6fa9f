"""The report as its pages show it: plain values, so that the templates only have to lay them out.

After coverage.py's ``html.py``, which keeps the data of a report apart from its writing. An *entry* is what other
pages need to know of an article; a *view* is all that its own page shows, made when the page is written.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from checker.languages.names import english_name
from checker.model import Article, ArticleReport, Comparison, Report, Unchecked, Version
from checker.render import tally
from checker.render.excerpt import shorten
from checker.render.pagenames import page_name
from checker.render.rows import Card, Row, Side, build_rows, number_findings
from checker.render.tally import Tally

HEADLINE = 160
"""Characters of an article's first sentence that are shown as its headline."""

ENOUGH_TO_TELL = 5000
"""Characters that decide a text's writing direction."""


@dataclass(frozen=True, slots=True)
class PairEntry:
    """Two versions; ``anchor`` is the id of their section on the article's page."""

    anchor: str
    source: Side
    target: Side
    tally: Tally


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """One article: the file name of its page, its first sentence, and what was found. No source, no versions."""

    id: str
    page: str
    headline: str
    source: Side | None
    tally: Tally
    pairs: tuple[PairEntry, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """The entry page. ``articles`` come the worst first; ``checks`` are (name, tally), in the same order.

    ``sources`` are (language, number of articles), the most frequent first.
    """

    articles: tuple[tuple[ArticleEntry, ArticleReport], ...]
    tally: Tally
    pairs: int
    checks: tuple[tuple[str, Tally], ...]
    sources: tuple[tuple[str, int], ...]
    unchecked: tuple[Unchecked, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows in a run: either one row with something to read about, or several ``quiet`` ones."""

    quiet: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two versions side by side.

    ``cards`` are the findings, the worst first; ``unchecked`` concerns the versions as a whole; ``compared`` says
    that they were aligned at all.
    """

    entry: PairEntry
    cards: tuple[Card, ...]
    groups: tuple[Group, ...]
    unchecked: tuple[Unchecked, ...]
    compared: bool

    @property
    def general(self) -> tuple[Card, ...]:
        """Findings about the articles as a whole."""
        return tuple(card for card in self.cards if card.row is None)


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article's page; ``following`` is the article to read next."""

    entry: ArticleEntry
    pairs: tuple[PairView, ...]
    following: ArticleEntry | None


def index_view(report: Report) -> IndexView:
    """What the entry page shows."""
    ranked = sorted(((_entry(article), article) for article in report.articles), key=lambda pair: pair[0].id)
    ranked.sort(key=lambda pair: pair[0].tally, reverse=True)
    comparisons = [comparison for article in report.articles for comparison in article.comparisons]
    return IndexView(
        tuple(ranked),
        tally.of_report(report),
        len(comparisons),
        _by_check(comparisons),
        _sources(report),
        report.unchecked,
    )


def article_view(article: ArticleReport, entry: ArticleEntry, following: ArticleEntry | None) -> ArticleView:
    """What an article's page shows."""
    pairs = (_pair(comparison, pair) for comparison, pair in zip(article.comparisons, entry.pairs, strict=True))
    return ArticleView(entry, tuple(pairs), following)


def direction(text: str) -> str:
    """The writing direction, "ltr" or "rtl", that most strong characters of a text have (Unicode's bidi classes).

    Read from the text and not from the language, since some languages (Kurdish, Punjabi, Azerbaijani) have both.
    """
    classes = [unicodedata.bidirectional(char) for char in text[:ENOUGH_TO_TELL]]
    return "rtl" if classes.count("R") + classes.count("AL") > classes.count("L") else "ltr"


def _entry(article: ArticleReport) -> ArticleEntry:
    pairs = (
        PairEntry(
            f"p{number}",
            _side(comparison.source.article),
            _side(comparison.target.article),
            tally.of_comparison(comparison),
        )
        for number, comparison in enumerate(article.comparisons, 1)
    )
    return ArticleEntry(
        article.id,
        page_name(article.id),
        _headline(article.comparisons[0].source) if article.comparisons else "",
        _side(article.versions[0]) if article.versions else None,
        tally.of_article(article),
        tuple(pairs),
    )


def _pair(comparison: Comparison, entry: PairEntry) -> PairView:
    cards = number_findings(comparison, entry.anchor)
    general = tuple(unchecked for unchecked in comparison.unchecked if unchecked.bead is None)
    rows = build_rows(comparison, cards, entry.anchor)
    return PairView(entry, cards, _groups(rows), general, bool(comparison.beads))


def _groups(rows: Iterable[Row]) -> tuple[Group, ...]:
    groups: list[Group] = []
    for quiet, run in groupby(rows, key=lambda row: row.quiet):
        members = tuple(run)
        groups.extend([Group(True, members)] if quiet else [Group(False, (row,)) for row in members])
    return tuple(groups)


def _side(article: Article) -> Side:
    return Side(article.language, english_name(article.language), direction(article.text), article.path)


def _headline(version: Version) -> str:
    return shorten(version.sentences[0].text, HEADLINE) if version.sentences else ""


def _by_check(comparisons: Iterable[Comparison]) -> tuple[tuple[str, Tally], ...]:
    findings = sorted((f for comparison in comparisons for f in comparison.findings), key=lambda f: f.check)
    counted = [(check, tally.of_findings(run)) for check, run in groupby(findings, key=lambda f: f.check)]
    return tuple(sorted(counted, key=lambda entry: entry[1], reverse=True))


def _sources(report: Report) -> tuple[tuple[str, int], ...]:
    names = [english_name(article.versions[0].language) for article in report.articles if article.versions]
    return tuple(sorted(((name, names.count(name)) for name in set(names)), key=lambda entry: (-entry[1], entry[0])))
