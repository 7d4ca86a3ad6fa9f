"""Fit what tells quotations apart: "quote" and "marks" in checker/checks/calibration.json.

    python -m training.calibrate_quotes

"quote" is the probability that two short quotations differ (:mod:`checker.checks.brief`): quotations of faithful
versions against ones with words of another article between the marks. "marks" is the probability that a mark has moved
over the narrator's words (:mod:`checker.checks.marks`): quotations of faithful versions against the same with one mark
moved to the end of its sentence. Both from the drift benchmark's development articles and the corpora of
:mod:`benchmarks.wide`. To be run again whenever the embedded model changes.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from checker.checks import brief, marks, quoted
from checker.checks.agreement import Agreement, agreement
from checker.checks.context import Pair
from checker.checks.lexical import Tokens
from checker.checks.quote import MIN_LONGER
from checker.checks.quoted import Item
from checker.checks.sides import Side, both_sides
from checker.checks.yardstick import cosine
from checker.model import Span
from training.calibrate_clauses import fit, pairs
from training.calibrate_meaning import OUTPUT

DONORS = 2
"""Quotations of other articles that are tried in the place of each one."""
ALIKE = 0.9
"""Greatest difference in length, as a logarithm, of a quotation and its replacement: length must not say all."""
OUTSIDE = 12
"""Characters of the narrator's words that a moved mark takes in at least."""


@dataclass(frozen=True, slots=True)
class Case:
    """Two quotations that correspond, with the words of their beads."""

    pair: Pair
    sides: tuple[Side, Side]
    items: tuple[tuple[Item, ...], tuple[Item, ...]]
    both: tuple[Item, Item]
    words: tuple[Tokens, Tokens]
    measure: Agreement


@dataclass(frozen=True, slots=True)
class Donor:
    """A quotation's words, vector and length in characters, to be put in another one's place."""

    language: str
    text: str
    words: Tokens
    vector: np.ndarray
    length: int


def main() -> None:
    """Fit both on everything, write the weights and print what they find."""
    found = [case for pair in pairs() for case in cases(pair)]
    weights = json.loads(OUTPUT.read_text(encoding="utf-8"))
    for name, rows in (("quote", list(replaced(found))), ("marks", list(shifted(found)))):
        values = np.array([row[0] for row in rows])
        labels = np.array([row[1] for row in rows], dtype=float)
        fitted = fit(values, labels)
        weights[name] = [round(float(weight), 3) for weight in fitted]
        answers = 1 / (1 + np.exp(-values @ fitted))
        for limit in (0.8, 0.9, 0.95, 0.97):
            false, true = (float((answers[labels == label] >= limit).mean()) for label in (0, 1))
            print(f"{name} at {limit}: {false:.2%} of the faithful, {true:.1%} of the changed ones")
    OUTPUT.write_text(json.dumps(weights) + "\n", encoding="utf-8")


def cases(pair: Pair) -> Iterator[Case]:
    """The corresponding quotations of a faithful pair that the model knows."""
    measure, sides = agreement(pair), both_sides(pair)
    if not measure.yardstick.usable:
        return
    items = quoted.items(pair, sides)
    for first, second in quoted.paired(sides, items, measure):
        if sides[0].known(first.span) and sides[1].known(second.span):
            words = sides[0].words(sorted(first.beads | second.beads))
            yield Case(pair, sides, items, (first, second), words, measure)


def replaced(found: list[Case]) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Each quotation as it is, and with other articles' words."""
    chance, donors = random.Random(0), [_donor(case) for case in found]
    for case, own in zip(found, donors, strict=True):
        yield _compared(case, own), False
        others = [donor for donor in donors if donor.language == own.language and donor.text != own.text]
        for donor in chance.sample(others, min(DONORS, len(others))):
            if abs(np.log((donor.length + brief.PAUSE) / (own.length + brief.PAUSE))) < ALIKE:
                yield _compared(case, donor), True


def _donor(case: Case) -> Donor:
    side, span = case.sides[1], case.both[1].span
    words = case.words[1].part(case.words[1].within(span))
    return Donor(side.version.article.language, side.text(span), words, side.vectors([span]), span.end - span.start)


def _compared(case: Case, donor: Donor) -> tuple[float, ...]:
    """What the regression sees where the target's quotation has a donor's words."""
    span = case.both[0].span
    source, target = case.words
    rest = np.setdiff1d(np.arange(len(target.spans)), target.within(case.both[1].span))
    around = source, _joined(donor.words, target.part(rest))
    quoted = source.part(source.within(span)), donor.words
    lengths = float(span.end - span.start), donor.length * case.measure.scale
    similarity = cosine(case.sides[0].vectors([span]), donor.vector)
    return brief.features(quoted, around, similarity, lengths, case.measure)


def _joined(first: Tokens, second: Tokens) -> Tokens:
    vectors = np.concatenate([first.vectors, second.vectors])
    return Tokens(first.spans + second.spans, vectors, np.concatenate([first.weights, second.weights]))


def shifted(found: list[Case]) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Each quotation as it is, seen from both sides, and with a mark of the target moved."""
    for case in found:
        if not (case.both[0].closed and case.both[1].closed):
            continue
        spans = case.both[0].span, case.both[1].span
        yield from ((values, False) for side in (0, 1) if (values := _edge(case, spans, side)))
        for moved in _moved(case):
            if values := _edge(case, (spans[0], moved), 1):
                yield values, True


def _moved(case: Case) -> Iterator[Span]:
    """The target's quotation with one of its ends at that of its sentence."""
    span, others = case.both[1].span, [item.span for item in case.items[1] if item is not case.both[1]]
    for sentence in case.sides[1].sentences_of(case.both[0].beads | case.both[1].beads):
        if sentence.start + OUTSIDE <= span.start < sentence.end:
            longer = Span(sentence.start, span.end)
        elif sentence.start < span.end <= sentence.end - OUTSIDE:
            longer = Span(span.start, sentence.end)
        else:
            continue
        if not any(other.overlaps(longer) for other in others):
            yield longer


def _edge(case: Case, spans: tuple[Span, Span], side: int) -> tuple[float, ...] | None:
    """What the regression sees of the likeliest run of one side."""
    lengths = float(spans[0].end - spans[0].start), (spans[1].end - spans[1].start) * case.measure.scale
    if min(lengths) < MIN_LONGER:
        return None
    own, quoted = (case.words[i].part(case.words[i].within(spans[i])) for i in (side, 1 - side))
    beside = case.words[1 - side].outside([item.span for item in case.items[1 - side]])
    edge = marks.edge(own, quoted, beside, (lengths[side], lengths[1 - side]))
    return edge.values if edge else None


if __name__ == "__main__":
    main()
