"""Number words, scale words and ranks as languages inflect them, from tests/data: CLDR gives base forms alone."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from checker.facts.numeric import extract
from checker.facts.quantities import Quantity
from checker.languages.generate import LANGUAGES
from checker.model import Article, Sentence

FOLDER = Path(__file__).parent.parent / "data"
UNSPACED = {"ja", "zh"}


def table(name: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


SCALES, WORDS, ORDINALS = table("scales"), table("number_words"), table("ordinals")


def quantities(language: str, text: str) -> list[Quantity]:
    (found,) = extract(Article(language, text, ""), (Sentence(0, len(text), text),))
    return [fact for fact in found if isinstance(fact, Quantity)]


def test_every_language_has_scale_words_and_ranks() -> None:
    assert set(SCALES) == set(ORDINALS) == set(LANGUAGES)


@pytest.mark.parametrize("language", SCALES)
@pytest.mark.parametrize("digits", ["25", "2500"])
def test_inflected_scale_words(language: str, digits: str) -> None:
    blank = "" if language in UNSPACED else " "
    for power, forms in SCALES[language].items():
        for form in forms:
            values = [[r.value for r in q.readings][:1] for q in quantities(language, f"{digits}{blank}{form}")]
            assert values == [[Decimal(digits) * Decimal(10) ** int(power)]], form


@pytest.mark.parametrize("language", WORDS)
def test_inflected_number_words(language: str) -> None:
    for value, forms in WORDS[language].items():
        for form in forms:
            assert [q.readings[0].value for q in quantities(language, form)] == [Decimal(value)], form


@pytest.mark.parametrize("language", ORDINALS)
def test_inflected_ranks(language: str) -> None:
    for value, forms in ORDINALS[language].items():
        for form in forms:
            (found,) = quantities(language, form)
            assert found.kind == "ordinal", form
            assert Decimal(value) in {reading.value for reading in found.readings}, form
