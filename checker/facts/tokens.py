"""Text → tokens with offsets: numbers as they are written, words, single characters, symbols.

Scripts without spaces between words (Han, kana, Hangul, Thai …) give one token a character, so that the same
lookup of phrases serves every language.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

import regex

from checker.facts.digits import pieces

Kind = Literal["number", "word", "character", "symbol"]

MAX_TOKEN = 60
"""Characters of a token that are looked at; longer ones are no number that an article holds."""

HANGUL = "\uac00"
"""The first Korean syllable: words there are spaced, so a number word begins one."""

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}ー\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
# A blank groups digits only where exactly three digits follow it; every alternative consumes, so time is linear.
_TOKEN = regex.compile(
    r"(?P<number>\d+(?:(?:[.,'’٬٫،．，・]|[ \u00a0\u202f\u2009](?=\d{3}(?!\d)))\d+)*)"
    rf"|(?P<character>[{_UNSPACED}][\p{{Mn}}\u200b]*+)"
    rf"|(?P<word>(?:[^\P{{L}}ʼ{_UNSPACED}]++[\p{{M}}\u00ad\u200c\u200d]*+|(?<=[lL])[·‧•](?=[lL]))+)"  # mil·límetre
    r"|(?P<symbol>[^\s\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff])"  # marks of direction are nothing
)
_KINDS: dict[str, Kind] = {name: name for name in get_args(Kind)}
_SIGNS = str.maketrans(
    {"’": "'", "ʼ": "'", "`": "'", "‘": "'", "ş": "ș", "ţ": "ț", "‐": "-", "‑": "-", "–": "–", "—": "—", "−": "-"}
)
_INVISIBLE = regex.compile("[\u00ad\u0640\u064b-\u0652\u200b-\u200f\u061c]")
_SPELLINGS = str.maketrans(
    {"ı": "i", "\u0307": None, "ё": "е", "ँ": "ं", "़": None} | dict.fromkeys("أإٱ", "ا") | {"ى": "ي", "ی": "ي", "ک": "ك"}
)
"""Letters that are written one way or another: Turkish capitals whose dots fold differently (MİLYON, YIL), ё and е,
Hindi पाँच and पांच, हज़ार and हजार, Arabic أ and ا, the Persian and Arabic forms of ye and kaf."""


class Token(NamedTuple):
    """A token of a text: ``text[start:end]``; looked up by ``form``; ``glued``: no blank stands before it.

    A tuple, which is made in a third of the time of a frozen dataclass: every word of an article becomes a token.
    """

    start: int
    end: int
    text: str
    form: str
    kind: Kind
    glued: bool

    @property
    def capital(self) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[:1].isupper()


def normal(text: str) -> str:
    """The form that a word is looked up by: width, case and invisible characters don't count."""
    if text.isascii():
        return text.lower().translate(_SIGNS) if "'" in text or "`" in text else text.lower()
    folded = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold()
    return unicodedata.normalize("NFC", folded).translate(_SIGNS).translate(_SPELLINGS)


@lru_cache(maxsize=1 << 14)
def _form(word: str) -> str:
    """The form of a token, kept because the words of a text come again and again."""
    return normal(word)


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """The tokens of a text; ``offset`` is added to every position."""
    tokens = []
    previous = -1
    for match in _TOKEN.finditer(text):
        kind = _KINDS[match.lastgroup or "symbol"]
        first, last = match.span()
        spans = [(first + a, first + b) for a, b in pieces(match.group())] if kind == "number" else ((first, last),)
        for start, end in spans:
            word = text[start:end]
            tokens.append(Token(start + offset, end + offset, word, _form(word[:MAX_TOKEN]), kind, start == previous))
            previous = end
    return tokens


def forms(phrase: str) -> tuple[str, ...]:
    """The forms of a phrase's tokens, as a lookup key."""
    if phrase.isalpha() and phrase < "\u0e00" and "ʼ" not in phrase:
        return (normal(phrase),)
    return tuple(token.form for token in tokenize(phrase))
