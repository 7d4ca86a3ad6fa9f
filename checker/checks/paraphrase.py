"""Quotations of one version that the other one tells in its own words."""

from __future__ import annotations

from collections.abc import Iterator

import regex as re

from checker.checks.context import Pair
from checker.checks.sides import Side, clipped
from checker.facts.quotes import Quote
from checker.languages.names import english_name
from checker.model import Finding, Span

NAME = "quote"
SURE = 0.9
"""Least probability of the bead."""
LONG, LONG_WIDE = 30, 12
"""Characters of speech at least, and of speech in Chinese or Japanese; less is a term or a title."""
_MARKS = re.compile(r"[„“”‟\"«»‹›「」『』《》＂〝〟]|^\s*[-–—]|(?:^|[\s(])['‘’‚](?=\w)")
_WIDE = re.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")


def findings(pair: Pair, sides: tuple[Side, Side]) -> Iterator[Finding]:
    """A note for every quotation whose bead has no quotation marks on the other side."""
    counts = [sum(isinstance(fact, Quote) for row in side.version.facts for fact in row) for side in sides]
    for one, other in ((0, 1), (1, 0)):
        if counts[other] == 0 and counts[one] > 1:  # the other version marks no speech at all, by its house style
            continue
        for index, bead in enumerate(pair.beads):
            if bead.source and bead.target and bead.score >= SURE and not _marked(pair, index, other):
                yield from (_finding(pair, sides, one, index, fact) for fact in _speech(pair, index, one))


def _speech(pair: Pair, index: int, one: int) -> Iterator[Quote]:
    """The whole quotations of a side of a bead that are speech."""
    for fact in pair.facts(pair.beads[index])[one]:
        if isinstance(fact, Quote) and not fact.title and not fact.dash and fact.closed and fact.span == fact.whole:
            least = LONG_WIDE if _WIDE.search(fact.text) else LONG
            if len(fact.text) >= least:
                yield fact


def _marked(pair: Pair, index: int, side: int) -> bool:
    """Whether a side has a quotation in a bead or beside it, or marks that were not understood."""
    rows = [pair.beads[i] for i in range(max(0, index - 1), min(len(pair.beads), index + 2))]
    return any(_MARKS.search(sentence.text) for row in rows for sentence in pair.sentences(row)[side])


def _finding(pair: Pair, sides: tuple[Side, Side], one: int, index: int, fact: Quote) -> Finding:
    names = [english_name(version.article.language) for version in (pair.source, pair.target)]
    text = " ".join(fact.text.split())
    message = f"The {names[1 - one]} version tells in its own words what the {names[one]} one quotes: “{text[:120]}”."
    there = sides[1 - one].sentences_of([index])
    spans = [clipped(fact.span if side == one else Span(there[0].start, there[-1].end)) for side in (0, 1)]
    return Finding(NAME, "note", message, index, spans[0], spans[1], (), (text,))
