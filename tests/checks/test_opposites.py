"""Words for opposite directions: what leans where, and the finding of the negation check."""

from __future__ import annotations

import pytest

from checker import embed
from checker.checks.opposites import AXES, leanings, opposite
from checker.checks.polarity import polarity
from checker.config import Config
from checker.model import Article
from checker.pipeline import check_article

ENCODER = embed.load()
RISEN = {
    "de": "Der Preis für Weizen stieg gestern um 4 Prozent.",
    "en": "The price of wheat rose by 4 percent yesterday.",
    "fr": "Le prix du blé a augmenté hier de 4 pour cent.",
    "id": "Harga gandum kemarin naik 4 persen.",
    "ru": "Цена на пшеницу вчера выросла на 4 процента.",
    "zh": "小麦价格昨天上涨了4%。",
}
FALLEN = {
    "de": "Der Preis für Weizen sank gestern um 4 Prozent.",
    "en": "The price of wheat fell by 4 percent yesterday.",
    "fr": "Le prix du blé a diminué hier de 4 pour cent.",
    "id": "Harga gandum kemarin turun 4 persen.",
    "ru": "Цена на пшеницу вчера снизилась на 4 процента.",
    "zh": "小麦价格昨日下跌了4%。",
}


def found(source: str, text: str, target: str, translation: str) -> list[str]:
    articles = (Article(source, text, "a"), Article(target, translation, "b"))
    comparison = check_article("article", articles, ENCODER, Config()).comparisons[0]
    return [finding.check for finding in comparison.findings if finding.severity != "note"]


@pytest.mark.parametrize("target", sorted(RISEN))
@pytest.mark.parametrize("source", sorted(RISEN))
def test_opposite_directions_are_found_and_equal_ones_are_not(source: str, target: str) -> None:
    if source == target:
        pytest.skip("one language")
    assert found(source, RISEN[source], target, FALLEN[target]) == ["negation"]
    assert found(source, RISEN[source], target, RISEN[target]) == []


def test_a_text_with_both_poles_leans_nowhere() -> None:
    assert leanings("Prices rose in May and fell in June.", "en") == ()
    assert [leaning.pole for leaning in leanings("Prices rose in May.", "en")] == ["rise"]


def test_every_pole_has_one_opposite() -> None:
    assert all(opposite(opposite(pole)) == pole != opposite(pole) for axis in AXES for pole in axis)


@pytest.mark.parametrize(
    ("language", "text"), [("de", "Nein, nein, nehmt es."), ("nl", "Nee, neem het."), ("tr", "Hayır, alın.")]
)
def test_an_interjection_can_carry_a_denial(language: str, text: str) -> None:
    row = polarity(text, language)
    assert row is not None
    assert row.soft


def test_a_run_of_words_left_in_the_other_language_is_found_within_a_sentence() -> None:
    source = "Die Brücke wird im Mai gesperrt. Der Verkehr wird über die Altstadt umgeleitet. Im Herbst ist es fertig."
    target = (
        "The bridge will be closed in May and Der Verkehr wird über die Altstadt umgeleitet. "
        "Everything will be finished in autumn."
    )
    assert "untranslated" in found("de", source, "en", target)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They met last night."),
        ("es", "La tasa subiría, al menos, un poco."),
        ("ru", "Тем не менее он пришёл."),
        ("de", "Es gibt keine Raucher mehr."),
    ],
)
def test_a_phrase_that_only_sounds_like_a_pole_leans_nowhere(language: str, text: str) -> None:
    assert {row.pole for row in leanings(text, language)} <= {"rise"}
