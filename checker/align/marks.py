"""Punctuation as evidence, as far as this pair of versions keeps it.

A translator may keep the colons, semicolons and question marks of a text or change half of them; the dashes of a
Spanish dialogue are quotation marks elsewhere. So no language is known here: how marks correspond is counted on the
likely pairs, and a bead earns the pointwise mutual information (Church and Hanks 1990) of how its two sides begin and
end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from checker.align.grid import Grid
from checker.model import Version

PRIOR = 8.0
"""Imagined pairs in which the marks of both sides have nothing to do with each other: few real ones prove little."""
MOST = 3.0
"""Bound on the evidence of one table, as a logarithm of odds."""
QUOTES = frozenset("\"“”„‟«»‹›「」『』‘’'〝〞")
ENDS = ("", ".。।۔．", "?？؟", "!！…", ":：", ";；؛,，、،—–-")
"""Classes of the last character before closing quotation marks and brackets; the first for all others."""
STARTS = ("", "".join(sorted(QUOTES)), "0123456789", "—–-―*•·")
"""Classes of the first character."""


@dataclass(frozen=True)
class Side:
    """Classes of each sentence's end, closing quotation mark and start."""

    ends: np.ndarray
    quoted_ends: np.ndarray
    starts: np.ndarray


@dataclass(frozen=True)
class Marks:
    """The marks of both versions, and for each kind of mark the table of what two classes say together."""

    source: Side
    target: Side
    ends: np.ndarray
    quoted_ends: np.ndarray
    starts: np.ndarray

    def agreement(self, grid: Grid, a: int, b: int) -> np.ndarray:
        """Evidence of the marks for beads of ``a`` source and ``b`` target sentences, by end node."""
        i, j = grid.last_source, grid.last_target
        first = np.maximum(i - a + 1, 0), np.maximum(j - b + 1, 0)
        left, right = self.source, self.target
        return np.asarray(
            self.ends[left.ends[i], right.ends[j]]
            + self.quoted_ends[left.quoted_ends[i], right.quoted_ends[j]]
            + self.starts[left.starts[first[0]], right.starts[first[1]]]
        )


def marks(source: Version, target: Version, likely: np.ndarray) -> Marks:
    """Count marks on the ``likely`` pairs of sentences, shape (pairs, 2)."""
    left, right = _side(source), _side(target)

    def table(x: np.ndarray, y: np.ndarray, count: int) -> np.ndarray:
        return _information(x, y, likely, count)

    return Marks(
        left,
        right,
        table(left.ends, right.ends, len(ENDS)),
        table(left.quoted_ends, right.quoted_ends, 2),
        table(left.starts, right.starts, len(STARTS)),
    )


def _side(version: Version) -> Side:
    texts = [sentence.text.strip() for sentence in version.sentences]
    bare = [text.rstrip("".join(QUOTES) + ")]）】 ") for text in texts]
    return Side(
        np.array([_class(text[-1:], ENDS) for text in bare]),
        np.array([int(text[-1:] in QUOTES) for text in texts]),
        np.array([_class(text[:1], STARTS) for text in texts]),
    )


def _class(character: str, classes: Sequence[str]) -> int:
    return next((k for k, members in enumerate(classes) if character and character in members), 0)


def _information(x: np.ndarray, y: np.ndarray, likely: np.ndarray, count: int) -> np.ndarray:
    """Logarithm of P(x, y) / P(x) P(y) of the classes of likely pairs, bounded by :data:`MOST`."""
    shares = [(np.bincount(side, minlength=count) + 1) / (len(side) + count) for side in (x, y)]
    seen = np.zeros((count, count))
    np.add.at(seen, (x[likely[:, 0]], y[likely[:, 1]]), 1)
    joint = (seen + PRIOR * np.outer(*shares)) / (len(likely) + PRIOR)
    information = np.log(joint / np.outer(joint.sum(axis=1), joint.sum(axis=0)))
    return np.asarray(np.clip(information, -MOST, MOST), dtype=np.float32)
