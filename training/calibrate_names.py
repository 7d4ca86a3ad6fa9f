"""Fit how surely a leftover name is missing, or took another's place (checker/checks/names.json).

    python -m training.calibrate_names [--count 12] [--articles FOLDER] [--every 1]

Into faithful articles (the clean ones of the drift benchmark, blocks of parallel corpora that ``benchmarks.wide``
does not use, and ``<article>/<language>.txt`` of a folder, whose lines say the same in every language) names of other
articles, or nothing, are put in the place of names that have their counterpart. Leftovers that only then appear are
positives, those of the faithful versions negatives. To be run again whenever the embedded model changes much, or the
evidence.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks import drift, wide
from checker import align, embed, facts
from checker.checks import weighing
from checker.checks.context import MIN_SCORE, Pair
from checker.checks.counterpart import spelled
from checker.checks.leftovers import Leftover, leftovers
from checker.checks.name import may_stand_for
from checker.checks.outcomes import Outcome, outcomes
from checker.checks.passage import passage
from checker.checks.sides import SideName
from checker.facts.romanise import fold
from checker.facts.strength import LIKELY
from checker.model import Article, Sentence, Version
from checker.pipeline import prepare

OUTPUT = Path(__file__).parents[1] / "checker" / "checks" / "names.json"
SHARE, REMOVED, WHOLE, OWN = 0.3, 0.3, 0.6, 0.15
"""Share of the beads that are edited; of these the share where the name is removed, where it goes as a whole (else one
of its words), and where the new name is one of the same article."""
LEAST_DONORS = 20
"""Names that a language needs before one is drawn."""
UNLIKE = 0.6
"""Likeness that a new name must not have to anything on the other side."""
RIDGE, ROUNDS = 3.0, 30
SIDES: tuple[SideName, SideName] = ("source", "target")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Edit:
    """What was put (``new``, perhaps nothing) in the place of a name of a bead."""

    side: SideName
    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Sample:
    """The leftovers of a version of a pair with their labels, and how close those of a bead are."""

    source: tuple[tuple[Leftover, bool], ...]
    target: tuple[tuple[Leftover, bool], ...]
    closeness: Mapping[tuple[int, int], weighing.Closeness]


def main() -> None:
    """Fit and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=12, help="blocks of every direction of the corpora")
    parser.add_argument("--articles", type=Path, help="articles in many languages, <article>/<language>.txt")
    parser.add_argument("--every", type=int, default=1, help="take one of so many texts of the corpora, to save time")
    options = parser.parse_args()
    encoder = embed.load()
    texts = [*faithful(options.count)][:: options.every]
    texts += parallel(options.articles) if options.articles else ()
    write(fit_all(samples([aligned(pair, encoder) for pair in texts])))


def faithful(count: int) -> Iterator[tuple[Article, Article]]:
    """The articles of the benchmark, and blocks of the corpora without a sentence that the wide benchmark uses."""
    for doc in drift.documents():
        folder, (first, second) = drift.articles_folder() / doc, doc.split(".")[0].split("-")
        names = ((first, f"src.{first}.txt"), (second, f"clean.{second}.txt"))
        source, target = (Article(code, (folder / name).read_text(encoding="utf-8"), name) for code, name in names)
        yield source, target
    used = {sentence for block in wide.blocks(wide.DIRECTIONS, 6) for sentence in block.source}
    for block in wide.blocks(wide.DIRECTIONS, count):
        if not used & set(block.source):
            rows = zip(block.languages, (block.source, block.target), SIDES, strict=True)
            source, target = (Article(code, wide.text(lines, code), name) for code, lines, name in rows)
            yield source, target


def parallel(folder: Path, seed: int = 3) -> Iterator[tuple[Article, Article]]:
    """Every language of every article with another one, drawn by chance."""
    chance = random.Random(seed)
    for article in sorted(path for path in folder.iterdir() if path.is_dir()):
        paths = sorted(article.glob("*.txt"))
        chance.shuffle(paths)
        for first, second in zip(paths, paths[1:] + paths[:1], strict=True):
            yield _joined(first), _joined(second)


def _joined(path: Path) -> Article:
    """An article of which every line is a sentence, and empty lines end paragraphs, as a text."""
    paragraphs = path.read_text(encoding="utf-8").strip().split("\n\n")
    text = "\n\n".join(wide.text(paragraph.split("\n"), path.stem).strip() for paragraph in paragraphs)
    return Article(path.stem, text + "\n", path.name)


def aligned(articles: tuple[Article, Article], encoder: embed.Encoder) -> Pair:
    """A pair as the checks see it."""
    source, target = (align.side(prepare(article), encoder) for article in articles)
    beads = align.align(source, target).beads
    return Pair(source.version, target.version, beads, source.encoded.vectors, target.encoded.vectors, encoder)


def samples(pairs: Sequence[Pair], seed: int = 5) -> list[Sample]:
    """Every pair as it is, and with edits."""
    chance, result = random.Random(seed), []
    looked = [{side: list(outcomes(pair, side)) for side in SIDES} for pair in pairs]
    donors = _donors(pairs, looked)
    for pair, found in zip(pairs, looked, strict=True):
        result.append(_sample(pair, {}, found))
        edits = dict(_edits(pair, found, donors, chance))
        if edits:
            result.append(_sample(_edited(pair, edits), edits, found))
    return result


def _donors(pairs: Sequence[Pair], looked: Sequence[Mapping[SideName, list[Outcome]]]) -> dict[str, list[str]]:
    """The names of each language that have their counterpart by spelling: they are surely names."""
    names: dict[str, set[str]] = defaultdict(set)
    for pair, found in zip(pairs, looked, strict=True):
        for side in SIDES:
            names[_version(pair, side).article.language].update(_sure(found[side]))
    return {language: sorted(rows) for language, rows in names.items()}


def _sure(rows: Iterable[Outcome]) -> set[str]:
    return {
        group[0].name.text
        for group in _by_name(rows)
        if all(row.found and row.written for row in group) and group[0].name.strength >= LIKELY and len(group) <= 3
    }


def _by_name(rows: Iterable[Outcome]) -> list[list[Outcome]]:
    groups: dict[tuple[int, int], list[Outcome]] = defaultdict(list)
    for row in rows:
        groups[row.name.start, row.name.end].append(row)
    return list(groups.values())


def _edits(
    pair: Pair, found: Mapping[SideName, list[Outcome]], donors: Mapping[str, list[str]], chance: random.Random
) -> Iterator[tuple[int, Edit]]:
    """For some beads an edit of a name that has its counterpart."""
    for index, bead in enumerate(pair.beads):
        if not (bead.source and bead.target) or bead.score < MIN_SCORE or chance.random() > SHARE:
            continue
        side = chance.choice((*SIDES, SIDES[1]))
        groups = _by_name(row for row in found[side] if row.bead == index)
        sure = [rows for rows in groups if all(row.found for row in rows) and any(row.written for row in rows)]
        sure = [rows for rows in sure if rows[0].name.strength >= LIKELY]
        if not sure:
            continue
        name = chance.choice(sure)[0].name
        whole = len(name.words) == 1 or chance.random() < WHOLE
        part = name if whole else chance.choice(name.words)
        new = "" if chance.random() < REMOVED else _other_name(pair, index, side, whole, found[side], donors, chance)
        if new is not None:
            yield index, Edit(side, part.start, part.end, new)


def _other_name(
    pair: Pair,
    bead: int,
    side: SideName,
    whole: bool,
    found: list[Outcome],
    donors: Mapping[str, list[str]],
    chance: random.Random,
) -> str | None:
    own, other = _version(pair, side), _version(pair, _opposite(side))
    there = pair.beads[bead].target if side == "source" else pair.beads[bead].source
    facing = passage("\n".join(other.sentences[i].text for i in there), other.article.language)
    home = sorted(_sure(found)) if chance.random() < OWN else []
    pool = home if len(home) > 3 else donors.get(own.article.language, [])
    if len(pool) < LEAST_DONORS and not home:
        return None
    for _ in range(10):
        new = chance.choice(pool)
        new = new if whole and chance.random() < 0.5 else new.split()[-1]
        if spelled(new, own.article.language, facing) < UNLIKE and (pool is home or new not in own.article.text):
            return new
    return None


def _edited(pair: Pair, edits: Mapping[int, Edit]) -> Pair:
    sides = [
        _rewritten(_version(pair, side), sorted((e for e in edits.values() if e.side == side), key=lambda e: e.start))
        for side in SIDES
    ]
    return replace(pair, source=sides[0], target=sides[1])


def _rewritten(version: Version, edits: Sequence[Edit]) -> Version:
    text, pieces, at = version.article.text, [], 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.new]
        at = edit.end
    article = replace(version.article, text="".join([*pieces, text[at:]]))
    moved = tuple(_moved(sentence, article.text, edits) for sentence in version.sentences)
    return Version(article, moved, facts.extract(article, moved))


def _moved(sentence: Sentence, text: str, edits: Sequence[Edit]) -> Sentence:
    start, end = (
        place + sum(len(edit.new) - (edit.end - edit.start) for edit in edits if edit.end <= place)
        for place in (sentence.start, sentence.end)
    )
    return replace(sentence, start=start, end=end, text=text[start:end])


def _sample(pair: Pair, edits: Mapping[int, Edit], before: Mapping[SideName, list[Outcome]]) -> Sample:
    columns = []
    for side in SIDES:
        gone = {(row.bead, fold(row.word.text)) for row in before[side] if not row.found}
        columns.append(tuple((row, _is_new(row, side, edits, gone)) for row in leftovers(pair, side)))
    close = {
        (i, j): weighing.closeness(pair, a, b)
        for i, (a, _) in enumerate(columns[0])
        for j, (b, _) in enumerate(columns[1])
        if a.bead == b.bead
    }
    return Sample(columns[0], columns[1], close)


def _is_new(row: Leftover, side: SideName, edits: Mapping[int, Edit], gone: set[tuple[int, str]]) -> bool:
    """Whether an edit made a leftover: it is the new name, or the counterpart of the one that had to go."""
    edit = edits.get(row.bead)
    if edit is None:
        return False
    words = [fold(word) for word in _WORD.findall(row.text)]
    if edit.side == side:
        new = [fold(word) for word in _WORD.findall(edit.new)]
        return any(word in new for word in words) or bool(new and fold(row.text) in fold(edit.new))
    known = [word for bead, word in gone if bead == row.bead]
    return not all(any(word in other or other in word for other in known) for word in words)


def fit_all(rows: Sequence[Sample]) -> dict[str, dict[str, float]]:
    """Both regressions; the second is given what the first says of leftovers that it was not fitted on."""
    values, labels, folds = _alone(rows)
    alone = fit(values, labels)
    unseen = np.zeros(len(labels))
    for part in range(5):
        held = folds == part
        unseen[held] = values[held] @ fit(values[~held], labels[~held])
    pairs, exchanged = _pairs(rows, unseen)
    return {
        "alone": _named(weighing.ALONE, alone),
        "pair": _named(weighing.PAIR, fit(pairs, exchanged)),
    }


def _named(names: Sequence[str], weights: np.ndarray) -> dict[str, float]:
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def _alone(rows: Sequence[Sample]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    flat = [(leftover, label, i % 5) for i, row in enumerate(rows) for leftover, label in (*row.source, *row.target)]
    values = np.array([weighing.features(leftover) for leftover, _, _ in flat])
    return values, np.array([label for _, label, _ in flat], dtype=float), np.array([part for _, _, part in flat])


def _pairs(rows: Sequence[Sample], odds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    values, labels, start = [], [], 0
    for row in rows:
        second = start + len(row.source)
        for (i, j), close in row.closeness.items():
            (a, new), (b, also) = row.source[i], row.target[j]
            if not may_stand_for(a, b):
                continue
            values.append(weighing.pair_features(a, b, float(odds[start + i]), float(odds[second + j]), close))
            labels.append(new and also)
        start = second + len(row.target)
    return np.array(values), np.array(labels, dtype=float)


def fit(values: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Logistic regression with a ridge on standardised values, by Newton's method; the first column is the constant."""
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    mean[0], spread[0] = 0.0, 1.0
    scaled, ridge = (values - mean) / spread, RIDGE * np.eye(values.shape[1])
    ridge[0, 0] = 1e-6
    fitted = np.zeros(values.shape[1])
    for _ in range(ROUNDS):
        expected = 1 / (1 + np.exp(-scaled @ fitted))
        weight = expected * (1 - expected) + 1e-9
        gradient = scaled.T @ (labels - expected) - ridge @ fitted
        fitted = fitted + np.linalg.solve(scaled.T @ (scaled * weight[:, None]) + ridge, gradient)
    weights: np.ndarray = fitted / spread
    weights[0] -= float((fitted * mean / spread).sum())
    return weights


def write(weights: Mapping[str, Mapping[str, float]]) -> None:
    """Write the weights where the checker reads them."""
    OUTPUT.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


def _version(pair: Pair, side: SideName) -> Version:
    return pair.source if side == "source" else pair.target


def _opposite(side: SideName) -> SideName:
    return "target" if side == "source" else "source"


if __name__ == "__main__":
    main()
