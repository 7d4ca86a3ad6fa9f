"""What the weights are worth: figures on documents and genres that were not fitted, of parts alone, of the scores."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from benchmarks.alignment import SETS, evaluate_beads, table
from checker.align import decode, weights
from checker.model import Bead
from training.calibrate_alignment.examples import Example
from training.calibrate_alignment.field import NAMES, fit

WORDS_ONLY = frozenset(name for name in NAMES if "coverage" in name) | {"straddle"}
"""Features that need the vectors of single words."""
SENTENCES_ONLY = frozenset({"meaning", "cosine", "meaning_gain", "crossed", "null_mutual"})
SURFACE = frozenset(name for name in NAMES if "anchors" in name or "cognates" in name)
LENGTH = frozenset({"length", "length_unknown"})
PARAGRAPHS = frozenset({"paragraph", "paragraph_inside"})
MARKS = frozenset({"marks"})
STRADDLE = frozenset({"straddle"})
BORDERS = frozenset({"quotation", "cut"})
EVIDENCE = WORDS_ONLY | SENTENCES_ONLY | SURFACE | LENGTH | PARAGRAPHS | MARKS | BORDERS
ABLATIONS = {
    "length only": EVIDENCE - LENGTH,
    "anchors and cognates only": EVIDENCE - SURFACE,
    "sentence vectors only": EVIDENCE - SENTENCES_ONLY,
    "word vectors only": EVIDENCE - WORDS_ONLY,
    "sentence and word vectors only": EVIDENCE - SENTENCES_ONLY - WORDS_ONLY,
    "all but length": LENGTH,
    "all but anchors and cognates": SURFACE,
    "all but sentence vectors": SENTENCES_ONLY,
    "all but word vectors": WORDS_ONLY,
    "all but paragraphs": PARAGRAPHS,
    "all but marks": MARKS,
    "all but borders": BORDERS,
    "all but straddle": STRADDLE,
    "all": frozenset[str](),
}
"""What is left out, by the name of the row."""


GROUPS = (*SETS, "drift-edited", "deaf 0.0", "deaf 0.15", "deaf 0.5")
"""Sets of the ablation table."""


def predict(one: Example, weight: np.ndarray) -> tuple[Bead, ...]:
    """The beads of a document under some weights."""
    chosen = weights.Weights.of(dict(zip(NAMES, weight, strict=True)))
    return decode.beads(one.nodes, np.stack([chosen.match @ found for found in one.match]), one.null, chosen)


def report(examples: Sequence[Example], weight: np.ndarray) -> str:
    """Figures of the scorer under some weights."""
    return table(evaluate_beads((one.case, predict(one, weight)) for one in examples))


def ablated(examples: Sequence[Example]) -> str:
    """Figures of refitted weights for each row of :data:`ABLATIONS`."""
    rows = []
    for name, without in ABLATIONS.items():
        weight = fit(examples, without)
        figures = evaluate_beads((one.case, predict(one, weight)) for one in examples)
        groups = [f"{figures[key].strict:.3f}/{figures[key].lax:.3f}/{figures[key].unaligned:.3f}" for key in GROUPS]
        rows.append(f"| {name} | " + " | ".join(groups) + " |\n")
    return "| | " + " | ".join(GROUPS) + " |\n|---|" + "---|" * len(GROUPS) + "\n" + "".join(rows)


def validated(examples: Sequence[Example], without: frozenset[str] = frozenset()) -> str:
    """Figures where each half of the documents is judged by weights from the other."""
    halves = examples[::2], examples[1::2]
    return table(
        evaluate_beads(
            (one.case, predict(one, weight))
            for judged, fitted in (halves, halves[::-1])
            for weight in (fit(fitted, without),)
            for one in judged
        )
    )


def left_out(examples: Sequence[Example]) -> str:
    """Figures where each genre is judged by weights from the others."""
    genres = {"textberg": 0, "mac-dev": 1}
    predicted = []
    for genre in (0, 1, 2):
        weight = fit([one for one in examples if genres.get(one.case.group, 2) != genre])
        predicted += [(one.case, predict(one, weight)) for one in examples if genres.get(one.case.group, 2) == genre]
    return table(evaluate_beads(predicted))


BOUNDS = (0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0001)
"""Scores between which beads are counted together."""


def reliability(examples: Sequence[Example], weight: np.ndarray) -> str:
    """Share of right beads by score, for beads with both sides and for empty ones; shared sets alone."""
    rows: dict[bool, list[tuple[float, bool]]] = {True: [], False: []}
    for one in examples:
        if one.case.group in SETS:
            gold = set(one.case.gold)
            for bead in predict(one, weight):
                rows[bool(bead.source and bead.target)].append((bead.score, (bead.source, bead.target) in gold))
    spans = list(pairwise(BOUNDS))
    lines = ["| score | " + " | ".join(f"{low:g}-{min(high, 1):g}" for low, high in spans) + " |"]
    for both, name in ((True, "beads with both sides"), (False, "empty beads")):
        right = [[hit for score, hit in rows[both] if low <= score < high] for low, high in spans]
        cells = (f"{sum(hits) / len(hits):.3f} ({len(hits)})" if hits else "-" for hits in right)
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)
