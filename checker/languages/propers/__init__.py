"""Frequent words that are names and nothing else ("Paris", but not "Jordan" or "Rose"), one list a language.

Made by ``python -m training.propers`` from the lexicons of the exonyms and from running text: words of wordfreq's small
lists that these only know with a capital. Data under CC BY-SA (see ``checker/languages/exonyms/README.md``).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def is_proper(code: str, word: str) -> bool:
    """Whether the language ``code`` has the word, given in lower case, as a name only."""
    return word in _table(code)


@cache
def _table(code: str) -> frozenset[str]:
    entry = files(__name__) / f"{code}.txt"
    return frozenset(entry.read_text(encoding="utf-8").split()) if entry.is_file() else frozenset()
