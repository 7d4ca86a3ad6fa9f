"""Fit the probability that two passages say the same (checker/checks/calibration.json).

    python -m training.calibrate_meaning ../shared/benchmarks/drift/articles-dev

Positives are aligned sentences and single quotations of faithful versions, negatives the same shuffled within an
article. To be
run again whenever the embedded model changes; prints how many of either stay below some probabilities.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from checker import embed
from checker.checks.agreement import Agreement, agreement, features
from checker.checks.context import Pair
from checker.facts import quotes
from checker.model import Article, Bead, Sentence, Version

OUTPUT = Path(__file__).parents[1] / "checker" / "checks" / "calibration.json"
QUOTE_WEIGHT = 3.0
"""How much more a quotation counts than a sentence: there are fewer, and they are shorter."""
ROUNDS, RIDGE = 60, 1e-3


def main(folder: Path) -> None:
    """Fit on every article of the folder and write the weights."""
    encoder = embed.load()
    chance = random.Random(0)
    rows = [row for article in sorted(folder.glob("*/truth.json")) for row in samples(article, encoder, chance)]
    values, labels, counts = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    fitted = fit(values, labels, counts)
    weights = json.loads(OUTPUT.read_text(encoding="utf-8"))
    weights["agreement"] = [round(float(weight), 3) for weight in fitted]
    OUTPUT.write_text(json.dumps(weights) + "\n", encoding="utf-8")
    probabilities = 1 / (1 + np.exp(-values @ fitted))
    for limit in (0.01, 0.05, 0.1, 0.2):
        true, false = (float((probabilities[labels == label] < limit).mean()) for label in (1, 0))
        print(f"below {limit}: {true:.3%} of the true pairs, {false:.1%} of the shuffled ones")


def fit(values: np.ndarray, labels: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method."""
    fitted = np.zeros(values.shape[1])
    for _ in range(ROUNDS):
        expected = 1 / (1 + np.exp(-values @ fitted))
        gradient = values.T @ (weights * (labels - expected)) - RIDGE * fitted
        curvature = (values * (weights * expected * (1 - expected))[:, None]).T @ values
        fitted = fitted + np.linalg.solve(curvature + RIDGE * np.eye(len(fitted)), gradient)
    return fitted


def samples(path: Path, encoder: embed.Encoder, chance: random.Random) -> Iterator[tuple[list[float], bool, float]]:
    """Features, label and weight of an article's pairs; nothing where the model does not know the languages."""
    pair = load(path, encoder)
    measure = agreement(pair)
    if not measure.yardstick.usable:
        return
    sentences = [(s.text, t.text) for s, t in zip(pair.source.sentences, pair.target.sentences, strict=True)]
    quoted = [
        (source[0].text, target[0].text)
        for source, target in zip(pair.source.facts, pair.target.facts, strict=True)
        if len(source) == len(target) == 1
    ]
    yield from _crossed(sentences, encoder, measure, chance, 1.0)
    yield from _crossed(quoted, encoder, measure, chance, QUOTE_WEIGHT)


def _crossed(
    pairs: list[tuple[str, str]], encoder: embed.Encoder, measure: Agreement, chance: random.Random, weight: float
) -> Iterator[tuple[list[float], bool, float]]:
    if not pairs:
        return
    source, target = (encoder.encode([row[side] for row in pairs]) for side in (0, 1))
    for i, (text, _) in enumerate(pairs):
        for j in {i, (i + 1) % len(pairs), chance.randrange(len(pairs))}:
            relative = measure.yardstick.relative(float(source[i] @ target[j]))
            yield list(features(relative, len(text), len(pairs[j][1]), measure.ratio)), i == j, weight


def load(path: Path, encoder: embed.Encoder) -> Pair:
    """A faithful pair of the benchmark with its true alignment."""
    truth = json.loads(path.read_text(encoding="utf-8"))
    versions = []
    for kind, language in (("src", truth["lang_src"]), ("clean", truth["lang_tgt"])):
        text = (path.parent / f"{kind}.{language}.txt").read_text(encoding="utf-8")
        sentences = tuple(Sentence(start, end, text[start:end]) for start, end in truth["segments"][kind])
        article = Article(language, text, kind)
        versions.append(Version(article, sentences, quotes.extract(article, sentences)))
    source, target = versions
    beads = tuple(Bead((i,), (i,)) for i in range(len(source.sentences)))
    vectors = [encoder.encode([sentence.text for sentence in version.sentences]) for version in versions]
    return Pair(source, target, beads, vectors[0], vectors[1], encoder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
