"""Words across scripts and related languages: Serbian in both alphabets, and the skeletons by which cognates meet."""

from __future__ import annotations

import regex
from anyascii import anyascii

_LATIN = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š"
_CYRILLIC = "а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш"
_TO_CYRILLIC = dict(zip(_LATIN.split(), _CYRILLIC.split(), strict=True))
_TO_LATIN = {cyrillic: latin for latin, cyrillic in _TO_CYRILLIC.items()}
_SERBIAN_LETTER = regex.compile("lj|nj|dž|[a-zčćžšđ]")
_EKAVIAN = regex.compile("ije|(?<=[bvmpdts])je")
_FOLDS = (
    ("sch", "s"),
    ("ph", "f"),
    ("qu", "k"),
    ("x", "ks"),
    ("h", ""),
    ("ck", "k"),
    ("c", "k"),
    ("q", "k"),
    ("w", "v"),
    ("z", "s"),
    ("j", "i"),
    ("y", "i"),
)
_VOWELS = regex.compile(r"[aeiou'`\-]+")
_NOT_LETTER = regex.compile(r"[^a-z]")
_DOUBLE = regex.compile(r"(.)\1+")


def serbian_cyrillic(text: str) -> str:
    """Serbian or Croatian Latin text in Cyrillic, lower case: `ljubav` → `љубав`."""
    return _SERBIAN_LETTER.sub(lambda match: _TO_CYRILLIC.get(match[0], match[0]), text.lower())


def serbian_latin(text: str) -> str:
    """Serbian Cyrillic text in Latin letters, lower case."""
    return "".join(_TO_LATIN.get(letter, letter) for letter in text.lower())


def ekavian(text: str) -> str:
    """Croatian spelling brought near to the Serbian standard: `vrijeme` → `vreme`, `mjesto` → `mesto`."""
    return _EKAVIAN.sub("e", text)


def skeleton(word: str) -> str:
    """Consonants of a word in Latin letters, so that spellings of one name or loanword agree across scripts.

    Vowels, doubled letters and h go; letters that spell one sound fall together; a leading vowel leaves a mark:
    `telephone`, `telefon`, `телефон` → `tlfn`; `Amerika` → `amrk`.
    """
    latin = _NOT_LETTER.sub("", anyascii(word).lower())
    start = "a" if latin[:1] in tuple("aeiou") else ""
    for letters, folded in _FOLDS:
        latin = latin.replace(letters, folded)
    return start + _DOUBLE.sub(r"\1", _VOWELS.sub("", latin))
