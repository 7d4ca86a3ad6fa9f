"""How far apart two names sound, letter by letter: what tells Ferrante from Brandt where classes of consonants don't.

:func:`checker.facts.romanise.skeleton` lumps together what any script lumps together; many short names then agree by
chance. Here every letter counts: related consonants cost little, vowels next to nothing, others much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product

from checker.facts.romanise import roman

_DIGRAPHS = (
    (re.compile("tsch|tch|dsch|dzh|dzs|sch|sh|zh|ch|cz|cs|sz|zs|dj|tj"), "S"),
    (re.compile("ph"), "f"),
    (re.compile("kh|gh"), "h"),
    (re.compile("th"), "T"),
    (re.compile("ck|q"), "k"),
    (re.compile("x"), "ks"),
)
_KEPT = re.compile("[^a-zST]")
_TWICE = re.compile(r"(.)\1+")
_ABJAD = re.compile("[\u0590-\u06ff]")
"""Hebrew and Arabic letters: two alike have a vowel between them."""
_VOWELS = frozenset("aeiou")
_SOFT = frozenset("hwy")
NEAR, HALF, FAR = 0.3, 0.6, 1.0
_NEAR = (
    "bp bv fv fp vw fw bw td tT dT sT zT kg kc gc hk hg hc cs cS cz cj sS zS jS sz jz jy js jh jg gS yS tc tS ts gy hj dj dz"
)
_HALF = "lr mn"
VOWEL, ADDED_VOWEL, ADDED_SOFT, ADDED = 0.15, 0.2, 0.3, 0.9
UNWRITTEN, MATRES = 0.05, 0.1
"""What a vowel, and a letter that may stand for one, costs where one of the scripts leaves most vowels out."""


def _pairs(text: str, cost: float) -> Iterable[tuple[tuple[str, str], float]]:
    for a, b in text.split():
        yield (a, b), cost
        yield (b, a), cost


_COST = {
    **dict(_pairs(_NEAR, NEAR)),
    **dict(_pairs(_HALF, HALF)),
    **{pair: VOWEL for pair in product("aeiou", repeat=2)},
    **{pair: VOWEL for a, b in ("iy", "uw", "ow", "uv", "ov") for pair in ((a, b), (b, a))},
}


@lru_cache(maxsize=65536)
def letters(word: str) -> str:
    """The letters of a word as they are compared: sounds of two letters as one, doubled ones once."""
    text = roman(word)
    for pattern, letter in _DIGRAPHS:
        text = pattern.sub(letter, text)
    text = _KEPT.sub("", text)
    return text if _ABJAD.search(word) else _TWICE.sub(r"\1", text)


@lru_cache(maxsize=65536)
def closeness(first: str, second: str, merged: frozenset[str] = frozenset(), unwritten: bool = False) -> float:
    """How close two words sound, 0 to 1; ``merged`` are pairs of letters that a script does not tell apart.

    An ending of the longer word costs half, for inflection.
    """
    a, b = letters(first), letters(second)
    size = min(_weight(a, unwritten), _weight(b, unwritten))
    if not size:
        return 0.0
    return max(0.0, 1 - min(_cost(a, b, merged, unwritten), _cost(b, a, merged, unwritten)) / size)


@lru_cache(maxsize=8192)
def within(word: str, text: str) -> float:
    """How close a word sounds to the likeliest stretch of a text without spaces, 0 to 1."""
    own, other = letters(word), letters(text)
    size = _weight(own, False)
    return max(0.0, 1 - min(_rows(own, other, [0.0] * (len(other) + 1), frozenset(), False)) / size) if size else 0.0


def _weight(text: str, unwritten: bool) -> float:
    vowel, soft = (0.0, 0.4) if unwritten else (0.3, 1.0)
    return sum(vowel if letter in _VOWELS else soft if letter in _SOFT else 1.0 for letter in text)


def _cost(a: str, b: str, merged: frozenset[str], unwritten: bool) -> float:
    """The least cost of making one word the other; an ending of ``b`` costs half."""
    row = [0.0]
    for letter in b:
        row.append(row[-1] + _added(letter, unwritten))
    row = _rows(a, b, row, merged, unwritten)
    return min(row[-1], min((row[-1 - n] + n * ADDED / 2 for n in range(1, min(4, len(row)))), default=row[-1]))


def _rows(a: str, b: str, row: list[float], merged: frozenset[str], unwritten: bool) -> list[float]:
    """The last row of the edit distance with weights: what all of ``a`` costs up to each place in ``b``."""
    added = [_added(letter, unwritten) for letter in b]
    for own in a:
        gone = _added(own, unwritten)
        diagonal, row[0] = row[0], row[0] + gone
        for at, other in enumerate(b, 1):
            best = min(diagonal + _exchanged(own, other, merged, unwritten), row[at] + gone, row[at - 1] + added[at - 1])
            diagonal, row[at] = row[at], best
    return row


def _added(letter: str, unwritten: bool) -> float:
    if letter in _VOWELS:
        return UNWRITTEN if unwritten else ADDED_VOWEL
    if letter in _SOFT:
        return MATRES if unwritten else ADDED_SOFT
    return ADDED


def _exchanged(a: str, b: str, merged: frozenset[str], unwritten: bool) -> float:
    if a == b:
        return 0.0
    if merged and (a + b in merged or b + a in merged):
        return 0.1
    cost = _COST.get((a, b), FAR)
    return UNWRITTEN if unwritten and cost == VOWEL else cost
