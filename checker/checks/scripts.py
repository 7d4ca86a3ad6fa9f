"""Which script a word or a passage is written in."""

from __future__ import annotations

from functools import lru_cache

import regex as re

CONTINUOUS = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]+")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
HAN = re.compile(r"[\u3400-\u9fff]+")
_SCRIPTS = (
    ("latin", LATIN),
    ("han", HAN),
    ("hangul", re.compile("[\uac00-\ud7af]")),
    ("abjad", re.compile("[\u0590-\u06ff]")),
    ("kana", re.compile("[\u3040-\u30ff]")),
    ("tamil", re.compile("[\u0b80-\u0bff]")),
)


def script_of(word: str) -> str:
    """The script of a word: "latin", "han", "hangul", "abjad", "kana", "tamil" or "other"."""
    return next((name for name, pattern in _SCRIPTS if pattern.search(word)), "other")


@lru_cache(maxsize=1 << 14)
def uncased(text: str) -> bool:
    """Whether a text is in a script without capitals; which of its words are names is then a guess."""
    return text.lower() == text.upper()


def mostly_latin(text: str) -> bool:
    """Whether more than half of the letters of a text are Latin."""
    letters = sum(c.isalpha() for c in text)
    return 2 * len(LATIN.findall(text)) > letters
