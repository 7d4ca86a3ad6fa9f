"""Flags an aligned pair of sentences that is far less alike than the rest of the article.

The last resort: it speaks where no other check explains what is wrong, and only where the model knows both languages.

Fires:
    de: Die Kunden freuen sich über günstigere Kredite und niedrige Gebühren.
    en: Rain fell on the mountain village all through the long winter night.

Silent:
    de: Die Bank senkt die Zinsen. Die Kunden freuen sich über günstigere Kredite. Der Vorstand will im Sommer neue Filialen eröffnen.
    en: The bank is cutting interest rates. Customers are happy about cheaper loans. The board wants to open new branches in summer.
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterable

from checker.checks.agreement import agreement
from checker.checks.context import Pair
from checker.checks.sides import both_sides, clipped
from checker.languages.names import english_name
from checker.model import Finding, Severity, Span

NAME = "meaning"
SEVERITY: Severity = "warning"

DRIFT = 0.01
"""Highest probability of saying the same at which two sentences are reported: 0.1 % of the development articles'
aligned sentences stay below it, 73 % of the shuffled ones."""
MIN_LENGTH = 25
"""Shorter beads, in characters of the shorter side, are headings and captions, which translators rephrase."""


def check(pair: Pair) -> Iterable[Finding]:
    """Yield beads whose sides hardly can say the same."""
    measure = agreement(pair)
    if not measure.yardstick.usable:
        return
    sides = both_sides(pair)
    names = tuple(english_name(side.version.article.language) for side in sides)
    message = (
        f"The {names[0]} and the {names[1]} sentence seem to say different things: they are far less alike in meaning "
        "than the rest of the article."
    )
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
