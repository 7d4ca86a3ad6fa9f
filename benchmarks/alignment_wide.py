"""Alignment in many languages: ``python -m benchmarks.alignment_wide [corpus:pair …] [--knows 0]``.

The shared alignment sets hold eight languages of news. The parallel corpora hold consecutive sentences with their
translations in many more; blocks of them are 1-1, so that the truth stays known when sentences are left out or joined
by programme on either side, and in every second block a passage is cut. The embedded encoder was trained on these
corpora, so figures compare languages with each other rather than with other aligners. ``--knows`` takes away all of the
encoder's vocabulary but a share, as if it did not know the languages. ``own:uk-en`` are the articles of
``benchmarks/articles``, which training has not seen, in any two of the 43 languages (``own``: each with English).
"""

from __future__ import annotations

import argparse
import lzma
import random
from collections.abc import Iterator, Sequence

from benchmarks import versions
from benchmarks.alignment import Case, evaluate, with_encoder
from benchmarks.deaf import Deaf
from benchmarks.edits import edit, gold
from benchmarks.wide import PARAGRAPH, corpora_folder
from checker import embed, facts
from checker.embed import Encoder, TokenEncoder
from checker.model import Article, Sentence, Version

CORPORA = {
    "news_wmt": ("es-en", "fi-en", "hi-en", "it-en", "pl-en", "tr-en"),
    "tico19": ("ar-en", "id-en", "ms-en", "pt-en"),
    "xquad": ("el-en", "vi-en"),
    "opensource_guide": ("ko-en", "nl-en"),
    "gnome_user_docs": ("sv-en", "uk-en"),
    "mozilla_www": ("he-en",),
}
"""A corpus with whole sentences in their order for every language; the last three are documentation, no news."""
OWN = "own"
"""The name that stands for the project's own articles in the place of a corpus."""
DIRECTIONS = tuple(f"{corpus}:{pair}" for corpus, pairs in CORPORA.items() for pair in pairs)
SENTENCES = 30
SHORTEST = 20
"""Characters of the shorter side: menu entries and headings stand in no order that means anything."""
CUT = 3
"""Sentences of the passage that is missing on one side in every second block."""


def blocks(direction: str, count: int) -> Iterator[Case]:
    """``count`` edited blocks of a corpus and pair, spread over it, every second one the other way round."""
    corpus, pair = direction.split(":")
    if corpus == OWN:
        first, second = pair.split("-")
        for number, article in enumerate(versions.with_both(first, second)):
            rows = list(zip(versions.lines(article, first), versions.lines(article, second), strict=True))
            yield _case(direction, number, rows)
        return
    rows = list(_rows(corpus, pair))
    step = max(SENTENCES, len(rows) // max(1, count))
    for number, start in enumerate(range(0, len(rows) - SENTENCES + 1, step)[:count]):
        yield _case(direction, number, rows[start : start + SENTENCES])


def _rows(corpus: str, pair: str) -> Iterator[tuple[str, str]]:
    head, seen = pair.replace("-", "\t") + "\t", set()
    with lzma.open(corpora_folder() / f"{corpus}.tsv.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(head):
                first, second = line.rstrip("\n").split("\t")[2:]
                if min(len(first), len(second)) >= SHORTEST and second not in seen:
                    seen.add(second)
                    yield first, second


def _case(direction: str, number: int, rows: Sequence[tuple[str, str]]) -> Case:
    pair = direction.split(":")[1].split("-")
    order = (0, 1) if number % 2 == 0 else (1, 0)
    dice = random.Random(f"{direction} {number}")
    missing = dice.randrange(len(rows) - CUT) if number % 4 > 1 else len(rows)
    versions, holds = [], []
    for place, side in enumerate(order):
        whole = _version(pair[side], [row[side] for row in rows])
        kept, held = edit(whole.sentences, dice, range(missing, missing + CUT) if place else range(0))
        versions.append(Version(whole.article, kept, facts.extract(whole.article, kept)))
        holds.append(held)
    name = "-".join(pair[side] for side in order)
    return Case(f"{direction}:{number}", pair[0], name, versions[0], versions[1], gold(holds[0], holds[1]))


def _version(language: str, texts: Sequence[str]) -> Version:
    sentences, start = [], 0
    for number, text in enumerate(texts):
        sentences.append(Sentence(start, start + len(text), text, number // PARAGRAPH))
        start += len(text) + 1
    return Version(Article(language, " ".join(texts), language), tuple(sentences), ((),) * len(sentences))


def measure(directions: Sequence[str], count: int, encoder: Encoder) -> dict[str, tuple[float, float, float]]:
    """Strict, lax and unaligned F1 of every direction, and their means."""
    found = {}
    aligner = with_encoder(encoder)
    for direction in directions:
        cases = list(blocks(direction, count))
        figures = evaluate(cases, aligner)[cases[0].group]
        found[direction] = figures.strict, figures.lax, figures.unaligned
    strict, lax, unaligned = (sum(column) / len(directions) for column in zip(*found.values(), strict=True))
    found["mean"] = strict, lax, unaligned
    return found


def _named(directions: Sequence[str]) -> list[str]:
    """The directions, the project's own articles alone standing for each language with English."""
    languages = versions.languages(versions.articles()[0])
    own = [f"{OWN}:{language}-en" for language in languages if language != "en"]
    return [name for direction in directions for name in (own if direction == OWN else (direction,))]


def main() -> None:
    """Print a line for every corpus and pair."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directions", nargs="*", default=DIRECTIONS, help="such as news_wmt:tr-en")
    parser.add_argument("--count", type=int, default=8, help="blocks of each direction")
    parser.add_argument("--knows", type=float, help="share of the vocabulary that the encoder keeps; default: all")
    parser.add_argument("--model", help="any sentence-transformers model; default: the embedded one")
    options = parser.parse_args()
    encoder = embed.load(options.model)
    if options.knows is not None:
        assert isinstance(encoder, TokenEncoder), "--knows needs an encoder with vectors of single words"
        encoder = Deaf(encoder, options.knows)
    print(f"{'corpus and pair':24s} strict    lax  unaligned")
    for name, figures in measure(_named(options.directions), options.count, encoder).items():
        print(f"{name:24s}  " + "  ".join(f"{figure:.3f}" for figure in figures), flush=True)


if __name__ == "__main__":
    main()
