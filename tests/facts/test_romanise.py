"""What names in other scripts are read as."""

from __future__ import annotations

import pytest

from checker.checks.hearing import HEARD, heard, heard_in_a_run, sound_of
from checker.facts.romanise import roman


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("エリック", "eriku"),
        ("ジョンソン", "jonson"),
        ("フィンランド", "finrando"),
        ("キャメロン", "kyameron"),
        ("ティモシー", "timoshi"),
        ("โคโซโว", "kosowo"),
        ("แคเมอรูน", "kamerun"),
        ("เปรู", "peru"),
        ("लंदन", "landan"),
        ("चाड", "chad"),
        ("ব্যাংক", "bangk"),
        ("চেক", "chek"),
        ("트럼프", "tlomp"),
        ("스미스", "smis"),
        ("تشارلز", "chrlz"),
        ("כהן", "khn"),
    ],
)
def test_a_script_is_read_by_its_rules(word: str, latin: str) -> None:
    assert roman(word) == latin


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("埃里克", "エリック"),
        ("ロッテルダム", "Rotterdam"),
        ("แคนาดา", "Canada"),
        ("ব্যাংক", "Bank"),
        ("Lucknow", "लखनऊ"),
    ],
)
def test_a_name_is_heard_across_scripts(one: str, other: str) -> None:
    assert heard(sound_of(one), sound_of(other), False) >= HEARD


def test_a_name_is_heard_in_thai_without_spaces() -> None:
    text = "นายโคโซโวกล่าวว่าแคเมอรูนจะลงนามในสัปดาห์หน้า"
    assert heard_in_a_run(sound_of("Cameroon"), text) >= HEARD
    assert heard_in_a_run(sound_of("Guatemala"), text) < HEARD
