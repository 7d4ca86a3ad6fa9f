"""Words with a slip of the pen: what an unknown word may have been meant to be ("Indipendence")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from checker.languages.frequency import ordinary, zipf

SHORTEST = 4
"""Letters of a word that is looked at."""
COMMON = 3.5
"""Zipf frequency of a word that may have been meant."""
MOST = 3
"""Words that may have been meant, the most frequent first."""
LETTERS_OF = 2500
"""Words of a language, the most frequent ones, whose letters are all it has."""


@lru_cache(maxsize=4096)
def corrections(language: str, word: str) -> tuple[str, ...]:
    """The ordinary words that a word which no list has differs from by a letter: one more, less, other, or swapped."""
    plain = word.casefold()
    if len(plain) < SHORTEST or not plain.isalpha() or plain == plain.upper() or zipf(language, plain) > 0:
        return ()
    found = {other: zipf(language, other) for other in _slips(plain, _alphabet(language))}
    known = sorted((other for other, frequency in found.items() if frequency >= COMMON), key=lambda row: -found[row])
    return tuple(known[:MOST])


def _slips(word: str, alphabet: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        before, behind = word[:at], word[at:]
        yield before + behind[1:]
        if len(behind) > 1:
            yield before + behind[1] + behind[0] + behind[2:]
        for letter in alphabet:
            yield before + letter + behind
            yield before + letter + behind[1:]


@cache
def _alphabet(language: str) -> str:
    return "".join(sorted({letter for word in ordinary(language, LETTERS_OF) for letter in word if letter.isalpha()}))
