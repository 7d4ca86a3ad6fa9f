"""Silence and recall on many languages: ``python -m benchmarks.wide`` reads consecutive sentences of parallel corpora.

The shared fact-drift benchmark has sixteen directions. The corpora hold sentences of documents in their order, human
translations, in many more: blocks of them stand for faithful articles (every finding is a false alarm, or a
translator's own slip), and blocks with one planted edit each for drifted ones. Corpora that are shuffled or
machine-translated are left out. The planted edits are mechanical (a digit, a name of another block, a sentence removed,
inserted or left in the source language), so recall here compares languages with each other, not with other tools.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from typing import Any

from benchmarks.shared import ROOT
from checker import embed
from checker.config import Config
from checker.model import Article, Comparison, Finding, Span
from checker.pipeline import compare, prepare

SENTENCES = 18
"""Sentences of a block: as many as a short news article has."""
PARAGRAPH = 3
"""Sentences of a paragraph."""
CORPORA = {
    "news_wmt": (
        "hi-en",
        "tr-en",
        "it-en",
        "hu-en",
        "es-en",
        "ro-en",
        "et-en",
        "lv-en",
        "fi-en",
        "pl-en",
        "fr-en",
        "de-es",
        "es-ru",
        "fr-it",
        "hu-it",
    ),
    "tico19": ("ar-en", "fa-en", "id-en", "ms-en", "pt-en", "hi-en", "zh-en"),
    "korean_news": ("ko-en",),
    "xquad": ("el-en", "vi-en", "th-en", "ar-en", "tr-en", "ro-en"),
}
"""Corpus and its pairs; years of which the drift benchmark is made are not among the languages here."""
DIRECTIONS = tuple(f"{corpus}:{pair}" for corpus, pairs in CORPORA.items() for pair in pairs)
UNSPACED = frozenset({"zh", "ja", "th"})
EDITS = ("digit", "name", "omission", "addition", "untranslated")


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive sentences and their translations, as one article; ``edit`` names what was planted where."""

    name: str
    languages: tuple[str, str]
    source: tuple[str, ...]
    target: tuple[str, ...]
    edit: str = ""
    place: int = -1


def corpora_folder() -> Path:
    """The folder named by CHECKER_CORPORA, default ``../shared/corpora``."""
    return Path(os.environ.get("CHECKER_CORPORA", ROOT.parent / "shared" / "corpora"))


def blocks(directions: Sequence[str], count: int) -> list[Block]:
    """``count`` blocks of every direction, spread over the corpus, every second one the other way round."""
    found: list[Block] = []
    for corpus, group in groupby(sorted(directions), key=lambda direction: direction.split(":")[0]):
        pairs = [tuple(direction.split(":")[1].split("-")) for direction in group]
        rows = _rows(corpora_folder() / f"{corpus}.tsv.xz", set(pairs))
        for pair in pairs:
            found += _spread(f"{corpus}:{'-'.join(pair)}", pair, rows[pair], count)
    return found


def _rows(path: Path, pairs: set[tuple[str, ...]]) -> dict[tuple[str, ...], list[tuple[str, str]]]:
    rows: dict[tuple[str, ...], list[tuple[str, str]]] = {pair: [] for pair in pairs}
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            first, second, text, other = line.rstrip("\n").split("\t")
            if (first, second) in pairs:
                rows[first, second].append((text, other))
    return rows


def _spread(name: str, pair: tuple[str, ...], rows: Sequence[tuple[str, str]], count: int) -> Iterator[Block]:
    step = max(SENTENCES, len(rows) // max(1, count))
    for number, start in enumerate(range(0, len(rows) - SENTENCES + 1, step)[:count]):
        first, second = zip(*rows[start : start + SENTENCES], strict=True)
        if number % 2:
            yield Block(f"{name}:{start}", (pair[1], pair[0]), second, first)
        else:
            yield Block(f"{name}:{start}", (pair[0], pair[1]), first, second)


def planted(faithful: Sequence[Block], seed: int = 0) -> Iterator[Block]:
    """For every block one drifted copy of each kind of edit that it has a place for."""
    for number, block in enumerate(faithful):
        others = [other for other in faithful if other.languages == block.languages and other is not block]
        for kind in EDITS:
            drifted = _plant(block, others, kind, random.Random(f"{seed} {number} {kind}"))
            if drifted:
                yield drifted


def _plant(block: Block, others: Sequence[Block], kind: str, chance: random.Random) -> Block | None:
    places = list(range(1, SENTENCES - 1))
    chance.shuffle(places)
    donors = [sentence for other in others for sentence in other.target if len(sentence) > 40]
    for place in places:
        changed = _edited(block.source[place], block.target[place], kind, donors, chance)
        if changed is not None:
            target = (*block.target[:place], *changed, *block.target[place + 1 :])
            where = place + 1 if kind == "addition" else place
            return Block(block.name, block.languages, block.source, target, kind, where)
    return None


def _edited(source: str, target: str, kind: str, donors: Sequence[str], chance: random.Random) -> list[str] | None:
    """What stands in the place of a sentence's translation; None where this edit has no place in it."""
    long = len(source) > 40 and len(target) > 40
    if kind == "omission":
        return [] if long else None
    if kind == "untranslated":
        return [source] if long else None
    if kind == "addition":
        return [target, chance.choice(donors)] if donors else None
    if kind == "digit":
        return _digit(source, target, chance)
    return _name(source, target, donors, chance)


def _digit(source: str, target: str, chance: random.Random) -> list[str] | None:
    shared = [m for m in re.finditer(r"(?<![\w.,])[1-9]\d+(?![\w.,])", target) if m.group() in source]
    if not shared:
        return None
    match = chance.choice(shared)
    digits = list(match.group())
    place = chance.randrange(len(digits))
    digits[place] = chance.choice([digit for digit in "123456789" if digit != digits[place]])
    return [target[: match.start()] + "".join(digits) + target[match.end() :]]


def _name(source: str, target: str, donors: Sequence[str], chance: random.Random) -> list[str] | None:
    """Another block's capitalised word in the place of one that both sides share letter by letter."""
    shared = [m for m in _capitalised(target) if m.group() in source]
    others = sorted({m.group() for donor in donors for m in _capitalised(donor)})
    others = [word for word in others if word not in source and word not in target]
    if not shared or not others:
        return None
    match = chance.choice(shared)
    return [target[: match.start()] + chance.choice(others) + target[match.end() :]]


def _capitalised(sentence: str) -> Iterator[re.Match[str]]:
    return re.finditer(r"(?<=[^\W\d_][ ,])\b[A-Z][a-zà-ž]{4,}\b", sentence)


@cache
def _encoder() -> embed.Encoder:
    return embed.load()


def text(sentences: Sequence[str], language: str) -> str:
    """The sentences as an article of short paragraphs."""
    space = "" if language in UNSPACED - {"th"} else " "
    parts = [sentences[start : start + PARAGRAPH] for start in range(0, len(sentences), PARAGRAPH)]
    return "\n\n".join(space.join(part) for part in parts) + "\n"


def check(block: Block) -> dict[str, Any]:
    """The findings from ``warning`` up on one block, each with the sentences that it touches."""
    source = prepare(Article(block.languages[0], text(block.source, block.languages[0]), "source"))
    target = prepare(Article(block.languages[1], text(block.target, block.languages[1]), "target"))
    comparison = compare(block.name, source, target, _encoder(), Config())
    findings = [_row(finding, comparison) for finding in comparison.findings if finding.severity != "note"]
    return {
        "block": block.name,
        "direction": "-".join(block.languages),
        "edit": block.edit,
        "findings": findings,
        "hit": bool(block.edit) and any(_at(row, block) for row in findings),
        "stray": sum(not (bool(block.edit) and _at(row, block)) for row in findings),
    }


def _row(finding: Finding, comparison: Comparison) -> dict[str, Any]:
    bead = comparison.beads[finding.bead] if finding.bead is not None else None
    source = [comparison.source.sentences[i].text for i in bead.source] if bead else []
    target = [comparison.target.sentences[i].text for i in bead.target] if bead else []
    return {
        "check": finding.check,
        "severity": finding.severity,
        "message": finding.message,
        "marked": [_cut(comparison.source.article, finding.source), _cut(comparison.target.article, finding.target)],
        "source": source,
        "target": target,
    }


def _cut(article: Article, span: Span | None) -> str:
    return article.text[span.start : span.end] if span else ""


def _at(row: Mapping[str, Any], block: Block) -> bool:
    """Does a finding touch the planted edit? By its sentences: the source's that lost, the target's that changed."""
    sentences = [*row["source"], *row["target"], *row["marked"]]
    touched = block.source[block.place] if block.edit == "omission" else block.target[block.place]
    also = block.source[block.place] if block.edit in ("digit", "name") else touched
    return any(one and (one in other or other in one) for one in sentences for other in (touched, also))


def run(items: Sequence[Block], jobs: int) -> list[dict[str, Any]]:
    """Check blocks, ``jobs`` at a time."""
    if jobs == 1:
        return [check(block) for block in items]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(check, items, chunksize=4))


def table(results: Iterable[Mapping[str, Any]]) -> str:
    """Per corpus and pair: findings on a faithful block, how many are silent, recall of each planted edit."""
    results = list(results)
    lines = [f"{'corpus and pair':20s} {'blocks':>6s} {'each':>5s} {'silent':>6s}  {'  '.join(EDITS)}"]
    key = partial(str.rsplit, sep=":", maxsplit=1)
    names = dict.fromkeys(key(result["block"])[0] for result in results)
    for name in names:
        lines.append(_line(name, [result for result in results if key(result["block"])[0] == name]))
    lines.append(_line("all", results))
    checks = Counter(row["check"] for result in results if not result["edit"] for row in result["findings"])
    return "\n".join([*lines, "on faithful blocks: " + ", ".join(f"{c} {n}" for c, n in checks.most_common())])


def _line(name: str, results: Sequence[Mapping[str, Any]]) -> str:
    clean = [result for result in results if not result["edit"]]
    each = sum(len(result["findings"]) for result in clean) / max(1, len(clean))
    silent = sum(not result["findings"] for result in clean) / max(1, len(clean))
    recalls = []
    for kind in EDITS:
        drifted = [result["hit"] for result in results if result["edit"] == kind]
        recalls.append(f"{sum(drifted) / len(drifted):.2f}/{len(drifted)}" if drifted else "-")
    return f"{name:20s} {len(clean):6d} {each:5.2f} {silent:6.0%}  {'  '.join(recalls)}"


def main() -> None:
    """Run the benchmark and print its table; ``--show`` prints every finding on faithful blocks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directions", nargs="*", default=DIRECTIONS, help="such as news_wmt:tr-en")
    parser.add_argument("--count", type=int, default=6, help="blocks of each direction")
    parser.add_argument("--plant", action="store_true", help="also planted edits")
    parser.add_argument("--show", metavar="CHECK", nargs="?", const="", help="print the findings (of one check)")
    parser.add_argument("--missed", action="store_true", help="print the planted edits that were not found")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    faithful = blocks(options.directions, options.count)
    drifted = list(planted(faithful)) if options.plant or options.missed else []
    results = run([*faithful, *drifted], options.jobs)
    print(table(results))
    if options.show is not None:
        _show(results, options.show)
    if options.missed:
        _missed(drifted, results[len(faithful) :])


def _show(results: Iterable[Mapping[str, Any]], wanted: str) -> None:
    for result in results:
        for row in result["findings"] if not result["edit"] else ():
            if wanted in ("", row["check"]):
                print(
                    json.dumps(
                        {"block": result["block"], "direction": result["direction"], **row},
                        ensure_ascii=False,
                        indent=1,
                    )
                )


def _missed(drifted: Sequence[Block], results: Iterable[Mapping[str, Any]]) -> None:
    for block, result in zip(drifted, results, strict=True):
        if not result["hit"]:
            print(f"{block.name} {'-'.join(block.languages)} {block.edit}")
            print(f"   {block.source[block.place]}\n   {block.target[min(block.place, len(block.target) - 1)]}")


if __name__ == "__main__":
    main()
