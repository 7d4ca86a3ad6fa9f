"""From the corpora folder to the packaged model: `python -m training.build --corpora ../shared/corpora --out DIR`."""

from __future__ import annotations

import argparse
import dataclasses
import pickle
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from training import card, evaluate, hard, package, prepare, quantise
from training.batches import dropout
from training.contrastive import Settings, train
from training.sources import Source, load_sources


def main(arguments: list[str] | None = None) -> int:
    """Run every step; `--work` keeps what each step made, and a second run goes on from there."""
    options = parse(arguments)
    began = time.monotonic()

    def report(line: str) -> None:
        print(f"[{time.monotonic() - began:6.0f} s] {line}", flush=True)

    sources, recipe = load_sources(), prepare.Recipe(seed=options.seed)
    rounds = settings(options)
    ready = resume(options, sources, recipe, report)
    vectors = trained(options, ready, (*sources, *prepare.DERIVED), rounds, report)
    vectors[:2] = 0
    values, scales = quantise.quantise(quantise.reduce(vectors, options.dimensions))
    package.write(options.out, ready.tokenizer, values, scales)
    rows = {name: len(pairs) for name, pairs in ready.pairs.items()}
    restored = evaluate.encoder(ready.tokenizer, quantise.restore(values, scales))
    documents = evaluate.within_documents(ready.proxy, restored)
    text = card.render(options.out, rows, recipe, rounds, figures(options), documents)
    (options.out / "MODEL.md").write_text(text, encoding="utf-8")
    report(f"written to {options.out}")
    return 0


def trained(
    options: argparse.Namespace,
    ready: prepare.Prepared,
    sources: tuple[Source, ...],
    rounds: tuple[Settings, ...],
    report: Callable[[str], None],
) -> np.ndarray:
    """The token vectors, float32 (tokens, dimensions), that the rounds end with.

    Averaging (Izmailov et al. 2018, "Averaging Weights Leads to Wider Optima") gains what further rounds alone
    do not: the mean of the first ones is where those with hard negatives all begin, and theirs is the result.
    """
    vectors, ends = ready.start.own, []
    for number, now in enumerate((one for one in rounds if not one.hard), 1):
        vectors = round_from(vectors, number, now, options, ready, sources, report)
        ends.append(vectors)
    begun, first = _mean(ends), len(ends) + 1
    ends = [
        round_from(begun, number, now, options, ready, sources, report)
        for number, now in enumerate((one for one in rounds if one.hard), first)
    ]
    return _mean(ends) if ends else begun


def round_from(
    vectors: np.ndarray,
    number: int,
    now: Settings,
    options: argparse.Namespace,
    ready: prepare.Prepared,
    sources: tuple[Source, ...],
    report: Callable[[str], None],
) -> np.ndarray:
    """The vectors after a round from `vectors`; what an earlier run left in the work folder is not trained again."""
    kept = options.work / f"round-{number}.npy" if options.work else None
    if kept and kept.exists():
        loaded: np.ndarray = np.load(kept)
        return loaded
    pairs = ready.pairs
    if now.hard:
        pairs, sources = hard.with_hard(pairs, sources, ready.encoded, ready.langs, vectors, now.hard, now.seed)
    start = dataclasses.replace(ready.start, own=vectors)
    noise = dropout(ready.splits, len(ready.vocabulary), now.token_dropout, now.split)
    found = train(start, ready.encoded, ready.langs, pairs, sources, noise, now, report).summed()
    if kept:
        np.save(kept, found)
    return found


def _mean(ends: list[np.ndarray]) -> np.ndarray:
    mean: np.ndarray = sum(ends[1:], ends[0].copy()) / len(ends)
    return mean


def settings(options: argparse.Namespace) -> tuple[Settings, ...]:
    """The rounds of training: three from the vectors of the one before, and two with hard negatives from their mean.

    The later ones are shorter and more gentle. Restarts of a falling rate are those of Loshchilov and Hutter (2017).
    """
    first = Settings(steps=options.steps, seed=options.seed, threads=options.threads)
    later = dataclasses.replace(first, steps=first.steps // 2, rate=0.75 * first.rate)
    last = dataclasses.replace(first, steps=first.steps * 5 // 16, rate=0.3 * first.rate, hard=0.5)
    return (
        first,
        *(dataclasses.replace(later, seed=first.seed + number) for number in (1, 2)),
        *(dataclasses.replace(last, seed=first.seed + number) for number in (3, 4)),
    )


def resume(
    options: argparse.Namespace, sources: tuple[Source, ...], recipe: prepare.Recipe, report: Callable[[str], None]
) -> prepare.Prepared:
    """What training needs, from the work folder if an earlier run left it there."""
    kept = options.work / "prepared.pickle" if options.work else None
    if kept and kept.exists():
        with kept.open("rb") as file:
            loaded: prepare.Prepared = pickle.load(file)
            return loaded
    ready = prepare.prepare(options.corpora, sources, recipe, options.benchmarks, report)
    if kept:
        options.work.mkdir(parents=True, exist_ok=True)
        with kept.open("wb") as file:
            pickle.dump(ready, file, protocol=5)
    return ready


def figures(options: argparse.Namespace) -> dict[str, dict[str, float]]:
    """The retrieval figures of the packaged model, where the benchmark is at hand."""
    if options.benchmarks is None:
        return {}
    from benchmarks.retrieval import measure

    return measure(options.out, options.benchmarks / "retrieval")


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the parallel sentences")
    parser.add_argument("--out", type=Path, required=True, help="folder of the model")
    parser.add_argument("--benchmarks", type=Path, help="folder of the benchmarks: kept out of training, and measured")
    parser.add_argument("--work", type=Path, help="folder for intermediate results")
    parser.add_argument(
        "--steps", type=int, default=Settings().steps, help="batches of the first round; the others have half"
    )
    parser.add_argument("--dimensions", type=int, default=prepare.Recipe().dimensions)
    parser.add_argument("--threads", type=int, default=1, help="more than one only pays on idle cores")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
