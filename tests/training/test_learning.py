"""The whole way from a corpora folder to a packaged model, in miniature."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("sklearn")

from benchmarks.retrieval import precision
from tests.training.conftest import sentences
from training import package, prepare, quantise
from training.batches import Mix, dropout
from training.contrastive import Settings, train
from training.encode import encode
from training.sources import Source

SOURCES = (Source("tatoeba", "sentences", 8, "us", "ours"), Source("words", "lexicon", 2, "us", "ours"))
RECIPE = prepare.Recipe(
    words=300, pieces=120, floor=60, listed_share=0, samples=400, dimensions=24, proxy_sentences=0, thin=0
)
SETTINGS = Settings(steps=150, rate=0.02, warm_up=10, threads=1, mix=Mix(size=64))


@pytest.fixture(scope="module")
def ready(toy_corpora: Path) -> prepare.Prepared:
    return prepare.prepare(toy_corpora, SOURCES, RECIPE, None, lambda line: None)


def trained(ready: prepare.Prepared, settings: Settings = SETTINGS) -> np.ndarray:
    noise = dropout(ready.splits, len(ready.vocabulary), settings.token_dropout, settings.split)
    made = train(
        ready.start, ready.encoded, ready.langs, ready.pairs, SOURCES, noise, settings, report=lambda line: None
    )
    return made.summed()


@pytest.fixture(scope="module")
def vectors(ready: prepare.Prepared) -> np.ndarray:
    return trained(ready)


def score(ready: prepare.Prepared, table: np.ndarray, one: int, two: int) -> float:
    """Retrieval of sentences that training never saw, between two columns of the toy corpus."""
    rows = sentences(120, seed=99)
    return precision(*(means(ready, table, [row[column] for row in rows]) for column in (one, two)))["cosine"]


def means(ready: prepare.Prepared, table: np.ndarray, texts: list[str]) -> np.ndarray:
    encoded = encode(ready.tokenizer, texts)
    sums = np.array([table[encoded.tokens(i)].mean(0) for i in range(len(texts))])
    return sums / np.linalg.norm(sums, axis=1, keepdims=True)


def test_a_toy_model_learns_to_find_translations_it_never_saw(ready: prepare.Prepared, vectors: np.ndarray) -> None:
    before = score(ready, ready.start.summed(), 1, 0)
    after = score(ready, vectors, 1, 0)
    assert after >= 95
    assert after > before + 10


def test_pairs_without_english_are_learned_through_english(ready: prepare.Prepared, vectors: np.ndarray) -> None:
    assert score(ready, vectors, 1, 2) >= 90


def test_training_again_gives_the_same_vectors(ready: prepare.Prepared) -> None:
    short = dataclasses.replace(SETTINGS, steps=20)
    np.testing.assert_allclose(trained(ready, short), trained(ready, short), atol=1e-5)


def test_the_lexicon_gives_translations_the_same_first_vector(ready: prepare.Prepared) -> None:
    number = {token: i for i, (token, _) in enumerate(ready.vocabulary)}
    one, two, other = (ready.start.own[number[f"\u2581{word}"]] for word in ("house", "haus", "guerra"))
    assert cosine(one, two) > 0.9
    assert cosine(one, other) < 0.6


def cosine(one: np.ndarray, two: np.ndarray) -> float:
    return float(one @ two / np.linalg.norm(one) / np.linalg.norm(two))


def test_the_packaged_folder_gives_the_same_vectors_in_model2vec(
    ready: prepare.Prepared, vectors: np.ndarray, tmp_path: Path
) -> None:
    model2vec = pytest.importorskip("model2vec")
    vectors = vectors.copy()
    vectors[:2] = 0
    package.write(tmp_path, ready.tokenizer, *quantise.quantise(vectors))
    texts = ["Brücke Fluss Kind", "El niño olvida la carta.", "unbekanntes 2024!"]
    loaded = model2vec.StaticModel.from_pretrained(tmp_path).encode(texts)
    np.testing.assert_allclose(loaded, means(ready, vectors, texts), atol=0.02)
