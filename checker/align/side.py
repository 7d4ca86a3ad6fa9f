"""What the aligner needs of one version, which knows nothing yet of the other one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from checker.align.words import Words, words
from checker.embed import Encoder, knows_words
from checker.model import Sentence, Version


@dataclass(frozen=True)
class Encoded:
    """The vectors of a version's sentences, float32 of shape (sentences, dimensions).

    ``words`` are None where the encoder knows no single words; they make the alignment better.
    """

    vectors: np.ndarray
    words: Words | None = None


@dataclass(frozen=True)
class Side:
    """A version with all that the encoder knows of it."""

    version: Version
    encoded: Encoded


def encoded(sentences: Sequence[Sentence], encoder: Encoder) -> Encoded:
    """Ask the encoder for sentences and words."""
    texts = [sentence.text for sentence in sentences]
    return Encoded(encoder.encode(texts), words(encoder, texts) if texts and knows_words(encoder) else None)


def side(version: Version, encoder: Encoder) -> Side:
    """Encode a version."""
    return Side(version, encoded(version.sentences, encoder))
