"""The tokenizer: whole words shared out between the languages, pieces of words for everything else."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Iterator, Mapping

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

from training.normalise import normaliser
from training.words import UNSPACED

#: Marks the start of a word.
START = "\u2581"
PAD, UNKNOWN = "[PAD]", "[UNK]"
MAX_WORD = 24
_PUNCTUATION = ".,;:!?\"'()[]-–—…%€$£¥₹₺₽₩°/&+#@*=<>|~^_{}\\。、，！？：；「」『』（）《》・؟،؛।"

Frequencies = Mapping[str, Mapping[str, float]]


def shares(texts: Mapping[str, int], total: int, temperature: float, floor: int) -> dict[str, int]:
    """How many whole words each language gets: counts of texts smoothed by an exponent below 1 (Conneau et al. 2020).

    With 0.3 a language with a hundred times as much text gets four times as many words; none gets fewer than `floor`.
    """
    weights = {lang: count**temperature for lang, count in texts.items()}
    scale = total / sum(weights.values())
    return {lang: max(floor, round(scale * weight)) for lang, weight in weights.items()}


def whole_words(frequencies: Frequencies, quota: Mapping[str, int]) -> dict[str, float]:
    """Token → score of the most frequent words of each language; the first of a language scores -6, the last -9.5."""
    scores: dict[str, float] = {}
    for lang, words in frequencies.items():
        chosen = sorted((w for w in words if len(w) <= MAX_WORD), key=lambda w: (-words[w], w))[: quota[lang]]
        for rank, word in enumerate(chosen):
            score = -6 - 3.5 * rank / quota[lang]
            # Without spaces a word may stand anywhere; a text starts with the mark all the same.
            token = word if lang in UNSPACED else START + word
            scores[token] = max(scores.get(token, score), score)
    return scores


def train_pieces(
    frequencies: Frequencies,
    texts: Mapping[str, list[str]],
    known: Mapping[str, float],
    size: int,
    samples: int,
    seed: int,
) -> dict[str, float]:
    """Piece → score (-10.5 to -14.5) of a unigram model of the words that `known` lacks (Kudo 2018).

    Every language gives the same number of `samples`, drawn by the root of the frequency, so that none crowds the
    others out. `texts` are raw texts of the languages without spaces.
    """
    tokenizer = make(models.Unigram())
    trainer = trainers.UnigramTrainer(
        vocab_size=size,
        unk_token=UNKNOWN,
        special_tokens=[UNKNOWN],
        max_piece_length=10,
        shrinking_factor=0.6,
        n_sub_iterations=1,
        show_progress=False,
    )
    tokenizer.train_from_iterator(_samples(frequencies, texts, known, samples, random.Random(seed)), trainer)
    pieces = {p: s for p, s in json.loads(tokenizer.to_str())["model"]["vocab"] if p != UNKNOWN}
    high, low = max(pieces.values()), min(pieces.values())
    return {piece: -10.5 - 4 * (high - score) / (high - low) for piece, score in pieces.items()}


def _samples(
    frequencies: Frequencies,
    texts: Mapping[str, list[str]],
    known: Mapping[str, float],
    number: int,
    rng: random.Random,
) -> Iterator[str]:
    for lang, words in frequencies.items():
        if not words:
            continue
        if lang in UNSPACED:
            yield from rng.sample(texts[lang], min(len(texts[lang]), number // 8))
            yield from rng.choices(list(words), weights=[math.sqrt(f) for f in words.values()], k=number)
            continue
        listed = sorted((w for w in words if len(w) <= 30), key=lambda w: (-words[w], w))[:100_000]
        weights = [math.sqrt(words[w]) * (0.3 if START + w in known else 1) for w in listed]
        yield from rng.choices(listed, weights=weights, k=number)


def assemble(words: Mapping[str, float], pieces: Mapping[str, float], letters: set[str]) -> list[tuple[str, float]]:
    """The vocabulary in its final order: padding, unknown, then by score.

    Numbers up to 999 and years are whole tokens, longer ones fall into digits: what a number says is for the fact
    checks.
    """
    vocabulary = dict(words)
    for piece, score in pieces.items():
        vocabulary.setdefault(piece, score)
    for number in (*range(1000), *range(1900, 2031)):
        vocabulary.setdefault(f"{START}{number}", -8.0)
    for text in (*(f"{n:02d}" for n in range(10)), *(f"{n:03d}" for n in range(100))):
        vocabulary.setdefault(START + text, -8.5)
    for mark in _PUNCTUATION:
        vocabulary.setdefault(START + mark, -6.0)
    for letter in (*"0123456789", *sorted(letters)):
        vocabulary.setdefault(letter, -15.0)
    vocabulary.setdefault(START, -9.0)
    ordered = sorted(((t, round(s, 2)) for t, s in vocabulary.items()), key=lambda item: (-item[1], item[0]))
    return [(PAD, 0.0), (UNKNOWN, -30.0), *ordered]


def make(model: models.Model) -> Tokenizer:
    """A tokenizer with the project's normalisation: punctuation and numbers apart, each word behind the start mark."""
    tokenizer = Tokenizer(model)
    tokenizer.normalizer = normaliser()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.WhitespaceSplit(),
            pre_tokenizers.Split(Regex(r"[\p{P}\p{S}]"), "isolated"),
            pre_tokenizers.Split(Regex(r"\p{N}+"), "isolated"),
            pre_tokenizers.Metaspace(replacement=START, prepend_scheme="always", split=False),
        ]
    )
    tokenizer.decoder = decoders.Metaspace(replacement=START, prepend_scheme="always")
    return tokenizer


def from_vocabulary(vocabulary: list[tuple[str, float]]) -> Tokenizer:
    """The finished tokenizer."""
    return make(models.Unigram(vocabulary, 1, False))
