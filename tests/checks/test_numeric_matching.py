"""How numbers of two versions find each other."""

from __future__ import annotations

import pytest

from checker.checks import conversion, hedge, number, number_format, ordinal
from checker.checks.context import Check, Pair
from checker.checks.matching import match
from checker.embed import load
from checker.facts.numeric import extract
from checker.model import Article, Bead, Sentence, Version

ENCODER = load()


def version(language: str, *texts: str) -> Version:
    sentences, start = [], 0
    for text in texts:
        sentences.append(Sentence(start, start + len(text), text))
        start += len(text) + 1
    article = Article(language, "\n".join(texts), "")
    return Version(article, tuple(sentences), tuple(extract(article, tuple(sentences))))


def pair(source: Version, target: Version, score: float = 1.0) -> Pair:
    beads = tuple(Bead((i,), (i,), score) for i in range(len(source.sentences)))
    vectors = [ENCODER.encode([s.text for s in v.sentences]) for v in (source, target)]
    return Pair(source, target, beads, *vectors, ENCODER)


def test_a_number_that_moved_to_the_next_sentence_raises_nothing() -> None:
    source = version("en", "The plant employs 340 people in the valley.", "It opened last year.")
    target = version("de", "Das Werk steht im Tal.", "Es wurde im vorigen Jahr mit 340 Leuten eröffnet.")
    assert not list(number.check(pair(source, target)))


def test_a_bead_of_low_score_is_not_compared() -> None:
    source, target = version("en", "They sold 340 cars."), version("de", "Sie verkauften 520 Autos.")
    assert list(number.check(pair(source, target)))
    assert not list(number.check(pair(source, target, score=0.2)))


def test_one_changed_number_is_one_finding_on_both_sides() -> None:
    source, target = (
        version("en", "They sold 340 cars in 25 towns."),
        version("de", "Sie verkauften 350 Autos in 25 Orten."),
    )
    (finding,) = number.check(pair(source, target))
    assert source.article.text[finding.source.start : finding.source.end] == "340"  # type: ignore[union-attr]
    assert target.article.text[finding.target.start : finding.target.end] == "350"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It lost about 1.95 million people.", "Es verlor rund 2 Millionen Menschen."),
        ("They walked 10 miles.", "Sie gingen 16 Kilometer."),
        ("The heat reached 90 degrees Fahrenheit.", "Die Hitze erreichte 32 Grad Celsius."),
        ("Half of them left.", "50 Prozent von ihnen gingen."),
        ("Grok 2 answers faster.", "Grok2 antwortet schneller."),
        ("He raised US$6 billion.", "Er sammelte 6 Milliarden US-Dollar ein."),
        ("The nineties were loud.", "Die 1990er waren laut."),
        ("It pays $30.", "Es zahlt 30 Dollar (etwa 27 Euro)."),
        ("The bag weighs 22 pounds.", "Die Tasche wiegt 10 Kilogramm."),
        ("She ran it in 2:21.31.", "Sie lief 2:21,31."),
        ("They won 9:49.", "Sie gewannen 49-9."),
        ("The show starts at 8 pm.", "Die Show beginnt 20.00."),
        ("The wait was 30 minutes.", "Die Wartezeit war eine halbe Stunde."),
        ("In 1938 there were 14 days of rain.", "1938 regnete es zwei Wochen lang."),
        ("The rate rose to 4.1 percent from 3.6 percent.", "Die Rate stieg von 3,6 auf 4,1 Prozent."),
        ("Call 0090 312 458 30 00.", "Anruf: 0090 312 458 30 00 genügt."),
        ("It isn't more than 300 metres.", "Es sind weniger als 300 Meter."),
    ],
)
def test_equal_values_in_other_words(source: str, target: str) -> None:
    assert not list(number.check(pair(version("en", source), version("de", target))))


def test_a_lost_factor_is_told() -> None:
    (finding,) = number.check(pair(version("de", "Er hat 200.000 Leser."), version("en", "He has 200 readers.")))
    said = "The German version says “200.000” (200,000); the English one says “200”, a thousand times less."
    assert finding.message == said


def test_more_than_against_less_than() -> None:
    (finding,) = number.check(pair(version("en", "More than 300 came."), version("de", "Weniger als 300 kamen.")))
    assert finding.message == "The English version says more than “300”, the German one less."


@pytest.mark.parametrize(
    ("check", "source", "target", "drift"),
    [
        (number, "Less than a third came.", "Weniger als ein Drittel kam.", "Weniger als ein Viertel kam."),
        (ordinal, "It was the Ruvo 3's fourth start.", "Der vierte Start der Ruvo 3.", "Der dritte Start der Ruvo 3."),
    ],
)
def test_words_for_a_fraction_or_rank_that_differ(check: Check, source: str, target: str, drift: str) -> None:
    assert not list(check.check(pair(version("en", source), version("de", target))))
    assert len(list(check.check(pair(version("en", source), version("de", drift))))) == 1


def test_a_lost_hedge_is_a_note() -> None:
    (finding,) = hedge.check(pair(version("de", "Rund 300 kamen."), version("en", "There were 300 of them.")))
    assert (finding.severity, finding.message) == (
        "note",
        "The German version says about “300”, the English one “300”.",
    )
    assert not list(hedge.check(pair(version("de", "Rund 300 kamen."), version("en", "Some 300 of them came."))))


def test_a_conversion_is_a_note() -> None:
    found = pair(version("en", "The tower is 328 feet high."), version("de", "Der Turm ist 100 Meter hoch."))
    (finding,) = conversion.check(found)
    assert finding.severity == "note"
    assert not list(number.check(found))


def test_separators_that_are_a_habit_are_one_finding() -> None:
    source = version("en", "Prices rose 1.5%.", "Rents rose 2.5%.", "Wages rose 3.5%.", "Taxes rose 4.5%.")
    target = version("de", "Preise +1.5%.", "Mieten +2.5%.", "Löhne +3.5%.", "Steuern +4.5%.")
    (finding,) = number_format.check(pair(source, target))
    assert finding.message.endswith("So do 3 other numbers.")
    assert len(finding.related) == 3


def test_a_separator_of_another_language_is_a_matter_of_format() -> None:
    found = pair(version("de", "Es kamen 50.000 Gäste."), version("id", "Ada 50,000 tamu yang datang."))
    assert not list(number.check(found))
    (finding,) = number_format.check(found)
    assert finding.severity == "warning"
    assert finding.message == (
        "The Indonesian version writes “50,000” for 50,000, "
        "but Indonesian groups thousands with “.” and writes decimals with “,”."
    )


def test_every_fact_is_matched_once() -> None:
    source, target = version("en", "5 of 5 won 5 times."), version("de", "5 von 5 gewannen 5 Mal.")
    matches = match(pair(source, target)).matches
    assert len({id(m.source) for m in matches}) == len({id(m.target) for m in matches}) == len(matches) == 3
