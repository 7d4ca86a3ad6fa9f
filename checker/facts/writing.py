"""How a language, and one article in it, use capitals; what a foreign name looks like where there are none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex as re

from checker.facts import bearers, transcription
from checker.languages import lowercase
from checker.languages.frequency import zipf
from checker.languages.words import words as data
from checker.model import Sentence

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‘][^\W\d_]+)*")
UNCASED = re.compile(r"[\u0590-\u0dff\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_START = re.compile(r"[\s\"'“”„«»‘’(\[{¿¡—–―•*>#:-]*")
_STOP = re.compile(r"\p{Ll}\.['\"”’»]?\s*$")
_OPENING = re.compile(
    r"[.!?:…。！？]['\"“”„«»’‘‹›)\]]*\s+[\"'“„«‘‚‹›(\[—–-]*$|[:\n]\s*[\"'“„«‘‚‹›]+$|[“„«‘‚]\s?$"
    r"|[\s(„“«»][\"'‹›]$|[—–•*]\s$"
)
TITLED, STOPPED = 0.75, 1.0
"""Share of the longer words with a capital from which a sentence is in title case, and one that ends with a full stop,
as headlines don't: a short sentence may name three."""
FEW_FORMS, MANY_FORMS = 0.06, 0.2
"""Share of unknown words that is expected of a language whose words have few forms, or many; counts for 20 words."""


@dataclass(frozen=True, slots=True)
class Writing:
    """How a language, and this article, use capitals."""

    language: str
    nouns: bool
    elisions: frozenset[str]
    contractions: frozenset[str]
    """What follows a word behind an apostrophe that is no part of it ("ll")."""
    suffixed: bool
    """Whether endings follow a name behind an apostrophe (Turkish "Ankara'da")."""
    particles: frozenset[str]
    inside: frozenset[str]
    """Words that the article writes with a capital within sentences."""
    small: frozenset[str]
    """Words that it writes small."""
    persons: frozenset[str]
    """Names of Chinese characters whose bearers say something or have a title somewhere in the article."""
    dotted: frozenset[str]
    """Parts of the names that Chinese writes with a dot between them; they stand alone elsewhere."""
    compounds: bool
    """Whether the language writes compounds as one word."""
    foreign: tuple[re.Pattern[str], ...]
    """What foreign names look like in a script without capitals or spaces: runs of the characters that transcribe."""
    rare: float
    """Share of the small words that the frequency list does not have: how much a rare word says in this language."""


def writing_of(language: str, sentences: tuple[Sentence, ...]) -> Writing:
    """What the sentences of an article show of its writing, with the rules of its language."""
    rules = data(language, "names")
    nouns = bool(rules.get("nouns_capitalised"))
    inside: set[str] = set()
    small: set[str] = set()
    for sentence in sentences:
        if in_title_case(sentence.text, nouns):
            continue
        for match in WORD.finditer(sentence.text):
            word = match.group()
            if word.islower():
                small.add(word)
            elif word[:1].isupper() and not initial(sentence.text, match.start()):
                inside.add(lowercase(word))
    elisions, contractions, particles = (
        frozenset(rules.get(key, ())) for key in ("elisions", "contractions", "particles")
    )
    suffixed = language in data("und", "names").get("suffix_apostrophe", ())
    unknown = sum(zipf(language, word) == 0 for word in small)
    expected = FEW_FORMS if language in data("und", "names").get("analytic", ()) else MANY_FORMS
    rare = (unknown + 20 * expected) / (len(small) + 20)
    dotted = frozenset(_dotted(sentences, language)) if rules.get("transcription") else frozenset()
    persons = frozenset(name for sentence in sentences for name in bearers.persons(sentence.text, language))
    compounds = language in data("und", "names").get("compounding", ())
    characters = rules.get("transcription", "")
    foreign = (re.compile(f"[{characters}]{{3,8}}"),) if characters else ()
    return Writing(
        language,
        nouns,
        elisions,
        contractions,
        suffixed,
        particles,
        frozenset(inside),
        frozenset(small),
        persons,
        dotted,
        compounds,
        foreign,
        rare,
    )


def _dotted(sentences: tuple[Sentence, ...], language: str) -> Iterator[str]:
    """The parts of names such as 马尔科·贝里尼; where they end, only the characters of transcription tell."""
    for sentence in sentences:
        for parts in transcription.dotted(sentence.text, language):
            yield from (part for part in parts if len(part) > 1)


def initial(text: str, at: int) -> bool:
    """Whether a capital at this place may be that of a sentence."""
    before = text[max(0, at - 12) : at]
    return (at <= 12 and bool(_START.fullmatch(before))) or bool(_OPENING.search(before))


def in_title_case(text: str, nouns: bool) -> bool:
    """Whether a sentence is a headline in title case or capitals throughout.

    Where all nouns have a capital most of the long words may have one, and headlines have no others.
    """
    if nouns:
        return shouted(text)
    words = [word for word in WORD.findall(text) if len(word) > 3]
    if UNCASED.search(text):
        words = [word for word in words if not UNCASED.search(word)]
    share = STOPPED if _STOP.search(text) else TITLED
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= share * len(words)


@lru_cache(maxsize=16)
def uncapitalised(text: str) -> bool:
    """Whether most letters of a sentence are of a script without capitals: a Latin word that opens it is no rule's."""
    letters = "".join(filter(str.isalpha, text))
    return len(UNCASED.findall(letters)) > 0.5 * len(letters)


@lru_cache(maxsize=16)
def shouted(text: str) -> bool:
    """Whether most letters of a text are capitals."""
    letters = list(filter(str.isalpha, text))
    return sum(map(str.isupper, letters)) > 0.6 * len(letters)
