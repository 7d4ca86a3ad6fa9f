"""Sentence → names with digits, parts of dates, quantities; each token belongs to one of them at most."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import regex

from checker.facts import dates, durations, identifiers, quantities
from checker.facts.dates import DatePart
from checker.facts.digits import Conventions, conventions
from checker.facts.found import Found
from checker.facts.lexicon import Lexicon, Line, lexicon
from checker.facts.nights import overnight
from checker.facts.quantities import Quantity
from checker.facts.ranges import last_scaled
from checker.facts.tokens import Token, normal, tokenize
from checker.languages import primary
from checker.model import Article, Fact, Sentence

_DIGIT = regex.compile(r"\d")
"""What every name with digits and every duration in digits has one of."""

PREFIX = {"month": "m", "weekday": "w", "day": "n", "year": "n", "time": "t"}
"""What the keys of a date's parts begin with; a day or a year is an anchor like any number."""


def extract(article: Article, sentences: tuple[Sentence, ...]) -> Iterator[tuple[Fact, ...]]:
    """The numeric facts of each sentence."""
    language = primary(article.language)
    words, habits = lexicon(language), conventions(language)
    earlier: Found | None = None
    for sentence in sentences:
        facts, earlier = _facts(sentence, words, habits, earlier)
        yield tuple(facts)


def _facts(
    sentence: Sentence, words: Lexicon, habits: Conventions, earlier: Found | None
) -> tuple[list[Fact], Found | None]:
    """The facts of a sentence, and its last amount with a scale word, which the next one may leave out."""
    tokens = tokenize(sentence.text, sentence.start)
    digits = _DIGIT.search(sentence.text) is not None
    names = list(identifiers.find(sentence.text, sentence.start, words)) if digits else []
    races = list(durations.find(sentence.text, sentence.start, words)) if digits else []
    taken = [(name.start, name.end) for name in names] + identifiers.addresses(sentence.text, sentence.start)
    taken += [(start, end) for start, end, _ in races]
    line = Line.of(_outside(tokens, taken), words)
    parts = list(overnight(line, dates.find(line)))
    claimed = {at for part in parts for at in range(part.start, part.end)}
    counted = quantities.find(line, habits, lambda start, end: claimed.isdisjoint(range(start, end)), earlier)
    facts: list[Fact] = [*names]
    facts += [_date(line, part, sentence) for part in parts]
    facts += [_quantity(line, found, sentence) for found in counted]
    facts += [_part(start, end, found, sentence) for start, end, parts in races for found in parts]
    return sorted(facts, key=lambda fact: (fact.start, fact.end)), last_scaled(counted)


def _outside(tokens: Sequence[Token], taken: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens that touch none of the stretches; both go forward once."""
    if not taken:
        return list(tokens)
    free: list[Token] = []
    stretches = iter([*sorted(taken), (sys.maxsize, sys.maxsize)])
    start, end = next(stretches)
    for token in tokens:
        while end <= token.start:
            start, end = next(stretches)
        if token.end <= start:
            free.append(token)
    return free


def _date(line: Line, part: dates.Found, sentence: Sentence) -> DatePart:
    start, end, text = _place(line, part.start, part.end, sentence)
    prefix = PREFIX.get(part.part)
    distinctive = part.values if part.part in ("month", "weekday", "year") else {v for v in part.values if v >= 10}
    keys = frozenset(f"{prefix}:{value}" for value in distinctive) if prefix and not part.weak else frozenset[str]()
    return DatePart(start, end, text, keys, part.part, part.values, part.weak)


def _quantity(line: Line, found: Found, sentence: Sentence) -> Quantity:
    label = normal(line.tokens[found.start - 1].text) if found.start else ""
    return _measured(*_place(line, found.start, found.end, sentence), found, label)


def _part(start: int, end: int, found: Found, sentence: Sentence) -> Quantity:
    """The hours, minutes or seconds of a duration, at the place of all of it."""
    return _measured(start, end, sentence.text[start - sentence.start : end - sentence.start], found, "")


def _measured(start: int, end: int, text: str, found: Found, label: str) -> Quantity:
    return Quantity(
        start,
        end,
        text,
        quantities.keys(found),
        found.readings,
        found.kind,
        found.units,
        found.hedge,
        found.spelled,
        found.weak,
        found.magnitude,
        label,
    )


def _place(line: Line, start: int, end: int, sentence: Sentence) -> tuple[int, int, str]:
    first, last = line.tokens[start].start, line.tokens[end - 1].end
    return first, last, sentence.text[first - sentence.start : last - sentence.start]
