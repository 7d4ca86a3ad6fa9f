"""Fit the probability that words of a quotation were replaced ("replaced" in checker/checks/calibration.json).

    python -m training.calibrate_replaced

Of the articles of :mod:`benchmarks.own` that are not held out, faithful quotations of random pairs of languages stand
against those with a careless edit, and the quotations of the drift benchmark's faithful against those of its drifted
articles. Prints what either set would find, every article judged by weights that were fitted without it. To be run
again whenever the embedded model changes.
"""

from __future__ import annotations

import json
import random
import tomllib
from collections.abc import Iterator
from itertools import permutations
from typing import Any, NamedTuple

import numpy as np

from benchmarks import drift
from benchmarks.own import HELD_OUT
from benchmarks.versions import FOLDER
from checker import embed
from checker.checks import quote, quoted, replaced
from checker.checks.agreement import agreement
from checker.checks.context import Pair
from checker.checks.sides import both_sides
from checker.model import Article, Bead, Span, Version
from checker.pipeline import _align, prepare
from training.calibrate_clauses import fit
from training.calibrate_meaning import OUTPUT

PAIRS, SOURCES = 150, 14
"""Random pairs of languages of each article, and source languages from which each edit is looked at."""
WEIGHT = 4
"""How often a row of the benchmark counts: its translations are those of newsrooms, freer than any made on purpose."""
FOLDS = 5
"""Parts into which the benchmark's articles are divided."""
ENCODER = embed.load()


class Row(NamedTuple):
    """Two passages of quotations: what the regression sees, and where they come from."""

    values: tuple[float, ...]
    edited: bool
    fold: str
    pair: str
    edit: str


def main() -> None:
    """Fit on everything, write the weights and print what they find."""
    rows = [*from_articles(), *from_benchmark()]
    values, folds, answers = np.array([row.values for row in rows]), [row.fold for row in rows], np.zeros(len(rows))
    for fold in dict.fromkeys(folds):
        held = np.array(folds) == fold
        answers[held] = 1 / (1 + np.exp(-values[held] @ fitted([row for row in rows if row.fold != fold])))
    for name, chosen in (("articles", False), ("benchmark", True)):
        inside = [i for i, row in enumerate(rows) if row.fold.isdigit() == chosen]
        for limit in (0.65, 0.7, 0.73, 0.76, 0.79, 0.82, 0.85, 0.9):
            print(name, limit, *figures([(rows[i], float(answers[i])) for i in inside], limit))
    weights = json.loads(OUTPUT.read_text(encoding="utf-8"))
    weights["replaced"] = [round(float(weight), 3) for weight in fitted(rows)]
    OUTPUT.write_text(json.dumps(weights) + "\n", encoding="utf-8")


def fitted(rows: list[Row]) -> np.ndarray:
    """The weights of some rows."""
    counted = [row for row in rows for _ in range(WEIGHT if row.fold.isdigit() else 1)]
    return fit(np.array([row.values for row in counted]), np.array([row.edited for row in counted], dtype=float))


def figures(rows: list[tuple[Row, float]], limit: float) -> tuple[str, str]:
    """False alarms a faithful pair of versions that has quotations, and share of the edits found."""
    faithful = {row.pair for row, _ in rows if not row.edited}
    alarms = sum(answer >= limit for row, answer in rows if not row.edited)
    edits = {row.edit + row.pair for row, _ in rows if row.edited}
    hits = {row.edit + row.pair for row, answer in rows if row.edited and answer >= limit}
    return f"{alarms / len(faithful):.3f} alarms a pair", f"{len(hits) / len(edits):.3f} of {len(edits)} edits"


def from_articles() -> Iterator[Row]:
    """The quotations of our own articles, faithful and edited."""
    chance = random.Random(0)
    for path in sorted(entry.parent for entry in FOLDER.glob("*/edits.toml") if entry.parent.name not in HELD_OUT):
        texts = {file.stem: file.read_text(encoding="utf-8") for file in path.glob("*.txt")}
        versions = {language: _lines(text, language) for language, text in sorted(texts.items())}
        for one, other in chance.sample(list(permutations(versions, 2)), PAIRS):
            yield from _rows(_by_line(versions[one], versions[other]), path.name, f"{one}-{other}", None)
        for edit in tomllib.loads((path / "edits.toml").read_text(encoding="utf-8"))["edit"]:
            if edit["check"][0] == "quote":
                changed = texts[edit["lang"]].replace(edit["before"], edit["after"])
                place = texts[edit["lang"]].index(edit["before"])
                version = _lines(changed, edit["lang"])
                span = Span(place, place + len(edit["after"]))
                for one in chance.sample([language for language in versions if language != edit["lang"]], SOURCES):
                    pair = _by_line(versions[one], version)
                    yield from _rows(pair, path.name, f"{one}-{edit['lang']}", span, edit["before"])


def from_benchmark() -> Iterator[Row]:
    """The quotations of the drift benchmark's articles, and the edited ones of its drifted articles."""
    for number, doc in enumerate(drift.documents()):
        folder, fold = drift.articles_folder() / doc, str(number % FOLDS)
        languages = doc.split(".")[0].split("-")
        truth: dict[str, Any] = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
        source, clean, drifted = (
            prepare(Article(language, (folder / f"{kind}.{language}.txt").read_text(encoding="utf-8"), kind))
            for kind, language in zip(("src", "clean", "drift"), (*languages, languages[1]), strict=True)
        )
        yield from _rows(_align(source, clean, ENCODER)[1], fold, doc, None)
        spans = [Span(edit["start"], edit["end"]) for edit in truth["edits"] if edit["type"] == "quote"]
        if spans:
            pair = _align(source, drifted, ENCODER)[1]
            for span in spans:
                yield from _rows(pair, fold, doc, span, str(span.start))


def _lines(text: str, language: str) -> Version:
    return prepare(Article(language, text, language))


def _by_line(source: Version, target: Version) -> Pair:
    """Two versions with a bead for every line; a line that ends no sentence belongs to the one before it."""
    groups: list[dict[int, list[int]]] = [{}, {}]
    for group, version in zip(groups, (source, target), strict=True):
        for index, sentence in enumerate(version.sentences):
            group.setdefault(version.article.text.count("\n", 0, sentence.start), []).append(index)
    lines = sorted({*groups[0], *groups[1]})
    beads = tuple(Bead(tuple(groups[0].get(line, ())), tuple(groups[1].get(line, ()))) for line in lines)
    first, second = (ENCODER.encode([row.text for row in version.sentences]) for version in (source, target))
    return Pair(source, target, beads, first, second, ENCODER)


def _rows(pair: Pair, fold: str, name: str, edited: Span | None, edit: str = "") -> Iterator[Row]:
    """What the check sees of the quotations of a pair; of an edited one those that touch the edit."""
    measure, sides = agreement(pair), both_sides(pair)
    if not measure.yardstick.usable:
        return
    items = quoted.items(pair, sides)
    for first, second in quoted.paired(sides, items, measure):
        for row in quote.rows_of(sides, first, second, measure):
            seen = quote.observed(sides, row, sorted(first.beads | second.beads), measure)
            if seen is None or (edited is not None and not seen[0][1].overlaps(edited)):
                continue
            values = replaced.features(seen[1], seen[2], measure, ENCODER)
            if values is not None:
                yield Row(values, edited is not None, fold, name, edit)


if __name__ == "__main__":
    main()
