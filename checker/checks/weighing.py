"""How surely a leftover name is missing on the other side, and two leftovers took each other's place.

Two logistic regressions weigh what :mod:`checker.checks.leftovers` found out. The first sees one leftover, the second
two of a bead and what the first says of each. ``training/calibrate_names.py`` fits them on faithful articles into which
names of other articles were put, and writes ``names.json``; a text that no name was put into gives the negatives.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import msgspec
from rapidfuzz.distance import Levenshtein

from checker.checks import lexical
from checker.checks.acronyms import is_acronym
from checker.checks.context import Pair
from checker.checks.counterpart import alike, spelled
from checker.checks.exonymy import known_name
from checker.checks.leftovers import Leftover
from checker.checks.outcomes import SPELLED
from checker.checks.passage import passage
from checker.facts.romanise import fold
from checker.facts.strength import CERTAIN
from checker.languages.frequency import zipf

ALONE = (
    "constant",
    "script: same",
    "script: letters",
    "script: han",
    "script: bare",
    "strength",
    "certain",
    "heard: latin",
    "heard: letters",
    "heard: han",
    "heard: bare",
    "heard more",
    "meant",
    "meant more",
    "acronym",
    "known name",
    "known name in another script",
    "tellable",
    "known to the article",
    "known nearby",
    "faint",
    "partly",
    "bracketed",
    "opens",
    "translated",
    "unreadable",
    "found elsewhere",
    "never",
    "never at all",
    "words",
    "length",
    "share found",
    "others",
    "room",
    "alike",
    "frequency",
    "rare",
    "noun",
    "translatable",
    "translatable, partly",
    "quoted",
    "displaced",
    "holed",
    "displaced, in another script",
)
"""What the first regression sees, in the order of its weights."""
PAIR = (
    "constant",
    "fainter",
    "surer",
    "gap",
    "one place",
    "gap across scripts",
    "words",
    "words more",
    "before",
    "behind",
    "before or behind",
    "alike",
    "spelling",
    "both known names",
    "acronyms",
    "same neighbours",
    "one partly",
    "both partly",
    "both known to the article",
    "others",
    "fainter strength",
    "one opens",
    "bare",
    "one elsewhere",
    "both elsewhere",
    "one known name",
    "one noun",
    "linked",
    "both translatable",
    "linked, both translatable",
    "one translatable",
    "both quoted",
    "displaced",
    "both displaced",
)
"""What the second one sees."""
SCRIPTS = ("same", "letters", "han", "bare")
"""The ways to be written that differ from two versions in Latin letters."""
HALF_HEARD, HALF_MEANT = 0.5, 0.35
"""Likeness of spelling and of meaning above which it speaks more strongly for a counterpart."""
MANY = 3
"""Counts are taken up to this."""
NEAR = 0.05
"""Distance, as a share of the sentences, of two names that stand at the same place."""


def alone(row: Leftover) -> float:
    """Log odds that a leftover is a name and has no counterpart."""
    return _dot(_weights()["alone"], features(row))


class Closeness(msgspec.Struct, frozen=True):
    """Cosines of two leftovers of a bead: of their words, of what stands before them, and of what stands behind."""

    words: float
    before: float
    behind: float


def closeness(pair: Pair, a: Leftover, b: Leftover) -> Closeness:
    """How close a leftover of the source and one of the target are."""
    bead = pair.beads[a.bead]
    return Closeness(lexical.likeness(pair, bead, a.span, b.span), *lexical.surroundings(pair, bead, a.span, b.span))


def exchanged(pair: Pair, source: Leftover, target: Leftover) -> float:
    """Log odds that two leftovers of a bead took each other's place."""
    close = closeness(pair, source, target)
    return _dot(_weights()["pair"], pair_features(source, target, alone(source), alone(target), close))


def features(row: Leftover) -> tuple[float, ...]:
    """What the first regression sees of a leftover; the first is the constant."""
    known, frequency = known_name(row.text, row.language), zipf(row.language, row.text)
    heard = (
        row.heard if row.script in group else 0.0 for group in (("latin",), ("same", "letters"), ("han",), ("bare",))
    )
    return (
        1.0,
        *(float(row.script == script) for script in SCRIPTS),
        row.strength,
        float(row.strength >= CERTAIN),
        *heard,
        max(0.0, row.heard - HALF_HEARD),
        max(0.0, row.meant),
        max(0.0, row.meant - HALF_MEANT),
        float(is_acronym(row.text)),
        float(known),
        float(known and row.script != "latin"),
        float(row.tellable),
        float(row.known),
        float(row.near),
        float(row.faint),
        float(row.partly),
        float(row.bracketed),
        float(row.opens),
        float(row.translated),
        float(row.unreadable),
        float(row.elsewhere > 0),
        float(min(row.never, MANY)),
        float(row.never > 0 and not row.elsewhere),
        float(min(row.words, MANY)),
        math.log(len(row.text)),
        row.found,
        float(min(row.others, MANY)),
        max(-1.0, min(1.0, row.room)),
        row.alike,
        frequency,
        float(frequency == 0),
        float(row.noun),
        float(row.translatable),
        float(row.translatable and row.partly),
        float(row.quoted),
        float(row.displaced),
        float(row.holed),
        float(row.displaced and row.script != "latin"),
    )


def pair_features(a: Leftover, b: Leftover, first: float, second: float, close: Closeness) -> tuple[float, ...]:
    """What the second regression sees; ``first`` and ``second`` are the log odds of each leftover by itself."""
    gap = abs(a.place - b.place)
    known = known_name(a.text, a.language), known_name(b.text, b.language)
    joint, both = linked(a, b), a.translatable and b.translatable
    return (
        1.0,
        min(first, second),
        max(first, second),
        gap,
        float(gap < NEAR),
        gap * (a.script != "latin"),
        max(0.0, close.words),
        max(0.0, close.words - HALF_MEANT),
        close.before,
        close.behind,
        max(close.before, close.behind),
        float(alike(a.text, b.text)),
        Levenshtein.normalized_similarity(fold(a.text), fold(b.text)),
        float(all(known)),
        float(is_acronym(a.text)) + float(is_acronym(b.text)),
        float(bool(a.beside & b.beside)),
        float(a.partly != b.partly),
        float(a.partly and b.partly),
        float(a.known and b.known),
        float(min(a.others + b.others, MANY)),
        min(a.strength, b.strength),
        float(a.opens != b.opens),
        float(a.uncased) + float(b.uncased),
        float(bool(a.elsewhere) != bool(b.elsewhere)),
        float(a.elsewhere > 0 and b.elsewhere > 0),
        float(known[0] != known[1]),
        float(a.noun or b.noun),
        float(joint),
        float(both),
        float(joint and both),
        float(a.translatable != b.translatable),
        float(a.quoted and b.quoted),
        float(a.displaced) + float(b.displaced),
        float(a.displaced and b.displaced),
    )


def linked(a: Leftover, b: Leftover) -> bool:
    """Whether other words of one name have their counterpart in the other one: then both are names of one thing."""
    return _in_name(a, b) or _in_name(b, a)


def _in_name(a: Leftover, b: Leftover) -> bool:
    there = passage(b.name, b.language)
    return any(spelled(word, a.language, there) >= SPELLED for word in a.company)


def _dot(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    entry = files("checker.checks") / "names.json"
    table = json.loads(entry.read_text(encoding="utf-8"))
    return {
        "alone": tuple(table["alone"][name] for name in ALONE),
        "pair": tuple(table["pair"][name] for name in PAIR),
    }
