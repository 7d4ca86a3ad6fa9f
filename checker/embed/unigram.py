"""A unigram tokenizer in plain Python, driven by a ``tokenizer.json`` of the HF tokenizers library.

``tokenizers.Tokenizer.from_file`` takes half a second for 170,000 pieces, most of what the program may take for an
article. Here pieces come from a mapped table (:mod:`checker.embed.pieces`), words are cut by the Viterbi search of
Kudo (2018, "Subword Regularization") as that library does it, and each word is cut once.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import regex

from checker.embed import pieces
from checker.errors import ConfigError

UNKNOWN_PENALTY = 10.0
"""How much worse than the worst piece an unknown character is (``K_UNK_PENALTY`` of HF tokenizers)."""
MEMO_LIMIT = 100_000
"""Words remembered, each way; 50 MB at most. An article has hundreds, a large batch tens of thousands."""
MAX_WORD = 5_000
"""Characters of a word that are searched at a time; no language's longest word or sentence comes near."""

Piece = tuple[int, int, int]
"""Start, end, and index in the vocabulary."""

_CHUNK = regex.compile(r"\P{White_Space}+")
_SET = regex.compile(r"\[[^\]\[\\^]+\]")
"""A pattern that is a plain set of characters."""


class Unigram:
    """Cuts texts into pieces; a piece is an index into the vocabulary."""

    def __init__(self, folder: Path) -> None:
        """Read the tokenizer of a model's folder.

        Raises ConfigError when it is missing, no unigram tokenizer, or has a step that is not known here.
        """
        self._pieces = pieces.load(folder)
        steps = self._pieces.steps
        try:
            self._normalize = _normalizer(steps.normalizer)
            self._splits, self._mark = _splits(steps.pre_tokenizer)
        except (ValueError, KeyError, regex.error) as error:
            raise ConfigError(
                f"{folder / 'tokenizer.json'}: not a tokenizer that can be used here ({error})"
            ) from error
        self.unknown = steps.unknown
        self.source = self._pieces.source
        """The checksum of the folder's ``tokenizer.json``."""
        scores = self._pieces.scores
        self._unknown_score = float(scores.min()) - UNKNOWN_PENALTY
        # Scores are logarithms of probabilities; only special pieces, which no text holds, have exactly 0.
        self._certain = 2 * float(scores[scores < 0].max(initial=-1e300))
        self._cut = lru_cache(MEMO_LIMIT)(self._best_pieces)
        self._known_ids = lru_cache(MEMO_LIMIT)(self._ids_of)
        self.pieces: Callable[[str], tuple[Piece, ...]] = lru_cache(MEMO_LIMIT)(self._pieces_of)
        """The pieces of a word, with offsets into the normalised word, unknown ones included."""

    def preload(self) -> None:
        """Get ready for many texts."""
        self._pieces.preload()

    def ids(self, text: str) -> list[int]:
        """The pieces of a text; unknown characters are left out."""
        return [index for chunk in _CHUNK.findall(text) for index in self._known_ids(chunk)]

    def normalize(self, text: str) -> str:
        """A text as the vocabulary writes it."""
        return self._normalize(text)

    def _ids_of(self, chunk: str) -> tuple[int, ...]:
        pieces = (piece for part in self._parts(chunk) for piece in self._cut(self._marked(part)))
        return tuple(index for _, _, index in pieces if index != self.unknown)

    def _pieces_of(self, word: str) -> tuple[Piece, ...]:
        found: list[Piece] = []
        offset = 0
        for part in self._parts(word):
            marked = self._marked(part)
            shift = offset - (len(marked) - len(part))
            found.extend((max(start + shift, offset), end + shift, index) for start, end, index in self._cut(marked))
            offset += len(part)
        return tuple(found)

    def _parts(self, chunk: str) -> list[str]:
        parts = _CHUNK.findall(self._normalize(chunk))
        for split in self._splits:
            parts = [piece for part in parts for piece in split.findall(part)]
        return parts

    def _marked(self, part: str) -> str:
        return part if part.startswith(self._mark) else self._mark + part

    def _best_pieces(self, word: str) -> tuple[Piece, ...]:
        """The most probable pieces of a word.

        A word that is itself a piece, and better than any two pieces can be, needs no search.
        """
        whole = self._pieces.find(word)
        if whole >= 0 and self._pieces.score(whole) >= self._certain:
            return ((0, len(word), whole),)
        if len(word) <= MAX_WORD:
            return tuple(self._search(word))
        starts = range(0, len(word), MAX_WORD)
        windows = ((start, self._search(word[start : start + MAX_WORD])) for start in starts)
        return tuple((start + begin, start + end, index) for start, found in windows for begin, end, index in found)

    def _search(self, word: str) -> list[Piece]:
        best: list[tuple[float, int, int]] = [(0.0, 0, self.unknown)]
        best.extend([(-1e300, 0, self.unknown)] * len(word))
        for start in range(len(word)):
            self._extend(best, word, start)
        return _path(best)

    def _extend(self, best: list[tuple[float, int, int]], word: str, start: int) -> None:
        """Try every piece that begins at ``start``; among equals the first found stays, as in HF tokenizers."""
        find, here = self._pieces.find, best[start][0]
        single = False
        for end in range(start + 1, min(len(word), start + self._pieces.reach(word[start])) + 1):
            index = find(word[start:end])
            if index >= 0:
                single = single or end == start + 1
                score = here + self._pieces.score(index)
                if score > best[end][0]:
                    best[end] = (score, start, index)
        if not single and here + self._unknown_score > best[start + 1][0]:
            best[start + 1] = (here + self._unknown_score, start, self.unknown)


def _path(best: list[tuple[float, int, int]]) -> list[Piece]:
    """Walk back from the end of the word."""
    pieces: list[Piece] = []
    end = len(best) - 1
    while end > 0:
        _, start, index = best[end]
        pieces.append((start, end, index))
        end = start
    return pieces[::-1]


def _normalizer(step: dict[str, Any] | None) -> Callable[[str], str]:
    parts = _sequence(step, "normalizers")
    steps = [_normalizing_step(part) for part in parts]
    for_ascii = [apply for part, apply in zip(parts, steps, strict=True) if _changes_ascii(part)]

    def normalize(text: str) -> str:
        for apply in for_ascii if text.isascii() else steps:
            text = apply(text)
        return text

    return normalize


def _changes_ascii(step: dict[str, Any]) -> bool:
    """Whether a step may change text in ASCII: no Unicode form does, nor a rule for one character that is not in it."""
    if step["type"] != "Replace":
        return not step["type"].startswith("NF")
    pattern = str(next(iter(step["pattern"].values())))
    if len(pattern) > 1 and not _SET.fullmatch(pattern):
        return True
    single = _pattern(step["pattern"])
    return any(single.search(chr(code)) for code in range(128))


def _normalizing_step(step: dict[str, Any]) -> Callable[[str], str]:
    match step["type"]:
        case "NFC" | "NFD" | "NFKC" | "NFKD" as form:
            return partial(unicodedata.normalize, form)
        case "Lowercase":
            return _lower
        case "Replace":
            return partial(_pattern(step["pattern"]).sub, step["content"].replace("\\", r"\\"))
        case unknown:
            raise ValueError(f"unknown normalizer {unknown}")


def _lower(text: str) -> str:
    """Lower case letter by letter: a final capital sigma becomes σ, as in HF tokenizers, not ς."""
    return text.replace("Σ", "σ").lower()


def _splits(step: dict[str, Any] | None) -> tuple[list[regex.Pattern[str]], str]:
    """The patterns that find the parts of a word, one after the other, and the mark of a beginning."""
    splits: list[regex.Pattern[str]] = []
    mark = ""
    for part in _sequence(step, "pretokenizers"):
        match part:
            case {"type": "WhitespaceSplit"}:
                pass
            case {"type": "Split", "behavior": "Isolated", "invert": False, "pattern": {"Regex": pattern}}:
                splits.append(regex.compile(rf"(?:{pattern})|(?:(?!{pattern}).)+", regex.DOTALL))
            case {"type": "Metaspace", "prepend_scheme": "always", "split": False, "replacement": str(mark)}:
                pass
            case _:
                raise ValueError(f"unknown pre-tokenizer {part['type']}")
    return splits, mark


def _pattern(pattern: dict[str, str]) -> regex.Pattern[str]:
    return regex.compile(pattern["Regex"] if "Regex" in pattern else regex.escape(pattern["String"]))


def _sequence(step: dict[str, Any] | None, name: str) -> list[dict[str, Any]]:
    if step is None:
        return []
    return list(step[name]) if step["type"] == "Sequence" else [step]
