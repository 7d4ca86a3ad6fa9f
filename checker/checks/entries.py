"""Finds the entries of a word list in a text: whole words, words by their beginning or end, and phrases.

``*`` in an entry stands for any letters, ``…`` between two words for some others of the same clause ("not … until").
Entries in scripts without spaces are found anywhere. Words are looked up, not searched for by one pattern each, so that
a list may be long: a hundred endings of Turkish verbs cost no more than one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec
import regex as re

from checker.model import Span

_CONTINUOUS = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(r"\w+")
_PLAIN = re.compile(r"\*?\w+\*?|\w+\*\w+")


class Entries(msgspec.Struct, frozen=True, eq=False):
    """A word list prepared for looking up; texts are to be given through :func:`lowered`."""

    whole: frozenset[str]
    starts: _Affixes
    ends: _Affixes
    inner: tuple[str, ...]
    around: tuple[tuple[str, str], ...]
    """Beginning and end of the words that an entry with ``*`` inside stands for."""
    phrases: Mapping[str, tuple[str, ...]]
    """The entries of more than one word by their first word."""
    loose: tuple[str, ...]
    """The entries that do not begin with a whole word, the longest first."""

    def spans(self, text: str) -> tuple[Span, ...]:
        """The places of all entries in reading order; of those that overlap, the first and longest."""
        found = sorted(self._found(text), key=lambda span: (span.start, -span.end))
        kept: list[Span] = []
        for span in found:
            if not kept or span.start >= kept[-1].end:
                kept.append(span)
        return tuple(kept)

    def first(self, text: str) -> Span | None:
        """The first place of an entry, the longest there."""
        return min(self._found(text), key=lambda span: (span.start, -span.end), default=None)

    def within(self, word: str) -> bool:
        """Whether a word has an entry as one of its parts, and is none by itself."""
        return word not in self.whole and _holds(self, word)

    def _found(self, text: str) -> Iterator[Span]:
        yield from _loosely(self.loose, text)
        for word, span in _words(text):
            if _holds(self, word):
                yield span
            yield from self._phrase_at(word, text, span.start)

    def _phrase_at(self, word: str, text: str, place: int) -> Iterator[Span]:
        """The longest entry that stands at a place."""
        for entry in self.phrases.get(word, ()):
            if end := _end(entry, text, place):
                yield Span(place, end)
                return


class Lists(msgspec.Struct, frozen=True, eq=False):
    """Several word lists that are looked up together, in one walk over the words of a text."""

    rows: Mapping[str, Entries]
    """The lists by their names."""
    phrases: Mapping[str, tuple[str, ...]]
    """Of the first words of phrases, the lists that have one."""

    @classmethod
    def of(cls, rows: Mapping[str, Iterable[str]]) -> Lists:
        """Prepare word lists; empty ones are left out."""
        prepared = {name: found for name, row in rows.items() if (found := entries(row))}
        phrases: dict[str, tuple[str, ...]] = {}
        for name, found in prepared.items():
            for word in found.phrases:
                phrases[word] = (*phrases.get(word, ()), name)
        return cls(prepared, phrases)

    def firsts(self, text: str) -> Mapping[str, Span]:
        """The first place of an entry of every list that has one in the text."""
        words = _words(text)
        present = {name for word, _ in words for name in (*_lists(self, word), *self.phrases.get(word, ()))}
        present.update(name for name, row in self.rows.items() if row.loose)
        places = ((name, self.rows[name].first(text)) for name in self.rows if name in present)
        return {name: place for name, place in places if place}


class _Affixes(msgspec.Struct, frozen=True):
    """Beginnings or ends of words, and the lengths that they have."""

    rows: frozenset[str]
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, rows: Iterable[str]) -> _Affixes:
        known = frozenset(rows)
        return cls(known, tuple(sorted({len(row) for row in known})))

    def begin(self, word: str) -> bool:
        """Whether a word begins with one of them."""
        return not self.rows.isdisjoint([word[:length] for length in self.lengths])

    def end(self, word: str) -> bool:
        """Whether a word ends with one of them, and has something before it."""
        return not self.rows.isdisjoint([word[-length:] for length in self.lengths if len(word) > length])


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[tuple[str, Span], ...]:
    """The words of a text, in which a check looks for many lists one after the other."""
    return tuple((match.group(), Span(*match.span())) for match in _WORD.finditer(text))


@lru_cache(maxsize=1 << 16)
def _holds(rows: Entries, word: str) -> bool:
    """Whether a word is one of the entries; the words of an article come again and again."""
    if word in rows.whole or rows.starts.begin(word) or rows.ends.end(word):
        return True
    return any(word.find(part, 1) > 0 for part in rows.inner) or any(
        word.startswith(start) and word.endswith(end) and len(word) >= len(start) + len(end)
        for start, end in rows.around
    )


@lru_cache(maxsize=1 << 16)
def _lists(lists: Lists, word: str) -> tuple[str, ...]:
    """The lists that have a word."""
    return tuple(name for name, rows in lists.rows.items() if _holds(rows, word))


def entries(rows: Iterable[str]) -> Entries | None:
    """A word list prepared for looking up; None where it is empty."""
    rows = sorted({form for row in rows for form in _spellings(lowered(row))}, key=lambda row: (-len(row), row))
    if not rows:
        return None
    plain = dict.fromkeys(row for row in rows if _PLAIN.fullmatch(row) and not _CONTINUOUS.search(row))
    inside = [row for row in plain if "*" in row[1:-1]]
    firsts: dict[str, list[str]] = {}
    for row in rows:
        if row not in plain:
            firsts.setdefault(_first(row), []).append(row)
    return Entries(
        frozenset(row for row in plain if "*" not in row),
        _Affixes.of(row[:-1] for row in plain if row.endswith("*") and not row.startswith("*")),
        _Affixes.of(row[1:] for row in plain if row.startswith("*") and not row.endswith("*")),
        tuple(row[1:-1] for row in plain if row.startswith("*") and row.endswith("*")),
        tuple((start, end) for start, _, end in (row.partition("*") for row in inside)),
        {first: tuple(found) for first, found in firsts.items() if first},
        tuple(firsts.get("", ())),
    )


def _first(entry: str) -> str:
    """The whole word that a phrase begins with; nothing where it begins with a part of one."""
    found = _WORD.match(entry)
    if not found or _CONTINUOUS.search(entry) or entry[found.end() : found.end() + 1] in ("", "*"):
        return ""
    return found.group()


def _loosely(rows: Sequence[str], text: str) -> Iterator[Span]:
    """The places of entries one behind the other, at each the first of the list that stands there."""
    found = [(row, match) for row in rows if _may_stand(row, text) and (match := _pattern(row).search(text))]
    while found:
        match = min((match for _, match in found), key=lambda match: match.start())
        yield Span(*match.span())
        end = match.end()
        again = ((row, old if old.start() >= end else _pattern(row).search(text, end)) for row, old in found)
        found = [(row, match) for row, match in again if match]


def _end(entry: str, text: str, place: int) -> int:
    """Where a phrase ends that stands at the beginning of a word; 0 where it does not stand there."""
    if "*" not in entry and "…" not in entry:
        end = place + len(entry)
        return end if text.startswith(entry, place) and not _WORD.match(text, end) else 0
    match = _pattern(entry).match(text, place) if _may_stand(entry, text) else None
    return match.end() if match else 0


def _may_stand(entry: str, text: str) -> bool:
    """Whether a text has all parts of an entry: it takes a hundred times as long to make its pattern as to see that."""
    return all(part in text for part in _parts(entry))


@lru_cache(maxsize=1 << 14)
def _parts(entry: str) -> tuple[str, ...]:
    return tuple(entry.replace("*", " ").replace("…", " ").split())


@lru_cache(maxsize=1 << 14)
def _pattern(entry: str) -> re.Pattern[str]:
    """The pattern of an entry, made when all its parts are met in a text."""
    return re.compile(_phrase(entry))


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
