"""Names by what a language calls them: what a word stands for in English, and whether a passage has it so."""

from __future__ import annotations

from checker.checks.acronyms import stands_for
from checker.checks.hearing import STEM
from checker.checks.inflection import inflected
from checker.checks.passage import Passage
from checker.facts.romanise import fold
from checker.languages import exonyms
from checker.languages.propers import is_proper
from checker.languages.words import words as data

SAME, LONGER, ENDING = 4, 4, 2
"""Letters that two forms of an English name share at least, that one may have more than the other, and that end the
shorter one ("sweden", "swedish")."""
SURE = 5
"""Letters that a word must share with what only a kindred name is called ("danish" for Denmark; Daniyar)."""
DERIVED = 7
"""Letters that may follow the whole of a name in what other languages derive of it ("paduanskoho", of Padua)."""


def english_names(word: str, language: str) -> frozenset[str]:
    """The English names that a word stands for, by itself or as an acronym; folded."""
    return exonyms.english(language, word) | stands_for(word, language)


def known_name(text: str, language: str) -> bool:
    """Whether a name is one of those that the lexicons know (a place, a people)."""
    return bool(english_names(text, language)) or is_proper(language, text.casefold()) or _is_place(fold(text))


def metonym(text: str, language: str) -> bool:
    """Whether a place stands for those who govern or meet there, so that others write "the government"."""
    return bool((english_names(text, language) | {fold(text)}) & frozenset(data("und", "names").get("metonyms", ())))


def contradicted(word: str, language: str, other: Passage) -> bool:
    """Whether a name that is known in both languages is not among the known names of a passage.

    Likeness of meaning then speaks of another country or town.
    """
    names = exonyms.kin(english_names(word, language) | {fold(word)})
    known = any(is_proper("en", key) for key in names)
    return known and any(is_proper("en", key) for key in other.english) and not names & other.english


def renamed(name: str, language: str, other: Passage) -> bool:
    """Whether a passage has a whole name by what its language calls it ("Royaume-Uni", "Großbritannien")."""
    keys = english_names(name, language) | ({fold(name)} & exonyms.covered(other.language))
    return bool(keys) and is_renamed(name, fold(name), language, other)


def is_renamed(word: str, plain: str, language: str, other: Passage) -> bool:
    """Whether a passage has a word by another name of the same thing; ``plain`` is the word, folded."""
    own = english_names(word, language)
    names = exonyms.kin(own | {plain})
    if names & other.english or any(len(name) >= 4 and f"{name}\n" in other.letters for name in names):
        return True
    long = [name for name in names if len(name) > 4]
    return any(_related(name, known) for name in long for known in other.known.get(name[:4], ())) or any(
        inflected(name, candidate) and (name in own or name[:SURE] == candidate[:SURE])
        for name in long
        if name != plain
        for candidate in other.stems.get(name[:STEM], ())
    )


def _related(name: str, other: str) -> bool:
    """Whether two English names may be forms of one, not only begin alike ("unitedstates", "unitedkingdom")."""
    short, long = sorted((name, other), key=len)
    if short != long and {short, long} <= exonyms.seats().keys():
        return False  # Austria, Australia
    if len(short) > SAME and long.startswith(short):
        return len(long) - len(short) <= DERIVED or long.startswith(f"{short}of")  # the Commonwealth (of Australia)
    stem = short[: max(SAME, len(short) - ENDING)]
    if len(stem) == SAME and not {short, long} <= exonyms.akin():
        return False  # "danish", Daniyar
    return len(long) - len(short) <= LONGER and long.startswith(stem)


def seat(word: str, language: str, own: Passage, other: Passage) -> bool:
    """Whether a passage has the capital for a country, or the country for its capital, as those who govern it.

    Where the own passage has both, or a word of the same country ("Italian", Rome), each stands for itself.
    """
    names = exonyms.kin(english_names(word, language) | {fold(word)})
    seats = frozenset(other for name in names for other in exonyms.seats().get(name, ()))
    there = bool(seats & other.english) or any(
        inflected(name, row) for name in seats if len(name) > SAME for row in other.stems.get(name[:STEM], ())
    )
    return there and not exonyms.kin(seats) & own.english


def displaced(word: str, language: str, own: Passage, other: Passage) -> bool:
    """Whether a known place or people is missing in a passage, and that has another one which the own one lacks."""
    names = exonyms.kin(english_names(word, language) | {fold(word)})
    if names & other.english or not any(_is_place(key) for key in names):
        return False
    known = exonyms.covered(language)
    strangers = (key for key in other.english if _is_place(key) and (not known or key in known))
    return any(not exonyms.kin(frozenset({key})) & own.english for key in strangers)


def elsewhere(word: str, language: str, own: Passage, other: Passage) -> bool:
    """Whether a place is displaced in a passage whose language has a name for it."""
    names = exonyms.kin(english_names(word, language) | {fold(word)})
    known = bool(names & exonyms.covered(other.language)) or any(key in exonyms.seats() for key in names)
    return known and displaced(word, language, own, other)


def _is_place(key: str) -> bool:
    return is_proper("en", key) or key in exonyms.seats()
