"""The fit of the aligner's weights: its gradient, what narrowing keeps, and that it learns from gold beads."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from benchmarks.alignment import Case
from checker.align.weights import Weights
from tests.align.versions import vectors, version

pytest.importorskip("scipy")
from training.calibrate_alignment.examples import Example, example, narrowed
from training.calibrate_alignment.field import NAMES, batch, fit, loss
from training.calibrate_alignment.tables import predict

STORY = ["the harbour council", "a strike of ferry crews", "nine days in october", "a museum of glaciers", "one ticket"]
GOLD = (((0,), (0,)), ((1, 2), (1,)), ((3,), ()), ((4,), (2,)), ((), (3,)))


class Words:
    """Vectors of words, without an encoder."""

    name = "words"

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Equal words, equal direction."""
        return vectors(version(list(texts)))


@pytest.fixture
def whole() -> Example:
    target = [
        "the harbour council",
        "a strike of ferry crews nine days in october",
        "one ticket",
        "quite another matter",
    ]
    return example(Case("own", "own", "en-de", version(STORY), version(target, "de"), GOLD), Words())


def test_the_gold_path_is_marked(whole: Example) -> None:
    assert whole.gold[:-2].sum() == 3
    assert whole.gold[-2:].sum() == 2


def test_the_gradient_is_that_of_the_loss(whole: Example) -> None:
    field = batch([whole, whole])
    weight = np.random.default_rng(1).random(len(NAMES))
    _, gradient = loss(weight, field)
    for k in range(0, len(NAMES), 3):
        step = np.zeros(len(NAMES))
        step[k] = 1e-3
        slope = (loss(weight + step, field)[0] - loss(weight - step, field)[0]) / 2e-3
        assert gradient[k] == pytest.approx(slope, abs=0.02)


def test_narrowing_keeps_the_gold_path_and_learning_finds_it(whole: Example) -> None:
    usual = Weights.of({"meaning": 2.0, "cosine": 4.0, "merge": 3.0, "open": 2.0})
    narrow = narrowed(whole, usual)
    assert narrow.nodes.lattice.size < whole.nodes.lattice.size
    assert narrow.gold.sum() == whole.gold.sum()
    found = predict(narrow, fit([narrow]))
    assert {(bead.source, bead.target) for bead in found} == set(GOLD)
