"""Accuracy, time and memory beside other aligners, in one run: ``python -m benchmarks.align_compare``.

Other aligners are run if they can be imported (``pip install nltk`` gives that of Gale and Church); what is absent is
named. Times are CPU seconds of whole processes, start, reading and sentence vectors included, so that a busy machine
changes little; memory is the peak of the process. The texts for the table by length are consecutive sentences of a
parallel corpus, the two sides 1-1.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import lzma
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from benchmarks.alignment import SETS, cases, evaluate, read_lines, with_encoder
from benchmarks.shared import ROOT
from benchmarks.wide import corpora_folder
from checker.model import Bead, Version

Aligner = Callable[[Version, Version], tuple[Bead, ...]]
LENGTHS = (500, 1000, 2000, 4000, 8000)
LIMIT = 90
"""CPU seconds after which a run is given up; longer texts are not tried then."""
CORPUS, PAIR = "news_wmt", ("de", "en")


def _checker() -> Aligner:
    from checker import embed

    return with_encoder(embed.load())


def _gale_church() -> Aligner:
    from nltk.translate import gale_church  # type: ignore[import-not-found]

    def run(source: Version, target: Version) -> tuple[Bead, ...]:
        sizes = [[len(sentence.text) for sentence in version.sentences] for version in (source, target)]
        return tuple(_joined(gale_church.align_blocks(*sizes), len(sizes[0]), len(sizes[1])))

    return run


def _joined(pairs: list[tuple[int, int]], rows: int, columns: int) -> Iterator[Bead]:
    """Beads of sentence pairs: pairs that share a sentence belong together, sentences in none stand alone."""
    beads: list[tuple[set[int], set[int]]] = []
    for i, j in pairs:
        if beads and (i in beads[-1][0] or j in beads[-1][1]):
            beads[-1][0].add(i)
            beads[-1][1].add(j)
        else:
            beads.append(({i}, {j}))
    yield from (Bead(tuple(sorted(left)), tuple(sorted(right))) for left, right in beads)
    yield from (Bead((i,), ()) for i in range(rows) if not any(i in left for left, _ in beads))
    yield from (Bead((), (j,)) for j in range(columns) if not any(j in right for _, right in beads))


ALIGNERS: dict[str, tuple[str, Callable[[], Aligner]]] = {
    "checker": ("checker", _checker),
    "Gale-Church (nltk)": ("nltk", _gale_church),
}
"""By name: the module that must be there, and what makes the aligner."""


def accuracy(name: str) -> str:
    """A line of strict / lax / unaligned F1 on every shared set, and the CPU seconds of it all."""
    found = evaluate(cases(SETS), ALIGNERS[name][1]())
    cells = [f"{found[key].strict:.3f} / {found[key].lax:.3f} / {found[key].unaligned:.3f}" for key in SETS]
    return " | ".join([*cells, f"{_usage()[0]:.0f} s"])


def by_length(name: str, folder: Path) -> str:
    """CPU seconds and peak memory of one alignment."""
    source, target = (read_lines(folder / f"text.{language}.txt", language) for language in PAIR)
    ALIGNERS[name][1]()(source, target)
    seconds, megabytes = _usage()
    return f"{seconds:.1f} s, {megabytes:.0f} MB"


def _usage() -> tuple[float, float]:
    """CPU seconds and the peak memory in MB of this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def _texts(folder: Path, count: int) -> None:
    """Write ``count`` consecutive sentence pairs of the corpus, one a line."""
    head = "\t".join(PAIR) + "\t"
    with lzma.open(corpora_folder() / f"{CORPUS}.tsv.xz", "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t")[2:] for line in islice((x for x in lines if x.startswith(head)), count)]
    for side, language in enumerate(PAIR):
        (folder / f"text.{language}.txt").write_text("".join(row[side] + "\n" for row in rows), encoding="utf-8")


def _in_process(*arguments: str) -> str:
    """What a process of its own says; it gives up after :data:`LIMIT` CPU seconds."""
    command = [sys.executable, "-m", "benchmarks.align_compare", "--alone", json.dumps(arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    last = (done.stderr.strip().splitlines() or [""])[-1]
    return done.stdout.strip() if done.returncode == 0 else f"over {LIMIT} s" if done.returncode < 0 else last


def _alone(name: str, folder: str) -> str:
    if not folder:
        return accuracy(name)
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
    return by_length(name, Path(folder))


def main() -> None:
    """Print both tables in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lengths", type=int, nargs="*", default=LENGTHS, help="sentences a side")
    parser.add_argument("--alone", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.alone:
        print(_alone(*json.loads(options.alone)))
        return
    there = [name for name, (module, _) in ALIGNERS.items() if importlib.util.find_spec(module)]
    for name in ALIGNERS.keys() - set(there):
        print(f"{name}: not installed, skipped", flush=True)
    print(f"| aligner | {' | '.join(SETS)} | CPU |\n|---|{'---|' * (len(SETS) + 1)}")
    for name in there:
        print(f"| {name} | {_in_process(name, '')} |", flush=True)
    print(f"\n| sentences a side | {' | '.join(there)} |\n|---|{'---|' * len(there)}")
    slow: set[str] = set()
    for count in sorted(options.lengths):
        with tempfile.TemporaryDirectory() as folder:
            _texts(Path(folder), count)
            cells = ["-" if name in slow else _in_process(name, folder) for name in there]
        slow |= {name for name, cell in zip(there, cells, strict=True) if cell.startswith("over")}
        print(f"| {count:,} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
