from __future__ import annotations

from pathlib import Path

from checker.config import Config
from checker.pipeline import check_files
from checker.table import COLUMNS, findings_table


def test_a_row_for_every_finding_with_the_words_of_both_sides(samples: Path) -> None:
    folder = samples / "oracle-talks"
    report = check_files([folder / "de.txt", folder / "id.txt"], None, (), Config())
    table = findings_table(report)
    findings = report.articles[0].comparisons[0].findings
    assert tuple(table.columns) == COLUMNS
    assert list(table["id"]) == [finding.id for finding in findings]
    added = table[table["check"] == "addition"].iloc[0]
    assert added["target_text"].startswith("Nvidia sudah mengirim")
    assert added[["source_text", "source_start"]].isna().all()
    assert table["severity"].value_counts()["error"] == sum(finding.severity == "error" for finding in findings)


def test_a_report_without_findings_is_an_empty_table_with_its_columns(samples: Path) -> None:
    path = samples / "memphis" / "de.txt"
    table = findings_table(check_files([path, path], None, (), Config()))
    assert table.empty
    assert tuple(table.columns) == COLUMNS
