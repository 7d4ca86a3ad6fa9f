"""Every language has every table, and the page about them is up to date."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from checker.facts.lexicon import Line, lexicon, pairs
from checker.facts.tokens import tokenize
from checker.languages import cldr, coverage, section, shared
from checker.languages.generate import LANGUAGES
from checker.languages.names import english_name

REQUIRED = (
    "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id is it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv ta"
)
REQUIRED_TOO = "th tr uk ur vi zh"


def test_the_languages_that_matter_are_registered() -> None:
    assert set(LANGUAGES) >= {*REQUIRED.split(), *REQUIRED_TOO.split()}


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_language_lacks_a_table(code: str) -> None:
    counts = coverage.counts_of(code)
    assert not [column for column, count in counts.items() if not count], counts
    assert {cldr(code, "months")[form] for form in cldr(code, "months")} == set(range(1, 13))
    assert {cldr(code, "weekdays")[form] for form in cldr(code, "weekdays")} == set(range(1, 8))
    assert cldr(code, "separators")["decimal"] in (".", ",")
    assert english_name(code) != code


@pytest.mark.parametrize("code", LANGUAGES)
def test_written_tables_name_known_units_and_powers(code: str) -> None:
    known = {unit for sizes in shared("units").values() for unit in sizes}
    assert {unit for _, units in pairs(section(code, "units")) for unit in units.split()} <= known
    for name in ("scale", "vague"):
        for form, power in pairs(section(code, name)):
            assert power == "none" or power.removeprefix("x").isdigit(), (form, power)
    for form, numbers in pairs(section(code, "months")):
        assert numbers == "none" or 1 <= int(numbers) <= 12, form


def test_generated_tables_are_sorted_json() -> None:
    for code in LANGUAGES:
        text = (files("checker.languages") / "cldr" / f"{code}.json").read_text(encoding="utf-8")
        assert json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, indent=0) + "\n" == text


def test_the_page_is_up_to_date() -> None:
    assert coverage.TARGET.read_text(encoding="utf-8") == coverage.page()


def test_an_unknown_language_reads_digits() -> None:
    line = Line.of(tokenize("123 xyz"), lexicon("xx"))
    assert [token.kind for token in line.tokens] == ["number", "word"]
    assert english_name("xx") == "xx"
