"""Pages that are made from the code are what the code says now."""

from __future__ import annotations

from pathlib import Path

from docs.generate import checks_page

DOCS = Path(__file__).resolve().parent.parent / "docs"


def test_the_page_of_the_checks_is_current() -> None:
    assert (DOCS / "checks.md").read_text(encoding="utf-8") == checks_page(), "run `make docs`"
