"""Places in a sentence where a word has evidently fallen out: "in .", "Kyushu,, Shikoku", "the cuisine of, is"."""

from __future__ import annotations

from functools import cache, lru_cache

import regex as re

from checker.languages.words import words as data

_DOUBLED = re.compile(r"[,;:]\s*[,;]|,\s*\.(?!\.)|[(«„]\s*[)»“]|(?:^|\s)['’]s\b|^\s*,\s")
"""Marks of two clauses with nothing between them, and a genitive of nothing."""
_LOOSE = re.compile(r"\w\s\.(?:\s|$)")
_LOOSELY, _CLOSELY = re.compile(r"\w\s[,;:!?]"), re.compile(r"\w[,;:]\s")
"""A blank before a mark, and a mark right behind its word."""


@lru_cache(maxsize=512)
def holed(text: str, language: str) -> bool:
    """Whether a word is missing somewhere in a text: nothing stands where its grammar or its marks want something.

    ``[holes]`` of a language has the words that no mark may follow (``open``), conjunctions, which may stand before a
    comma ("and, of course, …": ``joints``), pairs that nobody writes (``torn``), those that want a noun (``noun``) and
    what this cannot begin with (``never``), verbs that begin no sentence (``verbs``), nor follow the comma of a phrase
    of time or place, with the words that open such a phrase (``phrases``).
    """
    pattern = _pattern(language)
    return bool(_DOUBLED.search(text) or _loose(text) or (pattern and pattern.search(text)))


def _loose(text: str) -> bool:
    """Whether a full stop stands apart from its word in a text that sets its other marks close."""
    return bool(_LOOSE.search(text) and _CLOSELY.search(text)) and not _LOOSELY.search(text)


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    rules = data(language, "holes")
    if not rules:
        return None
    ways = [rf"(?:{'|'.join(rules['joints'])})\s?[.;:!?)](?!\w)"]
    ways += rules.get("torn", ())
    if "open" in rules:
        ways.append(rf"(?:{'|'.join(rules['open'])})\s?[,.;:!?)](?!\w)")
    if "noun" in rules:
        ways.append(rf"(?:{'|'.join(rules['noun'])})\s+(?:{'|'.join(rules['never'])})\b")
    within = rf"(?<![\w'’-])(?:{'|'.join(ways)})"
    if "verbs" not in rules:
        return re.compile(within, re.IGNORECASE)
    verb = rf"(?:{'|'.join(rules['verbs'])})\b(?![^.!?]*\?)"
    opening = rf"(?:^|[.!?]\s+)(?:{verb}|(?:{'|'.join(rules['phrases'])})\s[^,.]{{3,40}},\s{verb})"
    return re.compile(rf"{within}|{opening}", re.IGNORECASE)
