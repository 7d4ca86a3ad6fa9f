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
from itertools import pairwise

from checker.facts.candidates import candidates, is_katakana
from checker.facts.romanise import fold
from checker.facts.strength import CERTAIN, FAINT, LIKELY, OPEN, is_compound, strength_of
from checker.facts.writing import WORD, Writing, in_title_case, initial, writing_of
from checker.languages.frequency import zipf
from checker.languages.propers import is_proper
from checker.model import Article, Fact, Sentence, Span

TITLE_WORDS = 4
"""Words side by side with a capital from which they may be a title, where nouns have none."""
UNCONFIRMED = 0.6
"""What is left of a word's strength where a finder of names is configured and does not give it."""


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


def extract(
    article: Article, sentences: tuple[Sentence, ...], spans: tuple[Span, ...] = ()
) -> Iterator[tuple[Fact, ...]]:
    """The names of every sentence; ``spans`` are surely names, as a :class:`checker.finders.NameFinder` gives them."""
    writing = writing_of(article.language, sentences)
    for sentence in sentences:
        words = list(_words(sentence, writing))
        if spans:
            words = list(_confirmed(sentence, words, [span for span in spans if sentence.span.overlaps(span)]))
        runs = _runs(article.text, words, writing.particles)
        weighed = (
            _together(run, sentence, article.language) if writing.nouns else _untitled(run, article.language)
            for run in runs
        )
        yield tuple(_name(article.text, _dotted(run, article.text)) for run in weighed)


def _words(sentence: Sentence, writing: Writing) -> Iterator[Word]:
    headline = in_title_case(sentence.text, writing.nouns)
    for start, end in candidates(sentence.text, writing):
        strength = strength_of(sentence.text, start, end, writing, headline)
        if strength > 0:
            yield Word(sentence.start + start, sentence.start + end, sentence.text[start:end], strength)


def _confirmed(sentence: Sentence, words: list[Word], spans: list[Span]) -> Iterator[Word]:
    """The words with what a finder says: its own are certain, the rest counts for less."""
    pieces = [
        Word(start, end, text, CERTAIN)
        for span in spans
        for match in WORD.finditer(sentence.text, max(0, span.start - sentence.start), span.end - sentence.start)
        for start, end, text in [(sentence.start + match.start(), sentence.start + match.end(), match.group())]
        if len(text) > 1
    ]
    rest = [
        replace(word, strength=word.strength * UNCONFIRMED)
        for word in words
        if not any(word.span.overlaps(piece.span) for piece in pieces)
    ]
    yield from sorted((*pieces, *rest), key=lambda word: word.start)


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
    if any(word.strength <= FAINT and is_compound(language, word.text.casefold()) for word in run):
        return run
    if all(word.strength < FAINT for word in run):
        return run  # "Sack Mehl"
    first = initial(sentence.text, run[0].start - sentence.start)
    rest = tuple(replace(word, strength=max(word.strength, OPEN)) for word in run[first:])
    return (*run[:first], *rest) if len(rest) > 1 else run


def _dotted(run: tuple[Word, ...], text: str) -> tuple[Word, ...]:
    """Katakana with a dot between its words is rather a name, though each may be a word ("パシフィック・マリン")."""
    if not any(text[a.end : b.start] == "・" for a, b in pairwise(run)):
        return run
    return tuple(replace(word, strength=max(word.strength, OPEN)) if is_katakana(word.text) else word for word in run)


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
