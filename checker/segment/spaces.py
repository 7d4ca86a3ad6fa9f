"""Sentences where no mark ends them: Thai writes a space between clauses."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from checker.segment.boundaries import Rules

LEAST, MOST = 40, 110
"""Characters after which a sentence ends before a word that begins sentences, and at any space."""

_SPACE = regex.compile(r"(?<=\S)\s+(?=\S)")


def space_boundaries(line: str, rules: Rules) -> Iterator[int]:
    """Where sentences of a line end, in order, without its end."""
    start = 0
    for space in _SPACE.finditer(line):
        length = space.start() - start
        if (length >= MOST and _between_words(line, space)) or (length >= LEAST and _starts(line, space.end(), rules)):
            yield space.end()
            start = space.end()


def _starts(line: str, place: int, rules: Rules) -> bool:
    return any(line.startswith(word, place) for word in rules.starters)


def _between_words(line: str, space: regex.Match[str]) -> bool:
    """Not beside a number or a foreign word, which stand between spaces inside a sentence."""
    before, after = line[space.start() - 1], line[space.end()]
    return not any(character.isascii() or character.isdigit() for character in (before, after))
