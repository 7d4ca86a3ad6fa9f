"""Fits the weights of the aligner; ``python -m training.calibrate_alignment --write`` rewrites them.

They lie in checker/align/weights.json and maximise the probability of the gold paths of the shared development sets
(conditional random field; gradient by forward-backward; L-BFGS-B, since most weights may not be negative). All genres
are fitted together, since weights learnt on one lose on another. To these come copies of news documents of which the
encoder is made to know next to nothing, so that the aligner learns what to lean on then, and news articles with
paragraphs, edited by programme. ``--validate`` prints figures for documents that were not fitted (two halves),
``--leave-out`` for genres that were not, ``--ablate`` what each kind of evidence earns.

It needs scipy (a dependency of the development environment) and takes about ten minutes on one core.
"""

from __future__ import annotations

import argparse
import json
import random
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from benchmarks.alignment import SETS, Case, GoldBead, cases, evaluate_beads, table
from benchmarks.shared import benchmarks_folder
from checker import align, embed, facts
from checker.align import decode, lattice, weights
from checker.align.decode import Nodes
from checker.align.features import FREE, MATCH, NULL, TYPES, Features
from checker.align.lattice import NEVER, Lattice, Posterior, Scores
from checker.embed import TokenEncoder, Tokens
from checker.model import Article, Bead, Sentence, Version

NAMES = (*MATCH, *NULL)
RIDGE = 0.5
"""Weight of the squared weights, against thousands of gold beads: divides between features that say much the same."""
WEIGHTS_FILE = Path(weights.__file__).with_name("weights.json")


@dataclass(frozen=True)
class Example:
    """A document with the features of its beads by node, of its empty beads by sentence, and which beads are gold."""

    case: Case
    nodes: Nodes
    match: np.ndarray
    null: tuple[np.ndarray, np.ndarray]
    gold: np.ndarray


@dataclass(frozen=True)
class Batch:
    """Examples laid side by side, so that one pass over the diagonals serves all.

    ``owner`` is each node's example; ``gold`` the sums of the features over all gold paths.
    """

    lattice: Lattice
    match: np.ndarray
    null: tuple[np.ndarray, np.ndarray]
    gold: np.ndarray
    owner: np.ndarray


def example(case: Case, encoder: embed.Encoder) -> Example:
    """Compute a document's features."""
    vectors = [encoder.encode([s.text for s in version.sentences]) for version in (case.source, case.target)]
    features = Features(align.document(case.source, case.target, vectors[0], vectors[1], encoder))
    nodes = Nodes.of(features.grid)
    match = np.stack(list(decode.match_features(nodes, features)))
    match[..., -1] = 0
    return Example(case, nodes, match, (features.null(0), features.null(1)), gold_marks(case.gold, nodes))


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


def batch(examples: Sequence[Example]) -> Batch:
    """Lay examples side by side, in the order of their diagonals."""
    sizes = [e.nodes.lattice.size - 1 for e in examples]
    offsets = np.cumsum([0, *sizes])
    total = int(offsets[-1])
    diagonal = np.concatenate([(e.nodes.i + e.nodes.j)[:-1] for e in examples])
    order = np.argsort(diagonal, kind="stable")
    place = np.append(np.empty(total, dtype=np.int64), total)
    place[order] = np.arange(total)

    def links(name: str) -> np.ndarray:
        parts = []
        for e, offset, size in zip(examples, offsets, sizes, strict=False):
            link = getattr(e.nodes.lattice, name)[:, :-1].astype(np.int64)
            parts.append(place[np.where(link == size, total, link + offset)])
        joined = np.concatenate(parts, axis=1)[:, order]
        return np.append(joined, np.full((len(joined), 1), total), axis=1)

    def values(parts: Iterable[np.ndarray]) -> np.ndarray:
        joined = np.concatenate([part[..., :-1] for part in parts], axis=-1)[..., order]
        return np.concatenate([joined, np.zeros_like(joined[..., :1])], axis=-1)

    return Batch(
        Lattice(
            links("before"),
            links("after"),
            np.searchsorted(diagonal[order], np.arange(diagonal.max() + 2)),
            place[offsets[:-1]],
            place[offsets[1:] - 1],
        ),
        values(e.match for e in examples),
        (
            values(_by_node(e.null[0], e.nodes.i) for e in examples),
            values(_by_node(e.null[1], e.nodes.j) for e in examples),
        ),
        np.sum([gold_sums(e) for e in examples], axis=0),
        np.append(np.repeat(np.arange(len(sizes)), sizes)[order], 0),
    )


def _by_node(null: np.ndarray, position: np.ndarray) -> np.ndarray:
    return null[:, np.maximum(position - 1, 0)]


def scores(of: Batch, weight: np.ndarray) -> Scores:
    """Scores of all beads under some weights, in the order of :data:`NAMES`."""
    nowhere = of.lattice.before == of.lattice.size - 1
    match = np.stack([weight[: len(MATCH)].astype(np.float32) @ found for found in of.match]).astype(float)
    match[nowhere[:-2]] = NEVER
    costs = weight[len(MATCH) :]
    empty = [
        np.where(nowhere[side - 2], NEVER, costs[2:] @ of.null[side] - cost) for side in (0, 1) for cost in costs[:2]
    ]
    return Scores(match, *empty)


def expected(of: Batch, found: Posterior) -> np.ndarray:
    """Expected sums of the features over all paths."""
    match = sum(of.match[kind] @ found.match[kind] for kind in range(len(TYPES)))
    source, target = found.open_source + found.next_source, found.open_target + found.next_target
    constant = [-(found.open_source + found.open_target).sum(), -(found.next_source + found.next_target).sum()]
    return np.concatenate([match, constant, of.null[0] @ source + of.null[1] @ target]).astype(float)


def gold_sums(one: Example) -> np.ndarray:
    """Sums of the features over the gold path."""
    source, target = one.gold[-2], one.gold[-1]
    # The first empty bead of a run costs otherwise than the next: the same order as in the lattice, source side first.
    again = [
        marks & previous[before]
        for marks, previous, before in (
            (source > 0, source > 0, one.nodes.lattice.before[-2]),
            (target > 0, target > 0, one.nodes.lattice.before[-1]),
        )
    ]
    further = float(again[0].sum() + again[1].sum())
    first = float(source.sum() + target.sum()) - further
    match = sum(one.match[kind] @ one.gold[kind] for kind in range(len(TYPES)))
    null = _by_node(one.null[0], one.nodes.i) @ source + _by_node(one.null[1], one.nodes.j) @ target
    return np.concatenate([match, [-first, -further], null]).astype(float)


def loss(weight: np.ndarray, of: Batch) -> tuple[float, np.ndarray]:
    """Negative log probability of the gold paths with the ridge, and its gradient."""
    everything = lattice.posterior(of.lattice, scores(of, weight), of.owner)
    value = float(everything.partition.sum() - weight @ of.gold)
    gradient = expected(of, everything) - of.gold
    return value + RIDGE * float(weight @ weight), gradient + 2 * RIDGE * weight


def fit(examples: Sequence[Example], without: frozenset[str] = frozenset(), steps: int = 80) -> np.ndarray:
    """Weights in the order of :data:`NAMES`; those of ``without`` stay 0."""
    start = np.array([0.0 if name in without else 0.5 for name in NAMES])
    bounds = [(0, 0) if name in without else (None, None) if name in FREE else (0, None) for name in NAMES]
    return np.asarray(
        minimize(
            loss, start, (batch(examples),), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": steps}
        ).x
    )


def predict(one: Example, weight: np.ndarray) -> tuple[Bead, ...]:
    """The beads of a document under some weights."""
    chosen = weights.Weights.of(dict(zip(NAMES, weight, strict=True)))
    return decode.beads(one.nodes, np.stack([chosen.match @ found for found in one.match]), one.null, chosen)


def report(examples: Sequence[Example], weight: np.ndarray) -> str:
    """Figures of the scorer under some weights."""
    return table(evaluate_beads((one.case, predict(one, weight)) for one in examples))


class Deaf:
    """An encoder that knows next to no word: nearly all get a vector that is theirs alone."""

    name = "deaf"

    def __init__(self, encoder: TokenEncoder, knows: float) -> None:
        """Keep about a share of the vocabulary."""
        self._encoder, self._knows = encoder, knows

    def tokens(self, text: str) -> Tokens:
        """Words with vectors of no meaning."""
        spans, vectors, lengths = self._encoder.tokens(text)
        changed = vectors.copy()
        for k, span in enumerate(spans):
            word = text[span.start : span.end].casefold()
            if zlib.crc32(word.encode()) % 1000 >= 1000 * self._knows and not any(c.isdigit() for c in word):
                changed[k] = np.random.default_rng(zlib.crc32(word.encode())).standard_normal(vectors.shape[1])
                changed[k] /= np.linalg.norm(changed[k])
        return Tokens(spans, changed, lengths)

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """The direction of the weighted words."""
        sums = [(found.weights[:, None] * found.vectors).sum(axis=0) for found in map(self.tokens, texts)]
        rows = np.array(sums, dtype=np.float32)
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)

    def coverage(self, text: str) -> float:  # noqa: ARG002
        """What is left of the vocabulary."""
        return self._knows


class Sentences:
    """An encoder without single words, as sentence-transformers gives it."""

    def __init__(self, encoder: embed.Encoder) -> None:
        """Hide everything but ``encode``."""
        self.name, self.encode = encoder.name, encoder.encode


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
        sides.append((Article(language, text, name), *_edit(sentences, dice)))
    versions = [Version(article, kept, facts.extract(article, kept)) for article, kept, _ in sides]
    gold = _joined(sides[0][2], sides[1][2])
    return Case(doc.name, "drift-edited", f"{truth['lang_src']}-{truth['lang_tgt']}", versions[0], versions[1], gold)


def _edit(sentences: list[Sentence], dice: random.Random) -> tuple[tuple[Sentence, ...], list[tuple[int, ...]]]:
    """Drop 8 % and join 8 % with the next of the paragraph; also says which sentences each of the new ones holds."""
    kept: list[Sentence] = []
    holds: list[tuple[int, ...]] = []
    for number, sentence in enumerate(sentences):
        throw = dice.random()
        if throw < 0.08:
            continue
        if throw < 0.16 and kept and kept[-1].paragraph == sentence.paragraph and holds[-1][-1] == number - 1:
            text = f"{kept[-1].text} {sentence.text}"
            kept[-1] = replace(kept[-1], end=sentence.end, text=text)
            holds[-1] += (number,)
        else:
            kept.append(sentence)
            holds.append((number,))
    return tuple(kept), holds


def _joined(source: list[tuple[int, ...]], target: list[tuple[int, ...]]) -> tuple[GoldBead, ...]:
    """Gold beads of two edited sides: sentences that hold a common original belong together."""
    beads: list[tuple[set[int], set[int], set[int]]] = []
    for side, holds in enumerate((source, target)):
        for index, originals in enumerate(holds):
            touching = [bead for bead in beads if bead[2] & set(originals)]
            merged: tuple[set[int], set[int], set[int]] = (set(), set(), set(originals))
            merged[side].add(index)
            for bead in touching:
                beads.remove(bead)
                for into, part in zip(merged, bead, strict=True):
                    into.update(part)
            beads.append(merged)
    return tuple(sorted((tuple(sorted(left)), tuple(sorted(right))) for left, right, _ in beads))


def gather(encoder: embed.Encoder, extra: bool = True) -> list[Example]:
    """All examples for one kind of encoder."""
    selected = cases(SETS)
    found = [example(case, encoder) for case in selected]
    if extra:
        # only documents with few cuts: of a text that it can't read the aligner shall not say that much is missing
        news = [case for case in selected if case.group == "wmt21-docs"]
        if isinstance(encoder, TokenEncoder):
            for known, chosen in ((0.15, news[::4]), (0.5, news[1::4])):
                deaf = Deaf(encoder, known)
                found += [example(replace(case, group=f"deaf {known}"), deaf) for case in chosen]
        folder = benchmarks_folder() / "drift" / "articles-dev"
        docs = [path.parent for path in sorted(folder.glob("*/truth.json"))]
        # Icelandic is one that the first embedded model hardly knew
        some = [doc for k, doc in enumerate(docs) if k % 6 == 0 or "is" in doc.name.split(".")[0].split("-")]
        found += [example(edited(doc), encoder) for doc in some]
    return found


def main() -> None:
    """Fit, report, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="rewrite checker/align/weights.json")
    parser.add_argument("--validate", action="store_true", help="figures for halves that were not fitted")
    parser.add_argument("--leave-out", action="store_true", help="figures for genres that were not fitted")
    parser.add_argument("--ablate", action="store_true", help="figures with only some kinds of evidence")
    options = parser.parse_args()
    encoder = embed.load()
    fitted = {}
    for kind, one in (("words", encoder), ("sentences", Sentences(encoder))):
        examples = gather(one)
        if options.validate:
            print(f"{kind}: halves that were not fitted\n{validated(examples)}")
        if options.leave_out:
            print(f"{kind}: genres that were not fitted\n{left_out(examples)}")
        if options.ablate and kind == "words":
            print(ablated(examples))
        weight = fit(examples, frozenset() if kind == "words" else WORDS_ONLY)
        fitted[kind] = {name: round(float(value), 3) for name, value in zip(NAMES, weight, strict=True) if value}
        print(f"{kind}: fitted\n{report(examples, weight)}{json.dumps(fitted[kind])}", flush=True)
    if options.write:
        WEIGHTS_FILE.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")


WORDS_ONLY = frozenset(name for name in NAMES if "coverage" in name)
"""Features that need the vectors of single words."""
SENTENCES_ONLY = frozenset({"meaning", "cosine", "meaning_gain", "crossed", "null_mutual"})
SURFACE = frozenset(name for name in NAMES if "anchors" in name or "cognates" in name)
LENGTH = frozenset({"length", "length_unknown"})
PARAGRAPHS = frozenset({"paragraph", "paragraph_inside"})
EVIDENCE = WORDS_ONLY | SENTENCES_ONLY | SURFACE | LENGTH | PARAGRAPHS
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
    "all": frozenset[str](),
}
"""What is left out, by the name of the row."""


def ablated(examples: Sequence[Example]) -> str:
    """Figures of refitted weights for each row of :data:`ABLATIONS`."""
    rows = []
    for name, without in ABLATIONS.items():
        weight = fit(examples, without)
        figures = evaluate_beads((one.case, predict(one, weight)) for one in examples)
        groups = [f"{figures[key].strict:.3f}/{figures[key].lax:.3f}/{figures[key].unaligned:.3f}" for key in GROUPS]
        rows.append(f"| {name} | " + " | ".join(groups) + " |\n")
    return "| | " + " | ".join(GROUPS) + " |\n|---|" + "---|" * len(GROUPS) + "\n" + "".join(rows)


GROUPS = (*SETS, "drift-edited", "deaf 0.15", "deaf 0.5")
"""Sets of the ablation table."""


def validated(examples: Sequence[Example]) -> str:
    """Figures where each half of the documents is judged by weights from the other."""
    halves = examples[::2], examples[1::2]
    return table(
        evaluate_beads(
            (one.case, predict(one, weight))
            for judged, fitted in (halves, halves[::-1])
            for weight in (fit(fitted),)
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


if __name__ == "__main__":
    main()
