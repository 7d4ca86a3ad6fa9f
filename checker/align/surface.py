"""What two versions share on the surface: numbers, identifiers, names, cognates, as hashed sparse vectors.

Anchors are compared by value: the keys of the facts, runs of digits without their separators, and words with capital
letters in Latin script. Character n-grams of the romanised text (anyascii) find cognates and names across scripts.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

import numpy as np
from anyascii import anyascii

from checker.model import Version

GRAM = 4
GRAM_BUCKETS = 2048
ANCHOR_BUCKETS = 1024
_DIGITS = re.compile(r"\d[\d.,'’\u00a0\u202f]*\d|\d")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_INNER = re.compile(r"[A-Z0-9]")
_CAPITAL = re.compile(r"[A-Z][A-Za-z0-9]{2,}")
_SEPARATORS = re.compile(r"[^\d]")


def gram_vectors(source: Version, target: Version) -> tuple[np.ndarray, np.ndarray]:
    """Character n-gram counts by sentence, rare n-grams weighing more: float32 of shape (sentences, buckets)."""
    counts = [_gram_counts([sentence.text for sentence in version.sentences]) for version in (source, target)]
    return _weighted(counts[0], counts[1])


def anchor_vectors(source: Version, target: Version) -> tuple[np.ndarray, np.ndarray]:
    """Anchors that both versions have, rare ones weighing more: float32 of shape (sentences, buckets)."""
    keys = [_anchors(version) for version in (source, target)]
    shared = set().union(*keys[0]) & set().union(*keys[1])
    counts = []
    for side in keys:
        matrix = np.zeros((len(side), ANCHOR_BUCKETS), dtype=np.float32)
        for row, anchors in enumerate(side):
            for key in anchors & shared:
                matrix[row, zlib.crc32(key.encode()) % ANCHOR_BUCKETS] = 1.0
        counts.append(matrix)
    return _weighted(counts[0], counts[1])


def _gram_counts(texts: list[str]) -> np.ndarray:
    folded = [anyascii(text).lower() for text in texts]
    raw = np.frombuffer("".join(f"{text}\0" for text in folded).encode("ascii", "replace"), dtype=np.uint8)
    matrix = np.zeros((len(texts), GRAM_BUCKETS), dtype=np.float32)
    if len(raw) < GRAM:
        return matrix
    sentence = np.cumsum(raw == 0)[: len(raw) - GRAM + 1]
    code = np.zeros(len(raw) - GRAM + 1, dtype=np.uint64)
    whole = np.ones(len(code), dtype=bool)
    for offset in range(GRAM):
        part = raw[offset : offset + len(code)]
        code = code * np.uint64(257) + part.astype(np.uint64)
        whole &= part != 0
    bucket = ((code * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(40)) % np.uint64(GRAM_BUCKETS)
    places = sentence[whole] * GRAM_BUCKETS + bucket[whole].astype(np.int64)
    np.add.at(matrix.ravel(), places, np.float32(1))  # with one index a number ten times as fast as with two
    return matrix


def _anchors(version: Version) -> list[frozenset[str]]:
    found = []
    for sentence, facts in zip(version.sentences, version.facts, strict=True):
        keys = {key for fact in facts for key in fact.keys}
        keys.update(f"digits:{_SEPARATORS.sub('', match)}" for match in _DIGITS.findall(sentence.text))
        keys.update(f"latin:{word.lower()}" for word in _latin(sentence.text))
        found.append(frozenset(keys))
    return found


def _latin(text: str) -> Iterator[str]:
    """Words with a capital or digit inside, and the first part of words with a capital; in linear time."""
    for word in _LATIN.findall(text):
        if word.isalpha() and word.islower():
            continue
        if _INNER.search(word, 1):
            yield word
        elif capital := _CAPITAL.match(word):
            yield capital.group()


def _weighted(source: np.ndarray, target: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Inverse document frequency over the sentences of both sides."""
    total = len(source) + len(target)
    frequency = (source > 0).sum(axis=0) + (target > 0).sum(axis=0)
    weight = np.log((total + 1) / np.maximum(frequency, 1)).astype(np.float32)
    return np.minimum(source, 2) * weight, np.minimum(target, 2) * weight
