"""The arithmetic behind missing clauses and moved marks, and that both directions see the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks import addition, omission, untranslated
from checker.checks.clauses import extent, is_bounded, lowest
from checker.checks.context import Pair
from checker.checks.lexical import Tokens
from checker.config import Config
from checker.model import Article, Span
from checker.pipeline import _align, compare, prepare
from tests.checks.test_passages import ARTICLE, CASES, ENCODER, changed

GAINS = st.lists(st.floats(-5, 5, allow_nan=False).map(lambda value: round(value, 3)), max_size=12)


@given(GAINS)
def test_the_run_found_has_the_greatest_sum(gains: list[float]) -> None:
    start, end = lowest(np.array(gains))
    sums = [sum(gains[i:j]) for i in range(len(gains)) for j in range(i, len(gains) + 1)]
    assert sum(gains[start:end]) == pytest.approx(max([0.0, *sums]))


@given(st.text(max_size=60), st.text(max_size=60))
def test_extents_add_up_and_are_no_shorter_than_the_text(first: str, second: str) -> None:
    assert extent(first + second) == pytest.approx(extent(first) + extent(second))
    assert extent(first) >= len(first)


def test_a_character_counts_as_several_letters() -> None:
    assert extent("新桥") > extent("かな") > extent("ab")


@pytest.mark.parametrize(
    ("stretch", "bounded"),
    [
        ("and the mayor of the town", True),
        ("who was in a hurry", True),
        ("The bridge", True),
        ("left early", True),
        ("of the town", False),
        ("mayor of the", False),
        ("in-law was", False),
    ],
)
def test_a_stretch_is_bounded_by_a_mark_or_by_an_end_of_its_side(stretch: str, bounded: bool) -> None:
    text = (
        "The bridge is closed, and the mayor of the town council's brother-in-law was there (who was in a hurry) "
        "as he left early."
    )
    words = ENCODER.tokens(text)
    start = text.index(stretch)
    assert is_bounded(Span(start, start + len(stretch)), Tokens(*words), text) is bounded


def pair(number: int, language: str) -> Pair:
    case = CASES[number]
    rows = changed(ARTICLE["de"], case["at"], case.get("source", {}).get("de"))
    source = prepare(Article("de", "\n".join(rows), "a"))
    target = changed(ARTICLE[language], case["at"], case["text"][language])
    return _align(source, prepare(Article(language, "\n".join(target), "b")), ENCODER)[1]


@pytest.mark.parametrize("language", ["en", "es", "ru", "zh", "ja"])
def test_swapping_the_versions_mirrors_omission_and_addition(language: str) -> None:
    number = next(i for i, case in enumerate(CASES) if case["check"] == "omission" and language in case["text"])
    forth, back = list(omission.check(pair(number, language))), list(addition.check(pair(number, language).swapped()))
    assert [(f.source, f.target) for f in forth] == [(f.target, f.source) for f in back]
    assert forth


@pytest.mark.parametrize("language", ["en", "fr", "zh", "ar"])
def test_swapping_the_versions_mirrors_untranslated(language: str) -> None:
    for number, case in enumerate(CASES):
        if case["check"] == "untranslated" and language in case["text"]:
            here = pair(number, language)
            forth, back = list(untranslated.check(here)), list(untranslated.check(here.swapped()))
            assert {(f.source, f.target) for f in forth} == {(f.target, f.source) for f in back}
            assert forth


def test_one_sentence_versions_and_empty_ones_are_harmless() -> None:
    for texts in (("", ""), ("Hallo.", ""), ("Hallo.", "Hello."), ("„", "“"), ("«" * 50, "»" * 50)):
        versions = prepare(Article("de", texts[0], "a")), prepare(Article("en", texts[1], "b"))
        found = compare("x", versions[0], versions[1], ENCODER, Config()).findings
        assert [finding for finding in found if finding.severity == "error"] == []


THAI = [
    "สะพานเก่าข้ามแม่น้ำจะปิดซ่อมตั้งแต่เดือนพฤษภาคม",
    "นายกเทศมนตรีแอนนา ไวส์ กล่าวว่างานซ่อมจะใช้เวลาสองปี และเมืองจะจ่ายค่าใช้จ่ายครึ่งหนึ่ง",
    "ชาวบ้านที่อาศัยอยู่ริมแม่น้ำกังวลเรื่องเสียงดัง เพราะรถบรรทุกจะวิ่งผ่านถนนของพวกเขาทั้งวันทั้งคืน",
    "เด็กนักเรียนจะต้องนั่งเรือไปโรงเรียน ซึ่งใช้เวลานานกว่าเดิมยี่สิบนาที",
    "ร้านค้าในย่านเมืองเก่ากลัวว่าลูกค้าจะไม่มา และขอให้เมืองลดภาษี",
]
ENGLISH = [
    "The old bridge over the river will be closed for repairs from May.",
    "Mayor Anna Weiss said that the work would take two years and that the city would pay half of the cost.",
    "Residents along the river worry about the noise because lorries will drive through their street day and night.",
    "Pupils will have to go to school by boat, which takes twenty minutes longer than before.",
    "Shops in the old town fear that customers will stay away and ask the city to lower taxes.",
]


def missed(thai: list[str], english: list[str]) -> list[str]:
    """What omission and addition say of a Thai version, written as one paragraph, and an English one."""
    source = prepare(Article("en", " ".join(english), "a"))
    target = prepare(Article("th", " ".join(thai), "b"))
    found = compare("bridge", source, target, ENCODER, Config()).findings
    return [f.check for f in found if f.check in ("omission", "addition") and f.severity != "note"]


def test_a_faithful_version_in_a_language_without_final_marks_lacks_nothing() -> None:
    assert missed(THAI, ENGLISH) == []


@pytest.mark.parametrize("place", [1, 4])
def test_a_sentence_that_a_language_without_final_marks_lost_is_found(place: int) -> None:
    assert missed(THAI[:place] + THAI[place + 1 :], ENGLISH) == ["omission"]


def test_the_word_of_an_amount_that_both_languages_have_is_not_left_untranslated() -> None:
    source = prepare(Article("en", "He must also pay a fine of 24.5 million lira.\nThe court sits again in May.", "a"))
    target = prepare(Article("tr", "Ayrıca 24,5 milyon lira ceza ödeyecek.\nMahkeme mayısta yeniden toplanacak.", "b"))
    findings = compare("fine", source, target, ENCODER, Config()).findings
    assert [finding.message for finding in findings if finding.check == "untranslated"] == []
