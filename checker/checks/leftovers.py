"""Names of a bead that nothing on the other side accounts for.

Most names cancel (:mod:`checker.checks.outcomes`): the same spelling, an inflected one, another script, an exonym, a
word that the token vectors think alike. What is left carries evidence: how surely the word is a name, whether the rest
of its name has a counterpart, whether the other article knows it at all, and whether it found it in other beads.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import msgspec
import numpy as np
import regex as re

from checker.checks.acronyms import is_acronym
from checker.checks.context import Pair
from checker.checks.counterpart import near_to, spelled
from checker.checks.exonymy import displaced, known_name
from checker.checks.inflection import inflected
from checker.checks.leftout import left_out
from checker.checks.legible import native, scripts, tellable
from checker.checks.listing import Member, listed, members
from checker.checks.outcomes import MEANT, SPELLED, Outcome, outcomes, own_text, text_of
from checker.checks.passage import Passage, passage
from checker.checks.sides import SideName
from checker.checks.translated import translatable
from checker.facts.candidates import is_katakana
from checker.facts.holes import holed
from checker.facts.quotes import Quote
from checker.facts.romanise import fold
from checker.facts.strength import CERTAIN, FAINT, LIKELY, ORDINARY
from checker.languages.frequency import zipf
from checker.languages.words import words as data
from checker.model import Bead, Span

FAINTEST = 0.1
"""Least strength of a leftover; what is fainter is an ordinary word."""
KNOWN = 0.85
"""Likeness from which a name counts as known to the other article; stricter, for there are many words to be like."""
UNHEARD, UNMEANT = 0.68, 0.35
"""Likeness of sound and of meaning below which a name in another script has no counterpart: in 80 faithful pairs of
English and German with five scripts none of the names of several words that other beads have stays below both."""
OPENING = 2
"""Characters before a name that begins its sentence: a mark and a blank."""

_GLOSS = re.compile(r"\s?[(（](\w+)[)）]")

LONGEST_TITLE = 48
"""Characters of a title in quotation marks."""


class Leftover(msgspec.Struct, frozen=True):
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
    listed: bool = False
    """Whether it stands in a list of names whose others have their counterparts."""
    dropped: bool = False
    """Whether those stand in a list that has no other."""
    glossed: bool = False
    """Whether an acronym in brackets behind it stands on the other side, which then does without the words."""
    whole: bool = False
    """Whether it is a first and a second name that no word here sounds like, though other beads have it."""

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


@lru_cache(maxsize=1)
def both(pair: Pair) -> tuple[tuple[Leftover, ...], tuple[Leftover, ...]]:
    """The leftovers of source and target; two checks ask for them, so the last answer is kept."""
    return leftovers(pair, "source"), leftovers(pair, "target")


def leftovers(pair: Pair, side: SideName) -> tuple[Leftover, ...]:
    """The leftovers of a side, in reading order."""
    view = pair if side == "source" else pair.swapped()
    own, other = view.source, view.target
    seen = list(outcomes(pair, side))
    proven = _proven(seen)
    weighed = (_weighed(row, proven, own.article.language) for row in seen if not row.found)
    missing = [row for row in weighed if row.word.strength >= FAINTEST]
    if not missing:
        return ()
    whole = passage("\n".join(s.text for s in other.sentences), other.article.language)
    history: dict[str, list[bool]] = {}
    for row in seen:
        history.setdefault(fold(row.word.text)[:5], []).append(row.found)
    scenes = {bead: _scene(view, side, bead, rows, whole) for bead, rows in _by_bead(seen, missing)}
    named = map(_core, _by_name(missing))
    return tuple(_leftover(scenes[rows[0].bead], rows, history) for rows in named)


def _by_bead(seen: list[Outcome], missing: list[Outcome]) -> Iterator[tuple[int, list[Outcome]]]:
    """What was seen in the beads where something is missing."""
    rows: dict[int, list[Outcome]] = {row.bead: [] for row in missing}
    for row in seen:
        if row.bead in rows:
            rows[row.bead].append(row)
    yield from rows.items()


def _proven(seen: list[Outcome]) -> dict[str, set[str]]:
    """The words that some bead carries over as they are spelled, folded, by their first letters."""
    rows: dict[str, set[str]] = {}
    for row in seen:
        if row.written and len(row.word.text) > 3:
            rows.setdefault(fold(row.word.text)[:5], set()).add(fold(row.word.text))
    return rows


def _weighed(row: Outcome, proven: dict[str, set[str]], language: str) -> Outcome:
    """A word that other beads carry over as it is spelled is a name, however ordinary it looks.

    Ordinary loanwords in katakana are carried over as well.
    """
    loanword = is_katakana(row.word.text) and zipf(language, row.word.text) >= ORDINARY
    plain = fold(row.word.text)
    carried = any(inflected(plain, other) for other in proven.get(plain[:5], ()))
    if row.word.strength < FAINT or loanword or not carried:
        return row
    return msgspec.structs.replace(row, word=replace(row.word, strength=max(row.word.strength, CERTAIN)))


def _near(view: Pair, bead: Bead) -> str:
    """The target sentences beside a bead, where a translator may have put a name."""
    first, last = bead.target[0], bead.target[-1]
    return text_of(view, (i for i in (first - 1, last + 1) if 0 <= i < len(view.target.sentences)))


def _by_name(missing: list[Outcome]) -> Iterator[list[Outcome]]:
    rows: list[Outcome] = []
    for row in missing:
        if rows and row.name is not rows[-1].name:
            yield rows
            rows = []
        rows.append(row)
    if rows:
        yield rows


def _core(rows: list[Outcome]) -> list[Outcome]:
    """A first and a second name without the title before them ("Deputy Minister Jonas Reinhardt"), or an acronym.

    The noun beside an acronym says what it is ("Kartellbehörde KFTC").
    """
    acronyms = [row for row in rows if is_acronym(row.word.text)]
    if len(acronyms) == 1 and all(row.word.strength <= FAINT for row in rows if row not in acronyms):
        return acronyms
    first = next((at for at, row in enumerate(rows) if row.word.strength > FAINT), 0)
    if first and _apart(rows[first - 1], rows[first]):
        return rows[first:]
    if len(rows) > 1 and _apart(rows[-2], rows[-1]) and _is_surname(rows[-1]) and rows[-2].meant >= MEANT:
        return rows[-1:]  # "Filipino Ramon Villareal": where Ramon is there
    sure = all(row.word.strength >= LIKELY for row in rows[first:])
    return rows[first:] if sure and len(rows) - first > 1 else rows


def _is_surname(row: Outcome) -> bool:
    """Whether a word is the last one of its name, and it or the one before it is surely a name."""
    return row.word is row.name.words[-1] and max(word.strength for word in row.name.words[-2:]) >= CERTAIN


def _apart(first: Outcome, second: Outcome) -> bool:
    """Whether another word of the name stands between two of them (a title, a first name, a surname)."""
    words = [word.span for word in first.name.words]
    return words.index(second.word.span) - words.index(first.word.span) > 1


class _Scene(msgspec.Struct, frozen=True, eq=False):
    """What the leftovers of a bead have in common.

    ``view`` is the pair seen from their side, ``seen`` what became of the bead's names; ``here`` is the text of the
    other side, ``there`` the same prepared, ``near`` its neighbours, ``whole`` all of that version.
    """

    view: Pair
    side: SideName
    index: int
    seen: list[Outcome]
    here: str
    there: Passage
    near: Passage
    whole: Passage
    holed: bool
    room: float
    alike: float

    @property
    def bead(self) -> Bead:
        return self.view.beads[self.index]

    @property
    def text(self) -> str:
        """The article of the leftovers."""
        return self.view.source.article.text

    @property
    def language(self) -> str:
        return self.view.source.article.language


def _scene(view: Pair, side: SideName, index: int, seen: list[Outcome], whole: Passage) -> _Scene:
    bead, language = view.beads[index], view.target.article.language
    here = text_of(view, bead.target)
    return _Scene(
        view,
        side,
        index,
        seen,
        here,
        passage(here, language),
        passage(_near(view, bead), language),
        whole,
        holed(here, language),
        _room(view, bead),
        _alike(view, bead),
    )


def _leftover(scene: _Scene, rows: list[Outcome], histories: dict[str, list[bool]]) -> Leftover:
    best = max(rows, key=lambda row: (row.word.strength, row.word.start))
    history = histories[fold(best.word.text)[:5]]
    span = Span(rows[0].word.start, rows[-1].word.end)
    word, text = best.word.text, scene.text[span.start : span.end]
    language, there = scene.language, scene.there
    company = [row for row in scene.seen if row.name is rows[0].name and row.found]
    others_named = _names(rows[0], scene.seen)
    found, others = _company(rows[0], scene.seen)
    name = rows[0].name.span
    return Leftover(
        bead=scene.index,
        side=scene.side,
        language=language,
        span=span,
        text=text,
        strength=best.word.strength,
        place=_place(scene, span),
        known=spelled(word, language, scene.whole, KNOWN) >= KNOWN,
        near=spelled(word, language, scene.near) >= KNOWN,
        faint=any(near_to(row.word.text, language, there) for row in rows),
        tellable=tellable(word, language, there),
        partly=any(row.word.strength > FAINT / 2 for row in company),
        elsewhere=sum(history),
        never=len(history) - sum(history) - 1,
        bracketed=_bracketed(scene.text, span),
        heard=max(row.heard for row in rows),
        meant=max(row.meant for row in rows),
        script=scripts(word, there),
        beside=frozenset(fold(row.word.text)[:4] for row in company),
        words=len(rows),
        found=found,
        others=others,
        room=scene.room,
        alike=scene.alike,
        opens=_opens(scene, span),
        translated=any(row.heard < SPELLED for row in company),
        unreadable=not known_name(word, language) and native(word, scene.here, there.language),
        company=tuple(row.word.text for row in company),
        name=rows[0].name.text,
        quoted=_quoted(scene.view, scene.bead, span),
        displaced=displaced(word, language, passage(own_text(scene.view, scene.bead), language), there),
        holed=scene.holed,
        translatable=translatable(text, language),
        listed=listed(name, members(scene.text, name, others_named)),
        dropped=left_out(members(scene.text, name, _sure(others_named)), name, language, scene.here, there.language),
        glossed=_glossed(scene.text, span, language, there),
        whole=len(history) - sum(history) == 1 < len(history) and _whole(rows, there),
    )


def _place(scene: _Scene, span: Span) -> float:
    """Where in its side a leftover stands, 0 to 1."""
    sentences = scene.view.source.sentences
    start, end = sentences[scene.bead.source[0]].start, sentences[scene.bead.source[-1]].end
    return (span.start - start) / max(1, end - start)


def _opens(scene: _Scene, span: Span) -> bool:
    """Whether a leftover begins the first or the last sentence of its side."""
    first, last = (scene.view.source.sentences[scene.bead.source[at]] for at in (0, -1))
    return span.start - first.start < OPENING or span.start - last.start in range(OPENING)


def _glossed(text: str, span: Span, language: str, there: Passage) -> bool:
    gloss = _GLOSS.match(text, span.end)
    return gloss is not None and is_acronym(gloss[1]) and spelled(gloss[1], language, there) >= SPELLED


def _whole(rows: list[Outcome], there: Passage) -> bool:
    """Whether a name of several sure words, none of them a known place, has nothing like any of them there."""
    sure = sum(word.strength > FAINT for word in rows[0].name.words)
    if len(rows) < 2 or len(rows) != sure or scripts(rows[0].word.text, there) == "latin":
        return False
    return all(row.word.strength >= LIKELY and row.heard < UNHEARD and row.meant < UNMEANT for row in rows)


def _names(own: Outcome, seen: list[Outcome]) -> set[Member]:
    """The other names ``seen`` in a bead, with whether their surest word has its counterpart."""
    found: dict[Span, tuple[float, bool, str]] = {}
    for row in seen:
        if row.name is not own.name:
            rows = found.get(row.name.span, (0.0, False, ""))
            found[row.name.span] = max(rows, (row.word.strength, row.found, row.word.text))
    return {Member(span, there, strength, word) for span, (strength, there, word) in found.items()}


def _sure(names: set[Member]) -> set[Member]:
    return {row for row in names if row.strength >= LIKELY}


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
    found = [row.found for row in seen if row.name is not own.name and row.word.strength >= 0.5]
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
