"""Words for opposite directions that stand for each other in a bead ("rose" here, "fell" there)."""

from __future__ import annotations

import re

import numpy as np

from checker.checks import lexical
from checker.checks.context import Pair
from checker.checks.equality import distance
from checker.checks.opposites import DENYING, leanings, opposite
from checker.checks.scope import CUT, touching
from checker.facts.quantities import Quantity
from checker.model import Bead, Sentence, Span, Version

TRANSLATED = 0.45
"""Cosine from which another word of the bead translates a word for a direction, not its opposite."""

UNLIKE = 0.33
"""The same where the two words are not alike at all (cosine below 0: "eintraf" here, there "salieron", and "llegar" for
the first): of nine pairs seen the two such ones, both false, had rivals of 0.36 and more."""
TELLING = frozenset({"confirm", "deny"})
"""Poles of verbs of saying, which say the opposite whatever else their sentences deny."""
BESIDE = 5
"""Words from a negator to the verb that it denies ("did not deny")."""
_WORD = re.compile(r"\w+")


def told(pair: Pair, bead: Bead, negators: tuple[tuple[Span, ...], tuple[Span, ...]]) -> tuple[Span, Span] | None:
    """The words of a bead of which one confirms and the other denies, and that no negator beside them turns round."""
    found = opposed(pair, bead, (False, False), TELLING)
    if found is None:
        return None
    texts = pair.source.article.text, pair.target.article.text
    rows = zip(found, texts, negators, strict=True)
    return None if any(_beside(text, word, row) for word, text, near in rows for row in near) else found


def _beside(text: str, one: Span, other: Span) -> bool:
    """Whether two words stand in one clause, with few words between them."""
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return len(_WORD.findall(between)) <= BESIDE and not CUT.search(between)


def opposed(
    pair: Pair, bead: Bead, soft: tuple[bool, bool], poles: frozenset[str] | None = None
) -> tuple[Span, Span] | None:
    """The first pair of words of a bead that lean to opposite poles and stand for each other.

    ``soft`` says which side has words that may deny: those may stand for "disagreed" or "unable". ``poles`` are the
    ones that count, all of them without it.
    """
    rows = [
        [
            (leaning, Span(sentence.start + leaning.word.start, sentence.start + leaning.word.end))
            for leaning in leanings(sentence.text, version.article.language)
            if poles is None or leaning.pole in poles
        ]
        for sentence, version in (
            (_joined(pair.source, bead.source), pair.source),
            (_joined(pair.target, bead.target), pair.target),
        )
    ]
    for one, source in rows[0]:
        for other, target in rows[1]:
            if other.pole != opposite(one.pole) or _measured_apart(pair, bead, source, target):
                continue
            if (one.pole in DENYING and soft[1]) or (other.pole in DENYING and soft[0]):
                continue
            if _counterparts(pair, bead, source, target):
                return source, target
    return None


def _measured_apart(pair: Pair, bead: Bead, source: Span, target: Span) -> bool:
    """Whether the numbers beside two words differ: "fell 6.7 percent … gained 24", where a list lacks "gained"."""
    one, other = (
        _nearest(version, side, word)
        for version, side, word in ((pair.source, bead.source, source), (pair.target, bead.target, target))
    )
    return one is not None and other is not None and distance(one, other) is None


def _nearest(version: Version, side: tuple[int, ...], word: Span) -> Quantity | None:
    """The number in digits that stands nearest to a word."""
    numbers = (fact for i in side for fact in version.facts[i] if isinstance(fact, Quantity) and not fact.spelled)
    return min(numbers, key=lambda fact: max(fact.start - word.end, word.start - fact.end), default=None)


def _counterparts(pair: Pair, bead: Bead, source: Span, target: Span) -> bool:
    """Whether two opposite words stand for each other: nothing else of the bead translates either."""
    own, others = lexical.of_bead(pair, bead)
    rows, columns = list(touching(own, (source,))), list(touching(others, (target,)))
    if not rows or not columns:
        return False
    likeness = lexical.unit(own.vectors) @ lexical.unit(others.vectors).T
    alike = float(likeness[np.ix_(rows, columns)].max())
    likeness[np.ix_(rows, columns)] = 0.0
    return max(float(likeness[rows].max()), float(likeness[:, columns].max())) < (TRANSLATED if alike >= 0 else UNLIKE)


def _joined(version: Version, indices: tuple[int, ...]) -> Sentence:
    """The sentences of one side of a bead as one."""
    start, end = version.sentences[indices[0]].start, version.sentences[indices[-1]].end
    return Sentence(start, end, version.article.text[start:end])
