"""Encodings: the right text, or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import InputError
from checker.read.encodings import decode

PATH = Path("article.txt")
TEXTS = {
    "de": "Die Stadt prüft die Pläne für den Ausbau der Straße, sagte Bürgermeisterin Müller – „endlich“. ",
    "fr": "La ville étudie les plans de la route, a déclaré le maire. « C'est décidé », dit-il. ",
    "es": "La ciudad revisará los planes de construcción, dijo el alcalde. La decisión será en mayo, según él. ",
    "cs": "Město prověřuje plány na výstavbu silnice, řekl primátor. Rozhodnutí padne v květnu, žluťoučký kůň. ",
    "pl": "Miasto sprawdza plany budowy drogi, powiedział burmistrz. Źródło: żółta księga, śnieg i gołąb. ",
    "hu": "A város megvizsgálja az útépítési terveket, mondta a polgármester. Őszre döntenek, hűvös időben. ",
    "lt": "Miestas tikrina kelio statybos planus, sakė meras. Sprendimas bus priimtas gegužę, žąsys skrenda. ",
    "tr": "Şehir yol yapım planlarını inceliyor, dedi başkan. Karar mayısta çıkacak, ışık güzel. ",
    "ru": "Город проверяет планы строительства дороги, сказал мэр. Решение примут в мае. ",
    "uk": "Місто перевіряє плани будівництва дороги, сказав мер. Рішення ухвалять у травні. ",
    "bg": "Градът проверява плановете за строежа на пътя, каза кметът. Решението е през май. ",
    "el": "Η πόλη εξετάζει τα σχέδια για την κατασκευή του δρόμου, είπε ο δήμαρχος. ",
    "ar": "تدرس المدينة خطط بناء الطريق، قال العمدة. القرار في مايو. ",
    "he": "העיר בוחנת תוכניות לבניית הכביש, אמר ראש העיר. ",
    "th": "เมืองกำลังพิจารณาแผนการสร้างถนน นายกเทศมนตรีกล่าว ",
    "zh": "市政府周四宣布了新的道路建设计划，预计耗资两亿元。",
    "ja": "市は木曜日に新しい道路計画を発表した。費用は二億円の見込み。",
    "ko": "시는 목요일에 새로운 도로 건설 계획을 발표했다. 비용은 이억 원이다. ",
}
LEGACY = [
    ("de", "cp1252"),
    ("fr", "cp1252"),
    ("es", "iso8859_1"),
    ("cs", "cp1250"),
    ("cs", "iso8859_2"),
    ("pl", "cp1250"),
    ("pl", "iso8859_2"),
    ("hu", "iso8859_2"),
    ("lt", "cp1257"),
    ("tr", "cp1254"),
    ("tr", "iso8859_9"),
    ("ru", "cp1251"),
    ("ru", "koi8_r"),
    ("uk", "cp1251"),
    ("bg", "cp1251"),
    ("el", "cp1253"),
    ("el", "iso8859_7"),
    ("ar", "cp1256"),
    ("he", "cp1255"),
    ("th", "cp874"),
    ("zh", "gb18030"),
    ("ja", "shift_jis"),
    ("ja", "euc_jp"),
    ("ko", "euc_kr"),
]


@pytest.mark.parametrize(("language", "codec"), LEGACY)
@pytest.mark.parametrize("named", [True, False])
def test_legacy_encodings(language: str, codec: str, named: bool) -> None:
    text = TEXTS[language] * 4
    assert decode(text.encode(codec), language if named else None, PATH) == text


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_encodings(language: str, codec: str) -> None:
    assert decode(TEXTS[language].encode(codec), language, PATH) == TEXTS[language]


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_unicode_with_a_mark_of_either_order(codec: str) -> None:
    assert decode(f"\ufeff{TEXTS['ru']}".encode(codec), "ru", PATH) == TEXTS["ru"]


@pytest.mark.parametrize(
    "head",
    ['<meta charset="koi8-r">', "<META http-equiv=x content='text/html; charset=koi8-r'>", "<?xml encoding='koi8-r'?>"],
)
def test_a_declared_encoding_comes_before_a_guess(head: str) -> None:
    page = f"{head}<p>мир</p>"
    assert decode(page.encode("koi8_r"), "ru", PATH) == page


def test_a_wrong_declaration_does_not_hurt_utf8() -> None:
    page = '<meta charset="latin1"><p>Fähre</p>'
    assert decode(page.encode(), "de", PATH) == page


def test_latin_1_means_windows_1252_as_in_browsers() -> None:
    page = '<meta charset="iso-8859-1"><p>„Fähre“ – 5 €</p>'
    assert decode(page.encode("cp1252"), "de", PATH) == page


def test_a_truncated_utf8_file_is_refused() -> None:
    with pytest.raises(InputError, match="UTF-8"):
        decode(TEXTS["zh"].encode()[:-1] + b"\xff\xfe\x81", "zh", PATH)


def test_letters_of_another_language_are_no_confidence() -> None:
    with pytest.raises(InputError, match="confidence"):
        decode(TEXTS["ru"].encode("koi8_r"), "de", PATH)


@given(st.binary(min_size=1, max_size=300))
def test_no_replacement_characters_whatever_the_bytes(data: bytes) -> None:
    try:
        text = decode(data, "de", PATH)
    except InputError:
        return
    assert "\ufffd" not in text or "\ufffd".encode() in data or data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00"))
