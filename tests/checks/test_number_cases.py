"""Numbers that are easily mistaken for each other: scores, tenths in words, conversions, halves, wrong separators."""

from __future__ import annotations

import pytest

from checker import checks
from checker.checks import number_format
from checker.checks.context import Pair
from checker.embed import load
from checker.facts.numeric import extract
from checker.facts.quantities import Quantity
from checker.model import Article, Bead, Finding, Sentence, Version

ENCODER = load()
NUMERIC = {"number", "number-format", "currency", "unit", "date", "ordinal", "identifier"}


def version(language: str, text: str) -> Version:
    article, sentences = Article(language, text, ""), (Sentence(0, len(text), text),)
    return Version(article, sentences, tuple(extract(article, sentences)))


def pair(source: tuple[str, str], target: tuple[str, str]) -> Pair:
    left, right = (ENCODER.encode([text]) for _, text in (source, target))
    return Pair(version(*source), version(*target), (Bead((0,), (0,)),), left, right, ENCODER)


def numeric(found: Pair) -> list[Finding]:
    return [finding for finding in checks.run(found, {}) if finding.check in NUMERIC]


def marked(found: Pair, finding: Finding) -> tuple[str, str]:
    """What a finding marks in the source and in the target."""
    sides = (found.source, finding.source), (found.target, finding.target)
    source, target = (v.article.text[span.start : span.end] if span else "" for v, span in sides)
    return source, target


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        (("en", "They hired 1.000 guards."), ("id", "Mereka merekrut 1,000 penjaga."), {("1.000", ""), ("", "1,000")}),
        (("id", "Mereka merekrut 3,000 penjaga."), ("de", "Sie warben 3,000 an."), {("3,000", ""), ("", "3,000")}),
        (("ja", "観客は12.000人だった。"), ("fr", "Il y avait 12,000 spectateurs."), {("12.000", ""), ("", "12,000")}),
        (("en", "They hired 1.000 guards."), ("id", "Mereka merekrut 1.000 penjaga."), {("1.000", "1.000")}),
        (("en", "They hired 1,000 guards."), ("id", "Mereka merekrut 1.000 penjaga."), set()),
        (("en", "The gymnast scored 14.500."), ("de", "Die Turnerin erhielt 14,500 Punkte."), set()),
    ],
)
def test_each_side_that_writes_a_thousand_against_its_convention_is_told(
    source: tuple[str, str], target: tuple[str, str], wrong: set[tuple[str, str]]
) -> None:
    found = pair(source, target)
    findings = list(number_format.check(found))
    assert {marked(found, finding) for finding in findings} == wrong
    assert len(findings) == len(wrong)


RECORD = "The defeat in her past four bouts, her third, takes the record to 12-5, with one draw."


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        (("en", RECORD), ("ja", "過去４試合で３度目の敗戦となり、成績は12−4、1引き分けとなった。"), ("5", "4")),
        (("en", RECORD), ("ja", "成績は12−4、1引き分けとなり、過去４試合で３度目の敗戦だった。"), ("5", "4")),
        (
            ("en", "After six games without defeat the side leads the series 9-7."),
            ("de", "Mit 9:6 führt die Mannschaft nach sechs Spielen ohne Niederlage die Serie an."),
            ("7", "6"),
        ),
        (
            ("en", "After six games without defeat the side leads the series 9-7."),
            ("fr", "Après six matchs sans défaite, l’équipe mène la série 9-6."),
            ("7", "6"),
        ),
    ],
)
def test_a_changed_side_of_a_score_is_no_other_number(
    source: tuple[str, str], target: tuple[str, str], wrong: tuple[str, str]
) -> None:
    found = pair(source, target)
    (finding,) = numeric(found)
    assert marked(found, finding) == wrong
    assert finding.target is not None
    assert finding.target.start == next(target[1].index(mark) for mark in ("−4", "9:6", "9-6") if mark in target[1]) + (
        1 if target[0] == "ja" else 2
    )


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (("en", RECORD), ("ja", "過去４試合で３度目の敗戦となり、成績は12−5、1引き分けとなった。")),
        (("en", "They won 3-1 within 2-3 weeks."), ("zh", "他们在2至3周内以3比1获胜。")),
        (("en", "They won three to one on day 3."), ("de", "Sie gewannen 3:1 am Tag 3.")),
        (("en", "They won 4-2 in 2-4 days."), ("de", "Sie gewannen 4:2 in zwei bis vier Tagen.")),
    ],
)
def test_scores_that_agree_raise_nothing(source: tuple[str, str], target: tuple[str, str]) -> None:
    assert not numeric(pair(source, target))


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        (
            ("en", "The seven mile lane closed over COVID-19 in May."),
            ("cs", "Devět mil (11 km) dlouhá cesta se kvůli covidu-19 v květnu uzavřela."),
            ("seven mile", "Devět mil"),
        ),
        (
            ("en", "The tower is 300 feet high, and 40 people climb it."),
            ("de", "Der Turm ist 500 Fuß (91 Meter) hoch."),
            ("300 feet", "500 Fuß"),
        ),
        (
            ("fr", "Le chemin long de dix kilomètres a rouvert."),
            ("en", "The eight kilometre (six mile) path has opened again."),
            ("dix kilomètres", "eight kilometre"),
        ),
    ],
)
def test_a_conversion_in_brackets_does_not_hide_the_amount_before_it(
    source: tuple[str, str], target: tuple[str, str], wrong: tuple[str, str]
) -> None:
    found = pair(source, target)
    assert wrong in {marked(found, finding) for finding in numeric(found) if finding.check == "number"}


@pytest.mark.parametrize(
    ("language", "text", "percents"),
    [
        ("ja", "打率は３割１分４厘だった。", ["31.4"]),
        ("ja", "打率は三割一分四厘だった。", ["31.4"]),
        ("ja", "打率3割2分の打者。", ["32"]),
        ("ja", "打率は２割６～７分だ。", ["26", "27"]),
        ("ja", "売り上げは3割減った。", ["30"]),
        ("ko", "타율 2할 7푼 5리를 기록했다.", ["27.5"]),
    ],
)
def test_tenths_hundredths_and_thousandths_in_a_row(language: str, text: str, percents: list[str]) -> None:
    quantities = [fact for fact in version(language, text).facts[0] if isinstance(fact, Quantity)]
    assert [str(fact.readings[0].value) for fact in quantities] == percents
    assert {fact.kind for fact in quantities} == {"percent"}


@pytest.mark.parametrize(
    ("source", "target", "count"),
    [
        (("ja", "打率は３割１分４厘だった。"), ("en", "He batted .314."), 0),
        (("ja", "打率は３割１分４厘だった。"), ("de", "Sein Schlagdurchschnitt lag bei 0,314."), 0),
        (("ja", "打率は３割１分４厘だった。"), ("en", "He batted .341."), 1),
        (("ja", "打率は２割６～７分だ。"), ("en", "He bats .26~.27."), 0),
        (("ja", "打率は２割６～７分だ。"), ("en", "He bats .26~.29."), 1),
        (
            ("ja", "値段は3割下がり、15分で売り切れた。"),
            ("en", "It fell 30 percent and was gone in 15 minutes."),
            0,
        ),
        (("en", "About .5 million people came."), ("de", "Rund 0,5 Millionen Menschen kamen."), 0),
    ],
)
def test_batting_averages(source: tuple[str, str], target: tuple[str, str], count: int) -> None:
    assert len(numeric(pair(source, target))) == count


@pytest.mark.parametrize(
    ("source", "target", "count"),
    [
        (("en", "Some 51% (half) of the farmers agree."), ("de", "Etwa die Hälfte der Bauern stimmt zu."), 0),
        (("en", "Some 49 percent of the farmers agree."), ("id", "Separuh petani setuju."), 0),
        (("en", "Some 51 percent of the farmers agree."), ("ru", "Согласна половина фермеров."), 0),
        (("ru", "Половина фермеров согласна."), ("en", "Some 52 percent of the farmers agree."), 0),
        (("en", "Some 56 percent of the farmers agree."), ("ru", "Согласна половина фермеров."), 1),
        (("en", "Some 51 percent of the farmers agree."), ("de", "50 Prozent der Bauern stimmen zu."), 1),
    ],
)
def test_a_half_in_words_is_a_percentage_near_it(source: tuple[str, str], target: tuple[str, str], count: int) -> None:
    assert len(numeric(pair(source, target))) == count


@pytest.mark.parametrize(
    ("source", "target", "check"),
    [
        (("en", "The herd shrank from 410 to 256."), ("de", "Das war ein Rückgang von 410 auf 265."), "number"),
        (("pl", "Spadek z 410 do 256."), ("sv", "Det var en minskning från 410 till 265."), "number"),
        (("ja", "7月6日19時54分に起きた。"), ("en", "It happened at 19:00 on July 6."), "date"),
        (("zh", "事故发生在7月6日19时54分。"), ("de", "Der Unfall geschah am 6. Juli um 19:00 Uhr."), "date"),
    ],
)
def test_changed_ends_and_lost_minutes_are_found(source: tuple[str, str], target: tuple[str, str], check: str) -> None:
    (finding,) = numeric(pair(source, target))
    assert finding.check == check


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("et", "Veerand elanikest lahkus."),
        ("hu", "Háromnegyed részük elment."),
        ("is", "Hálf þjóðin horfði á leikinn."),
        ("ru", "Согласна половина фермеров."),
    ],
)
def test_a_fraction_that_tells_the_time_as_well_is_read(language: str, text: str) -> None:
    assert [fact.kind for fact in version(language, text).facts[0] if isinstance(fact, Quantity)] == ["fraction"]


@pytest.mark.parametrize(
    ("source", "target", "count"),
    [
        (("en", "He paid almost twice as much as his son."), ("pt", "Ele pagou quase o dobro do filho."), 0),
        (("en", "He paid almost twice as much as his son."), ("pt", "Ele pagou quase o triplo do filho."), 1),
        (("de", "Das sind dreimal so viele wie damals."), ("it", "Sono il triplo di allora."), 0),
        (("de", "Das sind dreimal so viele wie damals."), ("it", "Sono il doppio di allora."), 1),
        (("de", "So war es im Jahrzehnt davor."), ("ja", "その前の10年間も同じだった。"), 0),
        (("de", "So war es im Jahrzehnt davor."), ("ko", "그 이전 10년도 그랬다."), 0),
        (("en", "The coin is from the fifth century."), ("sv", "Myntet är från 400-talet."), 0),
        (("en", "The house is from the 19th century."), ("fi", "Talo on 1800-luvulta."), 0),
        (("en", "It takes 18 months."), ("he", "זה ייקח שנה וחצי."), 0),
        (("de", "In vierzig statt hundert Jahren."), ("ar", "في أربعين عاما بدلا من المئة."), 0),
    ],
)
def test_multiples_decades_and_centuries(source: tuple[str, str], target: tuple[str, str], count: int) -> None:
    assert len(numeric(pair(source, target))) == count
