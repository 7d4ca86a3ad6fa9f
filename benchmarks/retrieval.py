"""How often is a sentence's translation its nearest neighbour? Precision at 1, both ways, on Tatoeba and PUD.

    python -m benchmarks.retrieval --model checker/embed/model --against ../shared/models/static-prototype

prints a line a language: cosine and margin of the model, and of the one that it is compared with; ``--articles`` the
same among the segments of one article, for the articles of ``benchmarks/articles`` in all languages. Figures are per
cent, the mean of both directions. Margin: the similarity divided by the mean similarity to the four nearest neighbours
of both sentences (Artetxe and Schwenk 2019).
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import mean

import numpy as np

from benchmarks import versions

#: Tatoeba's file names for the checker's languages.
TATOEBA = {
    "ara": "ar", "bul": "bg", "ben": "bn", "cat": "ca", "ces": "cs", "dan": "da", "deu": "de", "ell": "el", "spa": "es",
    "est": "et", "pes": "fa", "fin": "fi", "fra": "fr", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "ind": "id",
    "isl": "is", "ita": "it", "jpn": "ja", "kor": "ko", "lit": "lt", "lvs": "lv", "zsm": "ms", "nld": "nl", "nob": "no",
    "pol": "pl", "por": "pt", "ron": "ro", "rus": "ru", "slk": "sk", "slv": "sl", "srp": "sr", "swe": "sv", "tam": "ta",
    "tha": "th", "tur": "tr", "ukr": "uk", "urd": "ur", "vie": "vi", "cmn": "zh",
}  # fmt: skip
NEIGHBOURS = 4
ACROSS = (("de", "id"), ("fr", "ar"), ("es", "el"))
"""Pairs without English that are measured within articles."""

Encode = Callable[[Sequence[str]], np.ndarray]
Figures = dict[str, dict[str, float]]


def precision(one: np.ndarray, two: np.ndarray) -> dict[str, float]:
    """Precision at 1 in per cent, both directions averaged, of unit vectors (n, d) whose rows belong together."""
    likeness = one @ two.T
    near = min(NEIGHBOURS, len(one))
    first = np.sort(likeness, axis=1)[:, -near:].mean(1)
    second = np.sort(likeness, axis=0)[-near:].mean(0)
    margin = likeness / np.maximum((first[:, None] + second[None]) / 2, 1e-6)
    return {"cosine": _both_ways(likeness), "margin": _both_ways(margin)}


def _both_ways(scores: np.ndarray) -> float:
    right = np.arange(len(scores))
    return round(float(100 * ((scores.argmax(1) == right).mean() + (scores.argmax(0) == right).mean()) / 2), 2)


def measure_with(encode: Encode, folder: Path) -> Figures:
    """Figures of an encoder: language → cosine and margin on Tatoeba, and `pud-xx-yy` on PUD."""
    found: Figures = {}
    for name, lang in sorted(TATOEBA.items(), key=lambda item: item[1]):
        rows = _rows(folder / "tatoeba" / f"{name}.tsv")
        found[lang] = precision(*(encode([row[side] for row in rows]) for side in (0, 1)))
    header, *rows = _rows(folder / "pud.tsv")
    vectors = {lang: encode([row[column] for row in rows]) for column, lang in enumerate(header)}
    for one, two in (("de", "en"), ("id", "en"), ("de", "id")):
        found[f"pud-{one}-{two}"] = precision(vectors[one], vectors[two])
    return found


def measure_articles(encode: Encode) -> Figures:
    """Figures within an article, the mean of the articles: language → with English, and `xx-yy` for `ACROSS`."""
    rows: dict[str, list[dict[str, float]]] = {}
    for article in versions.articles():
        vectors = {lang: encode(versions.lines(article, lang)) for lang in versions.languages(article)}
        pairs = [(lang, (lang, "en")) for lang in vectors if lang != "en"]
        across = [("-".join(pair), pair) for pair in ACROSS if set(pair) <= set(vectors)]
        for name, (one, two) in (*pairs, *across):
            rows.setdefault(name, []).append(precision(vectors[one], vectors[two]))
    return {name: {kind: mean(row[kind] for row in found) for kind in found[0]} for name, found in rows.items()}


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n")]


def measure(model: Path, folder: Path) -> Figures:
    """Figures of a packaged model."""
    return measure_with(packaged(model), folder)


def packaged(model: Path) -> Encode:
    """A packaged model, read by model2vec."""
    from model2vec import StaticModel

    static = StaticModel.from_pretrained(model)
    return lambda texts: static.encode(list(texts), max_length=None)


def table(figures: Figures, other: Figures | None) -> str:
    """The figures as text, one line a language, the mean of the Tatoeba languages last."""
    langs = [name for name in figures if "-" not in name]
    summary = {"mean": _mean(figures, langs)} | {name: f for name, f in figures.items() if "-" in name}
    lines = [f"{'':12}{'cosine':>8}{'margin':>8}" + (f"{'other':>10}{'margin':>8}{'change':>8}" if other else "")]
    everything = {name: figures[name] for name in langs} | summary
    against = (other | {"mean": _mean(other, langs)}) if other else {}
    for name, figure in everything.items():
        line = f"{name:12}{figure['cosine']:8.1f}{figure['margin']:8.1f}"
        if name in against:
            before = against[name]
            line += f"{before['cosine']:10.1f}{before['margin']:8.1f}{figure['margin'] - before['margin']:+8.1f}"
        lines.append(line)
    return "\n".join(lines)


def _mean(figures: Figures, langs: list[str]) -> dict[str, float]:
    return {kind: mean(figures[lang][kind] for lang in langs) for kind in ("cosine", "margin")}


def main() -> None:
    """Measure, print, and write the figures where `--json` says."""
    root = Path(os.environ.get("CHECKER_BENCHMARKS", "../shared/benchmarks"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=Path("checker/embed/model"))
    parser.add_argument("--against", type=Path, help="another model, to be measured beside it")
    parser.add_argument("--articles", action="store_true", help="within the project's own articles")
    parser.add_argument("--json", type=Path, help="file for the figures")
    arguments = parser.parse_args()
    measured = measure_articles if arguments.articles else partial(measure_with, folder=root / "retrieval")
    found = measured(packaged(arguments.model))
    other = measured(packaged(arguments.against)) if arguments.against else None
    print(table(found, other))
    if arguments.json:
        arguments.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
