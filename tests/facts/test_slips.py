"""Words with a slip of the pen."""

import pytest

from checker.facts.slips import corrections


@pytest.mark.parametrize(
    ("language", "word", "meant"),
    [
        ("en", "Indipendence", "independence"),
        ("en", "Grat", "great"),
        ("en", "Hvaing", "having"),
        ("de", "Bundesregirung", "bundesregierung"),
        ("ru", "правителство", "правительство"),
    ],
)
def test_what_a_word_was_meant_to_be(language: str, word: str, meant: str) -> None:
    assert meant in corrections(language, word)


@pytest.mark.parametrize(("language", "word"), [("en", "great"), ("en", "Ab"), ("zh", "独立"), ("en", "Stjernqvist")])
def test_nothing_is_corrected(language: str, word: str) -> None:
    assert corrections(language, word) == ()
