"""Whether a word of one version has a counterpart in a passage of the other: the evidence that cancels names.

Tried from the cheapest: the same spelling, inflected or in a compound; an exonym; an acronym; another spelling or
script (:mod:`checker.facts.romanise`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import regex as re
from rapidfuzz.distance import Levenshtein

from checker.facts import sounds
from checker.facts.romanise import fold, readings, roman, skeleton
from checker.languages import exonyms
from checker.languages.frequency import zipf
from checker.languages.propers import is_proper
from checker.languages.words import words as data

HEARD = 0.75
"""What :func:`spelled` gives for two names that sound just alike enough."""
STEM = 3
"""Letters that two inflected forms of a name share at least."""
LEAST_STEM = 3
"""Letters that are left of a word when what is written together with it is taken off; of a Korean one, one less."""
DOUBTED = 0.72
"""What :func:`spelled` gives at most for two names whose consonants are of the same classes, but not alike enough."""
CLOSE, SURELY = 0.63, 0.82
"""Likeness letter by letter that two names need, and that is enough where their consonants agree a little."""
IN_RUN, LEAST_IN_RUN, LONGEST_RUN = 0.77, 4, 600
"""Likeness to a stretch of Thai that a name needs (of 127 names in five articles 94 % reach it, and 12 % of those of
other articles), its least letters, and the longest text in which that isn't chance."""
FAINTLY = 0.35
"""What classes of consonants must give for a look at the letters."""
NEAR = 0.65
"""What :func:`spelled` gives for two names that may sound alike."""
ORDINARY = 4.8
"""Zipf frequency from which a word of a script without capitals is no name."""
RARE = 2.5
"""Zipf frequency below which a word of such a script may be a piece of a foreign name."""
_PARTS = re.compile(r"[\s・·-]+")
_DOTTED = re.compile(r"\b(?:\p{Lu}\.){2,}")
_WORD = re.compile(r"[^\W_]+")
_GERESH = re.compile(r"[\u05d0-\u05ea]*(?:[\u05d0-\u05ea]['’׳])+[\u05d0-\u05ea]+")
"""A Hebrew word with signs that make other sounds of its letters; names are looked up in parts, so it comes besides."""
_CONTINUOUS = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]+")
_SOUTHEASTERN = re.compile("[\u0e00-\u0eff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_VIETNAMESE = re.compile("[\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
"""Letters that only Vietnamese has."""
_HAN = re.compile(r"[\u3400-\u9fff]+")
_SCRIPTS = (
    ("latin", _LATIN),
    ("han", _HAN),
    ("hangul", re.compile("[\uac00-\ud7af]")),
    ("abjad", re.compile("[\u0590-\u06ff]")),
    ("kana", re.compile("[\u3040-\u30ff]")),
    ("tamil", re.compile("[\u0b80-\u0bff]")),
)
_MERGED = {
    "hangul": "lr fp vb pb td kg zj sj zs cS cj dT tT",
    "kana": "lr vb si cS sT tc zj fh",
    "tamil": "pb td kg fp sc sj sS",
    "abjad": "pb fp vb vw kg jg",
}
"""Letters that a script does not tell apart."""
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc・]{2,}")


class Sound(NamedTuple):
    """A word as it is compared by ear; ``script`` is "latin", "han", "hangul", "abjad" or "other"."""

    word: str
    fold: str
    skeleton: str
    script: str
    readings: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A passage prepared for many questions: its words, folded, with their skeletons and English names."""

    language: str
    text: str
    words: tuple[str, ...]
    folds: tuple[str, ...]
    names: tuple[Sound, ...]
    """The words that may be names: with a capital where the script has them, and not ordinary."""
    english: frozenset[str]
    initials: str
    stems: Mapping[str, tuple[str, ...]]
    """The folded words by their first three letters, those with letters such as "š" also as others write them."""
    known: Mapping[str, tuple[str, ...]]
    """The English names of more than four letters by their first four."""
    acronyms: tuple[str, ...]
    letters: str
    """All folded words, one a line, to look for a part of one."""
    unspaced: str
    """The text where its script has an alphabet but no spaces between words (Thai); else nothing."""


@lru_cache(maxsize=512)
def passage(text: str, language: str) -> Passage:
    """Prepare a passage."""
    text = _DOTTED.sub(lambda match: match.group().replace(".", ""), text)
    words = tuple(_words(text, language))
    folds = tuple(fold(word) for word in words)
    names = [word for word in words if not _HAN.match(word) and _may_be_name(word, language)]
    names += _transcriptions(text, data(language, "names").get("transcription", ""))
    if not _CONTINUOUS.search(text):
        names += [f"{a} {b}" for a, b in pairwise(words) if a[:1].isupper() and b[:1].isupper()]
        names += [a + b for a, b in pairwise(words) if _may_be_one(a, b, language)]
    different = tuple(dict.fromkeys(folds))
    english = frozenset(_english(text, words, folds, language))
    return Passage(
        language,
        text,
        words,
        different,
        tuple(_sound_of(word) for word in dict.fromkeys(names)),
        english,
        "".join(plain[0] for plain in folds if plain),
        _by_start(dict.fromkeys((*different, *_with_digraphs(words))), STEM),
        _by_start((name for name in english if len(name) > 4), 4),
        tuple(word for word in dict.fromkeys(words) if is_acronym(word)),
        "\n".join((*different, "")),
        text if _SOUTHEASTERN.search(text) else "",
    )


def _with_digraphs(words: Iterable[str]) -> Iterator[str]:
    """Latin words with letters that others write with two ("Šáhovi" for Shah), spelt so."""
    return (roman(word) for word in words if _LATIN.match(word) and roman(word) != fold(word))


def _by_start(words: Iterable[str], length: int) -> Mapping[str, tuple[str, ...]]:
    rows: dict[str, list[str]] = {}
    for word in words:
        rows.setdefault(word[:length], []).append(word)
    return {start: tuple(group) for start, group in rows.items()}


def _sound_of(word: str) -> Sound:
    script = next((name for name, pattern in _SCRIPTS if pattern.search(word)), "other")
    return Sound(word, fold(word), skeleton(word), script, readings(word))


def _words(text: str, language: str) -> Iterable[str]:
    for match in _GERESH.finditer(text):
        yield match.group()
        yield from _stems(match.group(), language)
    for match in _WORD.finditer(text):
        word = match.group()
        if not _CONTINUOUS.search(word):
            yield word
            yield from _stems(word, language)
            continue
        yield from _KATAKANA.findall(word)
        yield from re.findall(r"[A-Za-z\u00c0-\u024f]+|[0-9]+", word)
        if data(language, "names").get("transcription"):
            yield from _windows(word, range(1, 4))


def _stems(word: str, language: str) -> Iterator[str]:
    """A word of a script without capitals without what is written together with it: "and", "in", a particle."""
    rules = data(language, "names")
    if not uncased(word) or len(word) <= LEAST_STEM:
        return
    for prefix in rules.get("prefixes", ()):
        if word.startswith(prefix) and len(word) - len(prefix) >= LEAST_STEM:
            yield word[len(prefix) :]
    for particle in rules.get("attached", ()):
        if word.endswith(particle) and len(word) - len(particle) >= LEAST_STEM - 1:
            yield word[: -len(particle)]


def _windows(text: str, sizes: range) -> Iterator[str]:
    """The runs of Chinese of some sizes, which may be a Chinese name by its reading."""
    for run in _HAN.findall(text):
        for size in sizes:
            yield from (run[start : start + size] for start in range(len(run) - size + 1))


def _transcriptions(text: str, characters: str) -> Iterator[str]:
    """Foreign names in Chinese: runs of the characters that transcribe, without their ends too, parts of long ones."""
    if not characters:
        return
    for run in re.findall(f"[{characters}]{{2,}}", text):
        if len(run) > 6:
            yield from _windows(run, range(3, 7))
        else:
            ends = (run, run[1:], run[:-1], run[1:-1]) if len(run) > 3 else (run,)
            yield from (part for part in ends if len(part) > 1)


def _may_be_name(word: str, language: str) -> bool:
    if word.lower() != word.upper():
        return any(c.isupper() for c in word)
    return zipf(language, word) < ORDINARY


def _may_be_one(a: str, b: str, language: str) -> bool:
    """Whether two words of a script without capitals, one of them rare, may be one name in pieces ("ہانزا بینک")."""
    if not uncased(a + b) or min(len(a), len(b)) < LEAST_STEM:
        return False
    return min(zipf(language, a), zipf(language, b)) < RARE


def english_names(word: str, language: str) -> frozenset[str]:
    """The English names that a word stands for, by itself or as an acronym; folded."""
    table = data(language, "names").get("acronyms", {})
    return exonyms.english(language, word) | ({str(table[word])} if word in table else frozenset())


def _english(text: str, words: tuple[str, ...], folds: tuple[str, ...], language: str) -> Iterable[str]:
    table = data(language, "names").get("acronyms", {})
    yield from (str(table[word]) for word in words if word in table)
    plain = text.casefold()
    continuous = bool(_CONTINUOUS.search(text))
    if continuous:
        for name, keys in exonyms.entries(language).items():
            if len(name) > 1 and name in plain:
                yield from keys
        return
    for phrase in exonyms.phrases(language, words):
        yield from exonyms.english(language, phrase)
    yield from ("".join(folds[i : i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1))


@lru_cache(maxsize=4096)
def spelled(word: str, language: str, other: Passage) -> float:
    """How surely ``word`` stands in a passage by its spelling, sound or another name: 0 to 1."""
    plain = fold(word)
    if not plain:
        return 1.0
    if any(
        _inflected(own, candidate)
        for own in (plain, *_with_digraphs((word,)))
        for candidate in other.stems.get(own[:STEM], ())
    ):
        return 1.0
    if len(plain) >= 4 and plain in other.letters:
        return 1.0
    if _acronym(word, other) or _renamed(word, plain, language, other):
        return 1.0
    return max(_alike(plain, other), _sounds(word, language, other))


def contradicted(word: str, language: str, other: Passage) -> bool:
    """Whether a name that is known in both languages is not among the known names of a passage.

    Likeness of meaning then speaks of another country or town.
    """
    names = exonyms.kin(english_names(word, language) | {fold(word)})
    known = any(is_proper("en", key) for key in names)
    return known and any(is_proper("en", key) for key in other.english) and not names & other.english


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
    if _among_initials(first, second) or _among_initials(second, first):
        return True
    ours, theirs = ((text, *_PARTS.split(text)) for text in (first, second))
    return any(_kindred(a, b) for a in ours for b in theirs if a and b)


def named(word: str, language: str, other: Passage) -> bool:
    """Whether a passage carries a word over among its own names, not as an ordinary word."""
    plain = fold(word)
    return any(_inflected(plain, row.fold) for row in other.names) or (
        uncased(word) and _sounds(word, language, other) >= HEARD
    )


def sounds_whole(name: str, other: Passage) -> bool:
    """Whether a passage has a name of several words as one ("New Zealand", ニュージーランド)."""
    bones = skeleton(name)
    return len(bones) >= 4 and any(bones == row.skeleton for row in other.names)


def tellable(word: str, language: str, other: Passage) -> bool:
    """Whether a passage would show a name: it is in the same script, or its language's table has the name."""
    if _sound_of(word).script == "latin" and _mostly_latin(other.text):
        return True
    keys = {fold(word), *exonyms.entries(language).get(word.casefold(), ())}
    return bool(keys & exonyms.covered(other.language))


def scripts(word: str, other: Passage) -> str:
    """How a word and a passage are written: "latin" (both), "same", "letters" (two alphabets), "han", "bare".

    "bare": the word itself is in a script without capitals.
    """
    own = _sound_of(word).script
    if uncased(word):
        return "bare"
    if own == "latin" and _mostly_latin(other.text):
        return "latin"
    if _HAN.search(other.text):
        return "han"
    return "letters" if own == "latin" or _mostly_latin(other.text) else "same"


def _mostly_latin(text: str) -> bool:
    letters = sum(c.isalpha() for c in text)
    return 2 * len(_LATIN.findall(text)) > letters


def known_name(text: str, language: str) -> bool:
    """Whether a name is one of those that the lexicons know (a place, a people)."""
    return bool(english_names(text, language)) or is_proper(language, text.casefold()) or is_proper("en", fold(text))


def metonym(text: str, language: str) -> bool:
    """Whether a place stands for those who govern or meet there, so that others write "the government"."""
    return bool((english_names(text, language) | {fold(text)}) & frozenset(data("und", "names").get("metonyms", ())))


def uncased(text: str) -> bool:
    """Whether a text is in a script without capitals; which of its words are names is then a guess."""
    return text.lower() == text.upper()


def abbreviates(short: str, long: str) -> bool:
    """Whether a name may be short for another: its letters stand there in order, the first at a word's beginning.

    VW for Volkswagen, PSG for Paris Saint-Germain; the words beside an acronym ("VW plant") don't matter.
    """
    return any(
        _in_order(fold(part), fold(long[start.start() :]))
        for part in _PARTS.split(short)
        if is_acronym(part)
        for start in _WORD.finditer(long)
    )


def _among_initials(short: str, long: str) -> bool:
    """Whether an acronym has the initials of two words or more side by side (PETA, "Ethical Treatment")."""
    initials = "".join(word[0] for word in _WORD.findall(long) if word[:1].isupper())
    return is_acronym(short) and len(initials) > 1 and initials in short


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return word[:1] == letters[:1] and len(word) >= len(letters) + 2 and all(letter in rest for letter in letters)


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals but for a plural ending or a small letter or two ("EU", "MPs", "MSWiA")."""
    capitals = sum(letter.isupper() for letter in word)
    return 2 <= len(word) <= 7 and (
        word.isupper() or (word[:-1].isupper() and word[-1] == "s") or (word.isalpha() and capitals >= 3)
    )


def _kindred(first: str, second: str) -> bool:
    a, b = fold(first), fold(second)
    bones, others = sorted((skeleton(first), skeleton(second)), key=len)
    likeness = Levenshtein.normalized_similarity(a, b)
    if likeness >= 0.5 or (bones == others and a[:1] == b[:1]):
        return True
    if min(len(a), len(b)) >= STEM and (a.startswith(b) or b.startswith(a)):
        return True
    if _sound_of(first).script == _sound_of(second).script == "latin":
        return False
    if 2 <= len(bones) <= len(others) - 2 and bones in others:
        return True
    return 0.6 * Levenshtein.normalized_similarity(bones, others) + 0.4 * likeness >= 0.5


def near_to(word: str, language: str, other: Passage) -> bool:
    """Whether a passage has something that may be the word after all; enough to hold back a weak finding."""
    plain = fold(word)
    length = 3 if len(plain) <= 4 else 4
    if any(plain[:length] == row[:length] for row in other.stems.get(plain[:STEM], ())):
        return True
    return not known_name(word, language) and spelled(word, language, other) >= NEAR


def native(word: str, text: str, language: str) -> bool:
    """Whether a Latin word may be the reading of characters of a passage: Japanese in romaji, Chinese in pinyin.

    Or a Vietnamese one that another script writes as it sounds, which its letters hardly tell ("Trẻ" is "Че").
    """
    if _VIETNAMESE.search(unicodedata.normalize("NFC", word)) and not _mostly_latin(text):
        return True
    reading = data(language, "names").get("reading")
    return bool(reading) and bool(_HAN.search(text)) and re.fullmatch(str(reading), fold(word)) is not None


def _inflected(a: str, b: str) -> bool:
    """Whether two spellings share a stem and differ in an ending of at most three letters."""
    if a == b:
        return True
    shorter = min(len(a), len(b))
    common = 0
    while common < shorter and a[common] == b[common]:
        common += 1
    return common >= STEM and common >= shorter - (2 if shorter < 7 else 3) and max(len(a), len(b)) - common <= 4


def _alike(plain: str, other: Passage) -> float:
    if len(plain) < 4:
        return 0.0
    rows = (row.fold for row in other.names if len(row.fold) > 2)
    return max((Levenshtein.normalized_similarity(plain, row, score_cutoff=0.5) for row in rows), default=0.0)


def _sounds(word: str, language: str, other: Passage) -> float:
    """Agreement of the consonants, and with less weight of all letters; what two words need becomes ``HEARD``.

    Over names in nine scripts from the lexicons 0.6 keeps 70 to 90 % of the true pairs and 0.6 % of random ones.
    """
    own = _sound_of(word)
    if not own.readings:
        return 0.0
    respelt = bool({language, other.language} & set(data("und", "names").get("respelling", ())))
    best = 0.0
    for row in other.names:
        if row.readings:
            heard = _likeness(own, row) * HEARD / _least(own, row, respelt)
            best = max(best, _closely(own, row, heard) if heard >= FAINTLY else heard)
    return max(best, _in_a_run(own, other)) if best < HEARD else best


def _in_a_run(own: Sound, other: Passage) -> float:
    """How well a name sounds like a stretch of a text of Thai or its kin, which write words without spaces."""
    if own.script != "latin" or len(own.fold) < LEAST_IN_RUN or not 0 < len(other.unspaced) <= LONGEST_RUN:
        return 0.0
    return min(1.0, sounds.within(own.word, other.unspaced) * HEARD / IN_RUN)


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
    consonants = max(_same_sounds(a, b) for a in ours for b in theirs)
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
    short, long = sorted((a, b), key=len)
    if len(short) >= 3 and len(long) - len(short) <= 2 and long.startswith(short):
        return 1 - 0.1 * (len(long) - len(short))
    return Levenshtein.normalized_similarity(a, b, score_cutoff=0.5)


def _renamed(word: str, plain: str, language: str, other: Passage) -> bool:
    names = exonyms.kin(english_names(word, language) | {plain})
    if names & other.english or any(len(name) >= 4 and f"{name}\n" in other.letters for name in names):
        return True
    long = [name for name in names if len(name) > 4]
    return any(abs(len(name) - len(known)) <= 4 for name in long for known in other.known.get(name[:4], ())) or any(
        _inflected(name, candidate) for name in long if name != plain for candidate in other.stems.get(name[:STEM], ())
    )


def renamed(name: str, language: str, other: Passage) -> bool:
    """Whether a passage has a whole name by what its language calls it ("Royaume-Uni", "Großbritannien")."""
    keys = english_names(name, language) | ({fold(name)} & exonyms.covered(other.language))
    return bool(keys) and _renamed(name, fold(name), language, other)


def _acronym(word: str, other: Passage) -> bool:
    """Whether a passage spells an acronym out."""
    if not is_acronym(word):
        return False
    plain = fold(word)
    return plain in other.initials or (
        len(plain) > 2 and any(_in_order(plain, row.fold) for row in other.names if row.fold[:1] == plain[:1])
    )
