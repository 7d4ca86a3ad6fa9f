"""The probability that a denial of one side was lost on the other.

What is known of a denial that none of the other side answers is weighed by a logistic regression: whether what is
denied has its counterpart, what on the other side might carry the denial ("without", "refuse", "un-") and how near it
stands, how like a negator anything there is, and how many denials either side has. Languages whose lists know few such
words borrow those of English, by the likeness of their vectors.
``training/calibrate_negation.py`` fits it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Hashable, Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

import msgspec
import numpy as np

from checker.checks import lexical
from checker.checks.carriers import Facing, affirmed, carried, litotes, repeated
from checker.checks.scope import Denial
from checker.embed import TokenEncoder
from checker.languages.words import words as data

DISTANT = 30
"""Words from which something is no nearer than anything else."""
FADING, FADING_DENIAL, FADING_OWN = 4.0, 6.0, 3.0
"""Words over which the weight of a soft word, of another denial and of a soft word of its own side falls by e."""
WINDOW = 4
"""Words on either side of a counterpart where English carriers are looked for."""
HALF = 0.5
"""Share of a word's support by the denying side that is taken off its likeness to a carrier."""
BORROWED = 0.3
"""How like an English "disagreed" a word is, less its share of support, to be one of another language."""
EXPECTED = 0.6
"""Cosine that a word has with its counterpart."""
MOST = 3
"""Denials from which more say nothing new."""
MOST_ALIKE = 1.2
"""Relative similarity from which more says nothing new."""
PAUSE = 3
"""Words added to both lengths before they are compared."""


class Case(msgspec.Struct, frozen=True):
    """A denial that none of the other side answers; a ``weak`` one is a "without" or "not all".

    ``likeness`` is the relative similarity of the bead.
    """

    facing: Facing
    denial: Denial
    encoder: TokenEncoder
    likeness: float
    weak: bool


def probability(case: Case) -> float:
    """Probability, 0 to 1, that the denial was lost or put in."""
    score = float(np.dot(_weights(), features(case)))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def features(case: Case) -> tuple[float, ...]:
    """What the regression sees."""
    return (
        1.0,
        *_denied(case),
        *_carriers(case),
        *_prototypes(case),
        *_affirming(case),
        *_whole(case),
        *_counts(case),
        *_verdicts(case),
    )


def counterpart(facing: Facing, denial: Denial) -> float:
    """Greatest cosine of a denied word with a phrase of the other side."""
    return _most(float(facing.phrases[i].max()) for i in denial.denied)


def _denied(case: Case) -> tuple[float, ...]:
    """How far what is denied stands on the other side."""
    facing, denial = case.facing, case.denial
    best = facing.phrases.max(axis=1)
    whole = counterpart(facing, denial)
    weights, clauses = facing.one.words.weights, facing.one.clauses
    rest = [i for i in range(len(best)) if clauses[i] == denial.clause and i not in denial.at]
    return (
        whole,
        float(best[denial.nearest]) if denial.nearest is not None else 0.0,
        float((best < whole).mean()),
        float((best[rest] * weights[rest]).sum()) / max(1e-6, float(weights[rest].sum())) if rest else 0.0,
        float(not denial.denied),
    )


def _carriers(case: Case) -> tuple[float, ...]:
    """What of the other side might carry the denial, by its lists."""
    facing, denial = case.facing, case.denial
    at, free, places = list(denial.at), facing.free, facing.places(denial)
    first = at[0] if at else 0
    support = _support(facing)
    taken = {i for row in facing.other.denials for i in row.at}
    return (
        _most(_near(_distance(j, places), FADING) for j in free),
        float(facing.phrases[at].max()) if at else 0.0,
        max((float(facing.words[at, j].max()) for j in free), default=0.0) if at else 0.0,
        _most(_near(i - first, FADING_OWN) for i in facing.answers),
        max((EXPECTED - float(support[j]) for j in free if j not in taken), default=-0.4),
        float(not free),
    )


def borrowed(case: Case) -> bool:
    """Whether a word near the counterpart of what is denied is so like an English "disagreed" that it may deny."""
    return _nearby(case, "contrary") >= BORROWED


def _nearby(case: Case, key: str) -> float:
    """How like English words anything near the counterpart of what is denied is, less its share of support."""
    facing = case.facing
    places = facing.places(case.denial)
    inside = [j for j in range(len(facing.other.words.spans)) if _distance(j, places) <= WINDOW]
    directions, support = lexical.unit(facing.other.words.vectors), _support(facing)
    alike = (directions @ _english(cast(Hashable, case.encoder), key).T).max(axis=1)
    return _most(float(alike[j] - HALF * support[j]) for j in inside)


def _prototypes(case: Case) -> tuple[float, ...]:
    """How like English carriers and negators anything is there, which this side does not account for."""
    facing = case.facing
    places = facing.places(case.denial)
    denying = {i for row in facing.other.denials for i in row.at} | set(facing.answers.values())
    free = [j for j in range(len(facing.other.words.spans)) if j not in denying]
    inside = [j for j in free if _distance(j, places) <= WINDOW]
    directions, support = lexical.unit(facing.other.words.vectors), _support(facing)
    carriers, negators = (_english(cast(Hashable, case.encoder), key) for key in ("carriers", "denials"))
    alike = (directions @ carriers.T).max(axis=1)
    return (
        _most(float(alike[j]) for j in inside),
        _most(float(alike[j] - HALF * support[j]) for j in inside),
        _most(float(value) for value in (directions[free] @ negators.T).max(axis=1)),
    )


def _affirming(case: Case) -> tuple[float, ...]:
    """How like an English "already", "always" or "all" anything is there that this side does not have.

    Such words stand where a "not yet", "never" or "not all" was lost.
    """
    facing = case.facing
    directions = lexical.unit(facing.other.words.vectors)
    own = [i for i in range(len(facing.one.words.spans)) if i not in case.denial.at]
    had = facing.words[own].max(axis=0) if own else np.zeros(len(directions))
    values = [
        _most((directions @ _english(cast(Hashable, case.encoder), key).T).max(axis=1) - np.maximum(had, 0.0))
        for key in ("adverbs", "quantities")
    ]
    return (*values, values[1] * case.weak)


def _whole(case: Case) -> tuple[float, ...]:
    """How alike both sides are, and how far the words of either stand in the other."""
    facing = case.facing
    rows = ((facing.phrases.max(axis=1), facing.one.words.weights), (_support(facing), facing.other.words.weights))
    shares = [float((best * weights).sum()) / max(1e-6, float(weights.sum())) for best, weights in rows]
    return (min(MOST_ALIKE, case.likeness), min(shares), max(shares))


def _counts(case: Case) -> tuple[float, ...]:
    """How many denials and clauses either side has, and how near another denial stands."""
    one, other = case.facing.one, case.facing.other
    places = case.facing.places(case.denial)
    others = [i for row in other.denials for i in row.at]
    clauses = [len(set(side.clauses)) for side in (one, other)]
    return (
        float(bool(other.denials)),
        _near(min((_distance(i, places) for i in others), default=DISTANT), FADING_DENIAL),
        min(MOST, len(other.denials)),
        min(MOST, len(one.denials)),
        len(one.denials) - len(other.denials),
        min(MOST, sum(len(row.at) for row in one.denials)) - min(MOST, len(others)),
        clauses[0] - clauses[1],
        float(len(other.idle) > len(case.facing.answered.idle)),
        float(len(one.idle) > len(other.idle)),
        float(len(other.weak) > len(one.weak)),
        math.log((len(one.words.spans) + PAUSE) / (len(other.words.spans) + PAUSE)),
        float(case.weak),
    )


def _verdicts(case: Case) -> tuple[float, ...]:
    """Whether the denied words are affirmed, and nothing carries or doubles the denial, by plain limits."""
    facing, denial = case.facing, case.denial
    plain = not (carried(facing, denial) or litotes(facing, denial) or repeated(facing, denial))
    close = affirmed(facing, denial, close=True)
    alone = not facing.other.denials and bool(facing.one.denials) and not facing.free
    return (float(close), float(plain), float(close and plain), float(alone))


def _support(facing: Facing) -> np.ndarray:
    """The best cosine of every word of the other side with a phrase of this one."""
    return np.asarray((lexical.unit(facing.other.words.vectors) @ facing.one.words.phrases().T).max(axis=1))


def _distance(place: int, places: Sequence[int]) -> int:
    return min((abs(place - other) for other in places), default=DISTANT)


def _near(distance: int, fading: float) -> float:
    return math.exp(-abs(distance) / fading)


def _most(values: Iterable[float]) -> float:
    """The greatest of some values, 0 at least."""
    return max(values, default=0.0)


@lru_cache(maxsize=8)
def _english(encoder: Hashable, key: str) -> np.ndarray:
    """Directions of the English words that carry a denial, or deny."""
    rows = [cast(TokenEncoder, encoder).tokens(word) for word in data("en", "polarity")[key]]
    return lexical.unit(np.array([(row.vectors * row.weights[:, None]).sum(axis=0) for row in rows]))


@cache
def _weights() -> tuple[float, ...]:
    entry = files("checker.checks") / "calibration.json"
    return tuple(json.loads(entry.read_text(encoding="utf-8"))["negation"])
