"""Fit the probability that a stretch of a bead has no counterpart ("clause" in checker/checks/calibration.json).

    python -m training.calibrate_clauses

Negatives are aligned beads of faithful versions (the drift benchmark's development articles and the corpora of
:mod:`benchmarks.wide`) and two neighbours together; positives the same with one of two sentences, or a clause between
commas, taken from one side. To be run again whenever the embedded model changes; prints how many of either are found.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import regex as re

from benchmarks import drift, wide
from checker import embed
from checker.checks import clauses
from checker.checks.agreement import Agreement, agreement
from checker.checks.context import Pair
from checker.checks.lexical import Tokens, tokens
from checker.model import Article, Bead, Sentence
from checker.pipeline import _align, prepare
from training.calibrate_meaning import OUTPUT, RIDGE, ROUNDS

LEAST, MOST = 20.0, 0.6
"""Letters of a clause that is taken away at least, and share of its sentence at most."""
_PAUSE = re.compile(r"[,;:、，；：]\s*|\s[–—-]\s")


class Sample(NamedTuple):
    """What the regression sees, whether something was taken away, and how the sample was made."""

    values: tuple[float, ...]
    label: bool
    kind: str


class Half(NamedTuple):
    """One side of a bead: its words and its length in letters."""

    words: Tokens
    size: float


def main() -> None:
    """Fit on everything and write the weights."""
    chance = random.Random(0)
    rows = [sample for pair in pairs() for sample in samples(pair, chance)]
    seen = [row for row in rows if row.values]
    fitted = fit(np.array([row.values for row in seen]), np.array([row.label for row in seen], dtype=float))
    weights = json.loads(OUTPUT.read_text(encoding="utf-8"))
    weights["clause"] = [round(float(weight), 3) for weight in fitted]
    OUTPUT.write_text(json.dumps(weights) + "\n", encoding="utf-8")
    for limit in (0.9, 0.95, 0.98, 0.99, 0.995):
        print(limit, ", ".join(f"{kind} {share:.2%}" for kind, share in shares(rows, fitted, limit)))


def pairs() -> Iterator[Pair]:
    """Every faithful pair, aligned."""
    encoder = embed.load()
    for doc in drift.documents():
        folder, languages = drift.articles_folder() / doc, doc.split(".")[0].split("-")
        articles = [
            Article(language, (folder / f"{kind}.{language}.txt").read_text(encoding="utf-8"), kind)
            for kind, language in zip(("src", "clean"), languages, strict=True)
        ]
        yield _align(prepare(articles[0]), prepare(articles[1]), encoder)[1]
    for block in wide.blocks(wide.DIRECTIONS, 6):
        texts = [
            wide.text(rows, code) for rows, code in zip((block.source, block.target), block.languages, strict=True)
        ]
        articles = [Article(code, text, "") for code, text in zip(block.languages, texts, strict=True)]
        yield _align(prepare(articles[0]), prepare(articles[1]), encoder)[1]


def samples(pair: Pair, chance: random.Random) -> Iterator[Sample]:
    """The samples of a pair, seen from both sides; none where the model does not know the languages."""
    measure = agreement(pair)
    if not measure.yardstick.usable:
        return
    usual = clauses.usual_surplus(pair)
    beads = [bead for bead in pair.beads if bead.source and bead.target and bead.score >= clauses.SCORE]
    for bead, following in pairwise((*beads, Bead((), ()))):
        follows = bool(following.source) and following.source[0] == bead.source[-1] + 1
        for side in (0, 1):
            here, there = (pair.sentences(bead)[i] for i in (side, 1 - side))
            surplus = usual if side == 0 else -usual
            own, other = half(pair, here), half(pair, there)
            yield sample(own, other, surplus, measure, "one bead")
            if shorter := without_clause(other, there, chance):
                yield sample(own, shorter, surplus, measure, "lost clause")
            if follows:
                more, rest = (pair.sentences(following)[i] for i in (side, 1 - side))
                both = half(pair, here + more)
                yield sample(both, half(pair, there + rest), surplus, measure, "two beads")
                yield sample(both, other, surplus, measure, "lost sentence")


def half(pair: Pair, sentences: tuple[Sentence, ...]) -> Half:
    """Some sentences of one side."""
    return Half(tokens(pair, sentences), clauses.size(sentences))


def sample(own: Half, other: Half, usual: float, measure: Agreement, kind: str) -> Sample:
    """A sample; without values where the check would not look at it."""
    surplus = np.log((own.size + clauses.PAUSE) / (other.size + clauses.PAUSE)) - usual
    found = None
    if surplus >= clauses.LONGER:
        found = clauses.weigh(own.words, other.words, (own.size, other.size), usual, measure)
    return Sample(found[1] if found else (), kind.startswith("lost"), kind)


def without_clause(side: Half, sentences: tuple[Sentence, ...], chance: random.Random) -> Half | None:
    """A side without one clause of its only sentence."""
    if len(sentences) != 1:
        return None
    (sentence,) = sentences
    edges = [0, *(match.end() for match in _PAUSE.finditer(sentence.text)), len(sentence.text)]
    parts = [
        (start, end)
        for start, end in pairwise(edges)
        if LEAST <= clauses.extent(sentence.text[start:end]) <= MOST * side.size
    ]
    if not parts:
        return None
    start, end = chance.choice(parts)
    gone = range(sentence.start + start, sentence.start + end)
    kept = [i for i, span in enumerate(side.words.spans) if span.start not in gone]
    words = Tokens(tuple(side.words.spans[i] for i in kept), side.words.vectors[kept], side.words.weights[kept])
    return Half(words, side.size - clauses.extent(sentence.text[start:end]))


def fit(values: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method, on standardised features, in their own units again."""
    mean, spread = values.mean(axis=0), values.std(axis=0)
    mean[0], spread[0] = 0.0, 1.0
    spread[spread == 0] = 1.0
    scaled = (values - mean) / spread
    fitted = np.zeros(values.shape[1])
    for _ in range(ROUNDS):
        expected = 1 / (1 + np.exp(-np.clip(scaled @ fitted, -30, 30)))
        gradient = scaled.T @ (labels - expected) - RIDGE * fitted
        curvature = (scaled * (expected * (1 - expected))[:, None]).T @ scaled
        fitted = fitted + np.linalg.solve(curvature + RIDGE * np.eye(len(fitted)), gradient)
    weights: np.ndarray = fitted / spread
    weights[0] = fitted[0] - (weights[1:] * mean[1:]).sum()
    return weights


def shares(rows: list[Sample], weights: np.ndarray, limit: float) -> Iterator[tuple[str, float]]:
    """For each kind of sample the share that is at least so probable."""
    for kind in dict.fromkeys(row.kind for row in rows):
        answers = [
            row.values and 1 / (1 + np.exp(-np.dot(weights, row.values))) >= limit for row in rows if row.kind == kind
        ]
        yield kind, sum(map(bool, answers)) / len(answers)


if __name__ == "__main__":
    main()
