"""How many findings of each severity: what summaries, tables and the order of articles are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.model import SEVERITIES, ArticleReport, Comparison, Finding, Report, Severity

WORST_FIRST: tuple[Severity, ...] = tuple(reversed(SEVERITIES))


@dataclass(frozen=True, slots=True, order=True)
class Tally:
    """Numbers of findings; compares by errors, then warnings, then notes."""

    error: int = 0
    warning: int = 0
    note: int = 0
    unchecked: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(
            self.error + other.error,
            self.warning + other.warning,
            self.note + other.note,
            self.unchecked + other.unchecked,
        )

    @property
    def findings(self) -> int:
        """All findings of any severity."""
        return self.error + self.warning + self.note

    def of(self, severity: Severity) -> int:
        """The findings of one severity."""
        return {"error": self.error, "warning": self.warning, "note": self.note}[severity]

    def items(self) -> tuple[tuple[Severity, int], ...]:
        """(severity, number), the worst first, without those that are not there."""
        return tuple((severity, self.of(severity)) for severity in WORST_FIRST if self.of(severity))

    def __str__(self) -> str:
        """As words: "1 error, 2 warnings"."""
        return ", ".join(counted(number, severity) for severity, number in self.items()) or "no findings"


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 error", "2 errors"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def of_findings(findings: Iterable[Finding], unchecked: int = 0) -> Tally:
    """Count findings."""
    severities = [finding.severity for finding in findings]
    return Tally(severities.count("error"), severities.count("warning"), severities.count("note"), unchecked)


def of_comparison(comparison: Comparison) -> Tally:
    """Count what was found, and what was not checked, between two versions."""
    return of_findings(comparison.findings, len(comparison.unchecked))


def of_article(article: ArticleReport) -> Tally:
    """Count over all pairs of an article."""
    return sum((of_comparison(comparison) for comparison in article.comparisons), Tally())


def of_report(report: Report) -> Tally:
    """Count over all articles, and the unchecked entries of the report itself."""
    return sum((of_article(article) for article in report.articles), Tally(unchecked=len(report.unchecked)))


def in_reading_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings as one meets them in the text; those about the article as a whole come first."""
    return tuple(sorted(findings, key=_reading_key))


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by severity, and in reading order within each."""
    return tuple(sorted(in_reading_order(findings), key=lambda finding: WORST_FIRST.index(finding.severity)))


def _reading_key(finding: Finding) -> tuple[int, int, int, int, str, str]:
    bead = -1 if finding.bead is None else finding.bead
    source = -1 if finding.source is None else finding.source.start
    target = -1 if finding.target is None else finding.target.start
    return bead, source, target, WORST_FIRST.index(finding.severity), finding.check, finding.id
