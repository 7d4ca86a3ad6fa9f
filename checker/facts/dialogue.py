"""Speech that a dash opens, without what the narrator says in between.

    — Мы придём, — сказала она. — Завтра.      —Vendremos —dijo ella—. Mañana.      – Vi kommer, sier hun.

How a language sets off the narrator is data (``dialogue.json``): by a second dash, behind a mark (Russian) or behind a
space alone (Spanish), or by a comma and a verb of saying (Norwegian; Finnish may put the subject first), and there
also in the middle of a paragraph.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from checker.languages.words import words

_OPENING = re.compile(r"\s*([–—―])\s?(?=[^\W\d_]|[¿¡])")
_AGAIN = re.compile(r"(?<=[.!?…])\s+(?=[–—―]\s[^\W_])")
"""Where speech opens within a paragraph: a dash behind the end of a sentence."""
_ASIDE = re.compile(r"(?:(?<=\S)\s|(?<=[.,!?…])|(?<=\w))[–—―][.,;:]?\s?")
_SPOKEN = {"mark": re.compile(r"[.,!?…]\s?[–—―]?$"), "space": re.compile(r"(?:[.,!?…]|\s)\s?[–—―]?$")}
"""What stands before the dash that opens the narrator's words: a mark (Russian), or a space alone (Spanish)."""

_SUBJECTS = {"comma": 0, "subject": 1}
"""How many words of a subject may stand between the comma and the verb of saying."""

Speech = tuple[int, int, bool, str]
"""Start, end, whether it is known where it ends, and the dash."""


def speeches(text: str, start: int, end: int, language: str) -> Iterator[Speech]:
    """The speech of the paragraph ``text[start:end]``; nothing where the language opens none with a dash."""
    kind = _kinds().get(language)
    if kind in _SUBJECTS:
        edges = [start, *(match.end() for match in _AGAIN.finditer(text, start, end)), end]
        for first, last in pairwise(edges):
            yield from _before_comma(text, first, last, _saying(language, _SUBJECTS[kind]))
    elif kind:
        yield from _between_dashes(text, start, end, _SPOKEN[kind])


def _between_dashes(text: str, start: int, end: int, spoken: re.Pattern[str]) -> Iterator[Speech]:
    """What the dash opens, without what other dashes set off as the narrator's."""
    opening = _OPENING.match(text, start, end)
    if opening is None:
        return
    begin, narrated = opening.end(), False
    for dash in _ASIDE.finditer(text, begin, end):
        if narrated:
            begin, narrated = dash.end(), False
        elif text[dash.end() : dash.end() + 1].islower() and spoken.search(text, begin, dash.start() + 1):
            yield begin, dash.start(), True, opening.group(1)
            narrated = True
    if not narrated and begin < end:
        yield begin, end, True, opening.group(1)


def _before_comma(text: str, start: int, end: int, saying: re.Pattern[str]) -> Iterator[Speech]:
    """What the dash opens, up to the verb of saying."""
    opening = _OPENING.match(text, start, end)
    if opening is None or opening.end() >= end:
        return
    told = saying.search(text, opening.end(), end)
    yield opening.end(), told.start() if told else end, True, opening.group(1)


@cache
def _saying(language: str, subject: int) -> re.Pattern[str]:
    """A comma or the end of an exclamation, with a verb of saying behind it and some words of its subject between."""
    verbs = words(language, "saying").get("verbs", ())
    forms = "|".join(re.escape(verb).replace(r"\*", r"\w*").replace("…", r"[^.,!?]{1,40}?") for verb in verbs)
    return re.compile(rf"(?:,|(?<=[!?…]))\s+(?:[^\W\d_]+\s){{0,{subject}}}?(?:{forms})\b" if forms else r"(?!)")


@cache
def _kinds() -> dict[str, str]:
    """The languages that open a line of dialogue with a dash, and what stands before the narrator's words."""
    entry = files("checker.languages") / "quotes" / "dialogue.json"
    return dict(json.loads(entry.read_text(encoding="utf-8")))
