"""What each part of the size is worth: `python -m training.ablation --work build/model`.

Takes the trained vectors that `training.build --work` left behind and measures them with fewer dimensions, fewer bits,
fewer whole words, without pieces of words: nothing is trained again, so that a smaller model that is trained for its
size would lose a little less. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import os
import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean

import numpy as np
import regex
from tokenizers import Tokenizer

from benchmarks.retrieval import measure_with
from training import prepare, quantise, tokenizer
from training.evaluate import encoder

#: Bytes a token takes beside its vector: its scale, its line in tokenizer.json, its places in pieces.safetensors.
BESIDE = 4 + 22.5 + 12.8
#: Whole words score above this, pieces of words below, see tokenizer.
LOWEST_WORD = -10.0
_CONTINUOUS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
#: name, tokens, bits a token's vector takes, tokenizer and vectors
Variant = tuple[str, int, float, Tokenizer, np.ndarray]


def main() -> None:
    """Measure every variant."""
    root = Path(os.environ.get("CHECKER_BENCHMARKS", "../shared/benchmarks"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/model"), help="work folder of training.build")
    parser.add_argument("--benchmarks", type=Path, default=root)
    options = parser.parse_args()
    with (options.work / "prepared.pickle").open("rb") as file:
        ready: prepare.Prepared = pickle.load(file)
    rounds = [np.load(path) for path in sorted(options.work.glob("round-*.npy"))]
    vectors = sum(rounds[1:], rounds[0]) / len(rounds)
    vectors[:2] = 0
    print("| | MB | Tatoeba, mean | lowest | PUD, mean |\n|---|---|---|---|---|")
    for name, tokens, bits, cut, table in variants(ready, vectors):
        size = tokens * (bits / 8 + BESIDE) / 1e6
        figures = measure_with(encoder(cut, table), options.benchmarks / "retrieval")
        margins = {lang: figure["margin"] for lang, figure in figures.items()}
        tatoeba = [value for lang, value in margins.items() if not lang.startswith("pud")]
        pud = mean(value for lang, value in margins.items() if lang.startswith("pud"))
        print(f"| {name} | {size:.1f} | {mean(tatoeba):.2f} | {min(tatoeba):.1f} | {pud:.2f} |", flush=True)


def variants(ready: prepare.Prepared, vectors: np.ndarray) -> Iterator[Variant]:
    """The model, and the model without something."""
    tokens, size = vectors.shape
    full = ready.tokenizer
    yield "not quantised", tokens, 32 * size, full, vectors
    yield f"{size} dimensions, 8 bits", tokens, 8 * size, full, quantised(vectors, 8)
    for fewer in (144, 128, 96):
        if fewer < size:
            yield f"{fewer} dimensions", tokens, 8 * fewer, full, quantised(quantise.reduce(vectors, fewer), 8)
    for bits in (4,):
        yield f"{bits} bits", tokens, bits * size, full, quantised(vectors, bits)
    for share in (0.75, 0.5):
        cut, dropped = without_words(ready.vocabulary, share)
        yield f"{share:.0%} of the whole words", tokens - dropped, 8 * size, cut, quantised(vectors, 8)
    silent = pieces_of_words(ready.vocabulary)
    left = vectors.copy()
    left[silent] = 0
    yield "no pieces of words", tokens - len(silent), 8 * size, full, quantised(left, 8)


def quantised(vectors: np.ndarray, bits: int) -> np.ndarray:
    """The vectors as the package would give them back."""
    return quantise.restore(*quantise.quantise(vectors, bits))


def without_words(vocabulary: Sequence[tuple[str, float]], share: float) -> tuple[Tokenizer, int]:
    """(a tokenizer that knows only this share of the whole words, how many it lost); the others fall into pieces."""
    words = [token for token, score in vocabulary if is_word(token, score)]
    dropped = set(words[int(share * len(words)) :])
    barred = [(token, -1000.0 if token in dropped else score) for token, score in vocabulary]
    return tokenizer.from_vocabulary(barred), len(dropped)


def is_word(token: str, score: float) -> bool:
    """Whether a token is a whole word rather than a piece, a mark or a number; the vocabulary is ordered by score."""
    return score > LOWEST_WORD and len(token) > 2 and not token[1:].isdigit()


def pieces_of_words(vocabulary: Sequence[tuple[str, float]]) -> list[int]:
    """Numbers of the pieces in scripts that put spaces between words; elsewhere pieces are words."""
    return [
        number
        for number, (token, score) in enumerate(vocabulary)
        if score <= LOWEST_WORD and not _CONTINUOUS.search(token)
    ]


if __name__ == "__main__":
    main()
