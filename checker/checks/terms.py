"""Where a text has a term of the glossary, in whatever form its language gives it.

Two questions, and in doubt both answers mean silence: :func:`places` says where a text surely has the term (its words
with an ending of the language, :mod:`checker.languages` ``endings.toml``), :func:`present` whether it may have it (the
stems of its words, also within compounds, apart or written as one).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec
import regex

from checker.languages import section, shared
from checker.model import Span

SHORT = 3
"""Letters up to which a small word within a term may be an article or preposition that changes its form."""
ANYWHERE = 5
"""Letters of a stem from which it may stand within a word, as the second part of a compound does."""
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_CONTINUOUS = regex.compile(f"[{_UNSPACED}]")
_BORDER = regex.compile(f"(?<=[{_UNSPACED}])(?=[^{_UNSPACED}])")
_KATAKANA = regex.compile(r"[\p{Katakana}ー]")
_PARTS = regex.compile(r"[\s\-\u2010-\u2015]+")
_BETWEEN = r"[\s\-\u2010-\u2015]{1,3}"
_OTHER = regex.compile(r"[^\p{L}\p{M}\p{N}]")
_APOSTROPHE = regex.compile("['’ʼ]")
_LETTERS = regex.compile(r"[\p{L}\p{M}]{3,}|\p{Hangul}{2,}")


class Squeezed(msgspec.Struct, frozen=True):
    """A text without case and accents, as letters alone: ``words`` with a blank before each, ``whole`` as one."""

    words: str
    whole: str
    inside: int
    """Letters of a stem from which it may stand within a word: fewer where the language writes prefixes."""


def places(text: str, term: str, language: str) -> Iterator[Span]:
    """Where a text has a term for sure, in reading order."""
    yield from (Span(*match.span()) for match in _pattern(term, language).finditer(text))


def present(text: Squeezed, term: str, language: str, *, kept: bool = False) -> bool:
    """Whether a text has a term, or something that may be it; one that is ``kept`` may not lose letters."""
    words = [word for word in _bare(term).split() if len(word) > SHORT] or [_bare(term).strip().replace(" ", "")]
    if kept:
        words = [_OTHER.sub("", _bare(term))]
    return all(_has(text, word if kept or _CONTINUOUS.search(word) else _stem(word, language)) for word in words)


def squeezed(text: str, language: str) -> Squeezed:
    """Prepare a text for :func:`present`."""
    bare = _bare(text)
    inside = SHORT if section(language, "flags").get("prefixes") else ANYWHERE
    return Squeezed(" " + " ".join(_BORDER.sub(" ", bare).split()), _OTHER.sub("", bare), inside)


def may_hold(text: str, term: str) -> bool:
    """Whether a case-folded text may have a term: cheap, and never wrong in saying no."""
    longest = max(_PARTS.split(term.casefold()), key=len)
    return longest[: max(1, len(longest) - 2)] in text


def _has(text: Squeezed, stem: str) -> bool:
    if len(stem) >= text.inside or _CONTINUOUS.search(stem):
        return stem in text.whole
    return f" {stem}" in text.words


def _bare(text: str) -> str:
    """The text without case, accents and marks of punctuation."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _OTHER.sub(" ", "".join(char for char in plain if not unicodedata.combining(char)))


def _stem(word: str, language: str) -> str:
    """A word without the letters that an ending may replace."""
    if language not in shared("endings"):
        return word
    return word[: len(word) - (2 if len(word) > 5 else 1 if len(word) > 3 else 0)]


@lru_cache(maxsize=4096)
def _pattern(term: str, language: str) -> regex.Pattern[str]:
    parts = _PARTS.split(term)
    small = [len(parts) > 1 and len(part) <= SHORT and part.islower() for part in parts]
    bodies = [_small(part) if short else _word(part, language) for part, short in zip(parts, small, strict=True)]
    return regex.compile(
        _edge(term[0], language, before=True) + _BETWEEN.join(bodies) + _edge(term[-1], language, before=False),
        regex.V1 | (regex.IGNORECASE if _any_case(term) else 0),
    )


def _any_case(term: str) -> bool:
    """Capitals count, as in "White House", but not one alone before several words: lists often begin so."""
    return term == term.lower() or (" " in term and term[1:] == term[1:].lower())


def _edge(char: str, language: str, *, before: bool) -> str:
    """What may not stand beside a term; a language's prefixes may."""
    look = "<" if before else ""
    if _KATAKANA.match(char):
        return rf"(?{look}![\p{{Katakana}}ー])"
    if _CONTINUOUS.match(char):
        return ""
    # A word of another script may stand right beside: the Latin ones of a Chinese text do.
    edge = rf"(?{look}![\w--[{_UNSPACED}]])"
    prefixes = section(language, "flags").get("prefixes", ()) if before else ()
    return edge + (f"(?:{_any(prefixes)})?" if prefixes else "")


def _small(part: str) -> str:
    return regex.escape(part[0]) + r"\w{0,4}"


def _word(part: str, language: str) -> str:
    """A pattern for a word and its inflected forms."""
    rules = shared("endings").get(language)
    if rules is None or not _LETTERS.fullmatch(part) or _CONTINUOUS.search(part):
        return _APOSTROPHE.sub("['’ʼ]", regex.escape(part, special_only=True))
    endings, chain = _any(rules["endings"].split()), rules.get("chain", 1)
    forms = [f"{part}(?:{endings}){{0,{chain}}}"]
    for cut in range(1, rules.get("cut", 0) + 1):
        if len(part) >= 2 + 2 * cut:
            forms.append(f"{part[:-cut]}(?:{endings}){{1,{chain}}}")
    return f"(?:{'|'.join(forms)})"


def _any(forms: Iterable[str]) -> str:
    return "|".join(sorted(map(regex.escape, forms), key=len, reverse=True))
