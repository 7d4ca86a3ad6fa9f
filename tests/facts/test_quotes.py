from __future__ import annotations

import itertools
import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.quotes import quotations

CASES = [
    (
        "de",
        "Er sagte: „Wir gehen jetzt. Niemand bleibt hier.“ Dann ging er.",
        ["Wir gehen jetzt. Niemand bleibt hier."],
    ),
    ("en", "She said \"we don't know\" and 'left' early.", ["we don't know", "left"]),
    ("en", "“He called it ‘a gift’ to us,” she said.", ["He called it ‘a gift’ to us,"]),
    ("fr", "« C’est fini », dit-elle.", [" C’est fini "]),
    ("da", "»Vi kommer i morgen«, siger hun.", ["Vi kommer i morgen"]),
    ("sv", "”Vi kommer i morgon”, säger hon.", ["Vi kommer i morgon"]),
    ("ur", "انہوں نے کہا: ’ہم کل آئیں گے۔ کوئی نہیں رہے گا۔‘", ["ہم کل آئیں گے۔ کوئی نہیں رہے گا۔"]),
    ("ja", "彼は「明日『本』を読む」と言った。", ["明日『本』を読む"]),
    ("zh", "他说：“我们明天来。”然后离开。", ["我们明天来。"]),
    ("ru", "«Мы придём завтра», — сказала она.", ["Мы придём завтра"]),
    ("id", 'Ia berkata: "Kami datang besok." Lalu pergi.', ["Kami datang besok."]),
    ("he", 'צה"ל הודיע: "נבוא מחר".', ["נבוא מחר"]),
    ("ko", '"내일 가겠다"라고 그는 말했다. 그리고 떠났다.', ["내일 가겠다"]),
    ("ko", "“내일 가겠다”고 말했다.", ["내일 가겠다"]),
    ("en", '"First part.\n\n"Second part," he said.', ['First part.\n\n"Second part,']),
    ("en", '"He told us "never" and "no," as always," she said.', ['He told us "never" and "no," as always,']),
    ("ro", "„Mesajul se numea „moarte”, le-a spus el.", ["Mesajul se numea „moarte"]),
    ("de", "„Das ist gut, sagte er. „Nein“, sagte sie.", ["Das ist gut, sagte er. ", "Nein"]),
    ("de", "Es begann „ohne Ende und blieb so.", ["ohne Ende und blieb so."]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_quotations_are_found_with_the_marks_of_the_language(language: str, text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text, language)] == expected


DIALOGUES = [
    ("ru", "— Мы придём, — сказала она. — Завтра вечером.", ["Мы придём,", "Завтра вечером."]),
    ("ru", "— Мир — это хорошо.", ["Мир — это хорошо."]),
    ("uk", "— Ми прийдемо завтра, — сказала вона.", ["Ми прийдемо завтра,"]),
    ("es", "—Vendremos mañana —dijo ella—. Traeremos pan.", ["Vendremos mañana", "Traeremos pan."]),
    ("pl", "– Przyjdziemy jutro – powiedziała. – Przyniesiemy chleb.", ["Przyjdziemy jutro", "Przyniesiemy chleb."]),
    ("pt", "— Viremos amanhã — disse ela.", ["Viremos amanhã"]),
    ("fr", "— Nous viendrons demain, dit-elle.", ["Nous viendrons demain, dit-elle."]),
    ("ru", "Он сказал: «Да».\n— Нет, — ответила она.", ["Да", "Нет,"]),
    ("ru", "– 5 кг сахара", []),
    ("no", "– Vi kommer i morgen, sier hun. Det er ikke alt.", ["Vi kommer i morgen"]),
    ("no", "– Hvem kommer? spurte han. – Alle, la hun til. Så gikk de.", ["Hvem kommer?", "Alle"]),
    ("no", "– Vi kommer, som han sa i går, sier hun.", ["Vi kommer, som han sa i går"]),
    ("no", "– Vi kommer i morgen, forsikret direktøren, som lo.", ["Vi kommer i morgen"]),
    ("no", "Det – som alltid – var fint.", []),
    ("sv", "– Vi kommer i morgon, säger hon till tidningen.", ["Vi kommer i morgon"]),
    ("da", "– Vi kommer i morgen, siger hun. Så gik hun.", ["Vi kommer i morgen"]),
    ("fi", "– Tulemme huomenna, hän sanoi. Sitten hän lähti.", ["Tulemme huomenna"]),
    ("fi", "– Tulemme huomenna, sanoi Virtanen.", ["Tulemme huomenna"]),
    ("en", "— We will come tomorrow, she said.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), DIALOGUES)
def test_dialogue_after_a_dash_is_speech_without_the_narrator(language: str, text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text, language)] == expected


MARKS: dict[str, list[str]] = json.loads(
    (files("checker.languages") / "quotes" / "cldr.json").read_text(encoding="utf-8")
)
WORDS = {"ja": "明日の本", "zh": "明天的书", "th": "หนังสือ", "ko": "내일 책", "ar": "كتاب الغد", "he": "ספר מחר"}


@pytest.mark.parametrize("language", sorted(MARKS))
def test_every_language_quotes_with_its_own_marks_and_nests_the_inner_ones(language: str) -> None:
    opening, closing, inner, outer = MARKS[language]
    word = WORDS.get(language, "alpha beta")
    quoted = f"{word} {inner}{word}{outer} {word}"
    text = f"{word} {opening}{quoted}{closing} {word}."
    assert [text[q.start : q.end] for q in quotations(text, language)] == [quoted]


@pytest.mark.parametrize("language", sorted(code for code in MARKS if MARKS[code][0] != "‘"))
def test_a_quotation_over_paragraphs_repeats_its_opening_mark(language: str) -> None:
    opening, closing, *_ = MARKS[language]
    word = WORDS.get(language, "alpha beta")
    text = f"{opening}{word}.\n\n{opening}{word}{closing} {word}."
    assert [text[q.start : q.end] for q in quotations(text, language)] == [f"{word}.\n\n{opening}{word}"]


def test_a_missing_closing_mark_is_known() -> None:
    assert [q.closed for q in quotations("„Ja“, sagte er. „Nein, sagte sie.", "de")] == [True, False]


@given(st.text(alphabet="ab „“”\"'«»「」.\n", max_size=80), st.sampled_from(["de", "en", "fr", "ja", "sv"]))
def test_quotations_lie_in_the_text_in_order_and_apart(text: str, language: str) -> None:
    rows = quotations(text, language)
    assert all(0 <= q.start <= q.end <= len(text) for q in rows)
    assert all(a.end <= b.start for a, b in itertools.pairwise(rows))


def test_a_case_ending_follows_the_closing_mark_in_turkish() -> None:
    text = 'Müdür "yarım bir rahatlama"dan söz etti: İki eser geri geldi.'
    (found,) = quotations(text, "tr")
    assert text[found.start : found.end] == "yarım bir rahatlama"
