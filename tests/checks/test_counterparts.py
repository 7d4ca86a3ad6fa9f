"""Names that one language derives, writes small, or writes together with other words have their counterpart."""

from __future__ import annotations

import pytest

from checker.checks.counterpart import nicknamed, spelled
from checker.checks.enumerated import missing_members
from checker.checks.outcomes import SPELLED
from checker.checks.passage import passage, places_of
from checker.embed import load
from checker.facts.names import Name
from checker.facts.transcription import recut, undotted
from checker.model import Article
from checker.pipeline import _align, prepare

ENCODER = load()


@pytest.mark.parametrize(
    ("word", "language", "text", "other"),
    [
        ("Rovaneve", "en", "Про це повідомив Рованевський інститут.", "uk"),
        ("Vajnahat", "en", "A tüntetők Vajnahátban gyűltek össze.", "hu"),
        ("Min-u", "de", "Kapitan Park Min-woo nie komentował.", "pl"),
        ("Noram", "en", "노람항공의 주가가 올랐다.", "ko"),
        ("Peschmerga", "de", "Вчера пешмерга отступили к реке.", "ru"),
        ("Carabinieri", "en", "Podle karabiniérů je obraz pravý.", "cs"),
        ("Carabinieri", "de", "意大利宪兵说这幅画是真的。", "zh"),
        ("USA", "de", "Ruotsi voitti Yhdysvaltoja vastaan.", "fi"),
        ("Europa", "de", "הכרטיסים לאירופה התייקרו", "he"),
        ("Lucía", "es", "وقالت الطبيبة لوثيا أمس", "ar"),
    ],
)
def test_a_name_has_its_counterpart(word: str, language: str, text: str, other: str) -> None:
    assert spelled(word, language, passage(text, other)) >= SPELLED


@pytest.mark.parametrize(
    ("word", "language", "text", "other"),
    [
        ("Rovaneve", "en", "Про це повідомив Тернавський інститут.", "uk"),
        ("Peschmerga", "de", "Вчера карабинеры отступили к реке.", "ru"),
        ("Noram", "en", "서림항공의 주가가 올랐다.", "ko"),
    ],
)
def test_another_name_is_no_counterpart(word: str, language: str, text: str, other: str) -> None:
    assert spelled(word, language, passage(text, other)) < SPELLED


def test_places_are_told_from_adjectives_and_cases() -> None:
    assert "Тернав" in set(places_of("Тернавського", "uk"))
    assert "Vajnahát" in set(places_of("Vajnahátban", "hu"))
    assert not list(places_of("Paris", "hu"))


def test_a_run_of_characters_is_cut_otherwise() -> None:
    text = "他住在加济安泰普的郊区"
    assert "加济安泰普" in set(recut(text, text.index("安泰普"), text.index("的"), "zh"))
    assert list(undotted("安娜·福森坚称她没去", "zh")) == ["福森"]


def names(text: str, language: str) -> dict[str, float]:
    version = prepare(Article(language, text, language))
    return {
        word.text: word.strength
        for facts in version.facts
        for fact in facts
        if isinstance(fact, Name)
        for word in fact.words
    }


def test_a_quotation_within_another_begins_a_sentence() -> None:
    found = names("„Sie hat gesagt: ‚Solche Vögel hat hier niemand gesehen‘“, meinte der Förster.", "de")
    assert found.get("Solche", 0.0) < 0.2


def test_the_verb_that_ends_a_korean_sentence_is_no_name() -> None:
    assert "올라선다" not in names("이 회사는 업계 3위로 올라선다.", "ko")


def test_ordinary_words_that_are_spelled_like_places() -> None:
    assert names("«Того вечора ми мовчали», — сказала вона.", "uk").get("Того", 0.0) < 0.2
    assert names("Der Zoo hat den Löwen aus Kenia geholt.", "de").get("Löwen", 0.0) < 0.2


LIST = "The parcels were sent to Norway, Poland, Hungary and Chile on Friday. The post office confirmed it."


@pytest.mark.parametrize(
    ("target", "lost"),
    [
        ("Die Pakete gingen am Freitag nach Norwegen, Polen, Ungarn und Chile. Die Post bestätigte es.", []),
        ("Die Pakete gingen am Freitag nach Norwegen, Polen und Ungarn. Die Post bestätigte es.", ["Chile"]),
        ("Die Pakete gingen am Freitag in vier Länder. Die Post bestätigte es.", []),
    ],
)
def test_a_country_that_a_list_lost(target: str, lost: list[str]) -> None:
    versions = (prepare(Article("en", LIST, "en")), prepare(Article("de", target, "de")))
    _, pair = _align(*versions, ENCODER)
    assert [row.text for _, _, row in missing_members(pair)] == lost


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Leo", "Leonardo Rossi", True),
        ("Kim Berg", "Kimberley Berg", False),
        ("Anna", "Bernd Maier", False),
        ("Al", "Albert Rossi", False),
    ],
)
def test_a_short_form_of_a_first_name(first: str, second: str, expected: bool) -> None:
    assert nicknamed(first, second) is nicknamed(second, first) is expected
