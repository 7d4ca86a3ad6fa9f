"""First vectors: English from its own texts, other languages from English through the lexicon, pieces from words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
from scipy import sparse
from sklearn.utils.extmath import randomized_svd
from tokenizers import Tokenizer, models

from training.lexicon import Lexicon
from training.normalise import words
from training.tokenizer import START, make
from training.words import UNSPACED

ENGLISH_WORDS = 30_000
CONTEXTS = 8_000
#: Weight a / (a + p) of a token of relative frequency p (Arora et al. 2017); 3e-4 is the prototype's value.
SIF = 3e-4
_EMPTY = frozenset({"to", "the", "a", "an", "of", "in", "be"})
Vectors = dict[str, np.ndarray]


def english_vectors(texts: Iterable[str], lexicon: Lexicon, vocabulary: list[str], size: int, seed: int) -> Vectors:
    """Unit vectors (float32, `size` dimensions) of English words.

    A truncated SVD of two tables side by side: positive pointwise mutual information of words in a sentence (Levy and
    Goldberg 2014), and which foreign words translate a word, in which synonyms meet.
    """
    number = {word: i for i, word in enumerate(vocabulary)}
    table = sparse.hstack([_information(texts, number), 1.5 * _translations(lexicon, number)]).tocsr()
    left, values, _ = randomized_svd(table, size, n_iter=3, random_state=seed)
    vectors = left * np.sqrt(values)
    vectors -= vectors.mean(0)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    return dict(zip(vocabulary, vectors.astype(np.float32), strict=True))


def _information(texts: Iterable[str], number: Mapping[str, int]) -> sparse.csr_matrix:
    rows: list[int] = []
    columns: list[int] = []
    count = 0
    for count, text in enumerate(texts, 1):
        found = {number[w] for w in words(text) if w in number}
        rows.extend([count - 1] * len(found))
        columns.extend(found)
    seen = sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=(count, len(number)))
    together = (seen.T @ seen[:, :CONTEXTS]).tocoo()
    frequency = np.asarray(seen.sum(0)).ravel() + 1
    context = frequency[:CONTEXTS] ** 0.75
    expected = frequency[together.row] * context[together.col] / context.sum() * (seen.nnz / max(count, 1))
    values = np.log(np.maximum(together.data / np.maximum(expected, 1e-9), 1e-9))
    values[(values < 0) | (together.row == together.col)] = 0
    return _unit_rows(sparse.csr_matrix((values, (together.row, together.col)), shape=together.shape))


def _translations(lexicon: Lexicon, number: Mapping[str, int]) -> sparse.csr_matrix:
    rows, columns, values = [], [], []
    foreign: dict[tuple[str, str], int] = {}
    for lang, entries in lexicon.entries.items():
        for word, translations in entries.items():
            total = sum(translations.values())
            for english, weight in translations.items():
                if english in number:
                    rows.append(number[english])
                    columns.append(foreign.setdefault((lang, word), len(foreign)))
                    values.append(weight / total)
    shape = (len(number), max(1, len(foreign)))
    return _unit_rows(sparse.csr_matrix((values, (rows, columns)), shape=shape, dtype=np.float32))


def _unit_rows(table: sparse.csr_matrix) -> sparse.csr_matrix:
    norms = np.sqrt(np.asarray(table.multiply(table).sum(1)).ravel())
    return sparse.diags(1 / np.maximum(norms, 1e-9)) @ table


def phrase_vector(translations: Counter[str], english: Vectors) -> np.ndarray | None:
    """Unit vector of a weighted set of English words and phrases; None if no word is known."""
    total = None
    for phrase, weight in translations.items():
        parts = [english[w] for w in phrase.split() if w in english and w not in _EMPTY]
        if parts:
            mean = weight * np.mean(parts, axis=0)
            total = mean if total is None else total + mean
    if total is None:
        return None
    norm = np.linalg.norm(total)
    return total / norm if norm > 1e-6 else None


def word_vectors(
    lexicon: Lexicon,
    cognates: Mapping[str, Mapping[str, Counter[str]]],
    frequencies: Mapping[str, Mapping[str, float]],
    english: Vectors,
    tokens: Mapping[str, int],
) -> tuple[dict[int, np.ndarray], dict[str, int]]:
    """Vectors of whole-word tokens through English; a token of several languages is their mean by frequency.

    Returns token number → unit vector, and language → how many of its words were reached.
    """
    sums: dict[int, np.ndarray] = defaultdict(lambda: np.zeros(len(next(iter(english.values()))), np.float32))
    reached: dict[str, int] = {}
    for lang, frequency in frequencies.items():
        reached[lang] = 0
        for word, share in frequency.items():
            places = [tokens[t] for t in _spellings(word, lang) if t in tokens]
            vector = _word_vector(word, lang, lexicon, cognates, english) if places else None
            if vector is not None:
                reached[lang] += 1
                for place in places:
                    sums[place] += share * vector
    return {place: v / (np.linalg.norm(v) + 1e-9) for place, v in sums.items()}, reached


def _spellings(word: str, lang: str) -> tuple[str, ...]:
    return (START + word, word) if lang in UNSPACED else (START + word,)


def _word_vector(
    word: str, lang: str, lexicon: Lexicon, cognates: Mapping[str, Mapping[str, Counter[str]]], english: Vectors
) -> np.ndarray | None:
    if lang == "en":
        return english.get(word)
    found = lexicon.lookup(lang, word) or cognates.get(lang, {}).get(word)
    return phrase_vector(found, english) if found else None


def pieces_only(vocabulary: list[tuple[str, float]], whole: Mapping[str, float]) -> Tokenizer:
    """The tokenizer without its whole words; token numbers stay, so its output fits the full vocabulary."""
    barred = [(token, -1000.0 if token in whole and len(token) > 2 else score) for token, score in vocabulary]
    return make(models.Unigram(barred, 1, False))


def matrix(
    known: Mapping[int, np.ndarray], splits: Mapping[int, np.ndarray], probability: np.ndarray, size: int, seed: int
) -> np.ndarray:
    """float32 of shape (tokens, size): the first vectors.

    `splits` gives the pieces of each whole word. A piece starts as the mean of the words that it is part of, a word
    without translation as the mean of its pieces; the rest at random. Lengths are the tokens' weights.
    """
    rng = np.random.default_rng(seed)
    noise = rng.normal(size=(len(probability), size)).astype(np.float32)
    noise /= np.linalg.norm(noise, axis=1, keepdims=True)
    total = np.zeros((len(probability), size), np.float32)
    for token, vector in known.items():
        total[token] += 4 * vector
        for piece in splits.get(token, ()):
            if piece != token:
                total[piece] += vector / 4
    for token, pieces in splits.items():
        if token not in known:
            total[token] = 0.6 * total[pieces].mean(0)
    norms = np.linalg.norm(total, axis=1, keepdims=True)
    vectors = np.where(norms > 1e-6, total / np.maximum(norms, 1e-6) * np.minimum(1, norms), 0)
    vectors = vectors + np.where(norms > 0.3, 0.15, 0.5) * noise
    return (vectors * (SIF / (SIF + probability))[:, None]).astype(np.float32)
