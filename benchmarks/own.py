"""Silence and recall in all 43 languages, on articles written for this project: ``python -m benchmarks.own``.

Each folder of ``benchmarks/articles`` holds one article in 43 or 27 languages, one segment a line (line ``k`` of every
file says the same; empty lines part the paragraphs), and ``edits.toml``: sixty careless edits, each of one version. A
faithful pair should raise nothing. An edit is found where the edited version raises more of a check than the faithful
one does, at the place of the edit. ``HELD_OUT`` are the articles that nothing was tuned on.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from benchmarks.versions import FOLDER, joined, languages, raw
from checker import embed
from checker.checks import CHECKS
from checker.config import Config
from checker.model import Article, Comparison, Finding, Version
from checker.pipeline import compare, prepare

TUNED = (
    "airline",
    "bank",
    "budget",
    "chips",
    "dam",
    "derailment",
    "doping",
    "earnings",
    "election",
    "energy",
    "festival",
    "flood",
    "football",
    "heatwave",
    "inquiry",
    "launch",
    "lawsuit",
    "merger",
    "museum",
    "outbreak",
    "probe",
    "rates",
    "rescue",
    "spill",
    "strike",
    "study",
    "summit",
    "tariff",
    "theft",
    "verdict",
)
"""Articles whose findings were read while the checks were made; of energy, festival, probe, strike, study and
theft only after they had been measured blind (``benchmarks/drift.md`` has those figures)."""
HELD_OUT = ("breach", "coalition", "transfer")
"""The articles that were only measured."""
SOURCES = ("en", "de", "id", "fr", "zh")
"""Source languages that are tried with every other one."""
NEAR = 60
"""Characters between an edit and a finding of it at most."""
_MARK = "\ue000"
"""A character of private use that no article has: it tells where an edit lies after the lines were joined."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A careless edit of one version: ``before`` occurs once in it, ``checks`` are those that may name it."""

    language: str
    checks: tuple[str, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Task:
    """A source version and a target version of an article, the target with an ``edit`` or faithful."""

    article: str
    source: str
    target: str
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What a task raised from "warning" up; of an edit, whether it was found, and by a check that names it."""

    task: Task
    findings: tuple[Finding, ...]
    found: bool = False
    named: bool = False


@cache
def edits(article: str) -> tuple[Edit, ...]:
    """The careless edits of an article."""
    rows = tomllib.loads((FOLDER / article / "edits.toml").read_text(encoding="utf-8"))["edit"]
    return tuple(Edit(row["lang"], tuple(row["check"]), row["before"], row["after"]) for row in rows)


def tasks(articles: Sequence[str], sources: Sequence[str], targets: Sequence[str], edited: bool) -> Iterator[Task]:
    """Every source with every other version, or with every edit; ``targets`` empty: all languages."""
    for article in articles:
        present = [language for language in languages(article) if not targets or language in targets]
        for source in sources:
            if edited:
                rows = (edit for edit in edits(article) if edit.language != source and edit.language in present)
                yield from (Task(article, source, edit.language, edit) for edit in rows)
            else:
                yield from (Task(article, source, target) for target in present if target != source)


def check(task: Task, only: Sequence[str] = ()) -> Result:
    """Carry out a task; ``only`` names the checks that are switched on (none: all)."""
    if task.edit is None:
        return Result(task, _clean(task.article, task.source, task.target, tuple(only)))
    text, start, end = _edited(task.article, task.edit)
    target = prepare(Article(task.target, text, task.target))
    findings = _loud(compare(task.article, _version(task.article, task.source), target, _encoder(), _config(only)))
    before = Counter(finding.check for finding in _clean(task.article, task.source, task.target, tuple(only)))
    now = Counter(finding.check for finding in findings)
    near = {finding.check for finding in findings if _near(finding, start, end)}
    more = {name for name in near if now[name] > before[name]}
    return Result(task, findings, bool(more), bool(more & set(task.edit.checks)))


def _near(finding: Finding, start: int, end: int) -> bool:
    """Whether a finding touches an edit; an omission has no place in the target."""
    return finding.target is None or (finding.target.start <= end + NEAR and finding.target.end >= start - NEAR)


def _edited(article: str, edit: Edit) -> tuple[str, int, int]:
    """The text of an edited version, and where in it the edit lies."""
    before, _, behind = raw(article, edit.language).partition(edit.before)
    parts = joined(f"{before}{_MARK}{edit.after}{_MARK}{behind}", edit.language).split(_MARK)
    return "".join(parts), len(parts[0]), len(parts[0]) + len(parts[1])


@cache
def _encoder() -> embed.Encoder:
    return embed.load()


@cache
def _version(article: str, language: str) -> Version:
    return prepare(Article(language, joined(raw(article, language), language), language))


def _config(only: Sequence[str]) -> Config:
    return Config(severity={check.NAME: "off" for check in CHECKS if only and check.NAME not in only})


def _loud(comparison: Comparison) -> tuple[Finding, ...]:
    return tuple(finding for finding in comparison.findings if finding.severity != "note")


@cache
def _clean(article: str, source: str, target: str, only: tuple[str, ...]) -> tuple[Finding, ...]:
    versions = _version(article, source), _version(article, target)
    return _loud(compare(article, *versions, _encoder(), _config(only)))


def run(items: Sequence[Task], only: Sequence[str] = (), jobs: int = 2) -> list[Result]:
    """Carry out tasks, ``jobs`` at a time."""
    if jobs == 1:
        return [check(item, only) for item in items]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(partial(check, only=only), items, chunksize=16))


def summary(results: Sequence[Result]) -> Mapping[str, float]:
    """Findings a faithful pair, share of silent pairs, share of the edits found."""
    faithful = [result for result in results if result.task.edit is None]
    edited = [result for result in results if result.task.edit is not None]
    return {
        "findings": sum(len(result.findings) for result in faithful) / max(1, len(faithful)),
        "silent": sum(not result.findings for result in faithful) / max(1, len(faithful)),
        "found": sum(result.found for result in edited) / max(1, len(edited)),
        "named": sum(result.named for result in edited) / max(1, len(edited)),
    }


def table(results: Sequence[Result]) -> str:
    """The figures of all, by check, by kind of edit and by language."""
    faithful = [result for result in results if result.task.edit is None]
    edited = [result for result in results if result.task.edit is not None]
    figures, out = summary(results), []
    if faithful:
        counts = Counter(finding.check for result in faithful for finding in result.findings)
        out.append(f"{len(faithful)} faithful pairs: {figures['findings']:.2f} findings each, {figures['silent']:.1%}")
        out[-1] += " with none; " + ", ".join(f"{name} {count}" for name, count in counts.most_common())
        out.append("  findings by target: " + _by_language((r.task.target, float(len(r.findings))) for r in faithful))
    if edited:
        out.append(f"{len(edited)} edits: {figures['found']:.3f} found, {figures['named']:.3f} named")
        kinds: dict[str, list[Result]] = defaultdict(list)
        for result in edited:
            kinds[result.task.edit.checks[0] if result.task.edit else ""].append(result)
        for kind, rows in sorted(kinds.items()):
            share, right = (summary(rows)[name] for name in ("found", "named"))
            out.append(f"  {kind:14s}{len(rows):5d}  {share:.3f}  {right:.3f}")
        out.append("  found by target: " + _by_language((r.task.target, float(r.found)) for r in edited))
    return "\n".join(out)


def _by_language(rows: Iterable[tuple[str, float]]) -> str:
    groups: dict[str, list[float]] = defaultdict(list)
    for language, value in rows:
        groups[language].append(value)
    return " ".join(f"{language} {sum(values) / len(values):.2f}" for language, values in sorted(groups.items()))


def show(results: Iterable[Result]) -> Iterator[str]:
    """Every finding on faithful pairs and every edit that was not found."""
    for result in results:
        task = result.task
        pair = f"{task.article} {task.source}-{task.target}"
        if task.edit is None:
            yield from (f"{pair} {finding.check}: {finding.message}" for finding in result.findings)
        elif not result.found:
            yield f"{pair} missed {task.edit.checks[0]}: {task.edit.before} => {task.edit.after}"


def main() -> None:
    """Print the figures; ``--show`` prints false alarms and missed edits."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="*", default=HELD_OUT, help="default: those that were held out")
    parser.add_argument("--sources", nargs="*", default=SOURCES)
    parser.add_argument("--targets", nargs="*", default=())
    parser.add_argument("--only", nargs="*", default=(), help="checks that are switched on")
    parser.add_argument("--no-edits", action="store_true", help="faithful pairs alone")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    missing = [name for name in options.articles if not Path(FOLDER / name).is_dir()]
    if missing:
        parser.error(f"no such article: {', '.join(missing)}")
    items = [
        task
        for edited in ((False,) if options.no_edits else (False, True))
        for task in tasks(options.articles, options.sources, options.targets, edited)
    ]
    results = run(items, options.only, options.jobs)
    if options.show:
        print("\n".join(show(results)))
    print(table(results))


if __name__ == "__main__":
    main()
