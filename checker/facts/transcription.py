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
REACH = 2
"""Characters on either side of a name that may belong to it."""
SHORTEST = 2
"""Characters of a name that is left without its last one."""
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


def recut(text: str, start: int, end: int, language: str) -> Iterator[str]:
    """Other names that a run of characters at a place of a text may be, which nothing parts from what is around it.

    A longer one of which it is a piece ("济安泰普" of 加济安泰普), or one without a last character that begins a word
    ("霍尔姆坚" before 称).
    """
    table = _table()
    if not all(character in table for character in text[start:end]):
        return
    before = next((n for n in range(REACH) if text[start - n - 1 : start - n] not in table), REACH)
    behind = next((n for n in range(REACH) if text[end + n : end + n + 1] not in table), REACH)
    rows = [(a, b) for a in range(start - before, start + 1) for b in range(end, end + behind + 1)]
    yield from (text[a:b] for a, b in rows if (a, b) != (start, end))
    if _runs_on(text, start, end, language):
        yield text[start : end - 1]


def _runs_on(text: str, start: int, end: int, language: str) -> bool:
    """Whether the last of some characters may begin a word with the next one."""
    return end - start > SHORTEST and end < len(text) and zipf(language, text[end - 1 : end + 1]) > 0


def undotted(text: str, language: str) -> Iterator[str]:
    """The last parts of names with a dot without a character that may begin the next word ("贝里尼坚" before 称)."""
    for match in _pattern().finditer(text):
        if _runs_on(text, *match.span(2), language):
            yield match.group(2)[:-1]


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
