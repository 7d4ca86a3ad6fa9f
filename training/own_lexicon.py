"""Makes training/lexicon/own_cldr.tsv.xz: names of things in the languages that the corpora lack or barely have.

Run once, by hand, beside the unpacked npm packages `cldr-annotations-full` (Unicode) and
`@openstreetmap/id-tagging-schema` (ISC):

    python -m training.own_lexicon --annotations package/annotations --presets package/dist/translations

CLDR's territories, languages, currencies, units, months and weekdays come through Babel, one process a language,
because Babel's month and weekday tables leak between locales.
"""

from __future__ import annotations

import argparse
import json
import lzma
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import regex

from training.corpora import Row
from training.sources import OWN_LEXICONS

#: Languages without any file in the corpora.
MISSING = ("bn", "is", "ta", "ur")
#: A placeholder, a digit or markup shows that an entry is a template, not a name.
_TEMPLATE = regex.compile(r"[{}<>\d|=]")
_BRACKETS = regex.compile(r"\s*[\(\[（][^)\]）]*[\)\]）]")


def main() -> None:
    """Write the file."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--annotations", type=Path, required=True)
    options.add_argument("--presets", type=Path, required=True)
    arguments = options.parse_args()
    rows = set()
    for lang in MISSING:
        rows.update(annotations(arguments.annotations, lang))
        rows.update(presets(arguments.presets, lang))
        rows.update(cldr_names_apart(lang))
    OWN_LEXICONS.mkdir(exist_ok=True)
    with lzma.open(OWN_LEXICONS / "own_cldr.tsv.xz", "wt", encoding="utf-8", preset=9) as out:
        out.writelines("\t".join(row) + "\n" for row in sorted(rows))


def entry(lang: str, text: str, english: str) -> Iterator[Row]:
    """One row of the lexicon, if both sides are plain names of at most six words."""
    text, english = _BRACKETS.sub("", text).strip(), _BRACKETS.sub("", english).strip()
    plain = text and english and text != english and not _TEMPLATE.search(text + english)
    if plain and len(english.split()) <= 6 and "\t" not in text and "\n" not in text:
        yield Row(lang, "en", text, english)


def annotations(folder: Path, lang: str) -> Iterator[Row]:
    """Emoji names; and keywords where both languages have a single one."""
    tables = [
        json.loads((folder / code / "annotations.json").read_text(encoding="utf-8"))["annotations"]["annotations"]
        for code in (lang, "en")
    ]
    for symbol, own in tables[0].items():
        english = tables[1].get(symbol, {})
        for name, translation in zip(own.get("tts", ()), english.get("tts", ()), strict=False):
            yield from entry(lang, name, translation)


def presets(folder: Path, lang: str) -> Iterator[Row]:
    """Names and labels of map objects."""
    own, english = (
        dict(leaves(json.loads((folder / f"{code}.json").read_text(encoding="utf-8"))[code]["presets"]))
        for code in (lang, "en")
    )
    for path, text in own.items():
        if path in english and path[-1] not in ("terms", "aliases"):
            yield from entry(lang, text, english[path])


def leaves(tree: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every string of a nested table with the keys that lead to it."""
    if isinstance(tree, dict):
        for name, branch in tree.items():
            yield from leaves(branch, (*path, name))
    elif isinstance(tree, str):
        yield path, tree


def cldr_names_apart(lang: str) -> Iterator[Row]:
    """Names from Babel's tables, read in processes of their own."""
    own, english = (
        json.loads(subprocess.run([sys.executable, "-c", _NAMES, c], capture_output=True, check=True).stdout)
        for c in (lang, "en")
    )
    for name, text in own.items():
        if name in english:
            yield from entry(lang, text, english[name])


_NAMES = """
import json, sys
from babel import Locale
locale = Locale(sys.argv[1])
names = {}
for table in ("territories", "languages", "scripts", "currencies"):
    names.update({f"{table}.{code}": text for code, text in getattr(locale, table).items()})
for table in ("months", "days", "quarters"):
    for width in ("wide",):
        found = getattr(locale, table)["stand-alone"][width]
        names.update({f"{table}.{number}": text for number, text in found.items()})
names.update({f"unit.{unit}": text["other"].replace("{0}", "") for unit, text in locale.unit_display_names.items()
              if isinstance(text, dict) and "other" in text})
names.update({f"unit.{unit}": text for unit, text in locale.unit_display_names.items() if isinstance(text, str)})
print(json.dumps(names))
"""


if __name__ == "__main__":
    main()
