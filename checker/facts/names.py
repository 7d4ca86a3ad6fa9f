"""Names: persons, organisations, places, works, as far as writing shows them.

Nothing here knows a person; it weighs signs. In scripts with capitals: a capital within a sentence, unless the language
writes all its nouns so (German), the sentence is a headline in capitals, or the article itself writes the word small
elsewhere; letters such as those of McKay, and acronyms. In scripts without: Latin words in between, runs of
katakana, places that the lexicon knows. How ordinary the word is in its language (wordfreq) counts in each case. The
checks decide by what the other version has in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import regex as re

from checker.facts.romanise import fold
from checker.languages import cldr, exonyms
from checker.languages.frequency import zipf
from checker.languages.propers import is_proper
from checker.languages.words import words as data
from checker.model import Article, Fact, Sentence, Span

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‘][^\W\d_]+)*")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]{2,}(?:[・･][\u30a1-\u30fa\u30fc]+)*")
_UNCASED = re.compile(r"[\u0590-\u0dff\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_JOINER = "\u200c"
_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_CONTINUOUS = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_APOSTROPHE = re.compile("['’ʼ‘]")
_AFTER_CAPITAL = re.compile(r"\b\p{Lu}[^\W\d_]*\.?\s$")
_ROMAN = re.compile(r"[IVXLC]+(?:e|er|ème|ª|º)?")
_START = re.compile(r"[\s\"'“”„«»‘’(\[{¿¡—–―•*>#:-]*")
_OPENING = re.compile(
    r"[.!?:…。！？]['\"“”„«»’)\]]*\s+[\"'“„«‘(\[—–-]*$|[:\n]\s*[\"'“„«‘]+$|[“„«‘]\s?$|[\s(][\"']$|[—–•*]\s$"
)
CERTAIN, LIKELY, OPEN, INITIAL, FAINT = 0.9, 0.7, 0.5, 0.4, 0.2
"""How sure a sign is: an acronym or a capital that nothing else explains; a rare German noun; a capital on a word that
also exists small ("Ministry"); a rare first word of a sentence; an ordinary one."""
LOOK_BACK = 80
"""Characters before a word that are searched for a word with a capital right before it."""
TITLE_WORDS = 4
"""Words side by side with a capital from which they may be a title, where nouns have none."""
UNCONFIRMED = 0.6
"""What is left of a word's strength where a finder of names is configured and does not give it."""
COMMON_PLACE = 4.3
"""Zipf frequency that a place of two characters needs; rarer ones are found by chance inside longer names."""
RARE = 0.12
"""Share of unknown words up to which a rare first word of a sentence is likely a name (English has 0.05, Czech 0.2)."""
FEW_FORMS, MANY_FORMS = 0.06, 0.2
"""Share of unknown words that is expected of a language whose words have few forms, or many; counts for 20 words."""
TITLE = 5.0
"""Zipf frequency from which a word with a capital is rather a title ("Minister", "Mr")."""
ORDINARY = 3.5
"""Zipf frequency from which a German noun, or the head of a compound, is ordinary."""
LEAST_STRANGE = 3
"""Letters of a word of a script without capitals that may be a name because no list knows it."""
SYLLABLES = 3.8
"""Zipf frequency from which two characters that also transcribe are an ordinary word."""
HEAD = 5
"""Letters that the head of a compound needs; shorter ones end places and persons as well (-vík, -sen)."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name; ``strength`` (0 to 1) says how surely it is one."""

    start: int
    end: int
    text: str
    strength: float

    @property
    def span(self) -> Span:
        """Where the word stands in its article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Name(Fact):
    """Neighbouring words that look like one name; the strength is that of the surest."""

    words: tuple[Word, ...] = ()

    @property
    def strength(self) -> float:
        """How surely this is a name, 0 to 1."""
        return max(word.strength for word in self.words)


@dataclass(frozen=True, slots=True)
class _Writing:
    """How a language, and this article, use capitals."""

    language: str
    nouns: bool
    elisions: frozenset[str]
    contractions: frozenset[str]
    """What follows a word behind an apostrophe that is no part of it ("ll")."""
    suffixed: bool
    """Whether endings follow a name behind an apostrophe (Turkish "Ankara'da")."""
    particles: frozenset[str]
    inside: frozenset[str]
    """Words that the article writes with a capital within sentences."""
    small: frozenset[str]
    """Words that it writes small."""
    dotted: frozenset[str]
    """Parts of the names that Chinese writes with a dot between them; they stand alone elsewhere."""
    compounds: bool
    """Whether the language writes compounds as one word."""
    foreign: tuple[re.Pattern[str], ...]
    """What foreign names look like in a script without capitals or spaces: runs of the characters that transcribe."""
    rare: float
    """Share of the small words that the frequency list does not have: how much a rare word says in this language."""


def extract(
    article: Article, sentences: tuple[Sentence, ...], spans: tuple[Span, ...] = ()
) -> Iterator[tuple[Fact, ...]]:
    """The names of every sentence; ``spans`` are surely names, as a :class:`checker.finders.NameFinder` gives them."""
    writing = _writing(article.language, sentences)
    for sentence in sentences:
        words = list(_words(sentence, writing))
        if spans:
            words = list(_confirmed(sentence, words, [span for span in spans if sentence.span.overlaps(span)]))
        runs = _runs(article.text, words, writing.particles)
        weighed = (
            _together(run, sentence, article.language) if writing.nouns else _untitled(run, article.language)
            for run in runs
        )
        yield tuple(_name(article.text, run) for run in weighed)


def _words(sentence: Sentence, writing: _Writing) -> Iterator[Word]:
    headline = _in_title_case(sentence.text, writing.nouns)
    for start, end in _candidates(sentence.text, writing):
        strength = _strength(sentence.text, start, end, writing, headline)
        if strength > 0:
            yield Word(sentence.start + start, sentence.start + end, sentence.text[start:end], strength)


def _confirmed(sentence: Sentence, words: list[Word], spans: list[Span]) -> Iterator[Word]:
    """The words with what a finder says: its own are certain, the rest counts for less."""
    pieces = [
        Word(start, end, text, CERTAIN)
        for span in spans
        for match in _WORD.finditer(sentence.text, max(0, span.start - sentence.start), span.end - sentence.start)
        for start, end, text in [(sentence.start + match.start(), sentence.start + match.end(), match.group())]
        if len(text) > 1
    ]
    rest = [
        replace(word, strength=word.strength * UNCONFIRMED)
        for word in words
        if not any(word.span.overlaps(piece.span) for piece in pieces)
    ]
    yield from sorted((*pieces, *rest), key=lambda word: word.start)


def _writing(language: str, sentences: tuple[Sentence, ...]) -> _Writing:
    rules = data(language, "names")
    nouns = bool(rules.get("nouns_capitalised"))
    inside: set[str] = set()
    small: set[str] = set()
    for sentence in sentences:
        if _in_title_case(sentence.text, nouns):
            continue
        for match in _WORD.finditer(sentence.text):
            word = match.group()
            if word.islower():
                small.add(word)
            elif word[:1].isupper() and not _initial(sentence.text, match.start()):
                inside.add(word.casefold())
    elisions, contractions, particles = (
        frozenset(rules.get(key, ())) for key in ("elisions", "contractions", "particles")
    )
    suffixed = language in data("und", "names").get("suffix_apostrophe", ())
    unknown = sum(zipf(language, word) == 0 for word in small)
    expected = FEW_FORMS if language in data("und", "names").get("analytic", ()) else MANY_FORMS
    rare = (unknown + 20 * expected) / (len(small) + 20)
    dotted = frozenset(_dotted(sentences, rules.get("transcription", "")))
    compounds = language in data("und", "names").get("compounding", ())
    characters = rules.get("transcription", "")
    foreign = (re.compile(f"[{characters}]{{3,8}}"),) if characters else ()
    return _Writing(
        language,
        nouns,
        elisions,
        contractions,
        suffixed,
        particles,
        frozenset(inside),
        frozenset(small),
        dotted,
        compounds,
        foreign,
        rare,
    )


def _dotted(sentences: tuple[Sentence, ...], characters: str) -> Iterator[str]:
    """The parts of names such as 马尔科·贝里尼; where they end, only the characters of transcription tell."""
    if not characters:
        return
    pattern = re.compile(f"([{characters}]{{1,6}})[·•・‧]([{characters}]{{2,8}})")
    for sentence in sentences:
        for match in pattern.finditer(sentence.text):
            yield from (part for part in match.groups() if len(part) > 1)


def _candidates(text: str, writing: _Writing) -> Iterator[tuple[int, int]]:
    """Where words stand that may be names, without what elision puts before them or a genitive behind ("l'Europe")."""
    for match in _WORD.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        if _UNCASED.search(word):
            yield from sorted(_in_uncased(text, start, end, writing))
            continue
        mark = _APOSTROPHE.search(word)
        if mark and word[: mark.start()].casefold() in writing.elisions:
            start += mark.end()
        if mark and (writing.suffixed or word[mark.end() :].casefold() in writing.contractions):
            end = match.start() + mark.start()
        if text[max(start, end - 2) : end] in ("'s", "’s"):
            end -= 2
        if any(c.isupper() for c in text[start:end]):
            yield start, end


def _in_uncased(text: str, start: int, end: int, writing: _Writing) -> Iterator[tuple[int, int]]:
    """Names in a script without capitals, the surest of those that share characters."""
    taken: list[tuple[int, int]] = []
    for a, b in _suspects(text, start, end, writing):
        if not any(a < other_end and other_start < b for other_start, other_end in taken):
            taken.append((a, b))
    yield from taken


def _suspects(text: str, start: int, end: int, writing: _Writing) -> Iterator[tuple[int, int]]:
    for part in writing.dotted:
        at = text.find(part, start, end)
        while at >= 0:
            yield at, at + len(part)
            at = text.find(part, at + len(part), end)
    for pattern in (_KATAKANA, _LATIN):
        yield from (match.span() for match in pattern.finditer(text, start, end))
    yield from _places(text, start, end, writing.language)
    for pattern in writing.foreign:
        for match in pattern.finditer(text, start, end):
            if not _made_of_words(match.group(), writing.language):
                yield match.span()
    if stranger := _stranger(text[start:end], writing.language):
        yield start + stranger[0], start + stranger[1]


def _places(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        size = next((n for n in range(min(8, end - at), 1, -1) if _known_place(language, text[at : at + n])), 0)
        if size and not _KATAKANA.match(text, at, at + 2) and _whole(text, start, end, at, size, language):
            yield at, at + size
        at += size or 1


def _stranger(word: str, language: str) -> tuple[int, int] | None:
    """Where in a word of a script with spaces that no list knows the name stands, without what grammar adds to it."""
    rules = data(language, "names")
    if "suffixes" not in rules or _CONTINUOUS.search(word) or len(word) < LEAST_STRANGE or _JOINER in word:
        return None
    if _HANGUL.match(word) and sum(syllable in rules.get("foreign", "") for syllable in word) < 2:
        return None
    starts = [0, *(len(prefix) for prefix in rules.get("prefixes", ()) if word.startswith(prefix))]
    ends = [len(word), *(len(word) - len(suffix) for suffix in rules.get("suffixes", ()) if word.endswith(suffix))]
    stems = [(a, b) for a in starts for b in ends if b - a >= 2]
    if any(zipf(language, _MARKS.sub("", word[a:b])) > 0 or _known_place(language, word[a:b]) for a, b in stems):
        return None
    return 0, min((b for _, b in stems), default=len(word)) if _HANGUL.match(word) else len(word)


def _made_of_words(run: str, language: str) -> bool:
    """Whether two neighbouring characters of a run are an ordinary Chinese word."""
    return any(zipf(language, run[at : at + 2]) >= SYLLABLES for at in range(len(run) - 1))


def _whole(text: str, start: int, end: int, at: int, size: int, language: str) -> bool:
    """Whether a script with spaces has the word by itself but for a preposition or a particle, not in another."""
    if _CONTINUOUS.match(text, at):
        return True
    rules = data(language, "names")
    before, behind = text[start:at], text[at + size : end]
    if before and size <= LEAST_STRANGE:
        return False
    return before in ("", *rules.get("prefixes", ())) and behind in ("", *rules.get("attached", ()))


def _known_place(language: str, word: str) -> bool:
    """Whether the lexicons know a word of a script without capitals as a name only."""
    return is_proper(language, word) and (len(word) > 2 or zipf(language, word) >= COMMON_PLACE)


def _strength(text: str, start: int, end: int, writing: _Writing, headline: bool) -> float:
    word = text[start:end]
    plain = word.casefold()
    if plain in _calendar(writing.language) or plain in _titles():
        return 0.0
    if word in writing.dotted:
        return CERTAIN
    if _UNCASED.search(word):
        if _known_place(writing.language, word):
            return LIKELY
        if _KATAKANA.fullmatch(word) and exonyms.english(writing.language, word):
            return LIKELY
        if _KATAKANA.fullmatch(word):
            return FAINT if zipf(writing.language, plain) > 0 else LIKELY
        return INITIAL
    if len(word) < 2 or _ROMAN.fullmatch(word):
        return 0.0
    mixed = any(c.isupper() for c in word[1:]) and not word.isupper()
    if (mixed and not writing.nouns) or (word.isupper() and len(word) <= 6 and not _shouted(text)):
        return CERTAIN
    if plain in writing.small:
        return 0.0 if writing.nouns or headline else FAINT / 2
    first = _initial(text, start) or headline or word.isupper()
    return _by_capital(
        plain, writing, headline, first, alone=not _AFTER_CAPITAL.search(text, max(0, start - LOOK_BACK), start)
    )


def _by_capital(plain: str, writing: _Writing, headline: bool, first: bool, alone: bool) -> float:
    """What one capital says, by its place and by how ordinary the word is."""
    frequency = zipf(writing.language, plain)
    if first and plain not in writing.inside:
        if is_proper(writing.language, plain):
            return OPEN if headline else LIKELY
        if frequency > 0 or writing.nouns or headline:
            return FAINT / 2
        return LIKELY if writing.rare < RARE else INITIAL
    if frequency == 0 and alone and writing.compounds and _ordinary_head(writing.language, plain):
        return FAINT
    if is_proper(writing.language, plain):
        return CERTAIN
    if writing.nouns:
        return _noun(writing.language, plain, frequency)
    if frequency >= TITLE:
        return FAINT
    return CERTAIN if frequency == 0 else OPEN


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    """Forms of address, short and long, and signs of currencies: other languages leave them out or use their own."""
    return frozenset(data("und", "names").get("titles", ()))


@lru_cache(maxsize=64)
def _calendar(language: str) -> frozenset[str]:
    """Names of months and days, which the checks of dates compare."""
    return frozenset(cldr(language, "months")) | frozenset(cldr(language, "weekdays"))


def _noun(language: str, word: str, frequency: float) -> float:
    """A capital says little where nouns have one; a word that is neither known nor made of known words is left."""
    if frequency >= ORDINARY:
        return FAINT / 2
    derived = word.endswith(tuple(data(language, "names").get("noun_endings", ())) or ("\n",))
    return FAINT if frequency > 0 or derived or _compound(language, word) else LIKELY


@lru_cache(maxsize=4096)
def _compound(language: str, word: str) -> bool:
    """Whether known words of at least four letters make up a word, with linking letters and an ending.

    The first may be a letter shorter where a long one follows ("Erdrutsch", "Notunterkünfte").
    """
    joints = data(language, "names").get("joints", ("",))
    heads = [word[3 + len(joint) :] for joint in joints if word.startswith(joint, 3)]
    if zipf(language, word[:3]) >= 3.0 and any(len(head) >= HEAD and zipf(language, head) >= 3.0 for head in heads):
        return True
    ends = {0}
    for start in range(len(word)):
        if start not in ends:
            continue
        for end in range(start + 4, len(word) + 1):
            if zipf(language, word[start:end]) >= 3.0:
                ends.update(end + len(joint) for joint in joints if word.startswith(joint, end))
    return any(end >= len(word) - 2 and end >= 8 for end in ends)


@lru_cache(maxsize=4096)
def _ordinary_head(language: str, word: str) -> bool:
    """Whether a word that no list has ends with an ordinary one, as a party or an office does ("Arbeiderpartiet")."""
    if is_proper("en", fold(word)) or exonyms.english(language, word):
        return False
    return any(zipf(language, word[start:]) >= ORDINARY for start in range(3, len(word) - HEAD + 1))


def is_katakana(word: str) -> bool:
    """Whether a word is written in katakana, as Japanese writes foreign names."""
    return _KATAKANA.fullmatch(word) is not None


def _initial(text: str, at: int) -> bool:
    """Whether a capital at this place may be that of a sentence."""
    before = text[max(0, at - 12) : at]
    return (at <= 12 and bool(_START.fullmatch(before))) or bool(_OPENING.search(before))


def _in_title_case(text: str, nouns: bool) -> bool:
    """Whether a sentence is a headline in title case or capitals throughout.

    Where all nouns have a capital most of the long words may have one, and headlines have no others.
    """
    if nouns:
        return _shouted(text)
    words = [word for word in _WORD.findall(text) if len(word) > 3 and not _UNCASED.search(word)]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


@lru_cache(maxsize=16)
def _shouted(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) > 0.6 * len(letters)


def _runs(text: str, words: list[Word], particles: frozenset[str]) -> Iterator[tuple[Word, ...]]:
    """Words with nothing but a space, a hyphen or a particle ("van der") between them."""
    run: list[Word] = []
    for word in words:
        if run and not _joined(text[run[-1].end : word.start], particles):
            yield tuple(run)
            run = []
        run.append(word)
    if run:
        yield tuple(run)


def _together(run: tuple[Word, ...], sentence: Sentence, language: str) -> tuple[Word, ...]:
    """Two capitals side by side are rare among ordinary German nouns: rather a first and a second name.

    Not so where one is made of known words: "im Bundestag Steuerberater" has two neighbours.
    """
    if len(run) < 2 or any(b.start - a.end != 1 for a, b in pairwise(run)):
        return run
    if any(word.strength <= FAINT and _compound(language, word.text.casefold()) for word in run):
        return run
    first = _initial(sentence.text, run[0].start - sentence.start)
    rest = tuple(replace(word, strength=max(word.strength, OPEN)) for word in run[first:])
    return (*run[:first], *rest) if len(rest) > 1 else run


def _untitled(run: tuple[Word, ...], language: str) -> tuple[Word, ...]:
    """Many ordinary words with capitals side by side are a title or a headline: each says little."""
    ordinary = {word for word in run if zipf(language, word.text) > 0 and not is_proper(language, word.text.casefold())}
    if len(run) < TITLE_WORDS or 2 * len(ordinary) <= len(run):
        return run
    return tuple(replace(word, strength=min(word.strength, FAINT)) if word in ordinary else word for word in run)


def _joined(between: str, particles: frozenset[str]) -> bool:
    return between in (" ", "-", "‑", "・", "·", "\u00a0", ". ") or (
        len(between) < 12 and between[:1] == " " and all(part in particles for part in between.split())
    )


def _name(text: str, words: tuple[Word, ...]) -> Name:
    start, end = words[0].start, words[-1].end
    keys = frozenset(
        key
        for word in words
        if word.strength >= LIKELY and len(plain := fold(word.text)) >= 3
        for key in (f"name:{plain}", f"name:{plain[:5]}-")
    )
    return Name(start, end, text[start:end], keys, words)
