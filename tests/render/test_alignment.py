"""Alignments as text: the forms that other programs read."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from lxml import etree

from checker.model import Bead
from checker.render import alignment
from tests.align.versions import version

SOURCE = version(["Fish & chips\tcost <5> pounds.", "It rained.", "A bell\x07 rang."])
TARGET = version(["Fisch und Pommes kosten <5> Pfund.", "Es läutete."], "de")
BEADS = (Bead((0,), (0,), 0.98), Bead((1,), (), 0.7), Bead((2,), (1,), 0.5, moved=True))


def test_jsonl_is_one_bead_a_line() -> None:
    lines = alignment.jsonl(SOURCE, TARGET, BEADS).splitlines()
    assert [json.loads(line) for line in lines] == [[[0], [0]], [[1], []], [[2], [1]]]


def test_tsv_has_as_many_columns_in_every_row() -> None:
    rows = [line.split("\t") for line in alignment.tsv(SOURCE, TARGET, BEADS).splitlines()]
    assert {len(row) for row in rows} == {6}
    assert rows[1] == ["0", "0", "0.9800", "no", "Fish & chips cost <5> pounds.", "Fisch und Pommes kosten <5> Pfund."]
    assert rows[3][3] == "yes"


def test_tmx_holds_the_pairs_and_what_version_1_4_demands() -> None:
    root = ET.fromstring(alignment.tmx(SOURCE, TARGET, BEADS).encode())
    assert (root.tag, root.get("version")) == ("tmx", "1.4")
    header = root.find("header")
    assert header is not None
    demanded = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert demanded <= set(header.keys())
    assert header.get("srclang") == "en"
    units = root.findall("body/tu")
    texts = [[seg.text for seg in unit.iter("seg")] for unit in units]
    assert texts == [
        ["Fish & chips cost <5> pounds.", "Fisch und Pommes kosten <5> Pfund."],
        ["A bell rang.", "Es läutete."],
    ]
    name = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [part.get(name) for part in units[0].findall("tuv")] == ["en", "de"]


@pytest.mark.parametrize("beads", [BEADS, ()])
def test_tmx_is_valid(beads: tuple[Bead, ...]) -> None:
    rules = etree.DTD(str(Path(__file__).with_name("tmx14.dtd")))
    document = etree.fromstring(alignment.tmx(SOURCE, TARGET, beads).encode())
    assert rules.validate(document), rules.error_log
    assert document.getroottree().docinfo.system_url == "tmx14.dtd"


def test_the_rules_refuse_what_tmx_forbids() -> None:
    rules = etree.DTD(str(Path(__file__).with_name("tmx14.dtd")))
    text = alignment.tmx(SOURCE, TARGET, BEADS)
    for right, wrong in (('segtype="sentence"', 'segtype="word"'), ("<seg>", "<seg/><seg>"), (' xml:lang="de"', "")):
        assert right in text
        assert not rules.validate(etree.fromstring(text.replace(right, wrong).encode()))
