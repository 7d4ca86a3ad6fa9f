"""Flags two files that don't seem to be versions of one article; then nothing else is reported.

The verdict is the aligner's: hardly a sentence of one text has a counterpart in the other.

Fires:
    de: Der Hafen von Rotterdam bekommt neue Kräne. Sie heben Container mit bis zu 80 Tonnen. Die Arbeiten beginnen im März. Der Verkehr auf der Maas soll dabei nicht gestört werden.
    en: The violinist cancelled her concert in Vienna. Doctors advised her to rest for a week. Tickets keep their validity. A young cellist will play in her place on Friday evening.

Silent:
    de: Der Hafen von Rotterdam bekommt neue Kräne. Sie heben Container mit bis zu 80 Tonnen.
    en: The port of Rotterdam is getting new cranes. They lift containers of up to 80 tonnes.
"""  # noqa: E501 - an example is one line

from __future__ import annotations

from collections.abc import Iterable

from checker.checks.context import Pair
from checker.languages.names import english_name
from checker.model import Finding, Severity

NAME = "unrelated"
SEVERITY: Severity = "warning"


def check(pair: Pair) -> Iterable[Finding]:
    """Yield one finding where the aligner found no common article."""
    if pair.unrelated:
        names = (english_name(version.article.language) for version in (pair.source, pair.target))
        message = "The {} text and the {} one don't seem to be versions of one article.".format(*names)
        yield Finding(NAME, SEVERITY, message, None, None, None)
