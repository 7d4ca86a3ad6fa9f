"""What every newsroom knows is recognised by what a language calls it, and ordinary words are not taken for it."""

from __future__ import annotations

import pytest

from checker.checks.entities import mentions


def names(text: str, language: str) -> list[str]:
    return [entity.name for row in mentions(text, language) for entity in row.entities]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Das sagte gestern der Internationale Währungsfonds.", "internationalmonetaryfund"),
        ("en", "The report was published by the WHO on Monday.", "worldhealthorganization"),
        ("pt", "O comissário da União Africana não respondeu.", "africanunion"),
        ("ja", "世界銀行が約4億ドルを拠出する。", "worldbank"),
        ("ru", "Победил норвежец Миккель Хансен.", "norway"),
        ("uk", "Він звернувся до суду Швейцарії.", "switzerland"),
        ("hr", "Tvrtka će isporučiti čelik iz Brazila.", "brazil"),
        ("zh", "香港的分析师指出了这一点。", "hongkong"),
        ("hu", "A verseny Kolozsvárt kezdődik.", "clujnapoca"),
        ("it", "Lo dice dell’Organizzazione mondiale della sanità il capo.", "worldhealthorganization"),
        ("de", "Das Öl erreicht die libysche Küste.", "libya"),
        ("en", "She will ask the Constitutional Court by Monday.", "constitutionalcourt"),
    ],
)
def test_a_known_name_is_recognised(language: str, text: str, found: str) -> None:
    assert names(text, language) == [found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Who said so is not known."),
        ("es", "Un hombre llegó a la casa y el perro ladró."),
        ("it", "Il Paese ha bisogno della sua acqua."),
        ("de", "Der Index fiel um eine schwere Strafe, und keiner schweigt."),
        ("hr", "To će biti teško."),
    ],
)
def test_ordinary_words_are_not(language: str, text: str) -> None:
    assert names(text, language) == []
