"""Two numbers that changed places, against sentences that another language orders otherwise."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest

from checker import embed, facts
from checker.checks.context import Pair
from checker.checks.neighbours import neighbours
from checker.checks.roles import is_share, roles
from checker.checks.swap import gathered, number_groups, swaps
from checker.facts.quantities import Quantity
from checker.model import Article, Bead, Sentence, Version

CASES = tomllib.loads((Path(__file__).parent.parent / "data" / "swaps.toml").read_text(encoding="utf-8"))["case"]
ENCODER = embed.load()


def cases(kind: str) -> list[object]:
    return [
        pytest.param(case["source"], language, text, id=f"{number}-{language}")
        for number, case in enumerate(CASES)
        for language, text in case.get(kind, {}).items()
    ]


def version(language: str, text: str) -> Version:
    article, sentences = Article(language, text, ""), (Sentence(0, len(text), text),)
    return Version(article, sentences, facts.extract(article, sentences))


def paired(source: str, language: str, text: str) -> Pair:
    empty = np.zeros((0, 0))
    return Pair(version("en", source), version(language, text), (Bead((0,), (0,), 1.0),), empty, empty, ENCODER)


@pytest.mark.parametrize(("source", "language", "text"), cases("reordered"))
def test_another_order_is_no_swap(source: str, language: str, text: str) -> None:
    pair = paired(source, language, text)
    assert number_groups(pair)
    assert swaps(pair) == ()
    assert swaps(pair.swapped()) == ()


@pytest.mark.parametrize(("source", "language", "text"), cases("swapped"))
def test_exchanged_numbers_are_found_from_either_side(source: str, language: str, text: str) -> None:
    pair = paired(source, language, text)
    assert len(swaps(pair)) == 1
    assert len(swaps(pair.swapped())) == 1


def test_the_evidence_changes_its_sign_with_the_numbers() -> None:
    straight, crossed = (
        next(next(gathered(paired(source, "de", text))).couples())[2]
        for source, text in (
            ("There were 12 dogs and 31 cats.", "Es waren 12 Hunde und 31 Katzen."),
            ("There were 12 dogs and 31 cats.", "Es waren 31 Hunde und 12 Katzen."),
        )
    )
    assert (straight[:2] > 0).all()
    assert crossed == pytest.approx(-straight, abs=0.05)


def test_neighbours_are_found_on_the_other_side_of_a_number() -> None:
    pair = paired("A profit of 12 and a debt of 31.", "tr", "Kâr 12, borç 31.")
    assert min(neighbours(pair, number_groups(pair)[0]).evidence(0, 1)) > 0


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Of the 57 passengers, 19 were hurt.", ("whole", "part")),
        ("en", "Nineteen of the 57 passengers were hurt.", ("part", "whole")),
        ("de", "Von den 31.500 Stellen fallen 2800 weg.", ("whole", "part")),
    ],
)
def test_a_part_and_its_whole_are_named(language: str, text: str, expected: tuple[str, str]) -> None:
    one = version(language, text)
    first, second = [fact for fact in one.facts[0] if isinstance(fact, Quantity)]
    found = roles(one, one.sentences, first, second)
    assert found == expected
    assert is_share(found, first, second)
