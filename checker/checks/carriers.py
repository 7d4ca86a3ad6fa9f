"""What of the other side affirms a denied word, and what there might carry the denial without a negator."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from checker.checks import lexical
from checker.checks.scope import Answered, Denial, Side, answered

AFTER, BEFORE = (0.42, 0.32), (0.55, 0.32)
"""Cosine that a content word behind or before the negator needs with a phrase of the other side, in a free translation
and in a close one."""
REACH, ALIKE = 6, 0.3
"""A soft word carries the denial within so many words of the counterpart of a denied word, or with such a cosine."""
ANSWERS, ANSWERS_DOUBLED = 0.42, 0.25
"""Cosine from which a soft word of one side answers to one of the other, and so carries nothing else; the same for one
behind a negator ("did not rule out"), whose other half was lost where the other side has but one denial."""
BESIDE, REPEATED = 5, 5
"""Words from a negator to a soft word behind it ("not rare") and to an answered one before it ("warn not to")."""
TRANSLATED = 0.6
"""Cosine from which a word that denies stands on the other side too, under whatever list ("did nothing illegal")."""
FUSED = 0.3
"""Cosine below which the word beside the negator may have its counterpart in one that denies ("not true": untrue)."""
LIMITING = 0.28
"""Cosine from which a limit of the other side answers to one that is denied."""
SAME = 0.9
"""The same for a number and itself."""
BOUND = 6
"""Words from a negator to the limit that it denies ("fällt nicht unter", "will not decide on that before")."""
LIMITED = 4
"""Words between a limit and its number; most limits are prepositions too ("nach Quartalen", "under way")."""
CLOSE = 2
"""The same behind a limit that is farther from its negator than that."""
LONG = 40
"""Words from which those before the negator count no more: in a long sentence some word is alike by chance."""
FAINT = 0.3
"""Cosine from which the likest word of the target says where a denied one would stand."""
ADJOINING = 3
"""The same for an answered one of the clause before."""
SEVERAL = 2
"""Denied words that need a counterpart where the target denies something else."""


class Facing(msgspec.Struct, frozen=True):
    """Two sides of a bead, seen from the one that denies, with the cosines of their words.

    ``words`` are those of every word of ``one`` with every word of ``other``, ``phrases`` with its runs of up to three;
    ``answers`` says which soft word of the one answers to which of the other, ``answered`` which denials have none.
    """

    one: Side
    other: Side
    words: np.ndarray
    phrases: np.ndarray
    answers: dict[int, int]
    answered: Answered

    @classmethod
    def of(cls, one: Side, other: Side) -> Facing:
        """The cosines of two sides."""
        own, others = lexical.unit(one.words.vectors), lexical.unit(other.words.vectors)
        words = own @ others.T
        found = answered(one, other, words)
        taken = {i for row in found.idle for i in row.at}
        soft = [j for j in other.soft if j not in taken]
        answers = _answers(words, one.soft, soft, _doubled(one))
        return cls(one, other, words, own @ other.words.phrases().T, answers, found)

    def places(self, denial: Denial) -> list[int]:
        """Where the other side has the denied words, if anywhere."""
        return [int(np.argmax(self.words[i])) for i in denial.denied]

    @property
    def free(self) -> list[int]:
        """The soft words of the other side that answer to none of this one."""
        taken = {*self.answers.values(), *(i for row in self.answered.idle for i in row.at)}
        return [j for j in self.other.soft if j not in taken]


def _answers(words: np.ndarray, own: Sequence[int], others: Sequence[int], doubled: frozenset[int]) -> dict[int, int]:
    """Which soft word of the source answers to which of the target, each to one, the most alike first.

    The words of one entry ("rule out") answer together.
    """
    pairs = sorted(((_alike(words, i, j, doubled), i, j) for i in own for j in others), reverse=True)
    found: dict[int, int] = {}
    for likeness, i, j in pairs:
        if likeness >= (ANSWERS_DOUBLED if i in doubled else ANSWERS) and i not in found and j not in found.values():
            found[i] = j
    beside = {i: found[near] for i in own if i not in found for near in (i - 1, i + 1) if near in found}
    return found | beside


def _alike(words: np.ndarray, one: int, other: int, doubled: frozenset[int]) -> float:
    """How alike two soft words are; a doubled one may be two words there ("not unusual": "non insolito")."""
    return float(words[one, other : other + 1 + (one in doubled)].max())


def _doubled(side: Side) -> frozenset[int]:
    """The soft words behind a negator ("not rare")."""
    return frozenset(i for i in side.soft for denial in side.denials if _denies_soft(side, denial, i))


def _denies_soft(side: Side, denial: Denial, soft: int) -> bool:
    first = denial.at[0] if denial.at else 0
    return side.clauses[soft] == denial.clause and -1 <= soft - first <= BESIDE


def affirmed(facing: Facing, denial: Denial, *, close: bool) -> bool:
    """Whether the other side has what is denied, and denies it not."""
    one, other = facing.one, facing.other
    after = [i for i in denial.after if facing.phrases[i].max() >= AFTER[close]]
    counts = len(one.words.spans) < LONG or not denial.after
    before = [i for i in denial.before if counts and facing.phrases[i].max() >= BEFORE[close]]
    if other.denials and len([*after, *before]) < min(SEVERAL, len(denial.denied)):
        return False
    places = [int(np.argmax(facing.words[i])) for i in after or before]
    denied = {row.clause for row in other.denials}
    near = [at for row in other.denials for at in row.at]
    if any(other.clauses[place] in denied or any(abs(place - at) <= BESIDE for at in near) for place in places):
        return False
    return bool(places)


def litotes(facing: Facing, denial: Denial) -> bool:
    """Whether the negator denies a denial ("not rare", "not without") of which the other side has no translation."""
    one, answers = facing.one, facing.answers
    if any(one.clauses[i] == denial.clause and i not in answers for i in one.reversing):
        return True
    soft = (i for i in one.soft if i not in answers and float(facing.words[i].max()) < TRANSLATED)
    return any(_denies_soft(one, denial, i) for i in soft)


def bounded(facing: Facing, denial: Denial) -> bool:
    """Whether the negator denies a numbered limit that the other side lacks ("not before 2027": at the earliest).

    Then the other side says it in another way; a lost negator leaves the limit where it stood.
    """
    one, first = facing.one, denial.at[0] if denial.at else 0
    near = _limits(one, denial)
    others = list(facing.other.limits)
    limits = [i for i in near if any(abs(i - number) <= LIMITED for number in one.numbers)]
    if not others:  # far from the negator a number right behind says that "before" is no place
        limits += [i for i in one.limits if i > first and any(0 < number - i <= CLOSE for number in one.numbers)]
    return any(not others or float(facing.words[i, others].max()) < LIMITING for i in limits)


def _limits(side: Side, denial: Denial) -> list[int]:
    """The limits that a negator denies."""
    first = denial.at[0] if denial.at else 0
    return [i for i in side.limits if side.clauses[i] == denial.clause and abs(i - first) <= BOUND]


def unlimited(facing: Facing, denial: Denial) -> bool:
    """Whether a limit that is denied stands alone on the other side ("not before 2027", there: before 2027)."""
    one, other = facing.one, facing.other
    if other.denials or other.idle or other.weak:
        return False
    numbers = [k for k in other.numbers if any(float(facing.words[i, k]) >= SAME for i in one.numbers)]
    soft = {other.clauses[j] for j in other.soft}
    return any(
        float(facing.words[i, j]) >= LIMITING
        and other.clauses[j] not in soft
        and any(abs(j - k) <= BOUND for k in numbers)
        for i in _limits(one, denial)
        for j in other.limits
    )


def measured(facing: Facing, denial: Denial) -> bool:
    """Whether the negator denies a number to which the other side sets a limit instead ("not yet 15": under 15)."""
    one, other, first = facing.one, facing.other, denial.at[0] if denial.at else 0
    own = [i for i in one.numbers if one.clauses[i] == denial.clause and abs(i - first) <= BOUND]
    limits = [i for i in one.limits if one.clauses[i] == denial.clause]
    free = [j for j in other.limits if all(float(facing.words[i, j]) < LIMITING for i in limits)]
    return any(
        float(facing.words[i, k]) >= SAME and any(abs(j - k) <= BOUND for j in free) for i in own for k in other.numbers
    )


def undone(facing: Facing, denial: Denial) -> bool:
    """Whether a doubled denial has its other half alone on the other side ("did not rule out", there: ruled out)."""
    one, other = facing.one, facing.other
    near = [at for row in (*other.denials, *other.idle, *other.weak) for at in row.at]
    halves = [
        j
        for i, j in facing.answers.items()
        if _denies_soft(one, denial, i) and _alike(facing.words, i, j, frozenset({i})) >= ANSWERS
    ]
    return any(all(abs(j - at) > BESIDE for at in near) for j in halves)


def repeated(facing: Facing, denial: Denial) -> bool:
    """Whether the negator repeats a denial ("warns not to", where others warn of it)."""
    one, first = facing.one, denial.at[0] if denial.at else 0
    return any(
        0 < first - i <= (REPEATED if one.clauses[i] == denial.clause else ADJOINING)
        for i in one.soft
        if i in facing.answers
    )


def carried(facing: Facing, denial: Denial) -> bool:
    """Whether a soft word of the other side may carry the denial.

    It stands near the counterpart of a denied word or is like one, and answers to no soft word of this side.
    """
    one, other, words, answers = facing.one, facing.other, facing.words, facing.answers
    denied = list(denial.denied)
    if not denied:
        return False
    idle = {i for row in facing.answered.idle for i in row.at}
    soft = [j for j in other.soft if j not in idle]
    if denial.nearest is not None and words[denial.nearest].max() < FUSED and len(soft) > len(answers):
        return True
    likely = [i for i in denied if words[i].max() >= FAINT]
    places = [int(np.argmax(words[i])) for i in likely or denied]
    clauses = {other.clauses[place] for place in places}
    answered = {j for i, j in answers.items() if one.clauses[i] == denial.clause or other.clauses[j] not in clauses}
    return any(
        any(abs(index - place) <= REACH for place in places) or float(words[denied, index].max()) >= ALIKE
        for index in soft
        if index not in answered
    )
