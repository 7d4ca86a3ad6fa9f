"""Accuracy of the aligner on the shared alignment sets: ``python -m benchmarks.alignment [--set wmt21-docs]``.

Files are read as ``checker align --pre-segmented`` reads them, one sentence a line; the definitions of all figures are
those of the scorer beside the data.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.shared import benchmarks_folder
from checker import embed, facts
from checker.align import align, side
from checker.embed import Encoder
from checker.model import Article, Bead, Sentence, Version

SETS = ("textberg", "mac-dev", "wmt21-docs", "wmt21-cuts")
UNTOUCHED = frozenset({"005", "010", "015"})
"""Documents of wmt21-docs that were left as they were."""

GoldBead = tuple[tuple[int, ...], tuple[int, ...]]
Aligner = Callable[[Version, Version], tuple[Bead, ...]]


@dataclass(frozen=True)
class Case:
    """A document of a set with its gold beads; ``direction`` is "de-en"."""

    name: str
    group: str
    direction: str
    source: Version
    target: Version
    gold: tuple[GoldBead, ...]


@dataclass(frozen=True)
class Figures:
    """F1 of strict and lax beads and of unaligned sentences, and how many beads the gold has."""

    strict: float
    lax: float
    unaligned: float
    beads: int


def cases(sets: Sequence[str] = SETS, folder: Path | None = None) -> list[Case]:
    """All documents of the given sets, in the order of their paths."""
    root = folder or benchmarks_folder() / "alignment"
    return [_case(root, path) for name in sets for path in sorted((root / name).rglob("*.gold.jsonl"))]


def _case(root: Path, gold: Path) -> Case:
    stem = gold.name.removesuffix(".gold.jsonl")
    paths = sorted(gold.parent.glob(f"{stem}.*.txt"))
    languages = {path.suffixes[-2].removeprefix("."): path for path in paths}
    pair = gold.parent.name.split("-")
    source, target = pair if set(pair) == set(languages) else _by_length(gold, languages)
    beads = [json.loads(line)[:2] for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    return Case(
        str(gold.relative_to(root)),
        gold.relative_to(root).parts[0],
        f"{source}-{target}",
        read_lines(languages[source], source),
        read_lines(languages[target], target),
        tuple((tuple(sorted(left)), tuple(sorted(right))) for left, right in beads),
    )


def _by_length(gold: Path, languages: dict[str, Path]) -> tuple[str, str]:
    """Which language is the source where the folder doesn't say: textberg is de-fr, mac-dev is zh-en."""
    first, second = sorted(languages)
    return (second, first) if gold.parent.name.startswith("mac") else (first, second)


def read_lines(path: Path, language: str) -> Version:
    """A file with one sentence a line; lines end at LF or CRLF only."""
    text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    sentences, start = [], 0
    for line in lines:
        sentences.append(Sentence(start, start + len(line), line))
        start += len(line) + 1
    article = Article(language, text, str(path))
    return Version(article, tuple(sentences), facts.extract(article, tuple(sentences)))


def with_encoder(encoder: Encoder) -> Aligner:
    """The project's aligner with the vectors of an encoder."""

    def run(source: Version, target: Version) -> tuple[Bead, ...]:
        return align(side(source, encoder), side(target, encoder)).beads

    return run


def evaluate(selected: Iterable[Case], aligner: Aligner) -> dict[str, Figures]:
    """Figures by set, by set and direction, and for the untouched documents."""
    return evaluate_beads((case, aligner(case.source, case.target)) for case in selected)


def evaluate_beads(predicted: Iterable[tuple[Case, tuple[Bead, ...]]]) -> dict[str, Figures]:
    """The same for beads that are known."""
    tallies: dict[str, Any] = {}
    for case, beads in predicted:
        for key in _keys(case):
            tally = tallies.setdefault(key, scorer().Tally())
            tally.add(set(case.gold), {(bead.source, bead.target) for bead in beads})
    return {key: _figures(tally.result()) for key, tally in sorted(tallies.items())}


def _keys(case: Case) -> Iterable[str]:
    yield case.group
    if case.group.startswith("wmt"):
        yield f"{case.group} {case.direction}"
    if case.group == "wmt21-docs" and Path(case.name).name.split(".")[0] in UNTOUCHED:
        yield "untouched"


def _figures(result: dict[str, Any]) -> Figures:
    return Figures(
        result["strict"]["f1"],
        result["lax"]["f1"],
        result["unaligned_sentences"]["f1"],
        result["beads_gold_non_null"],
    )


@cache
def scorer() -> ModuleType:
    """The scorer beside the data, so that a figure here is a figure there."""
    path = benchmarks_folder() / "alignment" / "score.py"
    spec = importlib.util.spec_from_file_location("alignment_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SAMPLE_SIZE = 2
"""Documents of every WMT direction in the sample, of textberg and of the novels: the largest."""


def measure_sample() -> tuple[list[Path], dict[str, float]]:
    """Files and figures of a fixed sample that takes a few seconds: strict, lax and unaligned F1 of every set."""
    chosen = _sample(cases())
    figures = evaluate(chosen, with_encoder(embed.load()))
    paths = [Path(version.article.path) for case in chosen for version in (case.source, case.target)]
    values = {
        f"{key}_{name}": getattr(found, name)
        for key, found in figures.items()
        if key in SETS
        for name in ("strict", "lax", "unaligned")
    }
    return paths, values


def _sample(selected: Sequence[Case]) -> list[Case]:
    groups: dict[str, list[Case]] = {}
    for case in selected:
        groups.setdefault(f"{case.group} {case.direction}", []).append(case)
    return [case for group in groups.values() for case in sorted(group, key=lambda c: len(c.gold))[-SAMPLE_SIZE:]]


def table(figures: dict[str, Figures]) -> str:
    """Figures as lines of text."""
    head = f"{'set':22s} strict    lax  unaligned  beads\n"
    return head + "".join(
        f"{key:22s}  {f.strict:.3f}  {f.lax:.3f}      {f.unaligned:.3f}  {f.beads:5d}\n" for key, f in figures.items()
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", action="append", choices=SETS, help="repeatable; default: all")
    parser.add_argument("--model", help="any sentence-transformers model; default: the embedded one")
    options = parser.parse_args()
    aligner = with_encoder(embed.load(options.model))
    print(table(evaluate(cases(options.set or SETS), aligner)), end="")


if __name__ == "__main__":
    main()
