"""Names in the news are recognised in other languages, and only where they are meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.checks.counterpart import spelled
from checker.checks.passage import passage
from checker.languages import exonyms
from training.exonyms import OWN, own_names, written


@pytest.mark.parametrize(
    ("language", "name", "other", "text"),
    [
        ("en", "Tagus", "ru", "Мост через Тежу закрыт."),
        ("en", "Tagus", "he", "הגשר מעל הטז'ו נסגר."),
        ("de", "Tejo", "zh", "塔霍河上的桥已关闭。"),
        ("fr", "Tage", "hr", "Most preko Teja zatvoren je."),
        ("cs", "Ženeva", "hu", "Genfben tárgyaltak."),
        ("en", "Athenian", "uk", "Афінський суд відклав справу."),
        ("sv", "Neapel", "sk", "V Neapole pršalo."),
        ("el", "Βρυξέλλες", "fi", "Ministerit tapasivat Brysselissä."),
        ("pl", "ONZ", "nl", "De VN stuurde waarnemers."),
        ("en", "UN", "uk", "Організація Об'єднаних Націй надіслала спостерігачів."),
        ("et", "ÜRO", "is", "Sameinuðu þjóðirnar sendu fulltrúa."),
        ("ru", "Гаага", "hi", "अदालत हेग में है।"),
        ("tr", "DSÖ", "ja", "世界保健機関が警告した。"),
    ],
)
def test_a_name_is_found_by_what_the_other_language_calls_it(language: str, name: str, other: str, text: str) -> None:
    assert spelled(name, language, passage(text, other)) == 1.0


@pytest.mark.parametrize(
    ("language", "name", "other", "text"),
    [
        ("en", "Tagus", "ru", "Мост через Дунай закрыт."),
        ("pl", "ONZ", "nl", "De Wereldbank stuurde waarnemers."),
        ("cs", "Ženeva", "hu", "Bécsben tárgyaltak."),
    ],
)
def test_another_name_is_not(language: str, name: str, other: str, text: str) -> None:
    assert spelled(name, language, passage(text, other)) < 0.75


def test_the_tables_hold_every_name_of_the_own_list() -> None:
    tables = written()
    assert all(form.casefold() in tables[language] for language, form, _ in own_names(OWN))


def test_a_line_of_the_own_list_gives_every_language_every_form(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("# comment\nVienna|Viennese\tde,sv=Wien\n", encoding="utf-8")
    rows = [(code, "Wien", english) for code in ("de", "sv") for english in ("Vienna", "Viennese")]
    assert list(own_names(path)) == rows


def test_signs_within_a_name_do_not_hide_it() -> None:
    assert exonyms.english("uk", "Об єднані Нації") == exonyms.english("uk", "Об'єднані Нації") != frozenset()
