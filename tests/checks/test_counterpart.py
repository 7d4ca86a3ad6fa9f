"""Which spellings are one name: abbreviations, renderings, and names that are not."""

from __future__ import annotations

import pytest

from checker.checks.acronyms import abbreviates
from checker.checks.counterpart import alike, shortened, spelled
from checker.checks.legible import native
from checker.checks.passage import passage
from checker.facts.names import Name, extract
from checker.facts.strength import FAINT
from checker.languages import exonyms
from checker.model import Article, Sentence


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("VW", "Volkswagen"),
        ("Kernmarke VW", "Volkswagen"),
        ("CDU", "Christlich Demokratische Union"),
        ("PSG", "Paris Saint-Germain"),
        ("МВФ", "Международный валютный фонд"),
    ],
)
def test_an_abbreviation_is_its_name(short: str, long: str) -> None:
    assert abbreviates(short, long)
    assert alike(short, long)
    assert alike(long, short)


@pytest.mark.parametrize(("short", "long"), [("VW", "Wolfsburg"), ("CDU", "Cordoba"), ("Marta", "Margareta")])
def test_other_letters_or_another_order_abbreviate_nothing(short: str, long: str) -> None:
    assert not abbreviates(short, long)


def test_a_passage_holds_the_acronym_of_a_longer_name() -> None:
    assert shortened("Paris Saint-Germain", passage("He left PSG for Lisbon.", "en"))
    assert not shortened("Paris Saint-Germain", passage("He left Lisbon for Porto.", "en"))


def test_phrases_leave_out_no_name_of_the_table() -> None:
    words = ["Sie", "reiste", "von", "Großbritannien", "nach", "Neuseeland"]
    runs = set(exonyms.phrases("de", words))
    assert {"Großbritannien", "Neuseeland"} <= runs
    assert all(not exonyms.english("de", word) for word in words if word not in runs)


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("is", "Hún kaus Alþýðuflokknum í gær.", "Alþýðuflokknum"),
        ("sv", "De röstade på Framtidspartiet.", "Framtidspartiet"),
    ],
)
def test_a_compound_with_an_ordinary_head_is_hardly_a_name(language: str, text: str, word: str) -> None:
    (row,) = extract(Article(language, text, ""), (Sentence(0, len(text), text),))
    strengths = [w.strength for fact in row if isinstance(fact, Name) for w in fact.words if w.text == word]
    assert strengths == [FAINT]


@pytest.mark.parametrize(
    ("word", "language", "text", "other"),
    [
        ("Khashab", "en", "Včera promluvil Khašab.", "cs"),
        ("Shir", "en", "Promluvil s Širem.", "cs"),
        ("Širem", "cs", "He spoke to Shir.", "en"),
        ("Zhivkova", "en", "Susreli su Živkovu.", "hr"),
        ("Jiawei", "en", "Директор Цзявэй ушёл.", "ru"),
        ("Calif", "en", "Das geschah in Kalifornien.", "de"),
    ],
)
def test_letters_and_digraphs_spell_one_name(word: str, language: str, text: str, other: str) -> None:
    assert spelled(word, language, passage(text, other)) >= 0.75


def test_other_names_with_such_letters_stay_apart() -> None:
    assert spelled("Shir", "en", passage("Promluvil s Žofií.", "cs")) < 0.75
    assert spelled("Jiawei", "en", passage("Директор Соколов ушёл.", "ru")) < 0.75


def test_the_sound_of_vietnamese_letters_is_not_told_in_other_scripts() -> None:
    assert native("Trẻ", "газета Туой че", "ru")
    assert not native("Trẻ", "the newspaper Tuoi Tre", "en")
    assert not native("Marta", "газета Туой че", "ru")
