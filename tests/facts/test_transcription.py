"""Foreign names in Chinese characters by what each of them transcribes, and Chinese names of persons."""

import pytest

from checker.checks.counterpart import spelled
from checker.checks.outcomes import SPELLED
from checker.checks.passage import passage
from checker.facts.bearers import persons, readings
from checker.facts.sounds import transcribed
from checker.facts.transcription import dotted, syllables


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("爱德华多", "Edoardo"),
        ("伯纳德", "Bernard"),
        ("萨尔茨堡", "Salzburg"),
        ("加布里埃尔", "Gabriela"),
        ("安娜", "Ana"),
        ("华盛顿", "Вашингтон"),
    ],
)
def test_what_the_characters_stand_for(word: str, name: str) -> None:
    assert transcribed(syllables(word), name) >= 0.72


@pytest.mark.parametrize(("word", "name"), [("塞浦路斯", "Malta"), ("海伦娜", "Bellini"), ("爱德华多", "Zagreb")])
def test_other_names_are_far(word: str, name: str) -> None:
    assert transcribed(syllables(word), name) < 0.72


def test_a_name_may_go_on() -> None:
    assert transcribed(syllables("乌克兰"), "Ukrenergo", begins=True) > transcribed(syllables("乌克兰"), "Ukrenergo")


def test_other_characters_transcribe_nothing() -> None:
    assert syllables("警方") == ()


def test_a_title_is_no_part_of_a_name_with_a_dot() -> None:
    assert list(dotted("副经理托马什·维尔纳说", "zh")) == [("托马什", "维尔纳")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("教授李敏镐（46岁）领导了这项研究。", ["李敏镐"]),
        ("但郑秀妍警告说，时间不多了。", ["郑秀妍"]),
        ("警方说，没有人受伤。", []),
        ("公司方面表示歉意。", []),
        ("马丁·林德纳说。", []),
        ("首相石破表示感谢。", []),
    ],
)
def test_who_speaks_or_has_a_title(sentence: str, found: list[str]) -> None:
    assert list(persons(sentence, "zh")) == found


def test_only_where_there_is_data() -> None:
    assert list(persons("教授李敏镐（46岁）领导了这项研究。", "ja")) == []


@pytest.mark.parametrize(
    ("text", "language"), [("said Lee Min-ho", "en"), ("сказал Ли Мин Хо", "ru"), ("이민호는 말했다", "ko")]
)
def test_a_surname_has_a_few_spellings(text: str, language: str) -> None:
    assert {"li", "lee", "yi"} <= readings("李敏镐")
    assert spelled("李敏镐", "zh", passage(text, language)) >= SPELLED


def test_another_surname_is_somebody_else() -> None:
    assert spelled("李敏镐", "zh", passage("said Park Sung-min", "en")) < SPELLED
