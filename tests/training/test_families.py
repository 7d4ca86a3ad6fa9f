"""Marks that the forms of a word share, and vectors put together from them."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")

from training.contrastive import Vectors
from training.families import families, marks

START = "\u2581"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("talossa", "talosta"),  # Finnish: in the house, out of the house
        ("والكتاب", "الكتاب"),  # Arabic: and the book, the book
        ("הבית", "בבית"),  # Hebrew: the house, in a house
        ("학교에서", "학교는"),  # Korean: at school, school (topic)
        ("வீட்டில்", "வீட்டுக்கு"),  # Tamil: in the house, to the house
        ("време", "vreme"),  # Serbian in both alphabets
    ],
)
def test_the_forms_of_a_word_share_a_mark(one: str, two: str) -> None:
    assert marks(START + one) & marks(START + two)


@pytest.mark.parametrize("token", [START + ",", START + "1987", START, "ing"])
def test_punctuation_numbers_and_inner_pieces_have_no_marks(token: str) -> None:
    assert not marks(token)


def test_a_mark_of_one_token_alone_is_left_out() -> None:
    found, count = families([START + "garden", START + "gardens", START + "bridge", ","])
    assert len(found.tokens(2)) == 0
    assert set(found.tokens(0)) == set(found.tokens(1)) == set(range(count))


def test_a_vector_is_its_own_part_and_the_mean_of_its_marks() -> None:
    related, count = families([START + "garden", START + "gardens", ","])
    shared = np.arange(count, dtype=np.float32)[:, None] * np.ones(4, np.float32)
    whole = Vectors(np.ones((3, 4), np.float32), shared, related).summed()
    np.testing.assert_allclose(whole[0], 1 + shared.mean(0))
    np.testing.assert_allclose(whole[2], 1)
