"""Acronyms, and the names that they are short for."""

from __future__ import annotations

from functools import lru_cache

import regex as re

from checker.facts.romanise import fold
from checker.languages.words import words as data

_PARTS = re.compile(r"[\s・·-]+")
_WORD = re.compile(r"[^\W_]+")
_INFLECTED = re.compile(r"(\p{Lu}{2,})\p{Ll}{1,4}")


@lru_cache(maxsize=1 << 14)
def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals but for a plural ending or a small letter or two ("EU", "MPs", "MSWiA")."""
    capitals = sum(letter.isupper() for letter in word)
    return 2 <= len(word) <= 7 and (
        word.isupper() or (word[:-1].isupper() and word[-1] == "s") or (word.isalpha() and capitals >= 3)
    )


@lru_cache(maxsize=1 << 14)
def stands_for(word: str, language: str) -> frozenset[str]:
    """The English names that an acronym is short for, perhaps with an ending written to it ("MMil"); folded.

    German "WM" is both the World Championships and the World Cup.
    """
    table = data(language, "names").get("acronyms", {})
    inflected = _INFLECTED.fullmatch(word)
    names = table.get(word) or (table.get(inflected.group(1), "") if inflected else "")
    return frozenset(str(names).split())


def abbreviates(short: str, long: str) -> bool:
    """Whether a name may be short for another: its letters stand there in order, the first at a word's beginning.

    VW for Volkswagen, PSG for Paris Saint-Germain; the words beside an acronym ("VW plant") don't matter.
    """
    return any(
        in_order(fold(part), fold(long[start.start() :]))
        for part in _PARTS.split(short)
        if is_acronym(part)
        for start in _WORD.finditer(long)
    )


def among_initials(short: str, long: str) -> bool:
    """Whether an acronym has the initials of two words or more side by side (PETA, "Ethical Treatment")."""
    initials = "".join(word[0] for word in _WORD.findall(long) if word[:1].isupper())
    return is_acronym(short) and len(initials) > 1 and initials in short


def in_order(letters: str, word: str) -> bool:
    """Whether a longer word begins with the first of some letters and has the others in their order."""
    rest = iter(word)
    return word[:1] == letters[:1] and len(word) >= len(letters) + 2 and all(letter in rest for letter in letters)
