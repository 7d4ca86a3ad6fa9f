"""The probability that two short quotations differ, where a limit for each measure would be wrong too often.

A logistic regression over their likeness, how far the words of either stand in the other and in its sentence, and their
lengths. ``training/calibrate_quotes.py`` fits it on quotations of faithful versions against ones with another article's
words between the marks.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files

import numpy as np

from checker.checks.agreement import Agreement
from checker.checks.lexical import Tokens
from checker.checks.sides import support

SHORTEST = 4.0
"""Characters below which a quotation counts as no shorter."""
PAUSE = 8.0
"""Characters added to both lengths before they are compared."""


def differing(
    quoted: tuple[Tokens, Tokens],
    around: tuple[Tokens, Tokens],
    similarity: float,
    lengths: tuple[float, float],
    measure: Agreement,
) -> float:
    """Probability, 0 to 1, that two quotations say something else.

    ``quoted`` are their words, ``around`` those of their beads, ``similarity`` the cosine of both, ``lengths`` their
    characters on the scale of the source.
    """
    values = features(quoted, around, similarity, lengths, measure)
    score = float(np.dot(_weights(), values))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def features(
    quoted: tuple[Tokens, Tokens],
    around: tuple[Tokens, Tokens],
    similarity: float,
    lengths: tuple[float, float],
    measure: Agreement,
) -> tuple[float, ...]:
    """What the regression sees."""
    relative = measure.yardstick.relative(similarity)
    inside = support(quoted[0], around[1])[0], support(quoted[1], around[0])[0]
    direct, best = support(*quoted)
    length = math.log(max(SHORTEST, min(lengths)))
    return (
        1.0,
        relative,
        relative * length,
        min(inside),
        max(inside),
        direct + support(quoted[1], quoted[0])[0],
        best,
        abs(math.log((lengths[0] + PAUSE) / (lengths[1] + PAUSE))),
        length,
        measure.yardstick.true,
    )


@cache
def _weights() -> tuple[float, ...]:
    entry = files("checker.checks") / "calibration.json"
    return tuple(json.loads(entry.read_text(encoding="utf-8"))["quote"])
