"""Names of a bead that nothing on the other side accounts for.

Most names cancel: the same spelling, an inflected one, another script, an exonym, a word that the token vectors think
alike. What is left
carries evidence: how surely the word is a name, whether the rest of its name has a counterpart, whether the other
article knows it at all, and whether it found its counterpart in other beads.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import regex as re

from checker.checks import lexical
from checker.checks.context import Pair
from checker.checks.counterpart import named, near_to, shortened, sounds_whole, spelled
from checker.checks.exonymy import contradicted, displaced, known_name, renamed, seat
from checker.checks.legible import native, scripts, tellable
from checker.checks.passage import Passage, passage, stems
from checker.checks.sides import SideName
from checker.checks.translated import translatable
from checker.facts.candidates import is_katakana
from checker.facts.holes import holed
from checker.facts.names import Name, Word
from checker.facts.quotes import Quote
from checker.facts.romanise import fold
from checker.facts.strength import CERTAIN, FAINT, LIKELY, ORDINARY
from checker.languages.frequency import zipf
from checker.languages.words import words as data
from checker.model import Bead, Span

SPELLED = 0.75
"""Likeness of spelling or sound from which a word has its counterpart: of 51 replaced names of the development
articles 86 % stay below."""
FAINTEST = 0.1
"""Least strength of a leftover; what is fainter is an ordinary word."""
KNOWN = 0.85
"""Likeness from which a name counts as known to the other article; stricter, for there are many words to be like."""
MEANT_NAME = 0.6
"""The same for a word that is surely a name: other names of its kind are alike as well."""
OPENING = 2
"""Characters before a name that begins its sentence: a mark and a blank."""
MEANT = 0.42
"""Cosine of a word with a phrase of the other side from which they are taken to translate each other."""

LONGEST_TITLE = 48
"""Characters of a title in quotation marks."""
LONGEST_NAME = 12
"""Words of a name up to which its parts are looked up."""
_GLOSS = re.compile(r"\s*[(（]([^\W\d_]{2,6})[)）]")
_SYLLABLES = re.compile(r"(?:-[^\W\d_]{2,8}){1,2}")
_BEHIND = re.compile(r"(?:\s(?P<word>[^\W\d_]+)){1,2}")
_LETTERS = re.compile(r"[^\W\d_]+")
MAX_WORDS = 200
"""Words of names in a bead; more are a list rather than a sentence, and each is held against each of the other side."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words of one name without a counterpart in their bead.

    ``place`` is where in its side it stands, 0 to 1. ``known``: the other article has it elsewhere, ``near``: in a
    neighbouring sentence, ``faint``: the bead has something like it, ``tellable``: it would show there. ``partly``:
    other words of the name have their counterpart here. ``elsewhere``: in how many other beads the word has its
    counterpart; ``never``: in how many it has none. ``bracketed``: it stands in brackets, as a gloss. ``heard``: how
    like the likest spelling of the bead's other side is, 0 to 1; ``meant``: greatest cosine with a phrase there.
    ``script``: how both sides are written (see :func:`checker.checks.legible.scripts`). ``beside``: found words
    of the bead that stand next to it, folded.
    """

    bead: int
    side: SideName
    language: str
    span: Span
    text: str
    strength: float
    place: float
    known: bool
    near: bool
    faint: bool
    tellable: bool
    partly: bool
    elsewhere: int
    never: int
    bracketed: bool = False
    heard: float = 0.0
    meant: float = 0.0
    script: str = "latin"
    beside: frozenset[str] = frozenset()
    words: int = 1
    found: float = 1.0
    """Share of the bead's surer names on this side that have their counterpart."""
    others: int = 0
    """How many more such names of the bead have none."""
    room: float = 0.0
    """Natural logarithm of how much longer this side of the bead is than the other, beyond the article's ratio."""
    alike: float = 1.0
    """Likeness of both sides of the bead (cosine)."""
    opens: bool = False
    """Whether it begins a sentence."""
    translated: bool = False
    """Whether another word of the name has its counterpart by its meaning alone: then the name is translated."""
    unreadable: bool = False
    """Whether the other side may hold it in characters, which have more than one reading."""
    company: tuple[str, ...] = ()
    """The words of its name that have their counterpart."""
    name: str = ""
    """The whole name."""
    quoted: bool = False
    """Whether it stands in quotation marks that hold a few words: a title, which is translated."""
    displaced: bool = False
    """Whether it is a known place or people, and the other side has another one that this side lacks."""
    holed: bool = False
    """Whether a word has evidently fallen out on the other side."""
    translatable: bool = False
    """Whether it is made of ordinary words."""

    @property
    def uncased(self) -> bool:
        """Whether it is in a script without capitals and only the lexicon called it a name."""
        return self.text.lower() == self.text.upper() and self.strength < CERTAIN and not is_katakana(self.text)

    @property
    def noun(self) -> bool:
        """Whether its language gives all nouns a capital, and this one may be a noun that no list knows."""
        return self.strength < CERTAIN and bool(data(self.language, "names").get("nouns_capitalised"))

    @property
    def ordinary(self) -> bool:
        """Whether its capital says next to nothing: a German noun, a word that begins a sentence."""
        return self.strength <= FAINT and not self.uncased


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A pair as the key of a cache: the same only as itself."""

    pair: Pair

    def __eq__(self, other: object) -> bool:
        """Identity of the pair; its arrays can't be compared."""
        return isinstance(other, _Same) and other.pair is self.pair

    def __hash__(self) -> int:
        """Hash of the identity."""
        return id(self.pair)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A word of a name with the outcome in its bead."""

    bead: int
    name: Name
    word: Word
    found: bool
    written: bool
    """Found among the names of the other side, by its spelling."""
    heard: float
    meant: float


def both(pair: Pair) -> tuple[tuple[Leftover, ...], tuple[Leftover, ...]]:
    """The leftovers of source and target; two checks ask for them, so the last answer is kept."""
    return _both(_Same(pair))


@lru_cache(maxsize=1)
def _both(same: _Same) -> tuple[tuple[Leftover, ...], tuple[Leftover, ...]]:
    return leftovers(same.pair, "source"), leftovers(same.pair, "target")


def leftovers(pair: Pair, side: SideName) -> tuple[Leftover, ...]:
    """The leftovers of a side, in reading order."""
    view = pair if side == "source" else pair.swapped()
    own, other = view.source, view.target
    seen = list(outcomes(pair, side))
    proven = {fold(row.word.text)[:5] for row in seen if row.written and len(row.word.text) > 3}
    weighed = (_weighed(row, proven, own.article.language) for row in seen if not row.found)
    missing = [row for row in weighed if row.word.strength >= FAINTEST]
    if not missing:
        return ()
    whole = passage("\n".join(s.text for s in other.sentences), other.article.language)
    history: dict[str, list[bool]] = {}
    for row in seen:
        history.setdefault(fold(row.word.text)[:5], []).append(row.found)
    return tuple(_leftover(view, side, rows, seen, history, whole, own.article.language) for rows in _by_name(missing))


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


def _look(view: Pair, index: int, bead: Bead) -> Iterator[Outcome]:
    """Every word of a name on the source side of a bead, and whether the target side accounts for it."""
    facts, _ = view.facts(bead)
    names = [fact for fact in facts if isinstance(fact, Name)]
    if not 0 < sum(len(name.words) for name in names) <= MAX_WORDS:
        return
    language = view.source.article.language
    own_text = _own_text(view, bead)
    own = passage(own_text, language)
    other = passage(_text(view, bead.target), view.target.article.language)
    own_tokens, other_tokens = lexical.of_bead(view, bead)
    phrases = other_tokens.phrases()
    text = view.source.article.text
    for name in names:
        whole = len(name.words) > 1 and (
            _as_a_whole(name.text, language, other, own_text)
            or any(renamed(longer, language, other) for longer in _longer(name, text))
        )
        glossed = len(name.words) > 1 and _glossed(name, text, other)
        parts = () if whole else _known_parts(name, language, other)
        for word in name.words:
            known = whole or any(word.span.overlaps(part) for part in parts)
            known = known or (glossed and not known_name(word.text, language))
            known = known or seat(word.text, language, own, other)
            heard = 1.0 if known else _heard(word, text, language, other)
            written = heard >= SPELLED
            meant = 1.0 if written else _meant(own_tokens, word.span, phrases)
            found = written or (
                meant >= (MEANT if word.strength < LIKELY else MEANT_NAME)
                and not contradicted(word.text, language, other)
            )
            yield Outcome(index, name, word, found, written and named(word.text, language, other), heard, meant)


def _heard(word: Word, text: str, language: str, other: Passage) -> float:
    """How surely a word stands in a passage by its spelling; a Chinese name goes on ("Chaj-nanu")."""
    heard = max(spelled(form, language, other) for form in (word.text, *stems(word.text, language)))
    syllables = _SYLLABLES.match(text, word.end) if heard < SPELLED else None
    return max(heard, spelled(word.text + syllables.group(), language, other)) if syllables else heard


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


def _text(view: Pair, sentences: Iterable[int]) -> str:
    return "\n".join(view.target.sentences[i].text for i in sentences)


def _own_text(view: Pair, bead: Bead) -> str:
    return " ".join(view.source.sentences[i].text for i in bead.source)


def _weighed(row: Outcome, proven: set[str], language: str) -> Outcome:
    """A word that other beads carry over as it is spelled is a name, however ordinary it looks.

    Ordinary loanwords in katakana are carried over as well.
    """
    loanword = is_katakana(row.word.text) and zipf(language, row.word.text) >= ORDINARY
    if row.word.strength < FAINT or loanword or fold(row.word.text)[:5] not in proven:
        return row
    return replace(row, word=replace(row.word, strength=max(row.word.strength, CERTAIN)))


def _near(view: Pair, bead: Bead) -> str:
    """The target sentences beside a bead, where a translator may have put a name."""
    first, last = bead.target[0], bead.target[-1]
    return _text(view, (i for i in (first - 1, last + 1) if 0 <= i < len(view.target.sentences)))


def _meant(own: lexical.Tokens, span: Span, phrases: np.ndarray) -> float:
    rows = own.within(span)
    if not len(rows) or not len(phrases):
        return 0.0
    vector = lexical.unit(own.vectors[rows].sum(axis=0, keepdims=True))
    return float((vector @ phrases.T).max())


def _by_name(missing: list[Outcome]) -> Iterator[list[Outcome]]:
    rows: list[Outcome] = []
    for row in missing:
        if rows and row.name is not rows[-1].name:
            yield rows
            rows = []
        rows.append(row)
    if rows:
        yield rows


def _leftover(
    view: Pair,
    side: SideName,
    rows: list[Outcome],
    seen: list[Outcome],
    histories: dict[str, list[bool]],
    whole: Passage,
    language: str,
) -> Leftover:
    bead = view.beads[rows[0].bead]
    first, last = view.source.sentences[bead.source[0]], view.source.sentences[bead.source[-1]]
    best = max(rows, key=lambda row: (row.word.strength, row.word.start))
    history = histories[fold(best.word.text)[:5]]
    span = Span(rows[0].word.start, rows[-1].word.end)
    here = _text(view, bead.target)
    unreadable = not known_name(best.word.text, language) and native(best.word.text, here, view.target.article.language)
    there = passage(here, view.target.article.language)
    beside = passage(_near(view, bead), view.target.article.language)
    return Leftover(
        rows[0].bead,
        side,
        language,
        span,
        view.source.article.text[span.start : span.end],
        best.word.strength,
        (span.start - first.start) / max(1, last.end - first.start),
        spelled(best.word.text, language, whole) >= KNOWN,
        spelled(best.word.text, language, beside) >= KNOWN,
        any(near_to(row.word.text, language, there) for row in rows),
        tellable(best.word.text, language, there),
        any(row.name is rows[0].name and row.found and row.word.strength > FAINT / 2 for row in seen),
        sum(history),
        len(history) - sum(history) - 1,
        _bracketed(view.source.article.text, span),
        max(row.heard for row in rows),
        max(row.meant for row in rows),
        scripts(best.word.text, there),
        frozenset(fold(row.word.text)[:4] for row in seen if row.name is rows[0].name and row.found),
        len(rows),
        *_company(rows[0], seen),
        _room(view, bead),
        _alike(view, bead),
        span.start - first.start < OPENING or (span.start - last.start in range(OPENING)),
        any(row.name is rows[0].name and row.found and row.heard < SPELLED for row in seen),
        unreadable,
        tuple(row.word.text for row in seen if row.name is rows[0].name and row.found),
        rows[0].name.text,
        _quoted(view, bead, span),
        displaced(best.word.text, language, passage(_own_text(view, bead), language), there),
        holed(here, view.target.article.language),
        translatable(view.source.article.text[span.start : span.end], language),
    )


def _quoted(view: Pair, bead: Bead, span: Span) -> bool:
    """Whether a span stands in a title: quotation marks with a few words between them."""
    facts, _ = view.facts(bead)
    return any(
        isinstance(fact, Quote) and fact.closed and fact.start <= span.start and span.end <= fact.end
        for fact in facts
        if fact.end - fact.start <= LONGEST_TITLE
    )


def _company(own: Outcome, seen: list[Outcome]) -> tuple[float, int]:
    """How the other surer names of a bead fare: the share that is found (smoothed), and how many are not."""
    found = [
        row.found for row in seen if row.bead == own.bead and row.name is not own.name and row.word.strength >= 0.5
    ]
    return (sum(found) + 0.5) / (len(found) + 1), len(found) - sum(found)


def _room(view: Pair, bead: Bead) -> float:
    sizes = [sum(len(s.text) for s in side) for side in view.sentences(bead)]
    whole = [sum(len(s.text) for s in version.sentences) for version in (view.source, view.target)]
    return math.log((sizes[0] + 10) / (sizes[1] * whole[0] / max(1, whole[1]) + 10))


def _alike(view: Pair, bead: Bead) -> float:
    a, b = (
        vectors[list(side)].sum(axis=0)
        for vectors, side in ((view.source_vectors, bead.source), (view.target_vectors, bead.target))
    )
    size = float(np.linalg.norm(a) * np.linalg.norm(b))
    return float(a @ b) / size if size else 0.0


def _bracketed(text: str, span: Span) -> bool:
    return text[max(0, span.start - 1) : span.start] in ("(", "（", "[") and text[span.end : span.end + 1] in _CLOSING


_CLOSING = (")", "）", "]")
