"""Flags a passage of the target that the source does not have.

Several sentences in a row are one finding at the first of them. A sentence or clause that only one side of an aligned
pair says is found by its words and by the lengths, where the model knows both languages. Credit lines, links to other
pages and lone interjections are notes.

Fires:
    de: Die Brücke wird im Mai gesperrt. Der Verkehr wird über die Altstadt umgeleitet. Im Herbst soll alles fertig sein.
    en: The bridge will be closed in May. Traffic will be diverted through the old town. Residents are protesting against the noise. Everything is to be finished in autumn.

Silent:
    de: Die Brücke wird im Mai gesperrt. Der Verkehr wird über die Altstadt umgeleitet. Im Herbst soll alles fertig sein.
    en: The bridge will be closed in May. Traffic will be diverted through the old town. Everything is to be finished in autumn.
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterable

from checker.checks import missing
from checker.checks.context import Pair
from checker.model import Finding, Severity

NAME = "addition"
SEVERITY: Severity = "warning"


def check(pair: Pair) -> Iterable[Finding]:
    """Yield what only the target has."""
    yield from missing.findings(pair, "target", NAME, SEVERITY)
