"""Glossary files → entries: CSV as spreadsheets save it, and TBX (ISO 30042) as terminology tools export it.

A CSV file has a column a language, named by its code, and a row a concept; ``|`` stands between several renderings. In
the column ``keep`` stand words that are not translated, the column ``note`` is for people. Of TBX the terms are read,
in its current (``conceptEntry``) and its former form (``termEntry``), without those marked as deprecated or superseded.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from checker.errors import ConfigError, InputError
from checker.glossary import LANGUAGE, Glossary, Terms, listed
from checker.read.encodings import decode
from checker.read.files import read_bytes, shown

KEEP, NOTE = "keep", "note"
SEPARATORS = ",;\t"
"""Spreadsheets separate the columns of a "comma-separated" file by the habit of their country."""
UNWANTED = ("deprecatedTerm-admn-sts", "supersededTerm-admn-sts")
"""TBX's administrative status of terms that are no longer to be used."""
MAX_TERMS = 50_000
"""Entries of a glossary at most; the largest public termbases of a single subject have a tenth of it."""
MAX_TERM = 200
"""Characters of a term at most; what is longer is a sentence."""
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def complete(glossary: Glossary, settings: Path, max_bytes: int) -> Glossary:
    """The glossary with the entries of its files, proven usable.

    ``settings`` is the file that names it, for messages and relative paths. Raises :class:`ConfigError`.
    """
    concepts, kept = list(glossary.terms), list(listed(glossary.keep))
    _prove(settings, glossary)
    for name in glossary.files:
        try:
            found = read_termbase(settings.parent / name, max_bytes)
        except InputError as error:
            raise ConfigError(f"glossary {error}") from error
        _prove(settings.parent / name, found)
        concepts += found.terms
        kept += found.keep
    if len(concepts) + len(kept) > MAX_TERMS:
        raise ConfigError(f"{settings}: the glossary has more than {MAX_TERMS:,} entries; leave out what you can")
    return Glossary(files=glossary.files, keep=tuple(dict.fromkeys(kept)), terms=tuple(concepts))


def read_termbase(path: Path, max_bytes: int) -> Glossary:
    """The entries of a glossary file. Raises InputError in one line where it can't be understood."""
    data = read_bytes(path, max_bytes)
    match path.suffix.lower():
        case ".csv" | ".tsv":
            return _from_csv(path, decode(data, None, path))
        case ".tbx" | ".xml":
            return Glossary(terms=tuple(_from_tbx(path, data)))
    raise InputError(f"{shown(path)}: no glossary format; name a .csv or .tbx file")


def _from_csv(path: Path, text: str) -> Glossary:
    separator = max(SEPARATORS, key=text.partition("\n")[0].count)
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        head = [_column(path, name) for name in next(rows)]
        kept: list[str] = []
        concepts: list[Terms] = []
        for row in rows:
            cells = _cells(path, rows.line_num, head, row)
            kept += cells.pop(KEEP, ())
            if cells:
                concepts.append(cells)
    except csv.Error as error:
        raise InputError(f"{shown(path)}:{rows.line_num}: no CSV ({error})") from error
    return Glossary(keep=tuple(kept), terms=tuple(concepts))


def _column(path: Path, name: str) -> str:
    """The heading of a column, which must be a language, "keep" or "note"."""
    heading = name.strip()
    if heading.lower() in (KEEP, NOTE):
        return heading.lower()
    if not LANGUAGE.fullmatch(heading):
        raise InputError(
            f"{shown(path)}:1: the column '{shown(Path(heading[:40]))}' is no language; the first line names the "
            "columns by language codes (de, id, pt-BR), keep or note"
        )
    return heading


def _cells(path: Path, line: int, head: list[str], row: list[str]) -> dict[str, tuple[str, ...]]:
    if len(row) > len(head) and any(cell.strip() for cell in row[len(head) :]):
        raise InputError(f"{shown(path)}:{line}: more cells than columns; put quotation marks around a comma in a term")
    cells = (
        (name, tuple(filter(None, map(str.strip, cell.split("|"))))) for name, cell in zip(head, row, strict=False)
    )
    return {name: terms for name, terms in cells if terms and name != NOTE}


def _from_tbx(path: Path, data: bytes) -> Iterator[Terms]:
    """The concepts of a TBX file. Entities are not resolved, nothing is fetched."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(data, parser).getroottree()
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"{shown(path)}: damaged XML: {error}") from error
    declared = tree.docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise InputError(f"{shown(path)}: declares XML entities, which no termbase needs; export it without them")
    entries = list(tree.iter("{*}conceptEntry", "{*}termEntry"))
    if not entries:
        raise InputError(f"{shown(path)}: no TBX: it has neither conceptEntry nor termEntry")
    for entry in entries:
        if concept := _concept(entry):
            yield concept


def _concept(entry: Any) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for section in entry.iter("{*}langSec", "{*}langSet"):
        terms = (_term(group) for group in section.iter("{*}termSec", "{*}tig", "{*}ntig"))
        if section.get(_LANG) and (usable := tuple(filter(None, terms))):
            found[section.get(_LANG)] = (*found.get(section.get(_LANG), ()), *usable)
    return found


def _term(group: Any) -> str:
    """The term of a group; empty where there is none, or none to be used."""
    for node in group.iter("{*}*"):
        status = "administrativeStatus" in (node.get("type"), node.tag.rpartition("}")[2])
        if status and (node.text or "").strip() in UNWANTED:
            return ""
    term = next(group.iter("{*}term"), None)
    return "" if term is None else " ".join("".join(term.itertext()).split())


def _prove(path: Path, glossary: Glossary) -> None:
    for concept in glossary.terms:
        for tag in concept:
            if not LANGUAGE.fullmatch(tag):
                raise ConfigError(f"{path}: glossary: '{tag}' is no language; write a code such as de, id or pt-BR")
    rows = (listed(terms) for concept in glossary.terms for terms in concept.values())
    for term in (*listed(glossary.keep), *(term for row in rows for term in row)):
        if not any(char.isalnum() for char in term):
            raise ConfigError(f"{path}: glossary: a term is empty; write its words or leave its language out")
        if len(term) > MAX_TERM:
            raise ConfigError(f"{path}: glossary: '{term[:40]}…' has more than {MAX_TERM} characters and is no term")
