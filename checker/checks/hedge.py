"""Notes a number that one version gives as it is and the other with "about", "more than" or "less than".

Newsrooms decide themselves how much of this they want to see, so it is a note. More than against less than is an error
of the check ``number``.

Fires:
    de: Rund 300 Menschen kamen zur Eröffnung.
    en: 300 people came to the opening.

Silent:
    de: Rund 300 Menschen kamen zur Eröffnung.
    en: Some 300 people came to the opening.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.checks.context import MIN_SCORE, Pair
from checker.checks.disagreement import SMALL, canonical
from checker.checks.matching import Match, match
from checker.checks.roles import line_of
from checker.checks.swap import SURELY_EQUAL
from checker.checks.wording import languages
from checker.facts.found import HEDGES
from checker.facts.quantities import Quantity
from checker.model import Finding, Sentence, Severity, Version

NAME = "hedge"
SEVERITY: Severity = "note"

WORDS = {"about": "about", "more": "more than", "less": "less than"}
"""How a message says a hedge; "up to" is left out, which most languages don't tell from "to"."""


def check(pair: Pair) -> Iterable[Finding]:
    """Equal numbers of which one alone is hedged."""
    for found in match(pair).matches:
        source, target = found.source, found.target
        if not (isinstance(source, Quantity) and isinstance(target, Quantity)) or not _is_sure(pair, found):
            continue
        left, right = pair.sentences(pair.beads[found.bead])
        sides = ((source, target, pair.target, right), (target, source, pair.source, left))
        if any(_is_lost(*side) for side in sides):
            yield _finding(pair, found, source, target)


def _is_lost(hedged: Quantity, bare: Quantity, version: Version, sentences: Sequence[Sentence]) -> bool:
    """Whether the first number's hedge has no counterpart in the other one's sentence."""
    return hedged.hedge in WORDS and not bare.hedge and not _is_hedged(version, sentences, bare)


def _is_sure(pair: Pair, found: Match) -> bool:
    """Whether a match is worth a note: a number of some size, that is one on both sides."""
    facts = [fact for fact in (found.source, found.target) if isinstance(fact, Quantity)]
    small = all(reading.value <= SMALL for fact in facts for reading in fact.readings)
    plain = all(not fact.weak and fact.magnitude is None and fact.kind not in ("year", "ordinal") for fact in facts)
    return plain and not small and found.cost <= SURELY_EQUAL and pair.beads[found.bead].score >= MIN_SCORE


def _is_hedged(version: Version, sentences: Sequence[Sentence], fact: Quantity) -> bool:
    """Whether any word of approximation stands in the sentence: it may belong to the number from afar."""
    sentence = next(s for s in sentences if s.start <= fact.start < s.end)
    line = line_of(version, sentence)
    return any(line.find(at, *HEDGES) for at in range(len(line.tokens)))


def _finding(pair: Pair, found: Match, source: Quantity, target: Quantity) -> Finding:
    first, second = languages(pair)
    left, right = (
        f"{WORDS[fact.hedge]} “{fact.text}”" if fact.hedge else f"“{fact.text}”" for fact in (source, target)
    )
    message = f"The {first} version says {left}, the {second} one {right}."
    facts = (canonical(source), canonical(target), "hedge")
    return Finding(NAME, SEVERITY, message, found.bead, source.span, target.span, facts=facts)
