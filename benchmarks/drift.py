"""Accuracy of the findings: ``python -m benchmarks.drift`` runs the shared fact-drift benchmark.

Every article is checked three times, the way ``checker check`` does it: source against the clean translation, against
the drifted one and against one with harmless rewrites. The benchmark's own scorer turns the findings into figures;
beside them stands the share of beads that were left unchecked, since abstaining is not accuracy.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import json
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from benchmarks.shared import ROOT, benchmarks_folder
from checker import embed
from checker.config import Config
from checker.model import Article, Comparison, Finding
from checker.pipeline import compare, prepare

OUT = ROOT / "benchmarks" / "out"
VARIANTS = ("clean", "drift", "benign")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The findings of one article's three comparisons, in the scorer's form, and how many beads were unchecked."""

    doc: str
    findings: Mapping[str, list[dict[str, Any]]]
    beads: int
    unchecked: int


def articles_folder() -> Path:
    """The articles of the developers' half."""
    return benchmarks_folder() / "drift" / "articles-dev"


def documents() -> list[str]:
    """The names of all articles, sorted."""
    return sorted(path.parent.name for path in articles_folder().glob("*/truth.json"))


def sample(per_direction: int) -> list[str]:
    """A fixed sample: the first articles of every direction."""
    chosen: dict[str, list[str]] = {}
    for doc in documents():
        chosen.setdefault(doc.split(".")[0], []).append(doc)
    return [doc for docs in chosen.values() for doc in docs[:per_direction]]


@cache
def _encoder() -> embed.Encoder:
    return embed.load()


def check_document(doc: str) -> Outcome:
    """Check one article's clean, drifted and harmlessly rewritten version against its source."""
    folder = articles_folder() / doc
    languages = doc.split(".")[0].split("-")
    source = prepare(_article(folder / f"src.{languages[0]}.txt", languages[0]))
    comparisons = {}
    for variant in VARIANTS:
        target = prepare(_article(folder / f"{variant}.{languages[1]}.txt", languages[1]))
        comparisons[variant] = compare(doc, source, target, _encoder(), Config())
    return Outcome(
        doc,
        {variant: [row(finding) for finding in comparison.findings] for variant, comparison in comparisons.items()},
        sum(len(comparison.beads) for comparison in comparisons.values()),
        sum(unchecked_beads(comparison) for comparison in comparisons.values()),
    )


def unchecked_beads(comparison: Comparison) -> int:
    """How many beads of a comparison carry an ``unchecked`` entry."""
    return len({entry.bead for entry in comparison.unchecked if entry.bead is not None})


def row(finding: Finding) -> dict[str, Any]:
    """A finding as the scorer reads it: on its target span where it has one, else on its source span."""
    span, side = (finding.target, "tgt") if finding.target else (finding.source, "src")
    start, end = (span.start, span.end) if span else (0, 0)
    return {
        "type": finding.check,
        "side": side,
        "start": start,
        "end": end,
        "severity": finding.severity,
        "message": finding.message,
    }


def _article(path: Path, language: str) -> Article:
    return Article(language, path.read_text(encoding="utf-8"), str(path))


def run(docs: Iterable[str], jobs: int = 2) -> list[Outcome]:
    """Check articles, ``jobs`` at a time."""
    if jobs == 1:
        return [check_document(doc) for doc in docs]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(check_document, docs, chunksize=4))


@cache
def _scorer() -> ModuleType:
    path = benchmarks_folder() / "drift" / "score.py"
    spec = importlib.util.spec_from_file_location("drift_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """The scorer's figures over the given articles alone, with the share of unchecked beads."""
    outcomes = list(outcomes)
    OUT.mkdir(parents=True, exist_ok=True)
    findings = OUT / "findings.json"
    findings.write_text(json.dumps({outcome.doc: outcome.findings for outcome in outcomes}), encoding="utf-8")
    scorer, docs = _scorer(), {outcome.doc for outcome in outcomes}
    truth = {doc: entry for doc, entry in scorer.load_truth(str(articles_folder())).items() if doc in docs}
    scorer.load_truth = lambda _root, truth=truth: truth
    printed = io.StringIO()
    with redirect_stdout(printed):
        scorer.articles(
            SimpleNamespace(
                data=str(articles_folder()),
                findings=str(findings),
                min_severity="warning",
                json=True,
                by_language=True,
            )
        )
    _scorer.cache_clear()
    figures: dict[str, Any] = json.loads(printed.getvalue())
    beads = sum(outcome.beads for outcome in outcomes)
    figures["unchecked_beads"] = sum(outcome.unchecked for outcome in outcomes) / max(1, beads)
    return figures


def check_segments(rows: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, list[str]]]:
    """Check sentence pairs as articles of one sentence; the types of findings from ``warning`` up for each text."""
    flags: dict[str, dict[str, list[str]]] = {}
    for entry in rows:
        source = prepare(Article(entry["lang_src"], entry["source"], "source"))
        flags[entry["id"]] = {
            text: _flagged(source, Article(entry["lang_tgt"], entry[text], text)) for text in ("good", "bad")
        }
    return flags


def _flagged(source: Any, target: Article) -> list[str]:
    comparison = compare("segment", source, prepare(target), _encoder(), Config())
    return sorted({finding.check for finding in comparison.findings if finding.severity != "note"})


def table(figures: Mapping[str, Any]) -> str:
    """The figures as an editor of the README wants them: net recall per type, false alarms, per direction."""
    lines = [f"{'type':14s} {'edits':>6s} {'recall':>7s} {'family':>7s} {'net':>7s}"]
    for name, entry in figures["per_type"].items():
        lines.append(
            f"{name:14s} {entry['edits']:6d} {entry['recall']:7.3f} {entry['right_family']:7.3f} {entry['net']:7.3f}"
        )
    clean, drift, benign = figures["clean"], figures["drift"], figures["benign"]
    lines += [
        f"{'all':14s} {figures['edits']:6d} {figures['recall']:7.3f} {'':7s} {figures['net_recall']:7.3f}",
        f"clean articles: {clean['findings_per_document']:.2f} findings each,"
        f" {clean['documents_with_none']:.1%} with none; {clean['by_family']}",
        f"drifted articles: {drift['stray_findings_per_document']:.2f} stray findings each; {drift['by_family']}",
        f"harmless rewrites newly flagged: {benign['newly_flagged']:.3f} of {benign['rewrites']}",
        f"unchecked beads: {figures['unchecked_beads']:.1%}",
    ]
    for pair, entry in figures["by_language"].items():
        lines.append(
            f"  {pair:6s} recall {entry['recall']:.3f} ({entry['edits']} edits),"
            f" clean findings per article {entry['clean_per_document']:.2f}"
        )
    return "\n".join(lines)


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--per-direction", type=int, default=0, help="only the first N articles of every direction")
    parser.add_argument("--segments", type=int, default=0, help="also the first N sentence pairs (-1: all)")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    docs = sample(options.per_direction) if options.per_direction else documents()
    print(table(score(run(docs, options.jobs))))
    if options.segments:
        _print_segments(options.segments)


def _print_segments(limit: int) -> None:
    path = benchmarks_folder() / "drift" / "segment-dev.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in (lines if limit < 0 else lines[:limit])]
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "segments.jsonl").write_text("\n".join(json.dumps(entry) for entry in rows), encoding="utf-8")
    (OUT / "flags.json").write_text(json.dumps(check_segments(rows)), encoding="utf-8")
    _scorer().segments(SimpleNamespace(data=str(OUT / "segments.jsonl"), findings=str(OUT / "flags.json"), json=False))


if __name__ == "__main__":
    main()
