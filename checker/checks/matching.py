"""Which numeric facts of the two versions are each other, and which are left over.

Within a bead every fact takes at most one of the other side, the surest matches first. What is left over is looked for
in the neighbouring beads, since translators move a clause over a full stop. Only then are leftovers of the two sides
put together as disagreements, each with the fact that it most probably stands for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import islice

import msgspec

from checker.checks.context import MIN_SCORE, Pair
from checker.checks.equality import distance
from checker.checks.scores import pair_up, scored
from checker.facts.dates import DatePart
from checker.facts.found import Kind
from checker.facts.identifiers import Identifier
from checker.facts.quantities import Quantity
from checker.model import Bead, Fact, Version

MAX_FACTS = 200
"""Numeric facts of a side of a bead that are compared: more stand in no sentence, only in tables."""

SURE = 1.0
"""Cost below which a match needs no unusual reading, conversion or rounding."""

MOST_TIMES = 6
"""The greatest number that languages have everyday words of repetition for (twice, triple, Czech "pětkrát")."""

NEIGHBOURS = 2
"""Beads on either side where a number that moved is looked for."""


class Match(msgspec.Struct, frozen=True):
    """Two facts of a bead that are one; ``cost`` as in :func:`checker.checks.equality.distance`."""

    bead: int
    source: Fact
    target: Fact
    cost: float


class Leftover(msgspec.Struct, frozen=True):
    """A disagreement: facts of both sides that stand for each other and differ, or a fact of one side alone."""

    bead: int
    source: Fact | None
    target: Fact | None


class Matching(msgspec.Struct, frozen=True):
    """The outcome for a pair of versions."""

    matches: tuple[Match, ...]
    leftovers: tuple[Leftover, ...]


class _Rest(msgspec.Struct, frozen=True):
    """What a bead leaves over, and all that it had."""

    source: tuple[Fact, ...]
    target: tuple[Fact, ...]
    all_source: tuple[Fact, ...]
    all_target: tuple[Fact, ...]


def match(pair: Pair) -> Matching:
    """Match the numeric facts of a pair; computed once for all the checks that look at it."""
    return _match(pair.source, pair.target, pair.beads)


@lru_cache(maxsize=2)
def _match(source: Version, target: Version, beads: tuple[Bead, ...]) -> Matching:
    matches: list[Match] = []
    rests: list[_Rest] = []
    for index, bead in enumerate(beads):
        left, right = _numeric(source, bead.source), _numeric(target, bead.target)
        found = list(
            _assign(index, left, right, _scores(source, bead.source, left), _scores(target, bead.target, right))
        )
        matches += found
        taken = {id(m.source) for m in found} | {id(m.target) for m in found}
        rest = _Rest(
            tuple(f for f in left if id(f) not in taken), tuple(f for f in right if id(f) not in taken), left, right
        )
        rests.append(_unabsorbed(rest, found))
    leftovers = [
        leftover
        for index, (bead, rest) in enumerate(zip(beads, rests, strict=True))
        if bead.source and bead.target and bead.score >= MIN_SCORE
        for leftover in _disagreements(index, rest, _near(rests, index))
    ]
    return Matching(tuple(matches), tuple(leftovers))


def _numeric(version: Version, sentences: Sequence[int]) -> tuple[Fact, ...]:
    facts = (fact for i in sentences for fact in version.facts[i])
    numeric = (fact for fact in facts if isinstance(fact, Quantity | DatePart | Identifier))
    return tuple(islice(numeric, MAX_FACTS))


def _scores(version: Version, sentences: Sequence[int], facts: Sequence[Fact]) -> frozenset[int]:
    return scored(facts, [version.sentences[i] for i in sentences])


def _assign(
    bead: int, left: Sequence[Fact], right: Sequence[Fact], ours: frozenset[int], theirs: frozenset[int]
) -> Iterator[Match]:
    """The surest matches first; among equally sure ones scores with scores, then those whose places agree.

    ``ours`` and ``theirs`` are the sides of scores.
    """
    apart = pair_up([f for f in left if id(f) in ours], [f for f in right if id(f) in theirs])
    candidates = [
        (cost, mixed, abs(i / len(left) - j / len(right)), i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if (cost := distance(a, b)) is not None and not ((mixed := (id(a) in ours) != (id(b) in theirs)) and apart)
    ]
    lefts: set[int] = set()
    rights: set[int] = set()
    for cost, _, _, i, j in sorted(candidates):
        if i not in lefts and j not in rights:
            lefts.add(i)
            rights.add(j)
            yield Match(bead, left[i], right[j], cost)


def _unabsorbed(rest: _Rest, matches: Sequence[Match]) -> _Rest:
    """Numbers that a doubtful match explained, taken back where a better partner of the other side is left over.

    In "three points … a triple win" against "nine points … a triple win" the three must not be the triple; in "five
    miles" against "nine miles (8 km)" the miles must not be the kilometres.
    """
    source = [m.source for m in matches if any(_fits_better(m.source, m.target, spare) for spare in rest.target)]
    target = [m.target for m in matches if any(_fits_better(m.target, m.source, spare) for spare in rest.source)]
    return _Rest(
        (*rest.source, *(fact for fact in source if not _has_rival(fact, rest.source))),
        (*rest.target, *(fact for fact in target if not _has_rival(fact, rest.target))),
        rest.all_source,
        rest.all_target,
    )


def _has_rival(fact: Fact, spares: Sequence[Fact]) -> bool:
    """Whether another number of the same side is left over that may be the better partner's counterpart as well."""
    strong = [spare for spare in spares if not is_weak(spare) and families(spare) & families(fact)]
    if not (isinstance(fact, Quantity) and fact.kind == "unit"):
        return bool(strong)
    return any(isinstance(spare, Quantity) and spare.units == fact.units for spare in strong)


def _fits_better(fact: Fact, partner: Fact, spare: Fact) -> bool:
    """Whether a fact left over is more like ``fact`` than the partner that it was matched with."""
    if not (isinstance(fact, Quantity) and isinstance(partner, Quantity) and isinstance(spare, Quantity)):
        return False
    if fact.weak or spare.weak:
        return False
    if is_weak(partner):
        return _is_word(fact) and _is_word(spare)
    return bool(fact.units) and fact.units == spare.units and not fact.units & partner.units and fact.kind == "unit"


def _is_word(fact: Fact) -> bool:
    return isinstance(fact, Quantity) and fact.spelled and fact.kind != "ordinal"


def _near(rests: Sequence[_Rest], index: int) -> _Rest:
    """What the neighbouring beads leave over."""
    near = [rest for i, rest in enumerate(rests) if 0 < abs(i - index) <= NEIGHBOURS]
    source = tuple(fact for rest in near for fact in rest.source)
    target = tuple(fact for rest in near for fact in rest.target)
    return _Rest(source, target, source, target)


def _among(fact: Fact, others: Sequence[Fact]) -> bool:
    return any(distance(fact, other) is not None for other in others)


def _moved(fact: Fact, others: Sequence[Fact]) -> bool:
    """Whether a fact of the same kind with the same value is among the leftovers of the neighbours."""
    costs = [distance(fact, other) for other in others if families(fact) & families(other)]
    return any(cost is not None and cost < SURE for cost in costs)


def _disagreements(bead: int, rest: _Rest, near: _Rest) -> Iterator[Leftover]:
    """Leftovers of both sides put together, then those of one side; without what a neighbour explains."""
    source = [fact for fact in rest.source if not is_weak(fact)]
    target = [fact for fact in rest.target if not is_weak(fact)]
    pairs = sorted(
        (_unlikeness(a, b) + abs(_place(a, rest.all_source) - _place(b, rest.all_target)), i, j)
        for i, a in enumerate(source)
        for j, b in enumerate(target)
        if families(a) & families(b)
    )
    lefts: set[int] = set()
    rights: set[int] = set()
    for _, i, j in pairs:
        if i not in lefts and j not in rights:
            lefts.add(i)
            rights.add(j)
            if not (_moved(source[i], near.target) and _moved(target[j], near.source)):
                yield Leftover(bead, source[i], target[j])
    paired = [source[i] for i in lefts], [target[j] for j in rights]
    words = [found for is_word in _LONE_WORDS if (found := _words(is_word, rest, near, paired))]
    yield from (Leftover(bead, *found) for found in words)
    told = {id(fact) for found in words for fact in found}
    for fact in _alone(source, lefts, told, rest.all_target, near.target):
        yield Leftover(bead, fact, _multiple(fact, rest.target))
    for fact in _alone(target, rights, told, rest.all_source, near.source):
        yield Leftover(bead, _multiple(fact, rest.source), fact)


def _alone(
    facts: Sequence[Fact], paired: set[int], told: set[int], others: Sequence[Fact], near: Sequence[Fact]
) -> Iterator[Fact]:
    """The facts of one side that nothing of the other accounts for."""
    for index, fact in enumerate(facts):
        if index not in paired and id(fact) not in told and not _among(fact, others) and not _moved(fact, near):
            yield fact


def _words(
    is_word: Callable[[Fact], bool], rest: _Rest, near: _Rest, paired: tuple[Sequence[Fact], Sequence[Fact]]
) -> tuple[Fact, Fact] | None:
    """The one rank, fraction or multiple that each side has left over: "third" against "second", "double" or "triple".

    Words for them are weak, since many are ordinary words too ("second", "andra"). Where both sides have just one
    that nothing explains, each is the other's counterpart. The 3 of a name that both have explains no "third".
    """
    left, right = (
        [fact for fact in facts if is_word(fact) and not any(fact is other for other in taken)]
        for facts, taken in ((rest.source, paired[0]), (rest.target, paired[1]))
    )
    if len(left) != 1 or len(right) != 1:
        return None
    one, other = left[0], right[0]
    ours, theirs = ([*facts, *(fact for fact in whole if is_word(fact))] for facts, whole in _sides(rest))
    if _among(one, theirs) or _among(other, ours) or _moved(one, near.target) or _moved(other, near.source):
        return None
    return one, other


def _sides(rest: _Rest) -> tuple[tuple[Sequence[Fact], Sequence[Fact]], tuple[Sequence[Fact], Sequence[Fact]]]:
    return (rest.source, rest.all_source), (rest.target, rest.all_target)


def _is_of(kind: Kind, fact: Fact) -> bool:
    """Whether a fact is a number of a kind, other than a Roman numeral, which may be a letter."""
    return isinstance(fact, Quantity) and fact.kind == kind and not fact.text.isupper()


def _is_multiple(fact: Fact) -> bool:
    """Whether a word often means a repetition ("double", "viermal"); one of a single sign is a piece of another."""
    if not (_is_of("count", fact) and is_weak(fact) and _is_word(fact)) or len(fact.text) == 1:
        return False
    return any(2 <= reading.value <= MOST_TIMES for reading in getattr(fact, "readings", ()))


_LONE_WORDS = (partial(_is_of, "ordinal"), partial(_is_of, "fraction"), _is_multiple)
"""What words are compared where each side has one of them that nothing explains."""


def _multiple(fact: Fact, others: Sequence[Fact]) -> Fact | None:
    """The "twice" that a number word left over stands against, if there is one."""
    words = [other for other in others if isinstance(other, Quantity) and other.weak and other.kind == "count"]
    # a word of one letter is a piece of another word, in the scripts without blanks
    fitting = [w for w in words if len(w.text) > 1 and w.readings and 2 <= w.readings[0].value <= MOST_TIMES]
    exact = isinstance(fact, Quantity) and fact.magnitude is None
    return fitting[0] if fitting and exact and _is_word(fact) else None


def _place(fact: Fact, all_facts: Sequence[Fact]) -> float:
    return next(i for i, other in enumerate(all_facts) if other is fact) / max(1, len(all_facts))


def is_weak(fact: Fact) -> bool:
    """Whether a fact is never missed on the other side."""
    return (isinstance(fact, Quantity | DatePart) and fact.weak) or (
        isinstance(fact, DatePart) and fact.part == "relative"
    )


def families(fact: Fact) -> frozenset[str]:
    """What kinds of fact can stand for this one: a number, a part of a date, a name with digits."""
    if isinstance(fact, Quantity):
        return frozenset({"number"} | _ROLES.get(fact.kind, frozenset()) | (set() if fact.spelled else {"identifier"}))
    return frozenset({fact.part if isinstance(fact, DatePart) else "identifier"})


_ROLES = {"year": frozenset({"year"}), "decade": frozenset({"year"}), "ordinal": frozenset({"day"})}


def _unlikeness(a: Fact, b: Fact) -> float:
    """How improbable it is that two facts that differ stand for each other."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return (a.kind != b.kind) + (bool(a.units ^ b.units)) * 0.5 + (a.spelled != b.spelled) * 0.3
    if isinstance(a, Identifier) and isinstance(b, Identifier):
        return float(a.letters != b.letters) + float(a.digits != b.digits)
    return 0.0 if type(a) is type(b) else 1.0
