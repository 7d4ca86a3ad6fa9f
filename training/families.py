"""Families of words: what an inflected form has in common with the other forms, and a cognate with its relatives.

While training, the vector of a token is its own plus the mean of the vectors of its marks, which it shares with its
family: the idea of fastText (Bojanowski et al. 2017), whose marks are all n-grams of letters. Here they are few and
chosen for where a stem stands in each script, so that a step costs little more. A rare form so learns from the frequent
ones. The packaged model holds the sums: marks cost nothing there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np
import regex
from anyascii import anyascii

from training.encode import Encoded
from training.scripts import skeleton
from training.tokenizer import START

#: Longest first: the first that leaves three letters is taken off.
_PREFIXES = {
    "Arab": ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ف", "ب", "ل", "ك"),
    "Hebr": ("וה", "שה", "מה", "בה", "לה", "וב", "ול", "ה", "ו", "ב", "ל", "מ", "ש", "כ"),
}
_SUFFIXES = {
    "Arab": ("تها", "ها", "هم", "كم", "نا", "ين", "ون", "ات", "ته", "ه", "ي", "ك", "ة", "ا", "ت"),
    "Hebr": ("ים", "ות", "תי", "נו", "תם", "ה", "י", "ת", "ו", "ך"),
}
_HAN = regex.compile(r"\p{Han}")
_CONTINUOUS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_HANGUL = regex.compile(r"\p{Hangul}")
_CLITICS = regex.compile(r"(?P<Arab>\p{Arabic})|(?P<Hebr>\p{Hebrew})")
_SYLLABIC = regex.compile(r"[\p{Bengali}\p{Tamil}\p{Devanagari}]")
#: Letters of a skeleton from which it tells words apart.
_BONES = 3


def marks(token: str) -> frozenset[str]:
    """The marks of a token; none for punctuation, numbers and pieces from within a word."""
    word = token.removeprefix(START)
    if len(word) < 2 or not any(letter.isalpha() for letter in word):
        return frozenset()
    if _CONTINUOUS.search(word):
        return frozenset(_HAN.findall(word)[:6])
    if not token.startswith(START):
        return frozenset()
    if _HANGUL.search(word):
        return frozenset(_beginnings(word, (1, 2, 3, 4))) | {f"…{word[-n:]}" for n in (1, 2) if len(word) > n}
    if (script := _CLITICS.search(word)) and script.lastgroup:
        return frozenset(_semitic(word, script.lastgroup))
    latin = "".join(letter for letter in anyascii(word).lower() if letter.isalnum())
    found = {latin} if len(latin) <= 4 else set(_beginnings(latin, (4, 5, 6, 8)))
    if _SYLLABIC.search(word):
        found.update(_beginnings(word, (2, 3, 4, 5)))
    return frozenset(found) | frozenset(_bones(word))


def _beginnings(word: str, lengths: Iterable[int]) -> Iterator[str]:
    return (f"{word[:length]}…" for length in lengths if len(word) >= length)


def _semitic(word: str, script: str) -> Iterator[str]:
    """The word without the particles before it, and without the endings after it."""
    stem = next((word[len(p) :] for p in _PREFIXES[script] if word.startswith(p) and len(word) >= len(p) + 3), word)
    base = next((stem[: -len(s)] for s in _SUFFIXES[script] if stem.endswith(s) and len(stem) >= len(s) + 3), stem)
    yield from (f"={stem}", f"~{base}", *_beginnings(stem, (3, 4)), *_bones(stem))


def _bones(word: str) -> Iterator[str]:
    bones = skeleton(word)
    if len(bones) >= _BONES:
        yield f"#{bones}"


def families(tokens: Iterable[str]) -> tuple[Encoded, int]:
    """(marks of each token as numbers, how many marks there are); a mark that only one token has is left out."""
    found = [sorted(marks(token)) for token in tokens]
    counts = Counter(mark for one in found for mark in one)
    number = {mark: i for i, mark in enumerate(mark for mark, count in counts.items() if count > 1)}
    lists = [[number[mark] for mark in one if mark in number] for one in found]
    offsets = np.concatenate([[0], np.cumsum([len(one) for one in lists], dtype=np.int64)])
    return Encoded(np.array([mark for one in lists for mark in one], dtype=np.int32), offsets), len(number)
