"""Words of two quotations that exclude each other: full here, empty there; houses here, trees there.

One English list (``checker/languages/contraries.toml``) serves all languages: a word leans to an entry where their
vectors are alike, and clearly more so than to the entry that excludes it. Two quotations contrast where one has a word
that leans to an entry and the other a word that leans to its contrary, and neither word has an answer in the sentences
of the other version.

A denial turns a word into its opposite, so that opposites contrast only where both are denied equally often: "not
unlawful" is no contrary of "не незаконно" nor of "ليست غير قانونية". Of a word formed by a denial ("rechtswidrig") the
vector may know the rest alone ("Recht"), so that it never leans to the pole without one.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Hashable
from functools import cache, lru_cache
from importlib.resources import files
from itertools import permutations
from typing import cast

import msgspec
import numpy as np

from checker.checks.entries import lowered
from checker.checks.lexical import Tokens, unit
from checker.checks.polarity import polarity
from checker.checks.replaced import Quoted
from checker.checks.scope import COMMON, CUT, is_content
from checker.embed import Encoder
from checker.model import Span

ANSWERED = 0.4
"""Cosine with a word or phrase of the other version from which a word is answered there."""
MARGIN = 0.12
"""How much more alike a word has to be to an entry than to the contrary."""
PRESENT = 0.5
"""Cosine from which the sentences of a version have a word of an entry: one that has both of two contraries says more
than either, as "the rent rises, the pay does not"."""
SHORTEST = 2
"""Characters of a word below which its vector says too little."""
TURNED = 0.5
"""Cosine with "violates" or "contrary" from which a word denies the one beside it ("violates the law")."""
_TURNING = ("violates", "violate", "violation", "breach", "disobey", "contravene")


class _Table(msgspec.Struct, frozen=True):
    """The entries: the words of pole ``k`` begin at ``starts[k]``; ``one`` and ``other`` pair contrary poles."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    one: np.ndarray
    other: np.ndarray
    opposed: np.ndarray
    """Of each pair, whether a denial turns one into the other (not full: empty)."""
    denying: np.ndarray
    """Of each pole, whether it is formed by a denial (unlawful)."""


class _Words(msgspec.Struct, frozen=True):
    """The words of a quotation that nothing in the other version answers, and how each of them is denied there."""

    directions: np.ndarray
    odd: np.ndarray
    """Whether a word is denied once, and not twice or never."""
    formed: np.ndarray
    """Whether a denial is a part of the word (unlawful)."""


def contrast(both: tuple[Quoted, Quoted], around: tuple[Tokens, Tokens], encoder: Encoder) -> float:
    """How sure it is, as a cosine, that words of two quotations exclude each other; 0 where none do.

    ``around`` are the words of the sentences in which the quotations stand.
    """
    sides = [_open(quoted, there, encoder) for quoted, there in zip(both, around[::-1], strict=True)]
    if not all(len(side.directions) for side in sides):
        return 0.0
    table = _table()
    source, target = (_poles(side.directions, cast(Hashable, encoder)) for side in sides)
    leaning = _leaning(source, table.one, table.other), _leaning(target, table.other, table.one)
    values = np.minimum(*(rows.max(axis=0) for rows in leaning))
    turned = _alike_denied(leaning, (sides[0], sides[1]))
    present = [_poles(unit(words.vectors), cast(Hashable, encoder)).max(axis=0) >= PRESENT for words in around]
    allowed = ~present[0][table.other] & ~present[1][table.one]
    if _denied(both):
        allowed &= ~table.opposed
    return float((np.where(table.opposed, turned, values) * allowed).max())


def _alike_denied(leaning: tuple[np.ndarray, np.ndarray], sides: tuple[_Words, _Words]) -> np.ndarray:
    """How surely, for each pair of poles, words that are denied equally often lean to them."""
    table = _table()
    formed = [
        np.where(side.formed[:, None] & (table.denying[contrary] & ~table.denying[pole])[None], 0.0, rows)
        for rows, side, pole, contrary in zip(
            leaning, sides, (table.one, table.other), (table.other, table.one), strict=True
        )
    ]
    values = [
        np.minimum(*((rows * (side.odd == odd)[:, None]).max(axis=0) for rows, side in zip(formed, sides, strict=True)))
        for odd in (False, True)
    ]
    return np.asarray(np.maximum(*values))


def listed() -> tuple[str, ...]:
    """All words of the list, which a model has its pieces of beforehand."""
    return _table().words


def _open(quoted: Quoted, there: Tokens, encoder: Encoder) -> _Words:
    """The words that nothing in the other version answers and that say something by themselves."""
    words = quoted.words
    directions = unit(words.vectors)
    kept: np.ndarray = np.array([_says(quoted, span) for span in words.spans], dtype=bool)
    if len(there.spans) and len(directions):
        kept &= (directions @ there.phrases().T).max(axis=1) < ANSWERED
    denials, formed = _denials(quoted, directions, encoder)
    return _Words(np.asarray(directions[kept]), (denials % 2 == 1)[kept], formed[kept])


def _says(quoted: Quoted, word: Span) -> bool:
    text = quoted.text[word.start - quoted.start : word.end - quoted.start]
    return len(text) >= SHORTEST and is_content(text, quoted.language, COMMON)


def _denials(quoted: Quoted, directions: np.ndarray, encoder: Encoder) -> tuple[np.ndarray, np.ndarray]:
    """How often each word is denied: by the negators of its clause, and by what may deny right beside it.

    Besides, whether the word itself holds a denial.
    """
    spans = [Span(span.start - quoted.start, span.end - quoted.start) for span in quoted.words.spans]
    found = polarity(quoted.text, quoted.language)
    negators = _negated(quoted.text, found.negators if found is not None else ())
    soft = found.soft if found is not None else ()
    clauses = [_clause(quoted.text, span) for span in spans]
    formed: np.ndarray = np.array([any(map(span.overlaps, soft)) for span in spans], dtype=bool)
    turning = formed.copy()
    if len(directions):
        turning |= (directions @ _turning(cast(Hashable, encoder)).T).max(axis=1) >= TURNED
    beside = np.concatenate([[False], turning[:-1]]).astype(int) if len(spans) else np.zeros(0, dtype=int)
    return np.array([negators.get(clause, 0) for clause in clauses], dtype=int) + beside, formed


def _negated(text: str, negators: tuple[Span, ...]) -> dict[int, int]:
    """How often the clauses of a quotation are denied: other negators say the same again, as in "nie … niczego"."""
    counts = Counter((_clause(text, span), lowered(text[span.start : span.end])) for span in negators)
    most: dict[int, int] = {}
    for (clause, _), count in counts.items():
        most[clause] = max(count, most.get(clause, 0))
    return most


def _clause(text: str, span: Span) -> int:
    return sum(1 for _ in CUT.finditer(text, 0, span.start))


def _poles(directions: np.ndarray, encoder: Hashable) -> np.ndarray:
    """The best cosine of each word with each pole."""
    likeness = directions @ _vectors(encoder).T
    return np.asarray(np.maximum.reduceat(likeness, np.array(_table().starts), axis=1))


def _leaning(likeness: np.ndarray, pole: np.ndarray, contrary: np.ndarray) -> np.ndarray:
    """For each word and pair of contrary poles, how much the word leans to the first and not to the second."""
    near, far = likeness[:, pole], likeness[:, contrary]
    return np.asarray(np.where(near - far > MARGIN, near, 0.0))


def _denied(both: tuple[Quoted, Quoted]) -> bool:
    """Whether only one quotation has a negator: then contrary words may say the same."""
    rows = [polarity(quoted.text, quoted.language) for quoted in both]
    return rows[0] is not None and rows[1] is not None and bool(rows[0].negators) != bool(rows[1].negators)


@lru_cache(maxsize=4)
def _vectors(encoder: Hashable) -> np.ndarray:
    return cast(Encoder, encoder).encode(_table().words)


@lru_cache(maxsize=4)
def _turning(encoder: Hashable) -> np.ndarray:
    return cast(Encoder, encoder).encode(_TURNING)


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
    ends = (*starts[1:], len(words))
    denying = [any(map(_denying, words[start:end])) for start, end in zip(starts, ends, strict=True)]
    return _Table(tuple(words), tuple(starts), one, other, opposites.astype(bool), np.array(denying))


def _denying(word: str) -> bool:
    found = polarity(word, "en")
    return found is not None and bool(found.soft)
