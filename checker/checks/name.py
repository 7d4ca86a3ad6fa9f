"""Flags a person, organisation, place or work that has no counterpart on the other side.

What agrees is cancelled first: spellings, inflection, other scripts, names in other languages, acronyms, words alike
in meaning. Two leftovers at the
same place are a replaced name, an error; one alone is a warning, and only where much speaks for it.

Fires:
    de: Der Vertrag wurde am Freitag von Sabine Krüger in Lissabon unterzeichnet.
    en: The contract was signed by Sabine Hofstetter in Lisbon on Friday.

Silent:
    de: Der Vertrag wurde am Freitag von Sabine Krüger in Lissabon unterzeichnet.
    en: The contract was signed by Sabine Krüger in Lisbon on Friday.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from checker.checks import lexical
from checker.checks.agreement import agreement
from checker.checks.context import Pair
from checker.checks.counterpart import alike, is_acronym, known_name, uncased
from checker.checks.leftovers import Leftover, both
from checker.checks.speakers import misattributed
from checker.languages.names import english_name
from checker.model import Finding, Severity, Span

_PARTS = re.compile(r"[\s-]+")

NAME = "name"
SEVERITY: Severity = "error"

SHORTEST = 3
"""Characters that a name alone needs; shorter ones are syllables of names in several words."""
SURE, LIKELY = 0.85, 0.5
APART = 0.5
"""How far apart in their sentences, as a share of these, two names may stand that take each other's place: of 53
replaced names of the development articles none stands farther, of 45 false pairs six."""
TOGETHER = 1.05
"""What the strengths of both names need beyond the distance of their places."""
MEANT = 0.3
"""Cosine from which two words mean the same after all; of 53 replaced names of the development articles none has it."""
BESIDE = 0.05
"""The same as ``APART`` for two names that both articles have: each may have been dropped and added by itself."""


def check(pair: Pair) -> Iterable[Finding]:
    """Yield names that changed or went missing."""
    if not agreement(pair).yardstick.usable:
        return
    source, target = both(pair)
    taken = {row.span for rows in misattributed(pair) for row in rows}
    for a, b in replaced(*([row for row in rows if row.span not in taken] for rows in (source, target))):
        taken.update((a.span, b.span))
        if lexical.likeness(pair, pair.beads[a.bead], a.span, b.span) < MEANT:
            yield _finding(pair, a.bead, a, b, "error" if max(a.strength, b.strength) > SURE else "warning")
    for row in (*source, *target):
        if row.span not in taken and stands_alone(row):
            yield _finding(
                pair, row.bead, row if row.side == "source" else None, row if row.side == "target" else None, "warning"
            )


def replaced(source: Sequence[Leftover], target: Sequence[Leftover]) -> Iterator[tuple[Leftover, Leftover]]:
    """Leftovers of both sides that stand for each other: the surest of a bead first."""
    rows = sorted(
        (
            (a.strength + b.strength - abs(a.place - b.place) / 2, a, b)
            for a in source
            for b in target
            if a.bead == b.bead
        ),
        key=lambda row: (-row[0], row[1].span, row[2].span),
    )
    taken: set[Span] = set()
    for _, a, b in rows:
        if a.span not in taken and b.span not in taken and _stand_for_each_other(a, b):
            taken.update((a.span, b.span))
            yield a, b


def _stand_for_each_other(a: Leftover, b: Leftover) -> bool:
    strengths = [min(row.strength, LIKELY) if is_acronym(row.text) else row.strength for row in (a, b)]
    if min(strengths) < LIKELY or alike(a.text, b.text):
        return False
    if sum(strengths) < SURE + LIKELY and not _alone_at_one_place(a, b):
        return False
    if any(is_acronym(row.text) and not row.elsewhere for row in (a, b)):
        return False
    apart = abs(a.place - b.place)
    if apart > APART or (sum(strengths) - apart < TOGETHER and apart > BESIDE):
        return False
    if all(row.never > row.elsewhere for row in (a, b)) or any(row.never > 1 and not row.elsewhere for row in (a, b)):
        return False
    if a.known and b.known and (apart > BESIDE or a.partly or b.partly):
        return False
    return all(known_name(row.text, row.language) for row in (a, b)) or not any(row.uncased for row in (a, b))


def _alone_at_one_place(a: Leftover, b: Leftover) -> bool:
    """Whether two words that may be names stand at one place, in one script, and occur nowhere else."""
    return abs(a.place - b.place) <= BESIDE and all(
        row.tellable and not (row.known or row.partly or row.never) for row in (a, b)
    )


def stands_alone(row: Leftover) -> bool:
    """Whether one leftover is evidence enough; places and peoples come and go (the Chinese capital, Beijing)."""
    if uncased(row.text) or len(row.text) < SHORTEST:
        return False
    if any(known_name(part, row.language) for part in (row.text, *_PARTS.split(row.text))):
        return False
    if (
        row.strength < SURE
        or row.bracketed
        or row.known
        or row.near
        or row.faint
        or row.partly
        or row.never
        or not row.tellable
    ):
        return False
    return row.elsewhere > 0 or not is_acronym(row.text)


def _finding(pair: Pair, bead: int, a: Leftover | None, b: Leftover | None, severity: Severity) -> Finding:
    languages = english_name(pair.source.article.language), english_name(pair.target.article.language)
    if a and b:
        message = f"The {languages[0]} version names {a.text}; the {languages[1]} one names {b.text}."
    elif a:
        message = f"The {languages[0]} version names {a.text}; the {languages[1]} one does not."
    else:
        message = f"The {languages[1]} version names {b.text if b else ''}; the {languages[0]} one does not."
    facts = (a.text if a else "", b.text if b else "")
    return Finding(NAME, severity, message, bead, a.span if a else None, b.span if b else None, (), facts)
