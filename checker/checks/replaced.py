"""The probability that words of a quotation were replaced: another adjective, another verb, an opposite.

Quotations are translated closely, so each content word has its counterpart. What is measured is how much better an
ordinary word of the other language would answer to a word of one side than anything that stands in the other
quotation: a word that the model can translate, and whose translation is not there, was replaced. Words that it can't
place say nothing. A logistic regression weighs this with the likeness of both quotations, how far their words stand in
the other's sentences, and a denial that only one of them has, which says the more the better the words agree.
``training/calibrate_replaced.py`` fits it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Hashable
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

import msgspec
import numpy as np

from checker.checks.agreement import Agreement
from checker.checks.clauses import lowest
from checker.checks.lexical import Tokens, unit
from checker.checks.sides import support
from checker.checks.yardstick import cosine
from checker.embed import Encoder
from checker.languages.frequency import ordinary

ORDINARY = 2500
"""Words of a language that stand for all of it, the most frequent ones."""
UNKNOWN = 0.6
"""Cosine that is expected where a language has no frequency list: about the mean over those that have one."""
EXPECTED = 0.6
"""Share of the best cosine in the language from which a word counts as answered."""
PAUSE = 8.0
"""Characters added to both lengths before they are compared."""
SHORTEST = 4.0
"""Characters below which a quotation counts as no shorter."""
AGREED = 0.45
"""Mean cosine of the words of either side with the other's phrases from which nothing was replaced: no quotation of the
calibration that is improbable enough to be reported has more than 0.5, 99 in a hundred less than 0.41, but half of the
faithful ones do. They need not be held against the whole language, unless a denial was lost."""
MIN_WORDS = 2
"""Words of a quotation below which nothing can be replaced beside others that stayed."""


class Quoted(msgspec.Struct, frozen=True):
    """A quotation of one side: its text, its language, its words, and the place in the article where it begins."""

    text: str
    language: str
    words: Tokens
    start: int = 0


class Context(msgspec.Struct, frozen=True):
    """What is known of two quotations as wholes."""

    lengths: tuple[float, float]
    """Their characters, on the scale of the source."""
    supports: float
    """How far the words of either stand in the sentences of the other (:func:`checker.checks.sides.support`)."""
    brief: float
    """The probability of :mod:`checker.checks.brief` that they differ."""
    contrast: float = 0.0
    """How surely words of them exclude each other (:func:`checker.checks.contraries.contrast`)."""
    denial: float = 0.0
    """How surely only one of them denies (:func:`checker.checks.turned.denial`)."""
    opposed: bool = False
    """Whether they lean to opposite poles (:func:`checker.checks.turned.opposed`)."""


def agree(both: tuple[Quoted, Quoted]) -> bool:
    """Whether the words of two quotations plainly answer to each other."""
    one, other = (quoted.words for quoted in both)
    return min(support(one, other)[0], support(other, one)[0]) >= AGREED


def replaced(both: tuple[Quoted, Quoted], context: Context, measure: Agreement, encoder: Encoder) -> float:
    """Probability, 0 to 1, that two quotations that correspond differ in some words."""
    values = features(both, context, measure, encoder)
    if values is None:
        return 0.0
    score = float(np.dot(_weights(), values))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def features(
    both: tuple[Quoted, Quoted], context: Context, measure: Agreement, encoder: Encoder
) -> tuple[float, ...] | None:
    """What the regression sees; None where a side has too few words."""
    if min(len(quoted.words.spans) for quoted in both) < MIN_WORDS:
        return None
    rows = [_unanswered(one, other, encoder) for one, other in (both, both[::-1])]
    (answered, gap, run, known), others = rows
    relative = measure.yardstick.relative(cosine(*(quoted.words.vectors.sum(axis=0) for quoted in both)))
    length = math.log(max(SHORTEST, min(context.lengths)))
    brief = min(max(context.brief, 1e-6), 1 - 1e-6)
    lost = float(context.denial == 1.0)
    return (
        1.0,
        relative,
        relative * length,
        min(answered, others[0]),
        max(answered, others[0]),
        measure.yardstick.true,
        length,
        abs(math.log((context.lengths[0] + PAUSE) / (context.lengths[1] + PAUSE))),
        min(gap, others[1]),
        max(gap, others[1]),
        min(run, others[2]),
        max(run, others[2]),
        min(known, others[3]),
        max(known, others[3]),
        lost,
        context.supports,
        math.log(brief / (1 - brief)),
        float(0 < context.denial < 1),
        lost * min(answered, others[0]),
    )


def _unanswered(one: Quoted, other: Quoted, encoder: Encoder) -> tuple[float, float, float, float]:
    """How far the words of a quotation stand in the other, what the worst word and run lack, and how known all are.

    What a word lacks is the difference of its best cosine in the language and in the quotation, by its weight.
    """
    directions, weights = unit(one.words.vectors), one.words.weights
    best = (directions @ other.words.phrases().T).max(axis=1)
    known = _known(directions, other.language, cast(Hashable, encoder))
    begin, end = lowest((EXPECTED * known - best) * weights)
    total = max(float(weights.sum()), 1e-9)
    return (
        float((best * weights).sum()) / total,
        float(((known - best) * weights).max()),
        float(((EXPECTED * known - best) * weights)[begin:end].sum()),
        float((known * weights).sum()) / total,
    )


def _known(directions: np.ndarray, language: str, encoder: Hashable) -> np.ndarray:
    """The best cosine of words with an ordinary word of another language."""
    vocabulary = _vocabulary(language, encoder)
    if vocabulary is None:
        return np.full(len(directions), UNKNOWN)
    return np.asarray((directions @ vocabulary.T).max(axis=1))


@lru_cache(maxsize=64)
def _vocabulary(language: str, encoder: Hashable) -> np.ndarray | None:
    words = ordinary(language, ORDINARY)
    return cast(Encoder, encoder).encode(words) if words else None


@cache
def _weights() -> tuple[float, ...]:
    entry = files("checker.checks") / "calibration.json"
    return tuple(json.loads(entry.read_text(encoding="utf-8"))["replaced"])
