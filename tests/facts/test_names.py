from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.names import Name, extract
from checker.facts.romanise import fold, skeleton
from checker.facts.strength import FAINT, LIKELY
from checker.model import Article, Sentence


def names(language: str, text: str) -> list[str]:
    (row,) = extract(Article(language, text, ""), (Sentence(0, len(text), text),))
    return [fact.text for fact in row if isinstance(fact, Name) and fact.strength >= LIKELY]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Yesterday the engineer Marta Kowalczyk came to Lisbon.", ["Marta Kowalczyk", "Lisbon"]),
        ("en", "On Monday the minister said nothing.", []),
        ("de", "Gestern kam die Ingenieurin mit dem Fahrrad zur Arbeit.", []),
        ("fr", "Le maire de l’Estaque parle à Kowalczyk.", ["Estaque", "Kowalczyk"]),
        ("ru", "Вчера инженер Дзержинкова приехала в Лиссабон.", ["Дзержинкова", "Лиссабон"]),
        ("zh", "工程师马尔科·贝里尼来到法国。", ["马尔科·贝里尼", "法国"]),
    ],
)
def test_names_are_what_writing_shows(language: str, text: str, expected: list[str]) -> None:
    assert names(language, text) == expected


@pytest.mark.parametrize("spelling", ["Маск", "マスク", "马斯克", "ماسك", "मस्क", "Μασκ", "מאסק"])
def test_one_name_has_one_skeleton_in_all_scripts(spelling: str) -> None:
    assert skeleton(spelling) == skeleton("Musk")


def test_folding_keeps_letters_only() -> None:
    assert (fold("Müller-Straße"), fold("Łódź")) == ("mullerstrasse", "lodz")


@given(st.text(max_size=40))
def test_folding_gives_letters_and_digits_whatever_comes(text: str) -> None:
    assert all(c.isalnum() for c in fold(text))
    assert set(skeleton(text)) <= set("PFTKSLN")


@given(st.text(alphabet="Aab É中ヤ'’. ", max_size=60), st.sampled_from(["de", "en", "fr", "ja", "zh"]))
def test_names_slice_back_to_the_text(text: str, language: str) -> None:
    (row,) = extract(Article(language, text, ""), (Sentence(0, len(text), text),))
    assert all(text[fact.start : fact.end] == fact.text for fact in row)


def test_two_ordinary_german_nouns_side_by_side_are_no_name() -> None:
    text = "Gestern saßen im Landtag Steuerberater auf allen Bänken."
    (row,) = extract(Article("de", text, ""), (Sentence(0, len(text), text),))
    assert all(word.strength <= FAINT for fact in row if isinstance(fact, Name) for word in fact.words)


def test_a_german_sentence_of_many_nouns_is_no_headline() -> None:
    """A headline's capitals would say nothing, and neither of the rare words would be a name."""
    text = "Gestern sprach Minister Haldrun Ostwik im Hafen Vorkuln über Boote und Fracht."
    found = " ".join(names("de", text))
    assert "Ostwik" in found
    assert "Vorkuln" in found
