"""Flags a sentence that denies what the other version affirms, or says the opposite.

A clause of one side has a negator to which none of the other side answers: then the negation was probably lost or put
in, the more probably the better what it denies has its counterpart there, and the less any word near that counterpart
could carry the denial ("without", "refuse", "hardly", "un-"). Nothing is said where the denial is doubled ("not rare"),
where the sentences may be cut at different places, and of questions, which deny for politeness.
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

import msgspec
import numpy as np

from checker.checks import lexical
from checker.checks.carriers import Facing, affirmed, bounded, carried, litotes, measured, repeated, undone, unlimited
from checker.checks.context import Pair
from checker.checks.denied import Case, borrowed, counterpart, features, probability
from checker.checks.exclusions import reversed_exclusion
from checker.checks.parts import parted
from checker.checks.polarity import Polarity, polarity
from checker.checks.poles import opposed, told
from checker.checks.scope import Denial, side
from checker.checks.yardstick import bead_similarities, yardstick
from checker.embed import knows_words
from checker.languages.names import english_name
from checker.model import Bead, Finding, Sentence, Severity, Span

NAME = "negation"
SEVERITY: Severity = "warning"

LIKE, CLOSE, LEAST = 0.6, 0.8, 0.4
"""Relative similarity (:mod:`checker.checks.yardstick`) of a bead in which plain evidence counts, of a close one, and
below which nothing is said: freer translations deny in other words."""
ALIKE = 0.97
"""Likeness of both sides, 1 that of the article's sentences, from which they differ in the denial alone."""
PROBABLE, PLAIN, PLAINEST, AMONG = 0.76, 0.62, 0.54, 0.82
"""Probability (:mod:`checker.checks.denied`) from which a negation was lost; the same where the denied words are
affirmed and nothing near them may deny, and besides the sentences are as alike as the article's usually are; and where
the other side denies something else.

By weights fitted without the article, 29 % of the edits of eleven articles are found from seven languages each (those
of quotations among them), with a finding in 19 of 770 faithful pairs of versions; 29 of 46 of the development articles,
and 6 findings in 227 faithful versions, some of them slips of the translators. In four articles that were not read
before, from two languages each, 33 findings in 208 pairs; 5 after they had been read."""
HALVED = 0.4
"""The same where half of a doubled denial stands there ("did not rule out", there: ruled out)."""
MADE_UP = 0.9
"""The same where the target has as many words that may deny as it has denials too few ("never dishonest" here, "לא ישר"
and "אף פעם לא" there). Of 73 lost negations of ten articles from English none is missed for it; four faithful pairs
of four articles had a probability of 0.82 to 0.85."""
COUNTERPART = 0.2
"""Cosine that a denied word needs with some phrase of the other side."""
_QUESTION = ("?", "？", "؟", ";")
_CLOSING = " \"'”’»«“」』)）"
_CLAUSE = re.compile(r"[,;:()—–。，、；：！？!?“”„»«\"]|\.\s")


class _Lost(msgspec.Struct, frozen=True):
    """A negator of one side with the span on the other side that affirms, and how probably so."""

    negator: Span
    affirmed: Span
    probability: float


def check(pair: Pair) -> Iterable[Finding]:
    """Yield the beads where only one side denies."""
    for index, bead, likeness in _compared(pair):
        yield from _in_bead(pair, index, bead, likeness)


def observed(pair: Pair) -> Iterator[tuple[int, bool, tuple[float, ...]]]:
    """What the regression sees of each denial that may be lost, with its bead and whether the source denies.

    For ``training/calibrate_negation.py``.
    """
    for index, bead, likeness in _compared(pair):
        for facing, view in _facing(pair, bead):
            yield from ((index, view is pair, features(case)) for case in _cases(view, index, facing, likeness))


def _compared(pair: Pair) -> Iterator[tuple[int, Bead, float]]:
    """The beads that are alike enough, with their likeness."""
    measure = yardstick(pair)
    if not measure.usable:
        return
    similarities = bead_similarities(pair)
    for index, bead in enumerate(pair.beads):
        if bead.source and bead.target and (likeness := measure.relative(float(similarities[index]))) >= LEAST:
            yield index, bead, likeness


def _in_bead(pair: Pair, index: int, bead: Bead, likeness: float) -> Iterator[Finding]:
    found = _polarities(pair, bead)
    if found is not None and likeness >= CLOSE and not found[0].negators and not found[1].negators:
        poles = opposed(pair, bead, (bool(found[0].soft), bool(found[1].soft)))
        if poles is not None:
            yield _opposed(pair, index, *poles)
    elif found is not None and likeness >= LIKE and _balanced(pair, bead):
        verbs = told(pair, bead, (found[0].negators, found[1].negators))
        if verbs is not None:
            yield _opposed(pair, index, *verbs)
    doubled = reversed_exclusion(pair, bead) if likeness >= LIKE else None
    if doubled is not None:
        yield _opposed(pair, index, *doubled)
        return
    rows = [(row, view) for facing, view in _facing(pair, bead) for row in _lost(view, index, facing, likeness)]
    if rows:
        row, view = max(rows, key=lambda row: row[0].probability)
        yield _finding(pair, index, row, denies_source=view is pair)


def _balanced(pair: Pair, bead: Bead) -> bool:
    """Whether both sides have as many denials, each with its answer: "confirmed that not" is "denied that"."""
    rows = [facing for facing, _ in _facing(pair, bead)]
    return all(not row.answered.denials and len(row.one.denials) == len(row.other.denials) for row in rows)


def _facing(pair: Pair, bead: Bead) -> Iterator[tuple[Facing, Pair]]:
    """Both sides of a bead, seen from the source and from the target; nothing where no words or lists are known."""
    found, (own, others) = _polarities(pair, bead), lexical.of_bead(pair, bead)
    if found is None or not own.spans or not others.spans:
        return
    source, target = pair.sentences(bead)
    sides = side(pair.source, source, own, found[0]), side(pair.target, target, others, found[1])
    yield Facing.of(*sides), pair
    yield Facing.of(*sides[::-1]), pair.swapped()


def _uncut(pair: Pair, index: int) -> bool:
    """Whether nobody knows where the sentence ends (Thai), and a bead beside it denies: the denial may be its own."""
    beside = (near for near in (index - 1, index + 1) if 0 <= near < len(pair.beads))
    return _unended(pair, index) and any(_unended(pair, near) and _denies(pair, near) for near in beside)


def _shifted(view: Pair, index: int) -> bool:
    """Whether a bead beside this one denies on the target's side alone: a version was cut at another place."""
    return any(_put_in(view, near) for near in (index - 1, index + 1) if 0 <= near < len(view.beads))


def _put_in(view: Pair, index: int) -> bool:
    """Whether the target of a bead denies, and nothing of the source does or may."""
    found = _polarities(view, view.beads[index])
    return found is not None and bool(found[1].negators) and not (found[0].negators or found[0].soft)


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
    return Polarity(*(_moved(rows, kind) for kind in ("negators", "soft", "reversing", "idle", "weak", "limits")))


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


def _lost(view: Pair, index: int, facing: Facing, likeness: float) -> Iterator[_Lost]:
    """The denials of the source to which nothing of the target answers, with what stands there instead."""
    for case in _judged(view, index, facing, likeness):
        probable, seen = probability(case), case.facing
        limit = _limit(seen, case.denial, likeness, weak=case.weak, borrowed=borrowed(case))
        least = max(MADE_UP if _made_up(facing) else 0.0, PROBABLE if seen is not facing else 0.0)
        if probable > max(limit, least):
            word = seen.other.words.spans[_place(seen, case.denial)]
            clause = _clause(view.target.article.text, view.beads[index], view, word)
            yield _Lost(case.denial.negator, clause, probable)


def _made_up(facing: Facing) -> bool:
    """Whether the target has denials, and as many words that may deny as it has denials too few."""
    few = len(facing.one.denials) - len(facing.other.denials)
    return bool(facing.other.denials) and few <= len(facing.free)


def _judged(view: Pair, index: int, facing: Facing, likeness: float) -> Iterator[Case]:
    """The denials that may be lost, and besides each by itself, in what is left where the others have their answer."""
    for case in _cases(view, index, facing, likeness):
        yield case
        rest = parted(facing, case.denial) if facing.other.denials else None
        if rest is not None:
            yield from _cases(view, index, rest, likeness)


def _cases(view: Pair, index: int, facing: Facing, likeness: float) -> Iterator[Case]:
    """The denials of the source that none of the target answers and that may be lost."""
    if not knows_words(view.encoder) or _asks(view, index) or _shifted(view, index) or _uncut(view, index):
        return
    rows = [(denial, False) for denial in facing.answered.denials]
    partial = () if facing.other.denials else facing.answered.weak
    for denial, weak in (*rows, *((denial.narrowed(), True) for denial in partial)):
        if counterpart(facing, denial) >= COUNTERPART and not _turned(facing, denial, weak=weak):
            yield Case(facing, denial, view.encoder, likeness, weak)


def _turned(facing: Facing, denial: Denial, *, weak: bool) -> bool:
    """Whether the negator may say no more than another word does without one ("not rare", "not before")."""
    return measured(facing, denial) or (not weak and (litotes(facing, denial) or bounded(facing, denial)))


def _limit(facing: Facing, denial: Denial, likeness: float, *, weak: bool, borrowed: bool) -> float:
    """The probability from which a denial was lost."""
    halved = undone(facing, denial) or unlimited(facing, denial)
    if not (weak or borrowed) and likeness >= CLOSE and halved:
        return HALVED
    if likeness >= LIKE and _plain(facing, denial, weak=weak, close=likeness >= CLOSE) and not borrowed:
        return PLAINEST if likeness >= ALIKE else PLAIN
    return AMONG if facing.other.denials else PROBABLE


def _plain(facing: Facing, denial: Denial, *, weak: bool, close: bool) -> bool:
    """Whether what is denied is affirmed on the other side, and nothing there may deny it."""
    if weak and (not close or facing.other.soft):
        return False
    if len(facing.other.idle) > len(facing.answered.idle) or not affirmed(facing, denial, close=close):
        return False
    return (weak or not repeated(facing, denial)) and not carried(facing, denial)


def _place(facing: Facing, denial: Denial) -> int:
    """The word of the target that is likest to a denied one."""
    likest = max(denial.denied, key=lambda i: float(facing.phrases[i].max()))
    return int(np.argmax(facing.words[likest]))


def _clause(text: str, bead: Bead, view: Pair, word: Span) -> Span:
    """The clause of the target sentence around a word."""
    sentence = next(s for i in bead.target if (s := view.target.sentences[i]).span.covers(word))
    cuts = [m.end() for m in _CLAUSE.finditer(text, sentence.start, word.start)]
    end = next((m.start() for m in _CLAUSE.finditer(text, word.end, sentence.end)), sentence.end)
    start = cuts[-1] if cuts else sentence.start
    inner = text[start:end]
    return Span(start + len(inner) - len(inner.lstrip()), end)


def _finding(pair: Pair, index: int, denial: _Lost, *, denies_source: bool) -> Finding:
    languages = english_name(pair.source.article.language), english_name(pair.target.article.language)
    one, other = languages if denies_source else languages[::-1]
    spans = (denial.negator, denial.affirmed) if denies_source else (denial.affirmed, denial.negator)
    version = pair.source if denies_source else pair.target
    word = version.article.text[denial.negator.start : denial.negator.end]
    message = f"The {one} sentence is negated (“{word}”), the {other} one is not."
    return Finding(NAME, SEVERITY, message, index, spans[0], spans[1], (), (word, one, other))
