"""Finds the entries of a word list in a text: whole words, words by their beginning or end, and phrases.

``*`` in an entry stands for any letters, ``…`` between two words for some others of the same clause ("not … until").
Entries in scripts without spaces are found anywhere. Words are looked up, not searched for by one pattern each, so that
a list may be long: a hundred endings of Turkish verbs cost no more than one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex as re

from checker.model import Span

_CONTINUOUS = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(r"\w+")
_PLAIN = re.compile(r"\*?\w+\*?|\w+\*\w+")


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """A word list prepared for looking up; texts are to be given through :func:`lowered`."""

    whole: frozenset[str]
    starts: frozenset[str]
    ends: frozenset[str]
    inner: tuple[str, ...]
    around: tuple[tuple[str, str], ...]
    """Beginning and end of the words that an entry with ``*`` inside stands for."""
    phrases: re.Pattern[str] | None

    def spans(self, text: str) -> tuple[Span, ...]:
        """The places of all entries in reading order; of those that overlap, the first and longest."""
        found = sorted(self._found(text), key=lambda span: (span.start, -span.end))
        kept: list[Span] = []
        for span in found:
            if not kept or span.start >= kept[-1].end:
                kept.append(span)
        return tuple(kept)

    def first(self, text: str) -> Span | None:
        """The first place of an entry."""
        return next(iter(self.spans(text)), None)

    def within(self, word: str) -> bool:
        """Whether a word has an entry as one of its parts, and is none by itself."""
        return word not in self.whole and _holds(self, word)

    def _found(self, text: str) -> Iterator[Span]:
        if self.phrases:
            yield from (Span(*match.span()) for match in self.phrases.finditer(text))
        if not (self.whole or self.starts or self.ends or self.inner or self.around):
            return
        yield from (span for word, span in _words(text) if _holds(self, word))


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[tuple[str, Span], ...]:
    """The words of a text, in which a check looks for many lists one after the other."""
    return tuple((match.group(), Span(*match.span())) for match in _WORD.finditer(text))


@lru_cache(maxsize=1 << 16)
def _holds(rows: Entries, word: str) -> bool:
    """Whether a word is one of the entries; the words of an article come again and again."""
    return (
        word in rows.whole
        or (bool(rows.starts) and any(word[:n] in rows.starts for n in range(1, len(word) + 1)))
        or (bool(rows.ends) and any(word[n:] in rows.ends for n in range(1, len(word))))
        or any(word.find(part, 1) > 0 for part in rows.inner)
        or any(
            word.startswith(start) and word.endswith(end) and len(word) >= len(start) + len(end)
            for start, end in rows.around
        )
    )


def entries(rows: Iterable[str]) -> Entries | None:
    """A word list prepared for looking up; None where it is empty."""
    rows = sorted({form for row in rows for form in _spellings(lowered(row))}, key=lambda row: (-len(row), row))
    if not rows:
        return None
    plain = [row for row in rows if _PLAIN.fullmatch(row) and not _CONTINUOUS.search(row)]
    others = [row for row in rows if row not in set(plain)]
    inside = [row for row in plain if "*" in row[1:-1]]
    return Entries(
        frozenset(row for row in plain if "*" not in row),
        frozenset(row[:-1] for row in plain if row.endswith("*") and not row.startswith("*")),
        frozenset(row[1:] for row in plain if row.startswith("*") and not row.endswith("*")),
        tuple(row[1:-1] for row in plain if row.startswith("*") and row.endswith("*")),
        tuple((start, end) for start, _, end in (row.partition("*") for row in inside)),
        re.compile("|".join(map(_phrase, others))) if others else None,
    )


_DOTTED = {
    unicodedata.normalize("NFD", letter): letter for letter in map(chr, (*range(0x958, 0x960), 0x9DC, 0x9DD, 0x9DF))
}
"""Letters with a dot below that Unicode writes in two ways and normalises to the longer one."""


def _spellings(row: str) -> Iterator[str]:
    """An entry in both spellings of the letters with a dot below."""
    apart = unicodedata.normalize("NFC", row)
    yield apart
    together = apart
    for pair, letter in _DOTTED.items():
        together = together.replace(pair, letter)
    if together != apart:
        yield together


def lowered(text: str) -> str:
    """A text in lower case, letter by letter, so that places stay what they are."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(_letter(letter) for letter in text)


def _letter(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else lower[0]


def _phrase(entry: str) -> str:
    if _CONTINUOUS.search(entry):
        return re.escape(entry).replace("…", "[^，。；：！？]{1,12}?")
    body = re.escape(entry.strip("*")).replace(r"\*", r"\w*").replace(r"\ …\ ", r"\b[^.;:!?]{1,60}?\b")
    left = r"\b\w+" if entry.startswith("*") else r"(?<!\w)"
    right = r"\w*" if entry.endswith("*") else r"(?!\w)"
    return left + body + right
