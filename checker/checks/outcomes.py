"""What becomes of every word of a name: whether the other side of its bead has it, by spelling, sound or meaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
import numpy as np
import regex as re
from msgspec.structs import replace

from checker.checks import lexical
from checker.checks.context import Pair
from checker.checks.counterpart import named, shortened, sounds_whole, spelled
from checker.checks.exonymy import contradicted, elsewhere, english_names, known_name, renamed, seat
from checker.checks.passage import Passage, passage, places_of, stems
from checker.checks.scripts import script_of
from checker.checks.sides import SideName
from checker.facts.names import Name, Word
from checker.facts.romanise import fold
from checker.facts.slips import corrections
from checker.facts.strength import CERTAIN, FAINT, LIKELY, has_ordinary_head, is_compound
from checker.facts.transcription import recut
from checker.languages.frequency import zipf
from checker.languages.words import words as data
from checker.model import Bead, Span

SPELLED = 0.75
"""Likeness of spelling or sound from which a word has its counterpart: of 51 replaced names of the development
articles 86 % stay below."""
MEANT = 0.42
"""Cosine of a word with a phrase of the other side from which they are taken to translate each other."""
CORRECTED = 0.5
"""The same for what a word with a slip of the pen was meant to be, which is a guess."""
MEANT_NAME = 0.6
"""The same for a word that is surely a name: other names of its kind are alike as well."""
SYLLABLE = 2
"""Letters of a word that may be found anywhere by chance."""
SURELY = 0.95
"""Likeness of sound that no other place explains."""
BY_CHANCE = 0.5
"""What a sound counts that is like a known place where the other side has another known one: Cyprus, in Serbian, and
"Споразум" in a sentence that names Malta."""
LONGEST_NAME = 12
"""Words of a name up to which its parts are looked up."""
MAX_WORDS = 200
"""Words of names in a bead; more are a list rather than a sentence, and each is held against each of the other side."""
_GLOSS = re.compile(r"\s*[(（]([^\W\d_]{2,6})[)）]")
_SYLLABLES = re.compile(r"(?:-[^\W\d_]{2,8}){1,2}")
_BEHIND = re.compile(r"(?:\s(?P<word>[^\W\d_]+)){1,2}")
_LETTERS = re.compile(r"[^\W\d_]+")


class Outcome(msgspec.Struct, frozen=True):
    """A word of a name with the outcome in its bead."""

    bead: int
    name: Name
    word: Word
    found: bool
    written: bool
    """Found among the names of the other side, by its spelling."""
    heard: float
    meant: float


def outcomes(pair: Pair, side: SideName) -> Iterator[Outcome]:
    """Every word of the names of a side, bead by bead."""
    view = pair if side == "source" else pair.swapped()
    for index, bead in enumerate(view.beads):
        if bead.source and bead.target:
            yield from _look(view, index, bead)


def outcomes_of(pair: Pair, side: SideName, index: int) -> Iterator[Outcome]:
    """Every word of the names of a side of one bead."""
    view = pair if side == "source" else pair.swapped()
    return _look(view, index, view.beads[index])


class _Sides(msgspec.Struct, frozen=True, eq=False):
    """What the words of a bead are looked up with, seen from the side whose words they are."""

    view: Pair
    bead: Bead
    language: str
    here: Passage
    other: Passage
    own: lexical.Tokens
    others: lexical.Tokens
    phrases: np.ndarray

    def likest(self, span: Span) -> Word | None:
        """The single word of the other side that a word is likest to, if it is a name for certain."""
        rows = self.own.within(span)
        there = self.others.spans[int((_direction(self.own, rows) @ lexical.unit(self.others.vectors).T).argmax())]
        names = (fact for fact in self.view.facts(self.bead)[1] if isinstance(fact, Name))
        words = (word for name in names for word in name.words if word.span.overlaps(there))
        return next((word for word in words if word.strength >= CERTAIN), None)


def _look(view: Pair, index: int, bead: Bead) -> Iterator[Outcome]:
    """Every word of a name on the source side of a bead, and whether the target side accounts for it."""
    names = [fact for fact in view.facts(bead)[0] if isinstance(fact, Name)]
    if not 0 < sum(len(name.words) for name in names) <= MAX_WORDS:
        return
    language = view.source.article.language
    own, others = lexical.of_bead(view, bead)
    sides = _Sides(
        view,
        bead,
        language,
        passage(own_text(view, bead), language),
        passage(text_of(view, bead.target), view.target.article.language),
        own,
        others,
        others.phrases(),
    )
    for name in names:
        known = _known(view, bead, name, sides.other)
        yield from _settled([_outcome(sides, index, name, word, known) for word in name.words])


def _outcome(sides: _Sides, index: int, name: Name, word: Word, known: frozenset[Span]) -> Outcome:
    """What becomes of a word of a name; ``known`` are the words that the name as a whole accounts for."""
    language, other = sides.language, sides.other
    heard = 1.0 if word.span in known else _heard(word, sides.view.source.article.text, language, other)
    if SPELLED <= heard < SURELY and elsewhere(word.text, language, sides.here, other):
        heard = BY_CHANCE
    written = heard >= SPELLED
    meant = 1.0 if written else _meant(sides.own, word.span, sides.phrases)
    found = written or _is_meant(sides, word, meant)
    return Outcome(index, name, word, found, written and named(word.text, language, other), heard, meant)


def _is_meant(sides: _Sides, word: Word, meant: float) -> bool:
    """Whether the other side has a word by its meaning, as it is written or as it was meant to be."""
    least = MEANT if word.strength < LIKELY or _is_compound(word.text, sides.language) else MEANT_NAME
    if meant >= least and not contradicted(word.text, sides.language, sides.other) and not _is_another(sides, word):
        return True
    return _meant_to_be(sides, word.text)


def _is_compound(word: str, language: str) -> bool:
    """Whether a word that no list has ends with an ordinary one where words are written together."""
    plain = word.casefold()
    compounds = language in data("und", "names").get("compounding", ())
    known = has_ordinary_head(language, plain) or is_compound(language, plain)
    return compounds and zipf(language, plain) == 0 and known


def _is_another(sides: _Sides, word: Word) -> bool:
    """Whether what means nearly the same is another name: in one script names keep their spelling."""
    there = sides.likest(word.span) if word.strength >= CERTAIN else None
    if there is None or script_of(word.text) != script_of(there.text) or word.text.isupper() != there.text.isupper():
        return False
    return not english_names(word.text, sides.language) and not english_names(
        there.text, sides.view.target.article.language
    )


def _settled(rows: list[Outcome]) -> list[Outcome]:
    """The words of a name, those of one or two letters as the longer ones: "Da" in "Da Nang" stands anywhere."""
    long = [row for row in rows if len(row.word.text) > SYLLABLE and row.word.strength > FAINT]
    if not long or any(row.found for row in long):
        return rows
    heard, meant = max(row.heard for row in long), max(row.meant for row in long)
    return [
        replace(row, found=False, written=False, heard=heard, meant=meant) if _is_syllable(row.word) else row
        for row in rows
    ]


def _is_syllable(word: Word) -> bool:
    """Whether a word has one or two letters, with a capital that makes it a name but no acronym."""
    return len(word.text) <= SYLLABLE and word.text.istitle() and word.strength > FAINT


def _known(view: Pair, bead: Bead, name: Name, other: Passage) -> frozenset[Span]:
    """The words of a name that the other side has by what it calls the whole name, a part of it, or its place."""
    text, language = view.source.article.text, view.source.article.language
    own = own_text(view, bead)
    spans = frozenset(word.span for word in name.words)
    if len(name.words) > 1 and (
        _as_a_whole(name.text, language, other, own)
        or any(renamed(longer, language, other) for longer in _longer(name, text))
    ):
        return spans
    glossed = len(name.words) > 1 and _glossed(name, text, other)
    parts, here = _known_parts(name, language, other), passage(own, language)
    return frozenset(
        word.span
        for word in name.words
        if any(word.span.overlaps(part) for part in parts)
        or (glossed and not known_name(word.text, language))
        or seat(word.text, language, here, other)
    )


def _heard(word: Word, text: str, language: str, other: Passage) -> float:
    """How surely a word stands in a passage by its spelling; a Chinese name goes on ("Chaj-nanu")."""
    places = places_of(word.text, language) if zipf(language, word.text) == 0 else ()
    heard = max(spelled(form, language, other) for form in (word.text, *stems(word.text, language), *places))
    if heard >= SPELLED:
        return heard
    others = [word.text + match.group() for match in [_SYLLABLES.match(text, word.end)] if match]
    if data(language, "names").get("transcription"):
        others += recut(text, word.start, word.end, language)
    return max((heard, *(spelled(form, language, other) for form in others)))


def _known_parts(name: Name, language: str, other: Passage) -> tuple[Span, ...]:
    """Runs of words within a longer name that the other side has by what its language calls them.

    "Palang Merah Indonesia" has the Red Cross in it, "Bank Central Europejski w Frankfurcie" the central bank.
    """
    words = name.words
    if not 2 < len(words) <= LONGEST_NAME:
        return ()
    runs = ((words[i], words[i + size - 1]) for size in (3, 2) for i in range(len(words) - size + 1))
    return tuple(
        Span(first.start, last.end)
        for first, last in runs
        if renamed(name.text[first.start - name.start : last.end - name.start], language, other)
    )


def _longer(name: Name, text: str) -> Iterator[str]:
    """A name with one or two small words behind it, which may belong to it ("Furlanija-Julijska krajina")."""
    behind = _BEHIND.match(text, name.end)
    for end in behind.ends("word") if behind else ():
        yield text[name.start : end]


def _as_a_whole(name: str, language: str, other: Passage, own: str) -> bool:
    return renamed(name, language, other) or sounds_whole(name, other) or shortened(name, other, own)


def _glossed(name: Name, text: str, other: Passage) -> bool:
    """Whether its acronym follows a name in brackets, and stands on the other side as well: "Medical Union (Mu)".

    The ordinary words of the name then have their counterpart, however they are rendered; what is a name by itself may
    still be another one.
    """
    gloss = _GLOSS.match(text, name.end)
    if gloss is None:
        return False
    initials = "".join(fold(word)[:1] for word in _LETTERS.findall(name.text) if word[:1].isupper())
    return fold(gloss.group(1)) == initials and gloss.group(1) in other.words


def _meant(own: lexical.Tokens, span: Span, phrases: np.ndarray) -> float:
    rows = own.within(span)
    if not len(rows) or not len(phrases):
        return 0.0
    return float((_direction(own, rows) @ phrases.T).max())


def _direction(own: lexical.Tokens, rows: np.ndarray) -> np.ndarray:
    """The unit vector of some words together, shape (1, dimensions)."""
    return lexical.unit(own.vectors[rows].sum(axis=0, keepdims=True))


def _meant_to_be(sides: _Sides, word: str) -> bool:
    """Whether an ordinary word that differs by a slip of the pen has its counterpart ("Grat Britain")."""
    known = known_name(word, sides.language)
    for correction in () if known else corrections(sides.language, word):
        vector = lexical.word(sides.view, correction)
        if spelled(correction, sides.language, sides.other) >= 1.0:
            return True
        if len(vector) and len(sides.phrases) and float((vector @ sides.phrases.T).max()) >= CORRECTED:
            return True
    return False


def text_of(view: Pair, sentences: Iterable[int]) -> str:
    """Some sentences of the target, one a line."""
    return "\n".join(view.target.sentences[i].text for i in sentences)


def own_text(view: Pair, bead: Bead) -> str:
    """The sentences of a bead's source."""
    return " ".join(view.source.sentences[i].text for i in bead.source)
