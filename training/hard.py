"""Hard negatives: batches in which sentences stand beside others that are nearly the same.

Among random sentences the right translation is easily the nearest, and a batch teaches nothing of what tells "Tell him
to wait" from "Tell her to wait". So the last rounds of training also draw from a copy of a source in which sentences
stand beside those that the model so far thinks alike. (Hard negatives for sentence encoders: Guo et al. 2018,
"Effective Parallel Corpus Mining using Bilingual Sentence Embeddings"; these are found as Xiong et al. 2021, "ANCE",
find theirs, with the model in training.) Only pairs with English are used: their other translations share the English
text, so that they are no negatives.
"""

from __future__ import annotations

import dataclasses

import numpy as np

from training.batches import gather
from training.encode import Encoded
from training.sources import LANGUAGES, Source

NAME = "hard"
#: The source with many sentences that are nearly the same.
FROM = "tatoeba"
#: Groups into which the English sentences fall: some 60 of them each.
GROUPS = 5_000
#: Neighbouring rows that are drawn together.
BLOCK = 24
_AT_ONCE = 20_000


def with_hard(
    pairs: dict[str, np.ndarray],
    sources: tuple[Source, ...],
    encoded: Encoded,
    langs: np.ndarray,
    vectors: np.ndarray,
    share: float,
    seed: int,
) -> tuple[dict[str, np.ndarray], tuple[Source, ...]]:
    """Pairs and sources with one more source, drawn `share` as often as all the others together.

    `vectors` float32 (tokens, d) are those of the model so far, `langs` the language of each text.
    """
    rows = pairs[FROM]
    rows = rows[langs[rows[:, 1]] == LANGUAGES.index("en")]
    rng = np.random.default_rng(seed)
    rows = rows[alike_together(rows[:, 1], encoded, vectors, rng)]
    present = [source for source in sources if source.name in pairs]
    origin = next(source for source in present if source.name == FROM)
    drawn = share * sum(source.share for source in present)
    return pairs | {NAME: rows}, (*sources, dataclasses.replace(origin, name=NAME, share=drawn, block=BLOCK))


def alike_together(
    texts: np.ndarray, encoded: Encoded, vectors: np.ndarray, rng: np.random.Generator, groups: int = GROUPS
) -> np.ndarray:
    """An order of `texts` (their numbers) in which those near the same of some random ones follow each other."""
    distinct, places = np.unique(texts, return_inverse=True)
    unit = sentence_vectors(distinct, encoded, vectors)
    centres = unit[rng.choice(len(unit), min(groups, len(unit)), replace=False)]
    starts = range(0, len(unit), _AT_ONCE)
    group = np.concatenate([(unit[start : start + _AT_ONCE] @ centres.T).argmax(axis=1) for start in starts])
    order: np.ndarray = np.lexsort((rng.random(len(texts)), group[places]))
    return order


def sentence_vectors(texts: np.ndarray, encoded: Encoded, vectors: np.ndarray) -> np.ndarray:
    """Unit vectors float32 (texts, d) of texts given by their numbers, zero where a text has no tokens."""
    found = np.zeros((len(texts), vectors.shape[1]), np.float32)
    for start in range(0, len(texts), _AT_ONCE):
        part = texts[start : start + _AT_ONCE]
        tokens, owners = gather(encoded.flat, encoded.offsets[part], encoded.offsets[part + 1])
        filled, first = np.unique(owners, return_index=True)
        if len(filled):
            found[start + filled] = np.add.reduceat(vectors[tokens], first, axis=0)
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    unit: np.ndarray = found / np.maximum(lengths, 1e-6)
    return unit
