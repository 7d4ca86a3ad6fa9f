"""Sentence vectors: the embedded static model, or any sentence-transformers model.

``load()`` gives the model that ships in the package (numpy alone, no torch); ``load("LaBSE")`` or a folder goes
through sentence-transformers, which is imported only then.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, TypeGuard, runtime_checkable

import numpy as np

from checker.model import Span


@runtime_checkable
class Encoder(Protocol):
    """Turns texts into vectors."""

    name: str

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """float32 array of shape (len(texts), dimensions), rows of length 1 (or 0 for a text without known words).

        One text gives one vector, whatever else is in the batch.
        """
        ...


class Tokens(NamedTuple):
    """The words of a text, without punctuation, in reading order.

    ``spans[i]`` holds offsets into the text, ``vectors[i]`` has length 1, or 0 for a word that the encoder does not
    know, and ``weights[i]`` says how much the word counts: the direction of ``(weights[:, None] * vectors).sum(0)``
    is that of the text's vector but for its punctuation. Written without spaces (Chinese, Japanese, Thai), a word
    is a piece of the encoder's vocabulary.
    """

    spans: tuple[Span, ...]
    vectors: np.ndarray
    """float32, shape (words, dimensions)."""
    weights: np.ndarray
    """float32, shape (words,)."""


@runtime_checkable
class TokenEncoder(Encoder, Protocol):
    """An encoder that also knows single words; ask with :func:`knows_words` before use."""

    def tokens(self, text: str) -> Tokens:
        """The words of a text with their vectors."""
        ...

    def coverage(self, text: str) -> float:
        """How much of a text the encoder knows, 0 to 1; 1 for a text without letters."""
        ...


def knows_words(encoder: Encoder | None) -> TypeGuard[TokenEncoder]:
    """Whether an encoder is a :class:`TokenEncoder`; asked so often that ``isinstance`` would be noticed."""
    return hasattr(encoder, "tokens") and hasattr(encoder, "coverage")


def bears_forking(encoder: Encoder) -> bool:
    """Whether forked processes may encode: numpy alone bears it, torch has threads, which don't."""
    from checker.embed.static import StaticEncoder

    return isinstance(encoder, StaticEncoder)


def load(name: str | None = None) -> Encoder:
    """The embedded model, or any sentence-transformers model by name or folder.

    A folder with a model of the embedded one's kind is read without sentence-transformers, to the same vectors.
    Raises ConfigError when the name or folder cannot be loaded.
    """
    from checker.embed.static import StaticEncoder

    if name is None:
        return StaticEncoder.embedded()
    if StaticEncoder.reads(Path(name)):
        return StaticEncoder(Path(name), name)
    from checker.embed.transformers import TransformersEncoder

    return TransformersEncoder(name)
