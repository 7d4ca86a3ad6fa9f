"""Who speaks: leftover names beside a verb of saying, paired across a bead."""

from __future__ import annotations

from checker.checks.acronyms import is_acronym
from checker.checks.context import Pair
from checker.checks.counterpart import alike, nicknamed
from checker.checks.entries import lowered
from checker.checks.leftovers import Leftover, both
from checker.checks.outcomes import outcomes_of
from checker.checks.saying import verbs_of_saying
from checker.facts.candidates import is_katakana
from checker.facts.romanise import fold
from checker.languages import exonyms
from checker.languages.frequency import zipf
from checker.model import Span, Version

REACH = 60
"""Characters between a name and a verb of saying within one sentence, up to which the name is the speaker's."""
BESIDE = 12
"""The same for a country."""
SURE, LIKELY = 0.65, 0.45
"""Strength of the surer and of the fainter of both names; the place beside the verb makes up for the rest."""
SURE_ALONE = 0.65
"""The same for a name that the other version has nowhere."""
UNHEARD = 0.65
"""Likeness of spelling below which a name is none of those that stand there."""
PROVEN = 2
"""Other sentences in which a name has its counterpart, from which it would have it here as well."""
FAR = 10_000
"""More characters than a sentence has."""
RARE = 3.0
"""Zipf frequency below which a word that may be a name is taken for one."""
ORDINARY = 5.5
"""Zipf frequency from which a word with a capital only begins a sentence."""


def misattributed(pair: Pair) -> tuple[tuple[Leftover, Leftover], ...]:
    """Pairs of speakers of one bead where one has taken the other's place."""
    source, target = both(pair)
    rows: list[tuple[Leftover, Leftover]] = []
    taken: set[Span] = set()
    for a in source:
        for b in target:
            if a.bead == b.bead and not {a.span, b.span} & taken and _swapped(pair, a, b):
                taken |= {a.span, b.span}
                rows.append((a, b))
    return tuple(rows)


def _swapped(pair: Pair, a: Leftover, b: Leftover) -> bool:
    if not (_in_place(a, b) or _in_place(b, a)):
        return False
    if any(is_acronym(row.text) or row.never > row.elsewhere or _says(row) or _is_place(row) for row in (a, b)):
        return False
    if alike(a.text, b.text) and not (a.elsewhere and b.elsewhere) and not _unheard(a, b):
        return False
    if _is_title(pair, a) or _is_title(pair, b):
        return False
    if _cut_short(a, b) or nicknamed(a.text, b.text) or any(zipf(row.language, row.text) >= ORDINARY for row in (a, b)):
        return False
    if not (_speaks(pair.source, a) and _speaks(pair.target, b)):
        return False
    return not (_other_speaks(pair, a) and _other_speaks(pair, b))


def _cut_short(a: Leftover, b: Leftover) -> bool:
    """Whether two scripts have a name, one of them with more of it behind ("Lin", 린즈위안).

    With its vowels: Bellini and ブラント begin with the same consonants.
    """
    short, long = sorted((fold(a.text), fold(b.text)), key=len)
    return a.script != "latin" and len(short) > 1 and len(short) < len(long) and long.startswith(short)


def _speaks(version: Version, row: Leftover) -> bool:
    """Whether a leftover speaks; farther from the verb a country, or a body of ordinary words, is spoken of."""
    spoken_of = _is_known_place(row.text) or (row.translatable and row.words > 1)
    return speaks(version, row.span, BESIDE if spoken_of else REACH)


def _other_speaks(pair: Pair, row: Leftover) -> bool:
    """Whether somebody whom both versions name stands nearer to the verb: then that one speaks, here and there.

    "According to Vidali, the contribution of Friuli Venezia Giulia has fallen."
    """
    version = pair.source if row.side == "source" else pair.target
    own = _distance(version, row.span)
    return any(
        word.found
        and word.word.strength >= SURE
        and not _is_known_place(word.word.text)
        and _distance(version, word.word.span) < own
        for word in outcomes_of(pair, row.side, row.bead)
    )


def _is_known_place(text: str) -> bool:
    return len(exonyms.kin(frozenset({fold(text)}))) > 1


def _distance(version: Version, name: Span) -> int:
    """Characters between a name and the nearest verb of saying of its sentence."""
    verbs = verbs_of_saying(version.article.language)
    sentence = next((s for s in version.sentences if s.start <= name.start < s.end), None)
    if verbs is None or sentence is None:
        return FAR
    spans = verbs.spans(lowered(version.article.text[sentence.start : sentence.end]))
    places = [(sentence.start + span.start, sentence.start + span.end) for span in spans]
    return min((max(name.start - end, start - name.end, 0) for start, end in places), default=FAR)


def _says(row: Leftover) -> bool:
    """Whether a word with a capital is itself one of saying ("Према", "According to")."""
    verbs = verbs_of_saying(row.language)
    found = verbs.first(lowered(row.text)) if verbs else None
    return found == Span(0, len(row.text))


def _is_place(row: Leftover) -> bool:
    """Whether a name is that of a place, which the other script may write in a form that nobody listed."""
    return row.script != "latin" and row.text.casefold() in exonyms.entries(row.language)


def _in_place(known: Leftover, other: Leftover) -> bool:
    """Whether a person whom both versions know stands in the place of another.

    The other may be one who speaks but once, and is then unknown to the version that lost the statement.
    """
    if not known.known or not all(row.strength >= LIKELY or _is_rare(row) or _recurs(row) for row in (known, other)):
        return False
    if other.known:
        return max(known.strength, other.strength) >= SURE
    if _proven(known) and other.strength >= SURE_ALONE and not other.elsewhere and other.heard < UNHEARD:
        return True
    return known.elsewhere > 0 and not other.elsewhere and other.strength >= SURE_ALONE and _shows(other)


def _recurs(row: Leftover) -> bool:
    """Whether the other version has a word that may be a name as well; ordinary loanwords in katakana recur too."""
    return row.known and row.elsewhere > 0 and not is_katakana(row.text)


def _is_title(pair: Pair, row: Leftover) -> bool:
    """Whether a word is a title ("die Ministerin", who is whoever holds the office): a name would be spelled alike.

    What other beads carry over by its sound is no ordinary word any more.
    """
    other = pair.target if row.side == "source" else pair.source
    ordinary = row.ordinary and row.translatable and zipf(row.language, row.text) >= RARE
    return ordinary and row.text not in other.article.text


def _proven(row: Leftover) -> bool:
    """Whether the other version has a name wherever this one has it, but for here, where nothing sounds like it."""
    return row.strength >= SURE and row.elsewhere >= PROVEN and not row.never and row.heard < UNHEARD


def _shows(row: Leftover) -> bool:
    """Whether the other version would show a name if it had it."""
    return (row.tellable or row.script == "letters") and row.heard < UNHEARD


def _unheard(a: Leftover, b: Leftover) -> bool:
    """Whether nothing in the bead sounds like either of two names in Latin letters."""
    return a.script == b.script == "latin" and max(a.heard, b.heard) < UNHEARD


def _is_rare(row: Leftover) -> bool:
    """Whether a word that may be a name is hardly ever written otherwise."""
    return zipf(row.language, row.text) < RARE


def speaks(version: Version, name: Span, reach: int = REACH) -> bool:
    """Whether a verb of saying stands beside a name in its sentence."""
    return _distance(version, name) <= reach
