"""Which of a pair's two languages a passage is written in.

Told by script where the languages have different ones, else by frequency lists: how much more common its words are in
one language than in the other. Where there is no list for one of them (Estonian, Thai), the other's list alone has
to say it, against what is usual in this version.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache, lru_cache
from statistics import median

import msgspec
import regex as re

from checker.languages.frequency import known_language, zipf
from checker.model import Version

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
MIN_WORDS, MIN_SMALL = 4, 3
"""Fewer words, or fewer that begin with a small letter, are a name, a title or a slogan."""
LEAD = 1.0
"""How much more, in units of the logarithm of frequency per word, the words of a passage must belong to the other
language. Over Tatoeba's sentences in 27 languages with lists, one in 200 sentences in its own language reaches 0.2
against any other one (0.8 between Slovene, Croatian and Slovak), and 90 % of those in the other language reach 1.0
(0.7 to 0.9 between the closest, 0.1 between Danish and Norwegian)."""
FOREIGN_ALONE, OWN_ALONE = 3.2, 1.0
"""What is taken off where only one list exists. Sentences of other languages stay below a mean of 4.2 in 99 of 100
cases, those in the list's own are above it in 95; a sentence two below its version's median is not in its language."""
FITTING = 0.5
"""Median frequency below which a list is none for this version: Serbian in Cyrillic letters, for instance."""
USUAL, LEAST = 5.4, 4.5
"""Median level of the languages with a list, and about the lowest (Finnish 5.0, Turkish 4.9)."""
USUAL_RANGE = 1.5
"""How far below the level a sentence in the language may be; one in a third language is farther."""
UNSPACED = frozenset({"HAN", "KANA", "THAI"})
LETTERS_UNSPACED, LETTERS_HAN = 8, 20
"""Letters of a sentence in a script without spaces, and of one in Chinese characters where Japanese is expected."""


class Belonging(msgspec.Struct, frozen=True):
    """Tells the ``foreign`` language, the other version's, from a version's ``own``."""

    own: str
    foreign: str
    own_script: str | None
    foreign_script: str | None
    own_level: float
    """Median over the version's sentences of the mean frequency of their words in its language; 0 without a list."""
    foreign_level: float
    """The same for the other version and its language."""

    def is_foreign(self, text: str) -> bool:
        """Whether a passage is in the other language: a sentence, not a name or a title."""
        script = script_of(text)
        if script and script == self.foreign_script and self.own_script not in (script, None):
            return long_enough(text, script, own_has_han=self.own_script == "KANA")
        if not self.foreign_level or self.lead(text) < LEAD:
            return False
        return mean(self.foreign, prose(text)) >= self.foreign_level - USUAL_RANGE

    def lead(self, text: str) -> float:
        """How much more the words of a text belong to the other language; 0 where too few words could tell."""
        words = prose(text)
        if not words:
            return 0.0
        if self.own_level and self.foreign_level:
            return mean(self.foreign, words) - mean(self.own, words)
        if self.foreign_level:
            return mean(self.foreign, words) - FOREIGN_ALONE
        return self.own_level - OWN_ALONE - mean(self.own, words) if self.own_level else 0.0

    def odd(self, text: str) -> bool:
        """Whether a passage is hardly in the version's own language, whatever it is in."""
        script, words = script_of(text), prose(text)
        if script and self.own_script and script != self.own_script:
            return bool(words) and script not in UNSPACED
        return bool(words and self.own_level) and mean(self.own, words) <= self.own_level - 2 * OWN_ALONE


def belonging(version: Version, other: Version) -> Belonging:
    """The comparison fitted to a version and the one beside it."""
    own, foreign = version.article.language, other.article.language
    levels = (adjusted(level(version, own)), adjusted(level(other, foreign)))
    return Belonging(own, foreign, main_script(version), main_script(other), *levels)


@lru_cache(maxsize=4096)
def prose(text: str) -> tuple[str, ...]:
    """The words of a passage, lower case; none where there are too few, or too few that are no names."""
    found = WORD.findall(text)
    cased = text.upper() != text.lower()
    small = sum(word[:1].islower() for word in found) if cased else len(found)
    if len(found) < MIN_WORDS or small < MIN_SMALL:
        return ()
    return tuple(word.casefold() for word in found)


@lru_cache(maxsize=4096)
def mean(language: str, words: tuple[str, ...]) -> float:
    """Mean of the logarithms of the words' frequencies in a language."""
    return sum(zipf(language, word) for word in words) / len(words)


def level(version: Version, language: str) -> float:
    """The usual frequency of the words of a version in a language: the median of its sentences; 0 without a list."""
    if not known_language(language):
        return 0.0
    rows = [mean(language, words) for sentence in version.sentences if (words := prose(sentence.text))]
    return median(rows) if rows else USUAL


def adjusted(usual: float) -> float:
    """A level that can be relied on though some, or most, of a version may be in another language."""
    return max(usual, LEAST) if usual >= FITTING else 0.0


def long_enough(text: str, script: str, *, own_has_han: bool = False) -> bool:
    """In another script altogether: a sentence, not a list of names."""
    if script in UNSPACED:
        return sum(c.isalpha() for c in text) >= (LETTERS_HAN if own_has_han else LETTERS_UNSPACED)
    return bool(prose(text))


@lru_cache(maxsize=4096)
def script_of(text: str) -> str | None:
    """The script of at least 80 % of a text's letters; "KANA" for Han with a fifth of kana, as Japanese is written."""
    counts = Counter(script_of_letter(c) for c in text if c.isalpha())
    total = sum(counts.values())
    if counts["KANA"] >= 0.2 * total > 0:
        counts["KANA"] += counts.pop("HAN", 0)
    script, most = counts.most_common(1)[0] if counts else ("", 0)
    return script if total and most >= 0.8 * total else None


def main_script(version: Version) -> str | None:
    """The script of most sentences of a version."""
    scripts = Counter(script for sentence in version.sentences if (script := script_of(sentence.text)))
    return scripts.most_common(1)[0][0] if scripts else None


@cache
def script_of_letter(letter: str) -> str:
    """The script of a letter: LATIN, CYRILLIC, HAN or KANA, for instance."""
    if letter < "\u0250":
        return "LATIN"
    name = unicodedata.name(letter, "").split(" ")[0].split("-")[0]
    return {"HIRAGANA": "KANA", "KATAKANA": "KANA", "CJK": "HAN"}.get(name, name)
