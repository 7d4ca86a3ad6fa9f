"""Bytes → Article: one file, read whole or not at all.

What stands between a file and its text has a module each: :mod:`files` (is it there, small enough, text at all),
:mod:`encodings`, and a reader for every format in ``FORMATS``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from checker import detect
from checker.errors import InputError
from checker.languages import primary
from checker.languages.names import english_name
from checker.model import Article, Sentence, Unchecked
from checker.read.encodings import decode
from checker.read.files import read_bytes, shown

Reader = Callable[[str], str]
"""Turns the decoded file into the article's text."""


def _markdown(text: str) -> str:
    from checker.read.markdown import article_text

    return article_text(text)


def _html(text: str) -> str:
    from checker.read.html import article_text

    return article_text(text)


FORMATS: Mapping[str, Reader] = {
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
}
"""Readers by file name suffix; every other file is taken as plain text."""


def read_article(path: Path, language: str | None, max_bytes: int) -> tuple[Article, tuple[Unchecked, ...]]:
    """Read one language version.

    ``language`` is what an option or the file name says, and wins; without it the language is detected. Where the
    text contradicts it with confidence, an ``Unchecked`` says so. Raises InputError, with one line for the user,
    when the file cannot be read whole or has no text.
    """
    text, extracted = _text(path, language, max_bytes)
    return _with_language(path, text, extracted, language)


def read_lines(
    path: Path, language: str | None, max_bytes: int
) -> tuple[Article, tuple[Sentence, ...], tuple[Unchecked, ...]]:
    """Read a file that holds one sentence a line: an empty line is an empty sentence, so that numbers stay.

    Lines end at LF or CRLF only. Raises InputError as :func:`read_article` does.
    """
    text = decode(read_bytes(path, max_bytes), language, path).replace("\r\n", "\n")
    article, unchecked = _with_language(path, text, False, language)
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    sentences, start = [], 0
    for number, line in enumerate(lines):
        begin = start + len(line) - len(line.lstrip())
        content = line.strip()
        sentences.append(Sentence(begin, begin + len(content), content, number))
        start += len(line) + 1
    return article, tuple(sentences), unchecked


def _text(path: Path, language: str | None, max_bytes: int) -> tuple[str, bool]:
    """The article's text, and whether it differs from the file's."""
    whole = decode(read_bytes(path, max_bytes), language, path)
    whole = whole.replace("\r\n", "\n").replace("\r", "\n")
    reader = FORMATS.get(path.suffix.lower())
    if reader is None:
        return whole, False
    try:
        text = reader(whole)
    except InputError as error:
        raise InputError(f"{shown(path)}: {error}") from error
    if not text.strip():
        raise InputError(f"{shown(path)}: no article text found in it; save the text as .txt")
    return text, text != whole


def _with_language(
    path: Path, text: str, extracted: bool, language: str | None
) -> tuple[Article, tuple[Unchecked, ...]]:
    if language is None:
        found = detect.language(text)
        if found is None:
            raise InputError(f"{shown(path)}: its language cannot be told; name it with --source-lang or --target-lang")
        return Article(found, text, shown(path), extracted), ()
    other = detect.contradiction(text, language)
    unchecked = (Unchecked(_disagreement(path, language, other), shown(path)),) if other else ()
    return Article(primary(language), text, shown(path), extracted), unchecked


def _disagreement(path: Path, language: str, other: str) -> str:
    return (
        f"{shown(Path(path.name))} is taken as {english_name(language)}, as its name or an option says, "
        f"but the text looks like {english_name(other)}."
    )
