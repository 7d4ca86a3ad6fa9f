"""Words for opposite directions: one version says that a price rose, the other that it fell.

The lists are data of each language (``[opposites]`` in ``checker/languages/words``), in pairs of poles: rise and fall,
win and lose, allow and forbid, more and less. They hold the plain words of news only. A passage leans to one pole where
it has words of that one and none of the other; "not risen" leans nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex as re

from checker.checks.polarity import pattern
from checker.languages.words import words as data
from checker.model import Span

AXES = (("rise", "fall"), ("win", "lose"), ("allow", "forbid"), ("more", "less"))
"""The pairs of opposite poles."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """A text has one word or more of ``pole`` and none of its opposite; ``word`` is the first."""

    pole: str
    word: Span


def leanings(text: str, language: str) -> tuple[Leaning, ...]:
    """The poles to which a text leans, at most one for each pair."""
    lower = text.casefold() if len(text.casefold()) == len(text) else text
    found: list[Leaning] = []
    for axis in AXES:
        rows = [_first(pole, lower, language) for pole in axis]
        for pole, own, other in zip(axis, rows, rows[::-1], strict=True):
            if own is not None and other is None:
                found.append(Leaning(pole, own))
    return tuple(found)


def opposite(pole: str) -> str:
    """The other pole of a pair."""
    return next(axis[1 - axis.index(pole)] for axis in AXES if pole in axis)


def _first(pole: str, text: str, language: str) -> Span | None:
    compiled = _pattern(language, pole)
    match = compiled.search(text) if compiled else None
    return Span(*match.span()) if match else None


@cache
def _pattern(language: str, pole: str) -> re.Pattern[str] | None:
    return pattern(data(language, "opposites").get(pole, ()))
