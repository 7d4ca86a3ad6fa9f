"""The verbs of saying of a language, as entries to be found in a text."""

from __future__ import annotations

from functools import cache

from checker.checks.entries import Entries, entries
from checker.languages.words import words


@cache
def verbs_of_saying(language: str) -> Entries | None:
    """``[saying]`` of a language's words; None where it has none."""
    return entries(words(language, "saying").get("verbs", ()))
