"""Words of two quotations that exclude each other, in several languages."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from checker import embed
from checker.checks import quote
from checker.checks.contraries import contrast
from checker.checks.lexical import Tokens, unit
from checker.checks.replaced import Quoted
from checker.model import Article
from checker.pipeline import _align, prepare

ENCODER = embed.load()
DATA = Path(__file__).parents[1] / "data" / "checks" / "replaced.toml"
ARTICLES: dict[str, Any] = tomllib.loads(DATA.read_text(encoding="utf-8"))


def words(text: str) -> Tokens:
    found = ENCODER.tokens(text)
    return Tokens(found.spans, unit(found.vectors) * found.weights[:, None], found.weights)


def measured(source: tuple[str, str], target: tuple[str, str]) -> float:
    one, other = (Quoted(text, language, words(text)) for language, text in (source, target))
    return contrast((one, other), (one.words, other.words), ENCODER)


GERMAN = ("de", "Am Abend war der Saal leer, und wir haben trotzdem gespielt.")
CONTRARY = [
    (GERMAN, ("en", "In the evening the hall was full, and we played all the same.")),
    (GERMAN, ("fr", "Le soir, la salle était pleine, et nous avons joué quand même.")),
    (
        ("en", "The rules are dangerous for our children."),
        ("es", "Las normas son seguras para nuestros hijos."),
    ),
    (("en", "My shoulder hurts when I lift something."), ("de", "Mein Knie schmerzt, wenn ich etwas hebe.")),
    (("it", "Abbiamo costruito una scuola in due anni."), ("en", "We built a hospital in two years.")),
]
FAITHFUL = [
    (GERMAN, ("en", "In the evening the hall was empty, and we played all the same.")),
    (
        ("en", "The rules are dangerous for our children."),
        ("es", "Las normas son peligrosas para nuestros hijos."),
    ),
    (("en", "My shoulder hurts when I lift something."), ("de", "Meine Schulter schmerzt, wenn ich etwas hebe.")),
    (("en", "The rich get richer and the poor get poorer."), ("de", "Die Reichen werden reicher und die Armen ärmer.")),
]


@pytest.mark.parametrize(("source", "target"), CONTRARY)
def test_words_that_exclude_each_other_contrast(source: tuple[str, str], target: tuple[str, str]) -> None:
    assert measured(source, target) >= quote.CONTRARY
    assert measured(source, target) == pytest.approx(measured(target, source))


@pytest.mark.parametrize(("source", "target"), FAITHFUL)
def test_faithful_words_do_not(source: tuple[str, str], target: tuple[str, str]) -> None:
    assert measured(source, target) < quote.CONTRARY


def test_a_denial_turns_a_word_into_its_opposite() -> None:
    english = ("en", "The hall was not empty in the evening.")
    assert measured(("de", "Am Abend war der Saal voll."), english) < quote.CONTRARY
    assert measured(("de", "Am Abend war der Saal nicht voll."), english) >= quote.CONTRARY


def test_a_version_that_names_both_says_neither() -> None:
    assert measured(GERMAN, ("en", "The hall was full at noon and empty at night.")) < quote.CONTRARY


def test_there_is_no_contrast_without_words() -> None:
    assert measured(GERMAN, ("en", "")) == 0.0


def test_no_entry_stands_on_both_sides() -> None:
    table = tomllib.loads((files("checker.languages") / "contraries.toml").read_text(encoding="utf-8"))
    for one, other in table["opposites"]:
        assert one
        assert other
        assert not set(one) & set(other)
    for field in table["fields"]:
        assert len(field) == len(set(field)) > 1


@pytest.mark.parametrize(("hall", "count"), [("full of people", 1), ("empty of people", 0)])
def test_the_check_reports_them(hall: str, count: int) -> None:
    german, english = list(ARTICLES["de"]["lines"]), list(ARTICLES["en"]["lines"])
    german[2] = "„Am Abend war der Saal leer, und wir haben trotzdem bis Mitternacht gespielt“, schrieb Feld."
    english[2] = f"“In the evening the hall was {hall}, and we played until midnight all the same,” Feld wrote."
    versions = [prepare(Article(code, "\n".join(rows), code)) for code, rows in (("de", german), ("en", english))]
    pair = _align(versions[0], versions[1], ENCODER)[1]
    findings = [finding for finding in quote.check(pair) if finding.severity != "note"]
    assert len(findings) == count


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            ("en", "The order was strict, not unlawful."),
            ("de", "Die Anordnung war streng, nicht rechtswidrig."),
        ),
        (("de", "Die Anordnung ist nicht rechtswidrig."), ("ru", "Распоряжение не является незаконным.")),
        (("en", "She was never dishonest with us."), ("id", "Dia tidak pernah tidak jujur kepada kami.")),
        (("en", "The strike was not illegal."), ("id", "Pemogokan itu tidak melanggar hukum.")),
        (("en", "The strike was not illegal."), ("ar", "الإضراب ليس غير قانوني.")),
    ],
)
def test_two_denials_are_none(source: tuple[str, str], target: tuple[str, str]) -> None:
    assert measured(source, target) < quote.CONTRARY
    assert measured(target, source) < quote.CONTRARY


def test_a_word_formed_by_a_denial_leans_to_the_pole_of_a_denial_alone() -> None:
    assert measured(("de", "Der Streik ist rechtswidrig."), ("en", "The strike is unlawful.")) < quote.CONTRARY
    assert measured(("de", "Der Streik ist rechtmäßig."), ("en", "The strike is unlawful.")) >= quote.CONTRARY
