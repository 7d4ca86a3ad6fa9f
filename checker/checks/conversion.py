"""Notes an amount that is given in another unit: the values agree, within rounding.

Fires:
    en: The trail is 10 miles long.
    de: Der Weg ist 16 Kilometer lang.

Silent:
    en: The trail is 10 miles (16 kilometres) long.
    de: Der Weg ist 16 Kilometer lang.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.checks.context import MIN_SCORE, Pair
from checker.checks.disagreement import canonical
from checker.checks.equality import CONVERTED, dimension, value_distance
from checker.checks.matching import match
from checker.checks.wording import languages
from checker.facts.quantities import Quantity
from checker.model import Finding, Severity

NAME = "conversion"
SEVERITY: Severity = "note"


def check(pair: Pair) -> Iterable[Finding]:
    """Matched amounts whose values agree only once one is converted."""
    first, second = languages(pair)
    for found in match(pair).matches:
        source, target = found.source, found.target
        if not (isinstance(source, Quantity) and isinstance(target, Quantity)) or source.weak or target.weak:
            continue
        measured = {dimension(unit) for fact in (source, target) for unit in fact.units} - {None, "duration"}
        if not measured or pair.beads[found.bead].score < MIN_SCORE or value_distance(source, target) != CONVERTED:
            continue
        message = f"The {first} version says “{source.text}”, the {second} one “{target.text}”: another unit."
        facts = (canonical(source), canonical(target), "converted")
        yield Finding(NAME, SEVERITY, message, found.bead, source.span, target.span, facts=facts)
