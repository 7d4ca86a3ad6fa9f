"""Ranks: "third", "3rd", "第三", "one hundred fiftieth", "Chapter III"."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from checker.facts.clock import whole
from checker.facts.composition import Numeral, fills
from checker.facts.digits import Conventions, Reading, is_recent_year
from checker.facts.found import Found, Kind
from checker.facts.lexicon import Line
from checker.facts.numerals import read

GREATEST_RANK = 199
"""The greatest number that a point behind it makes a rank; beyond, it ends an abbreviation or a list."""

ROMAN_ENDINGS = frozenset({"", "e", "er", "re", "ère", "me", "ème", "eme"})
"""What French and Spanish write behind a Roman numeral (Ier, IIe, XXème)."""

TENS = tuple(range(20, 100, 10))

MAX_ROMAN = 6
"""Letters of the longest Roman number that is read."""

LETTERS = frozenset("CLMD")
"""Roman digits that more often are letters where they stand alone."""

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def ordinal(line: Line, at: int, habits: Conventions) -> Found | None:
    """A rank: "third", "3rd", "ke-3", "第三"."""
    before = line.find(at, "ordinal_before")
    if before is not None:
        numeral = read(line, before[0], habits) if before[0] < len(line.tokens) else None
        if numeral is not None and numeral.readings:
            return Found(at, numeral.end, numeral.readings, "ordinal", spelled=numeral.spelled, weak=False)
    if _joins_digits(line, at):
        return None
    number = whole(line, at) if line.tokens[at].kind == "number" else None
    if number is not None:
        end = _ordinal_ending(line, at, number)
        kind: Kind = "year" if is_recent_year(line.tokens[at].text) else "ordinal"  # "2023-го"
        return Found(at, end, (Reading(Decimal(number)),), kind) if end else None
    word = line.find(at, "ordinal")
    number_word = line.find(at, "cardinal")
    if word is None or (number_word is not None and number_word[0] >= word[0]):
        return None
    if word[0] == at + 1 and (counted := read(line, at, habits)) is not None and counted.unit:
        return None  # "dwudziestodwuletni" begins like the 20th
    if (compound := _compound(line, word[0], word[1].value)) is not None:
        return Found(at, compound[0], (Reading(compound[1]),), "ordinal", spelled=True)
    readings = [Reading(word[1].value)]
    if fraction := line.find(at, "fraction"):
        readings.append(Reading(fraction[1].value))
    return Found(at, word[0], tuple(readings), "ordinal", spelled=True, weak=word[1].value <= 3 or len(readings) > 1)


def _compound(line: Line, end: int, value: Decimal) -> tuple[int, Decimal] | None:
    """Tens and ones that are both ranks ("dwudziesty ósmy"), or a rank with tens joined to it ("السابعة والعشرين")."""
    if end >= len(line.tokens):
        return None
    flags = line.lexicon.flags
    if value in TENS:
        joint = line.find(end, "join") if flags.get("ranks_join") else None
        ones = line.find(joint[0] if joint else end, "ordinal")
        return (ones[0], value + ones[1].value) if ones and 0 < ones[1].value < TENS[0] / 2 else None
    tens = line.find(end, "cardinal") if value < TENS[0] / 2 else None
    joined = any(line.tokens[end].form.startswith(joint) for joint in flags.get("joining", ()))
    return (tens[0], value + tens[1].value) if tens and joined and tens[1].value in TENS else None


def _joins_digits(line: Line, at: int) -> bool:
    """Whether a word for a rank stands between two numbers and means "from … to" there: Tamil 240 முதல் 260 கோடி."""
    joint = line.find(at, "range")
    places = (at - 1, joint[0]) if joint else (-1, -1)
    return all(0 <= place < len(line.tokens) and line.tokens[place].kind == "number" for place in places)


def _ordinal_ending(line: Line, at: int, number: int) -> int | None:
    """Where the ending of a rank in digits ends: 3rd, 7-й, 19e; a point only inside a sentence, before a word."""
    after = line.find(at + 1, "ordinal_after")
    if after is None and line.text(at + 1, at + 2) == "-":
        after = line.find(at + 2, "ordinal_after")
    if after is None or not line.tokens[at + 1].glued or line.find(after[0], "scale"):
        return None  # "132-та милиона" are millions
    if line.tokens[at + 1].form == ".":
        follows = after[0] < len(line.tokens) and line.tokens[after[0]].kind == "word"
        return after[0] if follows and number <= GREATEST_RANK else None
    return after[0]


def compound_rank(line: Line, numeral: Numeral) -> Found | None:
    """One hundred fiftieth, "simt piecdesmitā": an ordinal for the last part of a numeral."""
    place = numeral.end
    joint = line.find(place, "join")
    hyphen = line.text(place, place + 1) == "-" and line.tokens[place].glued
    place = joint[0] if joint else place + hyphen
    last = line.find(place, "ordinal")
    if last is None or not numeral.spelled or not fills(numeral.readings, last[1].value):
        return None
    if not hyphen and line.find(place, "unit", "fraction"):
        return None
    value = numeral.readings[0].value + last[1].value
    return Found(numeral.start, last[0], (Reading(value),), "ordinal", spelled=True)


def roman(line: Line, at: int) -> Found | None:
    """Chapter III, the XXI century; weak, since "I" and "V" are words and letters too."""
    value = roman_value(line.tokens[at].text)
    if value is None:
        return None
    beside = line.find(at + 1, "unit") or line.ending_at(at, "unit")
    century = beside is not None and "century" in str(beside[1].value)
    if line.hits[at] and not century:
        return None
    return Found(at, at + 1, (Reading(Decimal(value)),), "ordinal", spelled=True, weak=not century)


def roman_value(text: str) -> int | None:
    """The number that a word is in Roman digits; None where it is none."""
    if text[0] not in ROMAN:
        return None
    plain = text.rstrip("erèm")
    if text[len(plain) :] not in ROMAN_ENDINGS or len(plain) > MAX_ROMAN or plain in LETTERS or set(plain) - set(ROMAN):
        return None
    digits = [ROMAN[char] for char in plain]
    return sum(-digit if digit < following else digit for digit, following in pairwise([*digits, 0]))
