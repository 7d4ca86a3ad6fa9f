"""Passages that only one version has: the mechanism behind ``omission`` and ``addition``.

The aligner says which sentences have no counterpart (beads with an empty side). Neighbours among them are one passage:
it is reported
once, at its first sentence, with the others as related. Furniture of a page (credit lines, "read more") is a note.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.checks.boilerplate import is_boilerplate
from checker.checks.context import Pair
from checker.checks.sides import SideName, clipped
from checker.languages.names import english_name
from checker.model import Finding, Related, Sentence, Severity, Span

MIN_SCORE = 0.5
"""Least probability, as the aligner gives it, that nothing corresponds to a sentence."""
SHORT = 120
"""Length in characters to which a passage is cut in a message."""


def passages(pair: Pair, side: SideName) -> Iterator[tuple[int, tuple[Sentence, ...]]]:
    """Runs of neighbouring sentences of a side without a counterpart, each with its first bead."""
    version = pair.source if side == "source" else pair.target
    alone = sorted(
        (sentence, index)
        for index, bead in enumerate(pair.beads)
        if not (bead.target if side == "source" else bead.source) and bead.score >= MIN_SCORE
        for sentence in (bead.source if side == "source" else bead.target)
    )
    run: list[int] = []
    first = 0
    for sentence, index in alone:
        if run and sentence != run[-1] + 1:
            yield first, tuple(version.sentences[i] for i in run)
            run = []
        first = first if run else index
        run.append(sentence)
    if run:
        yield first, tuple(version.sentences[i] for i in run)


def findings(pair: Pair, side: SideName, check: str, severity: Severity) -> Iterable[Finding]:
    """One finding for each passage that only ``side`` has."""
    for bead, sentences in passages(pair, side):
        text = [sentence for sentence in sentences if not is_boilerplate(sentence.text, _language(pair, side))]
        level: Severity = severity if text else "note"
        first, *rest = text or sentences
        related = tuple(Related(side, clipped(sentence.span)) for sentence in rest)
        spans: dict[SideName, Span | None] = {"source": None, "target": None, side: clipped(first.span)}
        message = _message(pair, side, first.text, len(rest))
        yield Finding(check, level, message, bead, spans["source"], spans["target"], related, (first.text,))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SHORT else text[: SHORT - 1].rstrip() + "…"


def _language(pair: Pair, side: SideName) -> str:
    return (pair.source if side == "source" else pair.target).article.language


def _message(pair: Pair, side: SideName, text: str, more: int) -> str:
    here = english_name(_language(pair, side))
    there = english_name(_language(pair, "target" if side == "source" else "source"))
    what = "a sentence" if not more else f"a passage of {more + 1} sentences"
    return f"The {here} version has {what} that the {there} one lacks: “{_short(text)}”"
