"""The sums of the lattice against counting all paths."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from checker.align import lattice
from checker.align.grid import around, whole
from checker.align.lattice import NEVER, Scores

TYPES = ((1, 1), (1, 2), (2, 1))


def paths(n: int, m: int) -> list[tuple[tuple[int, int], ...]]:
    """All sequences of beads over n and m sentences, runs of empty beads with the source side first."""
    if n == m == 0:
        return [()]
    found = []
    for a, b in (*TYPES, (1, 0), (0, 1)):
        if a <= n and b <= m:
            found += [(*path, (a, b)) for path in paths(n - a, m - b)]
    return [path for path in found if ((0, 1), (1, 0)) not in set(pairwise(path))]


@pytest.mark.parametrize(("n", "m"), [(1, 1), (2, 3), (3, 2), (4, 4)])
def test_probabilities_are_those_of_all_paths(n: int, m: int) -> None:
    rng = np.random.default_rng(n * 10 + m)
    grid = whole(n, m)
    nodes = lattice.order(grid)
    net = lattice.build(grid, nodes, TYPES)
    raw = rng.normal(size=(len(TYPES) + 4, net.size))
    match = raw[: len(TYPES)].copy()
    match[net.before[:-2] == net.size - 1] = NEVER
    empty = [
        np.where(net.before[side] == net.size - 1, NEVER, raw[k])
        for side, k in ((-2, -4), (-2, -3), (-1, -2), (-1, -1))
    ]
    found = lattice.posterior(net, Scores(match, *empty))
    place = {(int(grid.i[node]), int(grid.j[node])): k for k, node in enumerate(nodes[:-1])}

    total, weight_of = 0.0, np.zeros((len(TYPES), net.size))
    for path in paths(n, m):
        i = j = 0
        score, before, used = 0.0, (9, 9), []
        for a, b in path:
            i, j = i + a, j + b
            node = place[i, j]
            if (a, b) in TYPES:
                score += match[TYPES.index((a, b)), node]
                used.append((TYPES.index((a, b)), node))
            else:
                row = (0 if (a, b) == (1, 0) else 2) + (before == (a, b))
                score += empty[row][node]
            before = (a, b)
        total += np.exp(score)
        for kind, node in used:
            weight_of[kind, node] += np.exp(score)
    assert found.partition[0] == pytest.approx(np.log(total), abs=1e-6)
    np.testing.assert_allclose(found.match, weight_of / total, atol=1e-5)


def test_the_best_path_earns_most() -> None:
    grid = whole(3, 3)
    net = lattice.build(grid, lattice.order(grid), TYPES)
    gains = np.random.default_rng(5).random((len(TYPES) + 2, net.size))
    gains[net.before == net.size - 1] = NEVER
    path = lattice.best(net, gains)
    steps = (*TYPES, (1, 0), (0, 1))
    assert tuple(np.sum([steps[kind] for kind, _ in path], axis=0)) == (3, 3)
    place = {(int(grid.i[node]), int(grid.j[node])): k for k, node in enumerate(lattice.order(grid)[:-1])}
    diagonal = sum(gains[0, place[k, k]] for k in (1, 2, 3))
    assert sum(gains[kind, node] for kind, node in path) >= diagonal


@pytest.mark.parametrize("seed", range(5))
def test_a_band_is_never_cut_in_two(seed: int) -> None:
    rng = np.random.default_rng(seed)
    path = np.sort(rng.random(41) * 60)
    grid = around(path, 60, rng.random(41) * 4)
    assert grid.low[0] == 0
    assert grid.high[-1] == 60
    assert (np.diff(grid.low) >= 0).all()
    assert (np.diff(grid.high) >= 0).all()
    assert (grid.low[1:] <= grid.high[:-1]).all()
    for i, j in product((0, 40), (0, 60)):
        node = grid.node(np.array([i]), np.array([j]))[0]
        assert node == grid.size or (grid.i[node], grid.j[node]) == (i, j)
