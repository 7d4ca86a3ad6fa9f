"""How often the words of each language occur: in the corpora, and in wordfreq where it knows the language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import islice

import wordfreq

from training.corpora import Corpus
from training.normalise import words
from training.sources import LANGUAGES

#: Written without spaces: words come from word lists, not from the text.
UNSPACED = frozenset({"zh", "ja", "th"})
#: Words taken from wordfreq for a language: more than any quota.
LISTED = 60_000
#: wordfreq's own codes.
_WORDFREQ = {"no": "nb", "hr": "sh", "sr": "sh"}


def count_words(
    corpus: Corpus, lexicons: frozenset[str], listed_share: float
) -> tuple[dict[str, dict[str, float]], dict[str, frozenset[str]]]:
    """For every language the relative frequency of its words (runs of letters), and those that the corpora have.

    `listed_share` is the share of wordfreq (news, subtitles, encyclopedia, web) in the mixture; 0 leaves it out. A word
    is counted if wordfreq lists it, or if the sentences have it twice or a lexicon once.
    """
    counts = _corpus_counts(corpus, lexicons)
    listed = {lang: listed_words(lang) if listed_share else {} for lang in LANGUAGES}
    mixed = {lang: _mixture(counts[lang], listed[lang], listed_share) for lang in LANGUAGES}
    return mixed, {lang: frozenset(counts[lang]) for lang in LANGUAGES}


def _corpus_counts(corpus: Corpus, lexicons: frozenset[str]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {lang: Counter() for lang in LANGUAGES}
    in_lexicon = {int(i) for name in lexicons & corpus.pairs.keys() for i in corpus.pairs[name].ravel()}
    for number, text in enumerate(corpus.texts):
        lang = LANGUAGES[corpus.langs[number]]
        if lang not in UNSPACED or number in in_lexicon:
            # A lexicon entry counts as half an occurrence: it proves that the word exists, not that it is frequent.
            found = words(text)
            counts[lang].update(dict.fromkeys(found, 0.5) if number in in_lexicon else found)  # type: ignore[arg-type]
    return counts


def listed_words(lang: str) -> Mapping[str, float]:
    """The words of wordfreq (news, subtitles, encyclopedia, web) with their frequencies; empty where it has none."""
    code = _WORDFREQ.get(lang, lang)
    if code not in wordfreq.available_languages("small"):
        return {}
    mixed: Counter[str] = Counter()
    listed = wordfreq.get_frequency_dict(code, wordlist="best")
    for word, frequency in islice(listed.items(), LISTED):
        for part in words(word):
            mixed[part] += frequency  # type: ignore[assignment]
    return mixed


def _mixture(counts: Mapping[str, float], listed: Mapping[str, float], share: float) -> dict[str, float]:
    total = sum(counts.values()) or 1.0
    share = share if listed else 0.0
    mixed = {word: share * frequency for word, frequency in listed.items()}
    for word, count in counts.items():
        if count >= 0.5 and (count >= 2 or count % 1 or word in mixed):
            mixed[word] = mixed.get(word, 0.0) + (1 - share) * count / total
    scale = sum(mixed.values()) or 1.0
    return {word: frequency / scale for word, frequency in mixed.items()}
