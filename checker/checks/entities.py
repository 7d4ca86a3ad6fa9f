"""Well-known bodies, countries and towns of a bead, and those that took each other's place.

Most names are held against the other side word by word; what every newsroom knows can be held against it as a whole,
whatever its language calls it. Where one side names the World Bank and the other the Monetary Fund instead, likeness
of their words says little: both are alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec
import regex as re

from checker.checks.context import MIN_SCORE, Pair
from checker.checks.counterpart import spelled
from checker.checks.outcomes import SPELLED, text_of
from checker.checks.passage import passage
from checker.checks.scripts import HAN, mostly_latin
from checker.facts.writing import UNCASED, initial, shouted
from checker.languages import exonyms
from checker.languages.exonyms.entities import Entity, as_in_english, by_key, entries, named
from checker.languages.frequency import zipf
from checker.languages.propers import is_proper
from checker.languages.words import words as data
from checker.model import Bead, Span

SPELLED_ALIKE = frozenset({"town", "medium"})
"""What languages with one script spell alike unless they have a name of their own for it."""
UNHEARD = 0.5
"""Likeness of sound below which a text in another alphabet lacks a name that its language spells as it sounds."""
ORDINARY = 4.5
"""Zipf frequency from which a word that no list has as a name is an ordinary one, whatever English calls so."""
LONGEST = 6
"""Words of a name."""
ABBREVIATED = frozenset({"body", "medium"})
SHORT = 5
"""Letters up to which a body's name is its acronym, which is written in capitals."""
LEAST = 3
"""Letters of a name that is no acronym."""
WHOLE = 4
"""Characters of a name in a script without capitals that may have anything behind it."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_APOSTROPHE = re.compile("['’]")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")


class Mention(msgspec.Struct, frozen=True):
    """Words that name one of some entities (Korea is two)."""

    span: Span
    text: str
    entities: frozenset[Entity]


def exchanged(pair: Pair) -> Iterator[tuple[int, Mention, Mention]]:
    """Bead and mentions of source and target of different entities, where each side lacks the other's."""
    for index, bead in enumerate(pair.beads):
        if bead.source and bead.target and bead.score >= MIN_SCORE:
            for a, b in _exchanged(pair, bead):
                yield index, a, b


def _exchanged(pair: Pair, bead: Bead) -> Iterator[tuple[Mention, Mention]]:
    own, other = mentions_of(pair, bead), mentions_of(pair.swapped(), turned(bead))
    gone = [row for row in own if lost(pair, bead, row, other)]
    new = [row for row in other if lost(pair.swapped(), turned(bead), row, own)]
    more = Counter(entity for row in other for entity in row.entities)
    more.subtract(entity for row in own for entity in row.entities)
    repeated = [row for row in other if _country(row) and all(more[entity] > 0 for entity in row.entities)]
    taken: set[Span] = set()
    for a in gone:
        near = sorted(repeated, key=lambda b: abs(_place(pair, bead, a) - _place(pair.swapped(), turned(bead), b)))
        b = next((b for b in (*new, *near) if b.span not in taken and _differ(a, b)), None)
        if b is not None:
            taken.add(b.span)
            yield a, b


def _place(view: Pair, bead: Bead, row: Mention) -> float:
    """Where in its side of the bead a mention stands, 0 to 1."""
    start, end = view.source.sentences[bead.source[0]].start, view.source.sentences[bead.source[-1]].end
    return (row.span.start - start) / max(1, end - start)


def _country(row: Mention) -> bool:
    return any(entity.kind == "country" for entity in row.entities)


def _differ(a: Mention, b: Mention) -> bool:
    """Whether two mentions are of a kind and neither may be the other's; a capital is a town as well."""
    kinds = {entity.kind for entity in a.entities} & {entity.kind for entity in b.entities}
    return bool(kinds) and not any(x.may_be(y) for x in a.entities for y in b.entities)


def lost(view: Pair, bead: Bead, row: Mention, other: Sequence[Mention]) -> bool:
    """Whether the other side has neither a mention of what is mentioned nor its spelling, nor have its neighbours.

    Its language must have a name for it.
    """
    language = view.target.article.language
    if any(row.entities & there.entities for there in other):
        return False
    least = SPELLED if _tellable(row, language, view, bead) else UNHEARD * _transcribed(row, view, bead)
    first, last = bead.target[0], bead.target[-1]
    wide = text_of(view, range(max(0, first - 1), min(len(view.target.sentences), last + 2)))
    if any(row.entities & there.entities for there in mentions(wide, language)):
        return False
    return spelled(row.text, view.source.article.language, passage(text_of(view, bead.target), language)) < least


def _transcribed(row: Mention, view: Pair, bead: Bead) -> bool:
    """Whether a language that has no name of its own for a town spells it in another alphabet as it sounds."""
    return _is_alike(row) and mostly_latin(row.text) and not HAN.search(text_of(view, bead.target))


def _is_alike(row: Mention) -> bool:
    return all(entity.kind in SPELLED_ALIKE for entity in row.entities)


def _tellable(row: Mention, language: str, view: Pair, bead: Bead) -> bool:
    """Whether a language has a name for what is mentioned, or would leave it as it is spelled."""
    if language == "en":
        return True
    if _is_alike(row) and mostly_latin(row.text) and mostly_latin(text_of(view, bead.target)):
        return True
    known = exonyms.covered(language)
    keys = (key for key, entities in by_key().items() if entities & row.entities)
    return any(key in known for key in keys)


def turned(bead: Bead) -> Bead:
    """A bead seen from its other side."""
    return Bead(bead.target, bead.source, bead.score)


def mentions_of(view: Pair, bead: Bead) -> tuple[Mention, ...]:
    """The entities that the source of a bead mentions; no countries in brackets."""
    article = view.source.article
    return tuple(
        Mention(Span(s.start + row.span.start, s.start + row.span.end), row.text, row.entities)
        for s in (view.source.sentences[i] for i in bead.source)
        for row in mentions(s.text, article.language)
        if not (_country(row) and _in_brackets(s.text, row.span.start))
    )


def _in_brackets(text: str, at: int) -> bool:
    """Whether a place lies in brackets, where versions say where a report is from ("(China News)") or add a gloss."""
    before = text[:at].replace("（", "(").replace("）", ")")
    return "(" in before.rpartition(")")[2]


@lru_cache(maxsize=512)
def mentions(text: str, language: str) -> tuple[Mention, ...]:
    """The entities that a text mentions, in their order."""
    rows = (*_in_words(text, language), *(_in_letters(text, language) if UNCASED.search(text) else ()))
    return tuple(sorted(rows, key=lambda row: row.span))


def _in_words(text: str, language: str) -> Iterator[Mention]:
    """Runs of words that begin with a capital, the longest first, and single words of a country in any case."""
    words = list(_words(text, language))
    loud = shouted(text)
    free = 0
    for at, first in enumerate(words):
        start = first.start
        if start < free or UNCASED.search(text, start, first.end):
            continue
        for size in range(min(LONGEST, len(words) - at) if text[start].isupper() else 1, 0, -1):
            end = words[at + size - 1].end
            if entities := _named(text[start:end], language, opens=initial(text, start), loud=loud):
                yield Mention(Span(start, end), text[start:end], entities)
                free = end
                break


def _words(text: str, language: str) -> Iterator[Span]:
    """The words of a text without what elision puts before them ("dell’Organizzazione")."""
    elisions = data(language, "names").get("elisions", ())
    for match in _WORD.finditer(text):
        mark = _APOSTROPHE.search(match.group()) if elisions else None
        elided = mark is not None and match.group()[: mark.start()].casefold() in elisions
        yield Span(match.start() + (mark.end() if mark and elided else 0), match.end())


def _named(phrase: str, language: str, *, opens: bool, loud: bool) -> frozenset[Entity]:
    """The entities that a phrase names: by the table of the language, or as English does."""
    if not phrase[0].isupper() and not _may_be_small(phrase, language):
        return frozenset()
    if len(phrase) < LEAST and not phrase.isupper():
        return frozenset()
    entities = named(language, phrase)
    if phrase[0].isupper() and (language == "en" or _may_be_english(phrase, language, opens=opens, loud=loud)):
        entities |= as_in_english(phrase)
    if not phrase[0].isupper():
        return entities if any(entity.kind == "country" for entity in entities) else frozenset()
    if len(phrase) > SHORT or phrase.isupper() or (is_proper(language, phrase.casefold()) and not opens):
        return entities
    return frozenset(entity for entity in entities if entity.kind not in ABBREVIATED)


def _may_be_english(phrase: str, language: str, *, opens: bool, loud: bool) -> bool:
    """Whether a language may write a name as English does: an acronym, or no ordinary word."""
    if phrase.isupper():
        return len(phrase) > 1 and not loud
    word = phrase.casefold()
    return len(phrase) > SHORT and not opens and (zipf(language, word) < ORDINARY or is_proper(language, word))


def _may_be_small(word: str, language: str) -> bool:
    """Whether a language writes its names of peoples small, and a word is no short one, which may be anything.

    Where all nouns have a capital, their adjectives are small.
    """
    if len(word) <= SHORT or not data(language, "names").get("nouns_capitalised"):
        return len(word) > SHORT
    return bool(re.search(str(data(language, "names").get("adjective", "$")), word))


def _in_letters(text: str, language: str) -> Iterator[Mention]:
    """Names of the table in a script without capitals, the longest first."""
    plain, taken = text.casefold(), [False] * len(text)
    if len(plain) != len(text):
        return
    for name, entities in entries(language).items():
        for at in _places(plain, name):
            if not any(taken[at : at + len(name)]) and _whole(plain, at, at + len(name), language):
                taken[at : at + len(name)] = [True] * len(name)
                yield Mention(Span(at, at + len(name)), text[at : at + len(name)], entities)


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name) if len(name) > 1 else -1
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def _whole(text: str, start: int, end: int, language: str) -> bool:
    """Whether a word begins here but for what is written together with it, and a short one ends here as well."""
    if _HAN.match(text, start):
        return True
    before, behind = _run(reversed(text[:start]))[::-1], _run(iter(text[end:]))
    rules = data(language, "names")
    if before not in ("", *rules.get("prefixes", ())):
        return False
    return end - start >= WHOLE or behind in ("", *rules.get("attached", ()))


def _run(letters: Iterable[str]) -> str:
    """The letters that follow one another at once."""
    run = ""
    for letter in letters:
        if not (letter.isalnum() or "\u0300" <= letter <= "\u036f" or "\u0900" <= letter <= "\u0dff"):
            break
        run += letter
    return run
