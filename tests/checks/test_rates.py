"""What a price is asked for, where no number counts it."""

from __future__ import annotations

import pytest

from checker import embed
from checker.checks import unit
from checker.config import Config
from checker.model import Article, Finding
from checker.pipeline import check_article

ENCODER = embed.load()
ENGLISH = "Copper rose to $9,870 a tonne in London on Monday."


def found(source: str, language: str, text: str) -> list[Finding]:
    versions = Article("en", source, "source"), Article(language, text, "target")
    comparison = check_article("article", versions, ENCODER, Config()).comparisons[0]
    return [finding for finding in comparison.findings if finding.check == unit.NAME]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Медь подорожала в понедельник в Лондоне до $9870 за унцию."),
        ("de", "Kupfer verteuerte sich am Montag in London auf 9870 Dollar je Barrel."),
        ("zh", "周一，伦敦铜价每公斤升至9870美元。"),
        ("tr", "Bakırın kilogramı pazartesi günü Londra'da 9.870 dolara çıktı."),
    ],
)
def test_another_measure_is_an_error(language: str, text: str) -> None:
    (finding,) = found(ENGLISH, language, text)
    assert finding.severity == "error"
    assert "tonne" in finding.message


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Медь подорожала в понедельник в Лондоне до $9870 за тонну."),
        ("de", "Die Tonne Kupfer verteuerte sich am Montag in London auf 9870 Dollar."),
        ("zh", "周一，伦敦铜价升至每吨9870美元。"),
        ("fr", "Lundi à Londres, le cuivre est monté à 9 870 dollars."),
        ("es", "El cobre subió el lunes en Londres a 9.870 dólares la tonelada; la onza de oro bajó."),
    ],
)
def test_the_same_measure_or_none_is_silent(language: str, text: str) -> None:
    assert found(ENGLISH, language, text) == []


def test_a_measure_without_a_price_is_no_rate() -> None:
    assert found("Every litre counts for 300 farmers.", "de", "Jedes Kilogramm zählt für 300 Bauern.") == []
