"""The language of a text: langdetect's own answer, got faster."""

from __future__ import annotations

import pytest
from langdetect import DetectorFactory, detect_langs

from checker import detect
from checker.languages import primary

TEXTS = {
    "de": "Die Werft in Rostock baut bis Ende Juli drei Fähren, sagte die Sprecherin am Montag. Zwei sind bestellt.",
    "en": "The shipyard will build three ferries by the end of July, a spokeswoman said on Monday. Two were ordered.",
    "fr": "Le chantier naval construira trois ferries d'ici la fin de juillet, a déclaré lundi une porte-parole.",
    "es": "El astillero construirá tres transbordadores hasta finales de julio, dijo el lunes una portavoz.",
    "pt": "O estaleiro vai construir três barcos até ao final de julho, disse na segunda-feira uma porta-voz.",
    "it": "Il cantiere costruirà tre traghetti entro la fine di luglio, ha detto lunedì una portavoce.",
    "nl": "De werf bouwt tot eind juli drie veerboten, zei een woordvoerster maandag.",
    "id": "Galangan kapal itu akan membangun tiga feri hingga akhir Juli, kata juru bicaranya pada hari Senin.",
    "pl": "Stocznia zbuduje trzy promy do końca lipca, powiedziała w poniedziałek rzeczniczka.",
    "tr": "Tersane temmuz sonuna kadar üç feribot inşa edecek, dedi sözcü pazartesi günü.",
    "vi": "Nhà máy đóng tàu sẽ đóng ba chiếc phà đến cuối tháng bảy, người phát ngôn cho biết hôm thứ Hai.",
    "ru": "Верфь построит три парома к концу июля, сообщила в понедельник пресс-секретарь.",
    "uk": "Верф збудує три пороми до кінця липня, повідомила в понеділок речниця.",
    "ar": "ستبني شركة بناء السفن ثلاث عبارات بحلول نهاية يوليو، حسبما قالت المتحدثة يوم الاثنين.",
    "fa": "کارخانه کشتی‌سازی تا پایان ژوئیه سه کشتی می‌سازد، سخنگوی شرکت روز دوشنبه گفت.",
    "hi": "जहाज कारखाना जुलाई के अंत तक तीन नौकाएँ बनाएगा, प्रवक्ता ने सोमवार को कहा।",
    "el": "Το ναυπηγείο θα κατασκευάσει τρία πλοία έως τα τέλη Ιουλίου, δήλωσε η εκπρόσωπος.",
    "he": "המספנה תבנה שלוש מעבורות עד סוף יולי, אמרה הדוברת ביום שני.",
    "th": "อู่ต่อเรือจะสร้างเรือข้ามฟากสามลำภายในสิ้นเดือนกรกฎาคม โฆษกหญิงกล่าวเมื่อวันจันทร์",
    "ja": "造船所は7月末までにフェリーを3隻建造すると、広報担当者が月曜日に述べた。",
    "zh": "该造船厂将在七月底之前建造三艘渡轮，女发言人星期一表示。",
    "ko": "조선소는 7월 말까지 여객선 세 척을 건조할 것이라고 대변인이 월요일에 말했다.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_language_of_a_text(language: str, text: str) -> None:
    assert detect.language(text) == language


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_same_answer_as_langdetect(language: str, text: str) -> None:
    DetectorFactory.seed = detect.SEED
    theirs = primary(detect_langs(text)[0].lang)
    if language in {"zh", "ja"}:
        assert theirs in {"zh", "ja", "ko"}
    else:
        assert detect.language(text) == theirs


def test_han_alone_is_chinese_though_langdetect_says_korean() -> None:
    assert detect.language("政府宣布道路建設計劃") == "zh"


@pytest.mark.parametrize("text", ["", " \n", "123 456", "!?", "12.5 %"])
def test_text_without_letters_has_no_language(text: str) -> None:
    assert detect.language(text) is None
    assert detect.contradiction(text, "de") is None


def test_the_same_answer_on_every_run() -> None:
    mixed = "Oslo, 3. mai. Ferry Rostock Hamburg taxi hotel."
    assert len({detect.language(mixed) for _ in range(20)}) == 1


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_the_right_name_is_not_contradicted(language: str, text: str) -> None:
    assert detect.contradiction(text, language) is None
    assert detect.contradiction(" ".join([text] * 10), f"{language}-XX") is None


@pytest.mark.parametrize(
    ("named", "text"), [("de", "id"), ("id", "de"), ("en", "fr"), ("ar", "fa"), ("ja", "zh"), ("ru", "uk")]
)
def test_a_wrong_name_is_contradicted(named: str, text: str) -> None:
    assert detect.contradiction(TEXTS[text], named) == text
    assert detect.contradiction(" ".join([TEXTS[text]] * 10), named) == text


@pytest.mark.parametrize(
    ("named", "text"),
    [("ms", TEXTS["id"]), ("is", TEXTS["en"]), ("id", "Kapal itu datang."), ("da", "Skibet kommer i morgen til byen.")],
)
def test_unknown_languages_close_ones_and_short_texts_are_not_contradicted(named: str, text: str) -> None:
    assert detect.contradiction(text, named) is None


def test_close_languages_are_not_contradicted() -> None:
    danish = "Værftet bygger tre færger inden udgangen af juli, sagde en talskvinde mandag, og to af dem er bestilt."
    assert detect.contradiction(danish, "no") is None
    assert detect.contradiction(danish, "de") == "da"
