"""Where a report goes: standard output, files, a folder; and the progress bar while it is made."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from checker.errors import CheckerError
from checker.model import Comparison, Report
from checker.render import FORMATS, FolderFormat, StreamFormat
from checker.render.alignment import RENDERERS
from checker.render.atomic import write_text
from checker.render.text import render_summary

Advance = Callable[[int, int], None]
"""Called with (articles done, articles in all)."""

LONG_WORK = 8
"""Articles from which a progress bar is worth its flicker: about two seconds."""


@dataclass(frozen=True, slots=True)
class Output:
    """A format and where it goes; ``path`` None is standard output."""

    format: str
    path: Path | None


def deliver(report: Report, outputs: Sequence[Output], quiet: bool) -> None:
    """Write the report in every format; everything is rendered before the first file is touched."""
    rendered = [_rendered(report, output) for output in outputs]
    for write in rendered:
        write()
    if not quiet and all(output.path is not None for output in outputs):
        pages = "".join(f"{output.format}: {_page(output)}\n" for output in outputs)
        print_out(f"{render_summary(report)}\n{pages}")


def deliver_alignment(alignment: Comparison, outputs: Sequence[Output]) -> None:
    """Write an alignment in every format, to a file or to standard output."""
    rendered = [RENDERERS[output.format](alignment.source, alignment.target, alignment.beads) for output in outputs]
    for output, text in zip(outputs, rendered, strict=True):
        if output.path is None:
            print_out(text)
        else:
            _written(output.path, text)


def _rendered(report: Report, output: Output) -> Callable[[], None]:
    """What remains to be done for an output once its text is ready."""
    form, path = FORMATS[output.format], output.path
    if isinstance(form, FolderFormat):
        assert path is not None, "the command line refuses a folder format without an --output"
        return lambda: _guarded(path, lambda: form.write(report, path))
    if path is None:
        return lambda: _print(report, form)
    text = form.render(report)
    return lambda: _written(path, text)


def _print(report: Report, form: StreamFormat) -> None:
    """Print to standard output; in colour where it is a terminal."""
    if form.render_console is not None and sys.stdout.isatty():
        from rich.console import Console

        form.render_console(report, Console())
    else:
        print_out(form.render(report))


def print_out(text: str) -> None:
    """Write to standard output, and out of its buffer. Raises CheckerError where that can't be written."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What can't be written would be tried again, and complained about, when the program ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise CheckerError(f"standard output can't be written: {error.strerror or error}") from error


def _written(path: Path, text: str) -> None:
    _guarded(path, lambda: write_text(path, text))


def _guarded(path: Path, write: Callable[[], None]) -> None:
    try:
        write()
    except (FileExistsError, NotADirectoryError) as error:
        raise CheckerError(f"{path}: can't be written: there is a file where a folder is needed") from error
    except OSError as error:
        raise CheckerError(f"{path}: can't be written: {error.strerror or error}") from error


def _page(output: Output) -> str:
    """What to open: a folder's index page, or the file itself."""
    form = FORMATS[output.format]
    return str(output.path / "index.html" if isinstance(form, FolderFormat) and output.path else output.path)


@contextmanager
def progress(quiet: bool) -> Iterator[Advance]:
    """A progress bar on standard error for long work at a terminal; elsewhere nothing."""
    if quiet or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("checking articles", total=None, visible=False)
        yield lambda done, total: bar.update(task, completed=done, total=total, visible=total >= LONG_WORK)
