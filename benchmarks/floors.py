"""Accuracy floors: what has been reached and must not be lost. ``python -m benchmarks.floors`` measures the sample.

The sample is fixed and pinned by the hash of its files. ``--raise`` writes better figures to ``floors.toml``; a floor
is never lowered by this program (the idea is trafilatura's ``eval_gate.py``).
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import alignment, drift
from benchmarks.shared import content_hash

FILE = Path(__file__).with_name("floors.toml")
NOISE = 0.005
"""How far a figure may differ between machines: the arithmetic of another processor can turn a tie."""
PER_DIRECTION = 3
"""Articles of every direction in the drift sample: 48 of 227, checked in well under a minute."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of a sample: ``at_least`` should be high, ``at_most`` low; ``data`` is the hash of its files."""

    data: str
    at_least: Mapping[str, float]
    at_most: Mapping[str, float]


def measure_drift() -> Measured:
    """Net recall of each type and false alarms, on the first articles of every direction."""
    docs = drift.sample(PER_DIRECTION)
    files = [path for doc in docs for path in sorted((drift.articles_folder() / doc).iterdir())]
    figures = drift.score(drift.run(docs))
    recall = {f"net_{name}": entry["net"] for name, entry in figures["per_type"].items()}
    return Measured(
        content_hash(files),
        {"net_all": figures["net_recall"], **recall, "silent_articles": figures["clean"]["documents_with_none"]},
        {
            "findings_per_clean_article": figures["clean"]["findings_per_document"],
            "stray_findings_per_article": figures["drift"]["stray_findings_per_document"],
            "harmless_rewrites_flagged": figures["benign"]["newly_flagged"],
            "unchecked_beads": figures["unchecked_beads"],
        },
    )


def measure_alignment() -> Measured:
    """Strict, lax and unaligned F1 of every alignment set, on its first documents."""
    files, figures = alignment.measure_sample()
    return Measured(content_hash(files), figures, {})


MEASURES = {"drift": measure_drift, "alignment": measure_alignment}


def pinned() -> dict[str, Measured]:
    """The floors of ``floors.toml``."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        name: Measured(table["data"], table.get("at_least", {}), table.get("at_most", {}))
        for name, table in tables.items()
    }


def lost(measured: Measured, floor: Measured) -> list[str]:
    """What is worse than its floor, in words; also when the data is not the data that the floor was measured on."""
    if measured.data != floor.data:
        return [f"the sample's files are others than those of the floor ({measured.data} for {floor.data})"]
    low = [
        f"{k} {measured.at_least[k]:.3f} < {v:.3f}"
        for k, v in floor.at_least.items()
        if measured.at_least[k] < v - NOISE
    ]
    high = [
        f"{k} {measured.at_most[k]:.3f} > {v:.3f}" for k, v in floor.at_most.items() if measured.at_most[k] > v + NOISE
    ]
    return low + high


def raised(measured: Measured, floor: Measured | None) -> Measured:
    """The better of both, figure by figure."""
    if floor is None or floor.data != measured.data:
        return measured
    return Measured(
        measured.data,
        {k: max(v, floor.at_least.get(k, v)) for k, v in measured.at_least.items()},
        {k: min(v, floor.at_most.get(k, v)) for k, v in measured.at_most.items()},
    )


def as_toml(floors: Mapping[str, Measured]) -> str:
    """The text of ``floors.toml``."""
    lines = ["# Written by `python -m benchmarks.floors --raise`; a floor never goes down silently."]
    for name, floor in floors.items():
        lines += ["", f"[{name}]", f'data = "{floor.data}"']
        for kind, figures in (("at_least", floor.at_least), ("at_most", floor.at_most)):
            if figures:
                lines += ["", f"[{name}.{kind}]", *(f'"{k}" = {v:.4f}' for k, v in figures.items())]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure the samples, print them beside their floors, and raise the floors where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise", dest="lift", action="store_true", help="write better figures to floors.toml")
    options = parser.parse_args()
    floors = pinned() if FILE.exists() else {}
    for name, measure in MEASURES.items():
        measured = measure()
        for figure, value in (*measured.at_least.items(), *measured.at_most.items()):
            print(f"{name:10s} {figure:32s} {value:.3f}")
        for problem in lost(measured, floors[name]) if name in floors else ():
            print(f"{name:10s} LOST: {problem}")
        floors[name] = raised(measured, floors.get(name))
    if options.lift:
        FILE.write_text(as_toml(floors), encoding="utf-8")


if __name__ == "__main__":
    main()
