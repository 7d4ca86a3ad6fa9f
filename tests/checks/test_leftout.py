"""A list that lost a member is told by its others standing side by side."""

from __future__ import annotations

import pytest

from checker.checks.leftout import left_out
from checker.checks.listing import Member
from checker.model import Span

TEXT = "in Osaka, Kaohsiung, Zarzis and Milan"


def lost(own: str, here: str, language: str) -> bool:
    members = []
    for word in ("Osaka", "Kaohsiung", "Zarzis", "Milan"):
        start = TEXT.index(word)
        members.append(Member(Span(start, start + len(word)), word != own, 0.9, word))
    span = next(member.span for member in members if member.word == own)
    return left_out(members, span, "en", here, language)


@pytest.mark.parametrize(
    ("own", "here", "language"),
    [
        ("Zarzis", "in Osaka, Kaohsiung und Mailand", "de"),
        ("Osaka", "w Kaohsiungu, Zarzis i Mediolanie", "pl"),
        ("Milan", "Osakassa, Kaohsiungissa ja Zarzisissa", "fi"),
    ],
)
def test_a_lost_member_is_told(own: str, here: str, language: str) -> None:
    assert lost(own, here, language)


@pytest.mark.parametrize(
    ("own", "here", "language"),
    [
        ("Zarzis", "in Osaka, Kaohsiung, Dscherdschis und Mailand", "de"),
        ("Zarzis", "in Osaka, Kaohsiung, Mailand und Dscherdschis", "de"),
        ("Osaka", "in Ohsaka, Kaohsiung, Zarzis und Mailand", "de"),
        ("Zarzis", "in Osaka, in Kaohsiung sowie spaeter in Mailand", "de"),
    ],
)
def test_one_that_is_spelled_in_another_way_is_not(own: str, here: str, language: str) -> None:
    assert not lost(own, here, language)
