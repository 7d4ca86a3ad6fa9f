"""A static encoder: token vectors, averaged, on numpy alone.

The folder is one that model2vec and sentence-transformers load too, with the same vectors (tests/embed hold all
three together): ``tokenizer.json`` (unigram) and ``model.safetensors`` with ``embeddings``, and where they exist
``weights`` (one scale a token) and ``mapping`` (token → row).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import regex

from checker.embed import Tokens, safetensors
from checker.embed.prepared import Prepared
from checker.embed.unigram import MEMO_LIMIT, Unigram
from checker.errors import ConfigError
from checker.model import Span

BATCH_TOKENS = 1 << 16
"""Tokens whose vectors are summed at a time: bounds memory (38 MB at 144 dimensions), whatever a text holds."""

BULK = 1000
"""Texts from which the tokenizer's vocabulary is worth reading whole."""

MEANINGFUL = 3
"""Letters from which a piece of a word counts as known, in alphabets. Coverage so defined and the precision of the
prototype's sentence retrieval correlate at 0.94 over 43 languages (Greek 0.01 and 17 %, Danish 0.73 and 88 %)."""

_WORD = regex.compile(r"[^\s\p{P}\p{S}\p{N}]+|\p{N}+")
_LETTERS = regex.compile(r"[\p{L}--[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}]]", regex.V1)
_CONTINUOUS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
"""Scripts that write words without spaces between them."""


_Word = tuple[int, int, list[int]]
"""Start and end within what is written without a space, and the pieces that are known."""


class StaticEncoder:
    """Mean of token vectors, brought to length 1."""

    def __init__(self, folder: Path, name: str) -> None:
        """Load a folder.

        Raises ConfigError when the folder does not hold such a model.
        """
        self.name = name
        self._folder = folder
        self._tokenizer = Unigram(folder)
        self._prepared = Prepared(folder, self._tokenizer.source)
        tensors = safetensors.read(folder / "model.safetensors")
        if "embeddings" not in tensors:
            raise ConfigError(f"{folder / 'model.safetensors'}: no tensor 'embeddings'; not a static model")
        self._rows = tensors["embeddings"]
        self._weights = tensors.get("weights")
        self._mapping = tensors.get("mapping")
        self.dimensions = int(self._rows.shape[1])
        self._words: Callable[[str], tuple[_Word, ...]] = lru_cache(MEMO_LIMIT)(self._words_of)
        self._known: Callable[[str], int] = lru_cache(MEMO_LIMIT)(self._known_of)

    def __reduce__(self) -> tuple[type[StaticEncoder], tuple[Path, str]]:
        """Pickled as its folder, which another process maps for itself."""
        return StaticEncoder, (self._folder, self.name)

    @classmethod
    def embedded(cls) -> StaticEncoder:
        """The model that ships in the package."""
        return cls(Path(__file__).parent / "model", "embedded")

    @staticmethod
    def reads(folder: Path) -> bool:
        """Whether a folder holds a model of this kind: saved by model2vec, with a unigram tokenizer."""
        config, tokenizer = folder / "config.json", folder / "tokenizer.json"
        if not (config.is_file() and tokenizer.is_file() and (folder / "model.safetensors").is_file()):
            return False
        return _says(config, b'"model2vec"') and _says(tokenizer, b'"Unigram"')

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """See :class:`checker.embed.Encoder`."""
        sums = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for first, batch in _batches(self._prepared.find(texts) or self._pieces_of(texts)):
            sums[first : first + len(batch)] = self._sums(batch)
        return _unit(sums)

    def _pieces_of(self, texts: Sequence[str]) -> list[list[int]]:
        if len(texts) >= BULK:
            self._tokenizer.preload()
        return [self._tokenizer.ids(text) for text in texts]

    def tokens(self, text: str) -> Tokens:
        """See :class:`checker.embed.TokenEncoder`."""
        words = [(word.start(), part) for word in _WORD.finditer(text) for part in self._words(word.group())]
        sums = self._sums([ids for _, (_, _, ids) in words])
        spans = tuple(Span(offset + start, offset + end) for offset, (start, end, _) in words)
        return Tokens(spans, _unit(sums), np.linalg.norm(sums, axis=1))

    def coverage(self, text: str) -> float:
        """See :class:`checker.embed.TokenEncoder`."""
        words = [word for word in _WORD.findall(text) if not word[0].isnumeric()]
        total = sum(map(len, words))
        return sum(self._known(word) for word in words) / total if total else 1.0

    def _known_of(self, word: str) -> int:
        """How many of a word's characters stand in pieces that carry meaning."""
        pieces = self._tokenizer.pieces(word)
        least = min(MEANINGFUL, len(word)) if _LETTERS.match(word) else 1
        known = sum(end - start for start, end, i in pieces if i != self._tokenizer.unknown and end - start >= least)
        return min(known, len(word))

    def _words_of(self, word: str) -> tuple[_Word, ...]:
        """A word with its pieces, or each piece where words are written without spaces."""
        pieces = self._tokenizer.pieces(word)
        if _CONTINUOUS.search(word) and len(self._tokenizer.normalize(word)) == len(word):
            parts = ((start, end, self._without_unknown([index])) for start, end, index in pieces)
            return tuple(part for part in parts if part[0] < part[1])
        return ((0, len(word), self._without_unknown([index for _, _, index in pieces])),)

    def _without_unknown(self, ids: list[int]) -> list[int]:
        return [index for index in ids if index != self._tokenizer.unknown]

    def _sums(self, batch: list[list[int]]) -> np.ndarray:
        """The sum of each text's token vectors, shape (len(batch), dimensions)."""
        sums = np.zeros((len(batch), self.dimensions), dtype=np.float32)
        filled = [i for i, ids in enumerate(batch) if ids]
        if len(batch) == 1 and len(batch[0]) > BATCH_TOKENS:
            ids = batch[0]
            for start in range(0, len(ids), BATCH_TOKENS):
                sums[0] += self._vectors(ids[start : start + BATCH_TOKENS]).sum(axis=0)
        elif filled:
            lengths = np.array([len(batch[i]) for i in filled])
            sums[filled] = _added(self._vectors([i for ids in batch for i in ids]), lengths)
        return sums

    def _vectors(self, ids: list[int]) -> np.ndarray:
        tokens = np.asarray(ids, dtype=np.int64)
        vectors: np.ndarray = self._rows[tokens if self._mapping is None else self._mapping[tokens]].astype(np.float32)
        if self._weights is not None:
            vectors *= np.asarray(self._weights[tokens], dtype=np.float32)[:, None]
        return vectors


def _says(path: Path, word: bytes) -> bool:
    """Whether a JSON file holds a word; enough to tell kinds of models apart without parsing megabytes."""
    return word in path.read_bytes()


def _batches(texts: list[list[int]]) -> Iterator[tuple[int, list[list[int]]]]:
    """Runs of texts with at most BATCH_TOKENS tokens together (or one longer text), each with its first index."""
    first, count = 0, 0
    for i, ids in enumerate(texts):
        if i > first and count + len(ids) > BATCH_TOKENS:
            yield first, texts[first:i]
            first, count = i, 0
        count += len(ids)
    if texts:
        yield first, texts[first:]


def _added(rows: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """The sums of runs of rows; most words are one piece, which needs no adding (``reduceat`` takes 2 µs a run)."""
    sums: np.ndarray = rows[np.cumsum(lengths) - lengths]
    several = lengths > 1
    if several.any():
        runs = lengths[several]
        sums[several] = np.add.reduceat(rows[np.repeat(several, lengths)], np.cumsum(runs) - runs, axis=0)
    return sums


def _unit(sums: np.ndarray) -> np.ndarray:
    """Rows brought to length 1; zero rows stay."""
    lengths = np.sqrt((sums * sums).sum(axis=1, keepdims=True))
    unit: np.ndarray = np.divide(sums, lengths, out=np.zeros_like(sums), where=lengths > 0)
    return unit
