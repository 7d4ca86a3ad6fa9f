"""An alignment as JSON lines, tab-separated text or TMX 1.4b, for translation tools and scripts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html import escape

from checker import __version__
from checker.model import Bead, Version

Renderer = Callable[[Version, Version, tuple[Bead, ...]], str]


def jsonl(_source: Version, _target: Version, beads: tuple[Bead, ...]) -> str:
    """One bead a line, ``[[source indices], [target indices]]``."""
    return "".join(json.dumps([list(bead.source), list(bead.target)]) + "\n" for bead in beads)


def tsv(source: Version, target: Version, beads: tuple[Bead, ...]) -> str:
    """A table with the text: source and target indices, score, moved, source and target text; tabs become blanks."""
    head = "source\ttarget\tscore\tmoved\tsource_text\ttarget_text\n"
    rows = (
        (
            " ".join(map(str, bead.source)),
            " ".join(map(str, bead.target)),
            f"{bead.score:.4f}",
            "yes" if bead.moved else "no",
            _text(source, bead.source),
            _text(target, bead.target),
        )
        for bead in beads
    )
    return head + "".join("\t".join(row) + "\n" for row in rows)


def tmx(source: Version, target: Version, beads: tuple[Bead, ...]) -> str:
    """Translation memory of the beads with both sides, TMX 1.4b (LISA OSCAR, 2005)."""
    languages = source.article.language or "und", target.article.language or "und"
    return "".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n',
            '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n',
            '<tmx version="1.4">\n',
            f'  <header creationtool="checker" creationtoolversion="{escape(__version__)}" segtype="sentence"',
            f' o-tmf="checker" adminlang="en" srclang="{escape(languages[0])}" datatype="plaintext"/>\n',
            "  <body>\n",
            *_units(source, target, beads, languages),
            "  </body>\n</tmx>\n",
        )
    )


RENDERERS: dict[str, Renderer] = {"jsonl": jsonl, "tsv": tsv, "tmx": tmx}


def _units(source: Version, target: Version, beads: tuple[Bead, ...], languages: tuple[str, str]) -> Iterator[str]:
    for bead in beads:
        if not bead.source or not bead.target:
            continue
        yield f'    <tu>\n      <prop type="x-score">{bead.score:.4f}</prop>\n'
        for language, text in zip(languages, (_text(source, bead.source), _text(target, bead.target)), strict=True):
            yield f'      <tuv xml:lang="{escape(language)}"><seg>{escape(_printable(text), quote=False)}</seg></tuv>\n'
        yield "    </tu>\n"


def _text(version: Version, indices: tuple[int, ...]) -> str:
    """The sentences of one side on one line."""
    return " ".join(" ".join(version.sentences[i].text.split()) for i in indices)


def _printable(text: str) -> str:
    """Without the characters that XML 1.0 can't hold, even escaped."""
    return "".join(c for c in text if c >= " " and not 0xD800 <= ord(c) <= 0xDFFF and ord(c) not in (0xFFFE, 0xFFFF))
