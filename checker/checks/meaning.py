"""Flags an aligned pair of sentences that is far less alike than the rest of the article.

The last resort: it speaks where no other check explains what is wrong, and only where the model knows both languages.
A sentence in whose place the other version has a different one is reported here too, once.

Fires:
    de: Die Bank senkt die Zinsen. Die Kunden freuen sich über günstigere Kredite. Der Vorstand will im Sommer neue Filialen eröffnen.
    en: The bank is cutting interest rates. Rain fell on the mountain village all through the long winter night. The board wants to open new branches in summer.

Silent:
    de: Die Bank senkt die Zinsen. Die Kunden freuen sich über günstigere Kredite. Der Vorstand will im Sommer neue Filialen eröffnen.
    en: The bank is cutting interest rates. Customers are happy about cheaper loans. The board wants to open new branches in summer.
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from checker.checks.agreement import agreement
from checker.checks.context import Pair
from checker.checks.missing import MIN_SCORE
from checker.checks.sides import both_sides, clipped
from checker.languages.names import english_name
from checker.model import Finding, Severity, Span

NAME = "meaning"
SEVERITY: Severity = "warning"

DRIFT = 0.01
"""Highest probability of saying the same at which two sentences are reported: 0.2 % of the development articles'
aligned sentences stay below it, 77 % of the shuffled ones."""
MIN_LENGTH = 25
"""Shorter beads, in characters of the shorter side, are headings and captions, which translators rephrase."""


LENGTHS = 2.0
"""How much longer, after scaling, a sentence may be than the one in whose place it stands."""


def check(pair: Pair) -> Iterable[Finding]:
    """Yield beads whose sides hardly can say the same."""
    measure = agreement(pair)
    if not measure.yardstick.usable:
        return
    yield from _replaced(pair)
    sides = both_sides(pair)
    names = tuple(english_name(side.version.article.language) for side in sides)
    message = f"The {names[0]} and the {names[1]} sentence are far less alike than the rest of the article."
    for index, bead in enumerate(pair.beads):
        if not bead.source or not bead.target:
            continue
        spans = sides[0].sentences_of([index]), sides[1].sentences_of([index])
        lengths = tuple(sum(span.end - span.start for span in row) for row in spans)
        if min(lengths) < MIN_LENGTH or not all(
            side.known(span) for side, row in zip(sides, spans, strict=True) for span in row
        ):
            continue
        if measure.probability(sides[0].cosine(sides[1], *spans), lengths[0], lengths[1]) < DRIFT:
            whole = tuple(clipped(Span(row[0].start, max(span.end for span in row))) for row in spans)
            facts = tuple(side.text(row[0]) for side, row in zip(sides, spans, strict=True))
            yield Finding(NAME, SEVERITY, message, index, whole[0], whole[1], (), facts)


def _replaced(pair: Pair) -> Iterator[Finding]:
    """Sentences of both sides without a counterpart, at the same place and of like length."""
    names = english_name(pair.source.article.language), english_name(pair.target.article.language)
    for index, (first, second) in enumerate(pairwise(pair.beads)):
        source, target = first.source + second.source, first.target + second.target
        aligned = (first.source and first.target) or (second.source and second.target)
        if aligned or len(source) != 1 or len(target) != 1:
            continue
        if min(first.score, second.score) < MIN_SCORE or _has_neighbour(pair, index):
            continue
        one, other = pair.source.sentences[source[0]], pair.target.sentences[target[0]]
        if not 1 / LENGTHS <= len(one.text) / max(1, len(other.text)) * _scale(pair) <= LENGTHS:
            continue
        message = f"The {names[1]} version has another sentence in the place of the {names[0]} one."
        yield Finding(
            NAME, SEVERITY, message, index, clipped(one.span), clipped(other.span), (), (one.text, other.text)
        )


def _has_neighbour(pair: Pair, index: int) -> bool:
    """Whether more beads beside these two have an empty side; then a passage was moved or cut, not a sentence replaced."""
    beside = [pair.beads[i] for i in (index - 1, index + 2) if 0 <= i < len(pair.beads)]
    return any(not bead.source or not bead.target for bead in beside)


def _scale(pair: Pair) -> float:
    """Characters of the target for one of the source."""
    source, target = (sum(len(s.text) for s in version.sentences) for version in (pair.source, pair.target))
    return target / max(1, source)
