"""The wide benchmark: blocks, planted edits and the table, on a small corpus of this project's own sentences."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from benchmarks import wide

SENTENCES = [
    (
        f"Im Jahr {1980 + n} baute die Gemeinde {n + 20} neue Häuser am Fluss, sagte Anna Becker.",
        f"In {1980 + n} the municipality built {n + 20} new houses by the river, Anna Becker said.",
    )
    for n in range(2 * wide.SENTENCES)
]


@pytest.fixture
def faithful(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[wide.Block]:
    rows = "".join(f"de\ten\t{german}\t{english}\n" for german, english in SENTENCES)
    (tmp_path / "own.tsv.xz").write_bytes(lzma.compress(rows.encode()))
    monkeypatch.setenv("CHECKER_CORPORA", str(tmp_path))
    return wide.blocks(["own:de-en"], 2)


def test_blocks_are_consecutive_and_every_second_one_is_turned(faithful: list[wide.Block]) -> None:
    assert [block.languages for block in faithful] == [("de", "en"), ("en", "de")]
    assert faithful[0].source == tuple(german for german, _ in SENTENCES[: wide.SENTENCES])
    assert faithful[1].target == tuple(german for german, _ in SENTENCES[wide.SENTENCES :])


def test_an_edit_changes_one_place_and_no_source(faithful: list[wide.Block]) -> None:
    drifted = {block.edit: block for block in wide.planted(faithful) if block.name == faithful[0].name}
    assert {"digit", "omission", "untranslated"} <= set(drifted)
    for block in drifted.values():
        assert block.source == faithful[0].source
    assert len(drifted["omission"].target) == wide.SENTENCES - 1
    digit = drifted["digit"]
    changed = [n for n, (now, then) in enumerate(zip(digit.target, faithful[0].target, strict=True)) if now != then]
    assert changed == [digit.place]


def test_a_planted_edit_is_hit_where_it_stands(faithful: list[wide.Block]) -> None:
    digit = next(block for block in wide.planted(faithful[:1]) if block.edit == "digit")
    result = wide.check(digit)
    assert result["hit"]
    assert "digit" in wide.table([wide.check(faithful[0]), result])
