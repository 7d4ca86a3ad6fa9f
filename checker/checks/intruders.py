"""Speakers who come from nowhere: a name beside a verb of saying where the other version has "he" or "the doctor".

A pronoun stands for somebody who was named shortly before. A translator may name that person again, but one whom the
other version has not named for some sentences, though it knows the name, can't be meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.context import Pair
from checker.checks.counterpart import spelled
from checker.checks.entries import lowered
from checker.checks.leftovers import Leftover, both
from checker.checks.passage import passage
from checker.checks.saying import verbs_of_saying
from checker.checks.speakers import speaks
from checker.languages.frequency import zipf
from checker.model import Version

BEFORE, AFTER = 3, 1
"""Sentences before and behind a statement in which its speaker is looked for."""
SURE = 0.65
"""Least strength of the name."""
MISSED = 2
"""How many times a name has its counterpart for each time that it has none."""
ORDINARY = 3.0
"""Zipf frequency from which a word may be no name."""
HEARD = 0.6
"""Likeness from which a name may stand among those sentences."""
MIN_SCORE = 0.9
"""Least probability of the bead."""


def intruders(pair: Pair) -> Iterator[Leftover]:
    """Names that speak on one side of a bead only, and whom the other side can't mean."""
    for rows, view in zip(both(pair), (pair, pair.swapped()), strict=True):
        yield from (row for row in rows if _is_certain(row) and _intrudes(view, row))


def _is_certain(row: Leftover) -> bool:
    """Whether a name that is no ordinary word is one that the other version has wherever else this one has it."""
    if (
        row.uncased
        or row.noun
        or row.translatable
        or any(zipf(row.language, word) >= ORDINARY for word in row.text.split())
    ):
        return False
    shows = row.tellable or row.script == "letters"
    usual = row.elsewhere > MISSED * row.never and shows
    return row.strength >= SURE and usual and not row.partly and not row.near


def _intrudes(view: Pair, row: Leftover) -> bool:
    bead = view.beads[row.bead]
    if bead.score < MIN_SCORE or not speaks(view.source, row.span):
        return False
    first, last = bead.target[0], bead.target[-1]
    if first < BEFORE or not _says(view.target, first, last + 1):
        return False
    around = _text(view.target, first - BEFORE, last + 1 + AFTER)
    return spelled(row.text, row.language, passage(around, view.target.article.language)) < HEARD


def _says(version: Version, first: int, end: int) -> bool:
    """Whether somebody speaks in some sentences."""
    verbs = verbs_of_saying(version.article.language)
    return verbs is not None and verbs.first(lowered(_text(version, first, end))) is not None


def _text(version: Version, first: int, end: int) -> str:
    return "\n".join(sentence.text for sentence in version.sentences[max(0, first) : end])
