"""Draws the batches: one source at a time, thin languages more often, neighbours of a document together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from training.encode import Encoded
from training.sources import Source


@dataclass(frozen=True, slots=True)
class Mix:
    """How training mixes its rows.

    `balance` is the exponent by which languages with many rows are held back (0: not at all, 1: all alike), `most`
    the most often that a row is repeated in a round for it; `pivot` is the share of rows of which the English side is
    exchanged for another translation of the same sentence.
    """

    size: int = 2048
    balance: float = 0.5
    most: int = 6
    pivot: float = 0.35


class SourceRows:
    """The rows of one source, in endless rounds."""

    def __init__(
        self, pairs: np.ndarray, langs: np.ndarray, source: Source, mix: Mix, rng: np.random.Generator
    ) -> None:
        """`pairs` int32 (rows, 2) of text numbers, `langs` the language of each text."""
        self._pairs, self._mix, self._rng = pairs, mix, rng
        self._block = source.block
        self._lexicon = source.kind == "lexicon"
        self._repeats = _repeats(langs[pairs[:, 0]], mix)
        self._order, self._position = self._round(), 0
        # Rows that share their second text (English, where there is English) are translations of each other.
        by_second = np.argsort(pairs[:, 1], kind="stable")
        second = pairs[by_second, 1]
        self._siblings = pairs[by_second, 0]
        self._first_sibling = np.searchsorted(second, pairs[:, 1], "left")
        self._sibling_count = np.searchsorted(second, pairs[:, 1], "right") - self._first_sibling

    def _round(self) -> np.ndarray:
        times = np.floor(self._repeats + self._rng.random(len(self._repeats)))
        # One pass over the rows after the other, so that the copies of a row do not stand side by side.
        rows = np.concatenate([np.flatnonzero(times > passed) for passed in range(int(times.max()))])
        place = self._rng.permutation(len(rows) // self._block + 1)
        order: np.ndarray = rows[np.argsort(place[np.arange(len(rows)) // self._block], kind="stable")]
        return order

    def draw(self) -> np.ndarray:
        """The next batch: int32 (at most mix.size, 2) of text numbers, sides in random order."""
        number = min(self._mix.size, len(self._order))
        if self._position + number > len(self._order):
            self._order, self._position = self._round(), 0
        rows = self._order[self._position : self._position + number]
        self._position += number
        pairs: np.ndarray = self._pairs[rows].copy()
        if not self._lexicon:
            self._exchange(rows, pairs)
        return pairs if self._rng.random() < 0.5 else pairs[:, ::-1]

    def _exchange(self, rows: np.ndarray, pairs: np.ndarray) -> None:
        chosen = (self._rng.random(len(rows)) * self._sibling_count[rows]).astype(np.int64)
        other = self._siblings[self._first_sibling[rows] + chosen]
        where = (self._rng.random(len(rows)) < self._mix.pivot) & (other != pairs[:, 0])
        pairs[where, 1] = other[where]


def _repeats(langs: np.ndarray, mix: Mix) -> np.ndarray:
    counts = np.bincount(langs)
    return np.clip((counts.max() / counts[langs]) ** mix.balance, 1, mix.most) * 1.0


def batches(
    pairs: Mapping[str, np.ndarray], langs: np.ndarray, sources: tuple[Source, ...], mix: Mix, rng: np.random.Generator
) -> Iterator[np.ndarray]:
    """Endless batches, sources drawn by their share."""
    present = [source for source in sources if source.name in pairs]
    rows = [SourceRows(pairs[source.name], langs, source, mix, rng) for source in present]
    shares = np.array([source.share for source in present])
    while True:
        yield rows[rng.choice(len(rows), p=shares / shares.sum())].draw()


@dataclass(frozen=True, slots=True)
class Dropout:
    """Noise on the tokens of a batch.

    `token`: share of tokens left out (never in texts under 4 tokens); `split`: share of whole words read as their
    pieces, so that pieces learn to stand for words; `pieces[starts[t]:starts[t + 1]]` are those of token t (itself
    where it has none).
    """

    token: float
    split: float
    pieces: np.ndarray
    starts: np.ndarray

    def bags(self, encoded: Encoded, numbers: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        """(tokens int64, start of each text int64) of the given texts, as torch's EmbeddingBag takes them."""
        ids, text = gather(encoded.flat, encoded.offsets[numbers], encoded.offsets[numbers + 1])
        if self.token:
            lengths = np.bincount(text, minlength=len(numbers))
            keep = (rng.random(len(ids)) > self.token) | (lengths[text] < 4)
            ids, text = ids[keep], text[keep]
        if self.split:
            first, last = self.starts[ids], self.starts[ids + 1]
            whole = rng.random(len(ids)) > self.split
            # A word that stays whole is a run of length one in a table where token t stands at place t.
            run, owner = gather(
                self.pieces,
                np.where(whole, self.starts[-1] + ids, first),
                np.where(whole, self.starts[-1] + ids + 1, last),
            )
            ids, text = run, text[owner]
        starts = np.searchsorted(text, np.arange(len(numbers)))
        return ids.astype(np.int64), starts.astype(np.int64)


def dropout(splits: Mapping[int, np.ndarray], size: int, token: float, split: float) -> Dropout:
    """A Dropout for a vocabulary of `size` tokens of which `splits` gives the pieces of the whole words."""
    lists = [splits[t] if t in splits and len(splits[t]) else np.array([t], np.int32) for t in range(size)]
    starts = np.concatenate([[0], np.cumsum([len(one) for one in lists])]).astype(np.int64)
    pieces = np.concatenate([*lists, np.arange(size)]).astype(np.int32)
    return Dropout(token, split, pieces, starts)


def gather(flat: np.ndarray, first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The runs `flat[first[i]:last[i]]` one after the other, and the i of every element."""
    lengths = last - first
    skipped = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    index = np.repeat(first - skipped, lengths) + np.arange(lengths.sum())
    return flat[index], np.repeat(np.arange(len(lengths)), lengths)
