"""A check's module docstring as data: what it flags, an example that fires, one that stays silent.

The examples are two lines each, ``language: sentence``, under the headings ``Fires:`` and ``Silent:``; ``Glossary:``
holds the terms that they need.
"""

from __future__ import annotations

import inspect
import re
import sys

import msgspec

from checker.checks.context import Check
from checker.errors import CheckerError

HEADINGS = ("Fires:", "Silent:", "Glossary:")
"""Above the examples that fire, those that stay silent, and the terms that both are read with."""

_EXAMPLE = re.compile(r"^[ \t]+([a-z]{2,3}): (\S.*)$")


class Example(msgspec.Struct, frozen=True):
    """Two versions of a sentence or passage; the first is the source."""

    source_language: str
    source: str
    target_language: str
    target: str


class CheckDoc(msgspec.Struct, frozen=True):
    """The documentation of a check."""

    name: str
    severity: str
    text: str
    fires: tuple[Example, ...]
    silent: tuple[Example, ...]
    glossary: tuple[Example, ...]


def document(check: Check) -> CheckDoc:
    """Read a check's documentation from the docstring of its module."""
    text = inspect.cleandoc(_docstring(check))
    examples = (_examples(text, heading) for heading in HEADINGS)
    return CheckDoc(check.NAME, check.SEVERITY, text, *examples)


def find(checks: tuple[Check, ...], name: str) -> Check:
    """The check called ``name``; :class:`CheckerError` where there is none."""
    for check in checks:
        if check.NAME == name:
            return check
    raise CheckerError(f"there is no check called '{name}'; the checks are: {', '.join(c.NAME for c in checks)}")


def _docstring(check: Check) -> str:
    module = check if inspect.ismodule(check) else sys.modules[type(check).__module__]
    return module.__doc__ or ""


def _examples(text: str, heading: str) -> tuple[Example, ...]:
    """The examples below ``heading``; a backslash with an n in a line stands for a line break."""
    lines: list[tuple[str, str]] = []
    below = False
    for line in text.splitlines():
        if match := _EXAMPLE.match(line):
            if below:
                lines.append((match[1], match[2].replace("\\n", "\n")))
        elif line.strip():
            below = line.strip() == heading
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return tuple(Example(first[0], first[1], second[0], second[1]) for first, second in pairs)
