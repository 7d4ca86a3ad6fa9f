"""Contrastive training of the token vectors: translations near each other, everything else in the batch apart.

The gradient is written out instead of left to autograd: the model is one table, and a step takes a third of the time.
The tests hold it to autograd's.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

import numpy as np
import torch
from torch.nn.functional import embedding_bag

from training.batches import Dropout, Mix, batches, gather
from training.encode import Encoded
from training.sources import Source

#: Rows of a table that are worked on at a time, so that they stay in the processor's cache.
CACHED = 256


@dataclass(frozen=True, slots=True)
class Settings:
    """What training depends on; `steps` batches of `mix.size` pairs.

    `rate` is that of a token's own vector, `family_rate` times as much that of the marks it shares. `hard` is how often
    batches of hard negatives are drawn for each other batch (see training.hard).
    """

    steps: int = 8_000
    seed: int = 0
    threads: int = 2
    rate: float = 5e-3
    family_rate: float = 1.5
    warm_up: int = 200
    scale: float = 15.0
    token_dropout: float = 0.1
    split: float = 0.05
    hard: float = 0.0
    mix: Mix = field(default_factory=Mix)


@dataclass(frozen=True, slots=True)
class Bags:
    """A batch of texts: `tokens` and `starts` as torch's embedding_bag takes them, unit vectors (n, d), lengths (n)."""

    tokens: torch.Tensor
    starts: torch.Tensor
    unit: torch.Tensor
    lengths: torch.Tensor


def train(
    start: Vectors,
    encoded: Encoded,
    langs: np.ndarray,
    pairs: dict[str, np.ndarray],
    sources: tuple[Source, ...],
    noise: Dropout,
    settings: Settings,
    report: Callable[[str], None] = print,
) -> Vectors:
    """Trained vectors.

    Symmetric InfoNCE over the batch, the mean of the token vectors as sentence vector, Adam on the rows that the batch
    touches, a linearly falling rate. Sentences of the batch that are equal to the wanted one are no negatives.
    """
    torch.set_num_threads(settings.threads)
    rng = np.random.default_rng(settings.seed)
    table = Table(start)
    began, smooth = time.monotonic(), 0.0
    drawn = batches(pairs, langs, sources, settings.mix, rng)
    for step in range(1, settings.steps + 1):
        rate = settings.rate * min(1, step / settings.warm_up) * (1 - step / (settings.steps + 1)) + 1e-5
        batch = next(drawn)
        texts = [noise.bags(encoded, batch[:, side], rng) for side in (0, 1)]
        distinct, places = np.unique(np.concatenate([tokens for tokens, _ in texts]), return_inverse=True)
        rows, members = table.rows(distinct)
        split = len(texts[0][0])
        one, two = (look_up(rows, p, t[1]) for p, t in zip((places[:split], places[split:]), texts, strict=True))
        loss, first, second = contrast(one.unit, two.unit, batch, settings.scale)
        _, gradient = token_gradients((one, two), (first, second))
        table.step(distinct, members, gradient, (rate, settings.family_rate * rate))
        smooth = loss if step == 1 else 0.98 * smooth + 0.02 * loss
        if step % 500 == 0:
            report(f"step {step} of {settings.steps}, {time.monotonic() - began:.0f} s, loss {smooth:.3f}")
    return table.vectors()


@dataclass(frozen=True, slots=True)
class Vectors:
    """The vectors of tokens in their two parts: their `own` (tokens, d), and the mean of those of their marks.

    `shared` (marks, d) are the vectors of the marks, `families` the numbers of each token's marks.
    """

    own: np.ndarray
    shared: np.ndarray
    families: Encoded

    def summed(self) -> np.ndarray:
        """float32 (tokens, d): both parts together."""
        whole: np.ndarray = self.own.copy()
        for first in range(0, len(whole), 1 << 14):
            tokens = np.arange(first, min(first + (1 << 14), len(whole)))
            whole[tokens] += _means(torch.from_numpy(self.shared), *_members(self.families, tokens)[:2]).numpy()
        return whole


class Table:
    """The vectors in training."""

    def __init__(self, start: Vectors) -> None:
        """Begin with a copy of `start`."""
        self._own, self._shared = torch.from_numpy(start.own.copy()), torch.from_numpy(start.shared.copy())
        self._families = start.families
        self._optimisers = SparseAdam(self._own), SparseAdam(self._shared)

    def rows(self, tokens: np.ndarray) -> tuple[torch.Tensor, Members]:
        """The vectors of distinct `tokens` (k), float32 (k, d), and their marks, which step() takes back."""
        members = _members(self._families, tokens)
        return self._own.index_select(0, torch.from_numpy(tokens)) + _means(self._shared, *members[:2]), members

    def step(self, tokens: np.ndarray, members: Members, gradient: torch.Tensor, rates: tuple[float, float]) -> None:
        """One step for the distinct `tokens` (k) with `gradient` (k, d); a mark gets its share from every token.

        `rates` are those of the tokens and of the marks.
        """
        self._optimisers[0].step(torch.from_numpy(tokens), gradient, rates[0])
        marks, starts, owners = members
        if not len(marks):
            return
        counts = torch.diff(starts, append=torch.tensor([len(marks)]))
        ordered, order = torch.sort(marks)
        distinct, uses = torch.unique_consecutive(ordered, return_counts=True)
        shares = gradient / counts.clamp(min=1)[:, None]
        summed = embedding_bag(owners[order], shares, torch.cumsum(uses, 0) - uses, mode="sum")
        self._optimisers[1].step(distinct, summed, rates[1])

    def vectors(self) -> Vectors:
        """What training has made of them."""
        return Vectors(self._own.numpy(), self._shared.numpy(), self._families)


#: Marks of a run of tokens one after the other, where each token's begin, and to which token each belongs.
Members = tuple[torch.Tensor, torch.Tensor, torch.Tensor]


def _members(families: Encoded, tokens: np.ndarray) -> Members:
    first, last = families.offsets[tokens], families.offsets[tokens + 1]
    marks, owners = gather(families.flat, first, last)
    starts = np.cumsum(last - first) - (last - first)
    return torch.from_numpy(marks.astype(np.int64)), torch.from_numpy(starts), torch.from_numpy(owners)


def _means(shared: torch.Tensor, marks: torch.Tensor, starts: torch.Tensor) -> torch.Tensor:
    """The mean of the marks' vectors, zero for a token without marks."""
    return embedding_bag(marks, shared, starts, mode="mean")


def look_up(table: torch.Tensor, tokens: np.ndarray, starts: np.ndarray) -> Bags:
    """The unit vectors of texts given as runs of tokens (see Dropout.bags)."""
    ids, offsets = torch.from_numpy(tokens), torch.from_numpy(starts)
    mean = embedding_bag(ids, table, offsets, mode="mean")
    lengths = mean.norm(dim=1).clamp(min=1e-6)
    return Bags(ids, offsets, mean / lengths[:, None], lengths)


def contrast(
    one: torch.Tensor, two: torch.Tensor, batch: np.ndarray, scale: float
) -> tuple[float, torch.Tensor, torch.Tensor]:
    """Symmetric InfoNCE (van den Oord et al. 2018) of unit vectors (n, d), and its gradients by both.

    `batch` (n, 2) tells equal texts. The products are taken in the type of `product_type`: the loss of precision is
    noise beside the dropout. The exponentials need no shift, since likeness is at most `scale`.
    """
    weight, kind = scale / len(one), product_type()
    left, right = one.to(kind), two.to(kind)
    spread = left @ right.T
    correct = scale * spread.diagonal().float()
    spread = torch.cat([(scale * part.float()).exp_().to(kind) for part in torch.split(spread, CACHED)])
    spread[_equal(batch)] = 0
    rows, columns = torch.zeros(len(one)), torch.zeros(len(one))
    for start, part in enumerate(torch.split(spread, CACHED)):
        wide = part.float()
        rows[start * CACHED : start * CACHED + len(part)] = wide.sum(1)
        columns += wide.sum(0)
    loss = (rows.log() + columns.log()).mean() / 2 - correct.mean()
    by_row, by_column = (0.5 * weight / rows)[:, None], (0.5 * weight / columns)[None]
    shares = zip(torch.split(spread, CACHED), torch.split(by_row, CACHED), strict=True)
    pull = torch.cat([(by_column + row).mul_(part).to(kind) for part, row in shares])
    pull.diagonal().sub_(weight)
    return loss.item(), (pull @ right).float(), (pull.T @ left).float()


@cache
def product_type() -> torch.dtype:
    """bfloat16 where the processor multiplies in it, several times as fast as float32; else it is far slower."""
    return min((torch.bfloat16, torch.float32), key=_seconds)


def _seconds(kind: torch.dtype) -> float:
    """The shortest time of three that a product of the size of a batch takes."""
    table, times = torch.ones(1024, 128, dtype=kind), []
    for _ in range(3):
        began = time.perf_counter()
        torch.mm(table, table.T)
        times.append(time.perf_counter() - began)
    return min(times)


def _equal(batch: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
    """The pairs (i, j), i ≠ j, that share a text on either side: every i, and its j."""
    first, second = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for side in (0, 1):
        _, group, counts = np.unique(batch[:, side], return_inverse=True, return_counts=True)
        order = np.argsort(group, kind="stable")
        ends = np.cumsum(counts)
        for shared in np.flatnonzero(counts > 1):
            places = order[ends[shared] - counts[shared] : ends[shared]]
            first.append(np.repeat(places, len(places)))
            second.append(np.tile(places, len(places)))
    one, two = np.concatenate(first), np.concatenate(second)
    different = one != two
    return torch.from_numpy(one[different]), torch.from_numpy(two[different])


def token_gradients(bags: tuple[Bags, ...], gradients: tuple[torch.Tensor, ...]) -> tuple[torch.Tensor, torch.Tensor]:
    """(distinct tokens (k), their gradients (k, d)) from the gradients by the unit vectors of texts."""
    by_text, texts, ids, before = [], [], [], 0
    for bag, gradient in zip(bags, gradients, strict=True):
        counts = torch.diff(bag.starts, append=torch.tensor([len(bag.tokens)]))
        across = gradient - (gradient * bag.unit).sum(1, keepdim=True) * bag.unit
        by_text.append(across / (bag.lengths * counts.clamp(min=1))[:, None])
        texts.append(torch.repeat_interleave(torch.arange(len(counts)), counts) + before)
        ids.append(bag.tokens)
        before += len(counts)
    ordered, order = torch.sort(torch.cat(ids))
    distinct, counts = torch.unique_consecutive(ordered, return_counts=True)
    starts = torch.cumsum(counts, 0) - counts
    return distinct, embedding_bag(torch.cat(texts)[order], torch.cat(by_text), starts, mode="sum")


class SparseAdam:
    """Adam (Kingma and Ba 2015) that touches only the rows with a gradient, as torch.optim.SparseAdam does."""

    def __init__(self, table: torch.Tensor, betas: tuple[float, float] = (0.9, 0.99)) -> None:
        """`table` (rows, d) is changed in place."""
        self._table, self._betas, self._count = table, betas, 0
        self._mean, self._square = torch.zeros_like(table), torch.zeros_like(table)

    def step(self, rows: torch.Tensor, gradient: torch.Tensor, rate: float) -> None:
        """One step for distinct `rows` (k) with `gradient` (k, d)."""
        self._count += 1
        first, second = self._betas
        size = rate * (1 - second**self._count) ** 0.5 / (1 - first**self._count)
        # In runs of rows that fit the processor's cache: half the time of all rows at once.
        for start in range(0, len(rows), CACHED):
            some, slope = rows[start : start + CACHED], gradient[start : start + CACHED]
            mean = self._mean.index_select(0, some).lerp_(slope, 1 - first)
            square = self._square.index_select(0, some).mul_(second).addcmul_(slope, slope, value=1 - second)
            self._mean.index_copy_(0, some, mean)
            self._square.index_copy_(0, some, square)
            self._table.index_add_(0, some, mean.div_(square.sqrt_().add_(1e-8)), alpha=-size)
