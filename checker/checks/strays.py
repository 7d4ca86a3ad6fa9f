"""Single words left in the other language.

A word of one side that stands letter for letter in the other side's sentence, and that is an ordinary word of that
language and none of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec
import regex as re

from checker.checks.belonging import UNSPACED, WORD, Belonging
from checker.checks.context import MIN_SCORE, Pair
from checker.checks.leftin import enclosed, runs_of_script
from checker.checks.sides import SideName
from checker.facts.names import Name
from checker.facts.quantities import Quantity
from checker.facts.quotes import Quote
from checker.languages.frequency import begins, zipf
from checker.languages.propers import is_proper
from checker.languages.words import words as data
from checker.model import Fact, Sentence, Span

ORDINARY, ORDINARY_CAPITAL, ORDINARY_LENT = 3.4, 3.8, 4.6
"""Least frequency of the word in the other language; more where it is written with a capital and may be a name, and
in a language that lends its words to all others ("drum", "shutdown")."""
LETTERS = 4
"""Shorter words of one's own script are too often words of both languages, abbreviations or units."""
LEAST_UNSPACED, LEAST_LETTERS = 2, 3
"""The same for another script: characters of Chinese, letters of an alphabet."""
TERM = 40
"""Characters of a quotation that is a term or a title rather than speech."""
SURE = 0.6
"""Strength from which a name is sure enough to be left alone."""
MOST_BEADS, MOST_TIMES = 1, 2
"""A word that is kept in more sentences, or more often, is a term, kept on purpose."""


class Stray(msgspec.Struct, frozen=True):
    """A word left in a language, with the same word on the other side."""

    span: Span
    twin: Span
    bead: int
    language: str


def words(pair: Pair, side: SideName, languages: Belonging) -> Iterator[Stray]:
    """The stray words of a side."""
    version = pair.target if side == "target" else pair.source
    text = version.article.text.casefold()
    found = [
        (version.article.text[stray.span.start : stray.span.end].casefold(), stray)
        for index, bead in enumerate(pair.beads)
        if bead.source and bead.target and bead.score >= MIN_SCORE
        for stray in _in_bead(pair, index, side, languages)
    ]
    beads = Counter(word for word, _ in {(word, stray.bead) for word, stray in found})
    for word, stray in found:
        if beads[word] <= MOST_BEADS and text.count(word) <= MOST_TIMES:
            yield stray


def _in_bead(pair: Pair, index: int, side: SideName, languages: Belonging) -> Iterator[Stray]:
    rows = pair.sentences(pair.beads[index])
    own, other = (rows[1], rows[0]) if side == "target" else rows
    facts = pair.facts(pair.beads[index])[1 if side == "target" else 0]
    taken = [fact.span for fact in facts if _protects(fact)]
    for sentence in own:
        for span in _candidates(sentence.text, languages):
            word, place = (
                sentence.text[span.start : span.end],
                Span(sentence.start + span.start, sentence.start + span.end),
            )
            if any(place.overlaps(fact) for fact in taken) or _kept(sentence.text, span, other):
                continue
            twin = _twin(word, other, spaced=languages.foreign_script not in UNSPACED)
            if twin is not None:
                yield Stray(place, twin, index, languages.foreign)


def _kept(text: str, span: Span, other: Sequence[Sentence]) -> bool:
    """Whether a word is kept on purpose: in brackets, in quotation marks, or in a longer name that both sides have."""
    run = _run(text, span, other)
    if enclosed(text, span) or enclosed(text, run) or _BRACKETED.search(text[: span.start]):
        return True
    return run != span and any(c.isupper() for c in text[max(run.start, 1) : run.end])


def _run(text: str, span: Span, other: Sequence[Sentence]) -> Span:
    """The words about a place that stand in the same order on the other side."""
    places = [match.span() for match in _TOKEN.finditer(text)]
    inside = [i for i, (start, end) in enumerate(places) if start <= span.start < end]
    if not inside:
        return span
    first = last = inside[0]
    start, end = span.start, span.end

    def shared(start: int, end: int) -> bool:
        return any(text[start:end] in sentence.text for sentence in other)

    while first > 0 and shared(places[first - 1][0], end):
        first -= 1
        start = places[first][0]
    while last + 1 < len(places) and shared(start, places[last + 1][1]):
        last += 1
        end = places[last][1]
    return Span(start, end)


def _protects(fact: Fact) -> bool:
    """Whether a fact is a term in quotation marks, surely a name, or an amount, whose words its own language knows."""
    if isinstance(fact, Quote):
        return fact.end - fact.start <= TERM
    return isinstance(fact, Quantity) or (isinstance(fact, Name) and fact.strength >= SURE)


def _twin(word: str, other: Sequence[Sentence], *, spaced: bool) -> Span | None:
    """Where the other side has the same word."""
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)" if spaced else re.escape(word))
    for sentence in other:
        if match := pattern.search(sentence.text):
            return Span(sentence.start + match.start(), sentence.start + match.end())
    return None


def _candidates(text: str, languages: Belonging) -> Iterator[Span]:
    """Words of a sentence that only the other language may have, by script or by the frequency lists."""
    if not languages.foreign_script or not languages.own_script:
        return
    if languages.foreign_script == languages.own_script or "LATIN" == languages.foreign_script:
        yield from (span for span in _small_words(text) if _foreign(text, span, languages))
    elif {languages.foreign_script, languages.own_script} != {"HAN", "KANA"}:
        least = LEAST_UNSPACED if languages.foreign_script in UNSPACED else LEAST_LETTERS
        for start, end in runs_of_script(text, languages.foreign_script, languages.own_script):
            if end - start >= least:
                yield Span(start, end)


def _small_words(text: str) -> Iterator[Span]:
    """The words of a sentence that stand by themselves between blanks or punctuation, not beside a name."""
    for match in WORD.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if _JOINED.match(after) or _JOINED.match(before[::-1]):
            continue
        yield Span(*match.span())


def _foreign(text: str, span: Span, languages: Belonging) -> bool:
    """Whether a word is an ordinary one of the other language and unknown in its own."""
    word = text[span.start : span.end]
    plain = word.casefold()
    if len(plain) < LETTERS or not languages.own_level or not languages.foreign_level:
        return False
    capital = not word.islower()
    if capital and (word[1:].lower() != word[1:] or not _nouns_capitalised(languages.foreign)):
        return False
    ordinary = ORDINARY_CAPITAL if capital else ORDINARY
    if languages.foreign in _lenders():
        ordinary = ORDINARY_LENT
    if zipf(languages.foreign, plain) < ordinary or is_proper(languages.foreign, plain):
        return False
    return not any(_known(form, languages.own) for form in (plain, *_respelled(plain, languages.own)))


def _known(word: str, language: str) -> bool:
    """Whether a language has a word that begins as this one does, but for its last letters."""
    return begins(language, word[: max(LETTERS, len(word) - (1 if len(word) <= 6 else 2))])


def _respelled(word: str, language: str) -> Iterator[str]:
    """A word in another spelling of its language ("capitalisation"), or without an ending that its words may take."""
    for ending, other in data(language, "loans").get("endings", {}).items():
        if word.endswith(ending):
            yield word.removesuffix(ending) + other


def _lenders() -> Sequence[str]:
    """Languages whose words others take over as they are."""
    return tuple(data("und", "loans").get("lenders", ()))


def _nouns_capitalised(language: str) -> bool:
    return bool(data(language, "names").get("nouns_capitalised"))


_TOKEN = re.compile(r"\w+")
_BRACKETED = re.compile(r"[(\[（][^)\]）]{0,80}$")
_JOINED = re.compile(r"[\w@/\\.&+_'’-](?=\w)")
"""What ties a word to another one: "e-mail", "news.site", "and/or"."""
