"""Where a word has fallen out, and where nothing has."""

import pytest

from checker.facts.holes import holed


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The line ends in .", "en"),
        ("The cuisine of, like its music, is old.", "en"),
        ("She worked at on Tuesdays.", "en"),
        ("They sailed to Kyushu,, and home.", "en"),
        ("Half of 's children stayed.", "en"),
        ("Il vit à Lyon et travaille pour.", "fr"),
        ("Он живёт в, недалеко от реки.", "ru"),
    ],
)
def test_a_hole(text: str, language: str) -> None:
    assert holed(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The line ends in Graz, which is old.", "en"),
        ("The plan that she came up with, and of which he spoke, is old.", "de"),
        ("He has lived in and around Graz, among others.", "en"),
        ("Er kommt aus Graz , sagte sie .", "de"),
        ("Il vit à Lyon, et travaille pour elle.", "fr"),
        ("Il vit à Lyon et, bien entendu, à Paris.", "fr"),
        ("They sailed and, of course, sank.", "en"),
        ("Introduced in 2019, the law is old.", "en"),
        ("Daar weet hij niets van.", "nl"),
        ("Hun gik med.", "da"),
    ],
)
def test_none(text: str, language: str) -> None:
    assert not holed(text, language)
