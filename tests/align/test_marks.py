"""Punctuation counts as far as a pair of versions keeps it, and not at all where it doesn't."""

from __future__ import annotations

import numpy as np

from checker.align.grid import whole
from checker.align.marks import MOST, Marks, marks
from tests.align.versions import version

KEPT = ["It rains.", "Who asked?", "“Nobody.”", "As follows:", "12 bells rang;"] * 8
LIKELY = np.stack([np.arange(40), np.arange(40)], axis=1)


def agreement(found: Marks, i: int, j: int, a: int = 1, b: int = 1) -> float:
    grid = whole(40, 40)
    return float(found.agreement(grid, a, b)[grid.node(np.array([i + 1]), np.array([j + 1]))[0]])


def test_marks_that_are_kept_speak_for_pairs_that_share_them() -> None:
    found = marks(version(KEPT), version(KEPT, "de"), LIKELY)
    assert agreement(found, 1, 1) > 0.5
    assert agreement(found, 1, 3) < -0.5
    assert agreement(found, 2, 0) < 0
    # the last sentence of a run says how it ends
    assert agreement(found, 6, 1, a=2) > agreement(found, 6, 0, a=2)


def test_marks_that_mean_nothing_say_nothing() -> None:
    dice = np.random.default_rng(5)
    mixed = [KEPT[k] for k in dice.permutation(40)]
    found = marks(version(KEPT), version(mixed, "de"), LIKELY)
    assert abs(agreement(found, 1, 1)) < 1.0
    few = marks(version(KEPT), version(KEPT, "de"), LIKELY[:0])
    assert abs(agreement(few, 1, 3)) < 1e-6


def test_marks_mirror_and_are_bounded() -> None:
    left, right = version(KEPT), version([*KEPT[:20], *["Nothing"] * 20], "de")
    there, back = marks(left, right, LIKELY), marks(right, left, LIKELY[:, ::-1])
    for table in ("ends", "quoted_ends", "starts"):
        np.testing.assert_allclose(getattr(there, table), getattr(back, table).T, atol=1e-6)
        assert np.abs(getattr(there, table)).max() <= MOST
