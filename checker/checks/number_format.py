"""Flags the right value, written against the language's own convention.

Fires:
    de: In das Stadion passen 45.000 Menschen.
    id: Stadion itu menampung 45,000 orang.

Silent:
    de: In das Stadion passen 45.000 Menschen.
    id: Stadion itu menampung 45.000 orang.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal, get_args

import msgspec
import regex

from checker.checks import wording
from checker.checks.context import MIN_SCORE, Pair
from checker.checks.disagreement import canonical
from checker.checks.matching import Match, match
from checker.facts.digits import ascii_digits
from checker.facts.quantities import Quantity
from checker.languages import cldr, primary
from checker.languages.names import english_name
from checker.model import Fact, Finding, Related, Severity, Version

Side = Literal["source", "target"]

NAME = "number-format"
SEVERITY: Severity = "warning"
THOUSAND = 1000
_THOUSAND = regex.compile(r"(?<!\d)\d{1,3}(?:[.,]000)+(?![.,]?\d)")
HABIT = 3
"""Numbers written against the convention that are a habit of the version, and one finding."""


def check(pair: Pair) -> Iterable[Finding]:
    """Numbers whose value agrees with the other version only if the separator is read as another language's.

    Where both versions write a thousand against their conventions, each has a finding of its own, but not two of one
    language, which agree in their house style. A version that writes all its numbers so has one habit, and gets one
    finding.
    """
    wrong: dict[Side, list[_Wrong]] = {"source": [], "target": []}
    same = primary(pair.source.article.language) == primary(pair.target.article.language)
    for found in match(pair).matches:
        if pair.beads[found.bead].score >= MIN_SCORE:
            for meant in _meant(found):
                if not (meant.shared and same):
                    wrong[meant.side].append(meant)
    for version, rows in ((pair.source, wrong["source"]), (pair.target, wrong["target"])):
        habit = len(rows) >= HABIT
        yield from (_finding(version, row, rows[1:] if habit else []) for row in (rows[:1] if habit else rows))


class _Wrong(msgspec.Struct, frozen=True):
    """A match whose number on one side means ``value`` only against its language's convention.

    ``shared``: the other side's number does so too, and has a finding of its own.
    """

    found: Match
    side: Side
    value: Decimal
    shared: bool = False

    @property
    def number(self) -> Fact:
        """The number written against the convention."""
        return self.found.source if self.side == "source" else self.found.target


def _meant(found: Match) -> tuple[_Wrong, ...]:
    """What is wrong with a match, on one side or on both."""
    source, target = found.source, found.target
    if not (isinstance(source, Quantity) and isinstance(target, Quantity)):
        return ()
    sides = [(x, y) for x in source.readings for y in target.readings if x.value == y.value]
    if not sides or any(x.conventional and y.conventional for x, y in sides):
        return ()
    x, y = max(sides, key=lambda pair: (pair[0].conventional + pair[1].conventional, pair[0].value))
    if x.conventional == y.conventional:
        both = _is_thousand(source) and _is_thousand(target)
        return tuple(_Wrong(found, side, x.value, shared=True) for side in get_args(Side)) if both else ()
    if _may_be_a_label(target if x.conventional else source):
        return ()
    return (_Wrong(found, "target" if x.conventional else "source", x.value),)


def _is_thousand(number: Quantity) -> bool:
    """Whether three zeros stand behind what is the language's decimal mark: nobody writes these as decimals."""
    return not any(reading.conventional for reading in number.readings) and bool(
        _THOUSAND.search(ascii_digits(number.text))
    )


def _finding(version: Version, row: _Wrong, others: Sequence[_Wrong]) -> Finding:
    found, wrong = row.found, row.number
    message = _message(version, wrong, row.value)
    if others:
        message += f" So do {len(others)} other numbers."
    related = tuple(Related(other.side, other.number.span) for other in others)
    facts = (canonical(found.source), canonical(found.target))
    if row.shared:
        source, target = (wrong.span, None) if row.side == "source" else (None, wrong.span)
        return Finding(NAME, SEVERITY, message, found.bead, source, target, related, (*facts, row.side))
    return Finding(NAME, SEVERITY, message, found.bead, found.source.span, found.target.span, related, facts)


def _message(version: Version, wrong: Fact, meant: Decimal) -> str:
    """What is written and meant, and which marks the language uses."""
    code = primary(version.article.language)
    language, marks = english_name(code), {"group": ",", "decimal": ".", **cldr(code, "separators")}
    group, decimal = (f"“{mark}”" if mark.strip() else "a space" for mark in (marks["group"], marks["decimal"]))
    return (
        f"The {language} version writes “{wrong.text}” for {wording.readable(meant)}, but {language} groups thousands "
        f"with {group} and writes decimals with {decimal}."
    )


def _may_be_a_label(number: Quantity) -> bool:
    """Whether a decimal measures nothing: 5.1 may be a chapter or a version, which keep their point everywhere."""
    return number.kind == "count" and len(number.readings) == 1 and number.readings[0].value < THOUSAND
