"""From the corpora to what training needs: tokenizer, tokenised texts, first vectors."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from training import initialise, lexicon, tokenizer, urdu, words
from training.contrastive import Vectors
from training.corpora import Corpus, Row, barred_keys, find, held_out_keys, read_rows, split_proxy, untested, without
from training.encode import Encoded, encode, token_frequencies
from training.families import families
from training.scripts import ekavian, serbian_cyrillic, serbian_latin
from training.sources import LANGUAGES, OWN_LEXICONS, Source

#: Names of the sources that this module makes itself.
SUBSTITUTED, FORMS = "substituted", "forms"
DERIVED = (
    Source(
        SUBSTITUTED, "sentences", 8, "this project: words of English sentences replaced by the lexicons", "as above"
    ),
    Source(FORMS, "lexicon", 2, "this project: inflected forms by simplemma, English by the lexicons", "as above"),
)
#: Document sources of which the last sentences are kept back to measure retrieval within an article.
PROXY = ("tico19", "xquad")
#: The most frequent words of a language, among which whole words are chosen.
CANDIDATES = 30_000


@dataclass(frozen=True, slots=True)
class Recipe:
    """The sizes of the model and of what is made for it."""

    words: int = 222_000
    pieces: int = 32_000
    temperature: float = 0.4
    floor: int = 3_500
    listed_share: float = 0.65
    samples: int = 8_000
    dimensions: int = 168
    proxy_sentences: int = 120
    #: Languages with fewer sentences than this get this many substituted ones.
    thin: int = 14_000
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything that training reads; `splits` are the pieces of each whole word, `proxy` the rows kept back."""

    tokenizer: Tokenizer
    vocabulary: list[tuple[str, float]]
    encoded: Encoded
    langs: np.ndarray
    pairs: dict[str, np.ndarray]
    start: Vectors
    splits: dict[int, np.ndarray]
    proxy: dict[str, list[Row]]


def prepare(
    folder: Path, sources: tuple[Source, ...], recipe: Recipe, benchmarks: Path | None, report: Callable[[str], None]
) -> Prepared:
    """Read, share out the vocabulary, tokenise, initialise."""
    corpus, proxy = read(folder, sources, recipe, benchmarks)
    lexicons = frozenset(source.name for source in sources if source.kind == "lexicon")
    table = lexicon.collect(corpus, sources)
    frequencies, seen = words.count_words(corpus, lexicons, recipe.listed_share)
    report(f"{len(corpus.texts):,} texts, {sum(map(len, corpus.pairs.values())):,} pairs")
    vocabulary, whole = build_vocabulary(corpus, frequencies, learnable(frequencies, seen, table), recipe)
    report(f"{len(vocabulary):,} tokens, of which {len(whole):,} whole words")
    corpus.add(FORMS, lexicon.inflected_forms(table, frequencies, 12_000))
    corpus.add(SUBSTITUTED, untested(substituted(corpus, table, lexicons, recipe), barred_keys(benchmarks)))
    full = tokenizer.from_vocabulary(vocabulary)
    encoded, langs = encode(full, corpus.texts), np.array(corpus.langs, dtype=np.int16)
    report(f"{len(encoded.flat):,} tokens of text")
    own, splits = first_vectors(corpus, table, frequencies, vocabulary, whole, encoded, langs, recipe, report)
    related, count = families(token for token, _ in vocabulary)
    start = Vectors(own, np.zeros((count, recipe.dimensions), np.float32), related)
    report(f"{count:,} marks of families")
    return Prepared(full, vocabulary, encoded, langs, corpus.pairs, start, splits, proxy)


def read(
    folder: Path, sources: tuple[Source, ...], recipe: Recipe, benchmarks: Path | None
) -> tuple[Corpus, dict[str, list[Row]]]:
    """The corpus without test sentences, and the rows kept back of the PROXY sources."""
    keys, tests, corpus, proxy = held_out_keys(benchmarks), barred_keys(benchmarks), Corpus(), {}
    transcribe = urdu.transcriber(words.listed_words("ur"))
    for source in sources:
        path = find(source, folder)
        if path is None:
            raise FileNotFoundError(f"{source.name}: no file in {folder}")
        rows = list(without(read_rows(path), keys) if source.kind == "sentences" else read_rows(path))
        if source.name in PROXY:
            rows, proxy[source.name] = split_proxy(rows, recipe.proxy_sentences)
        made = [*serbian(rows), *urdu.from_hindi(rows, transcribe)]
        if source.kind == "sentences":
            made = list(untested(made, tests))
            rows = list(untested(rows, tests)) if path.parent == OWN_LEXICONS else rows
        corpus.add(source.name, [*rows, *made])
    return corpus, proxy


def serbian(rows: list[Row]) -> Iterator[Row]:
    """Serbian rows in the other alphabet, and Serbian in both from Croatian, near enough for a bag of words."""
    for row in rows:
        if row.lang2 == "en" and row.lang1 == "sr":
            yield row._replace(text1=serbian_latin(row.text1))
        elif row.lang2 == "en" and row.lang1 == "hr":
            text = ekavian(row.text1)
            yield row._replace(lang1="sr", text1=serbian_cyrillic(text))
            yield row._replace(lang1="sr", text1=text)


def learnable(
    frequencies: dict[str, dict[str, float]], seen: dict[str, frozenset[str]], table: lexicon.Lexicon
) -> dict[str, dict[str, float]]:
    """The frequent words that training can say anything about: the corpora have them, or a lexicon has their lemma.

    The others would take room in the vocabulary and keep a random vector; they fall into pieces instead.
    """
    kept: dict[str, dict[str, float]] = {}
    for lang, shares in frequencies.items():
        frequent = sorted(shares, key=lambda w: (-shares[w], w))[:CANDIDATES]
        everything = lang in words.UNSPACED
        kept[lang] = {w: shares[w] for w in frequent if everything or w in seen[lang] or table.lookup(lang, w)}
    return kept


def build_vocabulary(
    corpus: Corpus,
    frequencies: dict[str, dict[str, float]],
    candidates: dict[str, dict[str, float]],
    recipe: Recipe,
) -> tuple[list[tuple[str, float]], dict[str, float]]:
    """(token, score) in order, and the scores of the whole words among them."""
    texts = Counter(LANGUAGES[lang] for lang in corpus.langs)
    quota = tokenizer.shares(
        texts | {lang: 1 for lang in LANGUAGES if lang not in texts}, recipe.words, recipe.temperature, recipe.floor
    )
    whole = tokenizer.whole_words(candidates, quota)
    raw = {
        lang: [t for t, code in zip(corpus.texts, corpus.langs, strict=True) if LANGUAGES[code] == lang and len(t) > 12]
        for lang in words.UNSPACED
    }
    pieces = tokenizer.train_pieces(frequencies, raw, whole, recipe.pieces, recipe.samples, recipe.seed)
    letters = Counter(letter for text in raw["zh"] + raw["ja"] for letter in text if letter.isalpha())
    return tokenizer.assemble(whole, pieces, {c for c, n in letters.items() if n > 1}), whole


def substituted(corpus: Corpus, table: lexicon.Lexicon, lexicons: frozenset[str], recipe: Recipe) -> list[Row]:
    """Pseudo-pairs for the languages with few sentences."""
    rng = random.Random(recipe.seed)
    counts: Counter[str] = Counter()
    for name, pairs in corpus.pairs.items():
        if name not in lexicons and name != FORMS:
            counts.update(LANGUAGES[corpus.langs[i]] for i in pairs.ravel())
    english = list(dict.fromkeys(row.text2 for row in corpus.rows("tatoeba") if row.lang2 == "en"))
    english = [text for text in english if 12 <= len(text) <= 100]
    made: list[Row] = []
    for lang in LANGUAGES:
        if counts[lang] < recipe.thin:
            made.extend(lexicon.substitute(table, lang, english, recipe.thin, rng))
    return made


def first_vectors(
    corpus: Corpus,
    table: lexicon.Lexicon,
    frequencies: dict[str, dict[str, float]],
    vocabulary: list[tuple[str, float]],
    whole: dict[str, float],
    encoded: Encoded,
    langs: np.ndarray,
    recipe: Recipe,
    report: Callable[[str], None],
) -> tuple[np.ndarray, dict[int, np.ndarray]]:
    """(vectors, pieces of the whole words); see initialise."""
    number = {token: i for i, (token, _) in enumerate(vocabulary)}
    english_number = LANGUAGES.index("en")
    texts = [t for t, lang in zip(corpus.texts, corpus.langs, strict=True) if lang == english_number and len(t) > 20]
    listed = sorted(frequencies["en"], key=lambda w: (-frequencies["en"][w], w))[: initialise.ENGLISH_WORDS]
    english = initialise.english_vectors(texts, table, listed, recipe.dimensions, recipe.seed)
    report("English vectors ready")
    related = lexicon.cognates(table, frequencies, 12_000)
    known, reached = initialise.word_vectors(table, related, frequencies, english, number)
    report("words reached: " + " ".join(f"{lang} {count}" for lang, count in reached.items()))
    names = [token for token in whole if len(token) > 2]
    pieces = initialise.pieces_only(vocabulary, whole)
    split = encode(pieces, [name.removeprefix(tokenizer.START) for name in names])
    splits = {number[name]: split.tokens(i) for i, name in enumerate(names)}
    probability = token_frequencies(encoded, langs, len(vocabulary))
    for lang, shares in frequencies.items():
        for word, share in shares.items():
            place = number.get(tokenizer.START + word, number.get(word) if lang in words.UNSPACED else None)
            if place is not None:
                probability[place] = max(probability[place], share)
    return initialise.matrix(known, splits, probability, recipe.dimensions, recipe.seed), splits
