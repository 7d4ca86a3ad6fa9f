"""Write ``docs/languages.md``: which parts of which language's numbers and dates are known, and tested.

Run as ``python -m checker.languages.coverage``.
"""

from __future__ import annotations

from pathlib import Path

from checker.facts.digits import SPACES
from checker.facts.lexicon import lexicon
from checker.languages import cldr
from checker.languages.generate import LANGUAGES
from checker.languages.names import english_name

TARGET = Path(__file__).parents[2] / "docs" / "languages.md"

COLUMNS = {
    "scale words": "scale",
    "number words": "cardinal",
    "ordinals": "ordinal",
    "vague": "vague",
    "months": "month",
    "weekdays": "weekday",
    "currencies": "currency",
    "units": "unit",
    "percent": "percent",
}
"""Column of the table → kind of meaning in the lexicon."""

HEAD = """# Languages

Numbers, amounts, units and dates are compared by value in these languages. Each cell says how many words or phrases
are known, from CLDR and from the lists written by hand (a form with an ending left open counts once). Grouping,
decimals, percent, currencies, scale words, number words to a thousand, months and weekdays are tested by writing
values the way CLDR does and reading them back: `tests/languages/test_round_trips.py`.

This page is written by `python -m checker.languages.coverage`. [Adding a language](adding-a-language.md) says how a
row comes to stand here.

"""


def page() -> str:
    """The page, as Markdown."""
    rows = ["| code | language | 1 234 567,89 | " + " | ".join(COLUMNS) + " |", "|" + " --- |" * (len(COLUMNS) + 3)]
    for code in LANGUAGES:
        counts = " | ".join(str(count) for count in counts_of(code).values())
        rows.append(f"| {code} | {english_name(code)} | `{_sample(code)}` | {counts} |")
    return HEAD + "\n".join(rows) + "\n"


def counts_of(code: str) -> dict[str, int]:
    """How many forms of each column's kind a language has."""
    words = lexicon(code)
    entries = [entry.kind for found in words.phrases.values() for _, entry in found]
    entries += [entry.kind for found in words.stems.values() for entry in found]
    return {column: entries.count(kind) for column, kind in COLUMNS.items()}


def _sample(code: str) -> str:
    """1234567.89 with the language's separators; blanks of any kind as a plain one."""
    marks = cldr(code, "separators")
    group = " " if marks["group"] in SPACES else marks["group"]
    whole = f"12{group}34{group}567" if marks["grouping"][1] == 2 else f"1{group}234{group}567"
    return f"{whole}{marks['decimal']}89"


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
