"""START HERE: the stages from top to bottom.

    read → segment → facts → embed → align → checks → report

Everything is passed forward as frozen values; no stage calls back.
"""

from __future__ import annotations

from checker import align, checks, facts, segment
from checker.checks.context import Pair
from checker.config import Config
from checker.embed import Encoder
from checker.fingerprint import with_fingerprints
from checker.model import Article, ArticleReport, Comparison, Finding, Version


def check_article(identifier: str, articles: tuple[Article, ...], encoder: Encoder, config: Config) -> ArticleReport:
    """Compare the first version, the source, with every other one."""
    source, *targets = (prepare(article) for article in articles)
    comparisons = tuple(compare(identifier, source, target, encoder, config) for target in targets)
    return ArticleReport(identifier, articles, comparisons)


def prepare(article: Article) -> Version:
    """Segment an article and read the facts of each sentence."""
    sentences = segment.segment(article)
    return Version(article, sentences, facts.extract(article, sentences))


def compare(identifier: str, source: Version, target: Version, encoder: Encoder, config: Config) -> Comparison:
    """Align two versions and let every check look at them."""
    source_vectors, target_vectors = (
        encoder.encode([sentence.text for sentence in version.sentences]) for version in (source, target)
    )
    alignment = align.align(source, target, source_vectors, target_vectors)
    if alignment.unrelated:
        return Comparison(source, target, alignment.beads, (unrelated(source, target, config),), alignment.unchecked)
    pair = Pair(source, target, alignment.beads, source_vectors, target_vectors, encoder)
    findings = checks.run(pair, config.severity)
    return Comparison(
        source, target, alignment.beads, with_fingerprints(identifier, pair, findings), alignment.unchecked
    )
