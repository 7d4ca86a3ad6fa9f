"""Documents whose alignment is known, as features by node.

To the shared sets come copies of news documents of which the encoder is made to know next to nothing, so that the
aligner learns what to lean on then, and news articles with paragraphs, edited by programme.
"""

from __future__ import annotations

import json
import random
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks.alignment import Case, GoldBead
from benchmarks.deaf import Deaf
from benchmarks.edits import edit, gold
from benchmarks.shared import benchmarks_folder
from checker import align, embed, facts
from checker.align import decode, lattice
from checker.align.decode import Nodes
from checker.align.features import TYPES, Features
from checker.align.lattice import NEVER, Lattice, Scores
from checker.align.weights import Weights
from checker.embed import TokenEncoder
from checker.model import Article, Sentence, Version

TEMPER, UNLIKELY = 0.4, -12.0
"""A node is left out of the fit where, with all scores times TEMPER, the logarithm of the probability that a path
visits it is below UNLIKELY: seven nodes of ten, without which the fit takes a tenth of the time and ends at the same
weights."""


@dataclass(frozen=True)
class Example:
    """A document with the features of its beads by node, of its empty beads by sentence, and which beads are gold."""

    case: Case
    nodes: Nodes
    match: np.ndarray
    null: tuple[np.ndarray, np.ndarray]
    gold: np.ndarray


def gather(shared: Sequence[Case], encoder: embed.Encoder, usual: Weights) -> list[Example]:
    """The ``shared`` cases and more as examples for one kind of encoder.

    ``usual`` are weights that are about right, by which nodes are left out.
    """
    return [narrowed(example(case, one), usual) for case, one in _selected(shared, encoder)]


def _selected(shared: Sequence[Case], encoder: embed.Encoder) -> list[tuple[Case, embed.Encoder]]:
    found: list[tuple[Case, embed.Encoder]] = [(case, encoder) for case in shared]
    # only documents with few cuts: of a text that it can't read the aligner shall not say that much is missing
    news = [case for case in shared if case.group == "wmt21-docs"]
    if isinstance(encoder, TokenEncoder):
        for known, chosen in ((0.0, news[2::8]), (0.15, news[::8]), (0.5, news[1::4])):
            deaf = Deaf(encoder, known)
            found += [(replace(case, group=f"deaf {known}"), deaf) for case in chosen]
    docs = [path.parent for path in sorted((benchmarks_folder() / "drift" / "articles-dev").glob("*/truth.json"))]
    # Icelandic is one that the first embedded model hardly knew
    some = [doc for k, doc in enumerate(docs) if k % 6 == 0 or "is" in doc.name.split(".")[0].split("-")]
    return found + [(edited(doc), encoder) for doc in some]


def example(case: Case, encoder: embed.Encoder) -> Example:
    """Compute a document's features."""
    features = Features(align.document(align.side(case.source, encoder), align.side(case.target, encoder)))
    nodes = Nodes.of(features.grid)
    match = np.stack(list(decode.match_features(nodes, features)))
    match[..., -1] = 0
    return Example(case, nodes, match, (features.null(0), features.null(1)), gold_marks(case.gold, nodes))


def narrowed(whole: Example, usual: Weights) -> Example:
    """The example without the nodes that no path of any weight worth considering visits."""
    nodes = whole.nodes
    null = tuple(usual.null[2:] @ found for found in whole.null)
    match = np.stack([usual.match @ found for found in whole.match])
    full = decode.scores(nodes, match, null[0], null[1], *usual.null[:2])
    tempered = Scores(
        full.match * TEMPER,
        *(part * TEMPER for part in (full.open_source, full.next_source, full.open_target, full.next_target)),
    )
    keep = lattice.visits(nodes.lattice, tempered) > UNLIKELY
    kinds, on = np.nonzero(whole.gold)
    keep[on] = keep[nodes.lattice.before[kinds, on]] = True
    keep[[*nodes.lattice.first, *nodes.lattice.last, -1]] = True
    kept = Nodes(_without(nodes.lattice, keep), nodes.grid_nodes[keep], nodes.i[keep], nodes.j[keep])
    return Example(whole.case, kept, whole.match[..., keep], whole.null, whole.gold[:, keep])


def _without(of: Lattice, keep: np.ndarray) -> Lattice:
    """The lattice of the nodes to keep, the sentinel among them."""
    place = np.where(keep, np.cumsum(keep) - 1, keep.sum() - 1).astype(np.int32)
    bounds = np.append(0, np.cumsum(keep))[of.bounds]
    return Lattice(place[of.before[:, keep]], place[of.after[:, keep]], bounds, place[of.first], place[of.last])


def gold_marks(gold: Sequence[GoldBead], nodes: Nodes) -> np.ndarray:
    """Whether a bead is on the gold path: shape (types with the empty ones, nodes).

    A few gold beads are of no type that we have or cross each other, and some lines are in no bead: the path is the one
    with most gold beads, where every other bead costs as much as a gold one earns.
    """
    found = np.full((len(TYPES) + 2, len(nodes.i)), -1.0)
    for source, target in gold:
        kind = len(source), len(target)
        if kind in TYPES and _unbroken(source) and _unbroken(target):
            found[TYPES.index(kind), (nodes.i == source[-1] + 1) & (nodes.j == target[-1] + 1)] = 1
        for i in source if not target else ():
            found[-2, nodes.i == i + 1] = 1
        for j in target if not source else ():
            found[-1, nodes.j == j + 1] = 1
    found[nodes.lattice.before == nodes.lattice.size - 1] = NEVER
    marks = np.zeros(found.shape, dtype=np.float32)
    for kind_index, node in lattice.best(nodes.lattice, found):
        marks[kind_index, node] = 1
    return marks


def _unbroken(indices: Sequence[int]) -> bool:
    return indices[-1] - indices[0] == len(indices) - 1


def by_node(null: np.ndarray, position: np.ndarray) -> np.ndarray:
    """What is known by sentence, at the nodes before which the sentences end."""
    return null[:, np.maximum(position - 1, 0)]


def edited(doc: Path) -> Case:
    """An article of the drift set, its true sentences with their paragraphs, edited by programme."""
    truth = json.loads((doc / "truth.json").read_text(encoding="utf-8"))
    dice = random.Random(zlib.crc32(doc.name.encode()))
    sides = []
    for name, key in (("src", "lang_src"), ("clean", "lang_tgt")):
        language = truth[key]
        text = (doc / f"{name}.{language}.txt").read_text(encoding="utf-8")
        sentences = [
            Sentence(start, end, text[start:end], text[:start].count("\n\n")) for start, end in truth["segments"][name]
        ]
        sides.append((Article(language, text, name), *edit(sentences, dice)))
    versions = [Version(article, kept, facts.extract(article, kept)) for article, kept, _ in sides]
    beads = gold(sides[0][2], sides[1][2])
    return Case(doc.name, "drift-edited", f"{truth['lang_src']}-{truth['lang_tgt']}", versions[0], versions[1], beads)
