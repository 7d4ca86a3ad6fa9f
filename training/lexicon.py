"""The bilingual lexicons as one table, and what follows from it: inflected forms, cognates, substituted sentences."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import simplemma

from training.corpora import Corpus, Row
from training.normalise import normalise, words
from training.scripts import skeleton
from training.sources import LANGUAGES, Source

#: word (normalised) → English words or phrases (normalised) with their weights
Entries = dict[str, Counter[str]]

#: simplemma's codes where they differ; languages it lacks, or where stripping endings needs context, are left out.
_LEMMATISER = {"no": "nb", "hr": "hbs", "sr": "hbs"}
_LEMMATISED = frozenset(LANGUAGES) - {"ar", "bn", "ja", "ko", "ta", "th", "ur", "vi", "zh"}
#: Where a language has few entries of its own, a word with the same consonants in these speaks for it.
RELATED: Mapping[str, tuple[str, ...]] = {
    "sk": ("cs", "pl"),
    "sr": ("hr", "sl"),
    "hr": ("sr", "sl"),
    "sl": ("hr",),
    "ur": ("hi", "fa", "ar"),
    "bn": ("hi",),
    "ta": ("hi",),
    "is": ("no", "da", "sv"),
    "no": ("da", "sv"),
    "da": ("no", "sv"),
    "ms": ("id",),
    "id": ("ms",),
    "uk": ("ru", "pl"),
    "bg": ("ru",),
    "ca": ("es", "fr"),
    "et": ("fi",),
    "lv": ("lt",),
    "lt": ("lv",),
    "fa": ("ar",),
    "ro": ("it", "fr"),
}


@dataclass(slots=True)
class Lexicon:
    """Translations into English by language."""

    entries: dict[str, Entries] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Counter)))

    def add(self, rows: Iterable[Row], trust: float) -> None:
        """Take in rows with English as second language."""
        for row in rows:
            if row.lang2 == "en":
                self.entries[row.lang1][normalise(row.text1)][normalise(row.text2)] += trust  # type: ignore[assignment]

    def lookup(self, lang: str, word: str) -> Counter[str] | None:
        """English for a word or, failing that, for its lemma."""
        entries = self.entries[lang]
        if word in entries:
            return entries[word]
        base = lemma(lang, word)
        return entries.get(base) if base != word else None


def lemma(lang: str, word: str) -> str:
    """The dictionary form where simplemma knows the language, else the word itself."""
    if lang not in _LEMMATISED:
        return word
    return normalise(simplemma.lemmatize(word, lang=_LEMMATISER.get(lang, lang)))


def collect(corpus: Corpus, sources: Iterable[Source]) -> Lexicon:
    """The lexicon of every lexicon source in the corpus."""
    lexicon = Lexicon()
    for source in sources:
        if source.kind == "lexicon" and source.name in corpus.pairs:
            lexicon.add(corpus.rows(source.name), source.trust)
    return lexicon


def inflected_forms(lexicon: Lexicon, frequencies: Mapping[str, Mapping[str, float]], limit: int) -> Iterator[Row]:
    """(form, English) for the `limit` most frequent words of each language that only their lemma translates."""
    for lang in sorted(_LEMMATISED & frequencies.keys() - {"en"}):
        entries = lexicon.entries[lang]
        for word in sorted(frequencies[lang], key=lambda w: (-frequencies[lang][w], w))[:limit]:
            if word not in entries and (found := lexicon.lookup(lang, word)):
                for english, _ in found.most_common(3):
                    yield Row(lang, "en", word, english)


def cognates(
    lexicon: Lexicon, frequencies: Mapping[str, Mapping[str, float]], limit: int
) -> dict[str, dict[str, Counter[str]]]:
    """English by way of a related language, or of English itself, for words that no lexicon has.

    The consonants must agree: three of them and a similar length for a related language, five for English.
    """
    english = _by_skeleton({w: Counter({w: 1}) for w in _top(frequencies["en"], 30_000)}, shortest=4)
    found: dict[str, dict[str, Counter[str]]] = {}
    for lang in frequencies.keys() - {"en"}:
        tables = [(_by_skeleton(lexicon.entries[other], shortest=3), 3) for other in RELATED.get(lang, ())]
        tables.append((english, 4))
        missing = [w for w in _top(frequencies[lang], limit) if lexicon.lookup(lang, w) is None]
        found[lang] = {w: hit for w in missing if (hit := _match(w, tables)) is not None}
    return found


def _top(frequencies: Mapping[str, float], limit: int) -> list[str]:
    return sorted(frequencies, key=lambda w: (-frequencies[w], w))[:limit]


def _by_skeleton(entries: Mapping[str, Counter[str]], shortest: int) -> dict[str, list[tuple[str, Counter[str]]]]:
    table = defaultdict(list)
    for word, translations in entries.items():
        if " " not in word and len(bones := skeleton(word)) >= shortest:
            table[bones].append((word, translations))
    return table


def _match(word: str, tables: list[tuple[dict[str, list[tuple[str, Counter[str]]]], int]]) -> Counter[str] | None:
    bones = skeleton(word)
    for table, shortest in tables:
        near = [(w, t) for w, t in table.get(bones, ()) if len(bones) >= shortest and abs(len(w) - len(word)) <= 2]
        if near and len(near) <= 4:
            total: Counter[str] = Counter()
            for _, translations in near:
                total.update(translations)
            return total
    return None


def substitute(lexicon: Lexicon, lang: str, english: list[str], number: int, rng: random.Random) -> Iterator[Row]:
    """Pseudo-pairs: English sentences whose words are replaced by the language's own, as far as the lexicon goes.

    For a bag of words this is as good as a translation: it puts the words of a language without sentences next to each
    other. Sentences of which less than 60 % of the words can be replaced are skipped.
    """
    backward: dict[str, tuple[list[str], list[float]]] = {}
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for word, translations in lexicon.entries[lang].items():
        total = sum(translations.values())
        for translation, weight in translations.items():
            table[translation][word] += weight * weight / total  # type: ignore[assignment]
    for translation, candidates in table.items():
        best = candidates.most_common(6)
        backward[translation] = ([w for w, _ in best], [v for _, v in best])
    order = rng.sample(range(len(english)), len(english))
    made = 0
    for i in order:
        if made >= number:
            return
        replaced = _replace(words(english[i]), backward, rng)
        if replaced:
            made += 1
            yield Row(lang, "en", replaced, english[i])


def _replace(source: list[str], backward: Mapping[str, tuple[list[str], list[float]]], rng: random.Random) -> str:
    out, hits = [], 0
    for word in source:
        entry = backward.get(word) or backward.get(lemma("en", word))
        if entry:
            hits += 1
            out.append(rng.choices(entry[0], weights=entry[1])[0])
    return " ".join(out) if len(source) >= 3 and hits >= 0.6 * len(source) else ""
