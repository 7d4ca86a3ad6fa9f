"""HTML: a folder with an entry page and a page an article, side by side, each finding explained where it stands.

Every page is one file: its style lies in the page, nothing is fetched, nothing needs JavaScript, and without the style
(some CI servers block it) tables, marks and words still say everything. Equal reports give equal bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.model import Report
from checker.render import tally
from checker.render.atomic import write_files
from checker.render.excerpt import reason
from checker.render.formats import FolderFormat

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

INDEX = "index.html"
ICONS = {"error": "●", "warning": "▲", "note": "■"}
"""A shape for each severity, so that colour never stands alone; plain geometric signs that every font has."""

_CONTROLS: dict[int, int | str] = {
    # As Unicode's own pictures of them: a page must not hold the characters themselves.
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), "\N{REPLACEMENT CHARACTER}"),
}

_QUOTED = re.compile("(?<=“)([^“”]*)(?=”)")


def write(report: Report, folder: Path) -> None:
    """Fill a folder with the report; the pages of an earlier report that are not in this one go. Raises OSError."""
    write_files(folder, pages(report))


def pages(report: Report) -> Iterator[tuple[str, str]]:
    """(file name, HTML) of every page; the entry page is the last."""
    from checker.render.view import article_view, index_view  # here, since most runs write no pages

    environment = _environment()
    index = index_view(report)
    page = environment.get_template("article.html")
    for place, (entry, article) in enumerate(index.articles):
        following = index.articles[place + 1][0] if place + 1 < len(index.articles) else None
        yield entry.page, page.render(article=article_view(article, entry, following), tool=report.tool)
    yield INDEX, environment.get_template("index.html").render(index=index, tool=report.tool)


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("checker.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_without_controls,
    )
    environment.filters.update(isolated=_isolated, reason=reason)
    # Our own file and no one's input; it holds nothing that would end the style element.
    style = Markup((files("checker.render") / "report.css").read_text(encoding="utf-8"))
    environment.globals.update(style=style, icons=ICONS, worst_first=tally.WORST_FIRST, counted=tally.counted)
    return environment


def _isolated(message: str) -> Markup:
    """A message whose quoted words stand apart for the bidirectional algorithm: Arabic ones keep their own order."""
    from markupsafe import Markup, escape

    parts = _QUOTED.split(message.translate(_CONTROLS))
    return Markup("").join(
        Markup("<bdi>{}</bdi>").format(part) if i % 2 else escape(part) for i, part in enumerate(parts)
    )


def _without_controls(value: Any) -> Any:
    """Text for a page without control characters; anything else untouched."""
    return value.translate(_CONTROLS) if isinstance(value, str) else value


FORMAT = FolderFormat(write)
