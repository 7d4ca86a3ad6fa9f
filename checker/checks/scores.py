"""Which numbers are a side of a score or record: 3-1, 3:1, 11−5, 3比1.

The sides of a score have no context of their own, and stand for nothing but the sides of a score.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from checker.facts.quantities import Quantity
from checker.model import Fact, Sentence

REACH = 4
_AFTER = regex.compile(r"(?:[-–−:：]|\s?[比対대]\s?)\d{1,3}(?![\d%]|[.,]\d)")
_BEFORE = regex.compile(r"(?<![\d.,])\d{1,3}(?:[-–−:：]|\s?[比対대]\s?)$")


def is_scored(fact: Fact, sentences: Sequence[Sentence]) -> bool:
    """Whether a fact is a side of a score in one of the sentences that it stands in."""
    sentence = next(s for s in sentences if s.start <= fact.start and fact.end <= s.end)
    before, after = sentence.text[: fact.start - sentence.start], sentence.text[fact.end - sentence.start :]
    return bool(_AFTER.match(after) or _BEFORE.search(before[-REACH:]))


def scored(facts: Iterable[Fact], sentences: Sequence[Sentence]) -> frozenset[int]:
    """The facts that are a side of a score, by identity."""
    return frozenset(id(fact) for fact in facts if isinstance(fact, Quantity) and is_scored(fact, sentences))


def pair_up(left: Sequence[Fact], right: Sequence[Fact]) -> bool:
    """Whether the sides of scores of two versions are the same scores, so that none may be any other number.

    As many on either side, with a value in common: then 11-5 against 11-4 leaves 5 and 4 over, even where "the last
    four games" stand beside it. Where the numbers differ, one may be written out ("three to one") or be no score.
    """
    return len(left) == len(right) and bool(_values(left) & _values(right))


def _values(facts: Sequence[Fact]) -> set[object]:
    return {reading.value for fact in facts if isinstance(fact, Quantity) for reading in fact.readings}
