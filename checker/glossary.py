"""The house glossary: agreed terms with their renderings, and words that stay as they are in every language.

It stands in the settings, ``[glossary]``, or in CSV and TBX files that the settings name
(:mod:`checker.read.termbase`). Which texts follow it is told by :mod:`checker.checks.glossary`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from checker.languages import primary

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


def _of(concept: Terms, language: str) -> tuple[str, ...]:
    """The terms of a language, with those of its varieties: "pt-BR" is Portuguese."""
    found = (listed(terms) for tag, terms in concept.items() if primary(tag) == language)
    return tuple(dict.fromkeys(term for terms in found for term in terms))


def listed(terms: str | Iterable[str]) -> tuple[str, ...]:
    """One term or several, each with single blanks."""
    return tuple(" ".join(term.split()) for term in ((terms,) if isinstance(terms, str) else terms))
