"""Vectors, words and anchors → beads.

    channels → band → features → probabilities → beads → moved passages

``side`` reads each version, ``align`` brings two together. The pieces: ``surface``, ``words``, ``marks``, ``borders``
and ``evidence`` say how alike runs of sentences are, ``coarse`` and ``grid`` bound the search, ``measure``,
``features`` and ``weights`` judge a bead, ``lattice`` and ``decode`` find the path.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from checker import parallel
from checker.align import borders, coarse, decode, evidence, marks, measure, surface, weights
from checker.align.evidence import Channel
from checker.align.features import LONGEST, Document, Features
from checker.align.grid import Grid
from checker.align.moves import in_order
from checker.align.side import Encoded, Side, encoded, side
from checker.align.words import Coverage, coverage
from checker.languages.names import english_name
from checker.model import Bead, Unchecked, Version

__all__ = ["Alignment", "Encoded", "Side", "align", "document", "encoded", "side"]

UNRELATED = 0.2
"""Below this kinship two texts are no versions of one article. Of the development sets' documents the lowest has .40,
of 62 articles put beside another one of the same set the highest has .13."""
LEAST_SENTENCES = 8
"""Fewer sentences on both sides together are never called unrelated."""
LEAST_KNOWN = 0.6
"""Share of a text that the encoder must know; below it the alignment leans on length, numbers and names."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads in source order; ``unrelated`` where the texts don't seem to be versions of one article."""

    beads: tuple[Bead, ...]
    unrelated: bool = False
    unchecked: tuple[Unchecked, ...] = ()


def align(source: Side, target: Side) -> Alignment:
    """Align two versions. Swapping the sides mirrors the result exactly."""
    if not source.version.sentences or not target.version.sentences:
        return Alignment(_empty(len(source.version.sentences), len(target.version.sentences)))
    if _turned(source, target):
        turned = _align(target, source)
        mirrored = (replace(bead, source=bead.target, target=bead.source) for bead in turned.beads)
        return replace(turned, beads=tuple(in_order(mirrored)))
    return _align(source, target)


def _turned(source: Side, target: Side) -> bool:
    """Whether to compute the mirror image: of two texts always the same one is the source, so that ties fall alike."""
    both = (source.version.sentences, target.version.sentences)
    texts = [(len(sentences), tuple(sentence.text for sentence in sentences)) for sentences in both]
    return texts[1] < texts[0]


def _align(source: Side, target: Side) -> Alignment:
    found = document(source, target)
    features = Features(found)
    beads = decode.decode(features, weights.load("words" if found.coverage else "sentences"))
    # a text that the encoder can't read gives no reason to call it unrelated
    judged = found.grid.rows + found.grid.columns >= LEAST_SENTENCES and 1 - features.unknown >= LEAST_KNOWN
    unrelated = judged and kinship(beads, found) < UNRELATED
    return Alignment(beads, unrelated, tuple(_unknown(source, target)))


def _unknown(*sides: Side) -> Iterator[Unchecked]:
    for one in sides:
        share = float(one.encoded.words.known.mean()) if one.encoded.words else 1.0
        if share < LEAST_KNOWN:
            article = one.version.article
            yield Unchecked(
                f"the model knows only {share:.0%} of the {english_name(article.language)} text: "
                "it was aligned by length, numbers and names",
                article.path,
            )


def document(left: Side, right: Side) -> Document:
    """Gather the evidence about two versions."""
    source, target = left.version, right.version
    (grid, meaning, likely, covered), (cognates, anchors) = parallel.both(
        partial(_meanings, left, right),
        partial(_surfaces, source, target),
        len(source.article.text) + len(target.article.text),
    )
    return Document(
        grid,
        meaning,
        cognates,
        anchors,
        covered,
        measure.lengths(source, target, likely),
        *measure.breaks(source, target),
        marks.marks(source, target, likely),
        borders.borders(source, target),
        likely,
    )


def _meanings(left: Side, right: Side) -> tuple[Grid, Channel, np.ndarray, Coverage | None]:
    """What the encoder knows: the band, the meaning of sentences, the likely pairs, the coverage of words."""
    meaning = evidence.channel(_by_length(left), _by_length(right))
    likely = evidence.mutual(meaning)
    strength = meaning.source_best[likely[:, 0]] - meaning.source_background[likely[:, 0]]
    grid = coarse.band(len(left.version.sentences), len(right.version.sentences), likely, strength)
    own, other = left.encoded.words, right.encoded.words
    covered = coverage(grid, own, other, LONGEST) if own and other else None
    return grid, meaning, likely, covered


def _surfaces(source: Version, target: Version) -> tuple[Channel, Channel]:
    """What stands there: cognates and anchors."""
    cognates = evidence.channel(*surface.gram_vectors(source, target))
    return cognates, evidence.channel(*surface.anchor_vectors(source, target))


def _by_length(one: Side) -> np.ndarray:
    """Scale vectors so that in a run long sentences count more; by the root of their length."""
    size = np.array([len(sentence.text) for sentence in one.version.sentences], dtype=np.float32)
    return np.asarray(one.encoded.vectors * np.sqrt(size)[:, None])


def kinship(beads: tuple[Bead, ...], found: Document) -> float:
    """Expected share of sentences with a counterpart, times the share of likely pairs in one order.

    The second factor counts the longest chain of likely pairs against the shorter side, so that an abridged version is
    as much kin as a full one.
    """
    sizes = [(len(bead.source) + len(bead.target), bead) for bead in beads]
    matched = sum(size * bead.score for size, bead in sizes if bead.source and bead.target)
    chain = coarse.heaviest_chain(found.likely, np.ones(len(found.likely)))
    shorter = min(found.grid.rows, found.grid.columns)
    return float(matched / sum(size for size, _ in sizes) * len(chain) / shorter)


def _empty(rows: int, columns: int) -> tuple[Bead, ...]:
    """One side has nothing: every sentence of the other stands alone."""
    return (*(Bead((i,), ()) for i in range(rows)), *(Bead((), (j,)) for j in range(columns)))
