"""The words of a version: each kept once, wherever it stands."""

from __future__ import annotations

import numpy as np

from checker import embed
from checker.align.side import side
from checker.align.words import words
from checker.embed import knows_words
from tests.align.versions import version

TEXTS = (
    "The ferry to the island was late, and the captain of the ferry said so.",
    "«The ferry»\u00a0was late.",
    "— … 12,5 % —",
    "",
    "渡轮晚点了，船长这样说。 渡轮晚点了。",
    "…",
)


def test_every_sentence_has_the_words_that_the_encoder_finds_in_it() -> None:
    encoder = embed.load()
    assert knows_words(encoder)
    found = words(encoder, TEXTS)
    vectors, weights = found.in_order()
    for i, text in enumerate(TEXTS):
        tokens, here = encoder.tokens(text), slice(found.starts[i], found.starts[i + 1])
        if tokens.spans:
            assert np.array_equal(vectors[here], tokens.vectors)
            assert (weights[here] <= tokens.weights).all()
        else:  # a word that resembles nothing
            assert not vectors[here].any()
            assert len(weights[here]) == 1
            assert not weights[here].any()
    assert len(found.vectors) < len(vectors)


def test_a_word_of_many_sentences_counts_less() -> None:
    encoder = embed.load()
    assert knows_words(encoder)
    _, weights = words(encoder, ["harbour", "harbour bridge", "harbour"]).in_order()
    alone = encoder.tokens("harbour bridge").weights
    assert weights[1] / alone[0] < weights[2] / alone[1] == 1


def test_a_version_without_sentences_has_no_words() -> None:
    empty = side(version(()), embed.load())
    assert empty.encoded.words is None
    assert len(empty.encoded.vectors) == 0
