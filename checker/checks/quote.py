"""Flags quoted words that say something else, and quotation marks that moved over the narrator's words.

Quotations are paired across the versions, their sentences aligned inside and compared by meaning and word by word: a
word that the model can translate needs its translation in the other quotation. Where that is less sure, it is a
warning. Single words in quotation marks are left alone, and so is everything where the model cannot tell right from
wrong.

Fires:
    de: „Wir senken die Preise im Herbst. Niemand muss um seinen Arbeitsplatz fürchten“, sagte Keller.
    en: "We will lower prices in autumn. The new harbour was finished far too late," Keller said.

Silent:
    de: „Wir senken die Preise im Herbst. Niemand muss um seinen Arbeitsplatz fürchten“, sagte Keller.
    en: "We will lower prices in autumn. Nobody has to fear for their job," Keller said.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

import msgspec
import regex as re

from checker.checks import brief, contraries, marks, paraphrase, passages, quoted, replaced, turned
from checker.checks.agreement import Agreement, agreement
from checker.checks.clauses import extent
from checker.checks.context import Pair
from checker.checks.couples import joined
from checker.checks.lexical import Tokens
from checker.checks.quoted import PAIRING, Item
from checker.checks.sides import Side, both_sides, clipped, support
from checker.languages.names import english_name
from checker.model import Finding, Severity, Span

NAME = "quote"
SEVERITY: Severity = "error"

BRIEF, SURE, SURE_LONG = 25, 0.9, 0.95
"""Characters below which a quotation is brief, the probability that :mod:`checker.checks.brief` has to give it, and the
same for longer ones, which :mod:`checker.checks.replaced` judges too.
Of the faithful quotations of the development articles and the corpora 1.3 % reach it, most of them single words, and
86 % of those with other words."""
MOVED = 0.97
"""Probability from which a mark has moved over the narrator's words: 0.65 % of faithful quotations, of which most
really differ in that, and 60 % of those with a mark moved to the end of the sentence."""
SENTENCE = 3
"""Words from which a short quotation says something. Of fewer, as of "völlig weltfremd" for "completely out of touch
with reality", six faithful ones of ten articles would be reported and one edit; of the drift benchmark one and none."""
DOUBTFUL = 0.25
"""Probability (:mod:`checker.checks.replaced`) below which :mod:`checker.checks.brief` alone says too little: of what
it is sure of, in ten articles and the drift benchmark, 5 of 12 faithful quotations are below and none of 49 edits."""
TITLE = 0.75
"""Share of words with a capital from which a short quotation is a title."""
SUPPORTED = 0.5
"""Relative similarity from which a passage is taken to stand somewhere else on the other side."""
MIN_LENGTH, MIN_LONGER = 8, 14
"""Quotations with fewer letters, and whose counterpart has fewer (scaled to the source's script; a Chinese character is
several), are titles and scare quotes; nothing is said of them."""
_WORD = re.compile(r"\w+")
_WIDE = re.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]{4}")
MERGING = 0.2
"""How much more alike one sentence has to be to two than to the better of them."""
PROBABLE, POSSIBLE = 0.85, 0.76
"""Probability (:mod:`checker.checks.replaced`) from which words of a quotation were replaced: an error, a warning.

Judged by weights fitted without the article: of 907 careless edits of 26 articles 32 % are above the second and 30 %
above the first, of 11 of the benchmark 73 %; of 6177 faithful quotations in 736 pairs of versions 3 and 3, of 276 in 49
pairs of the benchmark 5 and 2.
"""
CONTRARY = 0.505
"""Cosine (:mod:`checker.checks.contraries`) from which words of two quotations exclude each other: a warning.

Of 12,017 faithful pairs of passages of thirteen articles in 27 or 43 languages 4 reach 0.5 and 1 of 686 of the drift
benchmark (0.501), of 1223 with a careless edit 85; 83 of these have a probability below ``POSSIBLE``. At 0.45 it is 21,
7, 98.
Some entries of the list were written with such edits in mind, so that others will be found more rarely.
"""
PLAIN = 0.02
"""Probability (:mod:`checker.checks.replaced`) below which words that seem contrary do not count: below are two in five
faithful quotations, among them the five with contrary words of three articles from English into 26 and 42 languages
("give up"), but 1 of 47 with a careless edit."""
_LEVELS: tuple[Severity, ...] = ("error", "warning", "note")

Row = tuple[tuple[Span, ...], tuple[Span, ...]]
"""Passages of either side that correspond."""


class Drift(msgspec.Struct, frozen=True):
    """Passages that stand at the same place and differ; one of them is None where the narrator's words moved in."""

    source: Span
    target: Span
    severity: Severity = "error"


def check(pair: Pair) -> Iterable[Finding]:
    """Yield the quotations that drifted apart."""
    pair = joined(pair)
    measure = agreement(pair)
    if not measure.yardstick.usable:
        return
    sides = both_sides(pair)
    yield from paraphrase.findings(pair, sides)
    items = quoted.items(pair, sides)
    for source, target in quoted.paired(sides, items, measure):
        bead = min(source.beads & target.beads)
        drifts = [_finding(pair, drift, bead) for drift in _compare(sides, source, target, measure)]
        yield from drifts or _boundaries(pair, sides, items, (source, target), measure)


def _compare(sides: tuple[Side, Side], a: Item, b: Item, measure: Agreement) -> Iterator[Drift]:
    rows = rows_of(sides, a, b, measure)
    beads = sorted(a.beads | b.beads)
    drifts = [drift for drift in (_judge(sides, row, beads, measure) for row in rows) if drift]
    if len(drifts) == len(rows) and len(rows) > 1:
        drifts = [Drift(a.span, b.span, min((drift.severity for drift in drifts), key=_LEVELS.index))]
    for drift in drifts:
        if not _stands_elsewhere(sides, a, b, drift, measure):
            yield drift


def rows_of(sides: tuple[Side, Side], a: Item, b: Item, measure: Agreement) -> list[Row]:
    """The sentences of two quotations that correspond; the whole quotations where they have one or very many."""
    parts = tuple(
        passages.sentences(side.version.article.text, item.span, side.version.article.language)
        for side, item in zip(sides, (a, b), strict=True)
    )
    if max(map(len, parts)) > passages.MAX_PARTS or max(map(len, parts)) == 1:
        parts = ((a.span,), (b.span,))
    return _rows(sides, parts, measure)


def _rows(sides: tuple[Side, Side], parts: tuple[tuple[Span, ...], ...], measure: Agreement) -> list[Row]:
    """Corresponding parts; leftovers of both sides at the same place stand against each other."""

    def score(i: Iterable[int], j: Iterable[int]) -> float:
        rows = tuple(parts[0][k] for k in i), tuple(parts[1][k] for k in j)
        value = measure.yardstick.relative(sides[0].cosine(sides[1], *rows)) - PAIRING
        return value - MERGING if len(rows[0]) + len(rows[1]) > 2 else value

    rows: list[Row] = []
    for i, j in passages.correspond(len(parts[0]), len(parts[1]), score):
        row = tuple(parts[0][k] for k in i), tuple(parts[1][k] for k in j)
        if rows and not (row[0] and row[1]) and not (rows[-1][0] and rows[-1][1]):
            row = rows[-1][0] + row[0], rows[-1][1] + row[1]
            rows.pop()
        rows.append(row)
    return _absorbed(rows, measure.scale)


def _absorbed(rows: list[Row], scale: float) -> list[Row]:
    """The rows without those that one side leaves empty, where a neighbour then has sides of more equal length.

    Where one sentence stands for two and one of these was replaced, that one is like nothing and seems to be left over.
    """
    place = 0
    while place < len(rows):
        near = [i for i in (place - 1, place + 1) if 0 <= i < len(rows) and all(rows[i])]
        if all(rows[place]) or not near:
            place += 1
            continue
        gains = {i: _imbalance(rows[i], scale) - _imbalance(_merged(rows, i, place), scale) for i in near}
        best = max(near, key=gains.__getitem__)
        if gains[best] <= 0:
            place += 1
            continue
        first = min(best, place)
        rows = [*rows[:first], _merged(rows, best, place), *rows[first + 2 :]]
        place = first
    return rows


def _merged(rows: list[Row], i: int, j: int) -> Row:
    first, second = sorted((i, j))
    return rows[first][0] + rows[second][0], rows[first][1] + rows[second][1]


def _imbalance(row: Row, scale: float) -> float:
    """How many times longer one side is than the other, as a logarithm."""
    sizes = [sum(span.end - span.start for span in side) for side in row]
    return abs(math.log((sizes[0] + replaced.PAUSE) / (sizes[1] * scale + replaced.PAUSE)))


def _judge(sides: tuple[Side, Side], row: Row, beads: Sequence[int], measure: Agreement) -> Drift | None:
    """A drift where two passages hardly can say the same, or where words of one are missing in the other."""
    seen = observed(sides, row, beads, measure)
    if seen is None:
        return None
    spans, both, context = seen
    short = min(context.lengths) < BRIEF
    sure = context.brief >= (SURE if short else SURE_LONG)
    opposite = context.contrast >= CONTRARY or context.opposed
    if not (sure or opposite or context.denial == 1) and replaced.agree(both):
        return None
    probability = replaced.replaced(both, context, measure, sides[0].encoder)
    if probability < (DOUBTFUL if sure else POSSIBLE) and not (opposite and probability >= PLAIN):
        return None
    level: Severity = SEVERITY if probability >= (DOUBTFUL if sure else PROBABLE) else "warning"
    return Drift(*spans, max(level, _told_briefly(sides, *spans), key=_LEVELS.index) if short else level)


def observed(
    sides: tuple[Side, Side], row: Row, beads: Sequence[int], measure: Agreement
) -> tuple[tuple[Span, Span], tuple[replaced.Quoted, replaced.Quoted], replaced.Context] | None:
    """Two passages with their words and what is known of them; None where they are too short or little known."""
    source, target = row
    if not source or not target:
        return None
    spans = Span(source[0].start, source[-1].end), Span(target[0].start, target[-1].end)
    lengths = float(spans[0].end - spans[0].start), (spans[1].end - spans[1].start) * measure.scale
    sizes = [max(length, extent(side.text(span))) for length, side, span in zip(lengths, sides, spans, strict=True)]
    if min(sizes) < MIN_LENGTH or max(sizes) < MIN_LONGER or sides[0].same(sides[1], *spans):
        return None
    if not all(side.known(span) for side, span in zip(sides, spans, strict=True)):
        return None
    around = sides[0].words(beads)
    first, second = (words.part(words.within(span)) for words, span in zip(around, spans, strict=True))
    differing = brief.differing((first, second), around, sides[0].cosine(sides[1], source, target), lengths, measure)
    supports = min(support(first, around[1])[0], support(second, around[0])[0])
    quoted = (
        _quoted(sides[0], spans[0], first),
        _quoted(sides[1], spans[1], second),
    )
    contrast = contraries.contrast(quoted, around, sides[0].encoder)
    texts = tuple(" ".join(map(side.text, side.sentences_of(beads))) for side in sides)
    denial = turned.denial(quoted, (texts[0], texts[1]))
    return spans, quoted, replaced.Context(lengths, supports, differing, contrast, denial, turned.opposed(quoted))


def _quoted(side: Side, span: Span, words: Tokens) -> replaced.Quoted:
    return replaced.Quoted(side.text(span), side.version.article.language, words, span.start)


def _told_briefly(sides: tuple[Side, Side], first: Span, second: Span) -> Severity:
    """An expression in scare quotes or a title is a note: translators choose others freely."""
    for side, span in zip(sides, (first, second), strict=True):
        words = _WORD.findall(side.text(span))
        if (len(words) < SENTENCE and not _WIDE.search(side.text(span))) or (
            len(words) > 1 and sum(word[:1].isupper() for word in words) >= TITLE * len(words)
        ):
            return "note"
    return SEVERITY


def _stands_elsewhere(sides: tuple[Side, Side], a: Item, b: Item, drift: Drift, measure: Agreement) -> bool:
    """Whether either passage has a good counterpart in another sentence of the same beads: then it has only moved."""
    relative = measure.yardstick.relative
    beads = a.beads | b.beads
    others = tuple(side.sentences_of(beads) for side in sides)
    return any(
        relative(sides[0].cosine(sides[1], (drift.source,), (span,))) >= SUPPORTED
        for span in others[1]
        if not span.covers(drift.target)
    ) and any(
        relative(sides[0].cosine(sides[1], (span,), (drift.target,))) >= SUPPORTED
        for span in others[0]
        if not span.covers(drift.source)
    )


def _boundaries(
    pair: Pair,
    sides: tuple[Side, Side],
    items: tuple[tuple[Item, ...], ...],
    both: tuple[Item, Item],
    measure: Agreement,
) -> Iterator[Finding]:
    """Where the marks of one side take in what the other tells outside its own.

    A target that puts more into somebody's mouth is an error; one that tells a part in its own words is a note.
    """
    if not (both[0].closed and both[1].closed) or not all(
        side.known(item.span) for side, item in zip(sides, both, strict=True)
    ):
        return
    beads = sorted(both[0].beads | both[1].beads)
    words = sides[0].words(beads)
    lengths = float(both[0].span.end - both[0].span.start), (both[1].span.end - both[1].span.start) * measure.scale
    if min(lengths) < MIN_LONGER:
        return
    for one, other in ((0, 1), (1, 0)):
        own, quoted = (words[i].part(words[i].within(both[i].span)) for i in (one, other))
        beside = words[other].outside([item.span for item in items[other]])
        found = marks.moved(own, quoted, beside, (lengths[one], lengths[other]))
        if found is not None and found[1] >= MOVED:
            yield _boundary_finding(pair, sides, both, one, found[0])


def _boundary_finding(pair: Pair, sides: tuple[Side, Side], both: tuple[Item, Item], one: int, run: Span) -> Finding:
    names = [english_name(version.article.language) for version in (pair.source, pair.target)]
    text = _short(sides[one].text(run))
    message = (
        f"The quotation of the {names[one]} version includes “{text}”; "
        f"in the {names[1 - one]} one these words stand outside the quotation marks."
    )
    spans = [clipped(run if index == one else both[index].span) for index in (0, 1)]
    level: Severity = SEVERITY if sides[one].name == "target" else "note"
    return Finding(NAME, level, message, min(both[0].beads & both[1].beads), spans[0], spans[1], (), (text,))


def _finding(pair: Pair, drift: Drift, bead: int) -> Finding:
    source, target = (
        (english_name(version.article.language), _short(version.article.text[span.start : span.end]))
        for version, span in ((pair.source, drift.source), (pair.target, drift.target))
    )
    message = (
        f"The quotation says something else: the {source[0]} version has “{source[1]}”, "
        f"the {target[0]} one “{target[1]}”."
    )
    first, second = clipped(drift.source), clipped(drift.target)
    return Finding(NAME, drift.severity, message, bead, first, second, (), (source[1], target[1]))


def _short(text: str, limit: int = 120) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
