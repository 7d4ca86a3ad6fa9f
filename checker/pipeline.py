"""START HERE: the stages from top to bottom.

    read → segment → facts → embed → align → checks → report

Everything is passed forward as frozen values; no stage calls back. ``check_folder`` and ``check_files`` say which
articles there are, ``check_article`` and ``compare`` what happens to one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, repeat
from pathlib import Path

import checker
from checker import align, checks, discover, embed, facts, finders, languages, parallel, read, segment
from checker.checks import limits
from checker.checks.context import MIN_SCORE, Pair
from checker.config import Config
from checker.errors import InputError
from checker.fingerprint import with_fingerprints
from checker.languages.names import english_name
from checker.model import Article, ArticleReport, Bead, Comparison, Report, Sentence, Unchecked, Version

MAX_SENTENCES = 12_000
"""Longer versions are not compared: to align 4,000 sentences a side takes half a minute and 0.6 GB, and both time and
memory grow faster than length."""
MAX_SENTENCE = 10_000
"""Characters of a sentence; a longer one is no prose, and comparing its words with each other takes minutes."""

Advance = Callable[[int, int], None]
"""Called with (articles done, articles in all)."""


def check_folder(folder: Path, config: Config, target_langs: Sequence[str], advance: Advance) -> Report:
    """Check every article below a folder; what can't be read is listed as a failure, the rest is checked."""
    found = discover.discover(folder)
    plan = discover.plan(found, config.source_lang, target_langs)
    unchecked = list(plan.unchecked)
    if found.skipped:
        files = "file was" if found.skipped == 1 else "files were"
        unchecked.append(Unchecked(f"{found.skipped} {files} skipped: no language in the name, or no known format."))
    if not found.articles:
        unchecked.append(
            Unchecked(f"{folder}: no articles; expected <article>/<lang>.txt or <article>.<lang>.txt below.")
        )
    encoder, articles = embed.load(config.model), []
    for done, group in enumerate(plan.articles):
        advance(done, len(plan.articles))
        versions, problems = _read_group(group, config.max_bytes)
        unchecked += problems
        if versions:
            articles.append(check_article(group.id, versions, encoder, config))
    advance(len(plan.articles), len(plan.articles))
    return Report(tuple(articles), _tool(encoder, config), tuple(unchecked))


def check_files(paths: Sequence[Path], source_lang: str | None, target_langs: Sequence[str], config: Config) -> Report:
    """Check one article: the first file is the source. Raises InputError where a file can't be read."""
    versions: list[Article] = []
    unchecked: list[Unchecked] = []
    for path, language in _languages(paths, source_lang, target_langs):
        article, problems = read.read_article(path, language, config.max_bytes)
        versions.append(article)
        unchecked += problems
    encoder = embed.load(config.model)
    report = check_article(discover.article_id(paths[0]), tuple(versions), encoder, config)
    return Report((report,), _tool(encoder, config), tuple(unchecked))


def align_files(
    paths: Sequence[Path], source_lang: str | None, target_langs: Sequence[str], config: Config, pre_segmented: bool
) -> Comparison:
    """Align two files without checking them; ``pre_segmented`` files hold one sentence a line.

    Raises InputError where a file can't be read or is too long to be aligned: beads have no place to say so.
    """
    segmented: list[tuple[Article, tuple[Sentence, ...]]] = []
    unchecked: list[Unchecked] = []
    for path, language in _languages(paths, source_lang, target_langs):
        if pre_segmented:
            article, lines, problems = read.read_lines(path, language, config.max_bytes)
        else:
            article, problems = read.read_article(path, language, config.max_bytes)
            lines = segment.segment(article)
        if reason := _too_long(lines):
            raise InputError(f"{path}: {reason[0].lower()}{reason[1:]}")
        segmented.append((article, lines))
        unchecked += problems
    source, target = parallel.over(_read_facts, segmented, sum(len(article.text) for article, _ in segmented))
    alignment, _ = _align(source, target, embed.load(config.model))
    return Comparison(source, target, alignment.beads, (), (*unchecked, *alignment.unchecked))


def check_article(
    identifier: str, articles: tuple[Article, ...], encoder: embed.Encoder, config: Config
) -> ArticleReport:
    """Compare the first version, the source, with every other one."""
    source, *targets = _prepared(articles, finders.load(config.name_finder))
    comparisons = tuple(compare(identifier, source, target, encoder, config) for target in targets)
    return ArticleReport(identifier, articles, comparisons)


def _prepared(articles: Sequence[Article], finder: finders.NameFinder | None) -> list[Version]:
    if finder is not None:  # it may have threads, which don't bear being forked
        return [prepare(article, finder) for article in articles]
    return parallel.over(prepare, articles, sum(len(article.text) for article in articles))


def prepare(article: Article, finder: finders.NameFinder | None = None) -> Version:
    """Segment an article and read the facts of each sentence; a finder of names is asked where there is one."""
    return _with_facts(article, segment.segment(article), finder)


def compare(identifier: str, source: Version, target: Version, encoder: embed.Encoder, config: Config) -> Comparison:
    """Align two versions and let every check look at them."""
    if reason := _too_long(source.sentences) or _too_long(target.sentences):
        return Comparison(source, target, (), (), (Unchecked(reason),))
    alignment, pair = _align(source, target, encoder)
    pair = replace(pair, glossary=config.glossary)
    findings = with_fingerprints(identifier, pair, checks.run(pair, config.levels()))
    limited = (*_without_data(source, target), *limits.unchecked(pair))
    unchecked = (*alignment.unchecked, *limited, *_doubtful(alignment.beads))
    return Comparison(source, target, alignment.beads, findings, unchecked)


def _read_facts(segmented: tuple[Article, tuple[Sentence, ...]]) -> Version:
    return _with_facts(*segmented)


def _with_facts(article: Article, sentences: tuple[Sentence, ...], finder: finders.NameFinder | None = None) -> Version:
    found = ((),) * len(sentences) if _too_long(sentences) else facts.extract(article, sentences, finder)
    return Version(article, sentences, found)


def _too_long(sentences: Sequence[Sentence]) -> str:
    """Why a text can't be compared; empty where it can."""
    if len(sentences) > MAX_SENTENCES:
        return f"Too long to be compared: {len(sentences):,} sentences, {MAX_SENTENCES:,} at most."
    if max((len(sentence.text) for sentence in sentences), default=0) > MAX_SENTENCE:
        return f"Not compared: a sentence of more than {MAX_SENTENCE:,} characters, which is no prose."
    return ""


def _align(source: Version, target: Version, encoder: embed.Encoder) -> tuple[align.Alignment, Pair]:
    source_vectors, target_vectors = (
        encoder.encode([sentence.text for sentence in version.sentences]) for version in (source, target)
    )
    alignment = align.align(source, target, source_vectors, target_vectors, encoder)
    pair = Pair(source, target, alignment.beads, source_vectors, target_vectors, encoder, alignment.unrelated)
    return alignment, pair


def _languages(
    paths: Sequence[Path], source_lang: str | None, target_langs: Sequence[str]
) -> Iterator[tuple[Path, str | None]]:
    """Each file with its language: the option's, else the file name's, else None, to be detected."""
    for path, option in zip(paths, chain((source_lang,), target_langs, repeat(None)), strict=False):
        yield path, languages.primary(option) if option else discover.language_of(path)


def _read_group(group: discover.Group, max_bytes: int) -> tuple[tuple[Article, ...], list[Unchecked]]:
    """The readable versions of an article; none where the source or every target could not be read."""
    articles: list[Article] = []
    problems: list[Unchecked] = []
    for number, file in enumerate(group.files):
        try:
            article, notes = read.read_article(file.path, file.language, max_bytes)
        except InputError as error:
            problems.append(Unchecked(str(error), str(file.path), failure=True))
            if number == 0:
                return (), problems
        else:
            articles.append(article)
            problems += notes
    return tuple(articles) if len(articles) > 1 else (), problems


def _without_data(source: Version, target: Version) -> Iterator[Unchecked]:
    """Say which language has no tables, so that its numbers, dates and names were read by general rules only."""
    for language in dict.fromkeys((source.article.language, target.article.language)):
        if not languages.known(language):
            name = english_name(language)
            yield Unchecked(f"There are no tables for {name}: number words, dates and names were not compared.")


def _doubtful(beads: Sequence[Bead]) -> Iterator[Unchecked]:
    """The beads that are more probably wrong than right: no fact is compared across them."""
    for number, bead in enumerate(beads):
        if bead.source and bead.target and bead.score < MIN_SCORE:
            yield Unchecked(
                "It is not sure that these sentences correspond; their facts were not compared.", bead=number
            )


def _tool(encoder: embed.Encoder, config: Config) -> dict[str, str]:
    return {
        "name": "checker",
        "version": checker.__version__,
        "model": encoder.name,
        "config": config.fingerprint(),
    }
