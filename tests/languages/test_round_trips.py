"""What CLDR writes in a language is read back as the value that it was: each cell of the table in docs/languages.md."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_compact_decimal, format_currency, format_decimal, format_percent
from hypothesis import given, settings
from hypothesis import strategies as st
from unicode_rbnf import RbnfEngine

from checker.facts.dates import DatePart
from checker.facts.numeric import extract
from checker.facts.quantities import Quantity
from checker.languages import cldr
from checker.languages.generate import LANGUAGES, VARIANTS
from checker.model import Article, Fact, Sentence

LOCALES = {code: VARIANTS.get(code, [code])[0] for code in LANGUAGES}
WITHOUT_SPELLING = {"bn", "ur"}
"""RBNF has no rules for them; their number words are written by hand."""

STYLES = {"ja": "short", "ko": "short", "zh": "short"}
"""Where CLDR has no long forms."""

UNCOMPACT = {"hi": 10**11, "ja": 10**15, "vi": 10**11}
"""From here on CLDR's compact forms are rare words, or several numbers."""


def facts(language: str, text: str) -> tuple[Fact, ...]:
    (found,) = extract(Article(language, text, ""), (Sentence(0, len(text), text),))
    return found


def quantities(language: str, text: str) -> list[Quantity]:
    return [fact for fact in facts(language, text) if isinstance(fact, Quantity)]


def values(language: str, text: str) -> list[Decimal]:
    """The first reading of every quantity: the conventional one."""
    return [quantity.readings[0].value for quantity in quantities(language, text) if quantity.readings]


@pytest.mark.parametrize("language", LANGUAGES)
def test_grouping_and_decimals(language: str) -> None:
    @settings(max_examples=40)
    @given(st.integers(0, 10**12), st.integers(0, 99))
    def check(whole: int, hundredths: int) -> None:
        number = Decimal(whole) + Decimal(hundredths) / 100
        assert values(language, format_decimal(number, locale=LOCALES[language])) == [number]

    check()


@pytest.mark.parametrize("language", LANGUAGES)
def test_percent(language: str) -> None:
    @settings(max_examples=25)
    @given(st.integers(2, 99))
    def check(number: int) -> None:
        (found,) = quantities(language, format_percent(number / 100, locale=LOCALES[language]))
        assert (found.kind, found.readings[0].value) == ("percent", number)

    check()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("currency", ["USD", "EUR", "JPY"])
def test_currency(language: str, currency: str) -> None:
    @settings(max_examples=15)
    @given(st.integers(2, 10**7))
    def check(number: int) -> None:
        for style in ("standard", "name"):
            text = format_currency(number, currency, locale=LOCALES[language], format_type=style)
            found = quantities(language, text)
            assert [(q.kind, q.readings[0].value) for q in found] == [("currency", number)], text
            assert currency in found[0].units, text

    check()


@pytest.mark.parametrize("language", LANGUAGES)
def test_scale_words(language: str) -> None:
    for exponent in range(3, 13):
        if 10**exponent >= UNCOMPACT.get(language, 10**14):
            continue
        for digits in (2, 3, 5):
            text = format_compact_decimal(
                digits * 10**exponent, format_type=STYLES.get(language, "long"), locale=LOCALES[language]
            )
            assert values(language, text) == [digits * 10**exponent], text


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - WITHOUT_SPELLING))
def test_number_words_to_a_thousand(language: str) -> None:
    engine = RbnfEngine.for_language(language)
    wrong = []
    for number in [*range(2, 101), *range(110, 1001, 37)]:
        spelled = engine.format_number(number).text.replace("\u00ad", "").replace("\u200b", "")
        if values(language, spelled) != [number]:
            wrong.append((number, spelled, values(language, spelled)))
    assert not wrong


@pytest.mark.parametrize("language", sorted(WITHOUT_SPELLING))
def test_number_words_written_by_hand(language: str) -> None:
    from checker.facts.lexicon import pairs
    from checker.languages import section

    table = {form: Decimal(str(value)) for form, value in pairs(section(language, "cardinals"))}
    assert {int(value) for value in table.values()} >= set(range(100))
    for form, value in table.items():
        assert values(language, form) == [value], form


@pytest.mark.parametrize("language", LANGUAGES)
def test_months(language: str) -> None:
    for name, month in cldr(language, "months").items():
        text = (
            f"{name}15日" if name[-1] in "月월" else f"15 {name.title() if name.isascii() else name.capitalize()} 2021"
        )
        found = [fact for fact in facts(language, text) if isinstance(fact, DatePart) and fact.part == "month"]
        assert [fact.values for fact in found] == [{month}], text


@pytest.mark.parametrize("language", LANGUAGES)
def test_weekdays(language: str) -> None:
    for name, day in cldr(language, "weekdays").items():
        text = name.title() if name.isascii() else name.capitalize()
        found = [fact for fact in facts(language, text) if isinstance(fact, DatePart) and fact.part == "weekday"]
        assert [fact.values for fact in found] == [{day}], text
