"""Speed, as a ratio of two whole processes run in turn: ``python -m benchmarks.speed``.

A figure in seconds says as much about the machine as about the program; a ratio measured in one run does not.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.shared import ROOT, seeds_folder

YARDSTICK = [sys.executable, "-c", "import pandas"]
"""What everybody who works with data in Python waits for every day."""


def seconds(command: Sequence[str]) -> float:
    """Wall-clock seconds of one run of a command."""
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begin


def compared(command: Sequence[str], yardstick: Sequence[str], rounds: int) -> tuple[list[float], list[float]]:
    """Seconds of both commands, run in turn ``rounds`` times after one warm-up of each."""
    seconds(command)
    seconds(yardstick)
    pairs = [(seconds(command), seconds(yardstick)) for _ in range(rounds)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def sample_pair() -> tuple[Path, Path]:
    """The seed pair where it is there, else a pair of the project's own articles."""
    seeds = seeds_folder()
    if seeds.is_dir():
        return sorted(seeds.glob("000_*.txt"))[0], sorted(seeds.glob("001_*.txt"))[0]
    return ROOT / "data/articles/colossus/de.txt", ROOT / "data/articles/colossus/id.txt"


def main() -> None:
    """Print both commands' times and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    checked = [sys.executable, "-m", "checker", "check", *map(str, sample_pair())]
    ours, theirs = compared(checked, YARDSTICK, options.rounds)
    for name, times in (("checker check", ours), ("import pandas", theirs)):
        print(f"{name:14s} {min(times):.2f} s at best, {statistics.median(times):.2f} s median, {max(times):.2f} s")
    print(f"ratio of the medians {statistics.median(ours) / statistics.median(theirs):.2f}")
    print(f"ratio of the best {min(ours) / min(theirs):.2f}")


if __name__ == "__main__":
    main()
