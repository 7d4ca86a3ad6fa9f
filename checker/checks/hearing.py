"""How alike two words sound, whatever scripts they are written in.

First by the classes of their consonants (:mod:`checker.facts.romanise`), then letter by letter
(:mod:`checker.facts.sounds`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec
import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from checker.checks.scripts import script_of
from checker.facts import sounds, transcription
from checker.facts.romanise import fold, readings, skeleton
from checker.facts.spelling import spoken

HEARD = 0.75
"""What :func:`spelled` gives for two names that sound just alike enough."""
STEM = 3
"""Letters that two inflected forms of a name share at least."""
DOUBTED = 0.72
"""What :func:`spelled` gives at most for two names whose consonants are of the same classes, but not alike enough."""
CLOSE, SURELY = 0.63, 0.82
"""Likeness letter by letter that two names need, and that is enough where their consonants agree a little."""
IN_RUN, LEAST_IN_RUN, LONGEST_RUN = 0.77, 4, 600
"""Likeness to a stretch of Thai that a name needs (of 127 names in five articles 94 % reach it, and 12 % of those of
other articles), its least letters, and the longest text in which that isn't chance."""
SOUNDING = 0.5
"""Likeness of two skeletons below which words don't sound alike at all."""
_ALIKE = Levenshtein.normalized_similarity
FAINTLY = 0.35
"""What classes of consonants must give for a look at the letters."""
SPOKEN = 0.8
"""Likeness letter by letter that two names need once they are respelled as English would: of 25 names in two of 14
languages 21 reach it, of 19 pairs of different names four, which differ by a letter (Lviv, Lvov)."""
GATE = 0.6
"""Likeness of the classes of consonants that makes a look at the letters worth while."""
TRANSCRIBED, TRANSCRIBED_SHORT, SHORT = 0.66, 0.72, 3
"""Likeness that a name needs to a transcription of it in Chinese, and to one of up to three characters, of which one
consonant is much: of 547 names of the lexicon in characters that transcribe .73 of those of two reach it or agree in
their classes of consonants (by these alone .61), .87 (.67) of those of three, .74 (.60) of those of four, .79 (.63) of
longer ones; and of different names .015, .004, .003 and .007 (.017, .002, 0, .007)."""
UNLIKE = 0.5
"""Likeness below which a name is none that the characters transcribe, whatever the classes of its consonants say."""
_MERGED = {
    "hangul": "lr fp vb pb td kg zj sj zs cS cj dT tT",
    "kana": "lr vb si cS sT tc zj fh",
    "tamil": "pb td kg fp sc sj sS",
    "abjad": "pb fp vb vw kg jg cT zT",
}
"""Letters that a script does not tell apart."""


class Sound(NamedTuple):
    """A word as it is compared by ear; ``script`` is "latin", "han", "hangul", "abjad" or "other"."""

    word: str
    fold: str
    skeleton: str
    script: str
    readings: tuple[str, ...]


@lru_cache(maxsize=1 << 14)
def sound_of(word: str) -> Sound:
    """A word prepared to be compared by ear."""
    return Sound(word, fold(word), skeleton(word), script_of(word), readings(word))


class Sounds(msgspec.Struct, frozen=True, eq=False):
    """Many words, ready to be searched for those that a word is worth being compared with.

    ``owners`` has the place of the word whose reading stands at the same place of ``readings``.
    """

    words: tuple[Sound, ...]
    skeletons: tuple[str, ...]
    readings: tuple[str, ...]
    owners: tuple[int, ...]
    characters: tuple[int, ...]
    """The places of the words in Chinese characters."""

    @classmethod
    def of(cls, words: Iterable[Sound]) -> Sounds:
        """Prepare words."""
        rows = tuple(words)
        pairs = [(bones, at) for at, row in enumerate(rows) for bones in dict.fromkeys(_without_f(row.readings))]
        characters = tuple(at for at, row in enumerate(rows) if row.script == "han")
        skeletons = tuple(row.skeleton for row in rows)
        return cls(rows, skeletons, tuple(bones for bones, _ in pairs), tuple(at for _, at in pairs), characters)

    def near(self, own: Sound) -> Iterator[Sound]:
        """The words of which :func:`heard` gives more than nothing, and some others, in their order."""
        if own.script == "han":
            return iter(self.words)
        found = set(self.characters)
        for bones in dict.fromkeys(_without_f(own.readings)):
            found.update(self.owners[at] for at in _close(bones, self.readings))
        return (self.words[at] for at in sorted(found))

    def alike(self, own: Sound) -> Iterator[Sound]:
        """The words in letters whose consonants are of nearly the same classes as those of a word in letters."""
        if own.script == "han":
            return iter(())
        rows = (self.words[at] for at in _close(own.skeleton, self.skeletons))
        return (row for row in rows if row.script != "han" and _same_sounds(own.skeleton, row.skeleton) >= GATE)


def _close(bones: str, others: Sequence[str]) -> list[int]:
    """The places of the skeletons that are at all like one."""
    found: list[int] = np.flatnonzero(cdist((bones,), others, scorer=_ALIKE, score_cutoff=SOUNDING)[0]).tolist()
    return found


@lru_cache(maxsize=1 << 14)
def respelled(word: str, language: str) -> tuple[Sound, ...]:
    """A word as English might have spelled it, prepared to be compared by ear."""
    return tuple(sound_of(other) for other in spoken(word, language))


def heard_as_spoken(own: Sequence[Sound], other: Sounds) -> float:
    """The greatest likeness of two words among the ways to respell them; :data:`SPOKEN` becomes :data:`HEARD`."""
    close = (sounds.closeness(a.word, b.word) for a in own for b in other.alike(a))
    likeness = max(close, default=0.0)
    return min(1.0, likeness * HEARD / SPOKEN) if likeness >= SPOKEN else 0.0


def heard(own: Sound, other: Sound, respelt: bool, least: float = 0.0) -> float:
    """How alike two words sound; ``respelt``: one of their languages writes foreign names as it speaks them.

    What the consonants alone make less than ``least``, if that is more than :data:`HEARD`, is not looked into.
    """
    likeness = _likeness(own, other) * HEARD / _least(own, other, respelt)
    if (own.script == "han") != (other.script == "han"):
        return _transcribed(own, other, likeness)
    return _closely(own, other, likeness) if likeness >= max(FAINTLY, least) else likeness


def heard_in_a_run(own: Sound, text: str) -> float:
    """How well a name sounds like a stretch of a text of Thai or its kin, which write words without spaces."""
    if own.script != "latin" or len(own.fold) < LEAST_IN_RUN or not 0 < len(text) <= LONGEST_RUN:
        return 0.0
    return min(1.0, sounds.within(own.word, text) * HEARD / IN_RUN)


def transcribed(own: str, other: str, *, begins: bool = False) -> float | None:
    """How close a word in Chinese characters and one in letters sound, None where the characters transcribe nothing.

    ``begins``: the one in letters may go on ("乌克兰", Ukrenergo).
    """
    han, spelt = (own, other) if script_of(own) == "han" else (other, own)
    parts = transcription.syllables(han)
    if script_of(spelt) == "han" or not parts:
        return None
    return max(sounds.transcribed(parts, spelt, begins=begins), sounds.closeness(han, spelt))


def _transcribed(own: Sound, other: Sound, heard: float) -> float:
    """What a word in Chinese characters and one in letters are alike when each character counts as what it transcribes.

    A Chinese name has its reading in pinyin, which is what ``heard`` rests on.
    """
    han, spelt = (own, other) if own.script == "han" else (other, own)
    parts = transcription.syllables(han.word)
    if not parts:
        return heard
    close = sounds.transcribed(parts, spelt.word)
    least = TRANSCRIBED if len(parts) > SHORT else TRANSCRIBED_SHORT
    if close >= least:
        return max(heard, min(1.0, HEARD * close / least))
    close = max(close, sounds.closeness(han.word, spelt.word))
    return heard if close >= UNLIKE else min(heard, DOUBTED * close / UNLIKE)


def _closely(own: Sound, other: Sound, heard: float) -> float:
    """What two names that agree in their classes of consonants are alike when every letter counts."""
    if "han" in (own.script, other.script):
        return heard
    scripts = {own.script, other.script}
    merged = frozenset().union(*(frozenset(_MERGED.get(script, "").split()) for script in scripts))
    close = sounds.closeness(own.word, other.word, merged, "abjad" in scripts)
    if close >= SURELY:
        return max(heard, HEARD)
    return heard if close >= CLOSE else min(heard, DOUBTED * close / CLOSE)


def _least(own: Sound, other: Sound, respelt: bool) -> float:
    """The likeness that two words need: more within one script, where names keep their spelling, and for Chinese."""
    if own.script == other.script:
        return 0.66 if respelt else 0.8
    return 0.66 if "han" in (own.script, other.script) else 0.6


def _likeness(own: Sound, other: Sound) -> float:
    merged = bool({"hangul", "abjad"} & {own.script, other.script})
    ours, theirs = (_without_f(row.readings) if merged else row.readings for row in (own, other))
    consonants = max((_same_sounds(a, b) for a in ours for b in theirs), default=0.0)
    if (
        consonants == 1
        and "abjad" in (own.script, other.script)
        and min(len(own.skeleton), len(other.skeleton)) >= STEM
    ):
        return 1.0
    return 0.6 * consonants + 0.4 * Levenshtein.normalized_similarity(own.fold, other.fold) if consonants else 0.0


def _without_f(readings: tuple[str, ...]) -> tuple[str, ...]:
    """Skeletons as Korean has them, which writes f and v with p and b; Hebrew writes p and f alike, b and v too."""
    return tuple(bones.replace("F", "P") for bones in readings)


def _same_sounds(a: str, b: str) -> float:
    """Likeness of two skeletons; an ending of up to two consonants behind three or more hardly counts."""
    if a == b:
        return 1.0
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) >= 3 and len(long) - len(short) <= 2 and long.startswith(short):
        return 1 - 0.1 * (len(long) - len(short))
    return _ALIKE(a, b, score_cutoff=SOUNDING)
