"""Numbers, dates and names with digits as facts."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.facts.dates import DatePart
from checker.facts.identifiers import Identifier
from checker.facts.numeric import extract
from checker.facts.quantities import Quantity
from checker.languages.generate import LANGUAGES
from checker.model import Article, Fact, Sentence


def facts(language: str, text: str, offset: int = 0) -> tuple[Fact, ...]:
    article = Article(language, " " * offset + text, "")
    (found,) = extract(article, (Sentence(offset, offset + len(text), text),))
    return found


def values(language: str, text: str) -> list[int | float]:
    return [float(q.readings[0].value) for q in facts(language, text) if isinstance(q, Quantity) and q.readings]


def parts(language: str, text: str) -> dict[str, set[int]]:
    return {part.part: set(part.values) for part in facts(language, text) if isinstance(part, DatePart)}


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("de", "siebenhundertneunundachtzigtausend", 789_000),
        ("bg", "40-те милиона евро", 40e6),
        ("bg", "132-та милиона евро", 132e6),
        ("hr", "40-ak milijuna eura", 40e6),
        ("zh", "下调17个基本点", 0.17),
        ("en", "a 25-basis-point cut", 0.25),
        ("de", "um 25 Basispunkte", 0.25),
        ("ko", "0.25%포인트", 0.25),
        ("pl", "wzrosła o 12 proc.", 12),
        ("pl", "o 24 osoby", 24),
        ("hr", "šesto ljudi", 600),
        ("hr", "šestogodišnji dječak", 6),
        ("sr", "четрдесетогодишњак", 40),
        ("fi", "5:stä miljoonasta", 5e6),
        ("uk", "з дев’ятьма лікарнями", 9),
        ("it", "dipinti del Seicento", 1_600),
        ("it", "seicento euro", 600),
        ("de", "3,5 Mio. Euro", 3_500_000),
        ("de", "anderthalb Millionen", 1_500_000),
        ("en", "half a million", 500_000),
        ("en", "two hundred and five", 205),
        ("en", "$300+ billion", 300e9),
        ("en", "2½ million", 2_500_000),
        ("es", "3 mil 500 millones", 3_500e6),
        ("fr", "quatre-vingt-dix-sept mille trois cent vingt et un", 97_321),
        ("id", "1 juta 200 ribu", 1_200_000),
        ("ja", "1兆5000億円", 1_500e9),
        ("ja", "３万２０００人", 32_000),
        ("hi", "२,५०,०००", 250_000),
        ("ko", "4만 5000명", 45_000),
        ("zh", "六成", 60),
        ("tr", "6 bin 500 kişi", 6_500),
        ("ar", "خمسة وعشرون كتابا", 25),
        ("uk", "п’ять книжок", 5),
        ("it", "centottantaquattro pagine", 184),
        ("cs", "devětatřicetiletý muž", 39),
        ("es", "6,6 miles de millones de dólares", 6.6e9),
        ("it", "3 milioni e 600 mila euro", 3.6e6),
        ("it", "una trentina di navi", 30),
        ("zh", "3,000多亿美元", 3e11),
        ("ro", "tarife de £30m", 30e6),
        ("it", "da vent'anni", 20),
        ("zh", "6.47，", 6.47),
        ("hi", "साढ़े तीन करोड़", 3.5e7),
        ("hi", "पांच लोग", 5),
        ("ko", "2년 반", 2.5),
        ("en", "two and a half million", 2.5e6),
        ("vi", "2 triệu rưỡi", 2.5e6),
        ("vi", "66 triệu năm", 66e6),
        ("tr", "2.9 MİLYON VARİL", 2.9e6),
        ("tr", "4 binden fazla", 4000),
        ("fa", "۹۹/۹۸ درصد", 99.98),
        ("en", "group 2B", 2),
        ("en", "60 B&Q outlets", 60),
        ("en", "$60B", 60e9),
        ("en", "one hundred fiftieth", 150),
        ("ja", "5分の2", 0.4),
        ("vi", "hai phần ba", 2 / 3),
        ("de", "zwei Fünftel", 0.4),
        ("lv", "pusstunda", 0.5),
        ("ru", "шестнадцатилетний", 16),
        ("it", "sedicenne", 16),
        ("hr", "dvadesetjednogodišnji", 21),
        ("sr", "тридесетдвогодишња", 32),
        ("pl", "dwudziestodwuletni", 22),
        ("uk", "двадцятиоднорічний", 21),
        ("bg", "двайсетгодишният", 20),
        ("ca", "240 mil·límetres", 240),
        ("es", "1750 millones de euros", 1.75e9),
    ],
)
def test_numbers_of_many_shapes(language: str, text: str, number: float) -> None:
    assert values(language, text) == [number]


@pytest.mark.parametrize(
    ("language", "billion", "value"),
    [
        ("de", "Billionen", 12),
        ("en", "billion", 9),
        ("es", "billones", 12),
        ("fr", "billions", 12),
        ("ms", "bilion", 9),
    ],
)
def test_false_friends_among_scale_words(language: str, billion: str, value: int) -> None:
    assert values(language, f"2 {billion}") == [2 * 10**value]


def test_vague_numerals_are_orders_of_magnitude() -> None:
    magnitudes = {
        quantity.magnitude
        for language, text in [("de", "Hunderttausende"), ("id", "ratusan ribu"), ("en", "hundreds of thousands")]
        for quantity in facts(language, text)
        if isinstance(quantity, Quantity)
    }
    assert magnitudes == {Decimal(100_000)}


@pytest.mark.parametrize(
    ("language", "text", "readings"),
    [
        ("nl", "van 310 naar 245 miljoen lira", [{310, 310e6}, {245e6}]),
        ("el", "από 310 σε 245 εκατομμύρια", [{310, 310e6}, {245e6}]),
        ("hr", "s 310 na 245 milijuna", [{310, 310e6}, {245e6}]),
        ("ta", "310 முதல் 345 கோடி", [{310, 3.1e9}, {3.45e9}]),
        ("hu", "310 millióról 245 millióra", [{310e6}, {245e6}]),
        ("hu", "900 ezerről 2 millióra", [{900e3}, {2e6}]),
        ("es", "2019 millones de personas", [{2019e6, 2019}]),
        ("ko", "부동산 회사 세 곳", [{4}, {3}]),
        ("de", "per Elfmeter", []),
    ],
)
def test_numbers_beside_each_other(language: str, text: str, readings: list[set[float]]) -> None:
    found = [q for q in facts(language, text) if isinstance(q, Quantity)]
    assert [{float(reading.value) for reading in q.readings} for q in found] == readings


@pytest.mark.parametrize(
    ("language", "text", "hedge"),
    [
        ("en", "40 or more", "more"),
        ("en", "less than 18 percent", "less"),
        ("en", "18 percent less than a year ago", ""),
        ("de", "18 Prozent weniger als vor einem Jahr", ""),
        ("id", "18 persen lebih rendah", ""),
        ("bn", "১৮ শতাংশ কম", ""),
        ("bn", "৩ হাজারের বেশি", "more"),
        ("tr", "4 binden fazla", "more"),
        ("tr", "yüzde 18 fazla", ""),
        ("hi", "3 लाख से अधिक", "more"),
        ("ko", "30% 이상", "more"),
        ("lt", "per 40 valandų", ""),
        ("sv", "under tre år", ""),
        ("lt", "per 40 žmonių", "more"),
    ],
)
def test_a_hedge_bounds_its_number_and_a_comparison_does_not(language: str, text: str, hedge: str) -> None:
    found = [q for q in facts(language, text) if isinstance(q, Quantity)]
    assert [q.hedge for q in found[:1]] == [hedge]
    assert len(found) <= 2


@pytest.mark.parametrize(
    ("language", "text", "kind", "units"),
    [
        ("en", "just 17 second-half minutes", "count", set()),
        ("en", "a 17-second delay", "unit", {"second"}),
        ("zh", "4纳米", "unit", {"nanometer"}),
        ("ko", "310억 루피아", "currency", {"IDR"}),
        ("ko", "프랑스 팀 17명", "count", set()),
        ("ta", "24 மணி நேரத்தில்", "unit", {"hour"}),
        ("sv", "omkring fyra mil bort", "unit", {"scandinavian-mile"}),
        ("ko", "심부전 입원 6.3% 증가", "percent", set()),
        ("fi", "4,2:ta prosenttia 27 kuukaudeksi", "percent", set()),
        ("de", "Gestern gab die Lira 2,7 Prozent nach", "percent", set()),
        ("de", "für Euro 2,7 Millionen", "currency", {"EUR"}),
        ("tr", "Dolar 38,15 liraya geriledi", "currency", {"TRY"}),
        ("zh", "美元120.30日元", "currency", {"JPY"}),
        ("en", "worth EUR 30 dollars", "currency", {"EUR"}),
        ("he", "בעוד שנה וחצי", "unit", {"year"}),
        ("pl", "za rok i pół", "unit", {"year"}),
        ("ja", "重さ2.5キロ", "unit", {"kilogram", "kilometer"}),
        ("ko", "무게 2.5킬로", "unit", {"kilogram", "kilometer"}),
        ("it", "l'indice Mib 40 ha perso terreno", "count", set()),
        ("it", "40 ha di bosco", "unit", {"hectare"}),
        ("sv", "fynd från 400- och 500-talen", "decade", set()),
        ("fi", "löytöjä 400- ja 500-luvuilta", "decade", set()),
        ("da", "400- og 500-tallet", "decade", set()),
        ("da", "1800-tallet", "decade", set()),
        ("no", "400-tallet", "decade", set()),
        ("hi", "वे तेरहवें स्थान पर हैं", "ordinal", set()),
        ("fa", "در رتبه شانزدهم", "ordinal", set()),
    ],
)
def test_what_a_number_measures(language: str, text: str, kind: str, units: set[str]) -> None:
    found = [q for q in facts(language, text) if isinstance(q, Quantity) and not q.weak]
    assert (found[0].kind, found[0].units) == (kind, units)


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("bg", "лири"),
        ("el", "λίρες"),
        ("ro", "lire"),
        ("it", "lire"),
        ("pl", "lirów"),
        ("fi", "liiraa"),
        ("hi", "लीरा"),
    ],
)
def test_lira_may_be_turkish(language: str, word: str) -> None:
    (found,) = facts(language, f"25 {word}")
    assert isinstance(found, Quantity)
    assert "TRY" in found.units


def test_a_year_before_a_vague_numeral_is_none_of_it() -> None:
    year, vague = facts("de", "Im Jahr 2024 Hunderttausende")[-2:]
    assert isinstance(year, Quantity | DatePart)
    assert isinstance(vague, Quantity)
    assert vague.magnitude == Decimal(100_000)


def test_an_ambiguous_separator_keeps_both_readings() -> None:
    (number,) = facts("id", "200,125 orang")
    assert isinstance(number, Quantity)
    assert [(r.value, r.conventional) for r in number.readings] == [
        (Decimal("200.125"), True),
        (Decimal(200_125), False),
    ]
    assert number.keys == {"n:200125", "n:200.125"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "am 9. Juli um 15.30 Uhr", {"day": {9}, "month": {7}, "time": {930}}),
        ("en", "July 9th at 3:30 pm", {"day": {9}, "month": {7}, "time": {930}}),
        ("en", "Norrie May-Welby in June", {"month": {6}}),
        ("zh", "7月9日上午9点半", {"day": {9}, "month": {7}, "time": {570}}),
        ("cs", "25. 12. 2020", {"day": {25}, "month": {12}, "year": {2020}}),
        ("ja", "令和2年", {"year": {2, 2020}}),
        ("zh", "二〇二四年十月二十五日", {"year": {2024}, "month": {10}, "day": {25}}),
        ("ja", "十月五日に", {"month": {10}, "day": {5}}),
        ("zh", "2024年十二月", {"year": {2024}, "month": {12}}),
        ("tr", "ekimden itibaren", {"month": {10}}),
        ("de", "am Donnerstagnachmittag", {"weekday": {4}}),
        ("sv", "på torsdagseftermiddagen", {"weekday": {4}}),
        ("vi", "ngày 5 tháng 3 năm 2020", {"day": {5}, "month": {3}, "year": {2020}}),
        ("en", "we may march on", {}),
        ("en", "half past nine", {"time": {570, 1290}}),
        ("de", "Viertel vor zehn", {"time": {585, 1305}}),
        ("nl", "om half tien", {"time": {570, 1290}}),
        ("id", "pukul setengah sepuluh", {"time": {570, 1290}}),
        ("pl", "o wpół do dziesiątej", {"time": {570, 1290}}),
        ("hi", "शाम साढ़े पांच बजे", {"time": {1050}}),
        ("zh", "下午三点半", {"time": {930}}),
        ("ru", "за три дня и 3 дня", {}),
        ("id", "dua malam", {}),
        ("it", "alle 23,45", {"time": {1425}}),
        ("en", "8.30am", {"time": {510}}),
        ("en", "arrested Dec. 5 at noon", {"month": {12}, "day": {5}, "time": {720}}),
        ("ja", "令和元年", {"year": {2019}}),
        ("th", "ปี 2562", {"year": {2019, 2020}}),
        ("ar", "عام 1445", {"year": {1445, 2023, 2024}}),
        ("ro", "35 de luni", {}),
        ("ro", "luni seara", {"weekday": {1}}),
        ("bn", "২০২১ সালের অক্টোবরের পর", {"month": {10}}),
        ("ta", "அக்டோபருக்குப் பிறகு", {"month": {10}}),
        ("vi", "hồi tháng Chín", {"month": {9}}),
        ("vi", "hai tháng một lần", {}),
        ("ta", "பிற்பகல் 2.30 மணிக்குள்", {"time": {870}}),
        ("id", "pada Sabtu kemarin", {"weekday": {6}, "relative": set()}),
        ("pt", "aberto às sextas", {"weekday": {5}}),
        ("pt", "na terça", {"weekday": {2}}),
        ("tr", "salıdan itibaren", {"weekday": {2}}),
        ("en", "on Mondays", {"weekday": {1}}),
    ],
)
def test_parts_of_dates(language: str, text: str, expected: dict[str, set[int]]) -> None:
    assert parts(language, text) == expected


def test_a_range_of_grouped_numbers_is_no_telephone_number() -> None:
    assert values("fi", "600 000–750 000 euroa") == [600_000, 750_000]


@pytest.mark.parametrize(
    "name", ["H100", "GPT-4", "B200", "CX8", "A380", "COVID-19", "G20", "F-16", "Grok2", "737-800"]
)
def test_names_with_digits_are_no_quantities(name: str) -> None:
    found = facts("en", f"The Boeing {name} is new." if name[0].isdigit() else f"The {name} is new.")
    if name[0].isdigit():
        assert not [fact for fact in found if isinstance(fact, Identifier)]
    else:
        assert [type(fact) for fact in found] == [Identifier]


def test_the_same_name_has_the_same_key_in_other_scripts() -> None:
    (cyrillic,), (latin,) = facts("ru", "Танк Т-72 подбит"), facts("en", "A T-72 was hit")
    assert cyrillic.keys == latin.keys == {"id:t72"}


def test_a_currency_before_digits_is_no_name() -> None:
    (amount,) = facts("id", "Rp3,9 miliar")
    assert isinstance(amount, Quantity)
    assert (amount.kind, amount.units, amount.readings[0].value) == ("currency", {"IDR"}, Decimal("3.9e9"))


def test_addresses_hold_no_numbers() -> None:
    assert facts("en", "See https://example.org/2019/12 or write to bob77@example.org") == ()


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(LANGUAGES), st.text(max_size=60), st.integers(0, 5))
def test_spans_slice_back_to_the_text(language: str, text: str, offset: int) -> None:
    for fact in facts(language, text, offset):
        assert (" " * offset + text)[fact.start : fact.end] == fact.text
        assert fact.text


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(LANGUAGES), st.text(alphabet="0123456789.,:/-–+ %€$mkv", max_size=40))
def test_digits_and_signs_of_any_order_are_read(language: str, text: str) -> None:
    spans = sorted({(fact.start, fact.end) for fact in facts(language, text)})  # the parts of a date share theirs
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_the_parts_of_a_date_in_digits_share_its_span() -> None:
    found = facts("de", "1.1.2020")
    assert [(fact.start, fact.end) for fact in found] == [(0, 8)] * 3


def test_a_word_that_seldom_is_a_month_explains_one_but_is_not_missed() -> None:
    (month,) = facts("ro", "mai puțin")
    assert isinstance(month, DatePart)
    assert month.weak
    assert not month.keys


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Köyde yeni bir ocak açıldı."),
        ("hi", "छात्रों ने मार्च निकाला।"),
        ("ur", "طلبہ نے مارچ کیا۔"),
    ],
)
def test_a_word_for_a_month_that_means_something_else_is_not_missed(language: str, text: str) -> None:
    (month,) = (fact for fact in facts(language, text) if isinstance(fact, DatePart))
    assert month.weak


def test_with_a_day_it_is_the_month() -> None:
    months = [fact for fact in facts("tr", "14 Ocak günü") if isinstance(fact, DatePart) and fact.part == "month"]
    assert not months[0].weak


def test_the_hour_before_a_range_to_a_clock_is_a_time() -> None:
    times = [fact.values for fact in facts("de", "von 8.30 bis 17 Uhr") if isinstance(fact, DatePart)]
    assert times == [{510, 1230}, {1020}]


def test_an_adjective_ends_a_turkish_numeral() -> None:
    assert values("tr", "beş milyonluk bir ülke")[0] == 5_000_000
    assert values("tr", "beş milyon bir")[0] == 5_000_001


def test_a_year_of_two_digits_may_begin_with_a_zero() -> None:
    (year,) = (q for q in facts("ja", "07年に次ぐ") if isinstance(q, Quantity))
    assert Decimal(2007) in {reading.value for reading in year.readings}


def test_decimals_may_share_the_scale_of_the_sentence_before() -> None:
    first, second = "La linea costa 3,4 miliardi.", "La banca ne presta 1,7, lo Stato ne ha chiesti 12."
    sentences = Sentence(0, len(first), first), Sentence(len(first), len(first) + len(second), second)
    _, rest = extract(Article("it", first + second, ""), sentences)
    found = {q.text: {r.value for r in q.readings} for q in rest if isinstance(q, Quantity)}
    assert Decimal(1_700_000_000) in found["1,7"]
    assert found["12"] == {Decimal(12)}


def test_times_of_two_zones_have_a_minute_in_common() -> None:
    (berlin,), (london,) = facts("en", "20:00 CET"), facts("en", "19:00 GMT")
    assert isinstance(berlin, DatePart)
    assert isinstance(london, DatePart)
    assert berlin.values & london.values


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the nineties"),
        ("en", "the 1990s"),
        ("de", "die 90er"),
        ("es", "los años 90"),
        ("fr", "les années quatre-vingt-dix"),
        ("it", "gli anni '90"),
        ("id", "tahun 1990-an"),
        ("hi", "90 के दशक"),
        ("hu", "a kilencvenes években"),
        ("ja", "1990年代"),
        ("zh", "九十年代"),
        ("vi", "thập niên 90"),
        ("nl", "jaren negentig"),
        ("he", "שנות התשעים"),
    ],
)
def test_decades(language: str, text: str) -> None:
    (decade,) = (q for q in facts(language, text) if isinstance(q, Quantity) and q.kind == "decade")
    assert Decimal(90) in {reading.value for reading in decade.readings}


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [("es", "Hubo 35,1 millones de pasajeros.", 35_100_000), ("it", "Erano 31,2 milioni.", 31_200_000)],
)
def test_a_decimal_before_a_vague_word_is_no_year(language: str, text: str, value: int) -> None:
    assert values(language, text) == [value]


@pytest.mark.parametrize("text", ["2.025.000 ¥", "1.010.000 Euro", "12.025.000"])
def test_grouped_thousands_are_no_date(text: str) -> None:
    assert values("de", text) == [int("".join(filter(str.isdigit, text)))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "pada Kamis (2/10)"),
        ("vi", "hôm thứ Năm, 2/10, phá hủy"),
        ("vi", "ngày 2/10"),
        ("ar", "يوم الخميس (2/10)"),
    ],
)
def test_two_small_numbers_behind_a_weekday_are_a_day_and_a_month(language: str, text: str) -> None:
    found = parts(language, text)
    assert (found["day"], found["month"]) == ({2}, {10})


@pytest.mark.parametrize(
    ("language", "text", "day", "month"),
    [
        ("en", "on 6/7/2024", {6, 7}, {6, 7}),
        ("en", "on 2024-06-07", {7}, {6}),
        ("fr", "le 6/7/2024", {6}, {7}),
        ("sv", "den 6/7/2024", {6, 7}, {6, 7}),
    ],
)
def test_which_number_is_the_day(language: str, text: str, day: set[int], month: set[int]) -> None:
    found = parts(language, text)
    assert (found["day"], found["month"]) == (day, month)


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("de", "gewonnen in 4:31:08 Stunden", [4, 31, 8]),
        ("de", "mit 1:42,5 Minuten Rückstand", [1, 42.5]),
        ("fr", "en 4h 31' 08''", [4, 31, 8]),
        ("it", "a 1’42’’", [1, 42]),
        ("es", "4h31:08", [4, 31, 8]),
        ("en", "four hours, 31 minutes and eight seconds", [4, 31, 8]),
    ],
)
def test_a_duration_is_its_hours_minutes_and_seconds(language: str, text: str, values: list[float]) -> None:
    found = [fact for fact in facts(language, text) if isinstance(fact, Quantity)]
    assert [float(fact.readings[0].value) for fact in found] == values
    assert {unit for fact in found for unit in fact.units} <= {"hour", "minute", "second"}


@pytest.mark.parametrize(
    ("language", "text"), [("de", "um 10:15:30 Uhr"), ("en", "at 10:15:30 am"), ("es", "a las 10:15 horas")]
)
def test_a_time_of_day_is_no_duration(language: str, text: str) -> None:
    (found,) = facts(language, text)
    assert isinstance(found, DatePart)
    assert found.values == {615} or 615 in found.values


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("tr", "86 bin Sudan lirası", "SDG"),
        ("en", "86,000 Sudanese pounds", "SDG"),
        ("fr", "5 000 dinars algériens", "DZD"),
        ("de", "5000 algerische Dinar", "DZD"),
        ("tr", "78 bin wondan", "KRW"),
        ("fi", "300 euroon", "EUR"),
    ],
)
def test_a_currency_by_its_name(language: str, text: str, code: str) -> None:
    (found,) = facts(language, text)
    assert isinstance(found, Quantity)
    assert code in found.units


def test_a_kind_of_currency_may_be_any_of_them() -> None:
    (found,) = facts("en", "5 million dinars")
    assert isinstance(found, Quantity)
    assert {"DZD", "TND", "RSD"} <= found.units


def test_a_number_behind_a_letter_and_before_a_hyphen_is_no_time() -> None:
    (found,) = facts("ru", "переходит к 24-летнему бельгийцу")
    assert isinstance(found, Quantity)


def test_a_comma_parts_numbers_that_go_down() -> None:
    first, second = (fact for fact in facts("da", "nummer to, 1 minut") if isinstance(fact, Quantity))
    assert not first.units
    assert second.units == {"minute"}


def test_the_months_of_a_quarter_are_not_missed() -> None:
    found = [fact for fact in facts("ja", "7〜9月期の利益") if isinstance(fact, DatePart)]
    assert [(fact.values, fact.weak) for fact in found] == [({7}, True), ({9}, True)]


def test_elsewhere_they_are_a_fraction() -> None:
    assert "day" not in parts("en", "2/10 of them")


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("fi", "yli kahdeksan celsiusasteen", "celsius"),
        ("fi", "yli kahdeksan fahrenheitasteen", "fahrenheit"),
        ("tr", "8 santigrat derecenin üzerine", "celsius"),
        ("ar", "150 ميغاواط", "megawatt"),
    ],
)
def test_units_in_the_forms_of_running_text(language: str, text: str, unit: str) -> None:
    assert [q.units for q in facts(language, text) if isinstance(q, Quantity)] == [{unit}]


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("ru", "750 миллионов долларов", "USD"),
        ("uk", "5 фунтів", "GBP"),
        ("ja", "750ポンド", "GBP"),
        ("hi", "5 पाउंड", "GBP"),
        ("hu", "5 dollár", "USD"),
        ("is", "5 pund", "GBP"),
        ("sv", "5 kronor", "SEK"),
        ("no", "5 kroner", "NOK"),
        ("fr", "5 francs", "CHF"),
        ("hi", "5 रुपये", "INR"),
    ],
)
def test_the_commonest_currency_of_a_kind_is_among_its_codes(language: str, text: str, code: str) -> None:
    (found,) = facts(language, text)
    assert isinstance(found, Quantity)
    assert code in found.units


def test_a_month_in_characters_alone_is_weak_and_days_alone_are_counted() -> None:
    (month,) = [fact for fact in facts("zh", "自三月选举以来") if isinstance(fact, DatePart)]
    assert month.weak
    assert month.values == {3}
    for counted in ("三十一日", "一年", "五六月", "三个月"):
        assert not [fact for fact in facts("zh", counted) if isinstance(fact, DatePart)]


def test_the_name_of_a_day_is_no_unit() -> None:
    amount, day = facts("ar", "بلغت الحرارة 45.8 يوم الخميس")
    assert isinstance(amount, Quantity)
    assert not amount.units
    assert isinstance(day, DatePart)
    (lasting,) = facts("ar", "استمرت 45 يوما")
    assert isinstance(lasting, Quantity)
    assert lasting.units == {"day"}
