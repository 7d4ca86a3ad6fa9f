"""Glossaries: settings, CSV and TBX files, and what is refused in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.config import Config, load
from checker.errors import ConfigError
from checker.glossary import Entry, Glossary

CSV = (
    "de,en,pt-BR,keep,note\nKohleausstieg,coal phase-out|phase-out of coal,fim do carvão,,for the desk\n,,,Colossus,\n"
)
TBX = """<?xml version="1.0" encoding="UTF-8"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="de">
 <text><body><conceptEntry id="c1">
  <langSec xml:lang="de"><termSec><term>Kohleausstieg</term></termSec></langSec>
  <langSec xml:lang="en">
   <termSec><term>coal <hi>phase-out</hi></term></termSec>
   <termSec><term>coal exit</term>
    <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
  </langSec>
 </conceptEntry></body></text></tbx>
"""
OLD_TBX = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="de"><text><body><termEntry id="c1">
 <langSet xml:lang="de"><tig><term>Kohleausstieg</term></tig></langSet>
 <langSet xml:lang="en"><ntig><termGrp><term>coal phase-out</term></termGrp></ntig></langSet>
</termEntry></body></text></martif>
"""
BOMB = """<?xml version="1.0"?><!DOCTYPE martif [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY file SYSTEM "file:///etc/passwd">]>
<martif><termEntry><langSet xml:lang="de"><tig><term>&file;&c;</term></tig></langSet></termEntry></martif>"""


def glossary(folder: Path, settings: str, **files: str) -> Glossary:
    """The glossary of some settings, with files beside them (``name_csv`` is ``name.csv``)."""
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    (folder / "checker.toml").write_text(settings, encoding="utf-8")
    return load(None, folder).glossary


def test_terms_stand_in_the_settings(tmp_path: Path) -> None:
    found = glossary(
        tmp_path,
        '[glossary]\nkeep = ["Colossus"]\n'
        '[[glossary.terms]]\nde = "Kohleausstieg"\nen = ["coal phase-out", "coal  end"]\n',
    )
    assert list(found.entries("de", "en")) == [
        Entry(("Colossus",), ("Colossus",), kept=True),
        Entry(("Kohleausstieg",), ("coal phase-out", "coal end")),
    ]
    assert [entry.kept for entry in found.entries("de", "fr")] == [True]
    assert list(found.entries("de", "de")) == []


def test_a_csv_file_holds_a_column_a_language(tmp_path: Path) -> None:
    found = glossary(tmp_path, 'glossary = "house.csv"', house_csv=CSV)
    assert found.keep == ("Colossus",)
    assert list(found.entries("en", "de"))[1:] == [Entry(("coal phase-out", "phase-out of coal"), ("Kohleausstieg",))]
    assert list(found.entries("de", "pt"))[1].agreed == ("fim do carvão",)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_csv_as_spreadsheets_save_it(tmp_path: Path, separator: str, encoding: str, end: str) -> None:
    rows = (("de", "uk"), ('"Kohle""ausstieg"', "відмова від вугілля"))
    text = end.join(separator.join(row) for row in rows)
    (tmp_path / "house.csv").write_bytes(text.encode(encoding))
    found = glossary(tmp_path, '[glossary]\nfiles = ["house.csv"]')
    assert list(found.entries("de", "uk")) == [Entry(('Kohle"ausstieg',), ("відмова від вугілля",))]


@pytest.mark.parametrize("text", [TBX, OLD_TBX])
def test_tbx_of_both_editions_without_terms_no_longer_used(tmp_path: Path, text: str) -> None:
    found = glossary(tmp_path, 'glossary = "house.tbx"', house_tbx=text)
    assert list(found.entries("de", "en")) == [Entry(("Kohleausstieg",), ("coal phase-out",))]


@pytest.mark.parametrize(
    ("settings", "file", "words"),
    [
        ("[glossary]\nterm = 3", "", "term"),
        ("glossary = 3", "", "object"),
        ('[glossary]\nkeep = ["  "]', "", "a term is empty"),
        ('[[glossary.terms]]\nGerman = "Kohle"', "", "'German' is no language"),
        (f'[glossary]\nkeep = ["{"x" * 201}"]', "", "is no term"),
        ('glossary = "absent.csv"', "", "no such file"),
        ('glossary = "house.txt"', "", "no such file"),
        ('glossary = "house.csv"', "", "empty"),
        ('glossary = "house.csv"', "Deutsch,English\nKohle,coal", "first line names the columns"),
        ('glossary = "house.csv"', "de,en\nKohle,coal,and more", "house.csv:2: more cells than columns"),
        ('glossary = "house.csv"', 'de,en\n"Kohle,coal\n', "no CSV"),
        ('glossary = "house.csv"', "de,en\n" + "x" * 200_000, "house.csv:2: no CSV"),
        ('glossary = "house.csv"', "de,en\n...,coal\n", "a term is empty"),
        ('glossary = "house.tbx"', "<tbx><a></tbx>", "damaged XML"),
        ('glossary = "house.tbx"', "<tbx/>", "no TBX"),
        ('glossary = "house.tbx"', BOMB, "entities"),
    ],
)
def test_what_is_no_glossary_is_refused_with_the_place(tmp_path: Path, settings: str, file: str, words: str) -> None:
    for name in ("house.csv", "house.tbx"):
        (tmp_path / name).write_text(file, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        glossary(tmp_path, settings)
    assert words in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def test_too_many_terms_are_refused(tmp_path: Path) -> None:
    text = "de,en\n" + "".join(f"Wort{i},word{i}\n" for i in range(50_001))
    with pytest.raises(ConfigError, match="50,000"):
        glossary(tmp_path, 'glossary = "house.csv"', house_csv=text)


def test_the_fingerprint_of_the_settings_tells_what_the_files_hold(tmp_path: Path) -> None:
    def printed(text: str) -> str:
        return Config(glossary=glossary(tmp_path, 'glossary = "house.csv"', house_csv=text)).fingerprint()

    assert printed(CSV) == printed(CSV) != printed(CSV.replace("fim", "o fim"))
