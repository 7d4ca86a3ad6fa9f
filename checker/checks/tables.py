"""Languages without tables: what their words for numbers, months and names are isn't known, so nothing hangs on them.

Of the findings about values only numbers in plain digits are left, of equal length on both sides: "2,400" that became
"2,700" is another number in every language, while "40 million" against "40" is a scale word that was not read.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker import languages
from checker.checks.context import Pair
from checker.facts.quantities import Quantity, plain
from checker.model import Finding, Span, Version

WORDED = frozenset({"currency", "unit", "date", "ordinal", "number-format", "name", "attribution", "negation"})
"""Checks that need the words of both languages."""


def judged(pair: Pair, findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that rest on the words of a language without tables."""
    if all(languages.known(version.article.language) for version in (pair.source, pair.target)):
        return list(findings)
    return [finding for finding in findings if finding.check not in WORDED and _sure(pair, finding)]


def _sure(pair: Pair, finding: Finding) -> bool:
    if finding.check != "number":
        return True
    lengths = {_digits(pair.source, finding.source), _digits(pair.target, finding.target)}
    return len(lengths) == 1 and lengths != {0}


def _digits(version: Version, span: Span | None) -> int:
    """How many digits a number has that is written in these alone; 0 where a word is part of its value."""
    found = (fact for facts in version.facts for fact in facts if fact.span == span and isinstance(fact, Quantity))
    for fact in found:
        written = _only_digits(fact.text)
        if any(_only_digits(plain(reading.value)) == written for reading in fact.readings):
            return len(written)
    return 0


def _only_digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
