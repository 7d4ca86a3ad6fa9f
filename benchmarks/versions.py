"""The articles of ``benchmarks/articles``, written for this project: the same segments in up to 43 languages."""

from __future__ import annotations

from functools import cache

from benchmarks.shared import ROOT

FOLDER = ROOT / "benchmarks" / "articles"
UNSPACED = frozenset({"zh", "ja"})
"""Languages that put no blank between sentences."""


def articles() -> list[str]:
    """The names of all articles, sorted."""
    return sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def with_both(first: str, second: str) -> list[str]:
    """The names of the articles that have two languages, sorted."""
    return [article for article in articles() if {first, second} <= set(languages(article))]


def lines(article: str, language: str) -> list[str]:
    """The segments of a version, those of the headline first."""
    return [line for line in raw(article, language).split("\n") if line.strip()]


def languages(article: str) -> list[str]:
    """The languages of an article, sorted."""
    return sorted(path.stem for path in (FOLDER / article).glob("*.txt"))


@cache
def raw(article: str, language: str) -> str:
    """The file of a version."""
    return (FOLDER / article / f"{language}.txt").read_text(encoding="utf-8")


def joined(text: str, language: str) -> str:
    """The lines of each paragraph as one."""
    space = "" if language in UNSPACED else " "
    paragraphs = (paragraph.split("\n") for paragraph in text.strip().split("\n\n"))
    return "\n\n".join(space.join(line.strip() for line in rows if line.strip()) for rows in paragraphs) + "\n"
