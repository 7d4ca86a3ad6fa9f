"""Words for opposite directions: one version says that a price rose, the other that it fell.

The lists are data of each language (``[opposites]`` in ``checker/languages/words``), in pairs of poles: rise and fall,
win and lose, allow and forbid, more and less, before and after. They hold the plain words of news only. A passage leans
to one pole where it has words of that one and none of the other; "not risen" leans nowhere. Phrases that only sound so
("last week", "al menos") are ``neutral``. Buying and selling are left out: who translates the one by the other tells
the same deal from its other side.
"""

from __future__ import annotations

from functools import cache

import msgspec

from checker.checks.entries import Entries, Lists, entries, lowered
from checker.languages.words import words as data
from checker.model import Span

AXES = (
    ("rise", "fall"),
    ("win", "lose"),
    ("allow", "forbid"),
    ("more", "less"),
    ("before", "after"),
    ("open", "close"),
    ("accept", "reject"),
    ("arrive", "leave"),
    ("first", "last"),
    ("support", "oppose"),
    ("improve", "worsen"),
    ("begin", "end"),
    ("confirm", "deny"),
    ("agree", "disagree"),
    ("able", "unable"),
)
"""The pairs of opposite poles."""
DENYING = frozenset({"disagree", "unable"})
"""Poles that other languages deny in many ways ("failed to", "of another mind")."""


class Leaning(msgspec.Struct, frozen=True):
    """A text has one word or more of ``pole`` and none of its opposite; ``word`` is the first."""

    pole: str
    word: Span


def leanings(text: str, language: str) -> tuple[Leaning, ...]:
    """The poles to which a text leans, at most one for each pair."""
    found: list[Leaning] = []
    firsts = _lists(language).firsts(_without_neutral(lowered(text), language))
    for axis in AXES:
        for pole, other in zip(axis, axis[::-1], strict=True):
            if pole in firsts and other not in firsts:
                found.append(Leaning(pole, firsts[pole]))
    return tuple(found)


def _without_neutral(text: str, language: str) -> str:
    """A text with blanks for the phrases that lean nowhere, so that places stay what they are."""
    neutral = _neutral(language)
    for span in neutral.spans(text) if neutral else ():
        text = f"{text[: span.start]}{' ' * (span.end - span.start)}{text[span.end :]}"
    return text


def opposite(pole: str) -> str:
    """The other pole of a pair."""
    return next(axis[1 - axis.index(pole)] for axis in AXES if pole in axis)


@cache
def _neutral(language: str) -> Entries | None:
    return entries(data(language, "opposites").get("neutral", ()))


@cache
def _lists(language: str) -> Lists:
    rows = data(language, "opposites")
    return Lists.of({pole: rows.get(pole, ()) for axis in AXES for pole in axis})
