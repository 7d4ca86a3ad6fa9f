"""Bodies, countries and towns that every newsroom knows: which words of which language name which of them.

``entities.txt`` has one a line, its kind and its English names as :func:`checker.facts.romanise.fold` writes them;
behind ``<`` what it belongs to and may be called after. Countries, with their capitals, which stand for them and are
towns as well, are those of ``capitals.txt``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from checker.facts.romanise import fold
from checker.languages import exonyms, lowercase
from checker.languages.frequency import zipf
from checker.languages.propers import is_proper

START, SHORT, ENDING = 4, 6, 2
"""Letters that an inflected word shares with the name at least, of a name that may change its last one, and those that
an ending adds to an English name."""
ORDINARY = 4.5
"""Zipf frequency from which a word that no list has as a name is an ordinary one ("paese", "sua", "biti")."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Something with a name in every language; ``kind`` is "body", "court", "medium", "country" or "town"."""

    name: str
    kind: str
    parent: str = ""

    def may_be(self, other: Entity) -> bool:
        """Whether one belongs to the other, which may speak for it."""
        return self == other or self.parent == other.name or other.parent == self.name


@cache
def by_key() -> Mapping[str, frozenset[Entity]]:
    """The entities that each English name stands for, folded."""
    found: dict[str, set[Entity]] = {}
    for entity, keys in (*_listed(), *_countries()):
        for key in exonyms.kin(frozenset(keys)):
            found.setdefault(key, set()).add(entity)
    return {key: frozenset(entities) for key, entities in found.items()}


@lru_cache(maxsize=32768)
def named(code: str, phrase: str) -> frozenset[Entity]:
    """The entities that a phrase, perhaps inflected, names in the language ``code`` by its table.

    A single word must have all letters of the entry but one: "Index" is no form of "Indien".
    """
    table, plain = by_key(), lowercase(phrase)
    found = frozenset(entity for key in exonyms.english(code, phrase) for entity in table.get(key, ()))
    if not found or " " in phrase or plain in entries(code):
        return found
    near = (entry for entry in _by_start(code).get(plain[:START], ()) if plain.startswith(_stem(entry)))
    return found & frozenset(entity for entry in near for entity in entries(code)[entry])


def _stem(entry: str) -> str:
    """What inflection leaves of a name: all of it, or of a longer one all but its last letter."""
    return entry if len(entry) < SHORT else entry[:-1]


def as_in_english(phrase: str) -> frozenset[Entity]:
    """The entities that a phrase names as English does, with an ending of up to two letters perhaps ("Brazila")."""
    plain, table = fold(phrase), by_key()
    ends = range(ENDING + 1) if len(plain) > SHORT and len(phrase.split()[-1]) > SHORT else range(1)
    return next((table[key] for end in ends if (key := plain[: len(plain) - end]) in table), frozenset())


@cache
def entries(code: str) -> Mapping[str, frozenset[Entity]]:
    """The names of the table of a language that stand for entities: the longest first, for scripts without capitals."""
    table = by_key()
    rows = (
        (name, frozenset(entity for key in keys for entity in table.get(key, ())))
        for name, keys in sorted(exonyms.entries(code).items(), key=lambda row: -len(row[0]))
    )
    return {name: entities for name, entities in rows if entities and not _is_ordinary(code, name)}


def _is_ordinary(code: str, name: str) -> bool:
    return " " not in name and zipf(code, name) >= ORDINARY and not is_proper(code, name)


@cache
def _by_start(code: str) -> Mapping[str, tuple[str, ...]]:
    """The names of the table that stand for entities by their first letters."""
    rows: dict[str, list[str]] = {}
    for name in entries(code):
        rows.setdefault(name[:START], []).append(name)
    return {start: tuple(names) for start, names in rows.items()}


def _listed() -> Iterator[tuple[Entity, tuple[str, ...]]]:
    for line in (files("checker.languages.exonyms") / "entities.txt").read_text(encoding="utf-8").splitlines():
        names, _, parent = line.partition(" < ")
        kind, *keys = names.split()
        yield Entity(keys[0], kind, parent), tuple(keys)


def _countries() -> Iterator[tuple[Entity, tuple[str, ...]]]:
    for line in (files("checker.languages.exonyms") / "capitals.txt").read_text(encoding="utf-8").splitlines():
        country, *capitals = line.split()
        yield Entity(country, "country"), (country, *capitals)
        yield from ((Entity(capital, "town", country), (capital,)) for capital in capitals if capital != country)
