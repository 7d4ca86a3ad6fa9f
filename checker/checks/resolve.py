"""One cause, one finding: what a stronger finding at the same place explains is dropped.

A replaced name inside a quotation makes the quotation, the sentence and perhaps its length look wrong as well; a
sentence left in the other language has no names, numbers or negation of its own. The finding that explains most stays.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.checks.context import Pair
from checker.model import SEVERITIES, Finding, Span

RANK = (
    "unrelated",
    "untranslated",
    "quote",
    "number",
    "currency",
    "unit",
    "date",
    "ordinal",
    "identifier",
    "attribution",
    "name",
    "negation",
    "glossary",
    "omission",
    "addition",
    "meaning",
    "number-format",
    "order",
)
"""Checks from the one that explains most to the one that explains least, at equal severity."""
WHOLE = frozenset({"untranslated", "omission", "addition", "meaning"})
"""Checks whose findings speak of whole sentences: they explain, or are explained by, whatever lies inside."""
WORD = 40
"""Length in characters up to which what is left in the other language is a word rather than a passage."""
SETTLED = frozenset({"number-format", "glossary", "order"})
"""Checks that no other finding explains away, except that what wasn't translated holds no rendering of a term."""


def resolve(pair: Pair, findings: Iterable[Finding]) -> tuple[Finding, ...]:  # noqa: ARG001  (the contract of the stage)
    """The findings without those that a stronger one at the same place explains, in the order given."""
    rows = list(findings)
    kept: list[Finding] = []
    for finding in sorted(rows, key=_strength):
        if not any(_explains(other, finding) for other in kept):
            kept.append(finding)
    return tuple(finding for finding in rows if any(finding is other for other in kept))


def _strength(finding: Finding) -> tuple[int, int]:
    rank = RANK.index(finding.check) if finding.check in RANK else len(RANK)
    return (0 if finding.check in ("unrelated", "untranslated") else 1, rank - 100 * SEVERITIES.index(finding.severity))


def _explains(strong: Finding, weak: Finding) -> bool:
    """Whether the first finding accounts for the second."""
    if (strong.check, weak.check) == ("untranslated", "glossary") and strong.bead == weak.bead:
        return True
    if weak.check in SETTLED or strong.check in SETTLED:
        return False
    if strong.severity == "note" and weak.severity != "note":
        return False
    if strong.check == "untranslated" and _covered(strong, weak):
        return True
    if weak.check in ("omission", "addition") and strong.check == "meaning":
        return weak.source in (None, strong.source) and weak.target in (None, strong.target)
    if weak.check == "meaning" and strong.bead == weak.bead:
        return True
    if {strong.check, weak.check} == {"omission", "addition"}:
        return False
    return _touch(strong.source, weak.source) or _touch(strong.target, weak.target)


def _covered(strong: Finding, weak: Finding) -> bool:
    """Whether a passage in the other language holds the second finding's place, or its whole version does."""
    if weak.check == "untranslated":
        return False
    if strong.bead is None or (strong.bead == weak.bead and not _is_word(strong)):
        return True
    return any(
        _touch(related.span, weak.source if related.side == "source" else weak.target) for related in strong.related
    )


def _is_word(finding: Finding) -> bool:
    """Whether a finding marks a word rather than a passage: it then explains only what it touches."""
    return all(span is not None and span.end - span.start <= WORD for span in (finding.source, finding.target))


def _touch(first: Span | None, second: Span | None) -> bool:
    return first is not None and second is not None and first.overlaps(second)
