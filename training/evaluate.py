"""Retrieval within documents that training kept back: the task of the aligner, for languages without another test."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from statistics import mean

import numpy as np
from tokenizers import Tokenizer

from benchmarks.retrieval import Figures, precision
from training.corpora import Row
from training.encode import encode

#: Sentences of an article: the candidates among which a translation is looked for.
ARTICLE = 40


def encoder(tokenizer: Tokenizer, vectors: np.ndarray) -> Callable[[Sequence[str]], np.ndarray]:
    """Texts → unit vectors (n, dimensions), zero for a text without tokens."""

    def encode_texts(texts: Sequence[str]) -> np.ndarray:
        encoded = encode(tokenizer, list(texts))
        sums = np.array([vectors[encoded.tokens(i)].sum(0) for i in range(len(texts))], np.float32)
        return sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)

    return encode_texts


def within_documents(
    proxy: Mapping[str, Sequence[Row]], encode_texts: Callable[[Sequence[str]], np.ndarray]
) -> Figures:
    """`source xx` → precision at 1 (cosine, margin) with English among ARTICLE neighbouring sentences."""
    found: Figures = {}
    for source, rows in proxy.items():
        by_language = defaultdict(list)
        for row in rows:
            if row.lang2 == "en":
                by_language[row.lang1].append((row.text1, row.text2))
        for lang, pairs in sorted(by_language.items()):
            one, two = (encode_texts([pair[side] for pair in pairs]) for side in (0, 1))
            parts = [
                precision(one[i : i + ARTICLE], two[i : i + ARTICLE]) for i in range(0, len(one) - ARTICLE + 1, ARTICLE)
            ]
            if parts:
                found[f"{source} {lang}"] = {k: round(mean(part[k] for part in parts), 2) for k in ("cosine", "margin")}
    return found
