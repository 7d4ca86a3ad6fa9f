"""What the characters stand for with which Chinese writes the sounds of foreign names: 爱德华多 is Edoardo.

Their readings in pinyin (Aidehuaduo) are often far from the sound that they transcribe, and many of them transcribe
several. ``transcription.txt`` lists them, a sound a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from checker.languages.frequency import zipf

WORD = 3.8
"""Zipf frequency from which two characters are an ordinary word."""
DOUBLED = "mn"
"""Consonants that end a syllable and begin the next one where the name has but one ("安娜" for Ana)."""


@cache
def characters() -> str:
    """All characters that transcribe, among them many that names rarely have."""
    return "".join(_table())


def dotted(text: str, language: str) -> Iterator[tuple[str, ...]]:
    """The parts of the names in a text that have a dot between their parts ("马尔科·贝里尼").

    A character that ends a word before the name is none of it ("经理托马什·弗罗纳").
    """
    for match in _pattern().finditer(text):
        start = match.start()
        title = start > 0 and zipf(language, text[start - 1 : start + 1]) >= WORD
        yield match.group(1)[title:], match.group(2)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"([{characters()}]{{1,6}})[·•・‧]([{characters()}]{{2,8}})")


@lru_cache(maxsize=8192)
def syllables(word: str) -> tuple[tuple[str, ...], ...]:
    """The sounds that each character of a word may stand for, or none where one of them transcribes nothing."""
    table = _table()
    if not all(character in table for character in word):
        return ()
    return tuple(
        (*table[character], *_joined(table[before], table[character])) if before else table[character]
        for before, character in zip(("", *word), word, strict=False)
    )


def _joined(before: tuple[str, ...], sounds: tuple[str, ...]) -> tuple[str, ...]:
    """What is left of some sounds where their first consonant is the last one of the character before."""
    ends = {sound[-1] for sound in before if sound[-1] in DOUBLED}
    return tuple(sound[1:] for sound in sounds if sound[0] in ends and len(sound) > 1)


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    lines = (files("checker.facts") / "transcription.txt").read_text(encoding="utf-8").splitlines()
    table: dict[str, tuple[str, ...]] = {}
    for line in lines:
        if line and not line.startswith("#"):
            sound, *characters = line.split()
            for character in characters:
                table[character] = (*table.get(character, ()), sound)
    return table
