"""Fit the weights that tell two exchanged numbers (checker/checks/swap.py) on faithful versions.

    python -m training.calibrate_swap ../shared/benchmarks/drift/articles-dev

Every two numbers of a sentence and its translation that agree are an example, and with all signs turned an example of
two that changed places. The articles come with their alignment. To be run again whenever the embedded model changes;
prints the weights and, five-fold over articles, how many pairs of either kind lie above the two thresholds.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from checker import embed, facts
from checker.checks import swap
from checker.checks.context import Pair
from checker.model import Article, Sentence, Version
from training.calibrate_meaning import fit, load

FOLDS = 5


def main(folder: Path) -> None:
    """Print the weights, fitted on everything, and what weights do that were fitted on other texts."""
    encoder = embed.load()
    texts = [rows for pair in pairs(folder, encoder) if len(rows := examples(pair))]
    print(f"{sum(map(len, texts))} pairs of numbers in {len(texts)} texts")
    print("weights", np.round(fitted(texts), 2).tolist())
    folds = [(texts[i::FOLDS], [rows for j, rows in enumerate(texts) if j % FOLDS != i]) for i in range(FOLDS)]
    odds = np.concatenate([np.concatenate(held) @ fitted(rest) for held, rest in folds])
    for limit in (swap.DOUBTFUL, swap.SURE):
        print(
            f"above {limit}: {(-odds > limit).mean():.2%} of the faithful pairs, {(odds > limit).mean():.1%} exchanged"
        )


def pairs(folder: Path, encoder: embed.Encoder) -> Iterator[Pair]:
    """The faithful versions, every sentence with its translation."""
    for path in sorted(folder.glob("*/truth.json")):
        pair = load(path, encoder)
        versions = [prepare_as(version.article, version.sentences) for version in (pair.source, pair.target)]
        yield Pair(versions[0], versions[1], pair.beads, pair.source_vectors, pair.target_vectors, encoder)


def prepare_as(article: Article, sentences: tuple[Sentence, ...]) -> Version:
    """A version with its facts, cut as given."""
    return Version(article, sentences, facts.extract(article, sentences))


def examples(pair: Pair) -> np.ndarray:
    """The features of every two numbers that agree within a bead, ``(pairs, features)``."""
    groups = swap.number_groups(pair)
    vectors = swap.encoded(pair.encoder, swap.contexts(pair, [found for group in groups for found in group]))
    scored = swap.scores(pair, groups)
    same_order = len(set(swap.head_final(pair))) == 1
    rows = [
        swap.features(first, second, vectors)
        for group in groups
        for first, second in combinations(group, 2)
        if same_order and swap.comparable(first, second, scored)
    ]
    return np.array(rows).reshape(len(rows), len(swap.WEIGHTS))


def fitted(texts: Sequence[np.ndarray]) -> np.ndarray:
    """Logistic regression without a constant: each row with its opposite."""
    values = np.concatenate([*texts, *(-rows for rows in texts), np.eye(len(swap.WEIGHTS)), -np.eye(len(swap.WEIGHTS))])
    half = sum(map(len, texts))
    labels = np.array([1.0] * half + [0.0] * half + [0.5] * (2 * len(swap.WEIGHTS)))
    return fit(values, labels, np.ones(len(values)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
