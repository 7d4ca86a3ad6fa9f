"""What languages are called in the messages for an editor."""

from __future__ import annotations

from checker.languages import cldr, primary


def english_name(code: str) -> str:
    """The English name of a language ("de" → "German"); the code itself where no table has it."""
    return str(cldr(primary(code), "names").get("english", code))
