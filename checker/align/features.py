"""Evidence → features of beads; a bead's score is their weighted sum.

Match features are given for all beads of one type at once, by the node where they end. Features of evidence are
multiplied by the *mass* of the bead, so that a path through few large beads and one through many small ones are
compared on the same number of sentences.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from checker.align.borders import Borders
from checker.align.evidence import Channel, dots, run_norms
from checker.align.grid import Grid
from checker.align.marks import Marks
from checker.align.measure import Lengths, Scale, scale
from checker.align.words import Coverage

TYPES: tuple[tuple[int, int], ...] = (
    *((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (1, 4), (4, 1), (3, 3)),
    *((2, 4), (4, 2), (3, 4), (4, 3), (1, 5), (5, 1)),
)
"""Sentences on both sides of a bead, without the empty beads."""
LONGEST = 5

MATCH: dict[str, str] = {
    "meaning": "margin of the embeddings, trusted as far as the noise allows",
    "cosine": "cosine of the embeddings in units of the likely pairs'",
    "coverage": "share of both sides' words that find their like",
    "coverage_least": "the same of the side that finds less",
    "coverage_least_trusted": "the same, trusted as far as the noise allows",
    "mass": "what every sentence must bring",
    "mass_trusted": "the same where the noise is low",
    "meaning_gain": "what the weakest outer sentence adds to the cosine",
    "coverage_gain": "what the weakest outer sentence adds to the coverage of the other side",
    "coverage_gain_trusted": "the same, trusted as far as the noise allows",
    "straddle": "what a 2-2 or larger bead finds beyond its best cut in two, trusted as far as the noise allows",
    "marks": "agreement of the first and last marks and of speech, as this pair of versions keeps them",
    "quotation": "-1 where one side alone is in the midst of a quotation after the bead",
    "cut": "minus the sentences that the end of the bead cuts",
    "cognates": "margin of shared character n-grams",
    "cognates_unknown": "the same, as far as the encoder doesn't know the languages",
    "anchors": "anchors of one side that the other side of the bead lacks, negative",
    "anchors_shared": "anchors in common",
    "anchors_unknown": "the same, as far as the encoder doesn't know the languages",
    "length": "deviation of the log ratio of lengths in standard deviations, negative",
    "length_unknown": "the same, as far as the encoder doesn't know the languages",
    "merged": "-1 for every bead but 1-1",
    "merge": "minus the sentences more than two",
    "merge_trusted": "the same where the noise is low",
    "merge_both": "-1 where both sides are merged",
    "twins": "-1 for 2-2",
    "triple": "-1 for 1-3 and 3-1",
    "five": "-1 for 2-3 and 3-2",
    "crossed": "for 2-2: the crossing pairs are more alike than the straight ones",
    "paragraph": "-1 where a paragraph ends with the bead on one side alone",
    "paragraph_inside": "minus the paragraph ends within the bead",
}
"""Features of beads."""
NULL: dict[str, str] = {
    "open": "first empty bead of a run",
    "next": "further empty beads of a run",
    "null_mass": "length of the sentence",
    "null_mass_trusted": "the same where the noise is low",
    "null_coverage": "the best coverage that the sentence finds on the other side",
    "null_coverage_trusted": "the same, trusted as far as the noise allows",
    "null_mutual": "the sentence and its nearest neighbour choose each other",
    "null_mutual_coverage": "the same by coverage",
    "null_cognates": "the best margin of shared character n-grams",
    "null_noise": "how noisy the evidence is here",
    "null_noise_log": "its logarithm",
    "null_unknown": "share of the sentence that the encoder doesn't know",
    "null_unknown_there": "share of the other version that the encoder doesn't know",
}
"""Features of empty beads, all negative: what speaks against leaving a sentence alone."""
FREE = frozenset(
    {
        *("mass", "mass_trusted", "merge_trusted", "null_mass", "null_mass_trusted", "null_noise", "null_noise_log"),
        *("twins", "triple", "five"),
    }
)
"""Weights of any sign; all others are at least 0."""


@dataclass(frozen=True)
class Document:
    """Everything that the beads of two versions are judged by."""

    grid: Grid
    meaning: Channel
    cognates: Channel
    anchors: Channel
    coverage: Coverage | None
    lengths: Lengths
    source_breaks: np.ndarray
    target_breaks: np.ndarray
    marks: Marks
    borders: Borders
    likely: np.ndarray
    """Pairs of sentences that are each other's nearest neighbours, shape (pairs, 2)."""


class Similarity:
    """Cosines and margins of runs in one channel, by end node."""

    def __init__(self, grid: Grid, channel: Channel) -> None:
        """Compute what all types of beads share."""
        self._grid, self._channel = grid, channel
        self._i, self._j = grid.last_source, grid.last_target
        self._norms = run_norms(channel.source, LONGEST), run_norms(channel.target, LONGEST)
        self._sums: dict[tuple[int, int], np.ndarray] = {(1, 1): dots(grid, channel.source, channel.target)}

    def sum(self, a: int, b: int) -> np.ndarray:
        """Dot product of the summed vectors of ``a`` source and ``b`` target sentences."""
        if (a, b) not in self._sums:
            if a == 1:
                more = self.sum(1, 1)[self._grid.back(0, b - 1)]
                self._sums[a, b] = self.sum(1, b - 1) + more
            else:
                self._sums[a, b] = self.sum(a - 1, b) + self.sum(1, b)[self._grid.back(a - 1, 0)]
        return self._sums[a, b]

    def squares(self, a: int, b: int) -> np.ndarray:
        """Squared lengths of the summed vectors of both sides, added."""
        return np.asarray(self._norms[0][a - 1][self._i] ** 2 + self._norms[1][b - 1][self._j] ** 2)

    def cosine(self, a: int, b: int) -> np.ndarray:
        """Cosine of the summed vectors."""
        lengths = self._norms[0][a - 1][self._i] * self._norms[1][b - 1][self._j]
        return np.asarray(self.sum(a, b) / np.maximum(lengths, 1e-6))

    def margin(self, a: int, b: int) -> np.ndarray:
        """Cosine less the mean background of both sides."""
        left = run_sum(self._channel.source_background, a)[self._i] / a
        right = run_sum(self._channel.target_background, b)[self._j] / b
        return np.asarray(self.cosine(a, b) - (left + right) / 2)

    def gain(self, a: int, b: int) -> np.ndarray:
        """What the weakest outer sentence of a merged bead adds to the cosine."""
        less = []
        if a > 1:
            part = self.cosine(a - 1, b)
            less += [part, part[self._grid.back(1, 0)]]
        if b > 1:
            part = self.cosine(a, b - 1)
            less += [part, part[self._grid.back(0, 1)]]
        return np.asarray(self.cosine(a, b) - np.maximum.reduce(less))


class Covering:
    """Coverage of runs by runs, by end node."""

    def __init__(self, grid: Grid, coverage: Coverage) -> None:
        """Keep what all types of beads share."""
        self._grid, self._coverage = grid, coverage
        self._mass = [
            [np.maximum(run_sum(mass, count + 1), 1e-3) for count in range(LONGEST)]
            for mass in (coverage.source_mass, coverage.target_mass)
        ]
        self._usual = [max(float(mass.mean()), 1e-3) for mass in (coverage.source_mass, coverage.target_mass)]
        self._sides: dict[tuple[int, int], tuple[np.ndarray, np.ndarray]] = {}

    def sides(self, a: int, b: int) -> tuple[np.ndarray, np.ndarray]:
        """Covered share of the source run and of the target run."""
        if (a, b) not in self._sides:
            grid, known = self._grid, self._coverage
            left = sum(known.source[b - 1][grid.back(p, 0)] for p in range(a))
            right = sum(known.target[a - 1][grid.back(0, q)] for q in range(b))
            self._sides[a, b] = (
                np.asarray(left / self._mass[0][a - 1][grid.last_source]),
                np.asarray(right / self._mass[1][b - 1][grid.last_target]),
            )
        return self._sides[a, b]

    def straddle(self, a: int, b: int) -> np.ndarray:
        """What a bead of several sentences on both sides finds beyond its best cut in two, in usual sentences."""
        cuts = [
            self._content(k, m)[self._grid.back(a - k, b - m)] + self._content(a - k, b - m)
            for k in range(1, a)
            for m in range(1, b)
        ]
        return np.asarray(self._content(a, b) - np.maximum.reduce(cuts))

    def _content(self, a: int, b: int) -> np.ndarray:
        """Covered content of both sides, in usual sentences."""
        left, right = self.sides(a, b)
        left = left * self._mass[0][a - 1][self._grid.last_source] / self._usual[0]
        return np.asarray(left + right * self._mass[1][b - 1][self._grid.last_target] / self._usual[1]) / 2

    def gain(self, a: int, b: int) -> np.ndarray:
        """What the weakest outer sentence of a merged bead adds to the coverage of the other side."""
        left, right = self.sides(a, b)
        gains = []
        if a > 1:
            less = self.sides(a - 1, b)[1]
            gains += [right - less, right - less[self._grid.back(1, 0)]]
        if b > 1:
            less = self.sides(a, b - 1)[0]
            gains += [left - less, left - less[self._grid.back(0, 1)]]
        return np.asarray(np.minimum.reduce(gains))


class Features:
    """Features of all beads of one document."""

    def __init__(self, document: Document, usual: Scale | None = None) -> None:
        """Measure the document; ``usual`` is given where it is a part of a larger one."""
        self._document, self.grid = document, document.grid
        self._meaning = Similarity(self.grid, document.meaning)
        self._cognates = Similarity(self.grid, document.cognates)
        self._anchors = Similarity(self.grid, document.anchors)
        self._covering = Covering(self.grid, document.coverage) if document.coverage else None
        self._quotation, self._cut = -document.borders.unequal(self.grid), -document.borders.cut(self.grid)
        self._masses = [self._known_mass(side) for side in (0, 1)]
        self.scale = usual or self._measure()

    def _measure(self) -> Scale:
        grid, pairs = self.grid, self._document.likely
        likely = grid.node(pairs[:, 0] + 1, pairs[:, 1] + 1)
        likely = likely[likely < grid.size]
        others = grid.inside & (grid.i > 0) & (grid.j > 0)
        others[likely] = False
        margin = self._meaning.margin(1, 1)
        values = margin[likely], self._covered(1, 1)[0][likely], self._meaning.cosine(1, 1)[likely]
        return scale(values, margin[others])

    def _covered(self, a: int, b: int) -> tuple[np.ndarray, np.ndarray]:
        """Mean and lesser coverage of both sides."""
        if self._covering is None:
            none = np.zeros(self.grid.size + 1, dtype=np.float32)
            return none, none
        left, right = self._covering.sides(a, b)
        return (left + right) / 2, np.minimum(left, right)

    def match(self, a: int, b: int) -> np.ndarray:
        """Features :data:`MATCH` of beads of one type: float32 of shape (features, nodes)."""
        trust, unknown, mass = self.scale.trust, self.unknown, self._mass(a, b)
        mean, least = (share * mass / self.scale.coverage for share in self._covered(a, b))
        anchors, anchors_shared = self._anchored(a, b)
        cognates, length = self._cognates.margin(a, b) * mass, self._length(a, b)
        end, inside = self._paragraphs(a, b)
        found: dict[str, np.ndarray | float] = {
            "meaning": self._meaning.margin(a, b) * mass * trust / self.scale.margin,
            "cosine": self._meaning.cosine(a, b) * mass / self.scale.cosine,
            "coverage": mean * trust,
            "coverage_least": least,
            "coverage_least_trusted": least * trust,
            "mass": mass,
            "mass_trusted": mass * trust,
            **self._gains(a, b),
            "marks": self._document.marks.agreement(self.grid, a, b),
            "quotation": self._quotation,
            "cut": self._cut,
            "cognates": cognates,
            "cognates_unknown": cognates * unknown,
            "anchors": anchors,
            "anchors_shared": anchors_shared,
            "anchors_unknown": anchors_shared * unknown,
            "length": length,
            "length_unknown": length * unknown,
            "merged": -float(a + b > 2),
            "merge": -float(a + b - 2),
            "merge_trusted": -float(a + b - 2) * trust,
            "merge_both": -float(min(a, b) > 1),
            "twins": -float((a, b) == (2, 2)),
            "triple": -float(sorted((a, b)) == [1, 3]),
            "five": -float(sorted((a, b)) == [2, 3]),
            "crossed": self._crossed() if (a, b) == (2, 2) else 0.0,
            "paragraph": end,
            "paragraph_inside": inside,
        }
        rows = np.zeros((len(MATCH), self.grid.size + 1), dtype=np.float32)
        for row, name in zip(rows, MATCH, strict=True):
            row[:] = found.get(name, 0.0)
        return rows

    def _gains(self, a: int, b: int) -> dict[str, np.ndarray]:
        """What holds a merged bead together."""
        if a + b == 2:
            return {}
        trust = self.scale.trust
        found = {"meaning_gain": self._meaning.gain(a, b) * trust / self.scale.margin}
        if self._covering is not None:
            gain = self._covering.gain(a, b) / self.scale.coverage
            found |= {"coverage_gain": gain, "coverage_gain_trusted": gain * trust}
            if min(a, b) > 1:
                found["straddle"] = self._covering.straddle(a, b) * trust / self.scale.coverage
        return found

    def null(self, side: int) -> np.ndarray:
        """Features :data:`NULL` of empty beads by sentence of a side (0 source, 1 target), without the constants."""
        document, trust = self._document, self.scale.trust
        mass = self._masses[side]
        coverage, mutual_coverage = self._best_coverage(side)
        mutual = np.zeros(len(mass))
        mutual[document.likely[:, side]] = 1
        cognates = document.cognates
        best = (
            cognates.source_best - cognates.source_background,
            cognates.target_best - cognates.target_background,
        )[side]
        noise = np.full(len(mass), self.scale.noise)
        coverage = coverage / self.scale.coverage
        evidence = (mass, mass * trust, coverage, coverage * trust, mutual, mutual_coverage, best)
        values = (*evidence, noise, np.log(noise), *self._unknown(side))
        return -np.stack(values).astype(np.float32)

    @property
    def unknown(self) -> float:
        """Share of the version that the encoder knows less of which it doesn't know."""
        return max(float(self._unknown(side)[0].mean()) for side in (0, 1))

    def _unknown(self, side: int) -> tuple[np.ndarray, np.ndarray]:
        """Unknown share of each sentence of a side, and that of the other version."""
        coverage = self._document.coverage
        if coverage is None:
            none = np.zeros((self.grid.rows, self.grid.columns)[side])
            return none, none
        here, there = (coverage.source_known, coverage.target_known)[:: 1 if side == 0 else -1]
        return 1 - here, np.full(len(here), 1 - there.mean())

    def _best_coverage(self, side: int) -> tuple[np.ndarray, np.ndarray]:
        """Each sentence's best mean coverage, and whether its partner there finds no better one."""
        grid = self.grid
        counts = grid.rows, grid.columns
        nodes = np.flatnonzero(grid.inside & (grid.i > 0) & (grid.j > 0))
        value = self._covered(1, 1)[0][nodes].astype(np.float64)
        positions = grid.i[nodes] - 1, grid.j[nodes] - 1
        best = [np.full(count, -1.0) for count in counts]
        for found, position in zip(best, positions, strict=True):
            np.maximum.at(found, position, value)
        chosen = (value == best[0][positions[0]]) & (value == best[1][positions[1]]) & (value > 0)
        mutual = np.zeros(counts[side])
        mutual[positions[side][chosen]] = 1
        return best[side], mutual

    def _mass(self, a: int, b: int) -> np.ndarray:
        left = run_sum(self._masses[0], a)[self.grid.last_source]
        return np.asarray((left + run_sum(self._masses[1], b)[self.grid.last_target]) / 2)

    def _known_mass(self, side: int) -> np.ndarray:
        """How much evidence a sentence can give: only its known words can, and only to known words."""
        here, there = self._unknown(side)
        known = self._document.lengths
        return np.asarray((known.source_mass, known.target_mass)[side] * (1 - here) * (1 - there))

    def _anchored(self, a: int, b: int) -> tuple[np.ndarray, np.ndarray]:
        """Weight of the anchors that one side lacks, negative, and of those in common; both bounded."""
        shared = self._anchors.sum(a, b)
        lacking = self._anchors.squares(a, b) - 2 * shared
        return -np.clip(lacking, 0, 12) / 6, np.minimum(shared, 6) / 3

    def _length(self, a: int, b: int) -> np.ndarray:
        known = self._document.lengths
        left, right = run_sum(known.source, a)[self.grid.last_source], run_sum(known.target, b)[self.grid.last_target]
        variance = known.spread**2 + 4.0 / np.maximum(np.minimum(left, right), 1.0)
        return np.asarray(-np.minimum(np.abs(np.log((left + 1) / (right + 1))) / np.sqrt(variance), 3.0))

    def _crossed(self) -> np.ndarray:
        back, single = self.grid.back, self._meaning.margin(1, 1) / self.scale.margin
        crossing = np.minimum(single[back(1, 0)], single[back(0, 1)])
        return np.asarray(np.maximum(crossing - np.maximum(single, single[back(1, 1)]), 0))

    def _paragraphs(self, a: int, b: int) -> tuple[np.ndarray, np.ndarray]:
        left, right = self._document.source_breaks, self._document.target_breaks
        i, j = self.grid.last_source, self.grid.last_target
        end = np.abs(left[i] - right[j])
        inside = run_sum(left, a)[i] - left[i] + run_sum(right, b)[j] - right[j]
        return -end, -inside


def run_sum(values: np.ndarray, count: int) -> np.ndarray:
    """Sums of the ``count`` values that end with each value; of fewer at the beginning."""
    total = np.concatenate([np.zeros(count), np.cumsum(values)])
    return np.asarray(total[count:] - total[:-count], dtype=np.float32)
