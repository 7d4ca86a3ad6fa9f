"""Quotation marks that take in words which the other version tells outside its own.

The words at either end of a quotation are compared with the other version's quotation and with what stands beside it: a
run that corresponds to the words beside it, while the quotation is longer than it should be, is the narrator's. A
logistic regression weighs these (``training/calibrate_quotes.py``): on faithful quotations against the same with one
mark moved to the end of its sentence.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np

from checker.checks.lexical import Tokens, unit
from checker.model import Span

LEAST = 2
"""Words of a run, of the rest of its quotation, of the other quotation and of what stands beside that, at least."""
PAUSE = 8.0
"""Characters added to both lengths before they are compared."""


class Edge(msgspec.Struct, frozen=True):
    """A run of words at an end of a quotation, with what the regression sees of it."""

    span: Span
    values: tuple[float, ...]


def moved(own: Tokens, quoted: Tokens, beside: Tokens, lengths: tuple[float, float]) -> tuple[Span, float] | None:
    """The run at an end of a quotation that is most probably the narrator's, with the probability, 0 to 1.

    See :func:`edge`.
    """
    found = edge(own, quoted, beside, lengths)
    return (found.span, probability(found.values)) if found else None


def edge(own: Tokens, quoted: Tokens, beside: Tokens, lengths: tuple[float, float]) -> Edge | None:
    """The run at an end of a quotation that corresponds to what stands beside the other one; None where none can.

    ``own`` are the words of the quotation, ``quoted`` those of the other version's, ``beside`` what that version has
    outside quotation marks, ``lengths`` both quotations' characters on one scale, this one's first.
    """
    if min(len(own.spans) - LEAST, len(quoted.spans), len(beside.spans)) < LEAST:
        return None
    inside, outside = _best(own, quoted), _best(own, beside)
    longer = math.log((lengths[0] + PAUSE) / (lengths[1] + PAUSE))
    first, last = max(_runs(len(own.spans)), key=lambda run: _gain(own, inside, outside, run))
    run, rest = np.arange(first, last), np.r_[0:first, last : len(own.spans)]
    values = (
        1.0,
        _gain(own, inside, outside, (first, last)),
        float(last - first),
        _mean(outside, own.weights, run),
        _mean(inside, own.weights, run),
        _mean(inside, own.weights, rest),
        longer,
    )
    return Edge(Span(own.spans[first].start, own.spans[last - 1].end), values)


def _runs(count: int) -> Iterator[tuple[int, int]]:
    for size in range(LEAST, count - LEAST + 1):
        yield 0, size
        yield count - size, count


def _gain(own: Tokens, inside: np.ndarray, outside: np.ndarray, run: tuple[int, int]) -> float:
    place = slice(*run)
    return float(((outside[place] - inside[place]) * own.weights[place]).sum())


def _best(own: Tokens, there: Tokens) -> np.ndarray:
    best: np.ndarray = (unit(own.vectors) @ there.phrases().T).max(axis=1)
    return best


def _mean(values: np.ndarray, weights: np.ndarray, places: np.ndarray) -> float:
    return float((values[places] * weights[places]).sum() / max(float(weights[places].sum()), 1e-9))


def probability(values: tuple[float, ...]) -> float:
    """The regression's answer."""
    score = float(np.dot(_weights(), values))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def _weights() -> tuple[float, ...]:
    entry = files("checker.checks") / "calibration.json"
    return tuple(json.loads(entry.read_text(encoding="utf-8"))["marks"])
