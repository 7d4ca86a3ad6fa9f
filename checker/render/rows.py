"""Beads → rows of the side-by-side view, with everything that is said beneath each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.facts.names import Name
from checker.model import Bead, Comparison, Fact, Finding, Related, Sentence, Severity, Span, Version
from checker.render import tally
from checker.render.marks import Mark, Piece, by_sentence, pieces, worst

LOW_SCORE = 0.5
"""Below this probability a row says that its alignment is uncertain: it is then more likely wrong than right."""

SHORT_VALUE = 40
"""Marked words up to this length (characters) are set against each other beneath the row: values, not passages."""


@dataclass(frozen=True, slots=True)
class Side:
    """One version's language: code, English name, writing direction ("ltr", "rtl"); and its file."""

    code: str
    name: str
    dir: str
    path: str


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as it is shown.

    ``pair`` is the anchor of its pair, ``row`` is the number of its row, None for one about the articles as a whole.

    ``source`` and ``target`` are the marked words where they are short enough to be set against each other.
    """

    finding: Finding
    number: int
    pair: str
    row: int | None
    source: str
    target: str

    @property
    def anchor(self) -> str:
        """The id of its explanation on the page."""
        return f"{self.pair}-f{self.number}"

    @property
    def list_anchor(self) -> str:
        """The id of its entry in the list of findings."""
        return f"{self.pair}-l{self.number}"


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a moved passage stands in the target: after the row ``after``, or at the very beginning (None)."""

    after: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """A bead as it is shown. A cell is a tuple of paragraphs, each of pieces; an empty cell has nothing opposite.

    ``percent`` is the probability of the alignment where it is low; ``also`` are the findings of other rows that
    have a related passage here; ``opens`` says that a paragraph of the source begins.
    """

    number: int
    anchor: str
    source: tuple[tuple[Piece, ...], ...]
    target: tuple[tuple[Piece, ...], ...]
    cards: tuple[Card, ...] = ()
    also: tuple[Card, ...] = ()
    unchecked: tuple[str, ...] = ()
    percent: int | None = None
    moved: Moved | None = None
    opens: bool = False
    aligned: bool = True

    @property
    def quiet(self) -> bool:
        """Whether nothing is said about this row that an editor has to read."""
        return not (self.cards or self.also or self.unchecked)

    @property
    def remarked(self) -> bool:
        """Whether there is something to say besides findings."""
        return bool(self.also or self.unchecked or self.moved) or self.percent is not None or not self.aligned

    @property
    def severity(self) -> Severity | None:
        """The worst severity in this row."""
        return worst(card.finding.severity for card in (*self.cards, *self.also))


def number_findings(comparison: Comparison, anchor: str) -> tuple[Card, ...]:
    """The findings of a pair, the worst first, numbered from 1 in that order."""
    return tuple(
        Card(
            finding,
            number,
            anchor,
            None if finding.bead is None or finding.bead >= len(comparison.beads) else finding.bead + 1,
            _value(comparison.source, finding.source),
            _value(comparison.target, finding.target),
        )
        for number, finding in enumerate(tally.worst_first(comparison.findings), 1)
    )


def build_rows(comparison: Comparison, cards: Sequence[Card], anchor: str) -> tuple[Row, ...]:
    """One row a bead, in their order; sentences that no bead holds come last, as they were read."""
    painters = (
        _Painter(comparison.source, _marks(cards, "source")),
        _Painter(comparison.target, _marks(cards, "target")),
    )
    own, also = _cards_by_row(cards), _related_by_row(cards, comparison)
    reasons: dict[int, tuple[str, ...]] = {}
    for entry in comparison.unchecked:
        if entry.bead is not None:
            reasons[entry.bead] = (*reasons.get(entry.bead, ()), entry.reason)
    moves = _moves(comparison.beads)
    previous = -1
    rows = []
    for index, bead in enumerate(comparison.beads):
        paragraph = _paragraph(comparison, bead)
        rows.append(
            Row(
                index + 1,
                f"{anchor}-r{index + 1}",
                painters[0].cell(bead.source),
                painters[1].cell(bead.target),
                own.get(index + 1, ()),
                also.get(index + 1, ()),
                reasons.get(index, ()),
                round(100 * bead.score) if bead.score < LOW_SCORE else None,
                moves.get(index),
                paragraph not in (None, previous),
            )
        )
        previous = previous if paragraph is None else paragraph
    return (*rows, *_left_over(comparison, painters, anchor))


class _Painter:
    """Turns sentences of one version into paragraphs of pieces."""

    def __init__(self, version: Version, marks: Iterable[Mark]) -> None:
        self._version = version
        self._marks = by_sentence(marks, version.sentences)

    def cell(self, indices: Sequence[int]) -> tuple[tuple[Piece, ...], ...]:
        return tuple(self._paint(run) for run in _runs(indices, self._version.sentences))

    def _paint(self, run: Sequence[int]) -> tuple[Piece, ...]:
        version = self._version
        span = Span(version.sentences[run[0]].start, version.sentences[run[-1]].end)
        found = (fact for index in run if index < len(version.facts) for fact in version.facts[index])
        facts = [fact for fact in found if _is_value(fact)]
        marks = dict.fromkeys(mark for index in run for mark in self._marks.get(index, ()))
        return pieces(version.article.text, span, facts, marks)


def _runs(indices: Sequence[int], sentences: Sequence[Sentence]) -> Iterator[list[int]]:
    """Neighbouring sentences of one paragraph, which are shown as one."""
    run: list[int] = []
    for index in indices:
        if run and not (index == run[-1] + 1 and sentences[index].paragraph == sentences[run[-1]].paragraph):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _marks(cards: Iterable[Card], side: str) -> Iterator[Mark]:
    """What the findings point at on one side, related passages included."""
    for card in cards:
        span = card.finding.source if side == "source" else card.finding.target
        spans = [] if span is None else [span]
        spans += [related.span for related in card.finding.related if related.side == side]
        yield from (Mark(span, card.finding.severity, card.number) for span in spans)


def _cards_by_row(cards: Iterable[Card]) -> Mapping[int, tuple[Card, ...]]:
    found: dict[int, tuple[Card, ...]] = {}
    for card in cards:
        if card.row is not None:
            found[card.row] = (*found.get(card.row, ()), card)
    return found


def _related_by_row(cards: Iterable[Card], comparison: Comparison) -> Mapping[int, tuple[Card, ...]]:
    """Rows other than a finding's own that hold one of its passages."""
    found: dict[int, tuple[Card, ...]] = {}
    row_of = _row_finder(comparison)
    for card in cards:
        rows = dict.fromkeys(row_of(related) for related in _passages(card))
        for row in rows:
            if row is not None and row != card.row:
                found[row] = (*found.get(row, ()), card)
    return found


def _passages(card: Card) -> Iterator[Related]:
    """The related passages of a finding, and its own where it concerns the versions as a whole."""
    yield from card.finding.related
    if card.row is None and card.finding.source:
        yield Related("source", card.finding.source)
    if card.row is None and card.finding.target:
        yield Related("target", card.finding.target)


def _row_finder(comparison: Comparison) -> Callable[[Related], int | None]:
    """A function that says in which row a related passage begins."""
    homes: dict[tuple[str, int], int] = {}
    for number, bead in enumerate(comparison.beads, 1):
        homes.update({("source", index): number for index in bead.source})
        homes.update({("target", index): number for index in bead.target})
    ends = {
        side: [sentence.end for sentence in version.sentences]
        for side, version in (("source", comparison.source), ("target", comparison.target))
    }
    return lambda related: homes.get((related.side, bisect_right(ends[related.side], related.span.start)))


def _moves(beads: Sequence[Bead]) -> Mapping[int, Moved]:
    """For each moved bead, by index: after which row its target side stands."""
    ends = sorted((max(bead.target), number) for number, bead in enumerate(beads, 1) if bead.target)
    moves = {}
    for index, bead in enumerate(beads):
        if bead.moved and bead.source and bead.target:
            place = bisect_left(ends, (min(bead.target),))
            moves[index] = Moved(ends[place - 1][1] if place else None)
    return moves


def _paragraph(comparison: Comparison, bead: Bead) -> int | None:
    return comparison.source.sentences[bead.source[0]].paragraph if bead.source else None


def _left_over(comparison: Comparison, painters: Sequence[_Painter], anchor: str) -> tuple[Row, ...]:
    """A last row with the sentences that no bead holds: all of them where the articles could not be aligned."""
    used_source = {index for bead in comparison.beads for index in bead.source}
    used_target = {index for bead in comparison.beads for index in bead.target}
    source = [index for index in range(len(comparison.source.sentences)) if index not in used_source]
    target = [index for index in range(len(comparison.target.sentences)) if index not in used_target]
    if not source and not target:
        return ()
    number = len(comparison.beads) + 1
    cells = painters[0].cell(source), painters[1].cell(target)
    return (Row(number, f"{anchor}-r{number}", *cells, aligned=False),)


def _is_value(fact: Fact) -> bool:
    """Whether to mark a fact: without key and digit it is a passage (a quotation) or hardly a value ("eine").

    Names are only candidates, wider than the name itself ("Das Unternehmen xAI"): marked, they would distract.
    """
    return not isinstance(fact, Name) and (bool(fact.keys) or any(char.isdigit() for char in fact.text))


def _value(version: Version, span: Span | None) -> str:
    if span is None or span.end - span.start > SHORT_VALUE:
        return ""
    return version.article.text[span.start : span.end]
