"""HTML → article text: headline and paragraphs, a line each; navigation, advertisements and footers are left out.

trafilatura (Barbaresi 2021) finds the article; what surrounds it here keeps the headline, and keeps hostile pages
from costing more than their size.
"""

from __future__ import annotations

from typing import Any

import regex

from checker.errors import InputError

MAX_DEPTH = 200
"""Nested elements. lxml loses text below 255 of them, articles stay below 40."""
MAX_ELEMENTS = 50_000
"""Elements in a page; long news pages have 5,000. 100,000 table cells take trafilatura 5 seconds."""

MAX_ATTRIBUTES = 2_000
"""Attributes of one element. libxml2 holds each against each: 100,000 take 20 seconds."""

_TAG = regex.compile(r"<[A-Za-z][^>]*+")
_VALUE = regex.compile(r"""=\s*(?:"[^"]*+"|'[^']*+')""")
_SEPARATOR = regex.compile(r"[\s/]+")
_BLOCKS = ("h1", "h2", "h3", "h4", "p", "li", "blockquote", "figcaption")
_NOISE = ("script", "style", "nav", "aside", "footer", "form", "noscript", "template", "svg", "button", "iframe")
_NOISY_NAMES = frozenset(
    {
        *("ad", "ads", "advert", "advertisement", "advertising", "anzeige", "werbung", "sponsored", "promo"),
        *("newsletter", "related", "social", "share", "sharing", "cookie", "cookies", "breadcrumb", "breadcrumbs"),
    }
)
"""Words in an element's class or id that say it is no part of the article."""
_WORD = regex.compile(r"[a-z]+")
_LIST_DASH = regex.compile(r"^- ", regex.MULTILINE)


def article_text(page: str) -> str:
    """The article of a page, a paragraph a line; empty where there is none.

    Raises InputError for a page that is nested deeper or has more elements or attributes than any article.
    """
    _refuse_attributes(page)
    tree = _parse(page)
    if tree is None:
        return ""
    _refuse_monsters(tree)
    _drop_noise(tree)
    headline = _headline(tree)
    text = _extract(tree)
    return text if not headline or headline in text else f"{headline}\n{text}"


def _parse(page: str) -> Any:
    from lxml import etree, html

    parser = html.HTMLParser(huge_tree=True, recover=True, encoding="utf-8")
    try:
        return html.document_fromstring(page.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _refuse_attributes(page: str) -> None:
    for tag in _TAG.finditer(page):
        if tag.end() - tag.start() > MAX_ATTRIBUTES:
            bare = _VALUE.sub("=", tag.group())
            if sum(1 for _ in _SEPARATOR.finditer(bare)) > MAX_ATTRIBUTES:
                raise InputError("an HTML element with too many attributes; save the article's text as .txt")


def _refuse_monsters(tree: Any) -> None:
    from lxml import etree

    count = depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        deepest = max(deepest, depth)
    if deepest > MAX_DEPTH or count > MAX_ELEMENTS:
        raise InputError("HTML nested too deep or with too many elements; save the article's text as .txt")


def _drop_noise(tree: Any) -> None:
    """Take out what never belongs to an article, with everything in it."""
    noisy = [element for element in tree.iter() if element.tag in _NOISE or _noisy_name(element)]
    for element in noisy:
        if element.getparent() is not None:
            element.drop_tree()


def _noisy_name(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in {"html", "body", "main", "article"}:
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return not _NOISY_NAMES.isdisjoint(_WORD.findall(names[:1000]))


def _headline(tree: Any) -> str:
    """The first headline that is not the name of the site in the page's head."""
    for title in tree.iter("h1"):
        site = any(parent.tag == "header" for parent in title.iterancestors())
        article = any(parent.tag in {"article", "main"} for parent in title.iterancestors())
        text = " ".join(title.text_content().split())
        if text and (article or not site):
            return text
    return ""


def _extract(tree: Any) -> str:
    from copy import deepcopy

    from trafilatura import extract

    text = extract(deepcopy(tree), fast=True, include_comments=False, include_formatting=False)
    return _LIST_DASH.sub("", text) if text else _plain(tree)


def _plain(tree: Any) -> str:
    """Every block of the page, or all of its text, for a page too short for trafilatura."""
    blocks = [" ".join(block.text_content().split()) for block in tree.iter(*_BLOCKS)]
    return "\n".join(block for block in blocks if block) or " ".join(tree.text_content().split())
