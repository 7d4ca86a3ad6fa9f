"""Plain text: what was found, for a terminal or a log, the worst first.

Colours are the terminal's alone; every severity is also a word. A location is ``path:line:column``, which editors
and terminals turn into a link.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checker.languages.names import english_name
from checker.model import ArticleReport, Bead, Comparison, Finding, Report, Span, Unchecked, Version
from checker.render import tally
from checker.render.excerpt import excerpt, legible, reason
from checker.render.formats import StreamFormat
from checker.render.places import Places
from checker.render.tally import counted

if TYPE_CHECKING:
    from rich.console import Console

Part = tuple[str, str]
"""Some text and its style, in rich's words; plain output drops the style."""

Line = tuple[Part, ...]

STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_EMPTY: Line = ()


def render(report: Report) -> str:
    """The report as plain text that ends with a line feed."""
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in _lines(report))


def render_console(report: Report, console: Console) -> None:
    """Print the same to a terminal, in colour."""
    from rich.text import Text

    for line in _lines(report):
        console.print(Text.assemble(*line), soft_wrap=True, highlight=False)


def render_summary(report: Report) -> str:
    """Counts alone, for a run whose findings went to files."""
    lines = (*_unchecked_files(report.unchecked), *_table(report), _summary(report))
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def _lines(report: Report) -> Iterator[Line]:
    for article in report.articles:
        for comparison in article.comparisons:
            yield from _comparison(article, comparison)
    yield from _unchecked_files(report.unchecked)
    if len(report.articles) > 1:
        yield from _table(report)
    yield _summary(report)


def _comparison(article: ArticleReport, comparison: Comparison) -> Iterator[Line]:
    """The findings of one pair; a pair without any is left to the table and the summary."""
    if not comparison.findings and not comparison.unchecked:
        return
    languages = f"{_name(comparison.source)} → {_name(comparison.target)}"
    counts = str(tally.of_comparison(comparison))
    yield (legible(article.id), "bold"), (f"  {languages}", ""), (f"  {counts}", "dim")
    yield _EMPTY
    places = Places(comparison.source.article), Places(comparison.target.article)
    for finding in tally.worst_first(comparison.findings):
        yield from _finding(finding, comparison, *places)
        yield _EMPTY
    if comparison.unchecked:
        yield from (_not_checked(entry, comparison, *places) for entry in comparison.unchecked)
        yield _EMPTY


def _finding(finding: Finding, comparison: Comparison, source: Places, target: Places) -> Iterator[Line]:
    yield (
        (f"  {finding.severity:<7}", STYLES[finding.severity]),
        (f"  {finding.check}", "bold"),
        (f"  {legible(finding.message)}", ""),
    )
    bead = None if finding.bead is None else comparison.beads[finding.bead]
    if finding.source or (bead and not bead.source):
        yield _side(comparison.source, finding.source, source)
    if finding.target or (bead and not bead.target):
        yield _side(comparison.target, finding.target, target)
    if finding.related:
        yield ((f"           and {counted(len(finding.related), 'further passage')} that belong to it", "dim"),)


def _side(version: Version, span: Span | None, places: Places) -> Line:
    if span is None:
        return ((f"           {legible(version.article.path)}: ", "dim"), ("nothing corresponds", "italic dim"))
    quoted = excerpt(version.article.text, span)
    return (
        (f"           {_location(version, span, places)}", "dim"),
        (quoted.before, ""),
        (f"[{quoted.marked}]", "bold"),
        (quoted.after, ""),
    )


def _not_checked(entry: Unchecked, comparison: Comparison, source: Places, target: Places) -> Line:
    where = ""
    if entry.bead is not None and entry.bead < len(comparison.beads):
        where = _bead_location(comparison, comparison.beads[entry.bead], source, target)
    elif entry.path:
        where = f"{legible(entry.path)}: "
    return (("  not checked  ", "magenta"), (where, "dim"), (legible(reason(entry)), ""))


def _bead_location(comparison: Comparison, bead: Bead, source: Places, target: Places) -> str:
    """Where a bead begins: on the source side, or on the target side where it has no source."""
    if bead.source:
        return _location(comparison.source, comparison.source.sentences[bead.source[0]].span, source)
    if bead.target:
        return _location(comparison.target, comparison.target.sentences[bead.target[0]].span, target)
    return ""


def _location(version: Version, span: Span, places: Places) -> str:
    """As "path:line:column: ", or the path alone where the file's lines are not known."""
    place = places(span)
    position = "" if place.line is None else f":{place.line}:{place.column}"
    return f"{legible(version.article.path)}{position}: "


def _unchecked_files(entries: Sequence[Unchecked]) -> Iterator[Line]:
    for entry in entries:
        path = f"{legible(entry.path)}: " if entry.path else ""
        yield ("not checked  ", "magenta"), (path, "bold"), (legible(reason(entry)), "")
    if entries:
        yield _EMPTY


def _table(report: Report) -> Iterator[Line]:
    """Counts, a line a pair, the worst first."""
    pairs = [(article, comparison) for article in report.articles for comparison in article.comparisons]
    pairs.sort(key=lambda pair: tally.of_comparison(pair[1]), reverse=True)
    rows = [
        (legible(article.id), f"{_code(comparison.source)} → {_code(comparison.target)}", *_numbers(comparison))
        for article, comparison in pairs
    ]
    header = ("article", "languages", "errors", "warnings", "notes", "not checked")
    widths = [max(_width(row[i]) for row in (header, *rows)) for i in range(len(header))]
    yield ((_row(header, widths), "bold"),)
    for row in rows:
        yield ((_row(row, widths), ""),)
    yield _EMPTY


def _numbers(comparison: Comparison) -> tuple[str, str, str, str]:
    counts = tally.of_comparison(comparison)
    error, warning, note, unchecked = (
        str(number) if number else "–" for number in (counts.error, counts.warning, counts.note, counts.unchecked)
    )
    return error, warning, note, unchecked


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Words to the left, numbers to the right of their columns."""
    padded = []
    for number, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        blanks = " " * (width - _width(cell))
        padded.append(cell + blanks if number < 2 else blanks + cell)
    return "  ".join(padded)


def _width(text: str) -> int:
    """Columns that a terminal needs for a text: East Asian characters take two, combining ones none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _summary(report: Report) -> Line:
    counts = tally.of_report(report)
    pairs = sum(len(article.comparisons) for article in report.articles)
    checked = f"{counted(len(report.articles), 'article')}, {counted(pairs, 'language pair')}: "
    worst = next((severity for severity, _ in counts.items()), None)
    unchecked = f"; {counts.unchecked} not checked" if counts.unchecked else ""
    return (checked, ""), (str(counts), STYLES[worst] if worst else "green"), (f"{unchecked}.", "")


def _name(version: Version) -> str:
    return legible(english_name(version.article.language))


def _code(version: Version) -> str:
    return legible(version.article.language)


FORMAT = StreamFormat(render, render_console)
