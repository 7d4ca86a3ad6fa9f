"""Speed of the embedded encoder beside model2vec's on the same folder: ``python -m benchmarks.encoder_speed``.

Both encode the same sentences of news length on one core, in turn, so that the ratio holds on any machine; how long a
fresh process takes to load each and encode one article, and how much memory it takes, is measured the same way. The
sentences are made up, from words that the model knows.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path

import msgspec

from benchmarks.shared import ROOT

#: Characters of a sentence of news.
LENGTH = 146
#: Words of the language that the sentences are made of.
WORDS = 20_000
#: Sentences of an article.
ARTICLE = 40
MARK = "\u2581"

_OURS = """
from pathlib import Path
from checker.embed.static import StaticEncoder
encode = StaticEncoder(Path(folder), "model").encode
"""
_THEIRS = """
from model2vec import StaticModel
encode = StaticModel.from_pretrained(folder).encode
"""
_PROCESS = """
import sys, time
import numpy, regex, msgspec
def most():
    return int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) / 1024
folder, article = sys.argv[1], open(sys.argv[2], encoding="utf-8").read().split("\\n")
before, begin = most(), time.process_time()
{load}
loaded = time.process_time()
encode(article)
print(loaded - begin, time.process_time() - loaded, most() - before)
"""


def sentences(folder: Path, number: int, seed: int = 0) -> list[str]:
    """Sentences of LENGTH characters out of WORDS whole words of the model, as often as in a text (Zipf-Mandelbrot)."""
    data = msgspec.json.decode((folder / "tokenizer.json").read_bytes())
    known = [piece[1:] for piece, _ in data["model"]["vocab"] if piece.startswith(MARK) and piece[1:].isalpha()]
    rng = random.Random(seed)
    words = rng.sample([word for word in known if len(word) > 1], WORDS)
    bounds = list(accumulate(1 / (rank + 2.7) for rank in range(1, WORDS + 1)))
    made = []
    for _ in range(number):
        text = ""
        while len(text) < LENGTH:
            text += rng.choices(words, cum_weights=bounds)[0] + " "
        made.append(text.strip() + ".")
    return made


def a_second(encode: Callable[[Sequence[str]], object], texts: Sequence[str]) -> float:
    """Texts encoded in a second of the processor's time, which another process's work does not lengthen."""
    begin = time.process_time()
    encode(texts)
    return len(texts) / (time.process_time() - begin)


def compare(folder: Path, number: int, rounds: int) -> None:
    """Print sentences a second: in bulk, and article by article."""
    from model2vec import StaticModel

    from checker.embed.static import StaticEncoder

    theirs = StaticModel.from_pretrained(folder)

    def model2vec(texts: Sequence[str]) -> object:
        return theirs.encode(list(texts), max_length=None, use_multiprocessing=False)

    found: dict[str, list[float]] = defaultdict(list)
    for seed in range(rounds):
        # New sentences and a new encoder each round: the checker's remembers words, and shall not know them already.
        texts, ours = sentences(folder, number, seed), StaticEncoder(folder, "model")
        for name, encode in (("checker", ours.encode), ("model2vec", model2vec)):
            found[f"{name}, by article"].append(a_second(by_article(encode), texts))
        ours = StaticEncoder(folder, "model")
        for name, encode in (("checker", ours.encode), ("model2vec", model2vec)):
            found[f"{name}, in bulk"].append(a_second(encode, texts))
    print(f"{number:,} sentences of {LENGTH} characters, {rounds} rounds in turn, sentences a second:")
    for name, figures in sorted(found.items()):
        print(f"{name:22s} best {max(figures):8,.0f}  median {statistics.median(figures):8,.0f}")


def by_article(encode: Callable[[Sequence[str]], object]) -> Callable[[Sequence[str]], object]:
    """The same, ARTICLE sentences at a time."""

    def one_after_the_other(texts: Sequence[str]) -> None:
        for start in range(0, len(texts), ARTICLE):
            encode(texts[start : start + ARTICLE])

    return one_after_the_other


def load(folder: Path, rounds: int) -> None:
    """Print what a fresh process takes to load the model and to encode one article, and its memory."""
    article = ROOT / "benchmarks" / "out" / "encoder_speed.txt"
    article.parent.mkdir(exist_ok=True)
    article.write_text("\n".join(sentences(folder, ARTICLE, seed=1)), encoding="utf-8")
    for name, lines in (("checker", _OURS), ("model2vec", _THEIRS)):
        command = [sys.executable, "-c", _PROCESS.format(load=lines), str(folder), str(article)]
        runs = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(rounds)]
        figures = [[float(part) for part in run.stdout.split()] for run in runs]
        loading, first, memory = (statistics.median(column) for column in zip(*figures, strict=True))
        print(f"{name:10s} loads in {loading:.3f} s, first article {first:.3f} s, {memory:.0f} MB more")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=ROOT / "checker/embed/model")
    parser.add_argument("--sentences", type=int, default=4000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    # One core for both; the tokenizers library would take them all.
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    load(options.model, options.rounds)
    compare(options.model, options.sentences, options.rounds)


if __name__ == "__main__":
    main()
