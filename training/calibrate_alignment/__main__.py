"""The command; see the package's docstring."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from benchmarks.alignment import SETS, cases
from benchmarks.deaf import Sentences
from checker import embed
from checker.align import weights
from training import calibrate_alignment as package
from training.calibrate_alignment import tables
from training.calibrate_alignment.examples import gather
from training.calibrate_alignment.field import NAMES, fit

WEIGHTS_FILE = Path(weights.__file__).with_name("weights.json")


def main() -> None:
    """Fit, report, and write if asked."""
    parser = argparse.ArgumentParser(description=package.__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--write", action="store_true", help="rewrite checker/align/weights.json")
    parser.add_argument("--validate", action="store_true", help="figures for halves that were not fitted")
    parser.add_argument("--leave-out", action="store_true", help="figures for genres that were not fitted")
    parser.add_argument("--ablate", action="store_true", help="figures with only some kinds of evidence")
    parser.add_argument("--reliability", action="store_true", help="share of right beads by their score")
    options = parser.parse_args()
    encoder = embed.load()
    before = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    shared, fitted = cases(SETS), {}
    for kind, one in (("words", encoder), ("sentences", Sentences(encoder))):
        examples = gather(shared, one, weights.load(kind))
        without = frozenset[str]() if kind == "words" else tables.WORDS_ONLY
        weight = fit(examples, without, before[kind])
        fitted[kind] = {name: round(float(value), 3) for name, value in zip(NAMES, weight, strict=True) if value}
        print(f"{kind}: fitted\n{tables.report(examples, weight)}{json.dumps(fitted[kind])}", flush=True)
        if options.validate:
            print(f"{kind}: halves that were not fitted\n{tables.validated(examples, without)}", flush=True)
        if options.leave_out and kind == "words":
            print(f"{kind}: genres that were not fitted\n{tables.left_out(examples)}", flush=True)
        if options.reliability and kind == "words":
            print(tables.reliability(examples, weight), flush=True)
        if options.ablate and kind == "words":
            print(tables.ablated(examples), flush=True)
    if options.write:
        WEIGHTS_FILE.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
