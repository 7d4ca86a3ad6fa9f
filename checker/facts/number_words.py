"""One number word → its part in the numeral before it: it adds, multiplies, or doesn't belong there."""

from __future__ import annotations

from decimal import Decimal

from checker.facts.composition import HUNDRED, THOUSAND, Composition, is_inverted, summed
from checker.facts.continuation import abbreviates, is_abbreviation, is_behind_year, linked
from checker.facts.digits import Reading
from checker.facts.lexicon import Line
from checker.facts.tokens import HANGUL

SIGNS = "½¼¾⅓⅔⅛⅕"
"""Fractions that are one sign, like digits."""


def take_word(line: Line, i: int, state: Composition, *, first: bool) -> tuple[int, bool] | None:
    """Take in the number word at ``i``: the end of what was taken, and whether it is a weak one."""
    vague = line.find(i, "vague")
    scale = line.find(i, "scale") or (vague if state.current else None)
    if vague is not None and line.find(i, "scale") is None and is_behind_year(line, i, state):
        return None
    hit = line.find(i, "cardinal", "fraction")
    if scale is not None and i > 0 and is_abbreviation(line, i) and not abbreviates(line, i):
        scale = None
    if scale is not None and (hit is None or scale[0] >= hit[0]):
        counted = (hit is not None and hit[0] == scale[0]) or scale[1].value == HUNDRED
        if first and (not counted or line.find(i, "vague")):
            return None
        if state.multiply(scale[1].value):
            return scale[0], first and line.tokens[i].kind == "character"
    if hit is None:
        return None if first else linked(line, i, state)
    end, entry = hit
    unit = line.find(i, "unit")
    goes_on = line.find(i - 1, "join") or line.find(end, "cardinal", "scale")
    if line.lexicon.flags.get("unit_wins") and not first and unit and unit[0] == end and not goes_on:
        return None  # 66 triệu năm are years, where năm is five, too
    if entry.kind == "fraction":
        return _take_fraction(line, i, end, entry.value, state)
    joined = _is_joined(line, i) and is_inverted(state.current, entry.value)
    if not state.take(entry.value, joined=joined):  # the 十 of 五百一十七, where 十七 is a word too
        return (scale[0], False) if scale is not None and state.multiply(scale[1].value) else None
    return end, first and (entry.value <= 1 or form_is_weak(line, i, end))


def _is_joined(line: Line, at: int) -> bool:
    """Whether "and" is written together with the number word ("وعشرين")."""
    return any(line.tokens[at].form.startswith(joint) for joint in line.lexicon.flags.get("joining", ()))


def _take_fraction(line: Line, i: int, end: int, value: Decimal, state: Composition) -> tuple[int, bool] | None:
    """Half a million; 2½ million: a fraction that a scale word follows, or a sign that follows digits."""
    if line.tokens[i].text in SIGNS and state.current:
        state.current = summed(state.current, (Reading(value),))
        return end, False
    after = end
    while after < min(len(line.tokens), end + 3) and (
        line.find(after, "link", "cardinal") or line.tokens[after].form == "-"
    ):
        after += 1
    scale = line.find(after, "scale")
    if state.current or state.last is not None or scale is None or scale[1].value < THOUSAND:
        return None
    state.current = (Reading(value),)
    return after, False


def form_is_weak(line: Line, start: int, end: int) -> bool:
    """Whether a number word more often means something else, or stands inside a word of an unspaced script."""
    if line.tokens[start].kind == "character":
        single = end == start + 1
        inside = single and line.tokens[start].glued and line.tokens[start].form >= HANGUL
        listed = single and any(entry.kind == "weak" for _, entry in line.hits[start])
        counted = line.find(end, "counter", "scale", "unit", "currency")
        return inside or listed or (counted is None and (single or line.find(end - 1, "counter") is None))
    return any(entry.kind == "weak" for _, entry in line.hits[start])
