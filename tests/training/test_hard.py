"""Hard negatives: near sentences share a batch, and the last rounds draw from them."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("sklearn")

from tests.training.test_learning import SETTINGS, SOURCES, ready, score
from training import build, hard
from training.encode import Encoded

__all__ = ["ready"]


def encoded(texts: list[list[int]]) -> Encoded:
    flat = np.array([token for text in texts for token in text], np.int32)
    return Encoded(flat, np.cumsum([0, *map(len, texts)]))


def test_sentences_that_are_nearly_the_same_follow_each_other() -> None:
    rng = np.random.default_rng(0)
    themes = [list(rng.integers(0, 500, 12)) for _ in range(40)]
    texts = [[*theme, int(rng.integers(0, 500))] for theme in themes for _ in range(6)]
    shuffled = rng.permutation(len(texts))
    order = hard.alike_together(shuffled, encoded(texts), rng.standard_normal((500, 32)), rng, groups=40)
    theme = shuffled[order] // 6
    assert sorted(order) == list(range(len(texts)))
    assert np.mean(theme[1:] == theme[:-1]) > 0.3  # 0.02 by chance


def test_a_text_without_tokens_has_no_vector() -> None:
    found = hard.sentence_vectors(np.array([1, 0, 2]), encoded([[], [3, 3], [5]]), np.eye(8, 4) + 1)
    assert not found[1].any()
    np.testing.assert_allclose(np.linalg.norm(found[[0, 2]], axis=1), 1, atol=1e-6)


def test_only_pairs_with_english_are_hard_and_their_share_is_as_asked(ready: build.prepare.Prepared) -> None:
    vectors = ready.start.own
    pairs, sources = hard.with_hard(ready.pairs, SOURCES, ready.encoded, ready.langs, vectors, 0.5, seed=1)
    english = build.prepare.LANGUAGES.index("en")
    assert set(ready.langs[pairs[hard.NAME][:, 1]]) == {english}
    assert len(pairs[hard.NAME]) == np.sum(ready.langs[ready.pairs["tatoeba"][:, 1]] == english)
    assert sources[-1].share == pytest.approx(sum(source.share for source in SOURCES) / 2)
    assert sources[-1].block == hard.BLOCK


def test_the_last_rounds_begin_with_the_mean_of_the_first_and_are_kept(
    ready: build.prepare.Prepared, tmp_path: Path
) -> None:
    options = build.parse(["--corpora", "x", "--out", "y", "--work", str(tmp_path)])
    rounds = (
        SETTINGS,
        dataclasses.replace(SETTINGS, steps=60, seed=1),
        *(dataclasses.replace(SETTINGS, steps=60, rate=0.006, seed=seed, hard=0.5) for seed in (2, 3)),
    )
    vectors = build.trained(options, ready, SOURCES, rounds, lambda line: None)
    ends = [np.load(tmp_path / f"round-{number}.npy") for number in (1, 2, 3, 4)]
    np.testing.assert_allclose(vectors, (ends[2] + ends[3]) / 2, atol=1e-6)
    assert score(ready, vectors, 1, 0) >= 95
