"""The model card: what the model is made of, how, and how good it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from statistics import mean

import numpy as np
from safetensors.numpy import load_file

from training.contrastive import Settings
from training.hard import BLOCK
from training.prepare import DERIVED, Recipe
from training.sources import LANGUAGES, load_sources

Figures = Mapping[str, Mapping[str, float]]


def render(
    folder: Path,
    rows: Mapping[str, int],
    recipe: Recipe,
    rounds: tuple[Settings, ...],
    figures: Figures,
    documents: Figures,
) -> str:
    """The text of MODEL.md for a packaged folder.

    `rows` is the number of pairs of each source; `figures` of the retrieval benchmark and `documents` (see evaluate)
    may be empty.
    """
    sections = (
        _head(folder),
        _sources(rows),
        _recipe(recipe, rounds, rows),
        _figures(figures) if figures else "",
        _documents(documents) if documents else "",
        _LIMITS,
    )
    return "\n\n".join(section.strip() for section in sections if section) + "\n"


def _head(folder: Path) -> str:
    tokens, dimensions = np.shape(load_file(folder / "model.safetensors")["embeddings"])
    sizes = {name: (folder / name).stat().st_size / 1e6 for name in ("model.safetensors", "tokenizer.json")}
    return f"""# A static multilingual sentence encoder

The vector of a sentence is the mean of the vectors of its tokens, brought to length 1. {tokens:,} tokens,
{dimensions} dimensions, one byte a number with one scale a token: {sizes["model.safetensors"]:.1f} MB of vectors,
{sizes["tokenizer.json"]:.1f} MB of tokenizer. The folder loads in the checker, in model2vec and in
sentence-transformers with the same vectors.

{len(LANGUAGES)} languages: {" ".join(LANGUAGES)} (ISO 639-1)."""


def _sources(rows: Mapping[str, int]) -> str:
    lines = [
        f"| {source.name} | {rows[source.name]:,} | {source.share:g} | {source.author} | {source.licence} |"
        for source in (*load_sources(), *DERIVED)
        if source.name in rows
    ]
    return "\n".join(
        (
            "## Sources",
            "",
            "Only sources with an open licence. The sentences of the test sets (Tatoeba of LASER, PUD, NTREX-128,",
            "WMT22 and WMT23) are not among them. The vocabulary also counts words of wordfreq (Robyn Speer, CC",
            "BY-SA 4.0); inflected forms come through simplemma (Adrien Barbaresi, MIT). Vectors derived from",
            "share-alike texts are themselves offered under CC BY-SA 4.0.",
            "",
            "| source | pairs | share of batches | author | licence |",
            "|---|---|---|---|---|",
            *lines,
        )
    )


def _recipe(recipe: Recipe, rounds: tuple[Settings, ...], rows: Mapping[str, int]) -> str:
    settings = rounds[0]
    plain, last = [one for one in rounds if not one.hard], [one for one in rounds if one.hard]
    steps = ", ".join(f"{one.steps:,}" for one in plain)
    rates = ", then ".join(f"{one.rate:g}" for one in plain)
    return f"""## Recipe

Made by `training/` of the project: `make model CORPORA=../shared/corpora` (seed {settings.seed}).

- Text: NFKC, lower case, one spelling for quotation marks, Arabic letters and vowel signs, Hebrew points, Romanian
  commas; punctuation and numbers apart.
- Vocabulary: about {recipe.words:,} whole words, shared out by texts a language to the power of
  {recipe.temperature:g}, at least {recipe.floor:,} for each; {recipe.pieces:,} pieces of a unigram model to which
  every language gave equally.
- First vectors: English words from an SVD of their co-occurrence in sentences and of their translations; words of other
  languages as the mean of their English translations (lexicons, lemmas, cognates by their consonants); pieces as the
  mean of the words that they are part of; lengths by smooth inverse frequency, in the language where a token is most
  frequent.
- Families: while training, a token's vector is its own plus the mean of vectors that it shares with its kin (beginnings
  of the word in Latin letters, its consonants, the word without clitics, syllables, characters); the package holds the
  sums.
- Serbian in both alphabets also from Croatian, Urdu also from Hindi (words of the same sound); for languages with
  fewer than {recipe.thin:,} sentences, English sentences with their words replaced by the lexicon.
- Training: symmetric InfoNCE, scale {settings.scale:g}, rounds of {steps} batches of
  {settings.mix.size:,} pairs of one source (of {sum(rows.values()):,} pairs in all), neighbours of a document together;
  {settings.token_dropout:.0%} of the tokens left out, {settings.split:.0%} of the whole words read as their pieces;
  {settings.mix.pivot:.0%} of the pairs exchanged for two translations of the same English sentence; thin languages up
  to {settings.mix.most} times as often; Adam on the rows in use, rate {rates}, each falling
  to 0, {settings.family_rate:g} times that for the shared vectors. {_hard(last)}
- {recipe.dimensions} dimensions (where the packaged ones are fewer: the directions with the most length); int8."""


def _hard(rounds: list[Settings]) -> str:
    """What happens with the mean of the plain rounds."""
    if not rounds:
        return "The mean of what the rounds end with is packaged."
    steps = " and ".join(f"{one.steps:,}" for one in rounds)
    share = rounds[0].hard / (1 + rounds[0].hard)
    return f"""From the mean of what these rounds end with,
  {len(rounds)} more of {steps} batches at rate {rounds[0].rate:g}, {share:.0%} of them hard: Tatoeba's pairs with
  English in the order of what the model so far thinks alike, {BLOCK} neighbours together. The mean of what these end
  with is packaged."""


def _figures(figures: Figures) -> str:
    langs = [name for name in figures if name in LANGUAGES]
    average = {kind: mean(figures[lang][kind] for lang in langs) for kind in ("cosine", "margin")}
    lines = [f"| {name} | {f['cosine']:.1f} | {f['margin']:.1f} |" for name, f in figures.items()]
    return "\n".join(
        (
            "## Figures",
            "",
            "Precision at 1 in per cent, both directions averaged: of up to 1,000 Tatoeba sentences with their",
            "English, and of the 1,000 sentences of PUD (`pud-…`), is the translation the nearest?",
            "`make eval-model` measures again.",
            "",
            "| | cosine | margin |",
            "|---|---|---|",
            *lines,
            f"| mean of the {len(langs)} languages on Tatoeba | {average['cosine']:.1f} | {average['margin']:.1f} |",
        )
    )


def _documents(documents: Figures) -> str:
    lines = [f"| {name} | {f['cosine']:.1f} | {f['margin']:.1f} |" for name, f in documents.items()]
    return "\n".join(
        (
            "The same with English within 40 neighbouring sentences of documents that training kept back (health,",
            "Wikipedia):",
            "",
            "| | cosine | margin |",
            "|---|---|---|",
            *lines,
        )
    )


_LIMITS = """## Limits

- Likeness is about topic. A bag of words sees no negation, no roles and no changed number: those are for the fact
  checks. Use ranks, margins and the order of the text, never a likeness alone.
- Icelandic had no sentences to train on, Bengali and Tamil 150 of our own, Urdu only Hindi ones in its letters; else
  only a lexicon, cognates, and English sentences with their words replaced. Estonian, Latvian, Slovak and Thai had few
  sentences. Rare words of these are guessed from their pieces.
- Tatoeba is everyday language; near-duplicates of test sentences may stand in the training data, so its figures flatter
  the languages with much Tatoeba in training.
- Numbers beyond three digits fall into digits and say little.
"""
