"""The fit of the weights for exchanged numbers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from checker import embed
from checker.checks import swap
from training.calibrate_swap import Text, counted, examples, fitted


def text(rows: np.ndarray, article: str = "a") -> Text:
    judged = np.ones(len(rows), dtype=bool)
    return Text(article, ("de", "en"), "test", rows, judged, tuple(str(number) for number in range(len(rows))))


def test_weights_follow_the_evidence_and_are_never_negative() -> None:
    chance = np.random.default_rng(0)
    rows = np.stack([chance.normal(1, 1, 200), chance.normal(-0.5, 1, 200), chance.normal(0.2, 1, 200)], axis=1)
    found = fitted([text(rows)], [np.ones(len(rows))])
    assert found[0] > found[2] > 0
    assert found[1] == 0


def test_numbers_of_many_versions_count_less_each() -> None:
    rows = np.ones((2, 3))
    weights = counted([text(rows) for _ in range(4)] + [text(rows, "b")])
    assert weights[0] == pytest.approx([0.5, 0.5])
    assert weights[-1] == pytest.approx([1.0, 1.0])


def test_versions_with_the_same_lines_are_examples(tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text("Two dogs\n\nThey have 12 dogs and 31 cats.\n", encoding="utf-8")
    (tmp_path / "de.txt").write_text("Zwei Hunde\n\nSie haben 12 Hunde und 31 Katzen.\n", encoding="utf-8")
    found = list(examples(tmp_path, embed.load()))
    assert [one.languages for one in found] == [("de", "en"), ("en", "de")]
    assert all(one.rows.shape == (1, len(swap.WEIGHTS)) and one.judged.all() for one in found)
