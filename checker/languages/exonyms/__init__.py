"""What places, peoples and works are called in each language, through their English names.

``<code>.tsv`` holds a name and the English ones that it stands for, as :func:`checker.facts.romanise.fold` writes
them; spellings that
agree anyway are left out (see ``README.md`` for the sources and their licences).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

import regex

from checker.languages import lowercase
from checker.languages.frequency import zipf
from checker.languages.propers import is_proper
from checker.languages.words import words as data

_PREFIX = 4
_ENDING = 3
"""Letters that inflection may add to a name or take from it."""
_WORDS = 4
"""Words of the longest names that are looked for in a text."""
_BETWEEN = "-'’׳״\""
"""Signs within names at which texts are cut into words: a geresh in Hebrew, an apostrophe in Ukrainian."""
_SUFFIX = 8
"""Letters that may make the people of a country, or its adjective, of its name, inflected."""
_VOWELS = "aeiouyáéíóúýаеиоуыьъ"
_LONG = str.maketrans("óůěéáíúāēīō", "oueeaiuaeio")
"""Vowels that inflection shortens or changes ("Kiszyniów", "Kiszyniowie")."""
_SIGNS = re.compile("[\u0901-\u0903\u093a-\u094d\u0981-\u0983\u09bc-\u09cd\u0b82\u0bbe-\u0bcd]")
"""Signs for vowels and the like, which are no letters by themselves ("வியன்னாவின்", of Vienna)."""
_HANGUL = regex.compile("[\uac00-\ud7af]")


@lru_cache(maxsize=32768)
def english(code: str, name: str) -> frozenset[str]:
    """The English names that ``name``, perhaps inflected, stands for in the language ``code``; folded."""
    plain = _normal(name)
    table = _table(code)
    exact = table.get(plain)
    if exact is not None:
        return frozenset(exact)
    near = _by_prefix(code).get(plain[:_PREFIX], ())
    inflected = frozenset(key for other in near if _inflected(plain, other) for key in table[other])
    return inflected or frozenset(key for other in near if _derived(code, plain, other) for key in table[other])


def phrases(code: str, words: Sequence[str]) -> Iterator[str]:
    """The runs of up to four words that may be names of the table: the others need no look."""
    if _HANGUL.search("".join(words)):
        yield from (" ".join(words[i : i + n]) for n in range(1, _WORDS + 1) for i in range(len(words) - n + 1))
        return
    plain = [_normal(word) for word in words]
    starts = _by_size(code)
    for size in range(1, _WORDS + 1):
        known = starts[size]
        for start in range(len(words) - size + 1):
            first = plain[start]
            if len(first) < _PREFIX:
                first = " ".join(plain[start : start + size])
            if first[:_PREFIX] in known:
                yield " ".join(words[start : start + size])


def kin(keys: frozenset[str]) -> frozenset[str]:
    """English names with those of the same country or people ("france" → "french", from ``kin.txt``)."""
    return keys | frozenset(other for key in keys for other in _kin().get(key, ()))


@cache
def akin() -> frozenset[str]:
    """All names of ``kin.txt``."""
    return frozenset(_kin())


@cache
def _kin() -> Mapping[str, frozenset[str]]:
    rows: dict[str, frozenset[str]] = {}
    for line in (files(__name__) / "kin.txt").read_text(encoding="utf-8").splitlines():
        names = frozenset(line.split())
        rows.update({key: rows.get(key, frozenset()) | names for key in names})
    return rows


@cache
def covered(code: str) -> frozenset[str]:
    """The English names that the table of a language has a name for."""
    return frozenset(key for keys in _table(code).values() for key in keys)


def entries(code: str) -> Mapping[str, tuple[str, ...]]:
    """The whole table of a language, for scripts that write without spaces."""
    return _table(code)


def _inflected(name: str, entry: str) -> bool:
    """Whether every word of a name is that of the entry but for an ending."""
    words, others = name.split(), entry.split()
    return len(words) == len(others) and all(map(_same_stem, words, others))


def _derived(code: str, word: str, entry: str) -> bool:
    """Whether a word is derived from a name: the adjective of a town, the people of a country (Ungverjaland)."""
    rules = data(code, "names")
    if "derived" not in rules or " " in word + entry:
        return False
    stem = entry.rstrip(_VOWELS)
    if _compounded(code, word, entry):
        return True
    if len(stem) >= _PREFIX and word.startswith(stem) and _ending(str(rules["derived"])).fullmatch(word[len(stem) :]):
        return True
    if not any(key in countries() for key in _table(code)[entry]):
        return False
    stem = min((entry.removesuffix(end) for end in rules.get("lands", ())), key=len, default=entry)
    return len(stem) > _PREFIX and word.startswith(stem) and len(word) - len(stem) <= _SUFFIX


def _compounded(code: str, word: str, entry: str) -> bool:
    """Whether a known word is written together behind a name ("Cypernregistrerade", "Ostseehäfen").

    Where all nouns have a capital, only behind a name that is no ordinary word as well: Essen is a town and a meal.
    """
    nouns = bool(data(code, "names").get("nouns_capitalised")) and is_proper(code, entry)
    if not (nouns or code in data("und", "names").get("compounding", ())):
        return False
    if len(entry) <= _PREFIX or not word.startswith(entry):
        return False
    rest = word[len(entry) :]
    return len(rest) > _PREFIX and max(zipf(code, rest), zipf(code, rest[1:])) > 0


@cache
def _ending(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def countries() -> frozenset[str]:
    """The English names of the countries, folded."""
    return frozenset(line.split()[0] for line in (files(__name__) / "capitals.txt").read_text().splitlines())


@cache
def seats() -> Mapping[str, frozenset[str]]:
    """The capitals of every country and the countries of every capital, which stand for their governments, folded."""
    found: dict[str, set[str]] = {}
    for line in (files(__name__) / "capitals.txt").read_text().splitlines():
        country, *capitals = line.split()
        for capital in capitals:
            if capital != country:
                found.setdefault(country, set()).add(capital)
                found.setdefault(capital, set()).add(country)
    return {key: frozenset(others) for key, others in found.items()}


def _same_stem(word: str, entry: str) -> bool:
    if word == entry:
        return True
    word, entry = word.translate(_LONG), entry.translate(_LONG)
    common = 0
    for a, b in zip(word, entry, strict=False):
        if a != b:
            break
        common += 1
    return common >= len(entry) - 2 and common >= _PREFIX and len(_SIGNS.sub("", word[common:])) <= _ENDING


def _normal(name: str) -> str:
    return _unspaced(_plain(name))


def _plain(text: str) -> str:
    plain = lowercase(text).replace("ё", "е")
    for sign in _BETWEEN:
        plain = plain.replace(sign, " ")
    return plain


def _unspaced(name: str) -> str:
    return name.replace(" ", "") if _HANGUL.search(name) else name


@cache
def _table(code: str) -> Mapping[str, tuple[str, ...]]:
    entry = files(__name__) / f"{code}.tsv"
    if not entry.is_file():
        return {}
    text = _plain(entry.read_text(encoding="utf-8"))
    rows = (line.split("\t") for line in text.splitlines() if line)
    named = _unspaced if _HANGUL.search(text) else str
    return {named(name): tuple(keys.split()) for name, keys in rows}


@cache
def _by_size(code: str) -> Mapping[int, frozenset[str]]:
    """How the names of one, two, three and four words begin."""
    rows: dict[int, set[str]] = {size: set() for size in range(1, _WORDS + 1)}
    for name in _table(code):
        size = name.count(" ") + 1
        if size in rows:
            rows[size].add(name[:_PREFIX])
    return {size: frozenset(starts) for size, starts in rows.items()}


@cache
def _by_prefix(code: str) -> Mapping[str, list[str]]:
    rows: dict[str, list[str]] = {}
    for name in _table(code):
        rows.setdefault(name[:_PREFIX], []).append(name)
    return rows
