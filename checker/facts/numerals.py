"""The numeral that begins at a token: digits, number words and scale words, or a vague amount."""

from __future__ import annotations

from decimal import Decimal

from checker.facts.composition import HUNDRED, THOUSAND, Composition, Numeral, summed
from checker.facts.compounds import compound
from checker.facts.continuation import filled, is_abbreviation, is_closed, is_joint, may_follow
from checker.facts.digits import Conventions, Reading, readings
from checker.facts.lexicon import Entry, Line
from checker.facts.number_words import take_word

MAX_VALUE = Decimal(10) ** 30
"""Beyond that a numeral is not read on: no article counts so far, and values stay cheap."""

MAX_PARTS = 24
"""Tokens that one numeral may have; bounds the work on endless lists of numerals."""


def read(line: Line, at: int, habits: Conventions) -> Numeral | None:
    """The numeral that begins at token ``at``."""
    vague = line.find(at, "vague")
    if vague is not None and vague[0] > at + 1:  # "yüz binlerce" is no hundred
        return _vague(line, at)
    if _ends_a_word(line, at):
        return None
    return _exact(line, at, habits) or compound(line, at) or _vague(line, at)


def _exact(line: Line, at: int, habits: Conventions) -> Numeral | None:
    state, i, spelled, weak = Composition(), at, True, False
    offset = line.find(at, "offset")
    if offset is not None:
        i = offset[0]
    while _may_go_on(line, at, i):
        if line.tokens[i].kind == "number":
            values = readings(line.tokens[i].text, habits)
            if not values or not may_follow(state, i, line):
                break
            state.current, state.written, spelled, i = _shifted(values, offset), True, False, i + 1
            offset = None
            continue
        if offset is not None and line.find(i, "scale", "cardinal"):
            i, offset = _offset(line, i, state, offset[1].value), None
            continue
        if filler := filled(line, i, state):
            i = filler
            continue
        step = take_word(line, i, state, first=i == at)
        if step is None:
            break
        weak = weak or (i == at and step[1])
        i = step[0]
    while i > at and (line.find(i - 1, "join") or line.tokens[i - 1].form in "-+") and is_joint(line, i - 1):
        i -= 1
    values = tuple(reading for reading in state.value() if reading.value < MAX_VALUE)
    if i == at or not values or offset is not None:
        return None
    return Numeral(at, i, values, spelled, weak and i - at <= 1, None, state.scale)


def _may_go_on(line: Line, at: int, i: int) -> bool:
    """Whether a numeral that begins at ``at`` may have a token at ``i``."""
    return i < len(line.tokens) and i - at < MAX_PARTS and (i == at or not is_closed(line, i - 1))


def _ends_a_word(line: Line, at: int) -> bool:
    """Whether a syllable is the last of a Korean word that only looks like a number: the 사 of 회사 세 곳."""
    alone = at + 1 == len(line.tokens) or not line.tokens[at + 1].glued
    return alone and line.inside_word(at)


def _shifted(values: tuple[Reading, ...], offset: tuple[int, Entry] | None) -> tuple[Reading, ...]:
    return values if offset is None else summed(values, (Reading(offset[1].value),))


def _offset(line: Line, i: int, state: Composition, offset: Decimal) -> int:
    """The number behind a word for "and a half" or "less a quarter", as in Hindi; one where a scale word follows."""
    cardinal = line.find(i, "cardinal")
    state.current = (Reading((cardinal[1].value if cardinal else Decimal(1)) + offset),)
    return cardinal[0] if cardinal else i


def _vague(line: Line, at: int) -> Numeral | None:
    """Hundreds of thousands, jutaan, 数十万, or a bare scale word ("a million")."""
    magnitude, i, vague = Decimal(1), at, False
    while i < len(line.tokens) and i - at < MAX_PARTS:
        hit = line.find(i, "vague", *(("scale",) if i > at or line.tokens[i].kind == "word" else ())) or (
            line.find(i, "cardinal") if i > at else None
        )
        if hit is not None and is_abbreviation(line, i):
            break
        if hit is not None and (hit[1].kind != "cardinal" or hit[1].value in (HUNDRED, THOUSAND)):
            magnitude, i = magnitude * hit[1].value, hit[0]
            vague = vague or hit[1].kind == "vague"
            continue
        link = line.find(i, "link") if i > at else None
        if link is None or line.find(link[0], "scale", "vague") is None:
            break
        i = link[0]
    if i == at or magnitude > MAX_VALUE:
        return None
    exact = () if vague else (Reading(magnitude),)
    power = Decimal(10) ** magnitude.adjusted()
    return Numeral(at, i, exact, True, not vague and magnitude <= HUNDRED, power, magnitude)
