"""Whether a passage would show a name if it had it: how both are written, and what the tables know."""

from __future__ import annotations

import unicodedata

import regex as re

from checker.checks.passage import Passage
from checker.checks.scripts import HAN, mostly_latin, script_of, uncased
from checker.facts.romanise import fold
from checker.languages import exonyms
from checker.languages.words import words as data

_VIETNAMESE = re.compile("[\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
"""Letters that only Vietnamese has."""


def tellable(word: str, language: str, other: Passage) -> bool:
    """Whether a passage would show a name: it is in the same script, or its language's table has the name."""
    if script_of(word) == "latin" and mostly_latin(other.text):
        return True
    keys = {fold(word), *exonyms.entries(language).get(word.casefold(), ())}
    return bool(keys & exonyms.covered(other.language))


def scripts(word: str, other: Passage) -> str:
    """How a word and a passage are written: "latin" (both), "same", "letters" (two alphabets), "han", "bare".

    "bare": the word itself is in a script without capitals.
    """
    own = script_of(word)
    if uncased(word):
        return "bare"
    if own == "latin" and mostly_latin(other.text):
        return "latin"
    if HAN.search(other.text):
        return "han"
    return "letters" if own == "latin" or mostly_latin(other.text) else "same"


def native(word: str, text: str, language: str) -> bool:
    """Whether a Latin word may be the reading of characters of a passage: Japanese in romaji, Chinese in pinyin.

    Or a Vietnamese one that another script writes as it sounds, which its letters hardly tell ("Trẻ" is "Че").
    """
    if _VIETNAMESE.search(unicodedata.normalize("NFC", word)) and not mostly_latin(text):
        return True
    reading = data(language, "names").get("reading")
    return bool(reading) and bool(HAN.search(text)) and re.fullmatch(str(reading), fold(word)) is not None
