"""Compares the language versions of an article sentence by sentence and flags where they drift apart.

    import checker

    german = checker.Article("de", "Der Umbau kostet 40 Millionen Euro.", "de.txt")
    english = checker.Article("en", "The conversion costs 40 billion euros.", "en.txt")
    for finding in checker.check(german, english).comparisons[0].findings:
        print(finding.severity, finding.message)

``checker.pipeline`` is where to start reading.
"""

from __future__ import annotations

from checker.model import Article, ArticleReport, Bead, Comparison, Finding, Report, Span, Unchecked

__version__ = "0.1.0"
__all__ = ["Article", "ArticleReport", "Bead", "Comparison", "Finding", "Report", "Span", "Unchecked", "check"]


def check(source: Article, *targets: Article, model: str | None = None, identifier: str = "article") -> ArticleReport:
    """Compare a source version with other versions of the same article.

    ``model`` names a sentence-transformers model, None is the embedded one; ``identifier`` is part of the findings'
    fingerprints. Raises :class:`checker.errors.CheckerError` where the model can't be loaded.
    """
    from checker import embed, pipeline
    from checker.config import Config

    return pipeline.check_article(identifier, (source, *targets), embed.load(model), Config())
