"""Names as other languages spell their sounds: respelled, they are alike; different names stay apart."""

import pytest

from checker.checks.counterpart import spelled
from checker.checks.outcomes import SPELLED
from checker.checks.passage import passage
from checker.facts.spelling import spoken


@pytest.mark.parametrize(
    ("word", "language", "respelled"),
    [
        ("Csernyivci", "hu", "chernyivtsi"),
        ("Txernivtsí", "ca", "chernivtsí"),
        ("Tšernivtsi", "fi", "chernivtsi"),
        ("Marchetti", "en", "marketti"),
        ("Wanqing", "en", "wanching"),
    ],
)
def test_the_rules_of_a_language(word: str, language: str, respelled: str) -> None:
    assert respelled in spoken(word, language)


def test_a_word_without_such_letters_stays_as_it_is() -> None:
    assert spoken("Anna", "hu") == spoken("Анна", "ru") == ()


@pytest.mark.parametrize(
    ("word", "language", "text", "other"),
    [
        ("Levytskyi", "en", "mondta Levickij", "hu"),
        ("Levytskyi", "en", "teica Levickis", "lv"),
        ("Wanqing", "en", "сказала Ваньцин", "ru"),
        ("Zhiyuan", "en", "mondta Lin Cse-jüan", "hu"),
        ("Hainan", "en", "na ostrově Chaj-nan", "cs"),
        ("Wanqing", "en", "bà Tô Uyển Thanh nói", "vi"),
        ("Uyển", "vi", "said Su Wanqing", "en"),
        ("切尔尼", "zh", "řekl Černý", "cs"),
    ],
)
def test_one_name_in_two_spellings(word: str, language: str, text: str, other: str) -> None:
    assert spelled(word, language, passage(text, other)) >= SPELLED


@pytest.mark.parametrize(
    ("word", "language", "text", "other"),
    [
        ("Levytskyi", "en", "mondta Kovalenko", "hu"),
        ("Marchetti", "en", "сказала Морелли", "ru"),
        ("Wanqing", "en", "сказал Вэньхуа", "ru"),
        ("Wanqing", "en", "bà Trần Mỹ Linh nói", "vi"),
    ],
)
def test_two_names(word: str, language: str, text: str, other: str) -> None:
    assert spelled(word, language, passage(text, other)) < SPELLED
