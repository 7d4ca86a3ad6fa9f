"""Negation in thirty languages: what is denied on one side alone is found, what is denied in other words is not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from checker import embed
from checker.checks.entries import entries, lowered
from checker.checks.polarity import polarity
from checker.config import Config
from checker.model import Article, Finding
from checker.pipeline import check_article

DATA = Path(__file__).parents[1] / "data" / "checks" / "denials.toml"
SENTENCES: dict[str, dict[str, str]] = tomllib.loads(DATA.read_text(encoding="utf-8"))
ENCODER = embed.load()
OTHERS = sorted(language for language in SENTENCES if language != "en")
WEAK = {
    ("denied", "affirmed"): frozenset({"ar", "hi", "id", "vi"}),
    ("affirmed", "denied"): frozenset({"id", "th"}),
}
"""Languages in which a changed negation of these sentences is not found yet."""
SECOND = {
    ("both", "first"): frozenset({"de", "es", "fi", "ru", "uk"}),
    ("first", "both"): frozenset({"fi", "fr", "pl", "ru", "uk", "zh"}),
}
"""The same for the second of two denials."""


def denials(language: str, kind: str, english: str) -> list[Finding]:
    articles = (
        Article(language, SENTENCES[language][kind], "a"),
        Article("en", SENTENCES["en"][english], "b"),
    )
    findings = check_article("article", articles, ENCODER, Config()).comparisons[0].findings
    return [finding for finding in findings if finding.check == "negation"]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(("kind", "english"), [("denied", "affirmed"), ("affirmed", "denied")])
def test_what_one_side_alone_denies_is_found(language: str, kind: str, english: str) -> None:
    if language in WEAK[kind, english]:
        pytest.skip("not found in this language")
    assert denials(language, kind, english)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("kind", ["denied", "affirmed", "litotes", "refused", "not_only", "prevented"])
def test_what_is_denied_in_other_words_is_not(language: str, kind: str) -> None:
    assert [finding.message for finding in denials(language, kind, kind)] == []


@pytest.mark.parametrize("language", [language for language in OTHERS if "both" in SENTENCES[language]])
@pytest.mark.parametrize("kind", ["latest", "fastest", "both", "first"])
def test_negators_that_deny_nothing_and_denials_clause_by_clause(language: str, kind: str) -> None:
    assert [finding.message for finding in denials(language, kind, kind)] == []


@pytest.mark.parametrize("language", [language for language in OTHERS if "both" in SENTENCES[language]])
@pytest.mark.parametrize(("kind", "english"), [("both", "first"), ("first", "both")])
def test_a_lost_denial_beside_another_is_found(language: str, kind: str, english: str) -> None:
    if language in SECOND[kind, english]:
        pytest.skip("not found in this language")
    assert denials(language, kind, english)


def test_a_word_of_two_meanings_denies_at_the_end_of_a_clause_alone() -> None:
    nine, not_so = (polarity(text, "bn") for text in ("নয় জন আসামি খালাস পেয়েছেন।", "এটা সত্য নয়।"))
    assert nine is not None
    assert not_so is not None
    assert not nine.negators
    assert not_so.negators


def test_letters_with_a_dot_below_are_found_in_both_spellings() -> None:
    words = entries(["क़ानून"])
    assert words is not None
    assert words.first("\u0958ानून")
    assert words.first("\u0915\u093cानून")


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_every_language_knows_which_sentence_denies(language: str) -> None:
    denied, affirmed = (polarity(SENTENCES[language][kind], language) for kind in ("denied", "affirmed"))
    assert denied is not None
    assert denied.negators
    assert affirmed is not None
    assert not affirmed.negators


def test_entries_are_whole_words_beginnings_endings_insides_and_phrases() -> None:
    words = entries(["no", "un*", "*less", "*madı*", "ne*la", "not … until", "不能"])
    assert words is not None
    text = lowered("No, unseen, hopeless, onaylamadılar, neschválila; not open until May; 他不能来; nobody")
    found = [text[span.start : span.end] for span in words.spans(text)]
    assert found == ["no", "unseen", "hopeless", "onaylamadılar", "neschválila", "not open until", "不能"]


def test_lower_case_keeps_every_place() -> None:
    assert lowered("İstanbul STRASSE ß") == "istanbul strasse ß"
    assert len(lowered("İİİ")) == 3


@pytest.mark.parametrize("language", [language for language in OTHERS if "earliest" in SENTENCES[language]])
def test_a_denied_limit_is_said_without_a_negator(language: str) -> None:
    assert [finding.message for finding in denials(language, "earliest", "earliest")] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("el", "Το χαρτί δεν έχει καμία αξία."),
        ("it", "Il foglio non vale nulla."),
        ("es", "El papel no vale nada."),
        ("en", "She would not answer and left the hall instead."),
    ],
)
def test_a_word_that_repeats_a_negator_carries_no_denial(language: str, text: str) -> None:
    found = polarity(text, language)
    assert found is not None
    assert found.negators
    assert not found.soft


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Antwort ließ nicht lange auf sich warten."),
        ("es", "Los vecinos no tardaron en responder."),
        ("fr", "Les voisins n’ont pas tardé à répondre."),
        ("it", "La risposta non si è fatta attendere."),
        ("en", "If the mayor says no, we leave."),
        ("en", "Guests will see nothing except the sea."),
        ("ko", "순위는 변함이 없었다."),
        ("nl", "De fabriek ligt niet ver van de haven."),
        ("hu", "A gyár nem messze van a kikötőtől."),
        ("zh", "工厂离港口不远。"),
        ("ru", "Министр не скрывает, что разочарован."),
        ("tr", "Bakan kırgınlığını gizlemiyor."),
        ("es", "Los vecinos no son indiferentes al destino del puente."),
        ("fr", "Le camion a surgi de nulle part."),
        ("en", "The report is nothing more than a summary."),
    ],
)
def test_idioms_with_a_negator_deny_nothing(language: str, text: str) -> None:
    found = polarity(text, language)
    assert found is not None
    assert not found.negators
    assert found.idle


@pytest.mark.parametrize(
    ("language", "denying", "others"),
    [
        (
            "lv",
            "negribēju nepaliek nesaņēma nesaprata neredz nedarīs nespēlē neizdevās nebaidījās",
            "neatkarīga nedēļā nelaime nenozīmīgs neliela Nepāla nest nejauši nepieciešams negadījums neto",
        ),
        (
            "lt",
            "nematė nepalieka nesutinka neliko nerado nereaguoja nepadės nereikėtų",
            "nepriklausoma nelaimė nedidelė nešiojo Nepalo neteisybė netikėtų nerimavo nes",
        ),
        (
            "tr",
            "yollamamaları gitmemek edilmemesi bilmedikleri bulunmayan etmeyerek olmayışı",
            "memeler mamalar yaşamak tamam gömüyor yamamak dokunulmazlık",
        ),
    ],
)
def test_negated_forms_are_told_from_words_that_look_like_them(language: str, denying: str, others: str) -> None:
    def denies(word: str) -> bool:
        found = polarity(word, language)
        return found is not None and bool(found.negators)

    assert [word for word in denying.split() if not denies(word)] == []
    assert [word for word in others.split() if denies(word)] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The price is unclear."),
        ("en", "We close unless they pay."),
        ("cs", "Obyvatelé nejsou doma."),
        ("cs", "Obyvatelé o tom nechtějí slyšet, netuší proč."),
        ("sk", "Obyvatelia to nechápu."),
        ("ru", "Это невозможно."),
        ("de", "Das Rauchen ist untersagt."),
        ("zh", "他否认。"),
        ("lv", "Iemesls ir nezināms."),
        ("lt", "Priežastis nežinoma."),
        ("tr", "Tükenmez bir sabır."),
    ],
)
def test_words_that_only_look_like_an_entry_hide_no_word_that_may_deny(language: str, text: str) -> None:
    found = polarity(text, language)
    assert found is not None
    assert found.negators or set(found.soft) - set(found.idle)


@pytest.mark.parametrize(
    ("language", "name", "verb"),
    [
        ("lv", "To sacīja Nermina Kovača.", "„Neatradās neviens,“ sacīja Kovača."),
        ("lv", "Nermina Kovača runāja ilgi.", "Nerunā Kovača ar presi."),
        ("tr", "Bunu avukat Sarsmaz söyledi.", "Köprü Hafta Sonu Açılmadı"),
        ("cs", "Nový ředitel Nedostál odešel.", "Nový Most Se Neotevřel"),
    ],
)
def test_names_that_look_like_a_negated_form_deny_nothing(language: str, name: str, verb: str) -> None:
    found = [polarity(text, language) for text in (name, verb)]
    assert [row is not None and bool(row.negators) for row in found] == [False, True]
