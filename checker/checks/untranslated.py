"""Flags a passage or a word left in the other language.

A passage is one whose words belong to the other version's language far more than to its own, or that repeats the
other version letter for letter; a single word is one that only the other language has, at the same place there.
Names, titles, addresses, terms in quotation marks or brackets and loans say nothing. Where most of a version is in
another language, that is one finding.

Fires:
    de: Die Brücke wird im Mai gesperrt. Der Verkehr wird über die Altstadt umgeleitet.
    en: The bridge will be closed in May. Der Verkehr wird über die Altstadt umgeleitet.

Silent:
    de: Die Brücke wird im Mai gesperrt. Der Verkehr wird über die Altstadt umgeleitet.
    en: The bridge will be closed in May. Traffic will be diverted through the old town.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from checker import detect
from checker.checks import leftin, strays
from checker.checks.belonging import FITTING, LEAD, Belonging, belonging, level, mean, prose
from checker.checks.context import Pair
from checker.checks.sides import SideName, beads_of_sentences, clipped
from checker.languages.frequency import known_language
from checker.languages.names import english_name
from checker.model import Finding, Related, Sentence, Severity, Span, Version

NAME = "untranslated"
SEVERITY: Severity = "warning"

NEAR = 2
"""How many beads away a repeated sentence is looked for."""
MOST = 0.6
"""Share of a version's letters from which it is said as a whole to be in another language."""
ALIEN = 4.0
"""Level of the words in its own language below which a version is looked at as a whole; see ``belonging.LEAST``."""
THIRD_WORDS = 8
"""Words from which a passage can be said to be in a third language."""


class Left(msgspec.Struct, frozen=True):
    """A passage left in a language: its sentence's number, its place, and which language."""

    sentence: int
    span: Span
    language: str


def check(pair: Pair) -> Iterable[Finding]:
    """Yield the passages and words of either side that are in the language of the other."""
    if pair.source.article.language == pair.target.article.language:
        return
    for side in ("target", "source"):
        yield from _left_in(pair, side)


def _left_in(pair: Pair, side: SideName) -> Iterator[Finding]:
    version, other = (pair.target, pair.source) if side == "target" else (pair.source, pair.target)
    languages = belonging(version, other)
    beads = beads_of_sentences(pair.beads, side)
    left = list(_passages(pair, side, version, languages))
    if len(version.sentences) > 1 and (most := _of_most(version, left)):
        yield _whole(side, version, most)
        return
    for group in _runs(left):
        yield _finding(pair, side, version, group, beads.get(group[0].sentence, (None,))[0])
    taken = {row.sentence for row in left}
    for word in strays.words(pair, side, languages):
        if not taken & set(pair.beads[word.bead].source if side == "source" else pair.beads[word.bead].target):
            yield _stray(side, version, word)


def _passages(pair: Pair, side: SideName, version: Version, languages: Belonging) -> Iterator[Left]:
    beads = beads_of_sentences(pair.beads, side)
    for index, sentence in enumerate(version.sentences):
        bead = beads.get(index, (None,))[0]
        span = leftin.passage(sentence, tuple(_near(pair, bead, side)), languages)
        if span is not None:
            yield Left(index, span, languages.foreign)
        elif languages.odd(sentence.text) and (third := _third(sentence, languages)):
            yield Left(index, sentence.span, third)


def _near(pair: Pair, bead: int | None, side: SideName) -> Iterator[Sentence]:
    """The sentences of the other side in the beads about one."""
    if bead is None:
        return
    other = pair.source.sentences if side == "target" else pair.target.sentences
    rows = pair.beads[max(0, bead - NEAR) : bead + NEAR + 1]
    for index in sorted({i for row in rows for i in (row.source if side == "target" else row.target)}):
        yield other[index]


def _third(sentence: Sentence, languages: Belonging) -> str | None:
    """The language of a sentence in neither version's, where detector and frequency list agree on it."""
    words = prose(sentence.text)
    if len(words) < THIRD_WORDS:
        return None
    found = detect.language(sentence.text)
    if found is None or found in (languages.own, languages.foreign) or not known_language(found):
        return None
    if any({found, languages.own} <= close for close in detect.CLOSE):
        return None
    lead = mean(found, words) - (mean(languages.own, words) if languages.own_level else 0.0)
    return found if lead >= 2 * LEAD else None


def _of_most(version: Version, left: list[Left]) -> str | None:
    """The language that most of a version is in, where that is not its own."""
    letters = sum(len(sentence.text) for sentence in version.sentences)
    if sum(row.span.end - row.span.start for row in left) >= MOST * max(1, letters):
        languages = [row.language for row in left]
        return max(languages, key=languages.count)
    own = version.article.language
    return detect.contradiction(version.article.text, own) if FITTING <= level(version, own) < ALIEN else None


def _runs(left: list[Left]) -> Iterator[list[Left]]:
    """Passages in the same language in sentences that follow one another."""
    run: list[Left] = []
    for row in left:
        if run and (row.sentence != run[-1].sentence + 1 or row.language != run[-1].language):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _finding(pair: Pair, side: SideName, version: Version, group: list[Left], bead: int | None) -> Finding:
    first, *rest = group
    own, foreign = english_name(version.article.language), english_name(first.language)
    what = "A passage" if not rest else f"A passage of {len(group)} sentences"
    message = f"{what} of the {own} version is in {foreign}."
    partner = _partner(pair, bead, side)
    spans: dict[SideName, Span | None] = {"source": partner, "target": partner, side: clipped(first.span)}
    text = version.article.text[first.span.start : first.span.end]
    related = tuple(Related(side, clipped(row.span)) for row in rest)
    return Finding(NAME, SEVERITY, message, bead, spans["source"], spans["target"], related, (text,))


def _whole(side: SideName, version: Version, language: str) -> Finding:
    """One finding for a version of which most is in another language."""
    message = f"Most of the {english_name(version.article.language)} version is in {english_name(language)}."
    spans: dict[SideName, Span | None] = {"source": None, "target": None, side: clipped(version.sentences[0].span)}
    return Finding(NAME, SEVERITY, message, None, spans["source"], spans["target"], (), (language,))


def _stray(side: SideName, version: Version, word: strays.Stray) -> Finding:
    own, foreign = english_name(version.article.language), english_name(word.language)
    text = version.article.text[word.span.start : word.span.end]
    message = f"“{text}” stands in the {own} version as it does in the {foreign} one, untranslated."
    spans: dict[SideName, Span | None] = {"source": word.twin, "target": word.twin, side: word.span}
    return Finding(NAME, SEVERITY, message, word.bead, spans["source"], spans["target"], (), (text.casefold(),))


def _partner(pair: Pair, bead: int | None, side: SideName) -> Span | None:
    if bead is None:
        return None
    rows = pair.sentences(pair.beads[bead])[0 if side == "target" else 1]
    return clipped(Span(rows[0].start, rows[-1].end)) if rows else None
