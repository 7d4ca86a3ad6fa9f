"""Terms of a glossary in the forms of many languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks.terms import may_hold, places, present, squeezed


def found(text: str, term: str, language: str) -> list[str]:
    return [text[span.start : span.end] for span in places(text, term, language)]


@pytest.mark.parametrize(
    ("language", "term", "text", "form"),
    [
        ("ar", "الحكومة الاتحادية", "قررت بالحكومة الاتحادية", "بالحكومة الاتحادية"),
        ("cs", "ministr zahraničí", "s ministrem zahraničí", "ministrem zahraničí"),
        ("de", "Deutsche Bahn", "der Deutschen Bahn", "Deutschen Bahn"),
        ("de", "Haus der Geschichte", "des Hauses der Geschichte", "Hauses der Geschichte"),
        ("el", "κυβέρνηση", "της κυβέρνησης", "κυβέρνησης"),
        ("en", "coal phase-out", "two Coal Phase-outs", "Coal Phase-outs"),
        ("en", "policy", "old policies", "policies"),
        ("en", "White House", "the White House’s plan", "White House"),
        ("en", "Federal government", "the federal government", "federal government"),
        ("es", "ley", "las leyes", "leyes"),
        ("fi", "hallitus", "hallituksen", "hallituksen"),
        ("fr", "État", "l’État décide", "État"),
        ("he", "ממשלה", "הממשלה", "הממשלה"),
        ("hi", "सरकार", "सरकारों", "सरकारों"),
        ("hu", "kormány", "a kormányban", "kormányban"),
        ("id", "pemerintah", "pemerintahnya", "pemerintahnya"),
        ("it", "governo", "i governi", "governi"),
        ("ja", "連邦政府", "連邦政府は", "連邦政府"),
        ("ja", "バス", "新しいバスが", "バス"),
        ("ko", "정부", "정부에서는", "정부에서는"),
        ("pl", "polityka", "w polityce", "polityce"),
        ("pt", "eleição", "as eleições", "eleições"),
        ("ro", "guvern", "guvernului", "guvernului"),
        ("ru", "федеральное правительство", "у федерального правительства", "федерального правительства"),
        ("sv", "regering", "regeringens", "regeringens"),
        ("ta", "அரசு", "அரசுகளை", "அரசுகளை"),
        ("th", "รัฐบาล", "รัฐบาลไทย", "รัฐบาล"),
        ("tr", "hükümet", "hükümetlerinden", "hükümetlerinden"),
        ("uk", "уряд", "урядові", "урядові"),
        ("vi", "chính phủ", "Chính phủ nói", "Chính phủ"),
        ("zh", "AI", "用AI制作", "AI"),
    ],
)
def test_inflected_terms_are_found(language: str, term: str, text: str, form: str) -> None:
    assert found(text, term, language) == [form]
    assert present(squeezed(text, language), term, language)
    assert may_hold(text.casefold(), term)


@pytest.mark.parametrize(
    ("language", "term", "text"),
    [
        ("de", "Regie", "die Regierung"),
        ("de", "Kohleausstieg", "das Kohleausstiegsgesetz"),
        ("de", "Bahn", "die Autobahn"),
        ("en", "commission", "the commissioner"),
        ("en", "White House", "a white house"),
        ("en", "AI", "they said it rains"),
        ("ja", "バス", "バスケット"),
        ("ru", "Рим", "в Риге"),
    ],
)
def test_other_words_are_no_terms(language: str, term: str, text: str) -> None:
    assert found(text, term, language) == []


@pytest.mark.parametrize(
    ("language", "term", "text"),
    [
        ("de", "Kohleausstieg", "das Kohleausstiegsgesetz"),
        ("en", "coal phase-out", "the phaseout of coal"),
        ("de", "Grundgesetz", "nach den Grund-Gesetzen"),
        ("ar", "حكومة", "للحكومات"),
        ("fr", "Élysée", "l'Elysee"),
        ("de", "Haus", "viele Häuser"),
    ],
)
def test_in_doubt_a_term_is_present(language: str, term: str, text: str) -> None:
    assert present(squeezed(text, language), term, language)


def test_what_is_kept_may_not_lose_letters() -> None:
    text = squeezed("Ein Spiegel der Gesellschaft", "de")
    assert not present(text, "Der Spiegel", "de", kept=True)
    assert present(squeezed("im „Spiegel“ (DER SPIEGEL)", "de"), "Der Spiegel", "de", kept=True)
    assert not present(squeezed("кластер «Колосс»", "ru"), "Colossus", "ru", kept=True)


@given(st.text(max_size=60), st.text(min_size=1, max_size=20), st.sampled_from(["de", "ar", "ja", "tr", "xx"]))
def test_any_text_and_any_term(text: str, term: str, language: str) -> None:
    if not any(char.isalnum() for char in term) or term != " ".join(term.split()):
        return
    for span in places(text, term, language):
        assert 0 <= span.start < span.end <= len(text)
    present(squeezed(text, language), term, language)
