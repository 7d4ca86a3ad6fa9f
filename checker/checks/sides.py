"""One version of a pair as the word checks see it: passages with their vectors, encoded once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Literal

import numpy as np

from checker.checks.context import Pair
from checker.checks.lexical import Tokens, tokens, unit
from checker.checks.yardstick import cosine
from checker.embed import Encoder, knows_words
from checker.model import Bead, Span, Version

SideName = Literal["source", "target"]
MAX_SPAN = 600
"""Longest span of a finding in characters, as the contract has it."""
MIN_COVERAGE = 0.55
"""Least share of a passage's letters that the encoder must know before its silence means anything."""


class Side:
    """A version with a memory of the passages already encoded."""

    def __init__(self, name: SideName, pair: Pair) -> None:
        """``name`` is "source" or "target"."""
        self.name = name
        self.version: Version = pair.source if name == "source" else pair.target
        self._pair = pair
        self._vectors: dict[Span, np.ndarray] = {}

    @property
    def encoder(self) -> Encoder:
        """The encoder of the pair."""
        return self._pair.encoder

    def text(self, span: Span) -> str:
        """The text of a passage."""
        return self.version.article.text[span.start : span.end]

    def vectors(self, spans: Iterable[Span]) -> np.ndarray:
        """The sum of the vectors of passages, weighted by their lengths: shape (dimensions,)."""
        wanted = list(spans)
        missing = [span for span in wanted if span not in self._vectors]
        if missing:
            rows = self._pair.encoder.encode([self.text(span) for span in missing])
            self._vectors.update(zip(missing, rows, strict=True))
        return np.asarray(sum(self._vectors[span] * (span.end - span.start) for span in wanted))

    def cosine(self, other: Side, spans: Iterable[Span], others: Iterable[Span]) -> float:
        """Cosine of passages of this side with passages of another one."""
        return cosine(self.vectors(spans), other.vectors(others))

    def same(self, other: Side, span: Span, second: Span) -> bool:
        """Whether two passages are the same letters and digits."""
        return _letters(self.text(span)) == _letters(other.text(second))

    def known(self, span: Span) -> bool:
        """Whether the encoder knows enough of a passage to judge it."""
        encoder = self._pair.encoder
        return not knows_words(encoder) or encoder.coverage(self.text(span)) >= MIN_COVERAGE

    def support(self, span: Span, beads: Iterable[int]) -> float:
        """How far the other side of some beads has the words of a passage.

        Weighted mean of their best cosines with its phrases; 0 where the encoder has no words.
        """
        own, there = self.words(beads)
        return support(own.part(own.within(span)), there)[0]

    def words(self, beads: Iterable[int]) -> tuple[Tokens, Tokens]:
        """The words of some beads, of this side and of the other."""
        rows = [self._pair.sentences(self._pair.beads[index]) for index in beads]
        one, other = (0, 1) if self.name == "source" else (1, 0)
        own, there = (tokens(self._pair, tuple(s for row in rows for s in row[side])) for side in (one, other))
        return own, there

    def sentences_of(self, beads: Iterable[int]) -> tuple[Span, ...]:
        """The sentences of some beads."""
        rows = (getattr(self._pair.beads[index], self.name) for index in sorted(beads))
        return tuple(self.version.sentences[i].span for row in rows for i in row)


def support(own: Tokens, there: Tokens) -> tuple[float, float]:
    """How far some words are among others: weighted mean and maximum of their best cosines with phrases of these."""
    if not len(own.spans) or not len(there.spans):
        return 0.0, 0.0
    best = (unit(own.vectors) @ there.phrases().T).max(axis=1)
    return float((best * own.weights).sum() / max(float(own.weights.sum()), 1e-9)), float(best.max())


def both_sides(pair: Pair) -> tuple[Side, Side]:
    """Source and target of a pair."""
    return Side("source", pair), Side("target", pair)


def beads_of_sentences(beads: tuple[Bead, ...], side: SideName) -> Mapping[int, tuple[int, ...]]:
    """For every sentence of a side the beads that hold it."""
    rows: dict[int, tuple[int, ...]] = {}
    for index, bead in enumerate(beads):
        for sentence in bead.source if side == "source" else bead.target:
            rows[sentence] = (*rows.get(sentence, ()), index)
    return rows


def clipped(span: Span) -> Span:
    """A span no longer than a finding's may be."""
    return Span(span.start, min(span.end, span.start + MAX_SPAN))


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
