"""Which words stand near each number of a sentence, and how far the words near two numbers are the same ones.

Languages order a phrase differently, so the words are first matched with each other, wherever they stand: a word of
one side goes with one of the other as far as each is the other's best, as word aligners on embeddings do it (SimAlign,
awesome-align). Two numbers then share neighbours as far as words near the one match words near the other. What a
number counts may stand before it ("a profit of 1.3") or behind it ("2,800 jobs"), in one language here and in the other
there; of these readings the most favourable one counts, for the numbers as they stand and for the exchanged ones.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
import regex

from checker.checks.context import Pair
from checker.checks.lexical import Tokens, tokens, unit
from checker.checks.matching import Match
from checker.facts.quantities import Quantity
from checker.model import Fact, Sentence, Span, Version

REACH = 2.0
"""Words after which the nearness of a word falls to a third. Reversed phrases are told as well with 1 and worse with 4,
where the words around say little more than the order."""
PAST_NUMBER, PAST_MARK = 0.8, 0.4
"""What another number, and a punctuation mark, between a word and a number add to their distance (log nearness)."""
SHARPNESS = 20.0
"""How decidedly a word goes with the one that it is most alike: the inverse of the temperature of a softmax."""
LITTLE = 0.5
"""Shared weight that is next to nothing: the shares are taken of this much more. Two matched content words near both
numbers share about 4."""

_MARK = regex.compile(r"[,;:，、；：。.!?—–()（）،؛।]")


class Neighbours(msgspec.Struct, frozen=True):
    """What each number of a list of matches shares with each number of the other side.

    ``sides[i, j, a, b]``: what the words before (``a`` = 0) or behind source number ``i`` share with those before or
    behind target number ``j``; ``around[i, j]`` the same for all words around.
    """

    sides: np.ndarray
    around: np.ndarray

    def evidence(self, i: int, j: int) -> tuple[float, float]:
        """Two shares from -1 to 1: above 0 where the neighbours of numbers ``i`` and ``j`` stand as their partners'."""
        own, crossed = ((self.sides[i, a] + self.sides[j, b]).max() for a, b in ((i, j), (j, i)))
        straight, across = (self.around[i, a] + self.around[j, b] for a, b in ((i, j), (j, i)))
        return _share(own, crossed), _share(straight, across)


def neighbours(pair: Pair, group: Sequence[Match]) -> Neighbours:
    """The neighbours of the numbers of a bead."""
    sides = pair.sentences(pair.beads[group[0].bead])
    own, other = (
        _Line.of(pair, version, sentences) for version, sentences in zip((pair.source, pair.target), sides, strict=True)
    )
    count = len(group)
    if not len(own.words.spans) or not len(other.words.spans):
        return Neighbours(np.zeros((count, count, 2, 2)), np.zeros((count, count)))
    links = _links(own.words, other.words)
    left, right = own.nearness([m.source for m in group]), other.nearness([m.target for m in group])
    shared = np.einsum("iaw,wv,jbv->ijab", left, links, right)
    return Neighbours(shared[:, :, :2, :2], shared[:, :, 2, 2])


def _share(own: float, crossed: float) -> float:
    return float((own - crossed) / (own + crossed + LITTLE))


def _links(own: Tokens, other: Tokens) -> np.ndarray:
    """How far each word goes with each of the other side, by likeness and weight."""
    alike = (unit(own.vectors) @ unit(other.vectors).T).astype(float)
    pull = np.exp(SHARPNESS * (alike - alike.max()))
    mutual = pull / pull.sum(axis=0, keepdims=True) * pull / pull.sum(axis=1, keepdims=True)
    return np.asarray(mutual * alike.clip(0) * np.sqrt(np.outer(own.weights, other.weights)))


class _Line(msgspec.Struct, frozen=True):
    """The words of a side of a bead that are no part of a number, the numbers, and where marks stand."""

    words: Tokens
    numbers: tuple[Span, ...]
    marks: np.ndarray

    @classmethod
    def of(cls, pair: Pair, version: Version, sentences: Sequence[Sentence]) -> _Line:
        facts = [fact for s in sentences for fact in version.facts[version.sentences.index(s)]]
        numbers = tuple(fact.span for fact in facts if isinstance(fact, Quantity) and not fact.weak)
        found = [s.start + mark.start() for s in sentences for mark in _MARK.finditer(s.text)]
        marks = np.array([at for at in found if not any(n.start <= at < n.end for n in numbers)], dtype=int)
        return cls(tokens(pair, tuple(sentences)).outside(numbers), numbers, marks)

    def nearness(self, facts: Sequence[Fact]) -> np.ndarray:
        """How near each word is to each number, ``(numbers, 3, words)``: before it, behind it, on either side."""
        return np.array([self._nearness(fact) for fact in facts])

    def _nearness(self, fact: Fact) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        starts = np.array([word.start for word in self.words.spans])
        order, place = np.arange(len(starts)), int(np.searchsorted(starts, fact.start))
        before = order < place
        words = np.where(before, place - 1 - order, order - place)
        others = np.array(sorted(n.start for n in self.numbers if not n.overlaps(fact.span)), dtype=int)
        barriers = PAST_NUMBER * _between(others, starts, fact.start)
        barriers += PAST_MARK * _between(self.marks, starts, fact.start)
        near = np.exp((0.5 - words) / REACH - barriers)
        return near * before, near * ~before, near


def _between(places: np.ndarray, starts: np.ndarray, number: int) -> np.ndarray:
    """How many of some places, in ascending order, lie between each word and a number."""
    crossed = np.searchsorted(places, starts, side="right") - np.searchsorted(places, number)
    return np.asarray(np.abs(crossed), dtype=float)
