"""The gradients that are written out are those of autograd."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")

import torch

from training.contrastive import SparseAdam, contrast, look_up, token_gradients

pytestmark = pytest.mark.filterwarnings("ignore:Sparse invariant checks")

SCALE = 20.0


@pytest.fixture
def table() -> torch.Tensor:
    return torch.randn(30, 8, generator=torch.Generator().manual_seed(0))


def batch_and_bags() -> tuple[np.ndarray, list[tuple[np.ndarray, np.ndarray]]]:
    rng = np.random.default_rng(0)
    batch = np.array([[0, 10], [1, 11], [2, 10], [3, 13], [1, 14], [5, 15]])  # texts 10 and 1 stand twice
    bags = []
    for _ in range(2):
        counts = rng.integers(1, 6, len(batch))
        bags.append((rng.integers(0, 30, counts.sum()), np.cumsum(counts) - counts))
    return batch, bags


def reference(table: torch.Tensor, batch: np.ndarray, bags: list[tuple[np.ndarray, np.ndarray]]) -> torch.Tensor:
    """The loss in so many words."""
    sides = []
    for tokens, starts in bags:
        parts = np.split(tokens, starts[1:])
        sides.append(torch.nn.functional.normalize(torch.stack([table[part].mean(0) for part in parts]), dim=1))
    likeness = SCALE * sides[0] @ sides[1].T
    for i in range(len(batch)):
        for j in range(len(batch)):
            if i != j and (batch[i] == batch[j]).any():
                likeness = likeness.index_put((torch.tensor(i), torch.tensor(j)), torch.tensor(-1e4))
    wanted = torch.arange(len(batch))
    entropy = torch.nn.functional.cross_entropy
    return (entropy(likeness, wanted) + entropy(likeness.T, wanted)) / 2


def test_loss_and_gradients_agree_with_autograd(table: torch.Tensor) -> None:
    batch, bags = batch_and_bags()
    watched = table.clone().requires_grad_()
    expected = reference(watched, batch, bags)
    expected.backward()
    one, two = (look_up(table, *bag) for bag in bags)
    loss, *gradients = contrast(one.unit, two.unit, batch, SCALE)
    rows, gradient = token_gradients((one, two), tuple(gradients))
    assert loss == pytest.approx(expected.item(), rel=0.02)
    whole = torch.zeros_like(table).index_add_(0, rows, gradient)
    likeness = torch.nn.functional.cosine_similarity(whole.flatten(), watched.grad.flatten(), dim=0)
    assert likeness > 0.999
    assert whole.norm().item() == pytest.approx(watched.grad.norm().item(), rel=0.02)


def test_adam_takes_the_steps_of_torch(table: torch.Tensor) -> None:
    ours, theirs = table.clone(), torch.nn.Parameter(table.clone())
    adam, known = SparseAdam(ours), torch.optim.SparseAdam([theirs], lr=0.1, betas=(0.9, 0.99))
    for seed in range(3):
        rows = torch.tensor([seed, 7, 9])
        gradient = torch.randn(3, 8, generator=torch.Generator().manual_seed(seed))
        adam.step(rows, gradient, 0.1)
        theirs.grad = torch.sparse_coo_tensor(rows[None], gradient, table.shape)
        known.step()
    torch.testing.assert_close(ours, theirs.detach(), atol=1e-5, rtol=1e-4)


def test_texts_without_tokens_stay_at_zero(table: torch.Tensor) -> None:
    bag = look_up(table, np.array([3, 4]), np.array([0, 2]))
    assert bag.unit[1].abs().sum() == 0
    rows, gradient = token_gradients((bag,), (torch.ones(2, 8),))
    assert rows.tolist() == [3, 4]
    assert torch.isfinite(gradient).all()
