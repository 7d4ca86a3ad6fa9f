"""A passage of an article, prepared for many questions: its words, what they sound like, what they are in English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

import msgspec
import regex as re

from checker.checks.acronyms import is_acronym, stands_for
from checker.checks.hearing import STEM, Sound, Sounds, respelled, sound_of
from checker.checks.scripts import CONTINUOUS, HAN, LATIN, uncased
from checker.facts.romanise import fold, roman
from checker.facts.transcription import dotted, undotted
from checker.languages import exonyms
from checker.languages.frequency import zipf
from checker.languages.words import words as data

LEAST_STEM = 3
"""Letters that are left of a word when what is written together with it is taken off; of a Korean one, one less."""
LONG = 5
"""Letters that an adjective of a place has more than."""
ORDINARY = 4.8
"""Zipf frequency from which a word of a script without capitals is no name."""
RARE = 2.5
"""Zipf frequency below which a word of such a script may be a piece of a foreign name."""
_DOTTED = re.compile(r"\b(?:\p{Lu}\.){2,}")
_WORD = re.compile(r"[^\W_]+")
_HYPHENS = re.compile(r"[^\W\d_]{2,6}(?:-[^\W\d_]{2,8}){1,2}")
_GERESH = re.compile(r"[\u05d0-\u05ea]*(?:[\u05d0-\u05ea]['’׳])+[\u05d0-\u05ea]+")
"""A Hebrew word with signs that make other sounds of its letters; names are looked up in parts, so it comes besides."""
_MARKED, _MARK = re.compile(r"[^\W\d_]+['’ʼ][^\W\d_]+"), re.compile("['’ʼ]")
_SOUTHEASTERN = re.compile("[\u0e00-\u0eff]")
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc・]{2,}")


class Passage(msgspec.Struct, frozen=True, eq=False):
    """A passage prepared for many questions: its words, folded, with their skeletons and English names."""

    language: str
    text: str
    words: tuple[str, ...]
    folds: tuple[str, ...]
    order: tuple[str, ...]
    """The words with a capital, folded, in their order."""
    names: tuple[Sound, ...]
    """The words that may be names: with a capital where the script has them, and not ordinary."""
    sounds: Sounds
    """The same, ready to be searched by ear."""
    spoken: Sounds
    """The same as English might have spelled them."""
    named: tuple[str, ...]
    """Those of more than two letters, folded."""
    english: frozenset[str]
    initials: str
    stems: Mapping[str, tuple[str, ...]]
    """The folded words by their first three letters, those with letters such as "š" also as others write them."""
    known: Mapping[str, tuple[str, ...]]
    """The English names of more than four letters by their first four."""
    acronyms: tuple[str, ...]
    letters: str
    """All folded words, one a line, to look for a part of one."""
    unspaced: str
    """The text where its script has an alphabet but no spaces between words (Thai); else nothing."""


@lru_cache(maxsize=512)
def passage(text: str, language: str) -> Passage:
    """Prepare a passage."""
    text = _DOTTED.sub(lambda match: match.group().replace(".", ""), text)
    words = tuple(_words(text, language))
    folds = tuple(fold(word) for word in words)
    names = [word for word in words if not HAN.match(word) and _may_be_name(word, language)]
    names += (*_hyphenated(text), *_apostrophed(text), *_places_of(words, language))
    if characters := data(language, "names").get("transcription"):
        names += _transcriptions(text, characters)
        names += [part for parts in dotted(text, language) for part in parts if len(part) > 1]
        names += undotted(text, language)
    if not CONTINUOUS.search(text):
        names += [f"{a} {b}" for a, b in pairwise(words) if a[:1].isupper() and b[:1].isupper()]
        names += [a + b for a, b in pairwise(words) if _may_be_one(a, b, language)]
    names = list(dict.fromkeys(names))
    heard = tuple(map(sound_of, names))
    different = tuple(dict.fromkeys(folds))
    english = frozenset(_english(text, words, folds, language))
    return Passage(
        language,
        text,
        words,
        different,
        tuple(plain for word, plain in zip(words, folds, strict=True) if word[:1].isupper()),
        heard,
        Sounds.of(heard),
        Sounds.of(sound for word in names for sound in respelled(word, language)),
        tuple(row.fold for row in heard if len(row.fold) > 2),
        english,
        "".join(plain[0] for plain in folds if plain),
        _by_start(dict.fromkeys((*different, *with_digraphs(words))), STEM),
        _by_start((name for name in english if len(name) > 4), 4),
        tuple(word for word in dict.fromkeys(words) if is_acronym(word)),
        "\n".join((*different, "")),
        text if _SOUTHEASTERN.search(text) else "",
    )


def _hyphenated(text: str) -> Iterator[str]:
    """Names of several syllables with hyphens between them, as Czech writes Chinese ones ("Chaj-nan").

    Others write each syllable by itself ("Min-woo", "Мин У").
    """
    for match in _HYPHENS.finditer(text):
        if match.group()[0].isupper():
            yield match.group()
            yield from (part.title() for part in match.group().split("-") if part.islower())


def _apostrophed(text: str) -> Iterator[str]:
    """Names with an apostrophe within, as Ukrainian writes them ("К’яра"), without it."""
    return (_MARK.sub("", match.group()) for match in _MARKED.finditer(text) if match.group()[0].isupper())


def places_of(word: str, language: str) -> Iterator[str]:
    """The places that a rare word may be derived from, an adjective or a form that a language makes so.

    A small one in Hungarian ("askeloni"), any in Ukrainian ("Паневезького"); with a capital, a place with its case
    ("Vajnahátban").
    """
    rules = data(language, "names")
    endings = (*(rules.get("place_adjectives", ()) if word.islower() else ()), *rules.get("adjectives", ()))
    cases = rules.get("cases", ()) if word.istitle() else ()
    for ending in (*endings, *cases):
        if word.endswith(ending) and len(word) > LONG and len(word) - len(ending) >= LEAST_STEM:
            yield word.removesuffix(ending).title()


def _places_of(words: Iterable[str], language: str) -> Iterator[str]:
    return (place for word in words if zipf(language, word) == 0 for place in places_of(word, language))


def with_digraphs(words: Iterable[str]) -> Iterator[str]:
    """Latin words with letters that others write with two ("Šáhovi" for Shah), spelt so."""
    return (roman(word) for word in words if LATIN.match(word) and roman(word) != fold(word))


def _by_start(words: Iterable[str], length: int) -> Mapping[str, tuple[str, ...]]:
    rows: dict[str, list[str]] = {}
    for word in words:
        rows.setdefault(word[:length], []).append(word)
    return {start: tuple(group) for start, group in rows.items()}


def _words(text: str, language: str) -> Iterable[str]:
    for match in _GERESH.finditer(text):
        yield match.group()
        yield from stems(match.group(), language)
    for match in _WORD.finditer(text):
        word = match.group()
        if not CONTINUOUS.search(word):
            yield word
            yield from stems(word, language)
            continue
        yield from _KATAKANA.findall(word)
        yield from re.findall(r"[A-Za-z\u00c0-\u024f]+|[0-9]+", word)
        if data(language, "names").get("transcription"):
            yield from _windows(word, range(1, 4))


def stems(word: str, language: str) -> Iterator[str]:
    """A word without what is written together with it: "and", "in", a particle; what makes a woman's surname."""
    rules = data(language, "names")
    for ending in rules.get("feminine", ()):
        if word[0].isupper() and word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM:
            yield word[: -len(ending)]
    if not uncased(word) or len(word) <= LEAST_STEM:
        return
    for prefix in rules.get("prefixes", ()):
        if word.startswith(prefix) and len(word) - len(prefix) >= LEAST_STEM:
            yield word[len(prefix) :]
    bare = [_without(word, particle) for particle in rules.get("attached", ()) if _ends(word, particle)]
    yield from bare
    heads = rules.get("heads", ())
    yield from dict.fromkeys(_without(form, head) for form in (word, *bare) for head in heads if _ends(form, head))


def _ends(word: str, ending: str) -> bool:
    """Whether enough of a word is left without what is written behind it."""
    return word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM - 1


def _without(word: str, ending: str) -> str:
    return word[: -len(ending)]


def _windows(text: str, sizes: range) -> Iterator[str]:
    """The runs of Chinese of some sizes, which may be a Chinese name by its reading."""
    for run in HAN.findall(text):
        for size in sizes:
            yield from (run[start : start + size] for start in range(len(run) - size + 1))


def _transcriptions(text: str, characters: str) -> Iterator[str]:
    """Foreign names in Chinese: runs of the characters that transcribe, without their ends too, parts of long ones."""
    for run in re.findall(f"[{characters}]{{2,}}", text):
        if len(run) > 6:
            yield from _windows(run, range(3, 7))
        else:
            ends = (run, run[1:], run[:-1], run[1:-1]) if len(run) > 3 else (run,)
            yield from (part for part in ends if len(part) > 1)


def _may_be_name(word: str, language: str) -> bool:
    if word.lower() != word.upper():
        return any(c.isupper() for c in word)
    return zipf(language, word) < ORDINARY


def _may_be_one(a: str, b: str, language: str) -> bool:
    """Whether two words of a script without capitals, one of them rare, may be one name in pieces ("ہانزا بینک")."""
    if not uncased(a + b) or min(len(a), len(b)) < LEAST_STEM:
        return False
    return min(zipf(language, a), zipf(language, b)) < RARE


def _english(text: str, words: tuple[str, ...], folds: tuple[str, ...], language: str) -> Iterable[str]:
    for word in words:
        yield from stands_for(word, language)
    plain = text.casefold()
    continuous = bool(CONTINUOUS.search(text))
    if continuous:
        for name, keys in exonyms.entries(language).items():
            if len(name) > 1 and name in plain:
                yield from keys
        return
    for phrase in exonyms.phrases(language, words):
        yield from exonyms.english(language, phrase)
    yield from ("".join(folds[i : i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1))
