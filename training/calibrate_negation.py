"""Fit the probability that a denial was lost ("negation" in checker/checks/calibration.json).

    python -m training.calibrate_negation

Of the articles of :mod:`benchmarks.own` that are not held out, faithful versions of random pairs of languages stand
against those with a careless edit, and against ones from which the negators of a clause were cut; of the drift
benchmark, faithful against drifted articles; of the corpora of :mod:`benchmarks.wide`, faithful blocks alone. Prints
what either set would find, every article judged by weights that were fitted without it. To be run again whenever the
embedded model or the word lists change much; it takes some eight minutes.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from functools import cache
from itertools import permutations
from typing import Any, NamedTuple

import numpy as np

from benchmarks import drift, own, wide
from benchmarks.versions import languages, raw
from checker import embed
from checker.checks import negation
from checker.checks.context import Pair
from checker.checks.polarity import inflected, polarity
from checker.model import Article, Bead, Span, Version
from checker.pipeline import _align, prepare
from training.calibrate_clauses import fit
from training.calibrate_meaning import OUTPUT

PAIRS, SOURCES, CUT_SOURCES, CUTS, BLOCKS = 110, 14, 2, 2, 4
"""Random pairs of languages of each article, source languages from which each edit and each cut version are looked at,
cut versions of each language, and blocks of each direction of the corpora."""
FOLDS = 5
"""Parts into which the benchmark's articles and the corpora are divided."""
TOGETHER = 40
"""Characters between negators that are cut together ("nikt nie")."""
PREFIXES, LONGEST_PREFIX = ("ne", "не"), 2
"""Prefixes that deny, which are cut from a word that holds them."""
SHARE = {"removed": 2, "edit": 5, "benchmark": 15, "corpora": 15, "faithful": 5}
"""How often a row counts: the rows of newsrooms' translations, which are freer than any made on purpose, the most."""
ENCODER = embed.load()


class Row(NamedTuple):
    """An unanswered denial: what the regression sees, whether it was planted, and where it comes from."""

    values: tuple[float, ...]
    edited: bool
    kind: str
    fold: str
    name: str


def main() -> None:
    """Fit on everything, write the weights and print what they find."""
    rows = [*from_articles(), *from_benchmark(), *from_corpora()]
    values, folds = np.array([row.values for row in rows]), np.array([row.fold for row in rows])
    answers = np.zeros(len(rows))
    for fold in dict.fromkeys(folds.tolist()):
        held = folds == fold
        answers[held] = 1 / (1 + np.exp(-values[held] @ fitted([row for row in rows if row.fold != fold])))
    for kind in dict.fromkeys((row.kind, row.edited) for row in rows):
        for limit in (0.5, 0.6, 0.65, 0.7, 0.77, 0.8, 0.87, 0.9):
            print(*kind, limit, figures(rows, answers, kind, limit))
    weights = json.loads(OUTPUT.read_text(encoding="utf-8"))
    weights["negation"] = [round(float(weight), 3) for weight in fitted(rows)]
    OUTPUT.write_text(json.dumps(weights) + "\n", encoding="utf-8")


def fitted(rows: list[Row]) -> np.ndarray:
    """The weights of some rows."""
    counted = [row for row in rows for _ in range(SHARE[row.kind])]
    return fit(np.array([row.values for row in counted]), np.array([row.edited for row in counted], dtype=float))


def figures(rows: list[Row], answers: np.ndarray, kind: tuple[str, bool], limit: float) -> str:
    """How many of the beads or edits of a kind have a denial that is at least so probably lost."""
    names = {row.name for row in rows if (row.kind, row.edited) == kind}
    found = {
        row.name
        for row, answer in zip(rows, answers, strict=True)
        if (row.kind, row.edited) == kind and answer >= limit
    }
    return f"{len(found)} of {len(names)}"


def from_articles() -> Iterator[Row]:
    """The denials of our own articles, faithful, with an edit, and with the negators of a clause cut."""
    chance = random.Random(1)
    for article in own.TUNED:
        present = languages(article)
        for one, other in chance.sample(list(permutations(present, 2)), PAIRS):
            pair = by_line(version(article, one), version(article, other))
            yield from rows_of(pair, "faithful", article, f"{article} {one}-{other}")
        for language in present:
            for number, (cut, place) in enumerate(without_negators(version(article, language), chance)):
                yield from _planted(article, language, cut, place, "removed", str(number), CUT_SOURCES, chance)
        for edit in own.edits(article):
            if "negation" in edit.checks:
                text = raw(article, edit.language)
                place = Span(text.index(edit.before), text.index(edit.before) + len(edit.after))
                edited = prepare(Article(edit.language, text.replace(edit.before, edit.after), edit.language))
                yield from _planted(article, edit.language, edited, place, "edit", edit.before, SOURCES, chance)


def _planted(
    article: str, language: str, edited: Version, place: Span, kind: str, name: str, sources: int, chance: random.Random
) -> Iterator[Row]:
    """The denials of an edited version against some others."""
    others = [source for source in languages(article) if source != language]
    for source in chance.sample(others, sources):
        pair = by_line(version(article, source), edited)
        yield from rows_of(pair, kind, article, f"{article} {source}-{language} {name}", place)


def from_benchmark() -> Iterator[Row]:
    """The denials of the drift benchmark's faithful articles, and the edited ones of its drifted articles."""
    for number, doc in enumerate(drift.documents()):
        folder, fold = drift.articles_folder() / doc, f"benchmark {number % FOLDS}"
        both = doc.split(".")[0].split("-")
        truth: dict[str, Any] = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
        source, clean, drifted = (
            prepare(Article(language, (folder / f"{kind}.{language}.txt").read_text(encoding="utf-8"), kind))
            for kind, language in zip(("src", "clean", "drift"), (*both, both[1]), strict=True)
        )
        yield from rows_of(_align(source, clean, ENCODER)[1], "benchmark", fold, doc)
        spans = [Span(edit["start"], edit["end"]) for edit in truth["edits"] if edit["type"] == "negation"]
        if spans:
            pair = _align(source, drifted, ENCODER)[1]
            for span in spans:
                yield from rows_of(pair, "benchmark", fold, f"{doc} {span.start}", span)


def from_corpora() -> Iterator[Row]:
    """The denials of the corpora."""
    for number, block in enumerate(wide.blocks(wide.DIRECTIONS, BLOCKS)):
        source, target = (
            prepare(Article(language, wide.text(rows, language), ""))
            for language, rows in zip(block.languages, (block.source, block.target), strict=True)
        )
        yield from rows_of(_align(source, target, ENCODER)[1], "corpora", f"corpora {number % FOLDS}", block.name)


def rows_of(pair: Pair, kind: str, fold: str, name: str, edited: Span | None = None) -> Iterator[Row]:
    """What the check sees of the unanswered denials of a pair; of an edited one in the bead of the edit.

    There the source's denials were lost; only where it has none was one put in.
    """
    rows = list(negation.observed(pair))
    if edited is None:
        yield from (Row(values, False, kind, fold, f"{name} {index}") for index, _, values in rows)
        return
    near = [row for row in rows if _touches(pair, row[0], edited)]
    lost = [row for row in near if row[1]]
    yield from (Row(values, True, kind, fold, name) for _, _, values in lost or near)


def _touches(pair: Pair, index: int, edited: Span) -> bool:
    sentences = (pair.target.sentences[i] for i in pair.beads[index].target)
    return any(sentence.start <= edited.end and sentence.end >= edited.start for sentence in sentences)


@cache
def version(article: str, language: str) -> Version:
    """A version with its lines apart."""
    return prepare(Article(language, raw(article, language), language))


def by_line(source: Version, target: Version) -> Pair:
    """Two versions with a bead for every line."""
    groups: list[dict[int, list[int]]] = [{}, {}]
    for group, one in zip(groups, (source, target), strict=True):
        for index, sentence in enumerate(one.sentences):
            group.setdefault(one.article.text.count("\n", 0, sentence.start), []).append(index)
    beads = tuple(Bead(tuple(groups[0][line]), tuple(groups[1][line])) for line in groups[0] if line in groups[1])
    first, second = (ENCODER.encode([row.text for row in one.sentences]) for one in (source, target))
    return Pair(source, target, beads, first, second, ENCODER)


def without_negators(whole: Version, chance: random.Random) -> Iterator[tuple[Version, Span]]:
    """Some versions of an article from which the negators of one place were cut, with that place."""
    groups: list[list[Span]] = []
    for span in _cuttable(whole):
        if groups and span.start - groups[-1][-1].end < TOGETHER:
            groups[-1].append(span)
        else:
            groups.append([span])
    for group in chance.sample(groups, min(CUTS, len(groups))):
        text, language = whole.article.text, whole.article.language
        for span in reversed(group):
            text = text[: span.start] + text[span.end + (text[span.end : span.end + 1] == " ") :]
        yield prepare(Article(language, text, language)), Span(group[0].start, group[0].start + 1)


def _cuttable(whole: Version) -> Iterator[Span]:
    """The negators of a version that are words by themselves, and the prefixes that deny."""
    language = whole.article.language
    for sentence in whole.sentences:
        found = polarity(sentence.text, language)
        for span in found.negators if found else ():
            word = sentence.text[span.start : span.end]
            start = sentence.start + span.start
            if not inflected(word, language):
                yield Span(start, start + len(word))
            elif word.lower().startswith(PREFIXES):
                yield Span(start, start + LONGEST_PREFIX)


if __name__ == "__main__":
    main()
