"""How ordinary a word is, from the frequency lists of wordfreq (Speer 2022).

The small lists (about 30,000 words a language, down to one in a million) are read straight from the installed package:
its own functions bring the tokenizers of every language with them, which take longer to import than all that we do.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import msgspec

from checker.languages import lowercase
from checker.languages.words import words

_FILES = {"no": "nb", "hr": "sh", "sr": "sh"}
"""Names of the lists that differ from our language codes (the Serbo-Croatian list is in Latin script)."""


def zipf(code: str, word: str) -> float:
    """Logarithm (base 10) of a word's occurrences in a thousand million words, 0 where the list does not have it.

    7 is "the", 5 an everyday word, 3 the rarest that the lists hold.
    """
    rows, plain = _table(code), lowercase(word)
    found = rows.get(plain, 0.0)
    if not found and plain[:1] == "i" and code in words("und", "names").get("dotless", ()):
        return rows.get(f"ı{plain[1:]}", 0.0)
    return found


def known_language(code: str) -> bool:
    """Whether there is a list for the language."""
    return bool(_table(code))


def ordinary(code: str, count: int) -> tuple[str, ...]:
    """The most frequent words of a language that have two letters or more, at most ``count``."""
    return tuple(word for word in list(_table(code))[:count] if len(word) > 1)


def begins(code: str, start: str) -> bool:
    """Whether the list of a language has a word that begins so."""
    rows = _sorted(code)
    place = bisect_left(rows, start)
    return place < len(rows) and rows[place].startswith(start)


def starting(code: str, start: str) -> Iterator[str]:
    """The words of a language's list that begin so."""
    rows = _sorted(code)
    for place in range(bisect_left(rows, start), len(rows)):
        if not rows[place].startswith(start):
            return
        yield rows[place]


@cache
def _sorted(code: str) -> tuple[str, ...]:
    return tuple(sorted(_table(code)))


@cache
def _table(code: str) -> Mapping[str, float]:
    spec = find_spec("wordfreq")
    if spec is None or not spec.submodule_search_locations:
        return {}
    entry = Path(spec.submodule_search_locations[0]) / "data" / f"small_{_FILES.get(code, code)}.msgpack.gz"
    if not entry.is_file():
        return {}
    _, *bins = msgspec.msgpack.decode(gzip.decompress(entry.read_bytes()))
    rows: dict[str, float] = {}
    for centibels, found in enumerate(bins):
        rows.update(dict.fromkeys(found, 9 - centibels / 100))
    return rows
