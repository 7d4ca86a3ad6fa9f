"""Names with digits: H100, GPT-4, B200, A380, COVID-19, G20, 737-800. They are compared as names, never counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from checker.facts.digits import ascii_digits
from checker.facts.lexicon import Lexicon
from checker.facts.tokens import forms, normal
from checker.model import Fact

_LETTER = r"[^\P{L}\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]"
_CODE = regex.compile(
    rf"(?<![\d_]|{_LETTER})(?:"
    rf"(?P<letters>\p{{Lu}}{_LETTER}{{0,24}}+)-?(?P<digits>\d{{1,12}}+)(?P<rest>(?:(?:-?\p{{Lu}}{{1,3}}|\p{{Ll}})(?!{_LETTER}))?(?:-\d{{1,5}}+)?+)"
    rf"|(?P<digits>\d{{1,4}}+)(?P<letters>[DG])"
    rf")(?![.,:]?\d|{_LETTER})"
)
_REFERENCE = regex.compile(
    r"(?<![\d.,])(?<!\d[- \u00a0\u202f\u2009])(?:\+\d{1,3}|0\d{1,4})(?:[-–・ ()]{1,2}\d{2,8}){1,4}+(?!\d|[.,]\d|%)"
)
# The looks behind keep every attempt at the beginning of a run, so that time is linear.
_ADDRESS = regex.compile(r"(?:https?://|www\.)\S++|(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.-]++|(?<!\w)[@#]\w++")
_ADDRESS_SIGNS = ("@", "#", "://", "www.")
"""What every address has one of: most sentences have none, and need no search."""


@dataclass(frozen=True, slots=True)
class Identifier(Fact):
    """A name with digits: its letters (folded, in Latin script), its digits, and what follows them."""

    letters: str
    digits: str
    rest: str


def addresses(text: str, offset: int) -> list[tuple[int, int]]:
    """Where web and mail addresses, handles and hashtags stand: their digits count nothing."""
    if not any(sign in text for sign in _ADDRESS_SIGNS):
        return []
    return [(match.start() + offset, match.end() + offset) for match in _ADDRESS.finditer(text)]


def find(text: str, offset: int, words: Lexicon) -> Iterator[Identifier]:
    """The identifiers of a sentence that begins at ``offset``."""
    for match in _CODE.finditer(text):
        letters = latin(match["letters"])
        if _is_word(match["letters"], words):
            continue
        digits, rest = (
            ascii_digits(match["digits"]).lstrip("0") or "0",
            (match["rest"] or "").replace("-", "").casefold(),
        )
        key = f"id:{letters}{digits}{rest}"
        start, end = match.span()
        yield Identifier(start + offset, end + offset, match.group(), frozenset({key}), letters, digits, rest)
    yield from _references(text, offset)


def _references(text: str, offset: int) -> Iterator[Identifier]:
    """Telephone and reference numbers: compared digit by digit."""
    for match in _REFERENCE.finditer(text):
        digits = "".join(char for char in ascii_digits(match.group()) if char.isdigit())
        start, end = match.span()
        yield Identifier(start + offset, end + offset, match.group(), frozenset({f"id:{digits}"}), "", digits, "")


def latin(letters: str) -> str:
    """Letters in lower case and Latin script, so that Т-72 is T-72."""
    if letters.isascii():
        return letters.lower()
    from anyascii import anyascii

    return anyascii(normal(letters)).lower()


def _is_word(letters: str, words: Lexicon) -> bool:
    """Whether the letters are a currency ("Rp3,9"), a month or another word that a number follows."""
    key = forms(letters)
    kinds = {entry.kind for phrase, entry in words.phrases.get(key[0], ()) if phrase == key}
    return bool(kinds & {"currency", "month", "year_before"})
