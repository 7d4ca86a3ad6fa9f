"""Hindi in Urdu letters."""

from __future__ import annotations

import pytest

pytest.importorskip("torch")

from training.corpora import Row
from training.normalise import normalise
from training.urdu import from_hindi, hindi_key, transcriber, urdu_key

WORDS = ("کتاب", "پانی", "پینا", "نہیں", "لڑکا", "ہے", "ہی", "پھول", "پل", "کمرہ", "بچوں")
FREQUENCIES = {normalise(word): 1 / (n + 1) for n, word in enumerate(WORDS)}


@pytest.mark.parametrize(
    ("hindi", "urdu"), [("किताब", "کتاب"), ("पानी", "پانی"), ("नहीं", "نہیں"), ("लड़का", "لڑکا"), ("बच्चों", "بچوں")]
)
def test_spellings_of_one_word_have_one_key(hindi: str, urdu: str) -> None:
    assert hindi_key(normalise(hindi)) == urdu_key(normalise(urdu))


@pytest.mark.parametrize(("hindi", "urdu"), [("है", "ہے"), ("ही", "ہی"), ("फूल", "پھول"), ("कमरा", "کمرہ")])
def test_final_vowels_and_aspirates_tell_words_apart(hindi: str, urdu: str) -> None:
    assert transcriber(FREQUENCIES)(normalise(hindi)) == normalise(urdu)


def test_rows_with_too_few_known_words_are_left_out() -> None:
    transcribe = transcriber(FREQUENCIES)
    known = Row("hi", "en", "किताब पानी नहीं", "book water not")
    strange = Row("hi", "en", "झटपट खटपट चटपट", "x")
    assert [row.text1 for row in from_hindi([known, strange], transcribe)] == [normalise("کتاب پانی نہیں")]
