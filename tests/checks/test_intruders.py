"""A speaker whom the other version has not named for some sentences is told from one whom its pronoun stands for."""

from __future__ import annotations

import pytest

from checker import embed
from checker.config import Config
from checker.model import Article
from checker.pipeline import check_article

ENCODER = embed.load()
GERMAN = """Reederin Brigitta Solheim stellte am Montag im Hafen von Wismar den Fahrplan für den Sommer vor.
Solheim will drei Fähren mehr fahren lassen als im letzten Jahr.
Die Stadt baut dafür zwei neue Anleger.
Das Geld kommt zur Hälfte vom Land.
Die Bauarbeiten beginnen nach Ostern und dauern acht Wochen.
Der Lotse Rasmus Tengvald hält die neuen Anleger für zu schmal.
„Bei Seitenwind wird es dort eng“, sagte er.
Am Nachmittag besichtigten die Gäste eine der Fähren."""
ENGLISH = """Shipowner Brigitta Solheim presented the summer timetable in the port of Wismar on Monday.
Solheim wants to run three more ferries than last year.
The city is building two new piers for this.
Half of the money comes from the state.
Construction begins after Easter and takes eight weeks.
The pilot Rasmus Tengvald considers the new piers too narrow.
"It will be tight there in a crosswind," {speaker} said.
In the afternoon the guests toured one of the ferries."""


def checks(speaker: str) -> list[str]:
    articles = (
        Article("de", GERMAN.replace("\n", " "), "de"),
        Article("en", ENGLISH.format(speaker=speaker).replace("\n", " "), "en"),
    )
    findings = check_article("article", articles, ENCODER, Config()).comparisons[0].findings
    return [finding.check for finding in findings if finding.severity != "note"]


def test_somebody_from_the_beginning_of_the_article_is_not_he() -> None:
    assert checks("Solheim") == ["attribution"]


@pytest.mark.parametrize("speaker", ["he", "Tengvald", "the pilot"])
def test_the_one_just_named_may_be_named_again(speaker: str) -> None:
    assert checks(speaker) == []
