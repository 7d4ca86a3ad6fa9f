"""Chinese names as Vietnamese reads their characters: Su Wanqing is Tô Uyển Thanh.

Nothing of the sound is left in such readings, so they are looked up, syllable by syllable.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from checker.facts.romanise import fold

LONGEST = 4
"""Syllables of a word that is looked up."""
_HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=8192)
def syllables(word: str) -> tuple[str, ...]:
    """The syllables of a word in pinyin or in characters, or none where it isn't one."""
    if _HAN.match(word):
        parts = tuple(fold(character) for character in word)
        return parts if all(part in _table() for part in parts) else ()
    return _cut(fold(word))


def _cut(letters: str) -> tuple[str, ...]:
    best: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - 6), end):
            if start in best and letters[start:end] in _table() and end not in best:
                best[end] = (*best[start], letters[start:end])
    found = best.get(len(letters), ())
    return found if len(found) <= LONGEST else ()


def read_in(word: str, folds: Sequence[str]) -> bool:
    """Whether neighbouring words, folded, are the Vietnamese readings of the syllables of a Chinese name."""
    parts = syllables(word)
    return bool(parts) and any(
        all(other in _table()[part] for part, other in zip(parts, folds[at:], strict=False))
        for at in range(len(folds) - len(parts) + 1)
    )


def reads(word: str, text: str) -> bool:
    """Whether a Vietnamese word is the reading of a syllable of a name with a capital, or in characters, of a text."""
    plain = fold(word)
    return any(plain in _readings(name) for name in _names(text))


@lru_cache(maxsize=256)
def _names(text: str) -> tuple[str, ...]:
    latin = [name for name in _WORD.findall(text) if name[0].isupper()]
    return tuple(dict.fromkeys((*latin, *_HAN.findall(text))))


@lru_cache(maxsize=8192)
def _readings(name: str) -> frozenset[str]:
    return frozenset(reading for part in syllables(name) for reading in _table()[part])


@cache
def _table() -> Mapping[str, frozenset[str]]:
    lines = (files("checker.facts") / "sinovietnamese.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return {row[0]: frozenset(row[1:]) for row in rows}
