"""Who speaks: leftover names beside a verb of saying, paired across a bead."""

from __future__ import annotations

from functools import cache

from checker.checks.context import Pair
from checker.checks.counterpart import alike, is_acronym
from checker.checks.entries import Entries, entries, lowered
from checker.checks.leftovers import Leftover, both
from checker.languages.frequency import zipf
from checker.languages.words import words as data
from checker.model import Span, Version

REACH = 60
"""Characters between a name and a verb of saying within one sentence, up to which the name is the speaker's."""
SURE, ANY = 0.85, 0.1
"""Strength of the surer and of the fainter of both names; the place beside the verb makes up for the rest."""
ORDINARY = 5.5
"""Zipf frequency from which a word with a capital only begins a sentence."""


def misattributed(pair: Pair) -> tuple[tuple[Leftover, Leftover], ...]:
    """Pairs of speakers of one bead where one has taken the other's place."""
    source, target = both(pair)
    rows: list[tuple[Leftover, Leftover]] = []
    taken: set[Span] = set()
    for a in source:
        for b in target:
            if a.bead == b.bead and not {a.span, b.span} & taken and _swapped(pair, a, b):
                taken |= {a.span, b.span}
                rows.append((a, b))
    return tuple(rows)


def _swapped(pair: Pair, a: Leftover, b: Leftover) -> bool:
    if max(a.strength, b.strength) < SURE or min(a.strength, b.strength) < ANY or not (a.known and b.known):
        return False
    if any(is_acronym(row.text) or row.never > row.elsewhere for row in (a, b)):
        return False
    if alike(a.text, b.text) and not (a.elsewhere and b.elsewhere):
        return False
    if any(zipf(row.language, row.text) >= ORDINARY for row in (a, b)):
        return False
    return speaks(pair.source, a.span) and speaks(pair.target, b.span)


def speaks(version: Version, name: Span) -> bool:
    """Whether a verb of saying stands beside a name in its sentence."""
    verbs = _verbs(version.article.language)
    sentence = next((s for s in version.sentences if s.start <= name.start < s.end), None)
    if verbs is None or sentence is None:
        return False
    start, end = max(sentence.start, name.start - REACH), min(sentence.end, name.end + REACH)
    return verbs.first(lowered(version.article.text[start:end])) is not None


@cache
def _verbs(language: str) -> Entries | None:
    return entries(data(language, "saying").get("verbs", ()))
