"""Words that are built from number words without a blank: "zweihundertfünfzig", "tremila", "kaksisataa"."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

LONGEST = 24
"""Letters of the longest piece that is looked for; number words are shorter."""

Atom = tuple[str, Decimal]
"""Kind ("cardinal", "scale", "join") and value of a piece."""


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
