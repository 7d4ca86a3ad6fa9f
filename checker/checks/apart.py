"""Which beads say the same, judged by meaning: what `meaning` reports, and beads that are two lone sentences.

Where a dropped sentence stands beside an inserted one the aligner may take them for a pair that it hardly believes in
itself. With nothing alike in meaning either, they are an omission and an addition.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from checker.checks.agreement import agreement
from checker.checks.context import MIN_SCORE, Pair
from checker.checks.sides import both_sides

DRIFT = 0.01
"""Highest probability of saying the same at which two sentences are reported: 0.1 % of the development articles'
aligned sentences stay below it, 73 % of the shuffled ones."""
DOUBTED = 0.1
"""The same where the aligner doubts the bead as well: 0.7 % of the aligned sentences stay below it, 91 % of the
shuffled ones. Of the two such beads of the faithful development articles none is below 0.23."""
MIN_LENGTH = 25
"""Shorter beads, in characters of the shorter side, are headings and captions, which translators rephrase."""


@lru_cache(maxsize=1)
def unlike(pair: Pair) -> tuple[int, ...]:
    """The beads whose sides hardly can say the same; three checks ask for them, so the last answer is kept."""
    return tuple(_unlike(pair))


def _unlike(pair: Pair) -> Iterator[int]:
    """The same one by one, where the model knows both languages."""
    measure = agreement(pair)
    if not measure.yardstick.usable:
        return
    source, target = both_sides(pair)
    for index, bead in enumerate(pair.beads):
        if not bead.source or not bead.target:
            continue
        spans = source.sentences_of([index]), target.sentences_of([index])
        lengths = tuple(sum(span.end - span.start for span in row) for row in spans)
        if min(lengths) < MIN_LENGTH:
            continue
        known = all(side.known(span) for side, row in zip((source, target), spans, strict=True) for span in row)
        least = DRIFT if is_pair(pair, index) else DOUBTED
        if known and measure.probability(source.cosine(target, *spans), lengths[0], lengths[1]) < least:
            yield index


def is_pair(pair: Pair, index: int) -> bool:
    """Whether the aligner believes in a bead, of those that are unlike; else both sides stand alone."""
    return pair.beads[index].score >= MIN_SCORE
