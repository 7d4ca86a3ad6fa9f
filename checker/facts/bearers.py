"""Personal names of Chinese characters: 姜敏浩 is Jiang Minhao in China and Kang Min-ho in Korea.

A surname with one or two characters behind it is a name where somebody is said to speak, or has a title. What other
languages make of the characters depends on whose they are; of the surname they make one of a few spellings.
``surnames.txt`` lists them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from checker.facts.transcription import syllables
from checker.languages.frequency import zipf
from checker.languages.words import words as data

WORD = 3.8
"""Zipf frequency from which two characters are an ordinary word, and no surname with the character before or behind."""
STRADDLED = 2.5
"""The same for a surname and the character before it, where no title shows that a name begins."""
JAPANESE = "ja"
"""The language whose names are written so as well, but read by no rule."""
DOTS = ("·", "•", "・", "‧")
"""What stands between the parts of a foreign name."""
MARKS = "，。、；：（(,;"
"""Marks behind a name that a title stands before."""
GIVEN = 2
"""Characters of a given name at most."""


def readings(name: str) -> frozenset[str]:
    """How other languages spell the surname of a name of Chinese characters; nothing where it has none."""
    table = _table()
    return table.get(name[:2], table.get(name[:1], frozenset())) if len(name) > 1 else frozenset()


def persons(text: str, language: str) -> Iterator[str]:
    """The names of persons in a sentence who say something or have a title; nothing without data for the language."""
    if not data(language, "persons"):
        return
    for match in (match for pattern in _patterns(language) for match in pattern.finditer(text)):
        name, titled = match.group("name"), bool(match.group("title"))
        if not _other(name, text[: match.start("name")][-1:], language) and (
            titled or not _straddled(text, match.start("name"), language)
        ):
            yield name


def _other(name: str, before: str, language: str) -> bool:
    """Whether a name is an ordinary word or begins so ("方面"), or is a foreign or Japanese one ("林德纳", "石破")."""
    ordinary = zipf(language, name) > 0 or zipf(language, name[:2]) >= WORD
    foreign = bool(syllables(name)) and (len(name) > GIVEN or bool(before and syllables(before)))
    return ordinary or foreign or zipf(JAPANESE, name) > 0


def _straddled(text: str, start: int, language: str) -> bool:
    """Whether a surname belongs to what stands before it: a word ("警方"), a foreign name ("·林德纳")."""
    before = text[start - 1 : start]
    return before in DOTS or (bool(before) and zipf(language, text[start - 1 : start + 1]) >= STRADDLED)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """A name before a verb of saying or a form of address, and one between a title and a mark."""
    rules = data(language, "persons")
    verbs = [verb for verb in data(language, "saying").get("verbs", ()) if len(verb) > 1 or verb in rules["says"]]
    behind = "|".join((*verbs, *rules["address"], *rules["says"]))
    name = f"(?P<name>(?:{'|'.join(_longest_first(_table()))})[\u4e00-\u9fff]{{1,{GIVEN}}})"
    title = f"(?P<title>{'|'.join(_longest_first(rules['titles']))})"
    return re.compile(f"{title}?{name}(?={behind})"), re.compile(f"{title}{name}(?=[{MARKS}])")


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


@cache
def _table() -> Mapping[str, frozenset[str]]:
    lines = (files("checker.facts") / "surnames.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return {row[0]: frozenset(row[1:]) for row in rows}
