"""What the aligner needs of one version, which knows nothing yet of the other one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from checker.align.words import Words, words
from checker.embed import Encoder, knows_words
from checker.model import Version


@dataclass(frozen=True)
class Side:
    """A version with the vectors of its sentences, float32 of shape (sentences, dimensions).

    ``words`` are None where the encoder knows no single words; they make the alignment better.
    """

    version: Version
    vectors: np.ndarray
    words: Words | None = None


def side(version: Version, encoder: Encoder) -> Side:
    """Ask the encoder for all that it knows of a version."""
    texts = [sentence.text for sentence in version.sentences]
    return Side(version, encoder.encode(texts), words(encoder, texts) if texts and knows_words(encoder) else None)
