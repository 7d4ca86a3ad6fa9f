"""The single steps: normalisation, vocabulary, batches, quantisation, skeletons."""

from __future__ import annotations

import random
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("torch")
pytest.importorskip("sklearn")

from training import tokenizer
from training.batches import Mix, SourceRows, dropout
from training.corpora import Row
from training.encode import encode, token_frequencies
from training.lexicon import Lexicon, cognates, substitute
from training.normalise import normalise, normaliser, words
from training.quantise import quantise, reduce, restore
from training.scripts import serbian_cyrillic, serbian_latin, skeleton
from training.sources import Source, load_sources


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="Σ"), max_size=40))
def test_both_normalisers_agree(text: str) -> None:
    assert normaliser().normalize_str(text) == normalise(text)


@pytest.mark.parametrize(
    ("one", "two"),
    [("كِتَاب", "كتاب"), ("أحمد", "احمد"), ("کتاب", "كتاب"), ("İzmir", "izmir"), ("țară", "ţară"), ("всё", "все"),
     ("می‌رود", "میرود")],
)  # fmt: skip
def test_spellings_of_one_word_become_one(one: str, two: str) -> None:
    assert normalise(one) == normalise(two)


def test_words_are_runs_of_letters() -> None:
    assert words("L'été 2024: 5-mal, ja!") == ["l", "été", "mal", "ja"]


def test_no_language_gets_fewer_words_than_the_floor() -> None:
    quota = tokenizer.shares({"en": 1_000_000, "de": 10_000, "is": 1}, total=1000, temperature=0.3, floor=50)
    assert quota["is"] == 50
    assert quota["en"] / quota["de"] == pytest.approx(100**0.3, rel=0.02)


def test_whole_words_win_over_pieces_and_every_number_has_tokens() -> None:
    whole = tokenizer.whole_words({"en": {"harbour": 0.6, "to": 0.4}}, {"en": 2})
    pieces = {"▁": -11.0, "har": -11.0, "bour": -11.0, "s": -12.0, "▁harb": -11.0}
    made = tokenizer.from_vocabulary(tokenizer.assemble(whole, pieces, {"水"}))
    assert made.encode("harbour").tokens == ["▁harbour"]
    assert made.encode("harbours").tokens == ["▁harbour", "s"]
    assert made.encode("1987 水").tokens == ["▁1987", "▁", "水"]
    assert "[UNK]" not in made.encode("12345").tokens


def test_a_function_word_of_a_small_language_counts_as_frequent() -> None:
    made = tokenizer.from_vocabulary(tokenizer.assemble({"▁og": -6.0, "▁the": -6.0}, {}, set()))
    texts = ["the " * 90] * 9000 + ["og " * 90] * 900
    langs = np.array([0] * 9000 + [1] * 900)
    share = token_frequencies(encode(made, texts), langs, made.get_vocab_size())
    assert share[made.token_to_id("▁og")] > 0.5


def test_thin_languages_are_drawn_more_often() -> None:
    pairs = np.array([(i, 1000 + i) for i in range(1000)], np.int32)
    langs = np.array([0] * 990 + [1] * 10 + [2] * 1000)
    source, mix = Source("s", "lexicon", 1, "", ""), Mix(size=100, balance=0.5)
    rows = SourceRows(pairs, langs, source, mix, np.random.default_rng(0))
    drawn = np.concatenate([rows.draw() for _ in range(100)])
    thin = (langs[drawn] == 1).any(1).mean()
    assert 0.04 < thin < 0.08  # 1 % of the rows, repeated 6 times


def test_neighbours_of_a_document_are_drawn_together() -> None:
    pairs = np.array([(i, 1000 + i) for i in range(1000)], np.int32)
    source = Source("s", "sentences", 1, "", "", block=20)
    rows = SourceRows(pairs, np.zeros(2000, int), source, Mix(size=100, pivot=0), np.random.default_rng(0))
    one = np.sort(rows.draw().min(1))
    assert (np.diff(one) == 1).mean() > 0.9


def test_a_pair_is_exchanged_for_another_translation_of_the_same_sentence() -> None:
    pairs = np.array([(0, 9), (1, 9), (2, 8)], np.int32)
    source = Source("s", "sentences", 1, "", "")
    rows = SourceRows(pairs, np.zeros(10, int), source, Mix(size=3, pivot=1.0), np.random.default_rng(0))
    seen = {tuple(sorted(pair)) for _ in range(30) for pair in rows.draw().tolist()}
    assert (0, 1) in seen
    assert seen <= {(0, 1), (0, 9), (1, 9), (2, 8)}


def test_dropout_leaves_short_texts_alone_and_splits_words_into_their_pieces() -> None:
    made = tokenizer.from_vocabulary(tokenizer.assemble({"▁tea": -6.0}, {}, set()))
    encoded = encode(made, ["tea", "tea tea"])
    tea = made.token_to_id("▁tea")
    noise = dropout({tea: np.array([3, 4, 5], np.int32)}, made.get_vocab_size(), token=0.9, split=1.0)
    ids, starts = noise.bags(encoded, np.array([0, 1]), np.random.default_rng(0))
    assert ids.tolist() == [3, 4, 5] * 3
    assert starts.tolist() == [0, 3]
    without = dropout({}, made.get_vocab_size(), token=0, split=1.0)
    whole, _ = without.bags(encoded, np.array([1]), np.random.default_rng(0))
    assert whole.tolist() == [tea, tea]


@given(st.integers(1, 40), st.integers(2, 30), st.integers(0, 5))
def test_quantised_vectors_stay_within_half_a_step(rows: int, columns: int, seed: int) -> None:
    vectors = np.random.default_rng(seed).normal(size=(rows, columns)).astype(np.float32)
    values, scales = quantise(vectors)
    assert values.dtype == np.int8
    assert np.all(np.abs(restore(values, scales) - vectors) <= scales[:, None] * 0.501)


def test_a_row_of_zeros_survives_quantisation() -> None:
    values, scales = quantise(np.zeros((2, 3), np.float32))
    assert not restore(values, scales).any()


def test_reduction_keeps_the_angles_of_what_lies_in_few_dimensions() -> None:
    rng = np.random.default_rng(0)
    vectors = rng.normal(size=(50, 3)) @ rng.normal(size=(3, 10))
    small = reduce(vectors, 3)
    np.testing.assert_allclose(small @ small.T, vectors @ vectors.T, atol=1e-8)


@pytest.mark.parametrize(("one", "two"), [("telephone", "телефон"), ("Amerika", "America"), ("Titel", "titl")])
def test_cognates_share_a_skeleton(one: str, two: str) -> None:
    assert skeleton(one) == skeleton(two)


@given(st.text(alphabet="abvgdđežzijklmnoprstćufhcčš ", max_size=30))
def test_serbian_goes_to_cyrillic_and_back(text: str) -> None:
    assert serbian_latin(serbian_cyrillic(text)) == text


def test_a_word_without_entry_is_reached_through_a_related_language() -> None:
    lexicon = Lexicon()
    lexicon.add([Row("cs", "en", "vláda", "government")], trust=1)
    found = cognates(lexicon, {"sk": {"vláda": 1.0}, "en": {}}, limit=10)
    assert found["sk"]["vláda"] == Counter({"government": 1})


def test_substituted_sentences_hold_the_words_of_the_lexicon() -> None:
    lexicon = Lexicon()
    lexicon.add([Row("is", "en", "hús", "house"), Row("is", "en", "rauður", "red")], trust=1)
    made = list(substitute(lexicon, "is", ["Red red house.", "Nothing known in here."], 10, random.Random(0)))
    assert made == [Row("is", "en", "rauður rauður hús", "Red red house.")]


def test_every_source_states_author_and_licence() -> None:
    sources = load_sources()
    assert len({source.name for source in sources}) == len(sources)
    assert all(source.author and source.licence and source.share > 0 for source in sources)
    assert not {"news_wmt", "panl_bppt_id", "smeru_ausaid_id", "bucc2020_id"} & {source.name for source in sources}
