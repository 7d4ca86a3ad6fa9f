"""Words that are built from number words without a blank: "zweihundertfünfzig", "tremila", "zehnjährig"."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from checker.facts.composition import THOUSAND, Composition, Numeral, is_inverted
from checker.facts.digits import Reading
from checker.facts.lexicon import Line

LONGEST = 24
"""Letters of the longest piece that is looked for; number words are shorter."""

Atom = tuple[str, Decimal]
"""Kind ("cardinal", "scale", "join") and value of a piece."""

MIN_COMPOUND = 5
"""Letters of the shortest word that is taken apart into numbers."""

MIN_UNIT, MAX_COUNT = 3, 24
"""Letters of the shortest unit and of the longest number that are looked for in one word."""


def may_begin(line: Line, at: int) -> bool:
    """Whether a word begins with the piece of a number; few do, so that the others need no closer look."""
    form, atoms = line.tokens[at].form, line.lexicon.atoms
    return bool(atoms) and any(form[:size] in atoms for size in range(1, min(len(form), LONGEST) + 1))


def compound(line: Line, at: int) -> Numeral | None:
    """A number written as one word ("siebenhundertneunundachtzigtausend") in the languages that build such words."""
    token = line.tokens[at]
    if not line.lexicon.atoms or token.kind != "word" or len(token.form) < MIN_COMPOUND or line.find(at, "not"):
        return None
    value = _compound_value(token.form, line.lexicon.atoms)
    return Numeral(at, at + 1, (Reading(value),), True) if value is not None else _counted_unit(line, at)


def _counted_unit(line: Line, at: int) -> Numeral | None:
    """A number and what it counts in one word: "zehnjährig", "devětatřicetiletý"."""
    form, atoms = line.tokens[at].form, line.lexicon.atoms
    for cut in range(min(len(form) - MIN_UNIT, MAX_COUNT), 1, -1):
        counted = [entry for entry in line.lexicon.word(form[cut:]) if entry.kind in ("unit", "scale")]
        if not counted:
            continue
        value = atoms[form[:cut]][1] if form[:cut] in atoms else _compound_value(form[:cut], atoms)
        if value is None or value <= 1:
            continue
        for entry in counted:
            if entry.kind == "unit":
                return Numeral(at, at + 1, (Reading(value),), True, unit=str(entry.value))
            if entry.kind == "scale" and entry.value >= THOUSAND:
                return Numeral(at, at + 1, (Reading(value * entry.value),), True)
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
