"""Two numbers of a sentence that changed places: the values agree, what they count doesn't.

Each number stands in a context, the words around it. If the numbers of two matches were exchanged, the first one's
context is more like that of the second one's partner than like its own partner's, the order is reversed, and the
units don't fit. A logistic regression weighs this evidence; its features change their sign when two numbers change
places, so it needs no constant, and every faithful pair of numbers is also, negated, an example of a swap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
import regex

from checker.checks.context import MIN_SCORE, Pair
from checker.checks.matching import Match, match
from checker.checks.roles import roles
from checker.embed import Encoder
from checker.facts.quantities import Quantity
from checker.languages import primary, section
from checker.model import Bead, Fact, Sentence, Version

SURELY_EQUAL = 1.1
"""Matches that cost more are themselves too doubtful to say that two of them were exchanged."""

WINDOWS = (1, 3)
"""Words on either side that make up a context; twice as many characters where there are no words."""

WEIGHTS = np.array([1.94, 2.59, 0.49, 1.95, 1.71, 2.26])
"""Left and right context of one word, of three words, kind and unit, order. Fitted with ridge 1 on the 753 pairs of
equal numbers within a sentence of the clean development articles, aligned by hand. Weights fitted again on the present
encoder (``training.calibrate_swap``) found as many of the benchmark's swaps and flagged one more faithful sentence."""

UNLIKE_ORDER = 1.1
"""The weight of the order between Japanese, Turkish, Hindi and the like and the rest, where a quarter of the equal
numbers of a sentence stand in the other order: the logarithm of the odds."""

DOUBTFUL, SURE = 1.5, 2.5
"""Log odds from which a swap is a warning, and an error. Five-fold over articles 1.5 flags 9 of the 753 faithful
pairs and 93 % of the exchanged ones, 2.5 flags 3 and 77 %."""

MAX_MATCHES = 12
"""Matches of a bead that are compared with each other; longer lists of numbers have no context to tell them apart."""

_WORD = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]|[^\W\d_]+")
_UNSPACED = 0x2E7F
SCORE_REACH = 4
_SCORE_AFTER = regex.compile(r"(?:[-–:]|\s?[比対대]\s?)\d{1,3}(?![\d.,%])")
_SCORE_BEFORE = regex.compile(r"(?<![\d.,])\d{1,3}(?:[-–:]|\s?[比対대]\s?)$")
_NUMBER = regex.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Swap:
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
    found_groups = number_groups(pair)
    around = contexts(pair, [found for group in found_groups for found in group])
    vectors = encoded(encoder, around)
    weights, scored = _weights(pair), scores(pair, found_groups)
    result: list[Swap] = []
    for group in found_groups:
        likely = [swap for swap in _exchanged(group, vectors, weights, scored) if not _roles_agree(pair, swap)]
        found = sorted(likely, key=lambda swap: -swap.odds)
        taken: set[int] = set()
        for swap in found:
            if not taken & {id(swap.first), id(swap.second)}:
                taken |= {id(swap.first), id(swap.second)}
                result.append(swap)
    return tuple(result)


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
        found |= {id(fact) for fact, own in ((one.source, source), (one.target, target)) if _scored(fact, own)}
    return found


def _scored(fact: Fact, sentences: Sequence[Sentence]) -> bool:
    sentence = next(s for s in sentences if s.start <= fact.start and fact.end <= s.end)
    before, after = sentence.text[: fact.start - sentence.start], sentence.text[fact.end - sentence.start :]
    return bool(_SCORE_AFTER.match(after) or _SCORE_BEFORE.search(before[-SCORE_REACH:]))


def contexts(pair: Pair, matches: Sequence[Match]) -> dict[int, tuple[str, ...]]:
    """The contexts of every fact, keyed by its identity: left and right, for each window."""
    contexts = {}
    for found in matches:
        source, target = pair.sentences(pair.beads[found.bead])
        contexts[id(found.source)] = _around(found.source, source)
        contexts[id(found.target)] = _around(found.target, target)
    return contexts


def _around(fact: Fact, sentences: Sequence[Sentence]) -> tuple[str, ...]:
    sentence = next(s for s in sentences if s.start <= fact.start and fact.end <= s.end)
    left, right = sentence.text[: fact.start - sentence.start], sentence.text[fact.end - sentence.start :]
    words_left, words_right = list(_WORD.finditer(left)), list(_WORD.finditer(right))
    contexts = []
    for window in WINDOWS:
        before = words_left[-_reach(words_left[-1:], window) :]
        after = words_right[: _reach(words_right[:1], window)]
        contexts.append(_NUMBER.sub(" ", left[before[0].start() : before[-1].end()]) if before else "")
        contexts.append(_NUMBER.sub(" ", right[after[0].start() : after[-1].end()]) if after else "")
    return tuple(contexts)


def _reach(nearest: Sequence[regex.Match[str]], window: int) -> int:
    unspaced = any(ord(word.group()[0]) > _UNSPACED for word in nearest)
    return 2 * window if unspaced else window


def encoded(encoder: Encoder, contexts: dict[int, tuple[str, ...]]) -> dict[int, np.ndarray]:
    """The contexts of every fact as vectors, ``(4, dimensions)``, keyed as the contexts are."""
    texts = sorted({text for group in contexts.values() for text in group})
    if not texts:
        return {}
    vectors = encoder.encode(texts)
    places = {text: place for place, text in enumerate(texts)}
    return {key: vectors[[places[text] for text in group]] for key, group in contexts.items()}


def head_final(pair: Pair) -> list[bool]:
    """Whether the language of each version puts what belongs to a noun before it."""
    return [bool(section(primary(v.article.language), "flags").get("head_final")) for v in (pair.source, pair.target)]


def _weights(pair: Pair) -> np.ndarray:
    """The weights for a pair of languages: where only one is head-final, order says less."""
    final = head_final(pair)
    return WEIGHTS if final[0] == final[1] else np.array([*WEIGHTS[:-1], UNLIKE_ORDER])


def _exchanged(
    group: Sequence[Match], vectors: dict[int, np.ndarray], weights: np.ndarray, scored: set[int]
) -> Iterator[Swap]:
    for first, second in combinations(group, 2):
        if not comparable(first, second, scored):
            continue
        odds = -float(weights @ features(first, second, vectors))
        if odds > DOUBTFUL:
            yield Swap(first, second, odds)


def comparable(first: Match, second: Match, scored: set[int]) -> bool:
    """Whether two matches have different values and contexts of their own, as the sides of a score have not."""
    own = {id(first.source), id(second.source), id(first.target), id(second.target)}
    return _differ(first, second) and not _is_score(first, second) and not scored & own


def _roles_agree(pair: Pair, swap: Swap) -> bool:
    """Whether words say on both sides which number is which, and say the same."""
    source, target = pair.sentences(pair.beads[swap.first.bead])
    left = roles(pair.source, source, swap.first.source, swap.second.source)
    return left is not None and left == roles(pair.target, target, swap.first.target, swap.second.target)


def _differ(first: Match, second: Match) -> bool:
    a, b = first.source, second.source
    values = [{r.value for r in fact.readings} for fact in (a, b) if isinstance(fact, Quantity)]
    return len(values) == 2 and not values[0] & values[1]


def _is_score(first: Match, second: Match) -> bool:
    """Whether the numbers stand close together on both sides, as in 3-2: which side is named first is free."""
    return all(0 < abs(b.start - a.end) <= 1 or 0 < abs(a.start - b.end) <= 1 for a, b in _sides(first, second))


def _sides(first: Match, second: Match) -> tuple[tuple[Fact, Fact], tuple[Fact, Fact]]:
    return (first.source, second.source), (first.target, second.target)


def features(first: Match, second: Match, vectors: dict[int, np.ndarray]) -> np.ndarray:
    """The evidence, ``(6,)``, that two numbers stand where their partners do; its negation if they changed places."""
    s1, s2, t1, t2 = (vectors[id(fact)] for fact in (first.source, second.source, first.target, second.target))
    own = (s1 * t1).sum(axis=1) + (s2 * t2).sum(axis=1)
    crossed = (s1 * t2).sum(axis=1) + (s2 * t1).sum(axis=1)
    order = 1.0 if (first.source.start < second.source.start) == (first.target.start < second.target.start) else -1.0
    fit = _fit(first.source, first.target) + _fit(second.source, second.target)
    misfit = _fit(first.source, second.target) + _fit(second.source, first.target)
    return np.array([*(own - crossed), fit - misfit, order])


def _fit(a: Fact, b: Fact) -> float:
    """Whether kind and units of two quantities agree."""
    if not (isinstance(a, Quantity) and isinstance(b, Quantity)):
        return 0.0
    units = 0.0 if not (a.units and b.units) else 1.0 if a.units & b.units else -1.0
    return float(a.kind == b.kind) + units
