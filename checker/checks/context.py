"""What a check sees: two versions of an article, aligned, with the facts of every sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol, runtime_checkable

import numpy as np

from checker.embed import Encoder
from checker.glossary import EMPTY, Glossary
from checker.model import Bead, Fact, Finding, Sentence, Severity, Version

MIN_SCORE = 0.5
"""Beads less probable than this are not compared fact by fact: they are more probably wrong than right."""


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two versions of an article, aligned. ``source_vectors[i]`` is the vector of source sentence ``i``.

    A pair equals itself only, so that what is worked out of a whole article can be kept by it.
    """

    source: Version
    target: Version
    beads: tuple[Bead, ...]
    source_vectors: np.ndarray
    target_vectors: np.ndarray
    encoder: Encoder
    unrelated: bool = False
    """The aligner takes the texts for different articles: then nothing else is worth comparing."""
    glossary: Glossary = EMPTY
    """The house's terms, which the source may have and the target then has to render as agreed."""

    def sentences(self, bead: Bead) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
        """The sentences of both sides of a bead."""
        return (
            tuple(self.source.sentences[i] for i in bead.source),
            tuple(self.target.sentences[i] for i in bead.target),
        )

    def facts(self, bead: Bead) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
        """The facts of both sides of a bead, in reading order."""
        return (
            tuple(fact for i in bead.source for fact in self.source.facts[i]),
            tuple(fact for i in bead.target for fact in self.target.facts[i]),
        )

    def swapped(self) -> Pair:
        """The same pair seen from the target."""
        return _swapped(self)


@lru_cache(maxsize=2)
def _swapped(pair: Pair) -> Pair:
    beads = tuple(replace(bead, source=bead.target, target=bead.source) for bead in pair.beads)
    return replace(
        pair,
        source=pair.target,
        target=pair.source,
        beads=beads,
        source_vectors=pair.target_vectors,
        target_vectors=pair.source_vectors,
    )


@runtime_checkable
class Check(Protocol):
    """A check is a module with these names; its docstring is its documentation."""

    NAME: str
    SEVERITY: Severity

    def check(self, pair: Pair) -> Iterable[Finding]:
        """Yield what disagrees between the versions."""
        ...
