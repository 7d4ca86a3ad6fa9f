"""Flags a quotation or statement that is given to somebody else.

The speaker is the name beside a verb of saying ("sagte", "according to", 表示). Where it has no counterpart and the other
version has another person of the article in its place, the attribution moved. A pronoun or a title in its place does
not count, unless the version that has it has not named that speaker for some sentences: then it is a warning.

Fires:
    de: Ministerin Karin Scholten eröffnete die Messe. Später traf sie Unternehmer Jonas Wiegand. „Wir brauchen mehr Lehrlinge“, sagte Wiegand am Abend.
    en: Minister Karin Scholten opened the fair. Later she met entrepreneur Jonas Wiegand. "We need more apprentices," Scholten said in the evening.

Silent:
    de: Ministerin Karin Scholten eröffnete die Messe. Später traf sie Unternehmer Jonas Wiegand. „Wir brauchen mehr Lehrlinge“, sagte Wiegand am Abend.
    en: Minister Karin Scholten opened the fair. Later she met entrepreneur Jonas Wiegand. "We need more apprentices," Wiegand said in the evening.
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterable

from checker.checks.context import Pair
from checker.checks.intruders import intruders
from checker.checks.leftovers import Leftover
from checker.checks.speakers import misattributed
from checker.languages.names import english_name
from checker.model import Finding, Severity

NAME = "attribution"
SEVERITY: Severity = "error"


def check(pair: Pair) -> Iterable[Finding]:
    """Yield statements whose speaker changed."""
    exchanged = misattributed(pair)
    for a, b in exchanged:
        yield Finding(NAME, SEVERITY, _message(pair, a, b), a.bead, a.span, b.span, (), (a.text, b.text))
    told = {row.bead for rows in exchanged for row in rows}
    yield from (_from_nowhere(pair, row) for row in intruders(pair) if row.bead not in told)


def _from_nowhere(pair: Pair, row: Leftover) -> Finding:
    """A statement that one version alone gives to somebody whom the other has not named for a while."""
    names = english_name(pair.source.article.language), english_name(pair.target.article.language)
    here, there = names if row.side == "source" else names[::-1]
    message = f"The {here} version gives this statement to “{row.text}”, whom the {there} one does not name near here."
    source, target = (row.span, None) if row.side == "source" else (None, row.span)
    return Finding(NAME, "warning", message, row.bead, source, target, (), (row.text, ""))


def _message(pair: Pair, a: Leftover, b: Leftover) -> str:
    languages = english_name(pair.source.article.language), english_name(pair.target.article.language)
    return f"The {languages[0]} version gives this statement to “{a.text}”, the {languages[1]} one to “{b.text}”."
