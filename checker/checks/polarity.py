"""Words that deny: negators, and what may carry a denial without one ("refuse", "without", "un-").

The lists are data of each language (``[polarity]`` in ``checker/languages/words``): ``negators`` by themselves make a
sentence negative, ``soft`` words may do so in a translation, ``phrases`` hold a negator without denying ("not only")
and count as soft; a phrase without one is a word that only looks like an entry ("uncle"). ``weak`` words deny a part
or by the way ("not all", "no longer", "without"); ``softer`` ones may deny, though a pattern of the negators takes them
in (Latvian "nezināms", unknown); ``limits`` ("before", "less", "below") turn round with a negator, so that other words
say the same ("at the earliest", "at least"); ``final`` ones of two meanings at the end of a clause alone (Bangla "নয়",
elsewhere nine). ``concord`` words deny nothing beside a negator, which they only repeat ("δεν έχει καμία αξία": has no
worth), nor do ``resuming`` ones anywhere behind it ("would not answer and left instead"). A language's ``negators``
are those whose sentences human translators hardly ever render without any denial: over parallel sentences with English
97 % and more of them, words of two meanings (Vietnamese "nào", Arabic "ما", Turkish "ne") being left to ``soft``. ``*``
stands for any letters, ``…`` for some words in between (:mod:`checker.checks.entries`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec
import regex as re

from checker.checks.entries import Entries, entries, lowered
from checker.languages.frequency import zipf
from checker.languages.words import words as data
from checker.model import Span

_BESIDE = re.compile(r"(?:[^\w,;:.]*\w+){0,6}?[^\w,;:.]*")
"""The words between a negator and what repeats it."""
_END = re.compile(r"\s*(?:[^\w\s]|$)")
_CAPITALISED = re.compile(r"\p{Lu}\p{Ll}+")
_BEHIND_A_SMALL_WORD = re.compile(r"(?<!\w)\p{Ll}\w*,?\s$")
_BEFORE_A_NAME = re.compile(r"\s\p{Lu}")


class Polarity(msgspec.Struct, frozen=True):
    """What a text has of either kind, as places in it."""

    negators: tuple[Span, ...]
    soft: tuple[Span, ...]
    reversing: tuple[Span, ...] = ()
    """A "without" or "unless", which turns a negator round: together they affirm."""
    idle: tuple[Span, ...] = ()
    """Phrases that hold a negator without denying ("not only", "why not"); they count as soft."""
    weak: tuple[Span, ...] = ()
    """What denies in part or by the way ("not all", "no longer", "without"); most of it counts as soft as well."""
    limits: tuple[Span, ...] = ()
    """Words that set a limit ("before", "less", "below")."""


@lru_cache(maxsize=4096)
def polarity(text: str, language: str) -> Polarity | None:
    """The negators and soft denials of a text; None where the language has no lists."""
    negators = listed(language, "negators")
    if negators is None:
        return None
    masked = lowered(text)
    limits = _places(listed(language, "limits"), masked)
    conceivable = _places(listed(language, "conceivable"), masked)
    phrases = (*_places(listed(language, "phrases"), masked), *conceivable)
    weak = _outside(_places(listed(language, "weak"), masked), phrases)
    idle = tuple(span for span in phrases if span in conceivable or negators.first(masked[span.start : span.end]))
    for span in phrases:
        masked = f"{masked[: span.start]}{chr(0) * (span.end - span.start)}{masked[span.end :]}"
    softer = _places(listed(language, "softer"), masked)
    denying = (*_places(negators, masked), *_final(language, masked))
    denials = tuple(
        sorted(span for span in denying if not any(map(span.overlaps, softer)) and not _is_name(text, span, language))
    )
    repeating = _repeating(language, masked, denials)
    soft = [
        span
        for span in {*softer, *_places(listed(language, "soft"), masked)}
        if not any(map(span.overlaps, denials)) and not any(word.covers(span) for word in repeating)
    ]
    reversing = _places(listed(language, "reversing"), masked)
    return Polarity(denials, tuple(sorted((*idle, *soft))), reversing, idle, weak, limits)


def _repeating(language: str, text: str, negators: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words that only repeat a negator of their clause, or resume one before them."""
    beside = (
        word
        for word in _places(listed(language, "concord"), text)
        if any(_BESIDE.fullmatch(text[min(word.end, row.end) : max(word.start, row.start)]) for row in negators)
    )
    behind = (word for word in _places(listed(language, "resuming"), text) if negators and negators[0].end < word.start)
    return (*beside, *behind)


def _outside(words: tuple[Span, ...], phrases: tuple[Span, ...]) -> tuple[Span, ...]:
    """The places that are no later part of a phrase ("so stark wie seit März nicht mehr")."""
    return tuple(
        word for word in words if not any(phrase.overlaps(word) and phrase.start < word.start for phrase in phrases)
    )


def _final(language: str, text: str) -> Iterator[Span]:
    """The words of two meanings that deny only where a clause ends with them (Bangla "নয়", elsewhere nine)."""
    return (span for span in _places(listed(language, "final"), text) if _END.match(text, span.end))


def _is_name(text: str, span: Span, language: str) -> bool:
    """Whether a word is a name that a pattern of the negators takes in (Latvian "Nermina").

    A headline may have capitals throughout, so the word before must have none; at the beginning of a sentence the word
    must be unknown and have a second name behind it.
    """
    word = text[span.start : span.end]
    if not (_CAPITALISED.fullmatch(word) and inflected(word, language)):
        return False
    if _BEHIND_A_SMALL_WORD.search(text[: span.start]):
        return True
    return bool(_BEFORE_A_NAME.match(text, span.end)) and not zipf(language, word)


def joints(text: str, language: str, kind: str) -> tuple[Span, ...]:
    """The words that join clauses: "and", behind which a negator before it may deny as well, or "but" and "that"."""
    return _places(listed(language, kind), lowered(text))


def inflected(word: str, language: str) -> bool:
    """Whether a word is a negated form of another ("gelmedi") and no negator by itself."""
    negators = listed(language, "negators")
    return negators is not None and negators.within(lowered(word))


def _places(words: Entries | None, text: str) -> tuple[Span, ...]:
    return words.spans(text) if words else ()


@cache
def listed(language: str, key: str) -> Entries | None:
    """A list of a language's ``[polarity]``; None where it has none."""
    return entries(data(language, "polarity").get(key, ()))
