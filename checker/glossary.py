"""The house glossary: agreed terms with their renderings, and words that stay as they are in every language.

It stands in the settings, ``[glossary]``, or in CSV and TBX files that the settings name
(:mod:`checker.read.termbase`). Which texts follow it is told by :mod:`checker.checks.glossary`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from checker.errors import ConfigError, InputError
from checker.languages import primary

MAX_TERMS = 50_000
"""Entries of a glossary at most; the largest public termbases of a single subject have a tenth of it."""
MAX_TERM = 200
"""Characters of a term at most; what is longer is a sentence."""
LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*")
"""A language code as a glossary may write it."""

Terms = Mapping[str, str | tuple[str, ...]]
"""One concept: its term, or its terms, by language."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept for one direction: ``terms`` of the source language, each to be rendered as one of ``agreed``.

    ``kept``: the term is not translated, so that both are the same.
    """

    terms: tuple[str, ...]
    agreed: tuple[str, ...]
    kept: bool = False


class Glossary(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a house has agreed upon."""

    files: tuple[str, ...] = ()
    """CSV or TBX files with further entries, relative to the settings file."""
    keep: tuple[str, ...] = ()
    """Words that are not translated."""
    terms: tuple[Terms, ...] = ()
    """A table a concept: its term, or a list of terms, by language code."""

    def entries(self, source: str, target: str) -> Iterator[Entry]:
        """The entries for a direction; the languages are primary subtags."""
        if source == target:
            return
        yield from (Entry((term,), (term,), kept=True) for term in self.keep)
        for concept in self.terms:
            terms, agreed = _of(concept, source), _of(concept, target)
            if terms and agreed:
                yield Entry(terms, agreed)


EMPTY = Glossary()
"""No terms at all."""


def complete(glossary: Glossary, settings: Path, max_bytes: int) -> Glossary:
    """The glossary with the entries of its files, proven usable.

    ``settings`` is the file that names it, for messages and relative paths. Raises :class:`ConfigError`.
    """
    concepts, kept = list(glossary.terms), list(glossary.keep)
    _prove(settings, glossary)
    for name in glossary.files:
        from checker.read.termbase import read_termbase

        try:
            found = read_termbase(settings.parent / name, max_bytes)
        except InputError as error:
            raise ConfigError(f"glossary {error}") from error
        _prove(settings.parent / name, found)
        concepts += found.terms
        kept += found.keep
    if len(concepts) + len(kept) > MAX_TERMS:
        raise ConfigError(f"{settings}: the glossary has more than {MAX_TERMS:,} entries; leave out what you can")
    return Glossary(files=glossary.files, keep=tuple(dict.fromkeys(kept)), terms=tuple(concepts))


def _of(concept: Terms, language: str) -> tuple[str, ...]:
    """The terms of a language, with those of its varieties: "pt-BR" is Portuguese."""
    found = (_listed(terms) for tag, terms in concept.items() if primary(tag) == language)
    return tuple(dict.fromkeys(term for terms in found for term in terms))


def _listed(terms: str | Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(term.split()) for term in ((terms,) if isinstance(terms, str) else terms))


def _prove(path: Path, glossary: Glossary) -> None:
    for concept in glossary.terms:
        for tag in concept:
            if not LANGUAGE.fullmatch(tag):
                raise ConfigError(f"{path}: glossary: '{tag}' is no language; write a code such as de, id or pt-BR")
    rows = (_listed(terms) for concept in glossary.terms for terms in concept.values())
    for term in (*_listed(glossary.keep), *(term for row in rows for term in row)):
        if not any(char.isalnum() for char in term):
            raise ConfigError(f"{path}: glossary: a term is empty; write its words or leave its language out")
        if len(term) > MAX_TERM:
            raise ConfigError(f"{path}: glossary: '{term[:40]}…' has more than {MAX_TERM} characters and is no term")
