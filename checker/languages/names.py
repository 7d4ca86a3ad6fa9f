"""What languages are called in the messages for an editor."""

from __future__ import annotations

from checker.languages import cldr, primary, shared


def english_name(code: str) -> str:
    """The English name of a language ("de" → "German"); the code itself where no table has it."""
    plain = primary(code)
    return str(cldr(plain, "names").get("english") or shared("names").get(plain, code))
