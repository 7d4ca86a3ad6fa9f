"""Furniture of a page that versions rightly do not share: credit lines, "read more", source notes."""

from __future__ import annotations

import re
from functools import cache

from checker.languages.words import words as section

SHORT = 60
"""A line that begins like a credit line and is no sentence may be so long without a colon."""
MAX_LENGTH = 160
"""A longer sentence is text, whatever word it begins with."""


def is_boilerplate(text: str, language: str) -> bool:
    """Whether a sentence is a credit line, a link to another page or a bare address."""
    stripped = text.strip(" \t\n·•*|-–—>»:()[]")
    if not any(c.isalpha() for c in stripped):
        return True
    if len(stripped) > MAX_LENGTH:
        return False
    if _ADDRESS.fullmatch(stripped):
        return True
    openings = [match for pattern in (_of(language), _of("und")) if pattern and (match := pattern.match(stripped))]
    return any(_LABEL.match(stripped, match.end() - 1) for match in openings) or (bool(openings) and _is_label(text))


def _is_label(text: str) -> bool:
    """Whether a line is short and does not end as a sentence does."""
    return len(text) <= SHORT and not text.rstrip().endswith((".", "!", "?", "。", "！", "？", "।", "؟"))


_LABEL = re.compile(r".{0,24}[:：/|©]", re.DOTALL)
_ADDRESS = re.compile(r"(?:https?://|www\.|@)\S+")


@cache
def _of(language: str) -> re.Pattern[str] | None:
    """The openings that give such a line away, from the section ``boilerplate`` of a language."""
    openings = section(language, "boilerplate").get("openings", ())
    if not openings:
        return None
    return re.compile("(?:" + "|".join(re.escape(opening) for opening in openings) + r")(?:\W|$)", re.IGNORECASE)
