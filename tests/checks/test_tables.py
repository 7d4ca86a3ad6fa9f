"""A language without tables: nothing hangs on words that were not read."""

from __future__ import annotations

import pytest

from checker import embed
from checker.config import Config
from checker.model import Article
from checker.pipeline import check_article

ENCODER = embed.load()


def checks(german: str, other: str, language: str = "sw") -> list[str]:
    articles = Article("de", german, "de.txt"), Article(language, other, "other.txt")
    return [finding.check for finding in check_article("a", articles, ENCODER, Config()).comparisons[0].findings]


@pytest.mark.parametrize(
    ("german", "other", "language"),
    [
        ("Die Brücke kostete 40 Millionen Dollar.", "Daraja hilo liligharimu dola milioni 40.", "sw"),
        ("Es kamen dreitausend Menschen am Montag.", "Watu elfu tatu walikuja siku ya Jumatatu.", "sw"),
        ("Die Brücke kostete 2.500.000 Dollar.", "Daraja hilo liligharimu dola milioni 2.5.", "sw"),
        ("Am 3. Mai 2021 kamen 40 Millionen Euro.", "40 milyon avro 3 may 2021-ci ildə gəldi.", "az"),
    ],
)
def test_words_that_were_not_read_raise_nothing(german: str, other: str, language: str) -> None:
    assert not {"number", "date", "name", "currency"} & set(checks(german, other, language))


def test_digits_are_still_compared() -> None:
    assert "number" in checks("Die Brücke ist 2.450 Meter lang.", "Daraja hilo lina urefu wa mita 2,750.")
    assert "number" not in checks("Die Brücke ist 2.450 Meter lang.", "Daraja hilo lina urefu wa mita 2,450.")
