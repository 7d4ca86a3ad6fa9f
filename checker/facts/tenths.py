"""Tenths, hundredths and thousandths that have words of their own: 1割8分2厘 and 1할 8푼 2리 are 18.2 percent.

Beside the percentage stands the plain ratio as a second reading, since batting averages are written .182 elsewhere.
"""

from __future__ import annotations

from decimal import Decimal

from checker.facts.clock import whole
from checker.facts.digits import Reading
from checker.facts.found import Found
from checker.facts.hedges import hedge
from checker.facts.lexicon import Line

PLACES = ("tenths", "hundredths", "thousandths")
_PERCENT = (Decimal(10), Decimal(1), Decimal("0.1"))
_MARKS = "-–~〜"


def tenths(line: Line, at: int) -> Found | None:
    """The tenths with smaller parts that begin at a token; tenths alone are read like any percentage."""
    total, place, end = Decimal(0), at, at
    for name, worth in zip(PLACES, _PERCENT, strict=True):
        digit, word = _digit(line, place), line.find(place + 1, name)
        if name == "hundredths" and word is None and digit is not None and _range_end(line, place + 1):
            return _found(line, at, place + 1, total + digit)
        if digit is None or word is None:
            break
        total, place, end = total + digit * worth, word[0], word[0]
    else:
        return _found(line, at, end, total)
    return _found(line, at, end, total) if end > at + 2 else _upper(line, at)


def _upper(line: Line, at: int) -> Found | None:
    """The upper end of 2割4～5分: the hundredths alone, whose tenths stand before the lower end."""
    if not _range_end(line, at - 1) or line.ending_at(at - 2, "tenths") is None:
        return None
    digit, word, above = _digit(line, at), line.find(at + 1, "hundredths"), _digit(line, at - 4)
    if digit is None or word is None or above is None:
        return None
    return _found(line, at, word[0], 10 * above + digit)


def _range_end(line: Line, mark: int) -> bool:
    """Whether a mark of a range stands at a token, and hundredths behind it."""
    if not 0 < mark < len(line.tokens) - 2 or line.tokens[mark].form not in _MARKS:
        return False
    return _digit(line, mark + 1) is not None and line.find(mark + 2, "hundredths") is not None


def _digit(line: Line, at: int) -> Decimal | None:
    """The one digit at a token, in digits or as a character."""
    number = whole(line, at)
    if number is None and 0 <= at < len(line.tokens):
        word = line.find(at, "cardinal")
        number = int(word[1].value) if word and word[0] == at + 1 else None
    return Decimal(number) if number is not None and number < 10 else None


def _found(line: Line, start: int, end: int, percent: Decimal) -> Found:
    readings = (Reading(percent), Reading(percent / 100))
    return Found(start, end, readings, "percent", hedge=hedge(line, start, end))
