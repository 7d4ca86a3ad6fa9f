"""What a negator denies: the words beside it in its clause, and where the other side of the bead has them.

A clause ends where a mark says so. The negators of one clause deny together ("никто не", "ne … pas"), so that languages
with one negator and with several are counted alike. What is denied stands behind the negator in most languages and
before it in others (Japanese, Tamil, Hindi), or in the negator's own word (Turkish "gelmedi", Lithuanian "neatėjo").
"""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from operator import attrgetter

import msgspec
import numpy as np

from checker.checks import lexical
from checker.checks.polarity import Polarity, inflected, joints
from checker.facts.dates import DatePart
from checker.facts.quantities import Quantity
from checker.languages.frequency import zipf
from checker.model import Sentence, Span, Version

CONTENT = 5.6
"""Zipf frequency from which a word is a function word."""
COMMON = 6.3
"""The same where a negator has no other word behind it in its clause ("did not know")."""
NEIGHBOURS = 2
"""Content words on either side of the negator that are looked at."""
TOGETHER = 6
"""Words between two negators of a clause up to which they deny one thing ("никто из них не")."""
SHORT = 2
"""Words of an entry that all count; between those of longer ones others stand."""
CUT = re.compile(r"[;:()—–。；：！？!?“”„»«\"،؛]|[,，、](?!\d)|\.\s|\s-\s")
"""Where a clause ends."""


class Denial(msgspec.Struct, frozen=True):
    """The negators of one clause. ``at``, ``after`` and ``before`` are indices of words of the side."""

    negator: Span
    clause: int
    at: tuple[int, ...]
    after: tuple[int, ...]
    before: tuple[int, ...]

    @property
    def denied(self) -> tuple[int, ...]:
        """The words that are denied, the likeliest first."""
        return (*self.after, *self.before)

    @property
    def nearest(self) -> int | None:
        """The word beside the negator."""
        return next(iter((*self.after, *reversed(self.before))), None)

    def narrowed(self) -> Denial:
        """The same for a "without" or "not all", which denies the one word beside it."""
        return msgspec.structs.replace(self, after=self.after[:1], before=() if self.after else self.before[-1:])


class Side(msgspec.Struct, frozen=True):
    """One side of a bead: its words, the clause of each, what denies and what may."""

    words: lexical.Tokens
    clauses: tuple[int, ...]
    denials: tuple[Denial, ...]
    soft: tuple[int, ...]
    idle: tuple[Denial, ...]
    reversing: tuple[int, ...]
    weak: tuple[Denial, ...]
    limits: tuple[int, ...] = ()
    """Words that set a limit ("before", "less", "below"): "not before" is "at the earliest"."""
    numbers: tuple[int, ...] = ()
    """Words with a digit, and those of a number or date ("Monday")."""
    joined: tuple[int, ...] = ()
    """The part of each word: clauses are parted before "but" as well, and before an "and"."""
    coordinated: frozenset[int] = frozenset()
    """The parts that begin with an "and": a negator before it may deny them as well."""


def side(version: Version, sentences: tuple[Sentence, ...], words: lexical.Tokens, found: Polarity) -> Side:
    """One side of a bead as clauses with what they deny."""
    cuts = _cuts(sentences)
    clauses = tuple(bisect(cuts, word.start) for word in words.spans)
    content = _content(version, words)

    def denials(spans: tuple[Span, ...]) -> tuple[Denial, ...]:
        groups = grouped(words, [(bisect(cuts, span.start), span) for span in spans])
        return tuple(_denial(version, words, clauses, content, clause, rows) for clause, rows in groups)

    soft, reversing = _ends(words, found.soft), touching(words, found.reversing)
    limits = touching(words, tuple(span for span in found.limits if not any(map(span.overlaps, found.weak))))
    idle = tuple(denial for span in found.idle for denial in denials((span,)))
    numbers = _numbers(version, sentences, words)
    joined, coordinated = _parts(version, sentences, words, cuts)
    weak = denials(found.weak)
    return Side(
        words, clauses, denials(found.negators), soft, idle, reversing, weak, limits, numbers, joined, coordinated
    )


def _parts(
    version: Version, sentences: tuple[Sentence, ...], words: lexical.Tokens, cuts: list[int]
) -> tuple[tuple[int, ...], frozenset[int]]:
    """The part of each word, and the parts that begin with an "and"."""
    language = version.article.language
    ands, buts = (
        {sentence.start + span.start for sentence in sentences for span in joints(sentence.text, language, key)}
        for key in ("and", "but")
    )
    starts = sorted({*cuts, *ands, *buts})
    coordinated = frozenset(bisect(starts, start) for start in ands - {*cuts, *buts})
    return tuple(bisect(starts, word.start) for word in words.spans), coordinated


def _numbers(version: Version, sentences: tuple[Sentence, ...], words: lexical.Tokens) -> tuple[int, ...]:
    """The words with a digit, and those of a number or date."""
    text = version.article.text
    facts = (fact for sentence in sentences for fact in version.facts[_place(version, sentence)])
    spelled = touching(
        words, tuple(Span(fact.start, fact.end) for fact in facts if isinstance(fact, DatePart | Quantity))
    )
    digits = (i for i, span in enumerate(words.spans) if any(map(str.isdigit, text[span.start : span.end])))
    return tuple(sorted({*spelled, *digits}))


def _place(version: Version, sentence: Sentence) -> int:
    return bisect_left(version.sentences, sentence.start, key=attrgetter("start"))


def grouped(words: lexical.Tokens, rows: list[tuple[int, Span]]) -> list[tuple[int, list[Span]]]:
    """Negators, each with its clause, that deny together: those of one clause that stand near each other."""
    groups: list[tuple[int, list[Span]]] = []
    for clause, span in rows:
        last = groups[-1] if groups else None
        if last is not None and last[0] == clause and _between(words, last[1][-1], span) <= TOGETHER:
            last[1].append(span)
        else:
            groups.append((clause, [span]))
    return groups


def _between(words: lexical.Tokens, one: Span, other: Span) -> int:
    return sum(one.end <= word.start and word.end <= other.start for word in words.spans)


def touching(words: lexical.Tokens, spans: tuple[Span, ...]) -> tuple[int, ...]:
    """The words that touch any of some places."""
    return tuple(i for i, word in enumerate(words.spans) if any(word.overlaps(span) for span in spans))


def _ends(words: lexical.Tokens, spans: tuple[Span, ...]) -> tuple[int, ...]:
    """The words that touch any of some places; of long ones ("wies die Kritik zurück") the first and the last."""
    rows = [touching(words, (span,)) for span in spans]
    return tuple(sorted({i for row in rows for i in (row if len(row) <= SHORT else (row[0], row[-1]))}))


def _cuts(sentences: tuple[Sentence, ...]) -> list[int]:
    """Where clauses begin, in the article."""
    rows = {sentence.start + match.end() for sentence in sentences for match in CUT.finditer(sentence.text)}
    return sorted(rows | {sentence.start for sentence in sentences})


def _content(version: Version, words: lexical.Tokens) -> list[int]:
    text, language = version.article.text, version.article.language
    return [i for i, span in enumerate(words.spans) if is_content(text[span.start : span.end], language)]


def is_content(word: str, language: str, limit: float = CONTENT) -> bool:
    """Whether a word says something by itself; a number stands in both versions whatever they say of it."""
    if any(char.isdigit() for char in word):
        return False
    return zipf(language, word) < limit and (len(word) > 1 or not word.isascii())


def _denial(
    version: Version,
    words: lexical.Tokens,
    clauses: tuple[int, ...],
    content: list[int],
    clause: int,
    negators: list[Span],
) -> Denial:
    first = negators[0]
    at = touching(words, tuple(negators))
    inside = [i for i in content if clauses[i] == clause and i not in at]
    own = [i for i in at if i in content and _is_verb(version, words.spans[i])]
    after = [i for i in inside if words.spans[i].start >= first.end]
    after = after or [i for i in _common(version, words, first.end) if clauses[i] == clause and i not in at]
    before = [i for i in inside if words.spans[i].end <= first.start]
    return Denial(first, clause, at, (*own, *after[:NEIGHBOURS]), tuple(before[-NEIGHBOURS:]))


def _common(version: Version, words: lexical.Tokens, start: int) -> list[int]:
    """The words behind a place, but for those that say nothing anywhere."""
    text, language = version.article.text, version.article.language
    return [
        i
        for i, span in enumerate(words.spans)
        if span.start >= start and is_content(text[span.start : span.end], language, COMMON)
    ]


def _is_verb(version: Version, word: Span) -> bool:
    """Whether the negator is a part of a word that says more ("gelmedi")."""
    return inflected(version.article.text[word.start : word.end], version.article.language)


REACH = 6
"""Words from a denial to the counterpart of what the other denies up to which they may be one."""
NEAR = 0.3
"""What such a place counts, on the scale of cosines."""


class Answered(msgspec.Struct, frozen=True):
    """What of one side nothing of the other answers to, and the idle phrases of the other that answer to something."""

    denials: tuple[Denial, ...]
    weak: tuple[Denial, ...]
    idle: tuple[Denial, ...]


def part(side: Side, kept: tuple[int, ...]) -> Side:
    """A side cut down to some of its words."""
    places = {old: new for new, old in enumerate(kept)}

    def words(rows: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(places[i] for i in rows if i in places)

    def denials(rows: tuple[Denial, ...]) -> tuple[Denial, ...]:
        return tuple(
            msgspec.structs.replace(row, at=words(row.at), after=words(row.after), before=words(row.before))
            for row in rows
            if row.at and set(row.at) <= places.keys()
        )

    return Side(
        side.words.part(np.array(kept, dtype=int)),
        tuple(side.clauses[i] for i in kept),
        denials(side.denials),
        words(side.soft),
        denials(side.idle),
        words(side.reversing),
        denials(side.weak),
        words(side.limits),
        words(side.numbers),
        tuple(side.joined[i] for i in kept),
        side.coordinated,
    )


def answered(one: Side, other: Side, words: np.ndarray) -> Answered:
    """The denials of a side to which none of the other answers, one to one, the most alike first.

    Where the other side has no more of them, its idle phrases answer ("did not rule out" is one in many languages),
    and they answer to the idle ones of this side.
    """
    left, spare = _without_answer(one.denials, other.denials, other, words)
    left, idle = _without_answer(left, other.idle, other, words)
    idle = _without_answer(one.idle, idle, other, words)[1]
    weak = _without_answer(one.weak, (*spare, *other.weak), other, words)[0]
    return Answered(left, weak, tuple(row for row in other.idle if row not in idle))


def _without_answer(
    rows: tuple[Denial, ...], others: tuple[Denial, ...], other: Side, words: np.ndarray
) -> tuple[tuple[Denial, ...], tuple[Denial, ...]]:
    """What is left of either when each took the other that is the most like it."""
    found = matched(rows, others, other, words)
    return (
        tuple(row for i, row in enumerate(rows) if i not in found),
        tuple(row for j, row in enumerate(others) if j not in found.values()),
    )


def matched(rows: tuple[Denial, ...], others: tuple[Denial, ...], other: Side, words: np.ndarray) -> dict[int, int]:
    """Which of some denials of one side is which of the other, one to one, the most alike first."""
    pairs = sorted(
        ((_same(a, b, other, words), i, j) for i, a in enumerate(rows) for j, b in enumerate(others)), reverse=True
    )
    found: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in found and j not in found.values():
            found[i] = j
    return found


def _same(a: Denial, b: Denial, other: Side, words: np.ndarray) -> float:
    """How surely two denials are one: what they deny is alike, or the counterpart of the one is near the other."""
    if not a.denied:
        return 0.0
    alike = float(words[np.ix_(a.denied, b.denied)].max()) if b.denied else 0.0
    places = [int(np.argmax(words[i])) for i in a.denied]
    near = any(other.clauses[place] == b.clause or any(abs(place - at) <= REACH for at in b.at) for place in places)
    return alike + NEAR * near
