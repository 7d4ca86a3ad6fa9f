"""The quotations of both versions of an article, without the narrator's words inside them, and which correspond."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import numpy as np

from checker.checks import inserted, passages
from checker.checks.agreement import Agreement
from checker.checks.context import Pair
from checker.checks.inserted import Answers
from checker.checks.sides import Side, beads_of_sentences
from checker.facts.quotes import Quote
from checker.model import Span

PAIRING = 0.3
"""Relative similarity from which two parts of a quotation rather correspond than not."""


class Item(msgspec.Struct, frozen=True):
    """A quotation of one side with the beads that it touches."""

    span: Span
    beads: frozenset[int]
    closed: bool = True


def items(pair: Pair, sides: tuple[Side, Side]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The quotations of both sides, cut where a reporting clause stands inside their marks."""
    whole = items_of(pair, sides[0]), items_of(pair, sides[1])
    return _cut(sides[0], whole[0], whole[1]), _cut(sides[1], whole[1], whole[0])


def _cut(side: Side, own: tuple[Item, ...], other: tuple[Item, ...]) -> tuple[Item, ...]:
    """The quotations of a side without the clauses that the other version tells outside its own quotations."""
    text, language = side.version.article.text, side.version.article.language
    found: list[Item] = []
    for item in own:
        words, there = side.words(sorted(item.beads))
        spans = [row.span for row in other if row.beads & item.beads]
        inside = [i for i, word in enumerate(there.spans) if any(span.overlaps(word) for span in spans)]
        answers = Answers(words, there.part(np.array(inside, dtype=int)), there.outside(spans))
        parts = inserted.parts(text, item.span, language, answers)
        found += [msgspec.structs.replace(item, span=passages.trimmed(text, part)) for part in parts]
    return tuple(found)


def items_of(pair: Pair, side: Side) -> tuple[Item, ...]:
    """The quotations of a side; of one whose closing mark is missing, the part in its first sentence."""
    beads = beads_of_sentences(pair.beads, side.name)
    touched: dict[Span, set[int]] = {}
    spans: dict[Span, Span] = {}
    for index, facts in enumerate(side.version.facts):
        for fact in facts:
            if not isinstance(fact, Quote) or fact.title or (not fact.closed and fact.whole in spans):
                continue
            spans.setdefault(fact.whole, fact.whole if fact.closed else fact.span)
            touched.setdefault(fact.whole, set()).update(beads[index])
    text = side.version.article.text
    return tuple(
        Item(passages.trimmed(text, span), frozenset(touched[whole]), _is_whole(text, whole, span))
        for whole, span in spans.items()
    )


def _is_whole(text: str, whole: Span, span: Span) -> bool:
    """Whether a quotation is one with both marks in one paragraph: its ends are then where the author put them."""
    return span == whole and "\n" not in text[span.start : span.end]


def paired(
    sides: tuple[Side, Side], items: tuple[tuple[Item, ...], ...], measure: Agreement
) -> Iterator[tuple[Item, Item]]:
    """Quotations of both sides that share a bead: first those that agree, then, in order, what is left."""
    left = [list(items[0]), list(items[1])]
    scores = sorted(
        (
            (measure.yardstick.relative(sides[0].cosine(sides[1], (a.span,), (b.span,))), i, j)
            for i, a in enumerate(items[0])
            for j, b in enumerate(items[1])
            if a.beads & b.beads
        ),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    for value, i, j in scores:
        a, b = items[0][i], items[1][j]
        if value >= PAIRING and a in left[0] and b in left[1]:
            left[0].remove(a)
            left[1].remove(b)
            yield a, b
    for a in left[0]:
        partners = [b for b in left[1] if a.beads & b.beads]
        rivals = [c for c in left[0] if partners and c.beads & partners[0].beads]
        if partners:
            yield a, partners[min(rivals.index(a), len(partners) - 1)]
