"""Whether a word of one version has a counterpart in a passage of the other: the evidence that cancels names.

Tried from the cheapest: the same spelling, inflected or in a compound; an exonym; an acronym; another spelling or
script (:mod:`checker.checks.hearing`).
"""

from __future__ import annotations

from functools import lru_cache

import regex as re
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extractOne

from checker.checks.acronyms import abbreviates, among_initials, in_order, is_acronym
from checker.checks.exonymy import is_renamed, known_name
from checker.checks.hearing import (
    HEARD,
    STEM,
    Sound,
    heard,
    heard_as_spoken,
    heard_in_a_run,
    respelled,
    sound_of,
    transcribed,
)
from checker.checks.inflection import inflected
from checker.checks.passage import Passage, with_digraphs
from checker.checks.scripts import script_of, uncased
from checker.facts import sinitic, sounds
from checker.facts.bearers import readings
from checker.facts.romanise import fold, skeleton
from checker.facts.transcription import syllables
from checker.languages.words import words as data

NEAR = 0.65
"""What :func:`spelled` gives for two names that may sound alike."""
OTHERWISE = 0.5
"""What :func:`spelled` gives at most for such a name whose surname isn't there: the rest of its reading is chance."""
WHOLE = 4
"""Consonants of a name of several words that may be one word elsewhere."""
LOAN = 5
"""Consonants of a name that may be written small elsewhere."""
INFLECTED = 2
"""Letters that a surname of two letters may have more, and by which such a name may be longer or shorter."""
GUTTURALS = frozenset({"hg"})
"""Letters that spellings of a surname in other scripts don't tell apart ("كانغ")."""
READ = 0.9
"""Likeness letter by letter of a surname and how another script spells it: only vowels differ."""
KINDRED = 0.6
"""Likeness to a transcription in Chinese from which a name may be the one that it transcribes: .88 of the names of the
lexicon in characters that transcribe reach it, and 2 in a hundred of different ones."""
BEGINS = 0.75
"""The same where only the beginning of the name is held against it."""
LEAST_SHORT = 3
"""Letters of a short form of a first name."""
_PARTS = re.compile(r"[\s・·-]+")


@lru_cache(maxsize=4096)
def spelled(word: str, language: str, other: Passage, least: float = 0.0) -> float:
    """How surely ``word`` stands in a passage by its spelling, sound or another name: 0 to 1.

    With ``least``, whether it is as much as that is all that the answer says of sounds, which takes less time.
    """
    plain = fold(word)
    if not plain:
        return 1.0
    if any(
        inflected(own, candidate)
        for own in (plain, *with_digraphs((word,)))
        for candidate in other.stems.get(own[:STEM], ())
    ):
        return 1.0
    if len(plain) >= 4 and plain in other.letters:
        return 1.0
    if _acronym(word, other) or is_renamed(word, plain, language, other) or _read(word, language, other):
        return 1.0
    if _written_small(word, language, other):
        return 1.0
    surnames = _surnames(word, language)
    if surnames and _borne(surnames, other):
        return 1.0
    likeness = max(_alike(plain, other), _sounds(word, language, other, least))
    return min(likeness, OTHERWISE) if surnames else likeness


def _written_small(word: str, language: str, other: Passage) -> bool:
    """Whether a language writes a foreign name small ("Peschmerga", "пешмерга"): a long one, by its consonants."""
    bones = skeleton(word)
    if len(bones) < LOAN or uncased(word) or known_name(word, language):
        return False
    return any(row.startswith(bones[: max(LOAN, len(bones) - 1)]) for row in _small(other))


@lru_cache(maxsize=512)
def _small(other: Passage) -> tuple[str, ...]:
    """The consonants of the longer words of a passage that have no capital."""
    return tuple(skeleton(row) for row in other.words if row.islower() and len(row) > LOAN)


def _read(word: str, language: str, other: Passage) -> bool:
    """Whether one side has a Chinese name by the readings of its characters (Vietnamese)."""
    if data(other.language, "names").get("sinitic"):
        return sinitic.read_in(word, other.order)
    return bool(data(language, "names").get("sinitic")) and word[:1].isupper() and sinitic.reads(word, other.text)


def _surnames(word: str, language: str) -> frozenset[str]:
    """How other languages spell the surname with which a name in Chinese characters that no list has may begin."""
    if script_of(word) != "han" or syllables(word) or known_name(word, language):
        return frozenset()
    return readings(word)


def _borne(surnames: frozenset[str], other: Passage) -> bool:
    """Whether a passage names somebody with a surname, which other languages spell in some ways."""
    rows = other.order if other.order else other.folds
    if any(_is_reading(reading, row, not other.order) for reading in surnames for row in rows):
        return True
    return any(
        sounds.closeness(reading, row.word, GUTTURALS, row.script == "abjad") >= READ
        for reading in surnames
        for row in other.names
        if len(reading) > 1
    )


def _is_reading(reading: str, row: str, joined: bool) -> bool:
    """Whether a folded word is the spelling of a surname, inflected perhaps, or without its g ("Кан" for Kang).

    ``joined``: the given name may be written together with it.
    """
    if row.startswith(reading):
        return joined or len(reading) >= STEM or (len(reading) > 1 and len(row) - len(reading) <= INFLECTED)
    return reading.endswith("ng") and row.startswith(reading[:-1]) and len(row) - len(reading) < INFLECTED


def shortened(name: str, other: Passage, own: str = "") -> bool:
    """Whether a passage has an acronym of three letters or more for a name of several words.

    One that stands in the name's ``own`` sentences as well is its own counterpart.
    """
    return any(len(row) > 2 and row not in own and abbreviates(row, name) for row in other.acronyms)


def alike(first: str, second: str) -> bool:
    """Whether two leftovers may be renderings of one name after all."""
    if is_acronym(first) and is_acronym(second):
        return True
    if abbreviates(first, second) or abbreviates(second, first):
        return True
    if among_initials(first, second) or among_initials(second, first):
        return True
    ours, theirs = ((text, *_PARTS.split(text)) for text in (first, second))
    return any(_kindred(a, b) for a in ours for b in theirs if a and b)


def nicknamed(first: str, second: str) -> bool:
    """Whether one name is the short form of a first name that the other begins with: "Leo", "Leonardo Rossi"."""
    short, long = sorted((_PARTS.split(text) for text in (first, second)), key=len)
    form, name = fold(short[0]), fold(long[0])
    return len(short) == 1 < len(long) and LEAST_SHORT <= len(form) < len(name) and name.startswith(form)


def named(word: str, language: str, other: Passage) -> bool:
    """Whether a passage carries a word over among its own names, not as an ordinary word."""
    plain = fold(word)
    return any(inflected(plain, row.fold) for row in other.names) or (
        uncased(word) and _sounds(word, language, other) >= HEARD
    )


def sounds_whole(name: str, other: Passage) -> bool:
    """Whether a passage has a name of several words as one (ニュージーランド; "Beer Ševa" as Beersheba)."""
    own = sound_of(name)
    if len(own.skeleton) < WHOLE:
        return False
    return any(own.skeleton == row.skeleton or _in_one(name, own, row) for row in other.names)


def _in_one(name: str, own: Sound, row: Sound) -> bool:
    """Whether a word begins like a name of two words, is as long and sounds like both together."""
    near = name.count(" ") == 1 and abs(len(row.fold) - len(own.fold)) <= INFLECTED
    return near and row.fold[:STEM] == own.fold[:STEM] and heard(own, row, respelt=False) >= HEARD


def near_to(word: str, language: str, other: Passage) -> bool:
    """Whether a passage has something that may be the word after all; enough to hold back a weak finding."""
    plain = fold(word)
    length = 3 if len(plain) <= 4 else 4
    if any(plain[:length] == row[:length] for row in other.stems.get(plain[:STEM], ())):
        return True
    return not known_name(word, language) and spelled(word, language, other) >= NEAR


def _kindred(first: str, second: str) -> bool:
    a, b = fold(first), fold(second)
    bones, others = sorted((skeleton(first), skeleton(second)), key=len)
    likeness = Levenshtein.normalized_similarity(a, b)
    if likeness >= 0.5 or (bones == others and a[:1] == b[:1]):
        return True
    if min(len(a), len(b)) >= STEM and (a.startswith(b) or b.startswith(a)):
        return True
    if script_of(first) == script_of(second) == "latin":
        return False
    if (close := transcribed(first, second)) is not None:
        return close >= KINDRED or (transcribed(first, second, begins=True) or 0.0) >= BEGINS
    if 2 <= len(bones) <= len(others) - 2 and bones in others:
        return True
    return 0.6 * Levenshtein.normalized_similarity(bones, others) + 0.4 * likeness >= 0.5


def _alike(plain: str, other: Passage) -> float:
    if len(plain) < 4:
        return 0.0
    best = extractOne(plain, other.named, scorer=Levenshtein.normalized_similarity, score_cutoff=0.5)
    return best[1] if best else 0.0


def _sounds(word: str, language: str, other: Passage, least: float = 0.0) -> float:
    """Agreement of the consonants, and with less weight of all letters; what two words need becomes ``HEARD``.

    Over names in nine scripts from the lexicons 0.6 keeps 70 to 90 % of the true pairs and 0.6 % of random ones.
    """
    own = sound_of(word)
    if not own.readings:
        return 0.0
    respelt = bool({language, other.language} & set(data("und", "names").get("respelling", ())))
    best = max((heard(own, row, respelt, least) for row in other.sounds.near(own) if row.readings), default=0.0)
    if best < HEARD:
        best = max(best, heard_in_a_run(own, other.unspaced))
    if best < HEARD:
        best = max(best, _as_spoken(own, respelled(word, language), other))
    return best


def _as_spoken(own: Sound, variants: tuple[Sound, ...], other: Passage) -> float:
    """How alike names sound where one side or both are read by the rules of their spelling."""
    return max(heard_as_spoken((own, *variants), other.spoken), heard_as_spoken(variants, other.sounds))


def _acronym(word: str, other: Passage) -> bool:
    """Whether a passage spells an acronym out."""
    if not is_acronym(word):
        return False
    plain = fold(word)
    return plain in other.initials or (
        len(plain) > 2 and any(in_order(plain, row.fold) for row in other.names if row.fold[:1] == plain[:1])
    )
