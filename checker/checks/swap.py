"""Two numbers of a sentence that changed places: the values agree, what they count doesn't.

Each number has neighbours, the words around it, and often a measure: a currency, a unit, a percent sign. If the numbers
of two matches were exchanged, the neighbours and the measures of the first one are rather those of the second one's
partner than those of its own partner, and the order is reversed. A logistic regression weighs this evidence; its
features change their sign when two numbers change places, so it needs no constant, and every faithful pair of numbers
is also, negated, an example of a swap. Order alone says nothing where a part stands beside its whole ("2,800 of 31,500
jobs", "of 31,500 jobs, 2,800"), and little between languages that build their phrases the other way round.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

import msgspec
import numpy as np

from checker.checks.context import MIN_SCORE, Pair
from checker.checks.matching import Match, match
from checker.checks.neighbours import Neighbours, neighbours
from checker.checks.roles import directions, is_share, is_tally, roles
from checker.checks.scores import is_scored
from checker.checks.windows import contexts, contexts_agree, encoded
from checker.embed import Encoder
from checker.facts.quantities import Quantity
from checker.languages import primary, section
from checker.model import Bead, Fact, Version

SURELY_EQUAL = 1.1
"""Matches that cost more are themselves too doubtful to say that two of them were exchanged."""

TELLING = frozenset({"percent", "currency", "ordinal", "year", "fraction"})
"""Kinds that a number has or has not. Points are read as percentage points here and as a plain count there."""

WEIGHTS = np.array([1.72, 3.33, 1.71, 0.67, 3.53, 2.94, 2.04])
"""Neighbours by sides and around, contexts of one word and of three, measures, order within alike and unlike languages.
Fitted with ridge 1, none below 0 (``training.calibrate_swap``), on equal numbers of a sentence: the 129 clean
development articles with two or more, 3,670 sentences of the corpora, five articles of our own in 43 languages."""

DOUBTFUL, SURE = 3.9, 5.0
"""Log odds from which a swap is a warning, and an error. Five-fold over articles 4 flags none of the 129 articles, 9 of
the 3,670 sentences and 29 of 1,470 pairs of our own articles (most for one phrase on profit and revenue), and finds
74 %, 78 % and 62 % of the exchanged numbers of one measure; in Thai, Japanese and Korean less than half."""

TURNED = 2.0
"""The same where words on both sides say that the start of a change is the end of it in the other version."""

APPOSED = frozenset(",(（،、")
"""Marks before the age of somebody who was just named."""

OLDEST = 120
"""Years that nobody has lived."""

MAX_MATCHES = 12
"""Matches of a bead that are compared with each other; longer lists of numbers have no context to tell them apart."""


class Swap(msgspec.Struct, frozen=True):
    """Two matches whose numbers changed places, and how sure that is (log odds)."""

    first: Match
    second: Match
    odds: float


def swaps(pair: Pair) -> tuple[Swap, ...]:
    """The swaps of a pair, the surest first within each bead; a number takes part in one at most."""
    return _swaps(pair.source, pair.target, pair.beads, pair.encoder)  # type: ignore[arg-type]  # hashed by identity


@lru_cache(maxsize=2)
def _swaps(source: Version, target: Version, beads: tuple[Bead, ...], encoder: Encoder) -> tuple[Swap, ...]:
    pair = Pair(source, target, beads, np.zeros((0, 0)), np.zeros((0, 0)), encoder)
    result: list[Swap] = []
    for evidence in gathered(pair):
        found = sorted(_exchanged(evidence), key=lambda swap: -swap.odds)
        taken: set[int] = set()
        for swap in found:
            if not taken & {id(swap.first), id(swap.second)}:
                taken |= {id(swap.first), id(swap.second)}
                result.append(swap)
    return tuple(result)


class Evidence(msgspec.Struct, frozen=True):
    """Two numbers of a bead or more, with what is known about each."""

    pair: Pair
    group: tuple[Match, ...]
    vectors: dict[int, np.ndarray]
    """The contexts of every number, by identity."""
    neighbours: Neighbours
    scored: frozenset[int]
    """The sides of scores, by identity."""
    alike: bool
    """Whether both languages put what belongs to a noun on the same side of it."""

    def couples(self) -> Iterator[tuple[Match, Match, np.ndarray]]:
        """Every two numbers that can be told apart, with their features."""
        for i, j in combinations(range(len(self.group)), 2):
            if comparable(self.group[i], self.group[j], self.scored):
                yield self.group[i], self.group[j], self._features(i, j)

    def _features(self, i: int, j: int) -> np.ndarray:
        """The evidence, ``(7,)``, that two numbers stand where their partners do; negative if they changed places."""
        first, second = self.group[i], self.group[j]
        contexts = contexts_agree([self.vectors[id(fact)] for fact in (*_facts(first), *_facts(second))])
        order = self._order(first, second)
        orders = (order, 0.0) if self.alike else (0.0, order)
        return np.array([*self.neighbours.evidence(i, j), *contexts, measures_agree(first, second), *orders])

    def _order(self, first: Match, second: Match) -> float:
        """1 where two numbers stand in the same order on both sides, or in the same roles where these are named."""
        left, right = self._roles(first, second)
        if left and right and {*left} == {*right}:
            return 1.0 if left == right else -1.0
        (a, b), (c, d) = _sides(first, second)
        if is_share(left, a, b) or is_share(right, c, d):
            return 0.0
        return 1.0 if (a.start < b.start) == (c.start < d.start) else -1.0

    def _roles(self, first: Match, second: Match) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
        source, target = self.pair.sentences(self.pair.beads[first.bead])
        left = roles(self.pair.source, source, first.source, second.source)
        return left, roles(self.pair.target, target, first.target, second.target)

    def roles_agree(self, first: Match, second: Match) -> bool | None:
        """Whether words that say on both sides which number is which say the same; None where they don't say it."""
        left, right = self._roles(first, second)
        if left and right and {*left} == {*right}:
            return left == right
        return self._half_agree(first, second) or None

    def _half_agree(self, first: Match, second: Match) -> bool:
        """Whether a side says of one number what the other says of both: "from 78 to 312", "to 312; it had been 78"."""
        source, target = self.pair.sentences(self.pair.beads[first.bead])
        left = directions(self.pair.source, source, first.source, second.source)
        right = directions(self.pair.target, target, first.target, second.target)
        full, half = (left, right) if "" in right else (right, left)
        return (
            {*full} == {"from", "to"}
            and half.count("") == 1
            and all(a in ("", b) for a, b in zip(half, full, strict=True))
        )

    def is_tally(self, first: Match, second: Match) -> bool:
        """Whether both sides count votes or goals against each other, where either number may come first."""
        source, target = self.pair.sentences(self.pair.beads[first.bead])
        left = is_tally(self.pair.source, source, first.source, second.source)
        return left and is_tally(self.pair.target, target, first.target, second.target)


def gathered(pair: Pair) -> Iterator[Evidence]:
    """The evidence on every bead with two numbers or more."""
    groups = number_groups(pair)
    vectors = encoded(pair.encoder, contexts(pair, [found for group in groups for found in group]))
    scored, final = frozenset(scores(pair, groups)), head_final(pair)
    for group in groups:
        yield Evidence(pair, tuple(group), vectors, neighbours(pair, group), scored, final[0] == final[1])


def number_groups(pair: Pair) -> list[list[Match]]:
    """The sure matches of numbers, bead by bead, where there are two or more."""
    by_bead: dict[int, list[Match]] = {}
    for found in match(pair).matches:
        sure = found.cost <= SURELY_EQUAL and pair.beads[found.bead].score >= MIN_SCORE
        if sure and _is_number(found.source) and _is_number(found.target):
            by_bead.setdefault(found.bead, []).append(found)
    return [group for group in by_bead.values() if 2 <= len(group) <= MAX_MATCHES]


def _is_number(fact: Fact) -> bool:
    """Whether a fact can change places with another; a decade and its century stand in either order."""
    if not isinstance(fact, Quantity) or fact.weak:
        return False
    return fact.kind != "decade" and "century" not in fact.units


def scores(pair: Pair, groups: Sequence[Sequence[Match]]) -> set[int]:
    """The facts that are a side of a score, by identity: 3-1, 3:1, 3比1 have no context of their own."""
    found = set()
    for one in (one for group in groups for one in group):
        source, target = pair.sentences(pair.beads[one.bead])
        found |= {id(fact) for fact, own in ((one.source, source), (one.target, target)) if is_scored(fact, own)}
    return found


def head_final(pair: Pair) -> list[bool]:
    """Whether the language of each version puts what belongs to a noun before it."""
    return [bool(section(primary(v.article.language), "flags").get("head_final")) for v in (pair.source, pair.target)]


def _exchanged(evidence: Evidence) -> Iterator[Swap]:
    """The numbers that probably changed places; measures that fit where they stand say that they didn't."""
    for first, second, found in evidence.couples():
        odds = -float(WEIGHTS @ found)
        same = evidence.roles_agree(first, second)
        least = TURNED if same is False else DOUBTFUL
        unclear = same is None and evidence.is_tally(first, second)
        if odds > least and measures_agree(first, second) <= 0 and not same and not unclear:
            yield Swap(first, second, odds)


def comparable(first: Match, second: Match, scored: Collection[int]) -> bool:
    """Whether two matches have different values and contexts of their own, as the sides of a score have not."""
    own = {id(first.source), id(second.source), id(first.target), id(second.target)}
    if _is_doubtful(first, second) or _is_doubtful(second, first):
        return False
    return _differ(first, second) and not _is_score(first, second) and own.isdisjoint(scored)


def _is_doubtful(one: Match, other: Match) -> bool:
    """Whether a match joins two measures of which the other one has neither: "three months", "the third quarter"."""
    own, there = _measure(one.source), _measure(one.target)
    if not own or not there or own & there:
        return False
    return not (own & _measure(other.target) or there & _measure(other.source))


def _differ(first: Match, second: Match) -> bool:
    a, b = first.source, second.source
    values = [{r.value for r in fact.readings} for fact in (a, b) if isinstance(fact, Quantity)]
    return len(values) == 2 and not values[0] & values[1]


def _is_score(first: Match, second: Match) -> bool:
    """Whether the numbers stand close together on both sides, as in 3-2: which side is named first is free."""
    return all(0 < abs(b.start - a.end) <= 1 or 0 < abs(a.start - b.end) <= 1 for a, b in _sides(first, second))


def _sides(first: Match, second: Match) -> tuple[tuple[Fact, Fact], tuple[Fact, Fact]]:
    return (first.source, second.source), (first.target, second.target)


def _facts(found: Match) -> tuple[Fact, Fact]:
    return found.source, found.target


def measures_agree(first: Match, second: Match) -> float:
    """How much better the measures of two matches fit as they stand than crossed, from -4 to 4.

    A measure that the other side doesn't have at all ("15 years" and "under the fifteenth") says nothing.
    """
    (a, b), (c, d) = (_measures(*side) for side in _sides(first, second))
    source, target = a | b, c | d
    a, b = (measure if measure & target else frozenset() for measure in (a, b))
    c, d = (measure if measure & source else frozenset() for measure in (c, d))
    return _fit(a, c) + _fit(b, d) - _fit(a, d) - _fit(b, c)


def _measures(first: Fact, second: Fact) -> tuple[frozenset[str], frozenset[str]]:
    """The measures of two numbers of a side; one with decimals counts nothing, and shares the other's if it has none.

    "To 52.65 lira from 53.60" and "from 53.60 lira to 52.65" leave out the word once.
    """
    a, b = _measure(first), _measure(second)
    return a or (b if _has_decimals(first) else a), b or (a if _has_decimals(second) else b)


def _has_decimals(fact: Fact) -> bool:
    return isinstance(fact, Quantity) and any(reading.value % 1 for reading in fact.readings[:1])


def _fit(left: frozenset[str], right: frozenset[str]) -> float:
    """1 where two quantities have the same measure, -1 where they have different ones; 0 where one has none."""
    return 0.0 if not left or not right else 1.0 if left & right else -1.0


def _measure(fact: Fact) -> frozenset[str]:
    """What a number is counted in: its units, else a kind that can't be mistaken ("is year", for "4 years" is none).

    A plain count has no measure.
    """
    if not isinstance(fact, Quantity):
        return frozenset()
    if _may_be_age(fact):
        return frozenset({"year"})
    return fact.units or frozenset(f"is {kind}" for kind in {fact.kind} & TELLING)


def _may_be_age(fact: Quantity) -> bool:
    """Whether a number stands behind a comma or bracket as an age does: "Habib Mzoughi, 47"."""
    bare = fact.kind == "count" and not fact.units and fact.label in APPOSED
    return bare and any(0 < reading.value < OLDEST for reading in fact.readings)
