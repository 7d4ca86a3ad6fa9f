"""Words that deny: negators, and what may carry a denial without one ("refuse", "without", "un-").

The lists are data of each language (``[polarity]`` in ``checker/languages/words``): ``negators`` by themselves make a
sentence negative, ``soft`` words may do so in a translation, ``phrases`` hold a negator without denying ("not only")
and count as soft.
``*`` stands for any letters, ``…`` for some words in between.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import regex as re

from checker.languages.words import words as data
from checker.model import Span

_CONTINUOUS = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Polarity:
    """What a text has of either kind, as places in it."""

    negators: tuple[Span, ...]
    soft: tuple[Span, ...]
    reversing: bool = False
    """Whether a "without" or "unless" turns a negator round: together they affirm."""


def polarity(text: str, language: str) -> Polarity | None:
    """The negators and soft denials of a text; None where the language has no lists."""
    rules = _rules(language)
    if rules is None:
        return None
    phrases, negators, soft, reversing = rules
    masked = text.casefold()
    if len(masked) != len(text):
        masked = text.lower() if len(text.lower()) == len(text) else text
    idle = tuple(
        span for span in _places(phrases, masked) if negators and negators.search(masked[span.start : span.end])
    )
    if phrases:
        masked = phrases.sub(lambda match: "\u0000" * len(match.group()), masked)
    reverses = bool(reversing and reversing.search(masked))
    return Polarity(_places(negators, masked), (*idle, *_places(soft, masked)), reverses)


def _places(pattern: re.Pattern[str] | None, text: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in pattern.finditer(text)) if pattern else ()


@cache
def _rules(language: str) -> tuple[re.Pattern[str] | None, ...] | None:
    section = data(language, "polarity")
    if not section.get("negators"):
        return None
    return tuple(pattern(section.get(key, ())) for key in ("phrases", "negators", "soft", "reversing"))


def pattern(entries: Iterable[str]) -> re.Pattern[str] | None:
    """What finds any of some entries in case-folded text; None where there are none."""
    rows = sorted((entry.casefold() for entry in entries), key=len, reverse=True)
    return re.compile("|".join(map(_entry, rows))) if rows else None


def _entry(entry: str) -> str:
    if _CONTINUOUS.search(entry):
        return re.escape(entry)
    body = re.escape(entry.strip("*")).replace(r"\*", r"\w*").replace(r"\ …\ ", r"\b[^.;:!?]{1,60}?\b")
    left = "" if entry.startswith("*") else r"(?<!\w)"
    right = r"\w*" if entry.endswith("*") else r"(?!\w)"
    return (r"\b\w+" if entry.startswith("*") else left) + body + right
