"""How surely a word is a name: what its capital says, or what the lexicons say where there are no capitals."""

from __future__ import annotations

from functools import lru_cache

import regex as re
from rapidfuzz.distance import OSA

from checker.facts.candidates import LEAST_LISTED, is_katakana, known_place
from checker.facts.romanise import fold
from checker.facts.transcription import syllables
from checker.facts.writing import UNCASED, Writing, initial, shouted, uncapitalised
from checker.languages import cldr, exonyms, lowercase
from checker.languages.frequency import starting, zipf
from checker.languages.propers import is_proper
from checker.languages.words import words as data

_AFTER_CAPITAL = re.compile(r"\b\p{Lu}[^\W\d_]*\.?\s$")
_CYRILLIC = re.compile(r"\p{Cyrillic}")
_LATIN = re.compile(r"\p{Latin}")
_ELIDED = re.compile(r"['’]\s")
"""What follows a word that lost its last vowel ("Παρ’ όλα αυτά")."""
_ROMAN = re.compile(r"[IVXLC]+(?:e|er|ème|ª|º)?")
CERTAIN, LIKELY, OPEN, INITIAL, FAINT = 0.9, 0.7, 0.5, 0.4, 0.2
"""How sure a sign is: an acronym or a capital that nothing else explains; a rare German noun; a capital on a word that
also exists small ("Ministry"); a rare first word of a sentence; an ordinary one."""
LOOK_BACK = 80
"""Characters before a word that are searched for a word with a capital right before it."""
RARE = 0.12
"""Share of unknown words up to which a rare first word of a sentence is likely a name (English has 0.05, Czech 0.2)."""
TITLE = 5.0
"""Zipf frequency from which a word with a capital is rather a title ("Minister", "Mr")."""
ORDINARY = 3.5
"""Zipf frequency from which a German noun, or the head of a compound, is ordinary."""
LONG, STEM, ENDING = 6, 5, 3
"""Letters of a word that may be a form of a known one, those that both share at least, and those of an ending."""
SHORTEST_SLIP, COMMON = 4, 4.8
"""Letters of a slip of the pen, and Zipf frequency of the word that was meant."""
PAIR = 2.5
"""Zipf frequency from which two characters are a word, where they stand in a run that may be a foreign name."""
HEAD = 5
"""Letters that the head of a compound needs; shorter ones end places and persons as well (-vík, -sen)."""
SHORT_HEAD, FREQUENT = 4, 4.5
"""Letters of a head behind what is surely no name, and the Zipf frequency that it then needs."""


def strength_of(text: str, start: int, end: int, writing: Writing, headline: bool) -> float:
    """How surely a word of a sentence, in title case perhaps (``headline``), is a name: 0 to 1."""
    word = text[start:end]
    plain = lowercase(word)
    if plain in _titles() or _is_calendric(writing.language, plain):
        return 0.0
    if word in writing.dotted:
        return CERTAIN
    if word in writing.persons:
        return LIKELY
    if UNCASED.search(word):
        return _by_lexicon(word, writing.language)
    if len(word) < 2 or _ROMAN.fullmatch(word):
        return 0.0
    if _mixed_script(word):
        return FAINT / 2
    mixed = any(map(str.isupper, word[1:])) and not word.isupper()
    if (mixed and not writing.nouns) or (word.isupper() and len(word) <= 6 and not shouted(text)):
        return CERTAIN
    if plain in writing.small:
        return 0.0 if writing.nouns or headline else FAINT / 2
    if _ELIDED.match(text, end) and initial(text, start):
        return FAINT / 2
    first = headline or word.isupper() or (initial(text, start) and not uncapitalised(text))
    by_place = first and plain not in writing.inside
    return _by_place(plain, writing, headline) if by_place else _by_capital(text, start, plain, writing)


def _by_lexicon(word: str, language: str) -> float:
    """What the lexicons say of a word in a script without capitals."""
    if known_place(language, word):
        return LIKELY
    if is_katakana(word) and exonyms.english(language, word):
        return LIKELY
    if is_katakana(word):
        return FAINT if zipf(language, word.casefold()) > 0 else LIKELY
    return LIKELY if _transcribes(word, language) else INITIAL


def _transcribes(word: str, language: str) -> bool:
    """Whether a word is a run of characters that transcribe, no two of which are a word by themselves."""
    if len(word) < LEAST_LISTED or not syllables(word):
        return False
    return all(zipf(language, word[at : at + 2]) < PAIR for at in range(len(word) - 1))


def _by_place(plain: str, writing: Writing, headline: bool) -> float:
    """What a capital says that the word has where it stands, whatever it is; by how ordinary the word is."""
    if is_proper(writing.language, plain):
        return OPEN if headline else LIKELY
    if zipf(writing.language, plain) > 0 or writing.nouns or headline:
        return FAINT / 2
    if is_slip(writing.language, plain) or _has_kin(writing.language, plain) or _says(writing.language, plain):
        return FAINT / 2
    return LIKELY if writing.rare < RARE else INITIAL


def _by_capital(text: str, start: int, plain: str, writing: Writing) -> float:
    """What a capital within a sentence says, by how ordinary the word is."""
    frequency = zipf(writing.language, plain)
    headed = frequency == 0 and writing.compounds and has_ordinary_head(writing.language, plain)
    if headed and not _AFTER_CAPITAL.search(text, max(0, start - LOOK_BACK), start):
        return FAINT
    if is_proper(writing.language, plain) or (not writing.nouns and _listed(writing.language, plain)):
        return CERTAIN
    if writing.nouns:
        return _noun(writing.language, plain, frequency)
    if frequency >= TITLE:
        return FAINT
    return CERTAIN if frequency == 0 and not is_form(writing.language, plain) else OPEN


def _says(language: str, word: str) -> bool:
    """Whether a word is a verb of saying, which begins sentences that leave out the pronoun ("Zanijekala je")."""
    whole, stems = _sayings(language)
    return word in whole or word.startswith(stems)


@lru_cache(maxsize=64)
def _sayings(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    rows = data(language, "saying").get("verbs", ())
    stems = tuple(row[:-1] for row in rows if row.endswith("*") and len(row) > STEM)
    return frozenset(row for row in rows if "*" not in row), stems


def _mixed_script(word: str) -> bool:
    """Whether letters that only look like those of the word's script got into it ("Meжду"): its sound says nothing."""
    return bool(_CYRILLIC.search(word)) and bool(_LATIN.search(word))


@lru_cache(maxsize=4096)
def is_slip(language: str, word: str) -> bool:
    """Whether two letters of a common word have changed places ("Hwile")."""
    if len(word) < SHORTEST_SLIP or not word.isalpha():
        return False
    swapped = (f"{word[:i]}{word[i + 1]}{word[i]}{word[i + 2 :]}" for i in range(len(word) - 1))
    return any(zipf(language, other) >= COMMON for other in swapped)


@lru_cache(maxsize=4096)
def is_form(language: str, word: str) -> bool:
    """Whether a long word that no list has may be a form of an ordinary one that it has ("Hopeisen", silver).

    Only where words have many forms.
    """
    return language not in data("und", "names").get("analytic", ()) and _has_kin(language, word)


@lru_cache(maxsize=4096)
def _has_kin(language: str, word: str) -> bool:
    """Whether a list has words with the same stem, none of them a name."""
    if len(word) < LONG or is_proper("en", fold(word)):
        return False
    stem = word[: max(STEM, len(word) - ENDING)]
    forms = [form for form in starting(language, stem) if len(form) <= len(word) + ENDING]
    return bool(forms) and not any(is_proper(language, form) for form in forms) and not exonyms.english(language, word)


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    """Forms of address, short and long, and signs of currencies: other languages leave them out or use their own."""
    return frozenset(data("und", "names").get("titles", ()))


@lru_cache(maxsize=64)
def _calendar(language: str) -> frozenset[str]:
    """Names of months and days, which the checks of dates compare."""
    return frozenset(cldr(language, "months")) | frozenset(cldr(language, "weekdays"))


@lru_cache(maxsize=4096)
def _listed(language: str, word: str) -> bool:
    """Whether a language has the word, as it stands, for what English has as a name only ("Noruega")."""
    return any(is_proper("en", key) for key in exonyms.entries(language).get(word, ()))


@lru_cache(maxsize=4096)
def _is_calendric(language: str, word: str) -> bool:
    """Whether a word is a month or a day, perhaps misspelled by a letter where no list has it so ("Saterday")."""
    names = _calendar(language)
    if word in names:
        return True
    if len(word) < LONG or zipf(language, word) > 0 or UNCASED.search(word):
        return False
    return any(len(name) >= LONG and OSA.distance(word, name, score_cutoff=1) <= 1 for name in names)


def _noun(language: str, word: str, frequency: float) -> float:
    """A capital says little where nouns have one; a word that is neither known nor made of known words is left."""
    if frequency >= ORDINARY:
        return FAINT / 2
    derived = word.endswith(_endings(language) or ("\n",))
    known = frequency > 0 or derived or _is_noun_form(language, word) or is_compound(language, word)
    return FAINT if known else LIKELY


def _endings(language: str) -> tuple[str, ...]:
    """What makes a noun of other words ("-ung", "-heit")."""
    return tuple(data(language, "names").get("noun_endings", ()))


@lru_cache(maxsize=4096)
def _is_noun_form(language: str, word: str) -> bool:
    """Whether a noun is a form of a known one: its plural, a case, who does it as a woman ("Keksen", "Ökonomin")."""
    endings = data(language, "names").get("noun_forms", ())
    stems = (word.removesuffix(ending) for ending in endings if word.endswith(ending) and len(word) > HEAD)
    return any(zipf(language, stem) >= 3.0 and not is_proper(language, stem) for stem in stems)


@lru_cache(maxsize=4096)
def is_compound(language: str, word: str) -> bool:
    """Whether known words of at least four letters make up a word, with linking letters and an ending.

    The first may be a letter shorter where a long one follows ("Erdrutsch", "Notunterkünfte"), or the stem of a verb
    ("Impfquote").
    """
    if _behind_verb(language, word) or _behind_noun(language, word) or _with_short(language, word):
        return True
    joints = data(language, "names").get("joints", ("",))
    heads = [word[3 + len(joint) :] for joint in joints if word.startswith(joint, 3)]
    if zipf(language, word[:3]) >= 3.0 and any(len(head) >= HEAD and zipf(language, head) >= 3.0 for head in heads):
        return True
    ends = {0}
    for start in range(len(word)):
        if start not in ends:
            continue
        for end in range(start + 4, len(word) + 1):
            part, last = word[start:end], end >= len(word) - 2
            if zipf(language, part) >= 3.0 and not (last and is_proper(language, part)):  # "Bell-andi"
                ends.update(end + len(joint) for joint in joints if word.startswith(joint, end))
    return any(end >= len(word) - 2 and end >= 8 for end in ends)


def _behind_verb(language: str, word: str) -> bool:
    """Whether a word is the stem of a known verb and an ordinary noun, a frequent one if it is short ("Bohrkopf")."""
    endings = data(language, "names").get("verb_endings", ())
    return any(
        zipf(language, word[:end] + ending) >= 3.0
        for end in range(3, len(word) - SHORT_HEAD + 1)
        if endings and _is_head(language, word[end:])
        for ending in endings
    )


def _behind_noun(language: str, word: str) -> bool:
    """Whether a word is a noun made of other words, its joint and an ordinary noun ("Refinanzierungssatz")."""
    endings = _endings(language)
    return (
        any(
            word[: end - 1].endswith(endings) and word[end - 1] == "s" and _is_head(language, word[end:])
            for end in range(LONG, len(word) - SHORT_HEAD + 1)
        )
        if endings
        else False
    )


def _with_short(language: str, word: str) -> bool:
    """Whether a word is a known noun, its joint and a short noun that ends many others, or one that begins many.

    "Unglücksort", "Ölteppich".
    """
    rules = data(language, "names")
    if any(
        word.startswith(first) and _is_head(language, word[len(first) :]) for first in rules.get("short_firsts", ())
    ):
        return True
    firsts = [word.removesuffix(head) for head in rules.get("short_heads", ()) if word.endswith(head)]
    joints = rules.get("joints", ())
    stems = (first.removesuffix(joint) for first in firsts for joint in joints if first.endswith(joint))
    known = (stem for stem in stems if len(stem) > SHORT_HEAD and zipf(language, stem) >= 3.0)
    return any(not is_proper(language, stem) for stem in known)


def _is_head(language: str, word: str) -> bool:
    """Whether a word is ordinary enough to end a compound."""
    return zipf(language, word) >= (ORDINARY if len(word) >= HEAD else FREQUENT) and not is_proper(language, word)


@lru_cache(maxsize=4096)
def has_ordinary_head(language: str, word: str) -> bool:
    """Whether a word that no list has ends with an ordinary one, as a party or an office does ("Arbeiderpartiet")."""
    if is_proper("en", fold(word)) or exonyms.english(language, word):
        return False
    return any(zipf(language, word[start:]) >= ORDINARY for start in range(3, len(word) - HEAD + 1))
