"""Bytes → text, never with a replacement character, never by a guess that another guess contradicts.

In this order: a byte-order mark, UTF-8 where it fits, the encoding that HTML or XML declares, and what
charset-normalizer proposes. Single-byte encodings look alike to it (Turkish cp1254 as cp1250), so a proposal is
accepted only when its letters are those of the language.
"""

from __future__ import annotations

import codecs
from itertools import islice
from pathlib import Path

import regex

from checker import detect
from checker.errors import InputError
from checker.read.alphabets import alphabet
from checker.read.files import shown

BOM_CODECS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 before UTF-16: its little-endian mark begins with the other's."""
FURTHER = ("cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257", "iso8859_15", "cp1258", "iso8859_16")
"""Encodings of Latin letters that are tried even where charset-normalizer does not propose them."""
SAMPLE = 5_000
"""Characters beyond ASCII that are looked at to judge a decoding."""
CONFIDENT = 0.97
"""Share of a text's characters beyond ASCII that must be letters of the language or usual punctuation. A foreign
name costs a few; the wrong one of two Latin encodings scores below 0.9 (tests/read/test_encodings.py)."""

CHAOS_APART = 0.02
"""Among decodings whose letters fit alike, charset-normalizer's measure of disorder must differ by this much: a wrong
Greek one has 0.027 more, wrong Japanese and Korean ones 0.15."""

_DECLARED = regex.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    regex.I,
)
_DECLARATION_WITHIN = 2048
_USUAL = frozenset("،؛؟٪„“”‘’‚‹›«»–—…€£°§·•№©®™½¼¾²³´¨×±¿¡ªº\u00a0\u00ad、。「」『』（）！？：；，《》・　％～〜")


def decode(data: bytes, language: str | None, path: Path) -> str:
    """The text of a file, without its byte-order mark.

    ``language`` helps to choose between encodings that look alike. Raises InputError when none can be trusted.
    """
    text = _marked(data, path)
    if text is None:
        text = _strict(data, "utf-8") or _declared(data) or _detected(data, language)
    if text is None:
        raise InputError(f"{shown(path)}: its encoding cannot be told with confidence; save it as UTF-8")
    if not text.strip("\ufeff \t\r\n"):
        raise InputError(f"{shown(path)}: the file is empty; put the article's text into it")
    return text


def _marked(data: bytes, path: Path) -> str | None:
    for mark, codec in BOM_CODECS:
        if data.startswith(mark):
            try:
                return data.decode(codec)
            except UnicodeDecodeError as error:
                raise InputError(
                    f"{shown(path)}: damaged {codec.upper()} at byte {error.start}; save it as UTF-8"
                ) from error
    return None


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(data: bytes) -> str | None:
    """The text in the encoding that the file names; browsers read ``latin-1`` as its superset cp1252."""
    found = _DECLARED.search(data, 0, _DECLARATION_WITHIN)
    if not found:
        return None
    name = (found[1] or found[2]).decode("ascii").lower()
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return None
    if not getattr(codec, "_is_text_encoding", True) or codec.name.startswith(("utf-16", "utf-32", "utf-7")):
        return None  # no file whose declaration can be read as ASCII is in one of these
    return _strict(data, "cp1252" if codec.name in {"iso8859-1", "ascii"} else codec.name)


def _detected(data: bytes, language: str | None) -> str | None:
    """The one decoding whose letters are those of the language, or None."""
    from charset_normalizer import from_bytes

    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        return None
    language = language or detect.language(str(best))
    if language is None:
        return None
    # The same text by several encodings counts once, with the disorder of the best.
    texts = dict.fromkeys((text for codec in FURTHER if (text := _strict(data, codec))), 1.0)
    texts.update((str(match), match.chaos) for match in reversed(list(matches)))
    first, *others = sorted((-_fitness(text, language), chaos, text) for text, chaos in texts.items())
    sure = -first[0] >= CONFIDENT
    alone = not others or others[0][0] > first[0] or others[0][1] >= first[1] + CHAOS_APART
    return first[2] if sure and alone else None


def _fitness(text: str, language: str) -> float:
    """Share of the characters beyond ASCII that fit the language."""
    letters = alphabet(language)
    beyond = list(islice((character for character in text if character > "\x7f"), SAMPLE))
    fitting = sum(character in _USUAL or letters.match(character) is not None for character in beyond)
    return fitting / len(beyond) if beyond else 1.0
