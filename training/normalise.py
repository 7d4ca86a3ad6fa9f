"""One spelling for what is one word: the normalisation of texts, for the `tokenizers` library and for Python."""

from __future__ import annotations

import unicodedata

import regex
from tokenizers import Regex, normalizers

#: (pattern of one character, replacement), applied after NFKC and lower case; no pattern matches a replacement.
REPLACEMENTS: tuple[tuple[str, str], ...] = (
    ("[\u2018\u2019\u02bc`\u00b4]", "'"),
    ("[\u201c\u201d\u201e\u00ab\u00bb]", '"'),
    # What a text may carry or leave out: Hebrew points, Arabic vowel signs and tatweel, joiners, soft hyphens, and the
    # dot that lower case leaves behind Turkish İ.
    (
        "[\u0307\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
        "\u00ad\u200b-\u200f\u2060\ufeff]",
        "",
    ),
    # One letter for the code points that Arabic, Persian and Urdu keyboards write for it.
    ("[\u0622\u0623\u0625\u0671]", "\u0627"),
    ("[\u0649\u06cc]", "\u064a"),
    ("\u06a9", "\u0643"),
    ("[\u06c0\u06c1]", "\u0647"),
    # Romanian comma letters and their cedilla doubles, Russian yo.
    ("\u0219", "\u015f"),
    ("\u021b", "\u0163"),
    ("\u0451", "\u0435"),
    # Final sigma: a capital one is lower-cased without a look at its place.
    ("\u03c2", "\u03c3"),
)

_LETTERS = str.maketrans(
    {
        chr(code): replacement
        for pattern, replacement in REPLACEMENTS
        for code in range(0x10000)
        if regex.fullmatch(pattern, chr(code))
    }
)
_PART = regex.compile(r"[\p{L}\p{M}]+")


def normaliser() -> normalizers.Normalizer:
    """The normaliser that goes into tokenizer.json."""
    steps = [normalizers.Replace(Regex(pattern), replacement) for pattern, replacement in REPLACEMENTS]
    return normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase(), *steps])


def normalise(text: str) -> str:
    """The same as :func:`normaliser`, for code that handles many short strings."""
    return unicodedata.normalize("NFKC", text).lower().translate(_LETTERS)


def words(text: str) -> list[str]:
    """The runs of letters of a text, normalised, in order; what the tokenizer can see as whole words."""
    return _PART.findall(normalise(text))
