"""Reads the parallel sentences and lexicons into one table of texts and one table of pairs a source."""

from __future__ import annotations

import lzma
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.retrieval import TATOEBA
from training.normalise import normalise
from training.sources import LANGUAGES, OWN_LEXICONS, Source

#: Shorter keys (single words, "Thank you") are no evidence that a sentence comes from a test set.
MIN_KEY = 12

_KEY = re.compile(r"[\W_]+")


class Row(NamedTuple):
    """A translation pair."""

    lang1: str
    lang2: str
    text1: str
    text2: str


@dataclass(slots=True)
class Corpus:
    """Distinct texts, and pairs of them.

    `texts[i]` is in language `LANGUAGES[langs[i]]`; `pairs[source]` is int32 of shape (rows, 2), indices of texts.
    """

    texts: list[str] = field(default_factory=list)
    langs: list[int] = field(default_factory=list)
    pairs: dict[str, np.ndarray] = field(default_factory=dict)
    _index: dict[tuple[int, str], int] = field(default_factory=dict)

    def add(self, name: str, rows: Iterable[Row]) -> None:
        """Append a source; languages outside LANGUAGES are skipped."""
        table = [
            (self._text(row.lang1, row.text1), self._text(row.lang2, row.text2))
            for row in rows
            if row.lang1 in _CODES and row.lang2 in _CODES
        ]
        if table:
            self.pairs[name] = np.array(table, dtype=np.int32)

    def _text(self, lang: str, text: str) -> int:
        key = (_CODES[lang], text)
        number = self._index.get(key)
        if number is None:
            number = self._index[key] = len(self.texts)
            self.texts.append(text)
            self.langs.append(_CODES[lang])
        return number

    def rows(self, name: str) -> Iterator[Row]:
        """The rows of a source."""
        for one, two in self.pairs[name].tolist():
            yield Row(LANGUAGES[self.langs[one]], LANGUAGES[self.langs[two]], self.texts[one], self.texts[two])


_CODES = {code: number for number, code in enumerate(LANGUAGES)}


def find(source: Source, folder: Path) -> Path | None:
    """The file of a source in the corpora folder or among the project's own lexicons; None where there is none."""
    for place in (folder, OWN_LEXICONS):
        for ending in (".tsv.xz", ".tsv"):
            path = place / f"{source.name}{ending}"
            if path.exists():
                return path
    return None


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of one file (plain or xz) of four columns: `lang1 lang2 text1 text2`.

    Raises ValueError with file and line for a row of another shape.
    """
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            columns = line.rstrip("\n").split("\t")
            if len(columns) != 4:
                raise ValueError(f"{path}:{number}: expected 4 columns, got {len(columns)}")
            yield Row(*columns)


def key(text: str) -> str:
    """Letters and digits of a text, case-folded: equal keys are the same sentence."""
    return _KEY.sub("", text).casefold()


def held_out_keys(benchmarks: Path | None) -> frozenset[str]:
    """Keys of the test sentences of the retrieval benchmark: a safety net, the corpora are already clean of them.

    The English side of Tatoeba is left out: an English test sentence of one language may be paired with another one.
    """
    if benchmarks is None:
        return frozenset()
    keys: set[str] = set()
    for path in sorted(benchmarks.glob("retrieval/**/*.tsv")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            columns = line.split("\t")
            keys.update(key(column) for column in (columns[:1] if path.parent.name == "tatoeba" else columns))
    return frozenset(k for k in keys if len(k) >= MIN_KEY)


def barred_keys(benchmarks: Path | None) -> dict[str, frozenset[str]]:
    """Language → keys of both sides, normalised, of its sentences in the Tatoeba test: for rows that training makes.

    A row that is made for a language (from another language's sentence, or by substitution) may meet a test sentence
    that the corpora leave out for that language only.
    """
    if benchmarks is None:
        return {}
    found = {}
    for name, lang in TATOEBA.items():
        path = benchmarks / "retrieval" / "tatoeba" / f"{name}.tsv"
        texts = path.read_text(encoding="utf-8").replace("\n", "\t").split("\t") if path.exists() else ()
        found[lang] = frozenset(key(normalise(text)) for text in texts) - {""}
    return found


def untested(rows: Iterable[Row], keys: Mapping[str, frozenset[str]]) -> Iterator[Row]:
    """The made rows with English of which neither side is in the test of their language (see barred_keys)."""
    for row in rows:
        barred = keys.get(row.lang1, frozenset())
        if not barred or not {key(normalise(row.text1)), key(normalise(row.text2))} & barred:
            yield row


def split_proxy(rows: list[Row], keep: int) -> tuple[list[Row], list[Row]]:
    """Separate the last `keep` distinct English sentences of a document source, in all its languages, as a test.

    Returns (training rows, test rows); both keep the order of the file, which is the order of the document.
    """
    versions = Counter(key(row.text2) for row in rows if row.lang2 == "en")
    # Sentences that most languages have: where a document was cut otherwise, its English differs too.
    shared = [k for k in versions if 2 * versions[k] >= max(versions.values())]
    test = set(shared[-keep:]) if keep else set()
    mask = [key(row.text2) in test for row in rows]
    return [r for r, m in zip(rows, mask, strict=True) if not m], [r for r, m in zip(rows, mask, strict=True) if m]


def without(rows: Iterable[Row], keys: frozenset[str]) -> Iterator[Row]:
    """The rows of which neither side is a held-out sentence."""
    return (row for row in rows if key(row.text1) not in keys and key(row.text2) not in keys)
