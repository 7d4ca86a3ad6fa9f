"""Where a sentence holds words left in the other language: all of it, a stretch of it, or what repeats the other side.

Quoted and bracketed stretches are titles, originals and terms that an editor keeps on purpose.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import regex as re

from checker.checks.belonging import UNSPACED, WORD, Belonging, long_enough, prose, script_of_letter
from checker.checks.sides import MAX_SPAN
from checker.model import Sentence, Span

TWIN_LEAD, TWIN_LENGTH, TWIN_SHARE, TWIN_WORDS = 0.5, 25, 0.5, 4
"""For a run of words that stands letter for letter on both sides: how much more they must belong to the other
language, how many characters and words it needs at least (a slogan, a title or an address may rightly be the same) and
what share of the other side's sentence. It may be part of a sentence, where a heading lacks its line break."""
LONG_LEAD, LONG_TWIN = 1.2, 6
"""A run of so many words that belongs to the other language so surely may be a smaller share of the sentence."""
STRETCH_WORDS, STRETCH_LETTERS = 5, 12
"""Words, or letters of a script without spaces, of a stretch in the other version's script."""
OPENING, CLOSING = "\"'“”„«»‘’‚‹›「『《〈（([{", "\"'“”„«»‘’‹›」』》〉）)]}"
ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|(?<![\w.+-])[\w.+-]++@[\w.-]+", re.IGNORECASE)
_TOKEN = re.compile(r"\w+(?:[^\w\s]+\w+)*")
_INSIDE = re.compile(r"[\w,;)]\s*$")


def passage(sentence: Sentence, near: Sequence[Sentence], languages: Belonging) -> Span | None:
    """The part of a sentence that is left in the other language, as a span of the article; None where there is none.

    ``near`` are the other version's sentences at this place.
    """
    text = ADDRESS.sub(lambda match: "0" * len(match.group()), sentence.text)
    if languages.is_foreign(text):
        return sentence.span
    for found in (*_stretches(text, languages), *_twins(text, near, languages)):
        if not enclosed(text, found):
            return Span(sentence.start + found.start, sentence.start + found.end)
    return None


def enclosed(text: str, span: Span) -> bool:
    """Whether a stretch stands between quotation marks or brackets of its own."""
    before, after = text[: span.start].rstrip(), text[span.end :].lstrip(" .,;:!?…")
    return before[-1:] != "" and before[-1] in OPENING and after[:1] != "" and after[0] in CLOSING


def _stretches(text: str, languages: Belonging) -> Iterator[Span]:
    """Stretches in the other version's script, long enough to be more than a name or a title."""
    if not languages.foreign_script or languages.foreign_script == languages.own_script:
        return
    for start, end in runs_of_script(text, languages.foreign_script, languages.own_script):
        part = text[start:end]
        letters = sum(c.isalpha() for c in part)
        if languages.foreign_script in UNSPACED:
            enough = letters >= STRETCH_LETTERS and long_enough(
                part, languages.foreign_script, own_has_han=languages.own_script == "KANA"
            )
        else:
            enough = len(prose(part)) >= STRETCH_WORDS
        if enough:
            yield Span(start, end)


def runs_of_script(text: str, script: str, other: str | None) -> Iterator[tuple[int, int]]:
    """Runs of letters of ``script`` with what stands between them, ended by a letter of any other script."""
    start = end = -1
    for place, letter in enumerate(text):
        if not letter.isalpha():
            if end == place and unicodedata.category(letter).startswith("M"):
                end = place + 1
            continue
        kind = script_of_letter(letter)
        if kind == script or (script == "KANA" and kind == "HAN" and other != "HAN"):
            start = place if start < 0 else start
            end = place + 1
        elif start >= 0:
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def _twins(text: str, near: Sequence[Sentence], languages: Belonging) -> Iterator[Span]:
    """Runs of words that repeat a sentence of the other side letter for letter, in its language."""
    here = _words(text)
    for other in near:
        there = _words(other.text)
        run = _common(here, there)
        if run is None:
            continue
        words = text[run.start : run.end]
        lead = languages.lead(words)
        count = len(WORD.findall(words))
        share = count >= TWIN_SHARE * len(there) and lead >= TWIN_LEAD
        sure = count >= LONG_TWIN and lead >= LONG_LEAD and not _is_name(text, run)
        if len(words) >= TWIN_LENGTH and (share or sure):
            yield run


def _words(text: str) -> list[tuple[str, Span]]:
    return [(match.group(), Span(*match.span())) for match in _TOKEN.finditer(text[:MAX_SPAN])]


def _common(first: list[tuple[str, Span]], second: list[tuple[str, Span]]) -> Span | None:
    """The longest run of words that two sentences share, as a place in the first."""
    rows = [word for word, _ in first], [word for word, _ in second]
    if len(set(rows[0]) & set(rows[1])) < TWIN_WORDS:
        return None
    block = SequenceMatcher(None, rows[0], rows[1], autojunk=False).find_longest_match()
    if block.size < TWIN_WORDS:
        return None
    return Span(first[block.a][1].start, first[block.a + block.size - 1][1].end)


def _is_name(text: str, run: Span) -> bool:
    """Whether a run begins with a capital inside its sentence, as the name of a law or a fund does."""
    return text[run.start].isupper() and _INSIDE.search(text[: run.start]) is not None
