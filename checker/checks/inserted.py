"""Reporting clauses that stand inside the quotation marks, between what is quoted before and behind them.

    pl: „Stoję tu od rana – skarżyła się studentka Anna Maj – i nikt nic nie mówi”.
    en: "I have been here since morning," complained Anna Maj, a student, "and nobody says anything."

Newsrooms of many languages (``inserted.json``) leave such a clause inside the marks, between two dashes or two commas.
It is known by that form and by its words: those of the other version's narrator answer to them rather than those it
quotes. A verb of saying at its beginning makes up for less of that; a list of verbs alone would never be complete.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np
import regex as re

from checker.checks.entries import lowered
from checker.checks.lexical import Tokens, unit
from checker.checks.saying import verbs_of_saying
from checker.model import Span

_EDGE = re.compile(r"[,;:.!?…]*\s*(?:[–—―]|(?<=\s)-(?=\s))[.,;:]?\s*|[,;:.!?…]+\s+")
"""Where a clause may begin or end: a dash with the marks beside it, or a mark alone."""
_DASH = re.compile(r"[–—―-]")
_WORD = re.compile(r"\w+")
LONGEST, WIDEST = 140, 4
"""Characters of a reporting clause at most, and marks inside it: "complained X, a student, at the station"."""
OPENING = 4
"""Words at the beginning of a clause among which its verb of saying stands: "s'est plainte", "a-t-il dit"."""
SAID, TOLD = 0.0, 1.0
"""What the narrator's words have to answer to a clause with a verb of saying, and to one without, beyond what those
that are quoted do. In four articles, from two languages each, the reporting clauses had 1.4 and more, with or without
their verb in the list; of everything else between two commas or dashes only parts of them had more than 0.4."""


class Answers(msgspec.Struct, frozen=True):
    """The words of a version, and those that the other one quotes and those that its narrator says."""

    own: Tokens
    quoted: Tokens
    beside: Tokens


def parts(text: str, span: Span, language: str, answers: Answers) -> tuple[Span, ...]:
    """A quotation without the reporting clauses inside it: the whole of it where it has none."""
    found: list[Span] = []
    start = span.start
    for clause in _inserted(text, span, language, answers):
        found.append(Span(start, clause.start))
        start = clause.end
    return (*found, Span(start, span.end))


def _inserted(text: str, span: Span, language: str, answers: Answers) -> Iterator[Span]:
    """The clauses with their marks, in order, none over another."""
    if language not in _languages() or not len(answers.beside.spans) or not len(answers.own.spans):
        return
    gains = _gains(answers)
    rated = [
        (gain, clause)
        for clause in candidates(text, span)
        if (gain := gained(text, clause, language, answers.own, gains)) is not None
    ]
    kept: list[Span] = []
    for _, clause in sorted(rated, key=lambda row: (-row[0], row[1].start)):
        if not any(clause.overlaps(other) for other in kept):
            kept.append(clause)
    yield from sorted(kept, key=lambda clause: clause.start)


def gained(text: str, clause: Span, language: str, own: Tokens, gains: np.ndarray) -> float | None:
    """How much better the narrator's words answer to a clause; None where that is too little."""
    places = own.within(clause)
    if not len(places):
        return None
    gain = float(gains[places].sum())
    return gain if gain > (SAID if _says(text[clause.start : clause.end], language) else TOLD) else None


def candidates(text: str, span: Span) -> Iterator[Span]:
    """Every clause that has the form of an inserted one, its marks included."""
    edges = [
        Span(*match.span())
        for match in _EDGE.finditer(text, span.start, span.end)
        if match.start() > span.start and match.end() < span.end
    ]
    for i, left in enumerate(edges):
        for right in edges[i + 1 : i + 2 + WIDEST]:
            if right.start - left.end <= LONGEST and _sets_off(text, left, right):
                yield Span(left.start, right.end)


def _sets_off(text: str, left: Span, right: Span) -> bool:
    """Whether two marks set a clause off: dash and dash, or comma (or call) and any mark; it begins in lower case."""
    first, last = text[left.start : left.end], text[right.start : right.end]
    if not text[left.end : left.end + 1].islower():
        return False
    if _DASH.search(first):
        return _DASH.search(last) is not None
    return first[0] in ",!?…" and not last.startswith(("!", "?", "…"))


def _gains(answers: Answers) -> np.ndarray:
    """By how much each word has a better answer in what the narrator says than in what is quoted, by its weight."""
    directions = unit(answers.own.vectors)
    told, quoted = (
        (directions @ there.phrases().T).max(axis=1) if len(there.spans) else np.zeros(len(directions))
        for there in (answers.beside, answers.quoted)
    )
    return np.asarray((told - quoted) * answers.own.weights)


def _says(clause: str, language: str) -> bool:
    """Whether a clause begins with a verb of saying."""
    verbs = verbs_of_saying(language)
    opening = [match.end() for match in _WORD.finditer(clause)][:OPENING]
    return bool(verbs and opening and verbs.first(lowered(clause[: opening[-1]])))


@cache
def _languages() -> frozenset[str]:
    """The languages whose newsrooms leave reporting clauses inside the marks."""
    entry = files("checker.languages") / "quotes" / "inserted.json"
    return frozenset(json.loads(entry.read_text(encoding="utf-8")))
