"""Pairs of words that nobody writes, and a full stop that stands apart from its word."""

import pytest

from checker.facts.holes import holed


@pytest.mark.parametrize(
    "text",
    [
        "Mr. admitted the theft.",
        "The talks between and Graz went on.",
        "The -based firm grew.",
        "Near the river, he met the mayor of old .",
    ],
)
def test_torn(text: str) -> None:
    assert holed(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "The May vote was close.",
        "A well-based claim.",
        "Here , too , he waited .",
        "Mr. Hall, who came from and to Graz.",
    ],
)
def test_whole(text: str) -> None:
    assert not holed(text, "en")
