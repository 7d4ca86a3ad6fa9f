"""Sentences that the aligner left alone on both sides of one place and that may correspond after all.

A free translation and a quotation whose words were replaced both leave a source sentence and a target sentence alone
at the same place. The first is no omission with an addition; the second is compared as a quotation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from checker.checks.context import Pair
from checker.checks.sides import both_sides
from checker.checks.yardstick import yardstick
from checker.facts.quotes import Quote
from checker.model import Bead, Sentence, Version

ALIKE = 0.25
"""Relative similarity from which two lone sentences at one place correspond rather than not: the faithful ones on the
development articles and the corpora are at 0.29 and more, a removed beside an inserted one at 0.1 and less."""
DOUBT = 0.85
"""Highest probability of the aligner that a sentence is alone at which that is put in doubt."""
HARDLY, UNSURE = 0.05, 0.65
"""The same where the aligner gives the couple more than a third: both sentences share what is left to them. Facts that
they don't share speak against it then: an inserted sentence beside a removed one mostly names something else."""
TERSE = 80
"""Characters up to which two sentences without a number or name are taken for each other, however little alike: they
are idioms ("ließ nicht lange auf sich warten" for "came at once"). Inserted sentences mostly are longer, or name
something."""
QUOTED = 0.4
"""Share of a sentence in quotation marks from which it is taken for a quotation."""
MOST = 6
"""Lone sentences of a side at one place, up to which they are compared."""


class Couple(msgspec.Struct, frozen=True):
    """Two beads, indices, each with one side empty, that stand at one place."""

    source: int
    target: int
    alike: bool
    """Whether the sentences resemble each other; else they are only both quotations."""


def couples(pair: Pair) -> tuple[Couple, ...]:
    """The couples of a pair, each bead in one at most."""
    return tuple(couple for gap in _gaps(pair.beads) for couple in _in_gap(pair, gap))


def joined(pair: Pair) -> Pair:
    """The pair with each couple as one bead, in the place of its source bead; the other one is left empty."""
    beads = list(pair.beads)
    for couple in couples(pair):
        first, second = pair.beads[couple.source], pair.beads[couple.target]
        beads[couple.source] = Bead(first.source, second.target, min(first.score, second.score))
        beads[couple.target] = Bead((), (), 0.0)
    return replace(pair, beads=tuple(beads)) if beads != list(pair.beads) else pair


def _gaps(beads: tuple[Bead, ...]) -> Iterator[tuple[int, ...]]:
    """Runs of beads with an empty side, where both sides have something."""
    run: list[int] = []
    for index, bead in enumerate((*beads, Bead((0,), (0,)))):
        if bead.source and bead.target:
            if any(beads[i].source for i in run) and any(beads[i].target for i in run):
                yield tuple(run)
            run = []
        else:
            run.append(index)


def _in_gap(pair: Pair, gap: tuple[int, ...]) -> Iterator[Couple]:
    sources = [index for index in gap if pair.beads[index].source]
    targets = [index for index in gap if pair.beads[index].target]
    if max(len(sources), len(targets)) > MOST:
        return
    rows = sorted(
        (
            row
            for i, s in enumerate(sources)
            for j, t in enumerate(targets)
            if (row := _weighed(pair, s, t, abs(i - j)))
        ),
        key=lambda row: row[0],
    )
    taken: set[int] = set()
    for _, couple in rows:
        if not taken & {couple.source, couple.target}:
            taken |= {couple.source, couple.target}
            yield couple


def _weighed(pair: Pair, source: int, target: int, apart: int) -> tuple[tuple[bool, float], Couple] | None:
    """A couple with its rank among others: the most alike first, then quotations in their order."""
    first, second = pair.sentences(pair.beads[source])[0], pair.sentences(pair.beads[target])[1]
    measure = yardstick(pair)
    if not measure.usable:
        return None
    sides = both_sides(pair)
    spans = [sentence.span for sentence in first], [sentence.span for sentence in second]
    likeness = measure.relative(sides[0].cosine(sides[1], *spans))
    alone = max(pair.beads[source].score, pair.beads[target].score)
    unsure = alone <= UNSURE and not _strangers(pair, pair.beads[source], pair.beads[target])
    doubtful = alone <= DOUBT and likeness >= (HARDLY if unsure else ALIKE)
    if doubtful or _terse(pair, source, target):
        return (False, -likeness), Couple(source, target, True)
    if _quoted(pair.source, first) and _quoted(pair.target, second):
        return (True, apart), Couple(source, target, False)
    return None


def _strangers(pair: Pair, source: Bead, target: Bead) -> bool:
    """Whether the sentences of two beads have facts, but none in common."""
    first, second = pair.facts(source)[0], pair.facts(target)[1]
    keys = [{key for fact in facts for key in fact.keys} for facts in (first, second)]
    return bool(keys[0] | keys[1]) and not keys[0] & keys[1]


def _terse(pair: Pair, source: int, target: int) -> bool:
    """Whether the sentences of two beads are short and say nothing that can be compared."""
    beads = pair.beads[source], pair.beads[target]
    rows = pair.sentences(beads[0])[0], pair.sentences(beads[1])[1]
    facts = pair.facts(beads[0])[0], pair.facts(beads[1])[1]
    short = all(sum(len(sentence.text) for sentence in row) <= TERSE for row in rows)
    return short and not any(key for row in facts for fact in row for key in fact.keys)


def _quoted(version: Version, sentences: tuple[Sentence, ...]) -> bool:
    """Whether sentences are mostly quotation."""
    length = sum(
        fact.end - fact.start
        for sentence in sentences
        for fact in version.facts[version.sentences.index(sentence)]
        if isinstance(fact, Quote) and not fact.title
    )
    return length >= QUOTED * sum(len(sentence.text) for sentence in sentences)
