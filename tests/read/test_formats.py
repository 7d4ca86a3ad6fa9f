"""Markdown and HTML: the article's text alone, at a cost in line with their size."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.read import read_article
from checker.read.html import article_text as from_html
from checker.read.markdown import article_text as from_markdown

PAGE = """<!DOCTYPE html><html><head><title>Fähren | Zeitung</title><style>p{}</style></head><body>
<header><h1>Die Zeitung</h1><nav><ul><li><a href="/">Start</a></li></ul></nav></header>
<main><article><h1>Neue Fähren für Rostock</h1>
<p>Die Werft in Rostock baut bis Ende Juli drei Fähren, sagte die Sprecherin am Montag.</p>
<div class="ad-box">Jetzt günstig kaufen!</div>
<p>„Wir sind <b>stolz</b>“, sagte <a href="x">Anna Meier</a> &amp; lachte. Das kostet 3 Millionen Euro.</p>
<h2>Zweite Linie</h2><ul><li>Sie fährt im Herbst zum ersten Mal.</li></ul>
<p>Die zweite Linie soll beginnen, wenn die Hafenbehörde zustimmt und das Wetter es erlaubt.</p>
<aside>Mehr zum Thema: <a href="y">Hafen</a></aside></article></main>
<footer>Impressum</footer><script>var a = "Skript";</script></body></html>"""


def test_html_gives_headline_and_paragraphs() -> None:
    assert from_html(PAGE).splitlines() == [
        "Neue Fähren für Rostock",
        "Die Werft in Rostock baut bis Ende Juli drei Fähren, sagte die Sprecherin am Montag.",
        "„Wir sind stolz“, sagte Anna Meier & lachte. Das kostet 3 Millionen Euro.",
        "Zweite Linie",
        "Sie fährt im Herbst zum ersten Mal.",
        "Die zweite Linie soll beginnen, wenn die Hafenbehörde zustimmt und das Wetter es erlaubt.",
    ]


@pytest.mark.parametrize(
    "page", ["<p>Die Fähre legt ab.</p>", "Die Fähre legt ab.", "<article>Die Fähre legt ab.</article>"]
)
def test_short_pages(page: str) -> None:
    assert from_html(page).strip() == "Die Fähre legt ab."


@pytest.mark.parametrize("page", ["", "<html><body></body></html>", "<!-- -->", "<script>x()</script>"])
def test_pages_without_text(page: str) -> None:
    assert from_html(page).strip() == ""


def test_an_html_file_is_marked_as_extracted(tmp_path: Path) -> None:
    path = tmp_path / "de.html"
    path.write_text(PAGE, encoding="utf-8")
    article, unchecked = read_article(path, "de", 10_000)
    assert article.extracted
    assert unchecked == ()


def test_an_html_file_without_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "de.html"
    path.write_text("<html><body><script>x()</script></body></html>")
    with pytest.raises(InputError, match=r"de\.html: no article text"):
        read_article(path, "de", 10_000)


def test_a_page_nested_too_deep_is_refused_rather_than_cut(tmp_path: Path) -> None:
    path = tmp_path / "de.html"
    path.write_text("<div>" * 300 + "<p>Verborgen</p>")
    with pytest.raises(InputError, match="nested too deep"):
        read_article(path, "de", 10_000)


def test_an_element_with_endless_attributes_is_refused() -> None:
    names = " ".join(f"a{n}" for n in range(5000))
    with pytest.raises(InputError, match="too many attributes"):
        from_html(f"<p {names}>A sentence of an article that stands here.</p>")


def test_a_long_attribute_is_no_harm() -> None:
    page = f'<div data-state=\'{{"a": "{"a b " * 5000}"}}\'><p>{"A sentence of an article. " * 9}</p></div>'
    assert "A sentence of an article." in from_html(page)


def test_markdown_gives_its_blocks_without_markup() -> None:
    page = (
        "---\ntitle: Fähren\n---\n# Neue *Fähren*\n\nDie Werft baut **drei** Fähren,\nsagte [Anna](http://x.y).\n\n"
        "- Punkt `eins`\n- Punkt zwei\n\n> Zitat\n\n| a | b |\n|---|---|\n| c | 5 |\n\n```\ncode\n```\n\n"
        "![Bild](x.png)\n\n<div>Kasten</div>\n\n<!-- Kommentar -->\n"
    )
    assert from_markdown(page).split("\n\n") == [
        "Neue Fähren",
        "Die Werft baut drei Fähren, sagte Anna.",
        "Punkt eins",
        "Punkt zwei",
        "Zitat",
        "a",
        "b",
        "c",
        "5",
        "Kasten\n",
    ]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert from_markdown("---\n\nText ohne Ende") == "Text ohne Ende\n"


HOSTILE = ["<a ", "<div>", "<p>x", "<b><p>", "<!--", "<", "<li>x</li>", "<td>", "<form>", "<span>a</span>"]
HOSTILE_MARKDOWN = ["[", "*a ", "> ", "`", "_a", "![", "<!--", "[a](b", "|a|b|\n|-|-|\n", "**a", "\\", "a\n"]


def seconds(read: Callable[[str], str], text: str) -> float:
    start = time.process_time()
    with contextlib.suppress(InputError):
        read(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    ("read", "unit"), [*((from_html, unit) for unit in HOSTILE), *((from_markdown, unit) for unit in HOSTILE_MARKDOWN)]
)
def test_time_is_linear(read: Callable[[str], str], unit: str) -> None:
    read(unit)
    small, large = (min(seconds(read, (unit * size)[:size]) for _ in range(2)) for size in (5_000, 20_000))
    assert large < 10 * small + 0.2
