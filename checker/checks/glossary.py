"""Flags a term of the house glossary that is not rendered as agreed.

The glossary stands in the settings, ``[glossary]``, or in a CSV or TBX file that they name. Where a sentence of the
source has a term, its translation must have one of the agreed renderings, in whatever form the language gives it; a
word that is to be kept must stand there as it is. Without a glossary the check has nothing to say.

Glossary:
    de: Kohleausstieg
    en: coal phase-out

Fires:
    de: Die Ministerin verteidigte den Kohleausstieg am Montag im Parlament.
    en: The minister defended the exit from coal in parliament on Monday.

Silent:
    de: Die Kosten des Kohleausstiegs trägt der Bund.
    en: The federal government bears the cost of phasing out coal: the coal phase-out is a national task.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from checker.checks import lexical
from checker.checks.context import MIN_SCORE, Pair
from checker.checks.terms import may_hold, places, present, squeezed
from checker.glossary import Entry
from checker.languages.names import english_name
from checker.model import Bead, Finding, Severity, Span

NAME = "glossary"
SEVERITY: Severity = "warning"

MEANT = 0.45
"""Cosine from which a phrase of the translation is shown as what stands for the term; no finding hangs on it."""
LONGER = 0.06
"""By how much a word more must make a phrase more like the term."""
MAX_SHOWN = 3
"""Agreed renderings that a message lists."""


def check(pair: Pair) -> Iterable[Finding]:
    """Yield the terms of the source whose agreed rendering the target lacks."""
    languages = pair.source.article.language, pair.target.article.language
    text = pair.source.article.text.casefold()
    entries = [
        entry for entry in pair.glossary.entries(*languages) if any(may_hold(text, term) for term in entry.terms)
    ]
    if not entries:
        return
    for index, bead in enumerate(pair.beads):
        if bead.source and bead.target and bead.score >= MIN_SCORE:
            yield from _in_bead(pair, index, bead, entries)


def _in_bead(pair: Pair, index: int, bead: Bead, entries: Sequence[Entry]) -> Iterator[Finding]:
    found = list(_terms(pair, bead, entries))
    if not found:
        return
    language = pair.target.article.language
    there = squeezed(_text(pair, bead.target), language)
    beside = squeezed(_text(pair, (bead.target[0] - 1, bead.target[-1] + 1)), language)
    for entry, span in found:
        if any(present(there, term, language, kept=entry.kept) for term in entry.agreed):
            continue
        told = _told(pair, bead, entry, span)
        # A term that stands right before or after is taken up again here, by a pronoun for instance.
        if told is None and any(present(beside, term, language, kept=entry.kept) for term in entry.agreed):
            continue
        facts = (pair.source.article.text[span.start : span.end], *entry.agreed)
        yield Finding(NAME, SEVERITY, _message(pair, entry, span, told), index, span, told, (), facts)


def _terms(pair: Pair, bead: Bead, entries: Sequence[Entry]) -> Iterator[tuple[Entry, Span]]:
    """The terms that the source side of a bead has, each at its first place; within a longer term none counts."""
    rows = [
        (Span(sentence.start + span.start, sentence.start + span.end), entry)
        for sentence in pair.sentences(bead)[0]
        for entry in entries
        for term in entry.terms
        for span in places(sentence.text, term, pair.source.article.language)
    ]
    taken: list[Span] = []
    seen: list[Entry] = []
    for span, entry in sorted(rows, key=lambda row: (row[0].start - row[0].end, row[0].start)):
        if not any(span.overlaps(longer) and span != longer for longer in taken):
            taken.append(span)
            if not any(entry is other for other in seen):
                seen.append(entry)
                yield entry, span


def _text(pair: Pair, sentences: Iterable[int]) -> str:
    """Some sentences of the target; numbers beyond its ends stand for none."""
    there = pair.target.sentences
    return "\n".join(there[i].text for i in sentences if 0 <= i < len(there))


def _told(pair: Pair, bead: Bead, entry: Entry, span: Span) -> Span | None:
    """What stands for a term in the target: the term itself, left as it is, or the phrase most like it in meaning."""
    for sentence in pair.sentences(bead)[1]:
        for term in entry.terms:
            for place in places(sentence.text, term, pair.source.article.language):
                return Span(sentence.start + place.start, sentence.start + place.end)
    own, other = lexical.of_bead(pair, bead)
    rows = own.within(span)
    if not len(rows) or not other.spans:
        return None
    vector = lexical.unit(own.vectors[rows].sum(axis=0, keepdims=True))
    cosines = (vector @ other.phrases().T)[0]
    runs = [(at, n) for n in range(1, lexical.LONGEST + 1) for at in range(len(other.spans) - n + 1)]
    best = int(np.argmax(cosines - LONGER * np.array([n for _, n in runs])))
    at, n = runs[best]
    return Span(other.spans[at].start, other.spans[at + n - 1].end) if cosines[best] >= MEANT else None


def _message(pair: Pair, entry: Entry, span: Span, told: Span | None) -> str:
    language = english_name(pair.target.article.language)
    term = " ".join(pair.source.article.text[span.start : span.end].split())
    if entry.kept:
        rule = f"By the glossary “{entry.agreed[0]}” is not translated"
    else:
        shown = [f"“{agreed}”" for agreed in entry.agreed[:MAX_SHOWN]]
        rule = f"By the glossary “{term}” is {' or '.join(shown)} in {language}"
    if told is None:
        return f"{rule}; the {language} version does not have it here."
    words = " ".join(pair.target.article.text[told.start : told.end].split())
    return f"{rule}; the {language} version says “{words}” here."
