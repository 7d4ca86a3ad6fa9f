"""Names by what a language calls them: capitals for countries, words derived from them, names of ordinary words."""

import pytest

from checker.checks.counterpart import spelled
from checker.checks.exonymy import displaced, elsewhere, seat
from checker.checks.outcomes import SPELLED
from checker.checks.passage import passage
from checker.checks.translated import translatable
from checker.facts.strength import is_compound
from checker.languages import exonyms
from checker.languages.frequency import zipf


def test_a_capital_stands_for_its_country() -> None:
    own = passage("Moldova signed the deal.", "en")
    assert seat("Moldova", "en", own, passage("Chișinău hat unterschrieben.", "de"))
    assert not seat("Moldova", "en", own, passage("Kiew hat unterschrieben.", "de"))


def test_but_not_where_both_are_named() -> None:
    own = passage("Moldova signed the deal in Chisinau.", "en")
    assert not seat("Moldova", "en", own, passage("Chișinău hat unterschrieben.", "de"))


def test_another_place_in_the_stead_of_one() -> None:
    own = passage("They go to court in Luxembourg.", "en")
    assert displaced("Luxembourg", "en", own, passage("A hágai bírósághoz fordulnak.", "hu"))
    assert not displaced("Luxembourg", "en", own, passage("A luxembourgi bírósághoz fordulnak.", "hu"))


@pytest.mark.parametrize(
    ("language", "word", "name"),
    [
        ("fi", "unkarilaisen", "hungary"),
        ("sr", "Мађара", "hungary"),
        ("is", "Ungverjann", "hungary"),
        ("cs", "pekingského", "beijing"),
        ("pl", "Kiszyniowie", "chisinau"),
        ("sv", "Cypernregistrerade", "cyprus"),
        ("ta", "வியன்னாவின்", "vienna"),
        ("de", "Ostseehäfen", "baltic"),
        ("de", "Kasachstan", "kazakhstan"),
        ("pt", "Cazaquistão", "kazakhstan"),
        ("pl", "Rydze", "riga"),
    ],
)
def test_words_derived_from_names(language: str, word: str, name: str) -> None:
    assert name in exonyms.english(language, word)


def test_a_town_that_is_an_ordinary_word_is_in_no_compound() -> None:
    assert not exonyms.english("de", "Essensausgabe")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Municipal Theatre", True),
        ("nl", "Wederopbouw", True),
        ("fi", "Hopeisen", True),
        ("en", "Marchetti", False),
        ("de", "Czernowitz", False),
    ],
)
def test_names_of_ordinary_words(language: str, text: str, expected: bool) -> None:
    assert translatable(text, language) is expected


@pytest.mark.parametrize(("word", "expected"), [("impfquote", True), ("impfdosen", True), ("habeck", False)])
def test_a_noun_behind_the_stem_of_a_verb_is_made_of_known_words(word: str, expected: bool) -> None:
    assert is_compound("de", word) is expected


def test_names_that_only_begin_alike_are_others() -> None:
    assert spelled("Британија", "sr", passage("The United States left.", "en")) < SPELLED
    assert spelled("Малти", "sr", passage("公司在塞浦路斯注册。", "zh")) < SPELLED
    assert spelled("Trieste", "en", passage("Oduzeta su tri automobila.", "hr")) < SPELLED


def test_what_is_derived_from_a_name_begins_with_all_of_it() -> None:
    assert spelled("Падуанського", "uk", passage("The University of Padua said so.", "en")) >= SPELLED


def test_a_place_that_a_language_has_a_name_for_is_elsewhere() -> None:
    own = passage("It is registered in Cyprus.", "en")
    assert elsewhere("Cyprus", "en", own, passage("Регистрована је на Малти.", "sr"))
    assert not elsewhere("Cyprus", "en", own, passage("Регистрована је на Кипру.", "sr"))


@pytest.mark.parametrize("word", ["İsviçre", "Irak"])
def test_turkish_capitals_are_found_in_lists_of_small_letters(word: str) -> None:
    assert zipf("tr", word) > 0
