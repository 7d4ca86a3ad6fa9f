"""Numbers and dates in the words of a message for an editor, who may not read the language."""

from __future__ import annotations

from decimal import Decimal

from checker.checks.context import Pair
from checker.facts.dates import DatePart
from checker.facts.quantities import Quantity, plain
from checker.languages import primary, section
from checker.languages.names import english_name
from checker.model import Fact, Version

NAMED_FACTORS = {10: "ten", 100: "a hundred", 1000: "a thousand", 10**6: "a million", 10**9: "a billion"}
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
UNGROUPED = 1000
"""Below this a number has no separators."""
NAMES_OF_TIME = ("year", "decade", "ordinal")
"""Kinds of numbers that nobody groups."""
DATE_GAP = 4
"""Characters between the parts of one date at most: ". ", " de ", ", "."""


def languages(pair: Pair) -> tuple[str, str]:
    """The English names of the source and target language."""
    source, target = (english_name(primary(version.article.language)) for version in (pair.source, pair.target))
    return source, target


def both(pair: Pair, source: Fact, target: Fact) -> str:
    """What the two versions say, in one clause each."""
    first, second = languages(pair)
    return (
        f"The {first} version says {_told(pair.source, source)}; the {second} one says {_told(pair.target, target)}"
        f"{_another(source, target)}"
    )


def only(pair: Pair, source: Fact | None, target: Fact | None) -> str:
    """What one version says and the other doesn't."""
    first, second = languages(pair)
    if source is not None:
        return f"The {first} version says {_told(pair.source, source)}; the {second} one has nothing that matches"
    told = _told(pair.target, target) if target else ""
    return f"The {second} version says {told}; the {first} one has nothing that matches"


def factor(a: Decimal, b: Decimal) -> str:
    """How the second value relates to the first, where it is a round factor; else empty."""
    if not a or not b:
        return ""
    ratio, word = (b / a, "more") if b > a else (a / b, "less")
    name = NAMED_FACTORS.get(int(ratio)) if ratio == ratio.to_integral_value() else None
    return f", {name} times {word}" if name else ""


def readable(value: Decimal) -> str:
    """A value as an English newspaper writes it: "200,000", "3.2 billion"."""
    for scale, word in SCALES:
        if abs(value) >= scale and value * 100 % scale == 0:
            return f"{plain(value / scale)} {word}"
    return plain(value) if abs(value) < UNGROUPED else f"{value.normalize():,f}"


def _told(version: Version, fact: Fact) -> str:
    """The fact's own words, the whole date around part of one, and in brackets a value that they don't show."""
    words = " ".join(_words(version, fact).split())
    gloss = _gloss(fact)
    return f"“{words}” ({gloss})" if gloss and gloss.replace(",", "") not in words.replace(",", "") else f"“{words}”"


def _gloss(fact: Fact) -> str:
    """The value, where it is one alone and the words are more than plain digits."""
    if not isinstance(fact, Quantity) or len(fact.readings) != 1 or fact.kind in NAMES_OF_TIME:
        return ""
    return readable(fact.readings[0].value)


def _words(version: Version, fact: Fact) -> str:
    """The text of a fact; of a part of a date, of the whole date."""
    if not isinstance(fact, DatePart):
        return fact.text
    start, end = fact.start, fact.end
    parts = sorted((f.start, f.end) for facts in version.facts for f in facts if isinstance(f, DatePart))
    for first, last in parts:
        if 0 <= first - end <= DATE_GAP:
            end = last
    for first, last in reversed(parts):
        if 0 <= start - last <= DATE_GAP:
            start = first
    return version.article.text[start : _behind_sign(version, end)]


def _behind_sign(version: Version, end: int) -> int:
    """The end of a date with the sign behind its last number that says which part it is (5日)."""
    words = section(primary(version.article.language), "words")
    signs = [sign for part in ("year", "month", "day") for sign in words.get(f"{part}_after", ())]
    return end + max((len(sign) for sign in signs if version.article.text.startswith(sign, end)), default=0)


def _another(source: Fact, target: Fact) -> str:
    """Which part of a date differs."""
    if isinstance(source, DatePart) and isinstance(target, DatePart) and source.part == target.part != "relative":
        return f": another {source.part}"
    return ""
