"""Texts that are too long to be aligned are refused in one line, before anything expensive."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.config import Config
from checker.errors import InputError
from checker.pipeline import MAX_SENTENCE, MAX_SENTENCES, align_files


@pytest.mark.parametrize(
    ("text", "reason"),
    [("Rain.\n" * (MAX_SENTENCES + 1), "12,001 sentences"), ("x" * (MAX_SENTENCE + 1) + "\n", "10,000 characters")],
)
@pytest.mark.parametrize("swapped", [False, True])
def test_a_text_that_is_too_long_is_an_input_error(tmp_path: Path, text: str, reason: str, swapped: bool) -> None:
    long, short = tmp_path / "long.en.txt", tmp_path / "short.de.txt"
    long.write_text(text, encoding="utf-8")
    short.write_text("Regen.\n", encoding="utf-8")
    paths = (short, long) if swapped else (long, short)
    with pytest.raises(InputError, match=f"long.en.txt: .*{reason}"):
        align_files(paths, None, (), Config(), pre_segmented=True)
