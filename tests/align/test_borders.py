"""A border that cuts a quotation, a bracket or a sentence is known as such, whatever the house style."""

from __future__ import annotations

import numpy as np
import pytest

from checker.align.borders import LONGEST_BRACKET, borders
from checker.align.grid import whole
from tests.align.versions import version


def cuts(texts: list[str]) -> list[float]:
    return borders(version(texts), version(["Yes."], "de")).sentence[0].tolist()


def quotation(texts: list[str]) -> list[float]:
    return borders(version(texts), version(["Yes."], "de")).quotation[0].tolist()


@pytest.mark.parametrize(
    "texts",
    [
        ["He said: “We go. ", "We stay.” ", "So it was."],
        ["Er sagte: „Wir gehen.", "Wir bleiben.“", "So war es."],
        ['He said: "We go.', 'We stay."', "So it was."],
        ["'We go, and it's late.", "The boys' bus left.'", "So it was."],
        ["Il dit : « On part.", "On reste. »", "Ce fut ainsi."],
        ['Il dit : " On part.', 'On reste ", dit-il.', "Ce fut ainsi."],
        ["彼は「行こう。", "残ろう。」と言った。", "そうなった。"],
        ["他说：“我们走。", "我们留。”", "就这样。"],
        ["»Vi går.", "Vi bliver,« sagde han.", "»Nej.«"],
        ["«Идём.", "Остаёмся», сказал он.", "Так и было."],
    ],
)
def test_a_quotation_of_two_sentences_in_many_styles(texts: list[str]) -> None:
    assert quotation(texts) == [0, 1, 0, 0]


def test_a_mark_without_its_partner_says_nothing() -> None:
    found = quotation(["One.", "“Two.", "Three.", "Four."])
    assert found[:2] == [0, 0]
    assert np.isnan(found[2:]).all()
    pair = borders(version(["“Two.", "Three."]), version(["„Zwei.“", "Drei."], "de"))
    assert not pair.unequal(whole(2, 2)).any()


def test_a_quotation_repeated_by_paragraphs_goes_on() -> None:
    assert quotation(["“One.", "“Two.", "“Three.”", "Four."]) == [0, 1, 1, 0, 0]


def test_only_one_side_in_the_midst_of_a_quotation_is_unequal() -> None:
    grid = whole(2, 2)
    found = borders(version(["“One.", "Two.”"]), version(["Eins.", "„Zwei.“"], "de")).unequal(grid)
    assert found[grid.node(np.array([1]), np.array([1]))[0]] == 1
    assert found[grid.node(np.array([2]), np.array([2]))[0]] == 0


def test_small_letters_and_brackets_go_on() -> None:
    assert cuts(["It rained;", "« then it stopped.", "All went home."]) == [0, 1, 0, 0]
    assert cuts(["A book (London:", "Collins 1956) came.", "All read it."]) == [0, 1, 0, 0]
    assert cuts(["A book (London:", "Collins came.", "All read it."]) == [0, 0, 0, 0]
    assert cuts(["A (b", *["C"] * LONGEST_BRACKET, "D) e"]) == [0] * (LONGEST_BRACKET + 3)


def test_a_script_without_capitals_cuts_nothing() -> None:
    assert cuts(["ერთი.", "ორი.", "სამი."]) == [0, 0, 0, 0]
