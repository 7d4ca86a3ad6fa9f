"""START HERE: the stages from top to bottom.

    read → segment → facts → embed → align → checks → report

Everything is passed forward as frozen values; no stage calls back. ``check_folder`` and ``check_files`` say which
articles there are, ``check_article`` and ``compare`` what happens to one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
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
"""Longer versions are not compared: to align 4,000 sentences a side takes 16 s and 0.5 GB, and both time and
memory grow faster than length."""
MAX_SENTENCE = 10_000
"""Characters of a sentence; a longer one is no prose, and comparing its words with each other takes minutes."""

_Text = tuple[Article, tuple[Sentence, ...]]
"""An article with its sentences."""
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
    texts: list[_Text] = []
    unchecked: list[Unchecked] = []
    for path, language in _languages(paths, source_lang, target_langs):
        if pre_segmented:
            article, lines, problems = read.read_lines(path, language, config.max_bytes)
        else:
            article, problems = read.read_article(path, language, config.max_bytes)
            lines = segment.segment(article)
        if reason := _too_long(lines):
            raise InputError(f"{path}: {reason[0].lower()}{reason[1:]}")
        texts.append((article, lines))
        unchecked += problems
    source, target = _sides(texts, embed.load(config.model))
    alignment = align.align(source, target)
    return Comparison(source.version, target.version, alignment.beads, (), (*unchecked, *alignment.unchecked))


def check_article(
    identifier: str, articles: tuple[Article, ...], encoder: embed.Encoder, config: Config
) -> ArticleReport:
    """Compare the first version, the source, with every other one."""
    texts = [(article, segment.segment(article)) for article in articles]
    source, *targets = _sides(texts, encoder, finders.load(config.name_finder))
    comparisons = tuple(_compare(identifier, source, target, encoder, config) for target in targets)
    return ArticleReport(identifier, articles, comparisons)


def _sides(
    texts: Sequence[_Text], encoder: embed.Encoder, finder: finders.NameFinder | None = None
) -> list[align.Side]:
    """All that can be known of each version before it is compared; of long ones at once."""
    read_facts, encode = partial(_read_facts, finder), partial(_encode, encoder)
    if finder is not None or not embed.bears_forking(encoder):  # they may have threads, which don't bear being forked
        return [align.Side(read_facts(text), encode(text)) for text in texts]
    made = parallel.over(read_facts, encode, texts, sum(len(article.text) for article, _ in texts))
    return [align.Side(version, encoded) for version, encoded in made]


def _read_facts(finder: finders.NameFinder | None, text: _Text) -> Version:
    article, sentences = text
    found = ((),) * len(sentences) if _too_long(sentences) else facts.extract(article, sentences, finder)
    return Version(article, sentences, found)


def _encode(encoder: embed.Encoder, text: _Text) -> align.Encoded:
    _, sentences = text
    return align.encoded(() if _too_long(sentences) else sentences, encoder)


def prepare(article: Article, finder: finders.NameFinder | None = None) -> Version:
    """Segment an article and read the facts of each sentence; a finder of names is asked where there is one."""
    return _read_facts(finder, (article, segment.segment(article)))


def compare(identifier: str, source: Version, target: Version, encoder: embed.Encoder, config: Config) -> Comparison:
    """Align two versions and let every check look at them."""
    encoded = [_encode(encoder, (version.article, version.sentences)) for version in (source, target)]
    return _compare(identifier, align.Side(source, encoded[0]), align.Side(target, encoded[1]), encoder, config)


def _compare(
    identifier: str, source: align.Side, target: align.Side, encoder: embed.Encoder, config: Config
) -> Comparison:
    versions = source.version, target.version
    if reason := _too_long(versions[0].sentences) or _too_long(versions[1].sentences):
        return Comparison(*versions, (), (), (Unchecked(reason),))
    alignment, pair = _paired(source, target, encoder)
    pair = replace(pair, glossary=config.glossary)
    findings = with_fingerprints(identifier, pair, checks.run(pair, config.levels()))
    limited = (*_without_data(*versions), *limits.unchecked(pair))
    unchecked = (*alignment.unchecked, *limited, *_doubtful(alignment.beads))
    return Comparison(*versions, alignment.beads, findings, unchecked)


def _too_long(sentences: Sequence[Sentence]) -> str:
    """Why a text can't be compared; empty where it can."""
    if len(sentences) > MAX_SENTENCES:
        return f"Too long to be compared: {len(sentences):,} sentences, {MAX_SENTENCES:,} at most."
    if max((len(sentence.text) for sentence in sentences), default=0) > MAX_SENTENCE:
        return f"Not compared: a sentence of more than {MAX_SENTENCE:,} characters, which is no prose."
    return ""


def _align(source: Version, target: Version, encoder: embed.Encoder) -> tuple[align.Alignment, Pair]:
    """For what looks at single checks: calibration and tests."""
    return _paired(align.side(source, encoder), align.side(target, encoder), encoder)


def _paired(source: align.Side, target: align.Side, encoder: embed.Encoder) -> tuple[align.Alignment, Pair]:
    alignment = align.align(source, target)
    versions, vectors = (source.version, target.version), (source.encoded.vectors, target.encoded.vectors)
    return alignment, Pair(*versions, alignment.beads, *vectors, encoder, alignment.unrelated)


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
