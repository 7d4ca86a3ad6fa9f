"""Where in a sentence words stand that may be names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex as re

from checker.facts.writing import UNCASED, WORD, Writing
from checker.languages import exonyms
from checker.languages.frequency import zipf
from checker.languages.propers import is_proper
from checker.languages.words import words as data

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]{2,}(?:[・･][\u30a1-\u30fa\u30fc]+)*")
_JOINER = "\u200c"
_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_CONTINUOUS = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_HAN = re.compile("[\u3400-\u9fff]")
_STOPS = frozenset('.!?"”’')
_APOSTROPHE = re.compile("['’ʼ‘]")
COMMON_PLACE = 4.3
"""Zipf frequency that a place of two characters needs; rarer ones are found by chance inside longer names."""
SYLLABLE = 4.3
"""Zipf frequency from which one syllable of Korean is a word."""
LEAST_LISTED = 3
"""Characters of a name that only the table of names knows; of one in an alphabet, one more."""
LEAST_STRANGE = 3
"""Letters of a word of a script without capitals that may be a name because no list knows it."""
LEAST_FOREIGN = 2
"""Characters of a run that transcribes that are left where its ends belong to ordinary words."""
LONGEST_LISTED = 16
"""Characters of a known name that is looked for; vowel signs count in Indic scripts and in Thai ("ऑस्ट्रेलिया" has 11)."""
SYLLABLES = 3.8
"""Zipf frequency from which two characters that also transcribe are an ordinary word."""


def candidates(text: str, writing: Writing) -> Iterator[tuple[int, int]]:
    """Where words stand that may be names, without what elision puts before them or a genitive behind ("l'Europe")."""
    uncased = UNCASED.search(text) is not None
    for match in WORD.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        if uncased and UNCASED.search(word):
            yield from sorted(_in_uncased(text, start, end, writing))
            continue
        if word.islower():
            continue
        mark = _APOSTROPHE.search(word)
        if mark and word[: mark.start()].casefold() in writing.elisions:
            start += mark.end()
        if mark and (writing.suffixed or word[mark.end() :].casefold() in writing.contractions):
            end = match.start() + mark.start()
        if text[max(start, end - 2) : end] in ("'s", "’s"):
            end -= 2
        if any(map(str.isupper, text[start:end])):
            yield start, end


def _in_uncased(text: str, start: int, end: int, writing: Writing) -> Iterator[tuple[int, int]]:
    """Names in a script without capitals, the surest of those that share characters."""
    taken: list[tuple[int, int]] = []
    for a, b in _suspects(text, start, end, writing):
        if not any(a < other_end and other_start < b for other_start, other_end in taken):
            taken.append((a, b))
    yield from taken


def _suspects(text: str, start: int, end: int, writing: Writing) -> Iterator[tuple[int, int]]:
    for part in (*writing.dotted, *sorted(writing.persons, key=len, reverse=True)):
        at = text.find(part, start, end)
        while at >= 0:
            yield at, at + len(part)
            at = text.find(part, at + len(part), end)
    for pattern in (_KATAKANA, _LATIN):
        yield from (match.span() for match in pattern.finditer(text, start, end))
    yield from _places(text, start, end, writing.language)
    for pattern in writing.foreign:
        for match in pattern.finditer(text, start, end):
            a, b = _without_words(text, *match.span(), writing.language)
            if b - a >= LEAST_FOREIGN and not _made_of_words(text[a:b], writing.language):
                yield a, b
    stranger = _stranger(text[start:end], writing.language)
    if stranger and not _is_predicate(text, start, end, writing.language):
        yield start + stranger[0], start + stranger[1]


def _places(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        size = next(
            (n for n in range(min(LONGEST_LISTED, end - at), 1, -1) if known_place(language, text[at : at + n])), 0
        )
        size = max(size, _longer(language, text[at : min(end, at + 8)], size)) if size else 0
        if size and not _KATAKANA.match(text, at, at + 2) and _whole(text, start, end, at, size, language):
            yield at, at + size
        at += size or 1


def _longer(language: str, text: str, size: int) -> int:
    """How long the longest name is that begins like a known place ("威尼斯朱利亚" like "威尼斯"), or 0."""
    names = exonyms.entries(language) if _HAN.match(text) else {}
    return next((n for n in range(len(text), size, -1) if text[:n] in names), 0)


def _stranger(word: str, language: str) -> tuple[int, int] | None:
    """Where in a word of a script with spaces that no list knows the name stands, without what grammar adds to it."""
    rules = data(language, "names")
    if "suffixes" not in rules or _CONTINUOUS.search(word) or len(word) < LEAST_STRANGE or _JOINER in word:
        return None
    if _HANGUL.match(word) and sum(syllable in rules.get("foreign", "") for syllable in word) < 2:
        return None
    starts = [0, *(len(prefix) for prefix in rules.get("prefixes", ()) if word.startswith(prefix))]
    ends = [len(word), *(len(word) - len(suffix) for suffix in rules.get("suffixes", ()) if word.endswith(suffix))]
    stems = [(a, b) for a in starts for b in ends if b - a >= 2]
    if _HANGUL.match(word) and _of_words(word, ends, language):
        return None
    if any(zipf(language, _MARKS.sub("", word[a:b])) > 0 or known_place(language, word[a:b]) for a, b in stems):
        return None
    return 0, min((b for _, b in stems), default=len(word)) if _HANGUL.match(word) else len(word)


def _is_predicate(text: str, start: int, end: int, language: str) -> bool:
    """Whether a word ends a sentence as a verb does in a language that puts it last (Korean "올라선다")."""
    endings = tuple(data(language, "names").get("predicates", ()))
    return bool(endings) and text[start:end].endswith(endings) and text[end : end + 1] in _STOPS


def _of_words(word: str, ends: Sequence[int], language: str) -> bool:
    """Whether a Korean word is a frequent syllable with a particle (일부터), or before a known word (부부장은)."""
    if zipf(language, word[:1]) < SYLLABLE:
        return False
    return 1 in ends or any(end > 2 and zipf(language, word[1:end]) >= SYLLABLES for end in ends)


def _without_words(text: str, start: int, end: int, language: str) -> tuple[int, int]:
    """A run of characters that transcribe without an end that is part of an ordinary word ("基亚索边" before "境")."""
    if start and zipf(language, text[start - 1 : start + 1]) >= SYLLABLES:
        start += 1
    if end < len(text) and zipf(language, text[end - 1 : end + 1]) >= SYLLABLES:
        end -= 1
    return start, end


def _made_of_words(run: str, language: str) -> bool:
    """Whether two neighbouring characters of a run are an ordinary Chinese word."""
    return any(zipf(language, run[at : at + 2]) >= SYLLABLES for at in range(len(run) - 1))


def _whole(text: str, start: int, end: int, at: int, size: int, language: str) -> bool:
    """Whether a script with spaces has the word by itself but for a preposition or a particle, not in another."""
    if _CONTINUOUS.match(text, at):
        return True
    rules = data(language, "names")
    before, behind = text[start:at], text[at + size : end]
    if before + behind and zipf(language, text[start:end]) > zipf(language, text[at : at + size]):
        return False
    if before and size <= LEAST_STRANGE:
        return False
    return before in ("", *rules.get("prefixes", ())) and behind in ("", *rules.get("attached", ()))


def known_place(language: str, word: str) -> bool:
    """Whether the lexicons know a word of a script without capitals as a name only."""
    if is_proper(language, word):
        return len(word) > 2 or zipf(language, word) >= COMMON_PLACE
    return word in _listed(language)


@cache
def _listed(language: str) -> frozenset[str]:
    """The longer names of a language's table that are names only in English, too."""
    rows = exonyms.entries(language).items()
    return frozenset(
        name
        for name, keys in rows
        if len(name) >= LEAST_LISTED + (not _HAN.match(name))
        and not is_katakana(name)
        and any(is_proper("en", key) for key in keys)
    )


def is_katakana(word: str) -> bool:
    """Whether a word is written in katakana, as Japanese writes foreign names."""
    return _KATAKANA.fullmatch(word) is not None
