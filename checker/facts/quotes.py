"""Quotations: what an article puts between quotation marks, whatever the marks.

    „Bitte nehmen Sie unser Geld. Nein, nein, nehmen Sie mehr Geld.“        one quotation, two sentences

House styles mix marks (“ … ", „ … ”, 「 … 」, « … »), so a mark is read by its shape and its neighbours first; only
where these leave both readings open does the language's habit (CLDR) decide. Nested quotations belong to the outer
one. A quotation may run over paragraphs that each repeat the opening mark, and a closing mark that is missing ends it
at the end of its paragraph.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import regex

from checker.facts import dialogue
from checker.languages.words import words
from checker.model import Article, Fact, Sentence, Span

_CLOSERS = {
    "„": '“”"‟',
    "‟": "”",
    "“": '”"“',
    "”": "”“",
    '"': '"”“',
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‚": "‘’'",
    "‘": "’'",
    "’": "’‘",
    "'": "'",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "＂": "＂",
    "〝": "〟〞",
}
"""Which marks may close a quotation that a mark opened, over all house styles."""

_ALWAYS_OPEN = frozenset("„‚「『《〈〝")
_ALWAYS_CLOSE = frozenset("」』》〉〟〞")
_SINGLE = frozenset("'‘’‚‹›")
_MARKS = re.compile("[" + "".join(sorted(set(_CLOSERS) | set("".join(_CLOSERS.values())))) + "]")
_WIDE = regex.compile("[\u3000-\u303f\u3040-\u30ff\u3400-\u9fff\uff00-\uffef\u0e00-\u0e7f]")
_HANGUL = regex.compile("[\u1100-\u11ff\uac00-\ud7af]")
"""A Korean particle follows the closing mark without a space, as in “…”이라고."""
_SENTENCE_END = re.compile(r"[.!?…。！？।]")
_PARAGRAPH = re.compile(r"\n\s*")
_DASHES = frozenset("–—―")
_TITLE_MARKS = frozenset("《〈")
MAX_LENGTH = 4000
"""Longest quotation in characters; a mark without its partner must not swallow an article."""


MAX_DEPTH = 8
"""Quotations within quotations; print has three at most. Hostile text opens thousands and closes none."""


@dataclass(frozen=True, slots=True)
class Quote(Fact):
    """The part of a quotation that lies in one sentence, marks excluded.

    ``whole`` is the entire quotation, which may run over several sentences; ``closed`` is false where its closing mark
    is
    missing; ``title`` marks brackets that name works (《》).
    """

    whole: Span = field(default_factory=lambda: Span(0, 0))
    closed: bool = True
    title: bool = False
    dash: bool = False
    """Whether it is a line of dialogue that a dash opens."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of an article: ``text[start:end]`` without its marks."""

    start: int
    end: int
    closed: bool
    opener: str


def extract(article: Article, sentences: tuple[Sentence, ...]) -> tuple[tuple[Fact, ...], ...]:
    """The quotations of every sentence; one that runs on gives a part to each sentence it touches."""
    rows: list[list[Fact]] = [[] for _ in sentences]
    first = 0
    for quotation in quotations(article.text, article.language):
        while first < len(sentences) and sentences[first].end <= quotation.start:
            first += 1
        index = first
        while index < len(sentences) and sentences[index].start < quotation.end:
            rows[index].append(_part(article.text, quotation, sentences[index]))
            index += 1
    return tuple(tuple(row) for row in rows)


def _part(text: str, quotation: Quotation, sentence: Sentence) -> Quote:
    start, end = max(quotation.start, sentence.start), min(quotation.end, sentence.end)
    return Quote(
        start,
        end,
        text[start:end],
        frozenset(),
        Span(quotation.start, quotation.end),
        quotation.closed,
        quotation.opener in _TITLE_MARKS,
        quotation.opener in _DASHES,
    )


def quotations(text: str, language: str) -> tuple[Quotation, ...]:
    """All outermost quotations of a text, in order."""
    found: list[Quotation] = []
    pending: Quotation | None = None
    for start, end in _paragraphs(text):
        rows = list(_in_paragraph(text, start, end, language))
        if not rows and pending is None and end - start <= MAX_LENGTH:
            rows = [Quotation(*speech) for speech in dialogue.speeches(text, start, end, language)]
        closing = _left_over(text, start, end, rows, pending, language)
        if closing is not None and pending is not None:
            rows = [Quotation(pending.start, closing, True, pending.opener)] + [q for q in rows if q.start > closing]
        elif pending is not None and rows and rows[0].opener == pending.opener and _leads(text, start, rows[0]):
            rows[0] = Quotation(pending.start, rows[0].end, rows[0].closed, pending.opener)
        elif pending is not None:
            found.append(pending)
        pending = rows.pop() if rows and not rows[-1].closed and rows[-1].end == end else None
        found.extend(rows)
    if pending is not None:
        found.append(pending)
    return tuple(row for row in found if text[row.start : row.end].strip())


def _leads(text: str, start: int, quotation: Quotation) -> bool:
    """Whether a paragraph begins with this quotation."""
    return not text[start : quotation.start - 1].strip()


def _left_over(
    text: str, start: int, end: int, rows: list[Quotation], pending: Quotation | None, language: str
) -> int | None:
    """Where a paragraph closes the quotation that an earlier one left open, before it opens one of its own."""
    if pending is None or end - pending.start > MAX_LENGTH:
        return None
    limit = rows[0].start - 1 if rows else end
    for match in _MARKS.finditer(text, start, limit):
        mark, at = match.group(), match.start()
        if (
            mark != pending.opener
            and not _apostrophe(text, at, mark, language)
            and _closes(text, at, end, mark, pending.opener)
        ):
            return at
    return None


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for gap in _PARAGRAPH.finditer(text):
        if gap.start() > position:
            yield position, gap.start()
        position = gap.end()
    if position < len(text):
        yield position, len(text)


def _in_paragraph(text: str, start: int, end: int, language: str) -> Iterable[Quotation]:
    """The outermost quotations of a paragraph; the last may lack its closing mark."""
    nesting = _nesting(text, start, end)
    while start < end:
        stack: list[tuple[str, int]] = []
        again, inner = end, 0
        for match in _MARKS.finditer(text, start, end):
            mark, at = match.group(), match.start()
            if _apostrophe(text, at, mark, language):
                continue
            closed = _closed(text, at, end, mark, stack, nesting)
            if closed is not None:
                opener, begin = stack[closed]
                del stack[closed:]
                inner = at if begin == again + 1 else inner
                if not stack:
                    yield Quotation(begin, at, True, opener)
                    again = end
            elif _opens(text, at, start, mark, language, nested=bool(stack)):
                if stack and again == end and mark == stack[0][0]:
                    again = at
                stack.append((mark, at + 1))
            if stack and (len(stack) > MAX_DEPTH or match.end() - stack[0][1] > MAX_LENGTH):
                break
        if not stack or stack[0][0] in _SINGLE or stack[0][0] in _TITLE_MARKS:
            return
        unclosed = _unclosed(text, stack[0], again, inner)
        yield unclosed
        start = unclosed.end + unclosed.closed


def _unclosed(text: str, opened: tuple[str, int], again: int, inner: int) -> Quotation:
    """A quotation without a closing mark: up to where the same mark opens one ``again``.

    Where that is within its sentence and closes (``inner``), its closing mark stands for both: „It is called „death”.
    """
    opener, begin = opened
    if inner and not _SENTENCE_END.search(text, begin, again):
        return Quotation(begin, inner, True, opener)
    return Quotation(begin, again, False, opener)


def _closed(
    text: str, at: int, end: int, mark: str, stack: list[tuple[str, int]], nesting: frozenset[int]
) -> int | None:
    """Which of the open quotations a mark closes, as an index: the innermost or the outermost."""
    if at in nesting:
        return None
    return next((depth for depth in (-1, 0) if stack and _closes(text, at, end, mark, stack[depth][0])), None)


def _nesting(text: str, start: int, end: int) -> frozenset[int]:
    """The straight marks of a paragraph that open a quotation, within another one too: "He said "no" twice," she said.

    Only where the marks, read by the side on which they touch a word, open and close in pairs.
    """
    depth = 0
    opening = set()
    for match in re.finditer('"', text[start:end]):
        at = start + match.start()
        if at == start or _leans(text, at, end):
            opening.add(at)
            depth += 1
        elif depth == 0:
            return frozenset()
        else:
            depth -= 1
    return frozenset() if depth else frozenset(opening)


def _leans(text: str, at: int, end: int) -> bool:
    """Whether a straight mark stands behind a space and before a word."""
    return text[at] == '"' and text[at - 1 : at].isspace() and at + 1 < end and text[at + 1].isalnum()


def _apostrophe(text: str, at: int, mark: str, language: str) -> bool:
    """Whether a mark stands inside a word: "don't", Hebrew צה"ל, or after a number as an inch sign.

    Case endings follow the closing mark in some languages: Turkish "rahatlama"dan.
    """
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if _WIDE.match(before) or _WIDE.match(after):
        return mark == "'"
    if _HANGUL.match(after) or (mark in '"”' and after.islower() and language in _suffixing()):
        return False
    return mark in "'’‘\"”״" and before.isalnum() and after.isalnum()


def _opens(text: str, at: int, start: int, mark: str, language: str, *, nested: bool) -> bool:
    if mark in _ALWAYS_OPEN:
        return True
    if mark in _ALWAYS_CLOSE or mark not in _CLOSERS:
        return False
    before, after = text[at - 1 : at] if at > start else "", text[at + 1 : at + 2]
    wide = bool(_WIDE.match(before) or _WIDE.match(after))
    free_left = (
        not before or before.isspace() or before in "([{—–-―:/¿¡" or (nested and _MARKS.match(before) is not None)
    )
    if mark in _SINGLE:
        return free_left and after.isalnum()
    if mark in "“«":
        if mark == "“" and (not after or after.isspace()):
            return False
        return free_left or wide or (not before.isalnum() and after.isalnum()) or _prefers(language, mark)
    if mark == '"' or mark == "＂":
        return free_left or wide or (not before.isalnum() and bool(after) and not after.isspace())
    return (free_left and after.isalnum()) or (wide and _prefers(language, mark))


def _closes(text: str, at: int, end: int, mark: str, opener: str) -> bool:
    if mark not in _CLOSERS[opener]:
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2] if at + 1 < end else ""
    if mark == "“" and opener in "“”":  # a second opening mark closes nothing before a word
        return not after.isalnum() and not before.isspace()
    if mark in _SINGLE:
        return not before.isspace() and (not after.isalnum() or _HANGUL.match(after) is not None)
    return not (mark in "»“" and before.isspace() and after.isalnum() and opener not in "«„")


def _prefers(language: str, mark: str) -> bool:
    """Whether the language opens quotations with this mark, by CLDR."""
    return mark in _habits().get(language, ())[::2]


@cache
def _suffixing() -> frozenset[str]:
    """The languages that write case endings right behind a closing mark."""
    return frozenset(words("und", "names").get("suffix_marks", ()))


@cache
def _habits() -> dict[str, list[str]]:
    entry = files("checker.languages") / "quotes" / "cldr.json"
    return dict(json.loads(entry.read_text(encoding="utf-8")))
