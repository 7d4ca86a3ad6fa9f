"""Flags a person, organisation, place or work that has no counterpart on the other side.

What agrees is cancelled first: spellings, inflection, other scripts, names in other languages, acronyms, words alike
in meaning. Two leftovers that take each other's place are a replaced name, an error; one alone is a warning, and only
where much speaks for it.

Fires:
    de: Der Vertrag wurde am Freitag von Sabine Krüger in Lissabon unterzeichnet.
    en: The contract was signed by Sabine Hofstetter in Lisbon on Friday.

Silent:
    de: Der Vertrag wurde am Freitag von Sabine Krüger in Lissabon unterzeichnet.
    en: The contract was signed by Sabine Krüger in Lisbon on Friday.
"""

from __future__ import annotations

import math
import re
from collections.abc import Container, Iterable, Iterator, Sequence

from checker.checks import weighing
from checker.checks.acronyms import is_acronym
from checker.checks.agreement import agreement
from checker.checks.context import MIN_SCORE, Pair
from checker.checks.counterpart import alike, nicknamed, spelled
from checker.checks.entities import Mention, exchanged
from checker.checks.enumerated import missing_members
from checker.checks.exonymy import english_names, known_name, metonym
from checker.checks.leftovers import Leftover, both
from checker.checks.outcomes import SPELLED
from checker.checks.passage import passage
from checker.checks.speakers import misattributed
from checker.facts.names import Name
from checker.facts.romanise import fold
from checker.facts.strength import CERTAIN, INITIAL, LIKELY, OPEN, is_slip
from checker.languages import exonyms
from checker.languages.exonyms.entities import as_in_english
from checker.languages.frequency import zipf
from checker.languages.names import english_name
from checker.model import Finding, Severity, Span, Version

NAME = "name"
_PARTS = re.compile(r"[\s-]+")
_Row = Leftover | Mention | None
SEVERITY: Severity = "error"

SHORTEST = 3
"""Characters that a name needs; shorter ones are syllables of names in several words, or abbreviations."""
REPLACED, REPLACED_STEP = -2.4, 0.5
"""Log odds from which two leftovers of a text of one sentence are a replaced name, and what is added for every e-fold
length: an editor bears so many false alarms a text, not a sentence. With these limits 51 of the 64 replaced names of
the development articles are found and 17 names flagged in their 227 faithful versions; in three own articles from two
languages 39 of 81 edits that a name may tell, and 13 names in 252 faithful pairs. From -2.1: 50 and 14, 36 and 9."""
MISSING, MISSING_STEP = -0.5, 0.8
"""The same for one leftover alone; a step of 0.6 finds one more own edit, with seven or eight more false alarms on
either side. From -1.0, single sentences have .55 for .54 of their removed names found, and 4.1 for 2.7 % of the correct
ones flagged."""
HOLE = 2.0
"""What is taken off that limit where a word has evidently fallen out on the other side: so it has in 160 of 352 English
sentences from which a name was removed, and in 3 of the correct ones."""
LISTED = 1.0
"""The same where it stands in a list whose other names are all there. In two own articles from two languages three more
of 69 edits are found so, and no more names flagged in 104 faithful pairs; with 1.5 two are."""
NOUN = 0.5
"""What is added to it for a word that a language may give its capital as a noun ("Fjord", "Abgasskandal")."""
GOVERNS, ACRONYM = 1.2, 1.2
"""The same for a capital, which may stand for its government, and for an acronym, which may stand for words.

Chosen by what was left over in single sentences, not fitted."""
UNCASED = 0.5
"""What is taken off the first limit where a version is in a script without capitals, for there is less evidence."""
DISPLACED = 1.0
"""What is taken off it where each side has a known place or people that the other lacks: Athens here, Paris there."""
SAMPLE = 2000
"""Characters of a version that are looked at for its script."""
UNHEARD = 0.65
"""Likeness of spelling or sound below which two names are hardly two renderings of one."""
APART = 0.4
"""Share of its sentences by which two leftovers stand apart that hardly take each other's place."""
EVERYDAY = 4.5
"""Zipf frequency of a word that may stand beside an acronym without being a name."""
USUAL = 3.5
"""Zipf frequency from which a capital is rather that of a title or an institution ("Bourse", "Direktörü")."""
SURE = 1.0
"""Log odds from which a replaced name is an error."""


def check(pair: Pair) -> Iterable[Finding]:
    """Yield names that changed or went missing."""
    if not agreement(pair).yardstick.usable:
        return
    source, target = both(pair)
    taken = {row.span for rows in misattributed(pair) for row in rows}
    for bead, own, other in exchanged(pair):
        if not {span for span in taken if span.overlaps(own.span) or span.overlaps(other.span)}:
            taken.update((own.span, other.span))
            yield _finding(pair, bead, own, other, "error")
    length = math.log(max(1, len(pair.beads)))
    limit = REPLACED + REPLACED_STEP * length - UNCASED * _without_capitals(pair)
    rest = ([row for row in rows if not _taken(row, taken) and _compared(pair, row)] for rows in (source, target))
    for odds, a, b in replaced(pair, *rest):
        if odds > limit - DISPLACED * (a.displaced and b.displaced) and not _same_bearer(pair, a, b):
            taken.update((a.span, b.span))
            yield _finding(pair, a.bead, a, b, "error" if odds > SURE else "warning")
    yield from _missing_members(pair, taken)
    acronyms = {(row.bead, row.side) for row in (*source, *target) if is_acronym(row.text)}
    for row in (*source, *target):
        if _taken(row, taken) or not _compared(pair, row) or _facing(row, acronyms):
            continue
        if stands_alone(row, MISSING + MISSING_STEP * length):
            yield _finding(
                pair, row.bead, row if row.side == "source" else None, row if row.side == "target" else None, "warning"
            )


def _missing_members(pair: Pair, taken: set[Span]) -> Iterator[Finding]:
    """The countries and towns that a list lost, which are then taken."""
    for bead, side, row in missing_members(pair):
        if not any(span.overlaps(row.span) for span in taken):
            taken.add(row.span)
            own, other = (row, None) if side == "source" else (None, row)
            yield _finding(pair, bead, own, other, "warning")


def _taken(row: Leftover, taken: Iterable[Span]) -> bool:
    """Whether a finding has a part of a leftover already."""
    return any(span.overlaps(row.span) for span in taken)


def _facing(row: Leftover, acronyms: Container[tuple[int, str]]) -> bool:
    """Whether an acronym faces another one of its bead, which may be the same body's in the other language."""
    return is_acronym(row.text) and (row.bead, "target" if row.side == "source" else "source") in acronyms


def _without_capitals(pair: Pair) -> bool:
    """Whether one of the versions is in a script without capitals."""
    texts = (version.article.text[:SAMPLE] for version in (pair.source, pair.target))
    return any(2 * sum(c.isupper() or c.islower() for c in text) < sum(c.isalpha() for c in text) for text in texts)


def _compared(pair: Pair, row: Leftover) -> bool:
    return pair.beads[row.bead].score >= MIN_SCORE


def replaced(
    pair: Pair, source: Sequence[Leftover], target: Sequence[Leftover]
) -> Iterator[tuple[float, Leftover, Leftover]]:
    """Leftovers of both sides that may stand for each other, with the log odds: the surest of a bead first."""
    rows = sorted(
        (
            (weighing.exchanged(pair, a, b), a, b)
            for a in source
            for b in target
            if a.bead == b.bead and may_stand_for(a, b)
        ),
        key=lambda row: (-row[0], row[1].span, row[2].span),
    )
    taken: set[Span] = set()
    for odds, a, b in rows:
        if not {a.span, b.span} & taken:
            taken.update((a.span, b.span))
            yield odds, a, b


def may_stand_for(a: Leftover, b: Leftover) -> bool:
    """Not where they may be renderings of one name.

    Nor where one is an acronym that the article nowhere else carries over, or an ordinary word: a noun of German, which
    gives them all capitals ("the company" for its name), or one that begins a sentence. Titles in quotation marks are
    translated freely.
    """
    if (a.quoted and b.quoted and (a.translatable or b.translatable)) or _own_people(a) or _own_people(b):
        return False
    if (
        _alike(a, b)
        or nicknamed(a.text, b.text)
        or any(row.text.isascii() and len(row.text) < SHORTEST for row in (a, b))
    ):
        return False
    if _of_other_kinds(a, b) or _of_other_kinds(b, a) or _spoken_of(a, b) or _spoken_of(b, a):
        return False
    if (_acronymic(a) and not _plain_name(b)) or (_acronymic(b) and not _plain_name(a)):
        return False
    if _guesses(a, b) or _guesses(b, a) or _resumed(a, b) or _resumed(b, a):
        return False
    return _surnames(a, b) or not any(row.ordinary or (row.opens and row.strength < OPEN) for row in (a, b))


def _of_other_kinds(a: Leftover, b: Leftover) -> bool:
    """Whether one is a people and the other nothing known, whose it then says that is ("Italian police").

    A country by its own name ("Ukraine") may have taken any name's place.
    """
    names = english_names(a.text, a.language) | {fold(a.text)}
    return (
        not names & exonyms.countries()
        and bool(exonyms.kin(names) & exonyms.countries())
        and not (known_name(b.text, b.language) or as_in_english(b.text))
        and not b.displaced
    )


def _resumed(a: Leftover, b: Leftover) -> bool:
    """Whether one is named next to here on the other side as well, which has a pronoun, and the other stands elsewhere.

    "He had it from a family, as the laboratory found" and "Brunner had it from a family".
    """
    known = a.near and a.elsewhere > 0 and not (b.known or b.elsewhere or b.displaced)
    return known and abs(a.place - b.place) >= APART


def _guesses(a: Leftover, b: Leftover) -> bool:
    """Whether one is a German noun that no list has ("Lotsen") and facing it is a word that is a name no more surely.

    In seven own articles against eleven such scripts each, seven of those were flagged in faithful versions, and of the
    replaced names only one that is known was found so.
    """
    unsure = a.noun and a.words == 1 and not a.partly and not known_name(a.text, a.language)
    return unsure and b.uncased and b.strength <= INITIAL


def _spoken_of(a: Leftover, b: Leftover) -> bool:
    """Whether other beads carry a name over, so that this one may say "the company", and facing it is a usual word."""
    usual = b.strength <= OPEN and not b.uncased and zipf(b.language, b.text) >= USUAL
    return a.elsewhere > 0 and usual and not known_name(b.text, b.language) and not a.beside & b.beside


def _surnames(a: Leftover, b: Leftover) -> bool:
    """Whether two words follow or precede the same name, one of them surely one itself: the other is its kind.

    "Ulrike Sommerfeld" is made of ordinary words; where "Ulrike Brandstetter" stands for it, it is a person.
    """
    return (
        bool(a.beside & b.beside)
        and a.words == b.words == 1
        and max(a.strength, b.strength) >= CERTAIN
        and max(a.meant, b.meant) < weighing.HALF_MEANT
    )


def _plain_name(row: Leftover) -> bool:
    """Whether a leftover is one word that surely is a name: then an acronym doesn't stand for its words.

    In Latin letters on both sides; elsewhere acronyms may be written as words.
    """
    other = row.translatable or row.partly or is_acronym(row.text)
    return row.script == "latin" and row.strength >= CERTAIN and row.words == 1 and not other


def _own_people(row: Leftover) -> bool:
    """Whether a leftover is the people of its own language, which goes without saying there ("Íslensk", "Česká")."""
    return fold(english_name(row.language)) in english_names(row.text, row.language) and not row.displaced


def _alike(a: Leftover, b: Leftover) -> bool:
    """Whether two leftovers may be renderings of one name; where nothing sounds like either, that is weighed."""
    return alike(a.text, b.text) and (
        is_acronym(a.text) or is_acronym(b.text) or "han" in (a.script, b.script) or max(a.heard, b.heard) >= UNHEARD
    )


def _acronymic(row: Leftover) -> bool:
    """Whether a leftover is an acronym that no other bead carries over, or one with ordinary words ("US-Präsident")."""
    parts = [word for word in _PARTS.split(row.text) if word]
    rest = [word for word in parts if not is_acronym(word)]
    if len(rest) == len(parts) or not all(zipf(row.language, word) >= EVERYDAY for word in rest):
        return False
    return bool(rest) or not row.elsewhere


def _same_bearer(pair: Pair, a: Leftover, b: Leftover) -> bool:
    """Whether one version has a name of several words of which one leftover is a part and the other another part.

    "Sloane" here and "Mathilde" there are Mathilde Sloane; where other words of a name agree, they are not.
    """
    if a.partly or b.partly:
        return False
    views = ((pair.source, a, b), (pair.target, b, a))
    return any(_shares_a_name(version, own.text, other) for version, own, other in views)


def _shares_a_name(version: Version, own: str, other: Leftover) -> bool:
    there = passage(other.text, other.language)
    return any(
        spelled(word.text, version.article.language, there) >= SPELLED
        for facts in version.facts
        for fact in facts
        if isinstance(fact, Name) and len(fact.words) > 1 and own in (word.text for word in fact.words)
        for word in fact.words
        if word.text != own and len(word.text) >= SHORTEST
    )


def stands_alone(row: Leftover, limit: float) -> bool:
    """Whether one leftover is evidence enough.

    An acronym may stand for words, a capital for its government; where the article carries the name over elsewhere,
    this sentence may say "she" or "the company". None of it counts where a word has
    evidently fallen out.
    """
    if row.whole:
        return not _own_people(row)
    if _explained(row):
        return False
    if row.dropped and row.strength >= LIKELY and row.heard < UNHEARD:
        return True
    doubt = 0.0 if row.holed else GOVERNS * _governs(row) + ACRONYM * is_acronym(row.text)
    doubt += NOUN * row.noun
    return weighing.alone(row) > limit + doubt - HOLE * row.holed - LISTED * row.listed


def _explained(row: Leftover) -> bool:
    """Whether the other side may well do without a name; a list does without none of its members."""
    if row.bracketed or row.glossed or (row.quoted and row.translatable) or len(row.text) < SHORTEST or _is_title(row):
        return True
    if _own_people(row) or is_slip(row.language, row.text.casefold()) or _is_beside_surname(row):
        return True
    return (row.elsewhere > 0 and (row.noun or not row.listed)) or (row.unreadable and not row.holed)


def _is_beside_surname(row: Leftover) -> bool:
    """Whether a first name is left over whose surname is there: "Mrs Thatcher" says enough elsewhere."""
    if not row.partly or not row.words == len(row.company) == 1 or row.translated or row.listed or row.holed:
        return False
    return zipf(row.language, row.company[0]) < EVERYDAY


def _is_title(row: Leftover) -> bool:
    """Whether words stand before a first and a second name that are there, the last of them an ordinary word."""
    words = _PARTS.split(row.text)
    return len(words) > 1 and len(row.company) > 1 and zipf(row.language, words[-1]) >= USUAL


def _governs(row: Leftover) -> bool:
    """Whether a capital may stand for its government, and no other place does."""
    return metonym(row.text, row.language) and not row.displaced


def _finding(pair: Pair, bead: int, a: _Row, b: _Row, severity: Severity) -> Finding:
    languages = english_name(pair.source.article.language), english_name(pair.target.article.language)
    if a and b:
        message = f"The {languages[0]} version names “{a.text}”, the {languages[1]} one “{b.text}”."
    elif a:
        message = f"The {languages[0]} version names “{a.text}”; the {languages[1]} one has no such name here."
    else:
        text = b.text if b else ""
        message = f"The {languages[1]} version names “{text}”; the {languages[0]} one has no such name here."
    facts = (a.text if a else "", b.text if b else "")
    return Finding(NAME, severity, message, bead, a.span if a else None, b.span if b else None, (), facts)
