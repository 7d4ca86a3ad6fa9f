"""Names in the news are recognised in other languages, and only where they are meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.checks.counterpart import spelled
from checker.checks.exonymy import english_names
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
        ("en", "East German", "lv", "Viņa skrēja Austrumvācijas komandā."),
        ("lv", "Austrumvācijā", "ko", "그는 동독에서 자랐다."),
        ("tr", "Hazar", "en", "Ferries cross the Caspian twice a week."),
        ("tr", "Körfez", "sv", "Länderna vid Gulfen enades."),
        ("sk", "Egejské", "fi", "Lautta kulki Egeanmerellä."),
        ("uk", "Балтії", "en", "The Baltic states signed."),
        ("et", "MMil", "en", "She won a medal at the World Championships."),
        ("et", "MMil", "de", "Bei der WM gewann sie eine Medaille."),
        ("en", "World Championships", "pl", "Medal zdobyła na MŚ w Oslo."),
        ("en", "World Cup", "nl", "Op het WK verloor de ploeg."),
        ("en", "European Championships", "hu", "Az Eb-n érmet nyert."),
        ("ru", "ЧЕ", "no", "Hun tok gull i EM."),
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
        ("lv", "Austrumvācijā", "en", "She grew up in West Germany."),
        ("tr", "Hazar", "en", "Ferries cross the Aegean twice a week."),
    ],
)
def test_another_name_is_not(language: str, name: str, other: str, text: str) -> None:
    assert spelled(name, language, passage(text, other)) < 0.75


@pytest.mark.parametrize(
    ("language", "name", "key"),
    [("et", "MMil", "europeanchampionships"), ("de", "EM", "worldcup")],
)
def test_an_acronym_stands_for_its_own_championship_alone(language: str, name: str, key: str) -> None:
    assert key not in english_names(name, language)


@pytest.mark.parametrize(
    ("language", "word", "key"),
    [("da", "anden", "andes"), ("et", "nõukogu", "soviet"), ("hi", "विश्व", "worldcup"), ("ru", "сахар", "sahara")],
)
def test_an_ordinary_word_is_no_region(language: str, word: str, key: str) -> None:
    assert key not in exonyms.english(language, word)


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
