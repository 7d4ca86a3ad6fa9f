"""Digits, number words and scale words → values.

Composition follows the way numerals are built almost everywhere (Hurford, The Linguistic Theory of Numerals, 1975): a
smaller number after a greater one is added, a greater scale after a number multiplies all that stands before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from checker.facts.compounds import Atom, split
from checker.facts.digits import Conventions, Reading, ascii_digits, readings
from checker.facts.lexicon import Entry, Line

HALF = Decimal("0.5")
HUNDRED = Decimal(100)
THOUSAND = Decimal(1000)
MILLION = Decimal(1_000_000)
HUNDREDS = frozenset(Decimal(value) for value in range(100, 1001, 100))
MAX_VALUE = Decimal(10) ** 30
"""Beyond that a numeral is not read on: no article counts so far, and values stay cheap."""

MIN_UNIT, MAX_COUNT = 3, 24
"""Letters of the shortest unit and of the longest number that are looked for in one word."""

GLUED = ("k", "m", "к", "м")
"""Letters that are scale words right behind digits even without a currency (82k, 5m)."""

MAX_ABBREVIATION = 2
"""Letters of scale words that only count right after digits."""

HANGUL = "\uac00"
"""The first Korean syllable: words there are spaced, so a number word begins one."""

YEAR_DIGITS = 4
RECENT = (1900, 2100)

MAX_INNER = 4
"""Digits that may follow a scale word inside one numeral (3万2000)."""

MIN_COMPOUND = 5
"""Letters of the shortest word that is taken apart into numbers."""

MAX_PARTS = 24
"""Tokens that one numeral may have; bounds the work on endless lists of numerals."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral among tokens ``start:end``.

    ``magnitude`` is the power of ten (as value) that a vague numeral names ("hundreds of thousands": 10⁵);
    ``spelled``: without digits; ``weak``: a word that more often is no number ("one", "both"); ``scale``: what its
    digits were multiplied by; ``unit``: what it counts, where both are one word.
    """

    start: int
    end: int
    readings: tuple[Reading, ...]
    spelled: bool = False
    weak: bool = False
    magnitude: Decimal | None = None
    scale: Decimal = Decimal(1)
    unit: str = ""


@dataclass(slots=True)
class _State:
    """A numeral under construction: what scale words have closed, greatest first, and what stands after the last."""

    groups: list[tuple[Decimal, tuple[Reading, ...]]] = field(default_factory=list)
    current: tuple[Reading, ...] = ()
    scale: Decimal = Decimal(1)
    written: bool = False
    """Whether ``current`` stands in digits, which number words don't add to."""

    @property
    def last(self) -> Decimal | None:
        """The last scale word, or None."""
        return self.groups[-1][0] if self.groups else None

    def multiply(self, by: Decimal) -> bool:
        """Close a group with a scale word: it multiplies what smaller ones before it made. False: it doesn't fit."""
        inner = self.current
        groups = list(self.groups)
        while groups and groups[-1][0] < by:
            inner = _sum(groups.pop()[1], inner)
        merged = len(groups) < len(self.groups)
        if (groups and groups[-1][0] == by) or (not inner and self.groups):
            return False
        value = _scaled(inner or (Reading(Decimal(1)),), by)
        self.groups, self.current, self.scale = (
            [*groups, (by, value)],
            (),
            self.scale * by if merged else max(self.scale, by),
        )
        self.written = False
        return True

    def take(self, value: Decimal, *, joined: bool = False) -> bool:
        """Add a number word: first, below the last scale word, or filling zeros. False: it doesn't fit."""
        if self.current and not self.written and (joined or fills(self.current, value)):
            self.current = _sum(self.current, (Reading(value),))
            return True
        if self.current or (self.last is not None and value >= self.last):
            return False
        if value in HUNDREDS:  # closed, so that what follows is counted anew: 一百一十
            self.groups = [*self.groups, (HUNDRED if value < THOUSAND else THOUSAND, (Reading(value),))]
        elif value or not self.groups:  # the zero of 四百〇六 holds a place
            self.current = (Reading(value),)
        return True

    def value(self) -> tuple[Reading, ...]:
        """The readings so far."""
        total: tuple[Reading, ...] = ()
        for _, group in self.groups:
            total = _sum(total, group)
        return _sum(total, self.current)


def read(line: Line, at: int, habits: Conventions) -> Numeral | None:
    """The numeral that begins at token ``at``."""
    vague = line.find(at, "vague")
    if vague is not None and vague[0] > at + 1:  # "yüz binlerce" is no hundred
        return _vague(line, at)
    if _ends_a_word(line, at):
        return None
    return _exact(line, at, habits) or _compound(line, at) or _vague(line, at)


def _exact(line: Line, at: int, habits: Conventions) -> Numeral | None:
    state, i, spelled, weak = _State(), at, True, False
    offset = line.find(at, "offset")
    if offset is not None:
        i = offset[0]
    while i < len(line.tokens) and i - at < MAX_PARTS:
        if line.tokens[i].kind == "number":
            values = readings(line.tokens[i].text, habits)
            if not values or not _may_follow(state, i, line):
                break
            state.current, state.written, spelled, i = _shifted(values, offset), True, False, i + 1
            offset = None
            continue
        if offset is not None and line.find(i, "scale", "cardinal"):
            i, offset = _offset(line, i, state, offset[1].value), None
            continue
        if filler := _filled(line, i, state):
            i = filler
            continue
        step = _word(line, i, state, first=i == at)
        if step is None:
            break
        weak = weak or (i == at and step[1])
        i = step[0]
    while i > at and (line.find(i - 1, "join") or line.tokens[i - 1].form in "-+") and _is_joint(line, i - 1):
        i -= 1
    values = tuple(reading for reading in state.value() if reading.value < MAX_VALUE)
    if i == at or not values or offset is not None:
        return None
    return Numeral(at, i, values, spelled, weak and i - at <= 1, None, state.scale)


def _ends_a_word(line: Line, at: int) -> bool:
    """Whether a syllable is the last of a Korean word that only looks like a number: the 사 of 회사 세 곳."""
    token = line.tokens[at]
    if token.kind != "character" or token.form < HANGUL or not token.glued or not at:
        return False
    before = line.tokens[at - 1]
    alone = at + 1 == len(line.tokens) or not line.tokens[at + 1].glued
    counts = line.find(at - 1, "cardinal", "scale", "vague", "ordinal_before")
    return alone and counts is None and before.kind == "character" and before.form >= HANGUL


def _shifted(values: tuple[Reading, ...], offset: tuple[int, Entry] | None) -> tuple[Reading, ...]:
    return values if offset is None else _sum(values, (Reading(offset[1].value),))


def _offset(line: Line, i: int, state: _State, offset: Decimal) -> int:
    """The number behind a word for "and a half" or "less a quarter", as in Hindi; one where a scale word follows."""
    cardinal = line.find(i, "cardinal")
    state.current = (Reading((cardinal[1].value if cardinal else Decimal(1)) + offset),)
    return cardinal[0] if cardinal else i


def _filled(line: Line, i: int, state: _State) -> int | None:
    """The end of words inside a numeral: 3,000多亿 (more than), two and a half million, 2 triệu rưỡi."""
    filler = line.find(i, "filler")
    if filler is not None and state.current and line.find(filler[0], "scale"):
        return filler[0]
    half = line.find(i, "and_half")
    if half is None or not (state.current or state.last):
        return None
    if state.current:
        state.current = _sum(state.current, (Reading(HALF),))
        return half[0]
    if state.last is None or state.last < THOUSAND:
        return None
    state.current = (Reading(state.last * HALF),)
    return half[0]


def _may_follow(state: _State, i: int, line: Line) -> bool:
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
    loose = state.last >= THOUSAND and (line.lexicon.flags.get("digits_follow") or not _may_be_year(plain))
    return bool(line.tokens[i].glued or loose or line.find(i + 1, "scale"))


def is_recent_year(text: str) -> bool:
    """Whether a number is written as the years are that articles are about; other four digits more often count."""
    digits = ascii_digits(text)
    return _may_be_year(digits) and RECENT[0] <= int(digits) < RECENT[1]


def _begins_anew(state: _State, i: int, line: Line) -> bool:
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


def _may_be_year(digits: str) -> bool:
    """Whether four digits more probably are a year than the rest of a number ("10 million 2019")."""
    return len(digits) == YEAR_DIGITS and digits.isdigit()


def _word(line: Line, i: int, state: _State, *, first: bool) -> tuple[int, bool] | None:
    """Take in the number word at ``i``: the end of what was taken, and whether it is a weak one."""
    vague = line.find(i, "vague")
    scale = line.find(i, "scale") or (vague if state.current else None)
    if vague is not None and line.find(i, "scale") is None and _is_year(line, i, state):
        return None
    hit = line.find(i, "cardinal", "fraction")
    if scale is not None and i > 0 and _is_abbreviation(line, i) and not _abbreviates(line, i):
        scale = None
    if scale is not None and (hit is None or scale[0] >= hit[0]):
        counted = (hit is not None and hit[0] == scale[0]) or scale[1].value == HUNDRED
        if first and (not counted or line.find(i, "vague")):
            return None
        if state.multiply(scale[1].value):
            return scale[0], first and line.tokens[i].kind == "character"
    if hit is None:
        return None if first else _link(line, i, state)
    end, entry = hit
    unit = line.find(i, "unit")
    goes_on = line.find(i - 1, "join") or line.find(end, "cardinal", "scale")
    if line.lexicon.flags.get("unit_wins") and not first and unit and unit[0] == end and not goes_on:
        return None  # 66 triệu năm are years, where năm is five, too
    if entry.kind == "fraction":
        return _take_fraction(line, i, end, entry.value, state)
    joined = _is_joined(line, i) and _inverted(state.current, entry.value)
    if not state.take(entry.value, joined=joined):  # the 十 of 五百一十七, where 十七 is a word too
        return (scale[0], False) if scale is not None and state.multiply(scale[1].value) else None
    return end, first and (entry.value <= 1 or form_is_weak(line, i, end))


def _is_year(line: Line, i: int, state: _State) -> bool:
    """Whether the digits before a vague word are a year: "2024 Hunderttausende", but not "1300 milijardama"."""
    return bool(state.written) and is_recent_year(line.tokens[i - 1].text)


def _is_joint(line: Line, at: int) -> bool:
    """Whether a token only joins number words: without one after it, it is no part of the numeral."""
    return line.find(at, "scale", "cardinal", "fraction", "vague") is None and line.tokens[at].kind != "number"


def _is_joined(line: Line, at: int) -> bool:
    """Whether "and" is written together with the number word ("وعشرين")."""
    return any(line.tokens[at].form.startswith(joint) for joint in line.lexicon.flags.get("joining", ()))


def _is_abbreviation(line: Line, at: int) -> bool:
    """Whether a scale word is so short that it only counts right after digits ("5m", but not "I'm").

    Not a hundred: nobody abbreviates it, and it is a short word in some scripts (Urdu سو).
    """
    token, scale = line.tokens[at], line.find(at, "scale")
    hundred = scale is not None and scale[1].value == HUNDRED
    return token.kind == "word" and len(token.form) <= MAX_ABBREVIATION and not hundred


def _abbreviates(line: Line, at: int) -> bool:
    """Whether a short scale word belongs to the digits before it; a single letter may be a label (group 2B, 60 B)."""
    token, before = line.tokens[at], line.tokens[at - 1]
    if before.kind != "number":
        return False
    if len(token.form) > 1 or line.ending_at(at - 1, "currency") or line.find(at + 1, "currency"):
        return True
    labelled = before.glued and at > 1 and line.tokens[at - 2].kind == "word"
    return token.glued and token.form in GLUED and not labelled


def _take_fraction(line: Line, i: int, end: int, value: Decimal, state: _State) -> tuple[int, bool] | None:
    """Half a million; 2½ million: a fraction that a scale word follows, or a sign that follows digits."""
    if line.tokens[i].text in "½¼¾⅓⅔⅛⅕" and state.current:
        state.current = _sum(state.current, (Reading(value),))
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


def _link(line: Line, i: int, state: _State) -> tuple[int, bool] | None:
    """A joint inside a numeral: two hundred and five, twenty-one; the hyphen of "1-Billionen-Paket"."""
    if line.tokens[i].form in "-+" and line.tokens[i].glued and state.current and line.find(i + 1, "scale"):
        return (i + 1, False) if not _is_abbreviation(line, i + 1) else None
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


def _between_scales(line: Line, i: int, state: _State) -> int | None:
    """The "of" in "6,6 miles de millones": a link between a scale word and a greater one."""
    link = line.find(i, "link") if state.last and not state.current else None
    scale = line.find(link[0], "scale") if link else None
    return link[0] if link and scale and state.last and scale[1].value > state.last else None


def _adds_digits(line: Line, at: int, state: _State) -> bool:
    """Whether digits with a smaller scale word follow "and": 3 milioni e 600 mila.

    Where the language says so, digits alone as well: Persian "38 thousand and 600".
    """
    if state.current or state.last is None or not at < len(line.tokens) or line.tokens[at].kind != "number":
        return False
    scale = line.find(at + 1, "scale")
    if scale is None:
        text = line.tokens[at].text
        return bool(line.lexicon.flags.get("digits_join")) and text.isdecimal() and int(text[:6]) < state.last
    return HUNDRED < scale[1].value < state.last and not _is_abbreviation(line, at + 1)


def fills(current: tuple[Reading, ...], value: Decimal) -> bool:
    """Whether ``value`` fits the zeros at the end of a numeral: 20 and 1, 300 and 45, but not 10 and 3."""
    if len(current) != 1:
        return False
    number = current[0].value
    if number != number.to_integral_value() or number < 20 or not 0 < value < HUNDRED:
        return False
    return number % HUNDRED == 0 or (number % 10 == 0 and value < 10)


def form_is_weak(line: Line, start: int, end: int) -> bool:
    """Whether a number word more often means something else, or stands inside a word of an unspaced script."""
    if line.tokens[start].kind == "character":
        single = end == start + 1
        inside = single and line.tokens[start].glued and line.tokens[start].form >= HANGUL
        listed = single and any(entry.kind == "weak" for _, entry in line.hits[start])
        counted = line.find(end, "counter", "scale", "unit", "currency")
        return inside or listed or (counted is None and (single or line.find(end - 1, "counter") is None))
    return any(entry.kind == "weak" for _, entry in line.hits[start])


def _vague(line: Line, at: int) -> Numeral | None:
    """Hundreds of thousands, jutaan, 数十万, or a bare scale word ("a million")."""
    magnitude, i, vague = Decimal(1), at, False
    while i < len(line.tokens) and i - at < MAX_PARTS:
        hit = line.find(i, "vague", *(("scale",) if i > at or line.tokens[i].kind == "word" else ())) or (
            line.find(i, "cardinal") if i > at else None
        )
        if hit is not None and _is_abbreviation(line, i):
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


def _compound(line: Line, at: int) -> Numeral | None:
    """A number written as one word ("siebenhundertneunundachtzigtausend") in the languages that build such words."""
    token = line.tokens[at]
    if not line.lexicon.atoms or token.kind != "word" or len(token.form) < MIN_COMPOUND or line.find(at, "not"):
        return None
    value = _compound_value(token.form, line.lexicon.atoms)
    return Numeral(at, at + 1, (Reading(value),), True) if value is not None else _counted_unit(line, at)


def _counted_unit(line: Line, at: int) -> Numeral | None:
    """A number and what it counts in one word: "zehnjährig", "devětatřicetiletý"."""
    form, atoms = line.tokens[at].form, line.lexicon.atoms
    for cut in range(min(len(form) - MIN_UNIT, MAX_COUNT), 1, -1):
        counted = [entry for entry in line.lexicon.word(form[cut:]) if entry.kind in ("unit", "scale")]
        if not counted:
            continue
        value = atoms[form[:cut]][1] if form[:cut] in atoms else _compound_value(form[:cut], atoms)
        if value is None or value <= 1:
            continue
        for entry in counted:
            if entry.kind == "unit":
                return Numeral(at, at + 1, (Reading(value),), True, unit=str(entry.value))
            if entry.kind == "scale" and entry.value >= THOUSAND:
                return Numeral(at, at + 1, (Reading(value * entry.value),), True)
    return None


def _compound_value(form: str, atoms: Mapping[str, Atom]) -> Decimal | None:
    state = _State()
    for kind, value in split(form, atoms) or ():
        if kind == "cardinal" and not state.take(value, joined=_inverted(state.current, value)):
            return None
        if kind == "scale" and not state.multiply(value):
            return None
    found = state.value()
    return found[0].value if found else None


def _inverted(current: tuple[Reading, ...], value: Decimal) -> bool:
    """Units before tens, as in "devětatřicet"."""
    return len(current) == 1 and 0 < current[0].value < 10 and value in range(20, 100, 10)


def _scaled(values: tuple[Reading, ...], by: Decimal) -> tuple[Reading, ...]:
    return tuple(Reading(reading.value * by, reading.conventional) for reading in values)


def _sum(left: tuple[Reading, ...], right: tuple[Reading, ...]) -> tuple[Reading, ...]:
    if not left or not right:
        return left or right
    return tuple(Reading(a.value + b.value, a.conventional and b.conventional) for a in left for b in right)[:4]
