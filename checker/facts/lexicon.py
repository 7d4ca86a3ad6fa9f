"""The words of a language that bear on numbers and dates, ready to be looked up among tokens.

A form of the tables may end with ``*``: it then stands for every word that begins with it and goes on for at most
:data:`MAX_ENDING` letters, which is how inflection is written down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from checker.facts.tokens import HANGUL, Token, forms, normal
from checker.languages import cldr, section, shared

MAX_ENDING = 9
"""Letters of an ending that ``*`` may stand for."""

MIN_STEM = 2

MIN_BARE = 3
"""Letters that have to be left when a prefix is taken off."""

OPEN = "*"
"""Ends a form whose ending is left open."""

MIN_INNER = 5
"""Letters of the shortest number word that counts at the beginning of another word, without its last vowels."""

_VOWELS = "aeiouyąęёьяиыеоуіїэюαεηιουω"
_UNSPACED = "\u0e00"

LOOK_BACK = 4
"""Tokens of the longest phrase that is looked for before a number ("us $", "more than")."""

RANKED = frozenset(map(Decimal, range(5, 100)))
"""What has a rank that is built from its number word; the first four have words of their own in most languages."""

_EXPONENTS = {"scale", "vague"}
_LISTS = [
    "percent",
    "tenths",
    "hundredths",
    "thousandths",
    "points",
    "basis_points",
    "about",
    "more",
    "less",
    "link",
    "per",
    "join",
    "range",
    "counter",
    "clock",
    "clock_before",
    "am",
    "pm",
    "night",
    "decade",
    "decade_before",
    "parts_of",
    "parts",
    "year_before",
    "year_after",
    "month_before",
    "month_after",
    "no_month",
    "maybe_month",
    "period_after",
    "day_before",
    "day_after",
    "ordinal_before",
    "ordinal_after",
    "not",
    "upto",
    "filler",
    "and_half",
    "from",
    "to",
    "earlier",
    "from_after",
    "to_after",
    "against",
    "against_after",
    "part_of",
    "among",
    "behind",
    "within",
    "night_to",
    "night_after",
]
"""Sections that are plain lists of forms; a form of ``not`` means nothing, whatever a stem says."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form means: a kind of meaning ("cardinal", "scale", "month" …) and its value."""

    kind: str
    value: Any = None


MEASURES = frozenset({"currency", "unit"})
"""What a word may mean although it is listed as no number."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Phrases by their first form, longest first, and the stems of single words."""

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]
    stems: Mapping[str, tuple[Entry, ...]]
    atoms: Mapping[str, tuple[str, Decimal]]
    """The pieces of numbers written as one word, where the language builds such words; else empty."""
    flags: Mapping[str, Any]
    """The language's section ``flags``, and the order of day, month and year as CLDR has it ("dmy")."""
    endings: tuple[str, ...] = ()
    """Case endings that say "from" and "to" of a number, written together with it."""

    def match(self, tokens: Sequence[Token], at: int) -> list[tuple[int, Entry]]:
        """Every meaning of the tokens from ``at`` on, as (end, entry), the longest first."""
        form = tokens[at].form
        phrases = self.phrases.get(form, ())
        found = [(at + len(key), entry) for key, entry in phrases if len(key) == 1 or _reads(tokens, at, key)]
        if found and found[-1][0] == at + 1:
            return found
        if stems := self.by_stem(form):
            return [*found, *((at + 1, entry) for entry in stems)]
        return found or self._behind_prefix(tokens, at) or self._before_ending(tokens, at)

    def _before_ending(self, tokens: Sequence[Token], at: int) -> list[tuple[int, Entry]]:
        """The measure that a word behind a number or number word is without its case ending (Turkish "wondan")."""
        endings = self.flags.get("measure_endings", ())
        if not endings or not at or not (tokens[at - 1].kind == "number" or tokens[at - 1].form in self.phrases):
            return []
        form = tokens[at].form
        rests = (form.removesuffix(ending) for ending in endings if form.endswith(ending))
        rows = ([entry for entry in self.word(rest) if entry.kind in MEASURES] for rest in rests if len(rest) > 1)
        return [(at + 1, entry) for entry in next(filter(None, rows), [])]

    def _behind_prefix(self, tokens: Sequence[Token], at: int) -> list[tuple[int, Entry]]:
        """The meanings of a word behind an article or preposition that is written together with it (Arabic, Hebrew)."""
        form = tokens[at].form
        for prefix in self.flags.get("prefixes", ()):
            rest = form.removeprefix(prefix)
            shortest = MIN_STEM if prefix in self.flags.get("joining", ()) else MIN_BARE
            if len(rest) >= shortest and rest != form:
                found = [
                    (at + len(phrase), entry)
                    for phrase, entry in self.phrases.get(rest, ())
                    if len(phrase) == 1 or tuple(t.form for t in tokens[at + 1 : at + len(phrase)]) == phrase[1:]
                ]
                if found := found or [(at + 1, entry) for entry in self.by_stem(rest)]:
                    return found
        return []

    def word(self, form: str) -> tuple[Entry, ...]:
        """The meanings of a single word."""
        exact = tuple(entry for key, entry in self.phrases.get(form, ()) if len(key) == 1)
        return exact or self.by_stem(form)

    def by_stem(self, form: str) -> tuple[Entry, ...]:
        """The meanings of a word by its longest stem in the tables."""
        return _by_stem(self, form)


@lru_cache(maxsize=1 << 16)
def _by_stem(words: Lexicon, form: str) -> tuple[Entry, ...]:
    shortest = max(MIN_STEM, len(form) - MAX_ENDING)
    for length in range(len(form), shortest - 1, -1):
        if entries := words.stems.get(form[:length]):
            return entries
    return ()


def _unbroken(tokens: Sequence[Token]) -> bool:
    """Whether tokens are one word: 세대 (generation), but not 세 대 (three of them)."""
    return tokens[0].kind != "character" or all(token.glued for token in tokens[1:])


def _reads(tokens: Sequence[Token], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether the tokens behind ``at``, where its first form stands, go on with a phrase.

    A currency's letters and sign stand together ("A$", but not "a $5 note").
    """
    end = at + len(phrase) - 1
    if end >= len(tokens):
        return False
    for place in range(at + 1, end):
        if tokens[place].form != phrase[place - at]:
            return False
    last, form = tokens[end].form, phrase[-1]
    if last != form and not (form.endswith(OPEN) and _goes_on(last, form[:-1])):
        return False
    return all(token.glued for token in tokens[at + 1 : end + 1]) if "$" in phrase else True


def _goes_on(form: str, stem: str) -> bool:
    return form.startswith(stem) and len(form) <= len(stem) + MAX_ENDING


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a sentence with what each may begin to mean, looked up once."""

    tokens: tuple[Token, ...]
    hits: tuple[tuple[tuple[int, Entry], ...], ...]
    lexicon: Lexicon

    @staticmethod
    def of(tokens: Sequence[Token], words: Lexicon) -> Line:
        """Look up every token; what ``not`` lists is no number, though it may be a measure (兆瓦 is a megawatt)."""
        hits = [tuple(words.match(tokens, at)) for at in range(len(tokens))]
        for at, found in enumerate(hits):
            if not found:
                continue
            for end, entry in [hit for hit in found if hit[1].kind == "not" and _unbroken(tokens[at : hit[0]])]:
                measures = tuple(hit for hit in found if hit[1].kind in MEASURES)
                hits[at:end] = [((end, entry), *measures), *[()] * (end - at - 1)]
        return Line(tuple(tokens), tuple(hits), words)

    def find(self, at: int, *kinds: str) -> tuple[int, Entry] | None:
        """The longest meaning of one of the kinds that begins at a token, as (end, entry)."""
        for hit in self.hits[at] if 0 <= at < len(self.hits) else ():
            if hit[1].kind in kinds:
                return hit
        return None

    def may_begin(self, at: int, kinds: frozenset[str]) -> bool:
        """Whether a token is a number in digits, or begins to mean one of the kinds."""
        if self.tokens[at].kind == "number":
            return True
        for _, entry in self.hits[at]:  # noqa: SIM110 - asked of every token: a generator would take twice the time
            if entry.kind in kinds:
                return True
        return False

    def ending_at(self, end: int, *kinds: str) -> tuple[int, Entry] | None:
        """The longest meaning of one of the kinds that ends right before ``end``, as (start, entry)."""
        for start in range(max(0, end - LOOK_BACK), end):
            for stop, entry in self.hits[start]:
                if stop == end and entry.kind in kinds:
                    return start, entry
        return None

    def inside_word(self, at: int) -> bool:
        """Whether a syllable goes on with a Korean word that is no number: the 네 of 인도네시아 is no four."""
        token, before = self.tokens[at], self.tokens[at - 1] if at else None
        if before is None or token.kind != "character" or token.form < HANGUL or not token.glued:
            return False
        counts = self.find(at - 1, "cardinal", "scale", "vague", "ordinal_before")
        return counts is None and before.kind == "character" and before.form >= HANGUL

    def text(self, start: int, end: int) -> str:
        """The forms of some tokens in one string, to compare them."""
        return " ".join(token.form for token in self.tokens[start:end])


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; of digits and signs alone where it has no table."""
    phrases: dict[str, dict[tuple[tuple[str, ...], str], Entry]] = {}
    stems: dict[str, dict[str, Entry]] = {}
    for form, entry in _entries(language):
        key = _key(form)
        if form.endswith(OPEN) and len(key) == 1:
            stems.setdefault(normal(form[:-1]), {}).setdefault(entry.kind, entry)
        elif key:
            phrases.setdefault(key[0], {}).setdefault((key, entry.kind), entry)
    for stem, entry in _inner(language):
        stems.setdefault(stem, {}).setdefault(entry.kind, entry)
    return Lexicon(
        {first: tuple(sorted(_meant(found), key=lambda pair: -len(pair[0]))) for first, found in phrases.items()},
        {stem: tuple(found.values()) for stem, found in stems.items()},
        dict(_atoms(language)) if section(language, "flags").get("compound") else {},
        {**section(language, "flags"), "day_order": cldr(language, "day_order").get("order", "")},
        tuple(_endings(language)),
    )


def _endings(language: str) -> Iterator[str]:
    words = section(language, "words")
    for form in (*words.get("from_after", ()), *words.get("to_after", ())):
        if form.isalpha():
            yield normal(form)


def _key(form: str) -> tuple[str, ...]:
    """The forms of a phrase's tokens, the last one with its open end."""
    if not form.endswith(OPEN) or form == OPEN:
        return forms(form)
    *first, last = forms(form[:-1])
    return (*first, last + OPEN)


def _inner(language: str) -> Iterator[tuple[str, Entry]]:
    """Number words as the beginning of other words: "sedicenne", "quinzaine", "четырнадцатилетний"; never missed."""
    for table in (section(language, "cardinals"), cldr(language, "cardinals")):
        for form, value in pairs(table):
            stem = normal(form).rstrip(_VOWELS)
            if form.isalpha() and MIN_INNER <= len(stem) and form < _UNSPACED and Decimal(str(value)) > 1:
                yield stem, Entry("half", Decimal(str(value)))


def _ranks(language: str) -> Iterator[tuple[str, Entry]]:
    """Ranks that are a number word with an ending, in the languages that build them all so: Hindi चौदहवें is 14th."""
    endings = section(language, "flags").get("rank_endings", ())
    for table in (section(language, "cardinals"), cldr(language, "cardinals")) if endings else ():
        for form, value in pairs(table):
            if " " not in form and Decimal(str(value)) in RANKED:
                yield from ((form + ending, Entry("ordinal", Decimal(str(value)))) for ending in endings)


def _meant(found: Mapping[tuple[tuple[str, ...], str], Entry]) -> Iterator[tuple[tuple[str, ...], Entry]]:
    for (key, kind), entry in found.items():
        if entry.value is not None or kind in _LISTS:
            yield key, entry


def _atoms(language: str) -> Iterator[tuple[str, tuple[str, Decimal]]]:
    for form in section(language, "words").get("join", ()):
        yield normal(form), ("join", Decimal(0))
    for form, value in pairs(section(language, "pieces")):
        yield normal(form), ("scale", _value("scale", value))
    for form, value in pairs(section(language, "combining")):
        yield normal(form.removesuffix(OPEN)), ("cardinal", Decimal(str(value)))
    for kind, name in (("cardinal", "cardinals"), ("scale", "scale")):
        for table in (cldr(language, name), section(language, name)):
            for form, value in pairs(table):
                if form.isalpha() and value != "none":
                    yield normal(form), (kind, _value(kind, value))
    for form, value in pairs(section(language, "joined")):  # "šesto" is 600, before another word it is 6
        yield normal(form), ("cardinal", Decimal(str(value)))


def _entries(language: str) -> Iterator[tuple[str, Entry]]:
    """Forms and meanings; what is written by hand comes before CLDR, and wins."""
    yield from _listed(section(language, "words"))
    yield from _listed(shared("symbols").get("words", {}))
    for name, tables in _tables(language):
        for table in tables:
            for form, value in pairs(table):
                yield form, Entry(name, _value(name, value))
    yield from _ranks(language)


def pairs(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Form and value; generated tables hold form = value, those written by hand value = [forms]."""
    for key, value in table.items():
        if isinstance(value, list):
            yield from ((form, key) for form in value)
        else:
            yield key, value


def _listed(words: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    for name in _LISTS:
        for form in words.get(name, ()):
            yield form, Entry(name)


def _tables(language: str) -> Iterable[tuple[str, list[Mapping[str, Any]]]]:
    symbols = shared("symbols")
    names = {
        "cardinal": "cardinals",
        "scale": "scale",
        "vague": "vague",
        "ordinal": "ordinals",
        "fraction": "fractions",
        "weak": "weak",
        "currency": "currencies",
        "unit": "units",
        "month": "months",
        "short_month": "short_months",
        "weekday": "weekdays",
        "relative": "relative",
        "era": "eras",
        "half": "combining",
        "decades": "decades",
        "span": "spans",
        "offset": "offsets",
        "past": "past",
        "past_after": "past_after",
        "time_word": "times",
    }
    for kind, name in names.items():
        generated = cldr(language, name)
        written = section(language, name)
        if kind == "currency":
            written, generated = dict(_widened(written, generated)), dict(_with_stems(generated, written))
        yield kind, [written, symbols.get(name, {}), generated]


def _with_stems(generated: Mapping[str, str], written: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """CLDR's currency words, those for a kind with the codes of the stem by hand that they begin with."""
    stems = {form[:-1]: codes for form, codes in pairs(written) if form.endswith(OPEN)}
    for form, codes in generated.items():
        more = [own for stem, own in stems.items() if " " in codes and form.startswith(stem)]
        yield form, " ".join(dict.fromkeys(" ".join((codes, *more)).split()))


def _widened(written: Mapping[str, Any], generated: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Currency words written by hand, those for a kind ("pound") with all codes that CLDR gives the kind."""
    heads = {form: codes for form, codes in generated.items() if " " in codes}
    for form, codes in pairs(written):
        stem = form.removesuffix(OPEN)
        kinds = [more for head, more in heads.items() if head == form or (stem != form and head.startswith(stem))]
        yield form, codes if codes == "none" else " ".join(dict.fromkeys(" ".join((codes, *kinds)).split()))


def _value(name: str, value: Any) -> Any:
    if value == "none":  # written by hand where CLDR's meaning of a form is the rarer one
        return None
    if name in _EXPONENTS:
        return Decimal(value[1:]) if str(value).startswith("x") else Decimal(10) ** int(value)
    if name == "fraction":
        fraction = Fraction(value)
        return Decimal(fraction.numerator) / Decimal(fraction.denominator)
    if name in {"cardinal", "ordinal", "weak", "half", "decades", "offset"}:
        return Decimal(str(value))
    if name == "currency":
        return frozenset(value.split())
    return value
