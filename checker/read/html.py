"""HTML → article text: headline and paragraphs; navigation, advertisements and footers are left out.

trafilatura (Barbaresi 2021) finds the article; what surrounds it here keeps hostile pages from costing more than
their size.
"""

from __future__ import annotations

from typing import Any

from checker.errors import InputError

MAX_DEPTH = 200
"""Nested elements; lxml loses text below 255, articles stay below 40."""
MAX_ELEMENTS = 50_000
"""Elements in a page; long news pages have 5,000."""
_BLOCKS = ("h1", "h2", "h3", "h4", "p", "li", "blockquote", "figcaption")
_NOISE = ("script", "style", "nav", "aside", "footer", "header", "form", "noscript", "template", "svg", "button")


def article_text(page: str) -> str:
    """The article of a page, a paragraph a line. Raises InputError for a page that is no reasonable HTML."""
    tree = _parse(page)
    if tree is None:
        return ""
    _refuse_monsters(tree)
    headline = _headline(tree)
    text = _extract(tree)
    if headline and headline not in text:
        text = f"{headline}\n{text}"
    return text


def _parse(page: str) -> Any:
    from lxml import etree, html

    parser = html.HTMLParser(huge_tree=True, recover=True, encoding="utf-8")
    try:
        return html.fromstring(page.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _refuse_monsters(tree: Any) -> None:
    count = depth = deepest = 0
    from lxml import etree

    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        deepest = max(deepest, depth)
    if deepest > MAX_DEPTH or count > MAX_ELEMENTS:
        raise InputError("HTML nested too deep or with too many elements; save the article's text as .txt")


def _headline(tree: Any) -> str:
    titles = [" ".join(title.text_content().split()) for title in tree.iter("h1")]
    return next((title for title in titles if title), "")


def _extract(tree: Any) -> str:
    from copy import deepcopy

    from trafilatura import extract

    text = extract(deepcopy(tree), fast=True, include_comments=False, include_tables=True, include_formatting=False)
    return text or _plain(tree)


def _plain(tree: Any) -> str:
    """Every block of the page but the obvious surroundings, for a page too short for trafilatura."""
    for element in list(tree.iter(*_NOISE)):
        if element.getparent() is not None:
            element.drop_tree()
    blocks = (" ".join(block.text_content().split()) for block in tree.iter(*_BLOCKS))
    return "\n".join(block for block in blocks if block)
