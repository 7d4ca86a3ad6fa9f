"""Findings as a pandas table, for statistics over many articles or a desk's own spreadsheet.

pandas is imported only here, and only when a table is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Article, Report, Span

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "article", "source_language", "target_language", "check", "severity", "message",
    "source_text", "target_text", "source_start", "source_end", "target_start", "target_end", "bead_score", "id",
)  # fmt: skip


def findings_table(report: Report) -> pd.DataFrame:
    """One row a finding, with the columns of :data:`COLUMNS`; what a side lacks is missing (``<NA>``).

    Offsets are those of the articles' text; ``bead_score`` is the probability that the aligned sentences correspond.
    """
    import pandas as pd

    rows = [
        (
            article.id,
            pair.source.article.language,
            pair.target.article.language,
            finding.check,
            finding.severity,
            finding.message,
            _text(pair.source.article, finding.source),
            _text(pair.target.article, finding.target),
            *_offsets(finding.source),
            *_offsets(finding.target),
            None if finding.bead is None else pair.beads[finding.bead].score,
            finding.id,
        )
        for article in report.articles
        for pair in article.comparisons
        for finding in pair.findings
    ]
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    offsets = [column for column in COLUMNS if column.endswith(("_start", "_end"))]
    return table.astype({**dict.fromkeys(offsets, "Int64"), "bead_score": "Float64"})


def _text(article: Article, span: Span | None) -> str | None:
    return None if span is None else article.text[span.start : span.end]


def _offsets(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.end)
