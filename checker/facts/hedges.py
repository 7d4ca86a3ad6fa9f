"""What a number is: exact as far as the text says, about, more than, less than, or up to."""

from __future__ import annotations

from checker.facts.found import HEDGES, Hedge
from checker.facts.lexicon import Entry, Line

DURATIONS = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century"})
"""Units of time."""


def hedge(line: Line, start: int, end: int, units: frozenset[str] = frozenset()) -> Hedge:
    """The word of approximation or comparison beside a quantity."""
    if _is_within(line, start, units):
        return ""
    before = [line.ending_at(place, *HEDGES) for place in (start, start - 1)]
    kinds = [hit[1].kind for hit in (*before, _behind(line, end)) if hit]
    return next((kind for kind in HEDGES if kinds and kinds[0] == kind), "")


def _is_within(line: Line, start: int, units: frozenset[str]) -> bool:
    """Whether a word that means "more than" only says in what time: Lithuanian "per keturias valandas"."""
    return bool(units) and units <= DURATIONS and line.ending_at(start, "within") is not None


def _behind(line: Line, end: int) -> tuple[int, Entry] | None:
    """A hedge behind a quantity; what is 18 percent less than something else is not less than 18 percent.

    Words of comparison bound the number before them only where the language says so: by a conjunction ("or more"), by
    the phrase itself (以上, "से अधिक"), or by the case of what stands before it ("binden fazla").
    """
    hit = line.find(end, *HEDGES)
    if hit is None or hit[1].kind in ("about", "upto") or line.find(end, "range", "join"):
        return hit
    cases = tuple(line.lexicon.flags.get("than", ()))
    bounds = line.find(end, "behind") or (cases and line.tokens[end - 1].form.endswith(cases))
    return hit if bounds else None
