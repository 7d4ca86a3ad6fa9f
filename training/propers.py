"""Make checker/languages/propers: the frequent words of each language that are names and nothing else.

    python -m training.propers CORPORA

A word of wordfreq's small lists counts as a name where the lexicons (lex_cldr, lex_wiktionary, lex_omw) know it with a
capital only, or where the parallel texts of the folder always write it so within a sentence; ordinary English
words don't, which stand in the names of schools and airlines. German writes all nouns
with a capital: there a word counts that other languages' texts write so, or that their translations have as it is
("Freiburg"), and that no lexicon translates by an ordinary English word, but for those of ``lexicon/german_nouns.txt``.
No text is kept, only the words.
"""

from __future__ import annotations

import lzma
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import regex

from checker.languages import lowercase
from checker.languages.frequency import zipf
from training.exonyms import SOURCES, no_names, rows

TEXTS = ("news_wmt", "tatoeba", "tico19", "xquad", "korean_news", "bucc2020_id", "panl_bppt_id")
NOUNS_CAPITALISED = "de"
GERMAN_NOUNS = Path(__file__).parent / "lexicon" / "german_nouns.txt"
LEAST = 3
"""How often a word stands within sentences before its capital says anything."""
SMALL_SHARE = 0.03
"""Share of small spellings that a name may have (slips, "xbox")."""
KEPT_SHARE = 0.6
"""Share of the sentences with a German noun in which the translation must have it too, for it to be a name: nearly all
words of that kind from here on are names, seen by eye."""
ORDINARY = 5.2
"""Zipf frequency above which a capital is a custom ("I", "God")."""
_LETTERS = regex.compile(r"[\p{L}\p{M}]+")
_LATIN = re.compile(r"[a-z]{3}")
_WORD = re.compile(r"[^\W\d_]+")
_AFTER_SMALL = re.compile(r"[^\W\d_][,;]? $")


def main(corpora: Path) -> None:
    """Write every list."""
    names, ordinary = _from_lexicons(corpora)
    large, small = _from_texts(corpora)
    everywhere: set[str] = set()
    for code in sorted(large, key=lambda code: code != "en"):
        if code == NOUNS_CAPITALISED:
            continue
        found = {word for word, count in large[code].items() if count >= LEAST and _always(count, small[code][word])}
        found = {word for word in found if 0 < zipf(code, word) < ORDINARY}
        if code != "en":
            found = {word for word in found if word in names["en"] or not zipf("en", word)}
        names[code] |= found
        everywhere |= found
    german = {word for word in everywhere - ordinary[NOUNS_CAPITALISED] if zipf(NOUNS_CAPITALISED, word) > 0}
    names[NOUNS_CAPITALISED] |= {
        word for word in german if large[NOUNS_CAPITALISED][word] > small[NOUNS_CAPITALISED][word]
    }
    names[NOUNS_CAPITALISED] |= {
        word
        for word in _kept(corpora) - ordinary[NOUNS_CAPITALISED]
        if _always(large[NOUNS_CAPITALISED][word], small[NOUNS_CAPITALISED][word])
        and (word in names["en"] or not zipf("en", word))
    }
    names[NOUNS_CAPITALISED] -= set(GERMAN_NOUNS.read_text(encoding="utf-8").splitlines())
    folder = Path(__file__).parents[1] / "checker" / "languages" / "propers"
    barred = no_names()
    for code, words in names.items():
        kept = sorted(word for word in words if zipf(code, word) > 0 and (code, word) not in barred)
        if kept:
            (folder / f"{code}.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")


def _always(large: int, small: int) -> bool:
    return small <= SMALL_SHARE * (large + small)


def _from_lexicons(corpora: Path) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Words with a capital only, and words that a lexicon knows small; in scripts without capitals by their English."""
    large: dict[str, set[str]] = defaultdict(set)
    small: dict[str, set[str]] = defaultdict(set)
    for source in SOURCES:
        for language, foreign, english in rows(corpora / f"{source}.tsv.xz"):
            for code, text, name in ((language, foreign, english), ("en", english, english)):
                if _LETTERS.fullmatch(text) and (not text.isupper() or text.lower() == text.upper()):
                    capital = name[:1].isupper() and not text[0].islower()
                    (large if capital else small)[code].add(lowercase(text))
    return defaultdict(set, {code: words - small[code] for code, words in large.items()}), small


def _from_texts(corpora: Path) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
    """How often each word stands within sentences with a capital, and without."""
    large: dict[str, Counter[str]] = defaultdict(Counter)
    small: dict[str, Counter[str]] = defaultdict(Counter)
    for code, text in _texts(corpora):
        for match in _WORD.finditer(text):
            word = match.group()
            if word.islower():
                small[code][word] += 1
            elif word.istitle() and _AFTER_SMALL.search(text[max(0, match.start() - 3) : match.start()]):
                large[code][lowercase(word)] += 1
    return large, small


def _kept(corpora: Path) -> set[str]:
    """The words within German sentences that the translations in Latin letters keep as they are."""
    seen: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    for german, translation in _translations(corpora):
        there = {lowercase(word) for word in _WORD.findall(translation) if word[0].isupper()}
        here = {lowercase(match.group()) for match in _WORD.finditer(german, 1) if match.group().istitle()}
        seen.update(here)
        kept.update(here & there)
    return {word for word in kept if len(word) >= LEAST and kept[word] >= KEPT_SHARE * seen[word]}


def _translations(corpora: Path) -> Iterator[tuple[str, str]]:
    """Every German sentence with its first translation in Latin letters."""
    for name in TEXTS:
        seen: set[int] = set()
        for first, second, text, other in _pairs(corpora, name):
            if NOUNS_CAPITALISED not in (first, second):
                continue
            german, translation = (text, other) if first == NOUNS_CAPITALISED else (other, text)
            if _LATIN.search(translation) and hash(german) not in seen:
                seen.add(hash(german))
                yield german, translation


def _texts(corpora: Path) -> Iterator[tuple[str, str]]:
    """Every sentence with its language, once for each file that holds it."""
    for name in TEXTS:
        seen: set[int] = set()
        for first, second, text, other in _pairs(corpora, name):
            for code, sentence in ((first, text), (second, other)):
                if sentence.lower() != sentence.upper() and hash(sentence) not in seen:
                    seen.add(hash(sentence))
                    yield code, sentence


def _pairs(corpora: Path, name: str) -> Iterator[list[str]]:
    """Both languages and both sentences of every pair of a file."""
    with lzma.open(corpora / f"{name}.tsv.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
