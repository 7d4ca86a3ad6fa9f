"""The text right beside each number of a sentence, as vectors, and how alike it is to that of another number.

Little text, but its order and its small words are those that a translator keeps in a language built the same way.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import regex

from checker.checks.context import Pair
from checker.checks.matching import Match
from checker.embed import Encoder
from checker.model import Fact, Sentence

WINDOWS = (1, 3)
"""Words on either side that make up a context; twice as many characters where there are no words."""

_WORD = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]|[^\W\d_]+")
_UNSPACED = 0x2E7F
_NUMBER = regex.compile(r"\d+")


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


def contexts_agree(vectors: Sequence[np.ndarray]) -> tuple[float, float]:
    """How much more the contexts of two matches are like their own than crossed: one word, and three, on either side.

    ``vectors``: those of the first match's source and target and of the second's.
    """
    s1, t1, s2, t2 = vectors
    rows = (s1 * t1 + s2 * t2 - s1 * t2 - s2 * t1).sum(axis=1)
    return float(rows[:2].sum()), float(rows[2:].sum())
