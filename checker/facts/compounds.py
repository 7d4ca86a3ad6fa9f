"""Words that are built from number words without a blank: "zweihundertfünfzig", "tremila", "zehnjährig"."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from checker.facts.composition import THOUSAND, Composition, Numeral, is_inverted
from checker.facts.digits import Reading
from checker.facts.lexicon import Lexicon, Line

LONGEST = 24
"""Letters of the longest piece that is looked for; number words are shorter."""

Atom = tuple[str, Decimal]
"""Kind ("cardinal", "scale", "join") and value of a piece."""

MIN_COMPOUND = 5
"""Letters of the shortest word that is taken apart into numbers."""

MIN_UNIT, MAX_COUNT = 3, 24
"""Letters of the shortest unit and of the longest number that are looked for in one word."""


def is_compound(line: Line, at: int) -> bool:
    """Whether a word is built from number words."""
    return compound(line, at) is not None


def compound(line: Line, at: int) -> Numeral | None:
    """A number written as one word ("siebenhundertneunundachtzigtausend") in the languages that build such words."""
    token = line.tokens[at]
    if not line.lexicon.atoms or token.kind != "word" or len(token.form) < MIN_COMPOUND or line.find(at, "not"):
        return None
    found = _taken_apart(line.lexicon, token.form)
    return Numeral(at, at + 1, (Reading(found[0]),), True, unit=found[1]) if found else None


@lru_cache(maxsize=1 << 14)
def _taken_apart(words: Lexicon, form: str) -> tuple[Decimal, str] | None:
    """The number that a word is built from, and the unit that it counts, if any; few begin with a piece of a number."""
    if not any(form[:size] in words.atoms for size in range(1, min(len(form), LONGEST) + 1)):
        return None
    value = _compound_value(form, words.atoms)
    return (value, "") if value is not None else _counted_unit(words, form)


def _counted_unit(words: Lexicon, form: str) -> tuple[Decimal, str] | None:
    """A number and what it counts in one word: "zehnjährig", "devětatřicetiletý"."""
    atoms = words.atoms
    for cut in range(min(len(form) - MIN_UNIT, MAX_COUNT), 1, -1):
        counted = [entry for entry in words.word(form[cut:]) if entry.kind in ("unit", "scale")]
        if not counted:
            continue
        value = atoms[form[:cut]][1] if form[:cut] in atoms else _compound_value(form[:cut], atoms)
        if value is None or value <= 1:
            continue
        for entry in counted:
            if entry.kind == "unit":
                return value, str(entry.value)
            if entry.kind == "scale" and entry.value >= THOUSAND:
                return value * entry.value, ""
    return None


def _compound_value(form: str, atoms: Mapping[str, Atom]) -> Decimal | None:
    state = Composition()
    for kind, value in split(form, atoms) or ():
        if kind == "cardinal" and not state.take(value, joined=is_inverted(state.current, value)):
            return None
        if kind == "scale" and not state.multiply(value):
            return None
    found = state.value()
    return found[0].value if found else None


def split(form: str, atoms: Mapping[str, Atom]) -> list[Atom] | None:
    """The pieces of a word, the longest first, or None where something is left over.

    Works backwards over the positions of the word, so that the time is the square of its length, which tokens cap.
    """
    best: dict[int, list[Atom]] = {len(form): []}
    for start in range(len(form) - 1, -1, -1):
        for end in range(min(len(form), start + LONGEST), start, -1):
            if end in best and (atom := atoms.get(form[start:end])):
                best[start] = [atom, *best[end]]
                break
    return best.get(0)
