"""Names made of ordinary words, which other languages translate: "European Bank for Reconstruction", "Harbour at Dawn".

What stands for such a name on the other side has nothing of its spelling, and the words of a name are often worn: their
vectors say little.
"""

from __future__ import annotations

from functools import lru_cache

import regex as re

from checker.checks.exonymy import known_name
from checker.facts.strength import has_ordinary_head, is_form
from checker.languages import lowercase
from checker.languages.frequency import zipf

ORDINARY = 2.5
"""Zipf frequency from which a word is taken for one of the language, unless the lists know it as a name only."""
SHORTEST = 3
"""Letters of a word that is looked at."""
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def translatable(text: str, language: str) -> bool:
    """Whether every word of a name is an ordinary word of its language, a form or a compound of ordinary ones."""
    words = [word for word in _WORD.findall(text) if len(word) >= SHORTEST]
    if len(words) > 1 and known_name(text, language):
        return False
    return bool(words) and all(_ordinary(word, language) for word in words)


def _ordinary(word: str, language: str) -> bool:
    plain = lowercase(word)
    if plain == plain.upper() or known_name(word, language):
        return False
    return zipf(language, plain) >= ORDINARY or is_form(language, plain) or has_ordinary_head(language, plain)
