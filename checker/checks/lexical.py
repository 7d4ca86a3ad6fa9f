"""The words of both sides of a pair with their vectors, and how alike they are.

Only encoders that know single words (:class:`checker.embed.TokenEncoder`) give vectors; with others there are no words.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import lru_cache
from typing import cast

import msgspec
import numpy as np

from checker import embed
from checker.checks.context import Pair
from checker.embed import TokenEncoder, knows_words
from checker.model import Bead, Sentence, Span

LONGEST = 3
"""Words of a phrase that are looked at together."""


class Tokens(msgspec.Struct, frozen=True):
    """The words of some sentences; ``vectors`` float32 of shape (words, dimensions), scaled by ``weights``."""

    spans: tuple[Span, ...]
    vectors: np.ndarray
    weights: np.ndarray

    def within(self, span: Span) -> np.ndarray:
        """Indices of the words inside a span."""
        return np.array([i for i, word in enumerate(self.spans) if span.covers(word) or word.covers(span)], dtype=int)

    def outside(self, spans: Sequence[Span]) -> Tokens:
        """The words that touch none of some spans."""
        free = [i for i, word in enumerate(self.spans) if not any(span.overlaps(word) for span in spans)]
        return self.part(np.array(free, dtype=int))

    def part(self, places: np.ndarray) -> Tokens:
        """Some of the words, by their indices."""
        return Tokens(tuple(self.spans[i] for i in places.tolist()), self.vectors[places], self.weights[places])

    def phrases(self) -> np.ndarray:
        """Unit vectors of all runs of up to three words: shape (runs, dimensions)."""
        if not len(self.spans):
            return self.vectors
        total = np.concatenate(
            [np.zeros((1, self.vectors.shape[1]), dtype=np.float32), np.cumsum(self.vectors, axis=0)]
        )
        return unit(np.concatenate([total[n:] - total[:-n] for n in range(1, LONGEST + 1) if n <= len(self.spans)]))


def unit(rows: np.ndarray) -> np.ndarray:
    """Rows brought to length 1; rows of length 0 stay so."""
    sizes = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(np.divide(rows, sizes, out=np.zeros_like(rows), where=sizes > 0))


def tokens(pair: Pair, sentences: tuple[Sentence, ...]) -> Tokens:
    """The words of some sentences, with offsets of the article."""
    encoder = pair.encoder
    if not knows_words(encoder) or not sentences:
        return Tokens((), np.zeros((0, 1), dtype=np.float32), np.zeros(0, dtype=np.float32))
    rows = [(sentence, _words(cast(Hashable, encoder), sentence.text)) for sentence in sentences]
    spans = tuple(Span(s.start + span.start, s.start + span.end) for s, row in rows for span in row.spans)
    weights = np.concatenate([row.weights for _, row in rows])
    return Tokens(spans, np.concatenate([row.vectors for _, row in rows]) * weights[:, None], weights)


def word(pair: Pair, text: str) -> np.ndarray:
    """The unit vector of a word by itself, shape (1, dimensions); (0, 1) with encoders that know no single words."""
    if not knows_words(pair.encoder):
        return np.zeros((0, 1), dtype=np.float32)
    return unit(_words(cast(Hashable, pair.encoder), text).vectors.sum(axis=0, keepdims=True))


@lru_cache(maxsize=512)
def _words(encoder: Hashable, text: str) -> embed.Tokens:
    """The words of a sentence, which several checks ask for."""
    return cast(TokenEncoder, encoder).tokens(text)


def likeness(pair: Pair, bead: Bead, source: Span, target: Span) -> float:
    """Greatest cosine of the words of two spans of a bead, each by itself and all together; 0 without words."""
    own, other = of_bead(pair, bead)
    first, second = (side.vectors[side.within(span)] for side, span in ((own, source), (other, target)))
    if not len(first) or not len(second):
        return 0.0
    rows, others = (unit(np.concatenate([part, part.sum(axis=0, keepdims=True)])) for part in (first, second))
    return float((rows @ others.T).max())


CONTEXT = 3
"""Words on either side of a span that make up its context."""


def surroundings(pair: Pair, bead: Bead, source: Span, target: Span) -> tuple[float, float]:
    """Cosines of what stands before two spans of a bead, and of what stands behind them; 0 without words."""
    own, other = of_bead(pair, bead)
    rows = [(side, side.within(span)) for side, span in ((own, source), (other, target))]
    if not all(len(row) for _, row in rows):
        return 0.0, 0.0
    before, behind = (
        [_sum(side.vectors[max(0, row[0] - CONTEXT) : row[0]]) for side, row in rows],
        [_sum(side.vectors[row[-1] + 1 : row[-1] + 1 + CONTEXT]) for side, row in rows],
    )
    return float((before[0] @ before[1].T)[0, 0]), float((behind[0] @ behind[1].T)[0, 0])


def _sum(vectors: np.ndarray) -> np.ndarray:
    return unit(vectors.sum(axis=0, keepdims=True))


def of_bead(pair: Pair, bead: Bead) -> tuple[Tokens, Tokens]:
    """The words of both sides of a bead."""
    source, target = pair.sentences(bead)
    return tokens(pair, source), tokens(pair, target)
