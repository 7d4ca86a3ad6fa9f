"""Contrastive training of the token vectors: translations near each other, everything else in the batch apart."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import torch
from torch.nn.functional import cross_entropy, normalize

from training.batches import Dropout, Mix, batches
from training.encode import Encoded
from training.sources import Source


@dataclass(frozen=True, slots=True)
class Settings:
    """What training depends on; `steps` batches of `mix.size` pairs."""

    steps: int = 16_000
    seed: int = 0
    threads: int = 2
    rate: float = 4e-3
    warm_up: int = 200
    scale: float = 20.0
    token_dropout: float = 0.1
    split: float = 0.05
    mix: Mix = field(default_factory=Mix)


def train(
    start: np.ndarray,
    encoded: Encoded,
    langs: np.ndarray,
    pairs: dict[str, np.ndarray],
    sources: tuple[Source, ...],
    noise: Dropout,
    settings: Settings,
    report: Callable[[str], None] = print,
) -> np.ndarray:
    """Trained vectors, float32 of the shape of `start`.

    Symmetric InfoNCE over the batch, the mean of the token vectors as sentence vector, sparse Adam, a linearly falling
    rate. Sentences of the batch that are equal to the wanted one are no negatives.
    """
    torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)
    rng = np.random.default_rng(settings.seed)
    table = torch.nn.EmbeddingBag.from_pretrained(
        torch.from_numpy(start.copy()), freeze=False, mode="mean", sparse=True
    )
    optimiser = torch.optim.SparseAdam(list(table.parameters()), lr=settings.rate, betas=(0.9, 0.99))
    began, smooth = time.monotonic(), 0.0
    drawn = batches(pairs, langs, sources, settings.mix, rng)
    for step in range(1, settings.steps + 1):
        rate = settings.rate * min(1, step / settings.warm_up) * (1 - step / (settings.steps + 1))
        for group in optimiser.param_groups:
            group["lr"] = rate + 1e-5
        batch = next(drawn)
        one, two = (_vectors(table, noise.bags(encoded, batch[:, side], rng)) for side in (0, 1))
        loss = contrast(one, two, batch, settings.scale)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        smooth = loss.item() if step == 1 else 0.98 * smooth + 0.02 * loss.item()
        if step % 200 == 0:
            report(f"step {step} of {settings.steps}, {time.monotonic() - began:.0f} s, loss {smooth:.3f}")
    return table.weight.detach().numpy().copy()


def _vectors(table: torch.nn.EmbeddingBag, bags: tuple[np.ndarray, np.ndarray]) -> torch.Tensor:
    tokens, starts = bags
    return normalize(table(torch.from_numpy(tokens), torch.from_numpy(starts)), dim=1, eps=1e-6)


def contrast(one: torch.Tensor, two: torch.Tensor, batch: np.ndarray, scale: float) -> torch.Tensor:
    """Symmetric InfoNCE (van den Oord et al. 2018) of unit vectors (n, d); `batch` (n, 2) tells equal texts."""
    likeness = scale * one @ two.T
    first, second = (torch.from_numpy(batch[:, side].astype(np.int64)) for side in (0, 1))
    equal = (first[:, None] == first[None]) | (second[:, None] == second[None])
    equal.fill_diagonal_(False)
    likeness = likeness.masked_fill(equal, -1e4)
    wanted = torch.arange(len(batch))
    return (cross_entropy(likeness, wanted) + cross_entropy(likeness.T, wanted)) / 2
