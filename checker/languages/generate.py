"""Write ``cldr/<code>.json``, what CLDR knows about each language, from babel and unicode-rbnf.

Run as ``python -m checker.languages.generate`` (all languages) or with codes (those alone, in this process). Neither
library is needed when the checker runs. Every language gets a process of its own: babel's month and weekday tables
leak between locales that are loaded in one process (python-babel #1234).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from checker.languages.frequency import zipf

LANGUAGES = [
    "ar",
    "bg",
    "bn",
    "ca",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "fa",
    "fi",
    "fr",
    "he",
    "hi",
    "hr",
    "hu",
    "id",
    "is",
    "it",
    "ja",
    "ko",
    "lt",
    "lv",
    "ms",
    "nl",
    "no",
    "pl",
    "pt",
    "ro",
    "ru",
    "sk",
    "sl",
    "sr",
    "sv",
    "ta",
    "th",
    "tr",
    "uk",
    "ur",
    "vi",
    "zh",
]
"""The languages with a table."""

VARIANTS = {
    "ar": ["ar", "ar_EG", "ar_IQ", "ar_MA"],
    "bn": ["bn"],
    "de": ["de", "de_AT", "de_CH"],
    "en": ["en", "en_GB", "en_AU", "en_IN"],
    "es": ["es", "es_MX", "es_AR"],
    "no": ["nb"],
    "pt": ["pt", "pt_PT"],
    "sr": ["sr", "sr_Latn"],
    "zh": ["zh", "zh_Hant"],
}
"""Locales whose tables are merged, the first one giving the separators; the code itself where nothing is said."""

CURRENCIES = [
    "USD",
    "EUR",
    "GBP",
    "JPY",
    "CNY",
    "INR",
    "IDR",
    "RUB",
    "CHF",
    "AUD",
    "CAD",
    "NZD",
    "SGD",
    "HKD",
    "MYR",
    "THB",
    "VND",
    "KRW",
    "TWD",
    "PHP",
    "BRL",
    "MXN",
    "ARS",
    "CLP",
    "COP",
    "PEN",
    "PLN",
    "CZK",
    "HUF",
    "RON",
    "BGN",
    "SEK",
    "NOK",
    "DKK",
    "ISK",
    "UAH",
    "TRY",
    "ILS",
    "EGP",
    "SAR",
    "AED",
    "KWD",
    "QAR",
    "IQD",
    "IRR",
    "PKR",
    "BDT",
    "LKR",
    "NPR",
    "ZAR",
    "NGN",
    "KES",
    "KZT",
    "GEL",
    "RSD",
    "BTC",
    "AFN",
    "ALL",
    "AMD",
    "AOA",
    "AZN",
    "BAM",
    "BHD",
    "BOB",
    "BYN",
    "CUP",
    "DOP",
    "DZD",
    "ETB",
    "GHS",
    "JOD",
    "KGS",
    "KPW",
    "LBP",
    "LYD",
    "MAD",
    "MDL",
    "MKD",
    "MMK",
    "MNT",
    "OMR",
    "RWF",
    "SDG",
    "SOS",
    "SSP",
    "SYP",
    "TJS",
    "TMT",
    "TND",
    "TZS",
    "UGX",
    "UYU",
    "UZS",
    "VES",
    "XAF",
    "XOF",
    "YER",
    "ZMW",
]
"""The currencies whose names are taken over."""

KINDS, LEAST_HEAD = 3, 4
"""Currencies that a word must be a kind of to stand for any of them, and its letters in Latin script (a "pes" is a dog
in Czech)."""

AMBIGUOUS = ("BAM", "SAR", "IRR", "OMR", "YER", "QAR")
"""Currencies whose words without a country are spelled in several ways for one another ("Rial", "riyal"), or are those
of currencies that are no more ("Mark")."""

EVERYDAY = 3.5
"""Zipf frequency from which a word is an ordinary one that a currency hardly is called by."""

MIN_WORD = 2
"""Shorter scale words and units clash with words and each other; they are written by hand where needed."""

MIN_ABBREVIATION = 3
"""The same for abbreviated units: "in", "st" and "an" are ordinary words."""


def main(codes: Iterable[str]) -> None:
    """Generate the given languages here, or every one in a process of its own."""
    chosen = list(codes)
    for code in chosen:
        _write(code)
    if not chosen:
        for code in LANGUAGES:
            subprocess.run([sys.executable, "-m", "checker.languages.generate", code], check=True)


def _write(code: str) -> None:
    target = Path(__file__).parent / "cldr" / f"{code}.json"
    target.parent.mkdir(exist_ok=True)
    text = json.dumps(entry(code), ensure_ascii=False, sort_keys=True, indent=0)
    target.write_text(text + "\n", encoding="utf-8")


def entry(code: str) -> dict[str, Any]:
    """Everything CLDR says about a language, one key for each section."""
    from babel import Locale

    locales = [Locale.parse(tag) for tag in VARIANTS.get(code, [code])]
    return {
        "names": {"english": locales[0].get_language_name("en")},
        "separators": _separators(locales[0]),
        "scale": _merged(_scale(locale) for locale in locales),
        "months": _merged(_calendar(locale.months, "wide", 0) for locale in locales),
        "short_months": _merged(_calendar(locale.months, "abbreviated", 0) for locale in locales),
        "weekdays": _merged(_calendar(locale.days, "wide", 1) for locale in locales),
        "short_weekdays": _merged(_calendar(locale.days, "abbreviated", 1) for locale in locales),
        "day_order": {"order": _day_order(locales[0])},
        "currencies": _merged(_currencies(locale) for locale in locales),
        "units": _merged(_units(locale) for locale in locales),
        "cardinals": _cardinals(code),
        "ordinals": _ordinals(code),
    }


def _merged(tables: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Later tables fill what earlier ones lack."""
    result: dict[str, Any] = {}
    for table in tables:
        for form, value in table.items():
            result.setdefault(form, value)
    return result


def _clean(text: str) -> str:
    """A form as it is looked up: no soft hyphens, zero-width or directional marks, quotes or outer dots; lower case."""
    text = (
        re.sub("[\u00ad\u200b\u200c\u200d\u200e\u200f\u061c']", "", text).replace("\u00a0", " ").replace("\u202f", " ")
    )
    return re.sub(r"\s+", " ", text).strip().casefold()


def _separators(locale: Any) -> dict[str, Any]:
    symbols = locale.number_symbols["latn"]
    grouping = locale.decimal_formats[None].grouping
    return {"decimal": symbols["decimal"], "group": symbols["group"], "grouping": list(grouping)}


def _scale(locale: Any) -> dict[str, int]:
    """Scale words: form → power of ten."""
    table: dict[str, int] = {}
    for style in ("long", "short"):
        for patterns in locale.compact_decimal_formats.get(style, {}).values():
            for magnitude, pattern in patterns.items():
                text = str(pattern.pattern).split(";")[0]
                zeros = text.count("0")
                form = _clean(text.replace("0", "")).rstrip(".")
                if zeros and (len(form) >= MIN_WORD or _ideographic(form)):
                    table.setdefault(form, len(str(magnitude)) - zeros)
    return table


def _ideographic(form: str) -> bool:
    return bool(form) and all("\u3400" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in form)


def _calendar(table: Any, width: str, offset: int) -> dict[str, int]:
    """Month or weekday names: form → number from 1 (January, Monday); names of one letter or digits alone left out."""
    result: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for number, name in table[context][width].items():
            form = _clean(name).rstrip(".")
            if len(form) >= MIN_WORD and not form.isdigit():
                result.setdefault(form, int(number) + offset)
    return result


def _day_order(locale: Any) -> str:
    pattern = locale.date_formats["short"].pattern
    return "".join(dict.fromkeys(char for char in pattern.casefold() if char in "dmy"))


def _currencies(locale: Any) -> dict[str, str]:
    """Names and symbols: form → ISO code. A name in use for several currencies goes to the first in the list."""
    table: dict[str, str] = {}
    plurals = locale._data["currency_names_plural"]
    for code in CURRENCIES:
        forms = [locale.currencies.get(code), *plurals.get(code, {}).values()]
        for form in forms:
            if form and form != code:
                table.setdefault(_clean(form), code)
    for word, codes in _heads(locale).items():
        table.setdefault(word, " ".join(codes))
    return table


def _heads(locale: Any) -> dict[str, list[str]]:
    """The words that currencies are called by without a country ("pound", "dinar", "forint"), and their codes.

    They stand at the end of the names or at their beginning, as in most of a language's names. What fewer currencies
    are kinds of must be no ordinary word besides (a "leu" is a lion in Portuguese).
    """
    plurals = locale._data["currency_names_plural"]
    names = {
        code: [_clean(form).split() for form in {locale.currencies.get(code), *plurals.get(code, {}).values()} if form]
        for code in CURRENCIES
    }
    tables = {side: _on_side(names, side, KINDS) for side in (0, -1)}
    side, kinds = max(tables.items(), key=lambda row: sum(map(len, row[1].values())))
    heads = {*kinds, *_called(names, side, locale)}
    before = {a for forms in names.values() for form in forms for a, b in pairwise(form) if b in kinds}
    having = {code: {word for form in forms for word in form} for code, forms in names.items()}
    return {word: [code for code in names if word in having[code]] for word in sorted(heads - before)}


def _called(names: dict[str, list[list[str]]], side: int, locale: Any) -> Iterator[str]:
    """The words on one side of the names that mean nothing else, neither a country nor an ordinary word."""
    countries = {word for name in locale.territories.values() for word in _clean(name).split()}
    own = {code: forms for code, forms in names.items() if code not in AMBIGUOUS}
    for word in _on_side(own, side, 1):
        if word.isidentifier() and word not in countries and zipf(locale.language, word) < EVERYDAY:
            yield word


def _on_side(names: dict[str, list[list[str]]], side: int, least: int) -> dict[str, list[str]]:
    """The words that the names of some currencies, or more, have on one side, with their codes."""
    rows: dict[str, list[str]] = {}
    for code, forms in names.items():
        for word in dict.fromkeys(form[side] for form in forms if len(form) > 1):
            rows.setdefault(word, []).append(code)
    return {word: codes for word, codes in rows.items() if len(codes) >= least and len(word) >= _least(word)}


def _least(word: str) -> int:
    return LEAST_HEAD if word[0] < "\u0250" else 2


def _units(locale: Any) -> dict[str, str]:
    """Unit words and abbreviations: form → unit of ``units.toml``; "per …" left out."""
    table: dict[str, str] = {}
    patterns = locale._data["unit_patterns"]
    for dimension, sizes in tomllib.loads((Path(__file__).parent / "units.toml").read_text("utf-8")).items():
        for unit in sizes:
            styles = patterns.get(f"{dimension}-{unit}", {})
            words = _unit_forms(styles.get("long", {}), MIN_WORD)
            for form in [*words, *_unit_forms(styles.get("short", {}), MIN_ABBREVIATION)]:
                table.setdefault(form, unit)
    return table


def _unit_forms(patterns: Any, shortest: int) -> Iterator[str]:
    for plural, pattern in patterns.items():
        for text in pattern.values() if isinstance(pattern, dict) else (pattern,):
            if plural != "per" and isinstance(text, str) and text.count("{0}") == 1:
                form = _clean(text.replace("{0}", " ")).rstrip(".")
                if len(form) >= shortest or _ideographic(form):
                    yield form


def _cardinals(code: str) -> dict[str, int]:
    """Number words: form → value, 0 to 100, the hundreds and 1000, in all genders and cases that RBNF knows."""
    return _spelled(code, "cardinal", [*range(101), *range(200, 1000, 100), 1000])


def _ordinals(code: str) -> dict[str, int]:
    """Ordinal words: form → value, 1 to 31, the tens and 100."""
    return _spelled(code, "ordinal", [*range(1, 32), *range(40, 101, 10)])


def _spelled(code: str, kind: str, values: Iterable[int]) -> dict[str, int]:
    from unicode_rbnf import FormatPurpose, RbnfEngine
    from unicode_rbnf.engine import NoRuleForNumberError

    try:
        engine = RbnfEngine.for_language(code)
    except ValueError:
        return {}
    purpose = FormatPurpose.CARDINAL if kind == "cardinal" else FormatPurpose.ORDINAL
    table: dict[str, int] = {}
    for value in values:
        try:
            spelled = engine.format_number(value, purpose=purpose).text_by_ruleset
        except (ValueError, NoRuleForNumberError):  # no rules for ordinals, or none that reach this number
            continue
        for ruleset, text in spelled.items():
            form = _clean(text)
            wanted = kind in ruleset or (kind == "cardinal" and "numbering" in ruleset)
            if wanted and form and not any(char.isdigit() for char in form) and "financial" not in ruleset:
                table.setdefault(form, value)
    return table


if __name__ == "__main__":
    main(sys.argv[1:])
