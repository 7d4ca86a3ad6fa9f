"""Passages that only one version has: the mechanism behind ``omission`` and ``addition``.

The aligner says which sentences have no counterpart (beads with an empty side). Neighbours among them are one passage:
it is reported once, at its first sentence, with the others as related. Within a bead, the words tell which sentence or
clause has none (:mod:`checker.checks.clauses`); what a neighbouring bead says is not missing. Furniture of a page
(credit lines, "read more") is a note.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from checker.checks import apart, clauses
from checker.checks.agreement import Agreement, agreement
from checker.checks.boilerplate import is_boilerplate
from checker.checks.context import Pair
from checker.checks.couples import couples
from checker.checks.sides import SideName, clipped
from checker.facts.names import Name
from checker.facts.quotes import Quote
from checker.languages import section
from checker.languages.names import english_name
from checker.model import Fact, Finding, Related, Sentence, Severity, Span

MIN_SCORE = 0.5
"""Least probability, as the aligner gives it, that nothing corresponds to a sentence."""
SURE, SURE_RAGGED = 0.978, 0.9956
"""Least probability that a stretch within a bead has no counterpart, where it begins or ends at a mark or with its
side, and where it does neither. Of the stretches above 0.9 on 10,000 sides of faithful beads about a half are bounded
so (26 of 53), of those whose counterpart lost a clause 83 %: with odds that mean 0.987 for all, both values follow. 3
of the faithful sides reach them, as they did 0.987, and 43 % of those that lost a clause instead of 40 %, 88 % of those
that lost a sentence as before (the drift benchmark's development articles and our own, every stretch in both sets)."""
SURE_SENTENCE = 0.75
"""The same for a whole sentence of a bead that has fewer on its other side: none of the faithful articles reaches 0.7,
the removed ones that a bead swallowed are at 0.82 and more."""
TOLD = 0.45
"""Least product of two probabilities: that a sentence is alone, as the aligner sees it, and that no neighbouring bead
that takes it in says it (:func:`checker.checks.clauses.beside`). Of the lone sentences of 552 faithful pairs of our own
articles, all told within another sentence or in quite other words, 12 of 47 reach it; of the 37 that were removed from
the other version of a development article all."""
TOLD_WITHIN = 0.2
"""The same for a clause within a bead, whose beginning the bead before may say: five of eight of those articles'
faithful versions are at 0.1 and 0.18, the removed clauses at 0.26 and 0.83."""
NUMBERS = 2
"""Numbers and dates of a stretch which, if the other side has them all, say that it isn't missing there."""
LOOSE, LOOSE_WITHIN = 0.94, 0.95
"""Where spaces alone end sentences (Thai), cuts fall elsewhere in both versions: least product of both probabilities
for a sentence of that version, and least probability beside for a stretch within a bead. Of 32 and 25 such findings on
faithful versions none is above."""
TELLING = 20.0
"""Letters below which a lone sentence is an interjection or a reporting clause that a neighbour has taken in."""
_SIDES: tuple[SideName, SideName] = ("source", "target")
SHORT = 120
"""Length in characters to which a passage is cut in a message."""


def passages(pair: Pair, side: SideName) -> Iterator[tuple[int, tuple[Sentence, ...]]]:
    """Runs of neighbouring sentences of a side without a counterpart, each with its first bead."""
    version = pair.source if side == "source" else pair.target
    found = {couple.source if side == "source" else couple.target for couple in couples(pair) if couple.alike}
    alone = sorted(
        (sentence, index)
        for index in _alone(pair, side)
        if index not in found
        for sentence in (pair.beads[index].source if side == "source" else pair.beads[index].target)
    )
    run: list[int] = []
    first = 0
    for sentence, index in alone:
        if run and (sentence != run[-1] + 1 or _is_heading(version.sentences[run[-1]], version.sentences[sentence])):
            yield first, tuple(version.sentences[i] for i in run)
            run = []
        first = first if run else index
        run.append(sentence)
    if run:
        yield first, tuple(version.sentences[i] for i in run)


def _alone(pair: Pair, side: SideName) -> Iterator[int]:
    """The beads without a second side, and those whose sides are no pair."""
    yield from (index for index in apart.unlike(pair) if not apart.is_pair(pair, index))
    for index, bead in enumerate(pair.beads):
        if not (bead.target if side == "source" else bead.source) and bead.score >= MIN_SCORE:
            yield index


def _is_heading(sentence: Sentence, following: Sentence) -> bool:
    """Whether a sentence is a heading: a line of its own without a final mark."""
    return sentence.paragraph != following.paragraph and not clauses.FINAL.search(sentence.text)


def findings(pair: Pair, side: SideName, check: str, severity: Severity) -> Iterable[Finding]:
    """One finding for each passage that only ``side`` has."""
    measure = agreement(pair)
    for bead, sentences in passages(pair, side):
        if _told_beside(pair, side, bead, Span(sentences[0].start, sentences[-1].end), measure):
            continue
        text = [sentence for sentence in sentences if not is_boilerplate(sentence.text, _language(pair, side))]
        first, *rest = text or sentences
        level: Severity = severity if text and sum(clauses.extent(row.text) for row in text) >= TELLING else "note"
        related = tuple(Related(side, clipped(sentence.span)) for sentence in rest)
        spans: dict[SideName, Span | None] = {"source": None, "target": None, side: clipped(first.span)}
        message = _message(pair, side, first.text, len(rest))
        yield Finding(check, level, message, bead, spans["source"], spans["target"], related, (first.text,))
    yield from _within(pair, side, check, severity)


def _told_beside(pair: Pair, side: SideName, bead: int, stretch: Span, measure: Agreement) -> bool:
    """Whether a neighbour of a lone passage probably says it."""
    least = LOOSE if _is_loose(_language(pair, side)) else TOLD
    row = pair.beads[bead]
    is_pair = bool(row.source and row.target)
    alone = 1 - row.score if is_pair else row.score
    return alone * clauses.beside(pair, side, bead, stretch, measure, alone=is_pair) < least


def _is_loose(language: str) -> bool:
    """Whether no mark ends the sentences of a language."""
    return bool(section(language, "segmentation").get("spaces"))


def _within(pair: Pair, side: SideName, check: str, severity: Severity) -> Iterator[Finding]:
    """Sentences and clauses of beads that the other side of the bead does not say."""
    version = pair.source if side == "source" else pair.target
    measure, loose = agreement(pair), any(_is_loose(_language(pair, name)) for name in _SIDES)
    rows = sorted(clauses.surpluses(pair, side, measure), key=lambda row: (row.bead, -row.probability))
    for _, group in groupby(rows, key=lambda row: row.bead):
        found = next((row for row in group if row.probability >= _sure(row)), None)
        if found is None or _counted(pair, side, found):
            continue
        least = LOOSE_WITHIN if loose else 0.0 if found.sentence else TOLD_WITHIN
        if least and clauses.beside(pair, side, found.bead, found.span, measure) < least:
            continue
        text = version.article.text[found.span.start : found.span.end]
        level: Severity = "note" if is_boilerplate(text, _language(pair, side)) else severity
        message = _message(pair, side, text, 0) if found.sentence else _clause_message(pair, side, text)
        spans: dict[SideName, Span | None] = {"source": None, "target": None, side: clipped(found.span)}
        yield Finding(check, level, message, found.bead, spans["source"], spans["target"], (), (text,))


def _counted(pair: Pair, side: SideName, row: clauses.Surplus) -> bool:
    """Whether the other side of a bead has all numbers and dates of a stretch, which the rest of its side has not."""
    source, target = pair.facts(pair.beads[row.bead])
    own, other = (source, target) if side == "source" else (target, source)
    inside, rest = (
        {key for fact in own if row.span.overlaps(fact.span) == within for key in _counts(fact)}
        for within in (True, False)
    )
    there = {key for fact in other for key in _counts(fact)}
    return len(inside) >= NUMBERS and inside <= there - rest


def _counts(fact: Fact) -> frozenset[str]:
    """What a number or date is compared by; no names or quotations."""
    return frozenset() if isinstance(fact, Name | Quote) else fact.keys


def _sure(row: clauses.Surplus) -> float:
    """The least probability at which a stretch is reported."""
    if row.sentence:
        return SURE_SENTENCE
    return SURE if row.bounded else SURE_RAGGED


def _clause_message(pair: Pair, side: SideName, text: str) -> str:
    here = english_name(_language(pair, side))
    there = english_name(_language(pair, "target" if side == "source" else "source"))
    return f"The {here} sentence says more than the {there} one, where nothing corresponds to “{_short(text)}”."


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SHORT else text[: SHORT - 1].rstrip() + "…"


def _language(pair: Pair, side: SideName) -> str:
    return (pair.source if side == "source" else pair.target).article.language


def _message(pair: Pair, side: SideName, text: str, more: int) -> str:
    here = english_name(_language(pair, side))
    there = english_name(_language(pair, "target" if side == "source" else "source"))
    if not more:
        return f"The {here} version has a sentence that the {there} one lacks: “{_short(text)}”"
    return f"The {here} version has {more + 1} sentences that the {there} one lacks, beginning “{_short(text)}”"
