"""Regenerates the pages of ``docs/`` that are made from the code: ``python -m docs.generate``."""

from __future__ import annotations

from pathlib import Path

from checker.checks import CHECKS
from checker.checks.docs import HEADINGS, document

FOLDER = Path(__file__).resolve().parent


def checks_page() -> str:
    """One section a check: its documentation as it stands in the code."""
    sections = [
        "# The checks\n\nGenerated from the checks' own documentation with `make docs`; `checker explain CHECK` prints"
        " the same.\n"
    ]
    for page in sorted((document(check) for check in CHECKS), key=lambda page: page.name):
        sections.append(f"## {page.name}\n\nSeverity by default: **{page.severity}** (weaker evidence lowers it).\n")
        sections.append(_indented(page.text))
    return "\n".join(sections)


def _indented(text: str) -> str:
    """Docstring text as Markdown: the examples become code blocks."""
    lines: list[str] = []
    for line in text.splitlines():
        if line.strip() in HEADINGS:
            lines += [f"**{line.strip()}**", ""]
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the pages."""
    (FOLDER / "checks.md").write_text(checks_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
