"""Markdown → text: headlines, paragraphs, list items and table cells, one a line; code and pictures are left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = regex.compile(
    r"\A(?:---[ \t]*\n.*?\n(?:---|\.\.\.)|\+\+\+[ \t]*\n.*?\n\+\+\+)[ \t]*(?:\n|\Z)", regex.DOTALL
)
_COMMENT_OR_TAG = regex.compile(r"<!--.*?(?:-->|\Z)|</?[a-zA-Z][^<>]*>", regex.DOTALL)


def article_text(text: str) -> str:
    """The text of a Markdown article, its blocks separated by an empty line, front matter dropped."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(_FRONT_MATTER.sub("", text, count=1))
    blocks = (_block(token) for token in tokens)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _block(token: Token) -> str:
    match token.type:
        case "inline":
            return "".join(_inline(token)).strip()
        case "html_block":
            return _COMMENT_OR_TAG.sub("", token.content).strip()
        case _:
            return ""


def _inline(token: Token) -> Iterator[str]:
    for child in token.children or ():
        match child.type:
            case "text" | "code_inline":
                yield child.content
            case "softbreak":
                yield " "
            case "hardbreak":
                yield "\n"
