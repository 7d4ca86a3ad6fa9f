"""Forward-backward and decoding over the nodes of a grid.

A path is a sequence of beads; its probability is proportional to the exponential of the summed bead scores (a
semi-Markov conditional random field, Sarawagi and Cohen 2004). The nodes of one diagonal (equal ``i + j``) depend on
earlier diagonals alone, so each diagonal is computed at once. A run of empty beads is written source side first, so
that one set of beads has one path; going on with a run has a score of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from checker.align.grid import Grid

NEVER = -1e30
"""Score of what cannot be: finite, so that differences of two such scores stay numbers."""


@dataclass(frozen=True)
class Lattice:
    """Nodes in the order of their diagonals, the sentinel last.

    ``before[t]`` and ``after[t]`` give for every node the node before and after a bead of type ``t``; the last two
    types are the empty beads (1-0, 0-1). ``bounds`` are the diagonals' first nodes and the end of the last one.
    """

    before: np.ndarray
    after: np.ndarray
    bounds: np.ndarray
    first: np.ndarray
    last: np.ndarray

    @property
    def size(self) -> int:
        """Number of nodes, the sentinel included."""
        return int(self.before.shape[1])


@dataclass(frozen=True)
class Scores:
    """Scores of the beads that end at each node: ``match`` of shape (types, nodes), the others of shape (nodes,)."""

    match: np.ndarray
    open_source: np.ndarray
    next_source: np.ndarray
    open_target: np.ndarray
    next_target: np.ndarray


@dataclass(frozen=True)
class Posterior:
    """Probabilities of the beads that end at each node, and the logarithm of the partition sum of each lattice.

    ``match`` has shape (types, nodes); the four others tell first from further empty beads of a run.
    """

    match: np.ndarray
    open_source: np.ndarray
    next_source: np.ndarray
    open_target: np.ndarray
    next_target: np.ndarray
    partition: np.ndarray


def order(grid: Grid) -> np.ndarray:
    """Nodes sorted by diagonal, then by source position; the sentinel last, nodes outside left out."""
    nodes = np.flatnonzero(grid.inside[:-1])
    return np.append(nodes[np.lexsort((grid.i[nodes], grid.i[nodes] + grid.j[nodes]))], grid.size)


def build(grid: Grid, nodes: np.ndarray, types: tuple[tuple[int, int], ...]) -> Lattice:
    """The lattice over ``nodes`` (see :func:`order`) with the given types of beads and the empty ones."""
    place = np.full(grid.size + 1, len(nodes) - 1, dtype=np.int32)
    place[nodes] = np.arange(len(nodes), dtype=np.int32)
    steps = (*types, (1, 0), (0, 1))
    before = np.stack([place[grid.back(a, b)[nodes]] for a, b in steps])
    after = np.stack([place[grid.node(grid.i[nodes] + a, grid.j[nodes] + b)] for a, b in steps])
    after[:, -1] = len(nodes) - 1
    diagonal = grid.i[nodes[:-1]] + grid.j[nodes[:-1]]
    bounds = np.searchsorted(diagonal, np.arange(grid.rows + grid.columns + 2))
    return Lattice(before, after, bounds, np.array([0]), np.array([len(nodes) - 2]))


def _logsum(scores: np.ndarray) -> np.ndarray:
    top = np.maximum.reduce(scores)
    return np.asarray(top + np.log(np.add.reduce(np.exp(scores - top))))


def forward(lattice: Lattice, scores: Scores) -> np.ndarray:
    """Log sums over the paths to each node by what they end with: shape (3, nodes): match, 1-0, 0-1."""
    sums = np.full((3, lattice.size), NEVER)
    total = np.full(lattice.size, NEVER)
    sums[0, lattice.first] = total[lattice.first] = 0.0
    for start, end in zip(lattice.bounds[1:-1], lattice.bounds[2:], strict=True):
        here = slice(start, end)
        before = lattice.before[:, here]
        sums[0, here] = _logsum(total[before[:-2]] + scores.match[:, here])
        of_source, of_target = sums[:, before[-2]], sums[:, before[-1]]
        sums[1, here] = np.logaddexp(of_source[0] + scores.open_source[here], of_source[1] + scores.next_source[here])
        opened = np.logaddexp(of_target[0], of_target[1]) + scores.open_target[here]
        sums[2, here] = np.logaddexp(opened, of_target[2] + scores.next_target[here])
        total[here] = _logsum(sums[:, here])
    return np.asarray(np.maximum(sums, NEVER))


def backward(lattice: Lattice, scores: Scores) -> np.ndarray:
    """Log sums over the paths from each node on, by what they came with: shape (3, nodes)."""
    sums = np.full((3, lattice.size), NEVER)
    sums[:, lattice.last] = 0.0
    ends = np.zeros(lattice.size, dtype=bool)
    ends[lattice.last] = True
    following = _following(lattice, scores)
    following_source = np.stack([following.open_source, following.next_source])
    for start, end in zip(lattice.bounds[-2::-1], lattice.bounds[:0:-1], strict=True):
        here = slice(start, end)
        after = lattice.after[:, here]
        ways = np.empty((3, 2, end - start))  # on from a match and from a run of source sentences
        ways[0] = _logsum(following.match[:, here] + sums[0, after[:-2]])
        ways[1] = following_source[:, here] + sums[1, after[-2]]
        of_target = sums[2, after[-1]]
        ways[2] = following.open_target[here] + of_target
        new = np.empty((3, end - start))
        new[:2] = _logsum(ways)
        new[2] = np.logaddexp(ways[0, 0], following.next_target[here] + of_target)
        new[:, ends[here]] = 0.0
        sums[:, start:end] = np.maximum(new, NEVER)
    return sums


def _following(lattice: Lattice, scores: Scores) -> Scores:
    """The scores of the beads that begin at each node, gathered at once rather than diagonal by diagonal."""
    source, target = lattice.after[-2], lattice.after[-1]
    return Scores(
        scores.match[np.arange(len(scores.match))[:, None], lattice.after[:-2]],
        scores.open_source[source],
        scores.next_source[source],
        scores.open_target[target],
        scores.next_target[target],
    )


def posterior(lattice: Lattice, scores: Scores, owner: np.ndarray | None = None) -> Posterior:
    """Probabilities of all beads; ``owner`` gives each node's lattice where several are computed side by side."""
    ahead, behind = forward(lattice, scores), backward(lattice, scores)
    partition = _logsum(ahead[:, lattice.last])
    norm = partition[owner] if owner is not None else np.full(lattice.size, partition[0])
    source, target = lattice.before[-2], lattice.before[-1]
    total = _logsum(ahead)
    two = np.logaddexp(ahead[0], ahead[1])

    def probability(log: np.ndarray) -> np.ndarray:
        return np.asarray(np.exp(np.minimum(log - norm, 0.0)), dtype=np.float32)

    return Posterior(
        probability(total[lattice.before[:-2]] + scores.match + behind[0]),
        probability(ahead[0, source] + scores.open_source + behind[1]),
        probability(ahead[1, source] + scores.next_source + behind[1]),
        probability(two[target] + scores.open_target + behind[2]),
        probability(ahead[2, target] + scores.next_target + behind[2]),
        partition,
    )


def visits(lattice: Lattice, scores: Scores) -> np.ndarray:
    """Logarithm of the probability that a path visits each node, for a single lattice."""
    ahead = forward(lattice, scores)
    return np.asarray(_logsum(ahead + backward(lattice, scores)) - _logsum(ahead[:, lattice.last]))


def best(lattice: Lattice, gains: np.ndarray) -> list[tuple[int, int]]:
    """The path with the greatest sum of ``gains`` (types with the empty ones, nodes): (type, end node) of each bead.

    Equal sums go to the type that comes first, but of the empty beads to the target's, since a run has those last.
    """
    total = np.full(lattice.size, NEVER)
    total[lattice.first] = 0.0
    choice = np.zeros(lattice.size, dtype=np.int64)
    kinds = np.arange(len(gains))
    kinds[-2:] = kinds[-2:][::-1]
    for start, end in zip(lattice.bounds[1:-1], lattice.bounds[2:], strict=True):
        sums = total[lattice.before[kinds, start:end]] + gains[kinds, start:end]
        choice[start:end] = kinds[sums.argmax(axis=0)]
        total[start:end] = sums.max(axis=0)
    path: list[tuple[int, int]] = []
    node = int(lattice.last[0])
    while node != lattice.first[0]:
        kind = int(choice[node])
        path.append((kind, node))
        node = int(lattice.before[kind, node])
    return path[::-1]
