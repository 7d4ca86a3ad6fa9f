"""How far apart two names sound, letter by letter: what tells Ferrante from Brandt where classes of consonants don't.

:func:`checker.facts.romanise.skeleton` lumps together what any script lumps together; many short names then agree by
chance. Here every letter counts: related consonants cost little, vowels next to nothing, others much.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.facts.romanise import roman

_DIGRAPHS = (
    (re.compile("(?:ts){2}"), "ts"),
    (re.compile("tsch|tsz|tch|dsch|dzh|dzs|sch|sh|zh|ch|cz|cs|sz|zs|dj|tj|tx"), "S"),
    (re.compile("ph"), "f"),
    (re.compile("kh|gh"), "h"),
    (re.compile("th"), "T"),
    (re.compile("ck|q"), "k"),
    (re.compile("x"), "ks"),
)
_KEPT = re.compile("[^a-zST]")
_TWICE = re.compile(r"(.)\1+")
_LIQUIDS = frozenset({"lr"})
"""What characters that transcribe don't tell apart."""
_ABJAD = re.compile("[\u0590-\u06ff]")
"""Hebrew and Arabic letters: two alike have a vowel between them."""
_VOWELS = frozenset("aeiou")
_SOFT = frozenset("hwy")
_ALPHABET = "abcdefghijklmnopqrstuvwxyzST"
NEAR, HALF, FAR = 0.3, 0.6, 1.0
_NEAR = (
    "bp bv fv fp vw fw bw td tT dT sT zT kg kc gc hk hg hc cs cS "
    "cz cj sS zS jS sz jz jy js jh jg gS yS tc tS ts gy hj dj dz"
)
_HALF = "lr mn"
VOWEL, ADDED_VOWEL, ADDED_SOFT, ADDED = 0.15, 0.2, 0.3, 0.9
MERGED = 0.1
"""What letters cost that the script does not tell apart."""
UNWRITTEN, MATRES = 0.05, 0.1
"""What a vowel, and a letter that may stand for one, costs where one of the scripts leaves most vowels out."""


def _pairs(text: str, cost: float) -> Mapping[tuple[str, str], float]:
    rows = [(pair[0], pair[1]) for pair in text.split()]
    return {key: cost for a, b in rows for key in ((a, b), (b, a))}


_COST: Mapping[tuple[str, str], float] = {
    **_pairs(_NEAR, NEAR),
    **_pairs(_HALF, HALF),
    **{(a, b): VOWEL for a in "aeiou" for b in "aeiou"},
    **_pairs("iy uw ow uv ov", VOWEL),
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
    short, long = sorted((letters(first), letters(second)), key=len)
    size = min(_weight(short, unwritten), _weight(long, unwritten))
    if not size:
        return 0.0
    costs, row = _costs(merged, unwritten), [0.0]
    for letter in long:
        row.append(row[-1] + costs.added[letter])
    row = _rows(short, long, row, costs)
    cost = min(row[-1 - n] + n * ADDED / 2 for n in range(min(4, len(row))))
    return max(0.0, 1 - cost / size)


@lru_cache(maxsize=8192)
def within(word: str, text: str) -> float:
    """How close a word sounds to the likeliest stretch of a text without spaces, 0 to 1."""
    own, other = letters(word), letters(text)
    size = _weight(own, False)
    if not size:
        return 0.0
    return max(0.0, 1 - min(_rows(own, other, [0.0] * (len(other) + 1), _costs(frozenset(), False))) / size)


@lru_cache(maxsize=65536)
def transcribed(syllables: tuple[tuple[str, ...], ...], other: str, *, begins: bool = False) -> float:
    """How close a word sounds to a transcription, 0 to 1: ``syllables`` are what each of its characters may stand for.

    An ending of the word costs half, for inflection; nothing where the word need only begin so.
    """
    text, costs = letters(other), _costs_of_transcription()
    size = min(_weight(text, False), sum(_weight(letters(sounds[0]), False) for sounds in syllables))
    if not size:
        return 0.0
    row = [0.0]
    for letter in text:
        row.append(row[-1] + costs.added[letter])
    for sounds in syllables:
        ways = (_rows(letters(sound), text, list(row), costs) for sound in sounds)
        row = [min(column) for column in zip(*ways, strict=True)]
    cost = min(row) if begins else min(row[-1 - n] + n * ADDED / 2 for n in range(min(4, len(row))))
    return max(0.0, 1 - cost / size)


def _weight(text: str, unwritten: bool) -> float:
    vowel, soft = (0.0, 0.4) if unwritten else (0.3, 1.0)
    return sum(vowel if letter in _VOWELS else soft if letter in _SOFT else 1.0 for letter in text)


def _rows(a: str, b: str, row: list[float], costs: Costs) -> list[float]:
    """The last row of the edit distance with weights: what all of ``a`` costs up to each place in ``b``."""
    for own in a:
        gone, exchanged = costs.added[own], costs.exchanged[own]
        diagonal = row[0]
        last = row[0] = diagonal + gone
        for at, other in enumerate(b, 1):
            best, above = diagonal + exchanged[other], row[at]
            if above + gone < best:
                best = above + gone
            if last + costs.added[other] < best:
                best = last + costs.added[other]
            diagonal, last = above, best
            row[at] = best
    return row


@dataclass(frozen=True, slots=True)
class Costs:
    """What it costs to add a letter, and to exchange one for another."""

    added: Mapping[str, float]
    exchanged: Mapping[str, Mapping[str, float]]


@lru_cache(maxsize=64)
def _costs(merged: frozenset[str], unwritten: bool) -> Costs:
    return Costs(
        {letter: _added(letter, unwritten) for letter in _ALPHABET},
        {a: {b: _exchanged(a, b, merged, unwritten) for b in _ALPHABET} for a in _ALPHABET},
    )


@cache
def _costs_of_transcription() -> Costs:
    """An r behind a vowel is often left out ("爱德华多" for Eduardo, "伯纳德" for Bernard)."""
    costs = _costs(_LIQUIDS, False)
    return Costs({**costs.added, "r": ADDED_SOFT}, costs.exchanged)


def _added(letter: str, unwritten: bool) -> float:
    if letter in _VOWELS:
        return UNWRITTEN if unwritten else ADDED_VOWEL
    if letter in _SOFT:
        return MATRES if unwritten else ADDED_SOFT
    return ADDED


def _exchanged(a: str, b: str, merged: frozenset[str], unwritten: bool) -> float:
    if a == b:
        return 0.0
    if a + b in merged or b + a in merged:
        return MERGED
    cost = _COST.get((a, b), FAR)
    return UNWRITTEN if unwritten and cost == VOWEL else cost
