"""Soft word alignment: how much of each sentence's content finds its like in a run of sentences on the other side.

A word is covered by a run as well as by its most similar word there (as in BERTScore, Zhang et al. 2020), beyond what
sentences of this article cover of it on average; a word that resembles something everywhere says little.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise

import numpy as np

from checker.align.grid import Grid
from checker.embed import TokenEncoder, Tokens

BATCH = 500
"""Parts of sentences whose words the encoder is asked for at a time, which bounds the memory."""


@dataclass(frozen=True)
class Words:
    """The words of one version: unit vectors and weights of the different ones, and which stand where.

    The words of sentence ``i`` are the rows ``places[starts[i]:starts[i + 1]]``; ``known`` says by sentence how much of
    the text the encoder knows, 0 to 1.
    """

    vectors: np.ndarray
    weights: np.ndarray
    places: np.ndarray
    starts: np.ndarray
    known: np.ndarray

    def in_order(self) -> tuple[np.ndarray, np.ndarray]:
        """Vectors and weights of all words as they stand in the text."""
        return self.vectors[self.places], self.weights[self.places]


@dataclass(frozen=True)
class Coverage:
    """Covered and coverable content by node.

    ``source[b - 1]`` says for each node how much of its last source sentence its last ``b`` target sentences cover,
    ``target[a - 1]`` the same the other way; ``source_mass`` and ``target_mass`` say by sentence how much there is,
    ``source_known`` and ``target_known`` how much of it the encoder knows.
    """

    source: np.ndarray
    target: np.ndarray
    source_mass: np.ndarray
    target_mass: np.ndarray
    source_known: np.ndarray
    target_known: np.ndarray


def words(encoder: TokenEncoder, texts: Sequence[str]) -> Words:
    """The words of all sentences; a sentence without any gets one word that resembles nothing."""
    sentences = [text.split(" ") for text in texts]
    parts = list(dict.fromkeys(chain.from_iterable(sentences)))
    batches = [_tokens(encoder, parts[first : first + BATCH]) for first in range(0, len(parts), BATCH)]
    forms = [form for of_parts, _ in batches for of_part in of_parts for form in of_part]
    ends = accumulate((len(of_part) for of_parts, _ in batches for of_part in of_parts), initial=0)
    rows = {part: range(first, last) for part, (first, last) in zip(parts, pairwise(ends), strict=True)}
    nothing = len(forms)
    places = [[row for part in sentence for row in rows[part]] or [nothing] for sentence in sentences]
    vectors, weights = (np.concatenate(found) for found in zip(*(batch[1][1:] for batch in batches), strict=True))
    return Words(
        np.append(vectors, np.zeros((1, vectors.shape[1]), dtype=np.float32), axis=0),
        np.append(weights * _rarity(forms, places), np.float32(0)),
        np.fromiter(chain.from_iterable(places), dtype=np.int32),
        np.cumsum([0, *map(len, places)]),
        np.array([encoder.coverage(text) for text in texts], dtype=np.float32),
    )


def _tokens(encoder: TokenEncoder, texts: Sequence[str]) -> tuple[list[list[str]], Tokens]:
    """The forms of each text's words, and what the encoder gives for all of them.

    It is asked for many texts at once, since every question has its price; a word knows nothing of its neighbours.
    """
    joined = "\n".join(texts)
    tokens = encoder.tokens(joined)
    forms = [joined[span.start : span.end].casefold() for span in tokens.spans]
    begins = np.cumsum([0, *(len(text) + 1 for text in texts)])
    places = np.searchsorted([span.start for span in tokens.spans], begins).tolist()
    return [forms[first:last] for first, last in pairwise(places)], tokens


def _rarity(forms: Sequence[str], places: Sequence[Sequence[int]]) -> np.ndarray:
    """The logarithm of how rare each form is among the sentences (rows of it); 1 for one of a single sentence."""
    frequency = Counter(form for sentence in places for form in {forms[row] for row in sentence if row < len(forms)})
    counts = np.array([frequency[form] for form in forms])
    return np.asarray(np.log(1 + len(places) / counts) / np.log(1 + len(places)), dtype=np.float32)


def coverage(grid: Grid, source: Words, target: Words, longest: int) -> Coverage:
    """Coverage within the band, of and by runs of up to ``longest`` sentences."""
    by_target = np.zeros((longest, grid.rows + 1, grid.width), dtype=np.float32)
    by_source = np.zeros((longest, grid.rows + 1, grid.width), dtype=np.float32)
    recent: list[tuple[int, np.ndarray]] = []
    (left, left_weights), (right, right_weights) = source.in_order(), target.in_order()
    for i in range(1, grid.rows + 1):
        first, last = _columns(grid, i)
        row, tokens = slice(*source.starts[i - 1 : i + 1]), slice(target.starts[first], target.starts[last])
        alike = np.maximum(left[row] @ right[tokens].T, 0)
        cuts = target.starts[first:last] - target.starts[first]
        place = slice(first + 1 - grid.low[i], last + 1 - grid.low[i])
        _by_target(by_target[:, i, place], np.maximum.reduceat(alike, cuts, axis=1), left_weights[row])
        recent = [(int(target.starts[first]), alike.max(axis=0)), *recent[: longest - 1]]
        _by_source(by_source[:, i, place], recent, cuts, right_weights[tokens])
    source_usual, target_usual = _less_usual(grid, by_target, by_source)
    return Coverage(
        _padded(by_target),
        _padded(by_source),
        np.add.reduceat(left_weights, source.starts[:-1]) - source_usual,
        np.add.reduceat(right_weights, target.starts[:-1]) - target_usual,
        source.known,
        target.known,
    )


def _columns(grid: Grid, i: int) -> tuple[int, int]:
    """First and end of the target sentences that end at a node of row ``i``."""
    return max(int(grid.low[i]) - 1, 0), min(int(grid.low[i]) + grid.width - 1, grid.columns)


def _less_usual(grid: Grid, by_target: np.ndarray, by_source: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Subtract, and return, what a single sentence of the band covers of each source and target sentence on average."""
    source_usual = np.zeros(grid.rows, dtype=np.float32)
    target_sum, target_count = np.zeros(grid.columns), np.zeros(grid.columns)
    for i in range(1, grid.rows + 1):
        first, last = _columns(grid, i)
        place = slice(first + 1 - grid.low[i], last + 1 - grid.low[i])
        source_usual[i - 1] = by_target[0, i, place].mean()
        by_target[:, i, place] -= source_usual[i - 1]
        target_sum[first:last] += by_source[0, i, place]
        target_count[first:last] += 1
    target_usual = (target_sum / np.maximum(target_count, 1)).astype(np.float32)
    for i in range(1, grid.rows + 1):
        first, last = _columns(grid, i)
        by_source[:, i, first + 1 - grid.low[i] : last + 1 - grid.low[i]] -= target_usual[first:last]
    return source_usual, target_usual


def _by_target(out: np.ndarray, best: np.ndarray, weight: np.ndarray) -> None:
    """Fill in how much the runs of target sentences that end in each column cover of one source sentence."""
    running = best
    for b in range(len(out)):
        if b:
            running = running.copy()
            running[:, b:] = np.maximum(running[:, b:], best[:, :-b])
        out[b] = weight @ running


def _by_source(out: np.ndarray, recent: list[tuple[int, np.ndarray]], cuts: np.ndarray, weight: np.ndarray) -> None:
    """Fill in how much the last source sentences cover of each target sentence of the row."""
    start, running = recent[0]
    running = running.copy()
    for a in range(len(out)):
        if a < len(recent):
            begin, earlier = recent[a]
            common = min(len(earlier) - (start - begin), len(running))
            if common > 0:
                running[:common] = np.maximum(running[:common], earlier[start - begin :][:common])
        out[a] = np.add.reduceat(weight * running, cuts)


def _padded(found: np.ndarray) -> np.ndarray:
    flat = found.reshape(len(found), -1)
    return np.concatenate([flat, np.zeros((len(found), 1), dtype=np.float32)], axis=1)
