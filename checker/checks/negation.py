"""Flags a sentence that denies what the other version affirms, or says the opposite.

A clause of one side has a negator to which none of the other side answers, and what it denies has its counterpart
there: then the negation was lost or put in. Nothing is said where a word near that counterpart could carry the denial
("without", "refuse", "hardly", "un-") and answers to no such word of the denying side; where the denial is doubled
("not rare") or repeats a verb ("warn not to"); where the sentences may be cut at different places; and of questions,
which deny for politeness.
Without a negator on either side, plain words for opposite directions ("rose", "fell") stand against each other.

Fires:
    de: Die Gewerkschaft hat dem Angebot nicht zugestimmt. Die Gespräche werden am Montag fortgesetzt.
    en: The union has agreed to the offer. The talks will continue on Monday.

Silent:
    de: Die Gewerkschaft hat dem Angebot nicht zugestimmt. Die Gespräche werden am Montag fortgesetzt.
    en: The union has not agreed to the offer. The talks will continue on Monday.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from checker.checks import lexical
from checker.checks.context import Pair
from checker.checks.polarity import Polarity, polarity
from checker.checks.poles import opposed
from checker.checks.scope import Denial, Side, side, unanswered
from checker.checks.yardstick import bead_similarities, yardstick
from checker.languages.names import english_name
from checker.model import Bead, Finding, Sentence, Severity, Span

NAME = "negation"
SEVERITY: Severity = "warning"

LIKE, CLOSE = 0.6, 0.8
"""Relative similarity (:mod:`checker.checks.yardstick`) that a bead needs; freer translations deny in other words."""
AFTER, BEFORE = (0.42, 0.32), (0.55, 0.32)
"""Cosine that a content word behind or before the negator needs with a phrase of the other side, in a bead above
``LIKE`` and in one above ``CLOSE``."""
REACH, ALIKE = 6, 0.3
"""A soft word carries the denial within so many words of the counterpart of a denied word, or with such a cosine."""
ANSWERS = 0.42
"""Cosine from which a soft word of one side answers to one of the other, and so carries nothing else.

All these and those below together: 29 of 46 changed negations of the development articles and 6 findings in their 227
faithful versions, two of which are slips of the translators."""
BESIDE, REPEATED = 5, 5
"""Words from a negator to a soft word behind it ("not rare") and to an answered one before it ("warn not to")."""
FUSED = 0.3
"""Cosine below which the word beside the negator may have its counterpart in one that denies ("not true": untrue)."""
LONG = 40
"""Words from which those before the negator count no more: in a long sentence some word is alike by chance."""
FAINT = 0.3
"""Cosine from which the likest word of the target says where a denied one would stand."""
ADJOINING = 3
"""The same for an answered one of the clause before."""
SEVERAL = 2
"""Denied words that need a counterpart where the target denies something else."""
_QUESTION = ("?", "？", "؟", ";")
_CLOSING = " \"'”’»«“」』)）"
_CLAUSE = re.compile(r"[,;:()—–。，、；：！？!?“”„»«\"]|\.\s")


@dataclass(frozen=True, slots=True)
class _Denial:
    """A negator of one side with the span on the other side that affirms."""

    negator: Span
    affirmed: Span


def check(pair: Pair) -> Iterable[Finding]:
    """Yield the beads where only one side denies."""
    measure = yardstick(pair)
    if not measure.usable:
        return
    similarities = bead_similarities(pair)
    for index, bead in enumerate(pair.beads):
        if bead.source and bead.target and (likeness := measure.relative(float(similarities[index]))) >= LIKE:
            findings = list(_in_bead(pair, index, bead, close=likeness >= CLOSE))
            if findings and not _shifted(pair, index):
                yield from findings


def _in_bead(pair: Pair, index: int, bead: Bead, *, close: bool) -> Iterator[Finding]:
    found = _polarities(pair, bead)
    if found is None:
        return
    if close and not found[0].negators and not found[1].negators:
        poles = opposed(pair, bead)
        if poles is not None:
            yield _opposed(pair, index, *poles)
    own, others = lexical.of_bead(pair, bead)
    if not own.spans or not others.spans:
        return
    source, target = pair.sentences(bead)
    sides = side(pair.source, source, own, found[0]), side(pair.target, target, others, found[1])
    for one, other, view in ((*sides, pair), (*sides[::-1], pair.swapped())):
        denial = None if _asks(view, index) else _lost(view, index, one, other, close=close)
        if denial is not None:
            yield _finding(pair, index, denial, denies_source=view is pair)


def _shifted(pair: Pair, index: int) -> bool:
    """Whether a sentence beside the bead may hold the denial, because a version was cut at another place.

    So it is where the bead beside denies alone as well, the other way round, or where no mark ends a sentence (Thai)
    and the bead beside denies at all.
    """
    here = _excess(pair, index)
    beside = [near for near in (index - 1, index + 1) if 0 <= near < len(pair.beads)]
    if here and any(here * _excess(pair, near) < 0 for near in beside):
        return True
    return any(_unended(pair, near) and _denies(pair, near) for near in beside) and _unended(pair, index)


def _excess(pair: Pair, index: int) -> int:
    """1 where the source of a bead denies alone, -1 where the target does."""
    found = _polarities(pair, pair.beads[index])
    return bool(found[0].negators) - bool(found[1].negators) if found else 0


def _unended(pair: Pair, index: int) -> bool:
    """Whether a sentence of a bead has no mark at its end, so that nobody knows where it ends."""
    return any(
        unicodedata.category(sentence.text.rstrip(_CLOSING)[-1:] or ".")[0] in "LMN"
        for side in pair.sentences(pair.beads[index])
        for sentence in side
    )


def _denies(pair: Pair, index: int) -> bool:
    found = _polarities(pair, pair.beads[index])
    return found is not None and any(side.negators or side.weak or side.reversing for side in found)


def _polarities(pair: Pair, bead: Bead) -> tuple[Polarity, Polarity] | None:
    rows = [
        _of(sentences, version.article.language)
        for sentences, version in zip(pair.sentences(bead), (pair.source, pair.target), strict=True)
    ]
    return (rows[0], rows[1]) if rows[0] is not None and rows[1] is not None else None


def _opposed(pair: Pair, index: int, source: Span, target: Span) -> Finding:
    (one, first), (other, second) = (
        (english_name(version.article.language), version.article.text[span.start : span.end])
        for version, span in ((pair.source, source), (pair.target, target))
    )
    message = f"The {one} version says “{first}”, the {other} one the opposite, “{second}”."
    return Finding(NAME, SEVERITY, message, index, source, target, (), (first, second))


def _of(sentences: tuple[Sentence, ...], language: str) -> Polarity | None:
    """The polarity of some sentences, with offsets of the article."""
    rows = [(sentence.start, polarity(sentence.text, language)) for sentence in sentences]
    if any(row is None for _, row in rows):
        return None
    return Polarity(*(_moved(rows, kind) for kind in ("negators", "soft", "reversing", "idle", "weak")))


def _moved(rows: Sequence[tuple[int, Polarity | None]], kind: str) -> tuple[Span, ...]:
    return tuple(
        Span(start + span.start, start + span.end)
        for start, row in rows
        if row is not None
        for span in getattr(row, kind)
    )


def _asks(view: Pair, index: int) -> bool:
    """Whether the denying side ends in a question: what it seems to deny may be what it asks for."""
    return view.source.sentences[view.beads[index].source[-1]].text.rstrip(_CLOSING).endswith(_QUESTION)


def _lost(view: Pair, index: int, one: Side, other: Side, *, close: bool) -> _Denial | None:
    """The first denial of the source to which nothing of the target answers, with what stands there instead."""
    own, others = lexical.unit(one.words.vectors), lexical.unit(other.words.vectors)
    words, phrases = own @ others.T, own @ other.words.phrases().T
    answers = _answers(words, one.soft, other.soft)
    if len(other.idle) > len(one.idle):
        return None
    partial = one.weak if close and not (one.denials or other.denials or other.soft) else ()
    for denial in (*unanswered(one, other, words), *(denial.narrowed() for denial in partial)):
        place = _affirmed(denial, one, other, words, phrases, close=close)
        if (
            place is None
            or (not partial and _doubled(denial, one, answers))
            or _carried(words, denial, one, other, answers)
        ):
            continue
        word = other.words.spans[place]
        return _Denial(denial.negator, _clause(view.target.article.text, view.beads[index], view, word))
    return None


def _affirmed(
    denial: Denial, one: Side, other: Side, words: np.ndarray, phrases: np.ndarray, *, close: bool
) -> int | None:
    """The word of the target that affirms what the source denies; None where it has none or denies it."""
    after = [i for i in denial.after if phrases[i].max() >= AFTER[close]]
    counts = len(one.words.spans) < LONG or not denial.after
    before = [i for i in denial.before if counts and phrases[i].max() >= BEFORE[close]]
    found = after or before
    if other.denials and len([*after, *before]) < min(SEVERAL, len(denial.denied)):
        return None
    places = [int(np.argmax(words[i])) for i in found]
    denied = {row.clause for row in other.denials}
    near = [at for row in other.denials for at in row.at]
    if any(other.clauses[place] in denied or any(abs(place - at) <= BESIDE for at in near) for place in places):
        return None
    return places[0] if places else None


def _answers(words: np.ndarray, own: Sequence[int], others: Sequence[int]) -> dict[int, int]:
    """Which soft word of the source answers to which of the target, each to one, the most alike first."""
    pairs = sorted(((float(words[i, j]), i, j) for i in own for j in others), reverse=True)
    found: dict[int, int] = {}
    for likeness, i, j in pairs:
        if likeness >= ANSWERS and i not in found and j not in found.values():
            found[i] = j
    return found


def _doubled(denial: Denial, one: Side, answers: dict[int, int]) -> bool:
    """Whether the negator denies a denial ("not rare") or repeats one ("warns not to", where others warn of it)."""
    if any(one.clauses[i] == denial.clause and i not in answers for i in one.reversing):
        return True
    first = denial.at[0] if denial.at else 0
    soft = [i for i in one.soft if one.clauses[i] == denial.clause]
    litotes = any(-1 <= i - first <= BESIDE and i not in answers for i in soft)
    return litotes or any(
        0 < first - i <= (REPEATED if one.clauses[i] == denial.clause else ADJOINING) and i in answers for i in one.soft
    )


def _carried(words: np.ndarray, denial: Denial, one: Side, other: Side, answers: dict[int, int]) -> bool:
    """Whether a soft word of the target may carry the denial.

    It stands near the counterpart of a denied word or is like one, and answers to no soft word of the source.
    ``words`` is the cosine of every source with every target word.
    """
    denied = list(denial.denied)
    if denial.nearest is not None and words[denial.nearest].max() < FUSED and len(other.soft) > len(answers):
        return True
    likely = [i for i in denied if words[i].max() >= FAINT]
    places = [int(np.argmax(words[i])) for i in likely or denied]
    clauses = {other.clauses[place] for place in places}
    answered = {j for i, j in answers.items() if one.clauses[i] == denial.clause or other.clauses[j] not in clauses}
    return any(
        any(abs(index - place) <= REACH for place in places) or float(words[denied, index].max()) >= ALIKE
        for index in other.soft
        if index not in answered
    )


def _clause(text: str, bead: Bead, view: Pair, word: Span) -> Span:
    """The clause of the target sentence around a word."""
    sentence = next(s for i in bead.target if (s := view.target.sentences[i]).span.covers(word))
    cuts = [m.end() for m in _CLAUSE.finditer(text, sentence.start, word.start)]
    end = next((m.start() for m in _CLAUSE.finditer(text, word.end, sentence.end)), sentence.end)
    start = cuts[-1] if cuts else sentence.start
    inner = text[start:end]
    return Span(start + len(inner) - len(inner.lstrip()), end)


def _finding(pair: Pair, index: int, denial: _Denial, *, denies_source: bool) -> Finding:
    languages = english_name(pair.source.article.language), english_name(pair.target.article.language)
    one, other = languages if denies_source else languages[::-1]
    spans = (denial.negator, denial.affirmed) if denies_source else (denial.affirmed, denial.negator)
    version = pair.source if denies_source else pair.target
    word = version.article.text[denial.negator.start : denial.negator.end]
    message = f"The {one} sentence is negated (“{word}”), the {other} one is not."
    return Finding(NAME, SEVERITY, message, index, spans[0], spans[1], (), (word, one, other))
