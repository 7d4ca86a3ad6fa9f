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

from checker.checks import apart
from checker.checks.context import Pair
from checker.checks.sides import both_sides, clipped
from checker.languages.names import english_name
from checker.model import Finding, Severity, Span

NAME = "meaning"
SEVERITY: Severity = "warning"


def check(pair: Pair) -> Iterable[Finding]:
    """Yield beads whose sides hardly can say the same; where the aligner doubts them too, they are no pair."""
    sides = both_sides(pair)
    names = tuple(english_name(side.version.article.language) for side in sides)
    message = (
        f"The {names[0]} and the {names[1]} sentence seem to say different things: they are far less alike in meaning "
        "than the rest of the article."
    )
    for index in apart.unlike(pair):
        if apart.is_pair(pair, index):
            spans = sides[0].sentences_of([index]), sides[1].sentences_of([index])
            whole = tuple(clipped(Span(row[0].start, max(span.end for span in row))) for row in spans)
            facts = tuple(side.text(row[0]) for side, row in zip(sides, spans, strict=True))
            yield Finding(NAME, SEVERITY, message, index, whole[0], whole[1], (), facts)
