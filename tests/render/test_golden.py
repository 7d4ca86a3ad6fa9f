"""The whole output of every format, against files that a reviewer can read.

After a wanted change: ``UPDATE_GOLDEN=1 pytest tests/render/test_golden.py``, then look at the difference.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from checker.render import FORMATS, FolderFormat, StreamFormat
from checker.render.html import pages
from tests.render import sample

GOLDEN = Path(__file__).parent / "golden"


def compare(name: str, text: str) -> None:
    """Hold a text against its golden file."""
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    assert text.encode("utf-8", "backslashreplace") == path.read_bytes()


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if isinstance(form, StreamFormat)])
def test_streams(name: str) -> None:
    form = FORMATS[name]
    assert isinstance(form, StreamFormat)
    compare(f"report.{name}", form.render(sample.report()))


def test_html_pages() -> None:
    for name, text in pages(sample.report()):
        compare(name, re.sub(r"(?s)<style>.*?</style>", "<style></style>", text))


def test_no_golden_page_is_left_over() -> None:
    assert {path.name for path in GOLDEN.glob("*.html")} == {name for name, _ in pages(sample.report())}


def test_equal_reports_give_equal_bytes(tmp_path: Path) -> None:
    form = FORMATS["html"]
    assert isinstance(form, FolderFormat)
    form.write(sample.report(), tmp_path / "one")
    form.write(sample.report(), tmp_path / "two")
    form.write(sample.report(), tmp_path / "two")
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / run).iterdir()} for run in ("one", "two"))
    assert one == two
