"""Words of two quotations that exclude each other: full here, empty there; houses here, trees there.

One English list (``checker/languages/contraries.toml``) serves all languages: a word leans to an entry where their
vectors are alike, and clearly more so than to the entry that excludes it. Two quotations contrast where one has a word
that leans to an entry and the other a word that leans to its contrary, and neither word has an answer in the sentences
of the other version.
"""

from __future__ import annotations

import tomllib
from collections.abc import Hashable
from functools import cache, lru_cache
from importlib.resources import files
from itertools import permutations
from typing import cast

import msgspec
import numpy as np

from checker.checks.lexical import Tokens, unit
from checker.checks.polarity import polarity
from checker.checks.replaced import Quoted
from checker.embed import Encoder

ANSWERED = 0.4
"""Cosine with a word or phrase of the other version from which a word is answered there."""
MARGIN = 0.12
"""How much more alike a word has to be to an entry than to the contrary."""
PRESENT = 0.5
"""Cosine from which the sentences of a version have a word of an entry: one that has both of two contraries says more
than either, as "the rent rises, the pay does not"."""
SHORTEST = 2
"""Characters of a word below which its vector says too little."""


class _Table(msgspec.Struct, frozen=True):
    """The entries: the words of pole ``k`` begin at ``starts[k]``; ``one`` and ``other`` pair contrary poles."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    one: np.ndarray
    other: np.ndarray
    opposed: np.ndarray
    """Of each pair, whether a denial turns one into the other (not full: empty)."""


def contrast(both: tuple[Quoted, Quoted], around: tuple[Tokens, Tokens], encoder: Encoder) -> float:
    """How sure it is, as a cosine, that words of two quotations exclude each other; 0 where none do.

    ``around`` are the words of the sentences in which the quotations stand.
    """
    sides = [_open(quoted.words, there) for quoted, there in zip(both, around[::-1], strict=True)]
    if not all(map(len, sides)):
        return 0.0
    table = _table()
    source, target = (_poles(side, cast(Hashable, encoder)) for side in sides)
    values = np.minimum(_leaning(source, table.one, table.other), _leaning(target, table.other, table.one))
    present = [_poles(unit(words.vectors), cast(Hashable, encoder)).max(axis=0) >= PRESENT for words in around]
    allowed = ~present[0][table.other] & ~present[1][table.one]
    if _denied(both):
        allowed &= ~table.opposed
    return float((values * allowed).max())


def listed() -> tuple[str, ...]:
    """All words of the list, which a model has its pieces of beforehand."""
    return _table().words


def _open(words: Tokens, there: Tokens) -> np.ndarray:
    """Directions of the words that nothing in the other version answers."""
    directions = unit(words.vectors)
    long: np.ndarray = np.array([span.end - span.start >= SHORTEST for span in words.spans], dtype=bool)
    if not len(there.spans) or not len(directions):
        return np.asarray(directions[long])
    return np.asarray(directions[long & ((directions @ there.phrases().T).max(axis=1) < ANSWERED)])


def _poles(directions: np.ndarray, encoder: Hashable) -> np.ndarray:
    """The best cosine of each word with each pole."""
    likeness = directions @ _vectors(encoder).T
    return np.asarray(np.maximum.reduceat(likeness, np.array(_table().starts), axis=1))


def _leaning(likeness: np.ndarray, pole: np.ndarray, contrary: np.ndarray) -> np.ndarray:
    """For each pair of contrary poles, how much a word leans to the first and not to the second."""
    near, far = likeness[:, pole], likeness[:, contrary]
    return np.asarray(np.where(near - far > MARGIN, near, 0.0).max(axis=0))


def _denied(both: tuple[Quoted, Quoted]) -> bool:
    """Whether only one quotation has a negator: then contrary words may say the same."""
    rows = [polarity(quoted.text, quoted.language) for quoted in both]
    return rows[0] is not None and rows[1] is not None and bool(rows[0].negators) != bool(rows[1].negators)


@lru_cache(maxsize=4)
def _vectors(encoder: Hashable) -> np.ndarray:
    return cast(Encoder, encoder).encode(_table().words)


@cache
def _table() -> _Table:
    data = tomllib.loads((files("checker.languages") / "contraries.toml").read_text(encoding="utf-8"))
    groups = [(poles, True) for poles in data["opposites"]]
    groups += [([[word] for word in field], False) for field in data["fields"]]
    words: list[str] = []
    starts: list[int] = []
    pairs: list[tuple[int, int, bool]] = []
    for poles, opposed in groups:
        first = len(starts)
        for pole in poles:
            starts.append(len(words))
            words.extend(pole)
        pairs.extend((one, other, opposed) for one, other in permutations(range(first, len(starts)), 2))
    one, other, opposites = (np.array(column) for column in zip(*pairs, strict=True))
    return _Table(tuple(words), tuple(starts), one, other, opposites.astype(bool))
