"""A list of names is told by what stands between its members."""

from __future__ import annotations

import pytest

from checker.checks.listing import Member, listed, members
from checker.model import Span


def in_list(text: str, own: str, names: dict[str, bool]) -> bool:
    rows = members(text, span(text, own), [Member(span(text, name), found) for name, found in names.items()])
    return listed(span(text, own), rows)


def span(text: str, word: str) -> Span:
    return Span(text.index(word), text.index(word) + len(word))


@pytest.mark.parametrize(
    ("text", "names", "own"),
    [
        ("in Osaka, Kaohsiung und Mailand", ("Osaka", "Mailand"), "Kaohsiung"),
        ("in Osaka, Kaohsiung und Mailand", ("Osaka", "Kaohsiung"), "Mailand"),
        ("Padova, Bologna e Lugano", ("Bologna", "Lugano"), "Padova"),
        ("東京・大阪・京都", ("東京", "京都"), "大阪"),
    ],
)
def test_a_member_of_a_list_is_told(text: str, names: tuple[str, ...], own: str) -> None:
    assert in_list(text, own, dict.fromkeys(names, True))


@pytest.mark.parametrize(
    ("text", "names", "own"),
    [
        ("Osaka lies far from Kaohsiung and Milan", ("Kaohsiung", "Milan"), "Osaka"),
        ("Osaka and Milan", ("Milan",), "Osaka"),
    ],
)
def test_other_names_are_no_list(text: str, names: tuple[str, ...], own: str) -> None:
    assert not in_list(text, own, dict.fromkeys(names, True))


def test_members_without_a_counterpart_prove_nothing() -> None:
    text = "in Osaka, Kaohsiung und Mailand"
    assert not in_list(text, "Kaohsiung", {"Osaka": True, "Mailand": False})
