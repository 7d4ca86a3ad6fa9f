"""What is usual in this pair of versions, so that evidence means the same in every language and genre.

News in two languages that the encoder knows well gives true pairs a margin of .3 and leaves wrong ones within .1; a
novel gives .1 and .1. Everything is therefore divided by what the *likely pairs*, sentences that are each other's
nearest neighbours, typically have; and the *noise*, how far all other pairs scatter in these units, says how much such
evidence is worth here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import median

import numpy as np

from checker.model import Version

USUAL_NOISE = 0.4
"""Median noise of the news articles in the development sets; textberg has .6, the novels .9."""
PRIOR_MARGIN = PRIOR_COVERAGE = 0.3
PRIOR_COSINE = 0.5
"""Medians over the development sets, mixed in with the weight of PRIOR_PAIRS pairs, since few sentences say little."""
PRIOR_PAIRS = 5
PRIOR_REST = 20


@dataclass(frozen=True)
class Scale:
    """Medians over the likely pairs, and the scatter of the other pairs' margins in units of the median margin."""

    margin: float
    coverage: float
    cosine: float
    noise: float

    @property
    def trust(self) -> float:
        """1 in usual news, less where likely pairs stand out less."""
        return USUAL_NOISE / self.noise


@dataclass(frozen=True)
class Lengths:
    """Characters of each sentence, both sides brought to one scale, and how much the log ratio varies.

    ``source_mass`` and ``target_mass`` say how much evidence a sentence can give: the root of its length over the
    side's mean, between 0.2 and 2.
    """

    source: np.ndarray
    target: np.ndarray
    spread: float
    source_mass: np.ndarray
    target_mass: np.ndarray


def scale(likely: tuple[np.ndarray, np.ndarray, np.ndarray], rest: np.ndarray) -> Scale:
    """From margins, coverages and cosines of the likely pairs and the margins of all others."""
    margin, coverage, cosine = (
        max(_towards(values, prior), 0.08)
        for values, prior in zip(likely, (PRIOR_MARGIN, PRIOR_COVERAGE, PRIOR_COSINE), strict=True)
    )
    scatter = float(rest.std()) / margin if len(rest) else 0.0
    noise = (scatter * len(rest) + USUAL_NOISE * PRIOR_REST) / (len(rest) + PRIOR_REST)
    return Scale(margin, coverage, cosine, min(max(noise, 0.2), 1.5))


def _towards(values: np.ndarray, prior: float) -> float:
    """The median, drawn towards the prior where there are few values.

    Not numpy's: it imports the masked arrays, a tenth of the time of an article.
    """
    if not len(values):
        return prior
    middle: float = median(values.tolist())
    return (middle * len(values) + prior * PRIOR_PAIRS) / (len(values) + PRIOR_PAIRS)


def lengths(source: Version, target: Version, pairs: np.ndarray) -> Lengths:
    """Measure the usual ratio of lengths on the likely pairs, with ten imagined ones at the overall ratio."""
    left, right = (np.array([len(s.text) + 1.0 for s in version.sentences]) for version in (source, target))
    ratios = np.log(left[pairs[:, 0]] / right[pairs[:, 1]])
    centre = median([*ratios.tolist(), *[math.log(left.sum() / right.sum())] * 10])
    spread = median(np.abs(ratios - centre).tolist()) if len(ratios) >= 5 else 0.2
    return Lengths(
        left * np.exp(-centre / 2),
        right * np.exp(centre / 2),
        # 1.5 median deviations make about one standard deviation
        min(max(1.5 * spread, 0.15), 0.6),
        _mass(left),
        _mass(right),
    )


def _mass(size: np.ndarray) -> np.ndarray:
    return np.asarray(np.clip(np.sqrt(size / size.mean()), 0.2, 2.0))


def breaks(source: Version, target: Version) -> tuple[np.ndarray, np.ndarray]:
    """1 for sentences that end a paragraph; all 0 where one version has no paragraphs to compare."""
    ends = [np.array([s.paragraph for s in version.sentences], dtype=np.int64) for version in (source, target)]
    left, right = (np.append(np.diff(numbers) != 0, False).astype(np.float32) for numbers in ends)
    known = all(0 < side[:-1].mean() < 1 if len(side) > 1 else False for side in (left, right))
    return left * known, right * known
