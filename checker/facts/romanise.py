"""Spellings compared across scripts: Илон Маск, イーロン・マスク, 埃隆·马斯克 and Elon Musk come close to each other.

``fold`` keeps a word's letters in plain Latin; ``skeleton`` keeps only classes of consonants, in which
transliterations of one
name agree where their vowels do not (as in Soundex, with classes chosen for Chinese, Japanese, Arabic and Cyrillic).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import regex

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ə": "a",
        "ʻ": "",
        "’": "",
    }
)
_SOUNDS = str.maketrans(
    {"č": "ch", "ć": "ch", "ç": "s", "š": "sh", "ś": "sh", "ş": "sh", "ș": "sh", "ž": "zh", "ź": "zh", "ż": "zh",
     "ř": "rzh", "ñ": "ny", "ț": "ts", "ţ": "ts", "ц": "ts", "ј": "y", "љ": "l", "њ": "n"}
)  # fmt: skip
_CLASSES = (
    (re.compile("tsch|tsz|tch|dge?(?=[^r])|sch|dzh|dj|sh|ch|zh|cz|sz|dz"), "S"),
    (re.compile("ph|pf"), "F"),
    (re.compile("th"), "T"),
    (re.compile("kh"), ""),
    (re.compile("gh|ck|qu|ng(?=[aeiouy])"), "K"),
    (re.compile("ng"), "N"),
    (re.compile("x"), "KS"),
    (re.compile("c(?=[eiy])"), "S"),
)
_ONE = str.maketrans(
    {"p": "P", "b": "P", "f": "F", "v": "F", "t": "T", "d": "T", "k": "K", "c": "K", "q": "K", "g": "K",
     "s": "S", "z": "S", "j": "S", "l": "L", "r": "L", "m": "N", "n": "N"}
)  # fmt: skip
_ENGLISH = (
    (re.compile("^wr"), "r"),
    (re.compile("^kn"), "n"),
    (re.compile("^g(?=[ei])|g(?=i[aon])"), "j"),
    (re.compile("igh|ough|augh|eigh"), "a"),
    (re.compile("wh"), "w"),
)
_SPELT = (
    (re.compile("tsch|tch|dsch|sch|dzh|dzs|dz|cs|cz|sz|zs|tj|dj|tx|dge?"), "S"),
    (re.compile("sh|zh|rz|sj"), "S"),
    (re.compile("ch|kh"), ""),
    (re.compile("ph|pf"), "F"),
    (re.compile("th"), "T"),
    (re.compile("ck|qu"), "K"),
    (re.compile("x"), "KS"),
    (re.compile("w"), "F"),
    (re.compile("ts|c(?=[eiy])"), "S"),
    (re.compile("j|y|h"), ""),
)
_PINYIN = str.maketrans({"q": "ch", "x": "sh", "c": "ts"})
"""What letters of romanised Chinese stand for ("切" is qie, in names "che")."""
_HAN = regex.compile("[\u3400-\u9fff]")
_THE = re.compile("\u062b")
"""The Arabic letter in which Spanish names have their c and z ("García", غارثيا)."""
_HEBREW = re.compile("[\u05d0-\u05ea]")
_LENGTH = re.compile("\u30fc")
_ARABIC_ARTICLE = re.compile("^[وفبلك]?ال(?=...)")
_DROP = re.compile("[^A-Z]")
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word in plain lower-case Latin letters and digits: "Müller" → "muller", "Маск" → "mask"."""
    return _plain(word.casefold().translate(_LETTERS))


@lru_cache(maxsize=65536)
def roman(word: str) -> str:
    """A word in plain Latin letters by its sounds: "Čačak" → "chachak"."""
    return _plain(unicodedata.normalize("NFC", word.casefold()).translate(_SOUNDS).translate(_LETTERS))


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The classes of a word's consonants: "Trump", "трамп" and "特朗普" → "TLNP"."""
    text = roman(word)
    for pattern, letter in _CLASSES:
        text = pattern.sub(letter, text)
    return _TWICE.sub(r"\1", _DROP.sub("", text.translate(_ONE)))


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[str, ...]:
    """The skeletons that a word may have, by the spelling rules of English and by those of the continent.

    "Heathrow" and Latvian "Hītrova", "Gorbachev" and Hungarian "Gorbacsov" share one; an ending -s (Latvian "Bušs",
    Lithuanian, Greek) is given with and without, Hebrew without vav, which is a vowel as often, and w as v too,
    whatever j stands for ("Wijaya", "Виджая"), kh as h and as k ("Lucknow", लखनऊ); Chinese q and x are no k and no ks.
    """
    text = roman(word)
    english = text
    for pattern, letters in _ENGLISH:
        english = pattern.sub(letters, english)
    found = [skeleton(word)]
    if _HAN.search(word):
        found.append(_bones(text.translate(_PINYIN), _CLASSES))
    if "kh" in text:
        found.append(_bones(text.replace("kh", "k"), _CLASSES))
    if _THE.search(word):
        found.append(_bones(text.replace("th", "s"), _CLASSES))
    if _HEBREW.search(word):
        found.append(_bones(text.replace("v", ""), _CLASSES))
    if text.isascii():
        found += [_bones(english, _CLASSES), _bones(text, _SPELT)]
        if "w" in text:
            found.append(_bones(text.replace("w", "v"), _CLASSES))
    found += [bones[:-1] for bones in found if len(bones) > 2 and bones.endswith("S")]
    return tuple(dict.fromkeys(bones for bones in found if bones))


def _bones(text: str, classes: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    """The classes of the consonants; doubled letters count once, those with a vowel between them twice."""
    text = _TWICE.sub(r"\1", text)
    for pattern, letter in classes:
        text = pattern.sub(letter, text)
    return _DROP.sub("", text.translate(_ONE))


def _plain(word: str) -> str:
    word = _ARABIC_ARTICLE.sub("", word).replace("ة", "ا")
    decomposed = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    if not decomposed.isascii():
        from anyascii import anyascii

        whole = _LENGTH.sub("", unicodedata.normalize("NFKC", word)) if _composed(word) else decomposed
        decomposed = _in_latin(anyascii(_respelt(whole)).lower(), word)
    return "".join(c for c in decomposed if c.isalnum())


def _respelt(word: str) -> str:
    """A word with what its script has its own ways for in Latin letters (Greek "μπ" for b, Hebrew "ג׳" for j)."""
    for script in _scripts():
        if script.pattern.search(word):
            word = _applied(_rules(script.name, "rules"), word)
    return word


def _in_latin(roman: str, word: str) -> str:
    """A romanised word with what is left of its script's ways to write vowels (Korean "eo" for o)."""
    for script in _scripts():
        if script.pattern.search(word):
            roman = _applied(_rules(script.name, "latin"), roman)
    return roman


def _applied(rules: _Rules, text: str) -> str:
    for before, after in rules:
        text = before.sub(after, text)
    return text


_Rules = tuple[tuple[re.Pattern[str], str], ...]


class _Script(NamedTuple):
    """A script, and what its letters look like."""

    name: str
    pattern: regex.Pattern[str]


@cache
def _scripts() -> tuple[_Script, ...]:
    return tuple(_Script(name, regex.compile(entry["pattern"])) for name, entry in _table().items())


@cache
def _rules(script: str, key: str) -> _Rules:
    """What is read otherwise in the letters of a script ("rules"), or in those of its romanisation ("latin")."""
    return tuple((re.compile(before), after) for before, after in _table()[script].get(key, ()))


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((files("checker.facts") / "scripts.toml").read_text(encoding="utf-8"))


def _composed(word: str) -> bool:
    """Whether marks are part of the letters: vowel signs from Devanagari to Thai, voiced kana, Hangul syllables."""
    return any("\u0900" <= c <= "\u0eff" or "\u3040" <= c <= "\u30ff" or "\uac00" <= c <= "\ud7af" for c in word)
