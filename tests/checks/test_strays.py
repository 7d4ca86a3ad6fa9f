"""Single words that only look as if they were left in the other language."""

from __future__ import annotations

import pytest

from checker import embed
from checker.config import Config
from checker.model import Article
from checker.pipeline import check_article

CASES = [
    ("regrettable", "It is more than regrettable to lower the salaries, says the union.", []),
    ("capitalisation", "By capitalisation it is more than large, says the union.", []),
    ("gouvernement", "The gouvernement has already answered, says the union.", ["gouvernement"]),
]
FRENCH = {
    "regrettable": "Il est plus que regrettable de baisser les salaires, dit le syndicat.",
    "capitalisation": "Par sa capitalisation, elle est plus que grande, dit le syndicat.",
    "gouvernement": "Le gouvernement a déjà répondu, dit le syndicat.",
}


@pytest.mark.parametrize(("word", "english", "expected"), CASES)
def test_what_english_shares_with_french_is_not_left_in_it(word: str, english: str, expected: list[str]) -> None:
    opening, ending = "Les écoles ouvrent lundi.\n", "\nPersonne n'a été blessé."
    source = Article("fr", f"{opening}{FRENCH[word]}{ending}", "fr")
    target = Article("en", f"The schools open on Monday.\n{english}\nNobody was hurt.", "en")
    found = check_article("x", (source, target), embed.load(), Config()).comparisons[0].findings
    assert [finding.facts[0] for finding in found if finding.check == "untranslated"] == expected
