"""Versions for the tests, from plain sentences."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np

from checker.align import Alignment, Encoded, Side, align
from checker.model import Article, Sentence, Version


def version(sentences: Sequence[str], language: str = "en", paragraphs: Sequence[int] = ()) -> Version:
    """A version whose article has one sentence a line."""
    found, start = [], 0
    for number, text in enumerate(sentences):
        found.append(Sentence(start, start + len(text), text, paragraphs[number] if paragraphs else 0))
        start += len(text) + 1
    article = Article(language, "\n".join(sentences), f"{language}.txt")
    return Version(article, tuple(found), tuple(() for _ in found))


def vectors(side: Version, dimensions: int = 64) -> np.ndarray:
    """A vector for each sentence that depends on its words alone: equal words, equal direction."""
    rows = np.zeros((len(side.sentences), dimensions), dtype=np.float32)
    for row, sentence in zip(rows, side.sentences, strict=True):
        for word in sentence.text.casefold().split():
            row += np.random.default_rng(zlib.crc32(word.encode())).standard_normal(dimensions).astype(np.float32)
        row /= max(float(np.linalg.norm(row)), 1e-9)
    return rows


def aligned(source: Version, target: Version) -> Alignment:
    """The alignment by the vectors of :func:`vectors`, without single words."""
    return align(Side(source, Encoded(vectors(source))), Side(target, Encoded(vectors(target))))


def indices(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The beads as pairs of indices."""
    return [(bead.source, bead.target) for bead in alignment.beads]
