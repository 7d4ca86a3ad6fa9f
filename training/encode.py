"""Texts as token numbers in one flat array."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

#: Longer texts are cut: the mean of so many tokens no longer changes.
MAX_TOKENS = 96
_CHUNK = 20_000


@dataclass(frozen=True, slots=True)
class Encoded:
    """`flat[offsets[i]:offsets[i + 1]]` (int32) are the tokens of text i."""

    flat: np.ndarray
    offsets: np.ndarray

    def tokens(self, number: int) -> np.ndarray:
        """The tokens of one text."""
        return self.flat[self.offsets[number] : self.offsets[number + 1]]


def encode(tokenizer: Tokenizer, texts: list[str]) -> Encoded:
    """Tokenise texts without special tokens, cut at MAX_TOKENS."""
    parts, lengths = [], []
    for start in range(0, len(texts), _CHUNK):
        for encoding in tokenizer.encode_batch_fast(texts[start : start + _CHUNK], add_special_tokens=False):
            ids = encoding.ids[:MAX_TOKENS]
            parts.append(np.array(ids, dtype=np.int32))
            lengths.append(len(ids))
    offsets = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])
    return Encoded(np.concatenate(parts) if parts else np.zeros(0, np.int32), offsets)


def token_frequencies(encoded: Encoded, langs: np.ndarray, size: int) -> np.ndarray:
    """float64 of shape (size,): the largest relative frequency that a token has in any language.

    The largest, because a function word of a language with little text is rare in the whole but says nothing all the
    same. 50,000 is added to each language's tokens, so that a handful of texts proves no frequency.
    """
    text_lang = np.repeat(langs, np.diff(encoded.offsets))
    highest = np.zeros(size)
    for lang in np.unique(langs):
        counts = np.bincount(encoded.flat[text_lang == lang], minlength=size)
        highest = np.maximum(highest, counts / (counts.sum() + 50_000))
    return highest
