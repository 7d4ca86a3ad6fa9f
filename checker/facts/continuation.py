"""Whether a numeral goes on: joints between its words, digits behind a scale word, abbreviated scale words."""

from __future__ import annotations

from decimal import Decimal

from checker.facts.composition import HALF, HUNDRED, MILLION, THOUSAND, Composition, fills, summed
from checker.facts.digits import Reading, ascii_digits, is_recent_year, may_be_year
from checker.facts.lexicon import Line

GLUED = ("k", "m", "к", "м")
"""Letters that are scale words right behind digits even without a currency (82k, 5m)."""

MAX_ABBREVIATION = 2
"""Letters of scale words that only count right after digits."""

MAX_CASE = 3
"""Letters of a case ending behind digits."""

MAX_INNER = 4
"""Digits that may follow a scale word inside one numeral (3万2000)."""


def may_follow(state: Composition, i: int, line: Line) -> bool:
    """Whether digits at ``i`` go on with the numeral: first, or after a scale word as in 3万2000 or 1 juta 200 ribu."""
    if state.current:
        return False
    if state.last is None:
        return True
    if _begins_anew(state, i, line):
        return False
    plain, _, _ = ascii_digits(line.tokens[i].text).partition(".")
    if not plain.isdigit() or len(plain) > MAX_INNER or Decimal(plain) >= state.last:
        return False
    loose = state.last >= THOUSAND and (line.lexicon.flags.get("digits_follow") or not may_be_year(plain))
    return bool(line.tokens[i].glued or loose or line.find(i + 1, "scale"))


def _begins_anew(state: Composition, i: int, line: Line) -> bool:
    """Whether the numeral before ``i`` is complete: its scale word has a case of its own, or the digits have it again.

    "410 millióról 265 millióra" are two amounts; "3 mil 500 millones" and 1万5000億 are one.
    """
    endings = line.lexicon.endings
    if endings and line.tokens[i - 1].kind == "word" and line.tokens[i - 1].form.endswith(endings):
        return True
    scale = line.find(i + 1, "scale")
    if scale is None or state.last is None:
        return False
    return bool(scale[1].value == state.last or (scale[1].value > state.last >= MILLION))


def is_closed(line: Line, at: int) -> bool:
    """Whether the number word at ``at`` has an ending after which no numeral goes on: "üç milyonluk bir halk".

    Only where a language puts such endings on the last word of a numeral alone.
    """
    form = line.tokens[at].form
    return form.endswith(tuple(line.lexicon.flags.get("closing_endings", ()))) and line.find(at, "scale") is not None


def is_behind_year(line: Line, i: int, state: Composition) -> bool:
    """Whether the digits before a vague word are a year: "2024 Hunderttausende", but not "1300 milijardama"."""
    return bool(state.written) and is_recent_year(line.tokens[i - 1].text)


def filled(line: Line, i: int, state: Composition) -> int | None:
    """The end of words inside a numeral: 3,000多亿 (more than), two and a half million, 2 triệu rưỡi."""
    filler = line.find(i, "filler")
    if filler is not None and state.current and line.find(filler[0], "scale"):
        return filler[0]
    if state.written and _is_ending(line, i) and line.find(i + 2, "scale"):
        return i + 2
    half = line.find(i, "and_half")
    if half is None or not (state.current or state.last):
        return None
    if state.current:
        state.current = summed(state.current, (Reading(HALF),))
        return half[0]
    if state.last is None or state.last < THOUSAND:
        return None
    state.current = (Reading(state.last * HALF),)
    return half[0]


def _is_ending(line: Line, i: int) -> bool:
    """Whether a case ending stands right behind digits: "132-та милиона", "40-ak", "3:een"."""
    if i + 2 >= len(line.tokens) or line.tokens[i].form not in "-:":
        return False
    mark, ending, after = line.tokens[i : i + 3]
    short = ending.kind == "word" and len(ending.form) <= MAX_CASE and ending.text.islower()
    return short and mark.glued and ending.glued and not after.glued


def linked(line: Line, i: int, state: Composition) -> tuple[int, bool] | None:
    """A joint inside a numeral: two hundred and five, twenty-one; the hyphen of "1-Billionen-Paket"."""
    if line.tokens[i].form in "-+" and line.tokens[i].glued and state.current and line.find(i + 1, "scale"):
        return (i + 1, False) if not is_abbreviation(line, i + 1) else None
    if end := _between_scales(line, i, state):
        return end, False
    joint = line.find(i, "join")
    if joint is None and not (line.tokens[i].form == "-" and line.tokens[i].glued):
        return None
    end = joint[0] if joint else i + 1
    if joint and _adds_digits(line, end, state):
        return end, False
    after = line.find(end, "cardinal")
    if after is None or line.tokens[end].kind == "number":
        return None
    only_one = after[1].value <= 1 and state.last is not None and state.last > THOUSAND  # 3 millones y un piso
    fits = fills(state.current, after[1].value) if state.current else state.last is not None and not only_one
    return (end, False) if fits and (state.last or state.current) else None


def _between_scales(line: Line, i: int, state: Composition) -> int | None:
    """The "of" in "6,6 miles de millones": a link between a scale word and a greater one."""
    link = line.find(i, "link") if state.last and not state.current else None
    scale = line.find(link[0], "scale") if link else None
    return link[0] if link and scale and state.last and scale[1].value > state.last else None


def _adds_digits(line: Line, at: int, state: Composition) -> bool:
    """Whether digits with a smaller scale word follow "and": 3 milioni e 600 mila.

    Where the language says so, digits alone as well: Persian "38 thousand and 600".
    """
    if state.current or state.last is None or not at < len(line.tokens) or line.tokens[at].kind != "number":
        return False
    scale = line.find(at + 1, "scale")
    if scale is None:
        text = line.tokens[at].text
        return bool(line.lexicon.flags.get("digits_join")) and text.isdecimal() and int(text[:6]) < state.last
    return HUNDRED < scale[1].value < state.last and not is_abbreviation(line, at + 1)


def is_joint(line: Line, at: int) -> bool:
    """Whether a token only joins number words: without one after it, it is no part of the numeral."""
    return line.find(at, "scale", "cardinal", "fraction", "vague") is None and line.tokens[at].kind != "number"


def is_abbreviation(line: Line, at: int) -> bool:
    """Whether a scale word is so short that it only counts right after digits ("5m", but not "I'm").

    Not a hundred: nobody abbreviates it, and it is a short word in some scripts (Urdu سو).
    """
    token, scale = line.tokens[at], line.find(at, "scale")
    hundred = scale is not None and scale[1].value == HUNDRED
    return token.kind == "word" and len(token.form) <= MAX_ABBREVIATION and not hundred


def abbreviates(line: Line, at: int) -> bool:
    """Whether a short scale word belongs to the digits before it; a single letter may be a label (group 2B, 60 B)."""
    token, before = line.tokens[at], line.tokens[at - 1]
    if before.kind != "number":
        return False
    if len(token.form) > 1 or line.ending_at(at - 1, "currency") or line.find(at + 1, "currency"):
        return True
    labelled = before.glued and at > 1 and line.tokens[at - 2].kind == "word"
    return token.glued and token.form in GLUED and not labelled
