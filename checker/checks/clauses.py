"""What one side of a bead says and the other does not: a sentence that the bead swallowed, or a clause.

Words are compared with the other side's by their vectors. The stretch that is least supported there is a candidate; a
logistic regression weighs how little it is supported, how well the rest is, how much more alike both sides would be
without it, and above all how much longer its side is than the other, by the measure of the article.
``training/calibrate_clauses.py`` fits it on faithful beads against the same beads with a sentence or a clause of one
side taken away. Word alignment by the best cosine is SimAlign's idea (Jalili Sabet et al. 2020).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from statistics import median

import msgspec
import numpy as np
import regex as re

from checker.checks.agreement import Agreement
from checker.checks.context import Pair
from checker.checks.lexical import Tokens, tokens, unit
from checker.checks.sides import SideName
from checker.checks.yardstick import cosine
from checker.embed import knows_words
from checker.model import Bead, Sentence, Span

LONGER = 0.15
"""Least surplus of length, as a logarithm, that is looked into: nine in ten faithful beads stay below 0.19."""
SHORT = -0.5
"""Surplus of length, as a logarithm, below which a side without a sentence would be too short: the other one says it.
Two of four false omissions of a sentence in 132 blocks of news are below (-0.92, -0.81)."""
COVERAGE = 0.7
"""Least share of a sentence's letters that the model must know: more than for its meaning, since every word counts."""
HEADING = 80.0
"""Letters of a line without a final mark up to which it is a heading, which translators shorten freely."""
MIN_WORDS = 3
"""Words below which a side or a stretch says nothing."""
SUPPORT = 0.65
"""Share of the usual similarity of aligned sentences below which a word counts as unsupported."""
PAUSE = 15.0
"""Characters added to both lengths before they are compared: short sentences differ freely."""
FINAL = re.compile(r"[.!?…。！？।؟:：;]\W*$")
"""How a sentence ends."""
REACH = 2
"""Characters between a word and the mark that parts it from its neighbour: a space may stand between them."""
EDGE = re.compile(r"[\p{P}--['’\-]]", re.V1)
"""Marks that part clauses; apostrophes and hyphens stand within words."""
_WIDE = (
    (re.compile(r"\p{Han}"), 2.5),
    (re.compile(r"[\p{Hiragana}\p{Katakana}ー]"), 0.7),
    (re.compile(r"\p{Hangul}"), 1.3),
)
"""How many letters of an alphabet a Chinese character, a kana and a Korean syllable stand for, beyond the first."""
SCORE = 0.3
"""Least probability of a bead. What one side lacks makes the aligner doubt too; what is left has to agree by itself."""


class Surplus(msgspec.Struct, frozen=True):
    """A stretch of one side that seems to have no counterpart; ``probability`` 0 to 1 that it has none."""

    bead: int
    span: Span
    probability: float
    sentence: bool
    """Whether the stretch is a sentence of a bead that has fewer on its other side."""
    bounded: bool = True
    """Whether it begins or ends where its side does, or at a mark; what starts and stops in mid-clause is doubtful."""


def surpluses(pair: Pair, side: SideName, measure: Agreement) -> Iterator[Surplus]:
    """The least supported stretches of every bead whose ``side`` is too long for the other one."""
    if not knows_words(pair.encoder) or not measure.yardstick.usable:
        return
    usual = usual_surplus(pair) if side == "source" else -usual_surplus(pair)
    text = (pair.source if side == "source" else pair.target).article.text
    for index, bead in enumerate(pair.beads):
        if not (bead.source and bead.target) or bead.score < SCORE or bead.moved:
            continue
        own, other = _sides(pair, bead, side)
        if extra(own, other) - usual < LONGER or (is_heading(own) and is_heading(other)):
            continue
        if not all(pair.encoder.coverage(row.text) >= COVERAGE for row in (*own, *other)):
            continue
        words, there, sizes = tokens(pair, own), tokens(pair, other), (size(own), size(other))
        wanted = [None, *(sentence.span for sentence in own if len(own) > len(other))]
        for stretch in wanted:
            found = weigh(words, there, sizes, usual, measure, stretch)
            if found is not None and (stretch is None or _remainder(words, sizes, usual, stretch) >= SHORT):
                bounded = stretch is not None or is_bounded(found[0], words, text)
                yield Surplus(index, stretch or found[0], probability(found[1]), stretch is not None, bounded)


def beside(pair: Pair, side: SideName, bead: int, stretch: Span, measure: Agreement, alone: bool = False) -> float:
    """The probability that the neighbours of a bead don't say either what a stretch of it says: the lesser one.

    Bead and neighbour are weighed together as one, but for the other side of a bead whose sides stand ``alone``. This
    only ever silences, so little need be known of the words.
    """
    if not knows_words(pair.encoder) or not measure.yardstick.usable:
        return 1.0
    usual = usual_surplus(pair) if side == "source" else -usual_surplus(pair)
    lowest = 1.0
    for neighbour in _around(pair, bead):
        (here, opposite), (near, there) = (_sides(pair, row, side) for row in (pair.beads[bead], neighbour))
        own = tuple(sorted((*here, *near), key=_start))
        there = there if alone else tuple(sorted((*opposite, *there), key=_start))
        found = weigh(tokens(pair, own), tokens(pair, there), (size(own), size(there)), usual, measure, stretch)
        lowest = min(lowest, probability(found[1]) if found else 1.0)
    return lowest


def _sides(pair: Pair, bead: Bead, side: SideName) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
    """A bead's sentences, those of ``side`` first."""
    source, target = pair.sentences(bead)
    return (source, target) if side == "source" else (target, source)


def _start(sentence: Sentence) -> int:
    return sentence.start


def _around(pair: Pair, bead: int) -> Iterator[Bead]:
    """The next beads with two sides before and behind one."""
    for places in (range(bead - 1, -1, -1), range(bead + 1, len(pair.beads))):
        found = next((pair.beads[i] for i in places if pair.beads[i].source and pair.beads[i].target), None)
        if found is not None and not found.moved:
            yield found


def is_heading(sentences: tuple[Sentence, ...]) -> bool:
    """Whether a side is one short line without a final mark."""
    return len(sentences) == 1 and not FINAL.search(sentences[0].text) and extent(sentences[0].text) <= HEADING


def size(sentences: tuple[Sentence, ...]) -> float:
    """How much some sentences hold, in letters of an alphabet."""
    return sum(extent(sentence.text) for sentence in sentences)


def extent(text: str) -> float:
    """How much a text holds, in letters of an alphabet."""
    return len(text) + sum(factor * len(letters.findall(text)) for letters, factor in _WIDE)


def extra(own: tuple[Sentence, ...], other: tuple[Sentence, ...]) -> float:
    """Logarithm of how many times longer some sentences are than others."""
    return math.log((size(own) + PAUSE) / (size(other) + PAUSE))


@lru_cache(maxsize=2)
def usual_surplus(pair: Pair) -> float:
    """How much longer the source is than the target in this article: the median of its beads, as a logarithm."""
    rows = [extra(*pair.sentences(bead)) for bead in pair.beads if bead.source and bead.target]
    return median(rows) * len(rows) / (len(rows) + 1) if rows else 0.0


def weigh(
    own: Tokens,
    other: Tokens,
    sizes: tuple[float, float],
    usual: float,
    measure: Agreement,
    stretch: Span | None = None,
) -> tuple[Span, tuple[float, ...]] | None:
    """A stretch of a side, else the least supported one, with what the regression sees of it; None where there is none.

    ``sizes`` are those of both sides, ``usual`` the article's surplus of this side as a logarithm.
    """
    if len(own.spans) < MIN_WORDS or len(other.spans) < MIN_WORDS:
        return None
    best = (unit(own.vectors) @ other.phrases().T).max(axis=1)
    inside = np.zeros(len(best), dtype=bool)
    if stretch is not None:
        inside[own.within(stretch)] = True
    else:
        inside[slice(*lowest((SUPPORT * measure.yardstick.true - best) * own.weights))] = True
    if inside.sum() < MIN_WORDS or inside.all():
        return None
    first, last = (int(place) for place in np.flatnonzero(inside)[[0, -1]])
    span = Span(own.spans[first].start, own.spans[last].end)
    relative = measure.yardstick.relative
    total, part, there = own.vectors.sum(axis=0), own.vectors[inside].sum(axis=0), other.vectors.sum(axis=0)
    whole = relative(cosine(total, there))
    longer = math.log((sizes[0] + PAUSE) / (sizes[1] + PAUSE)) - usual
    without = _remainder(own, sizes, usual, span)
    return span, (
        1.0,
        math.log(float(own.weights[inside].sum()) + 1e-6),
        _mean(best[inside], own.weights[inside]),
        _mean(best[~inside], own.weights[~inside]),
        _back(own, other, ~inside),
        relative(cosine(total - part, there)) - whole,
        relative(cosine(part, there)),
        longer,
        abs(without),
        math.log(sizes[1] + PAUSE),
    )


def _remainder(own: Tokens, sizes: tuple[float, float], usual: float, stretch: Span) -> float:
    """How much longer a side would still be than the other without a stretch, as a logarithm."""
    share = extent_share(own, stretch)
    return math.log((sizes[0] * (1 - share) + PAUSE) / (sizes[1] + PAUSE)) - usual


def is_bounded(stretch: Span, words: Tokens, text: str) -> bool:
    """Whether a stretch of some words of a text reaches to a mark, or to the first or last word, on either side."""
    if stretch.start <= words.spans[0].start or stretch.end >= words.spans[-1].end:
        return True
    ends = text[max(0, stretch.start - REACH) : stretch.start], text[stretch.end : stretch.end + REACH]
    return any(EDGE.search(end) for end in ends)


def extent_share(own: Tokens, span: Span) -> float:
    """Share of a side's length, from its first to its last word, that a stretch takes."""
    return (span.end - span.start) / max(1, own.spans[-1].end - own.spans[0].start)


def _back(own: Tokens, other: Tokens, kept: np.ndarray) -> float:
    """How well the other side is supported by what is left of this one."""
    if not kept.any():
        return 0.0
    spans = tuple(span for span, keep in zip(own.spans, kept, strict=True) if keep)
    rest = msgspec.structs.replace(own, spans=spans, vectors=own.vectors[kept], weights=own.weights[kept])
    return _mean((unit(other.vectors) @ rest.phrases().T).max(axis=1), other.weights)


def _mean(values: np.ndarray, weights: np.ndarray) -> float:
    return float((values * weights).sum() / max(float(weights.sum()), 1e-6))


def lowest(gains: np.ndarray) -> tuple[int, int]:
    """The run with the greatest sum (Kadane's algorithm), end exclusive."""
    best, run, start, found = 0.0, 0.0, 0, (0, 0)
    for index, gain in enumerate(gains.tolist()):
        if run <= 0:
            run, start = 0.0, index
        run += gain
        if run > best:
            best, found = run, (start, index + 1)
    return found


def probability(values: tuple[float, ...]) -> float:
    """The regression's answer."""
    score = sum(weight * value for weight, value in zip(_weights(), values, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def _weights() -> tuple[float, ...]:
    entry = files("checker.checks") / "calibration.json"
    return tuple(json.loads(entry.read_text(encoding="utf-8"))["clause"])
