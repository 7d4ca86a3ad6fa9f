"""Which borders between sentences cut through something: a quotation, a bracket, a sentence.

Where one version is in the midst of a quotation, the other one is as well at the place that corresponds. Brackets and
sentences are hardly ever cut by a border of beads: where a line goes on in lower case or before its bracket is closed,
it is one sentence for the reader, whatever the splitter made of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from checker.align.grid import Grid
from checker.model import Version

_OPENING, _CLOSING = "„‚「『《〈〝", "」』》〉〟〞"
_TURNING = "“”«»‹›"
"""Marks that open in one house style and close in another."""
_NEUTRAL = "\"＂'‘’"
_SINGLE = frozenset("'‘’‚‹›")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "（": "）", "［": "］", "【": "】"}
_QUOTES = re.compile(f"[{_OPENING}{_CLOSING}{_TURNING}{_NEUTRAL}]")
_BRACKET = re.compile("[" + re.escape("".join(_BRACKETS) + "".join(_BRACKETS.values())) + "]")
_LEADING = re.compile(r"[\W_]*")
LONGEST_QUOTATION, LONGEST_BRACKET = 12, 4
"""Sentences that a quotation or a bracket may run over; a mark whose partner is missing must open nothing for long."""
MOST_LOWER = 0.5
"""Share of sentences that begin in lower case from which on that says nothing."""


@dataclass(frozen=True)
class Borders:
    """By side and position, 0 to the number of sentences, what is cut there: 1 for yes.

    ``quotation`` is no number where a mark lacks its partner, so that nobody knows.
    """

    quotation: tuple[np.ndarray, np.ndarray]
    sentence: tuple[np.ndarray, np.ndarray]

    def unequal(self, grid: Grid) -> np.ndarray:
        """1 for beads after which one version alone is in the midst of a quotation, by end node."""
        left, right = self.quotation
        return np.asarray(np.nan_to_num(np.abs(left[grid.last_source + 1] - right[grid.last_target + 1])))

    def cut(self, grid: Grid) -> np.ndarray:
        """How many sentences the end of a bead cuts, 0 to 2, by end node."""
        left, right = self.sentence
        return np.asarray(left[grid.last_source + 1] + right[grid.last_target + 1])


def borders(source: Version, target: Version) -> Borders:
    """Read the marks of both versions."""
    left, right = ([sentence.text.strip() for sentence in version.sentences] for version in (source, target))
    return Borders((_quotations(left), _quotations(right)), (_sentences(left), _sentences(right)))


def _sentences(texts: Sequence[str]) -> np.ndarray:
    """Where a sentence begins in lower case or within a bracket."""
    lower = np.array([False, *(_LEADING.sub("", text, count=1)[:1].islower() for text in texts[1:]), False])
    # a script without capitals says nothing by its small letters
    found = lower.astype(np.float32) * (lower.mean() < MOST_LOWER)
    begun: list[tuple[str, int]] = []
    for i, text in enumerate(texts):
        for mark in _BRACKET.findall(text):
            if mark in _BRACKETS:
                begun.append((mark, i))
            elif begun and _BRACKETS[begun[-1][0]] == mark:
                opened = begun.pop()[1]
                if i - opened < LONGEST_BRACKET:
                    found[opened + 1 : i + 1] = 1
    return np.asarray(found)


def _quotations(texts: Sequence[str]) -> np.ndarray:
    found = np.zeros(len(texts) + 1, dtype=np.float32)
    closes = _closing(texts)
    opened: tuple[bool, int] | None = None
    for i, text in enumerate(texts):
        for at, single, opens in _marks(text, closes):
            if opens is None:  # free on both sides, as French has it: the first opens, the second closes
                opens = opened is None
            if opens and opened is None:
                opened = single, i
            elif opened is None or opened[0] != single:
                continue
            elif opens:
                # repeated at the start of a paragraph, or the partner is missing
                found[opened[1] + 1 : i + 1] = 1 if at == 0 and i - opened[1] == 1 else np.nan
                opened = single, i
            elif not single or i == opened[1] or not text[at - 1 : at].isalnum():  # else an apostrophe
                found[opened[1] + 1 : i + 1] = 1 if i - opened[1] < LONGEST_QUOTATION else np.nan
                opened = None
    if opened is not None:
        found[opened[1] + 1 :] = np.nan
    return found


def _closing(texts: Sequence[str]) -> frozenset[str]:
    """The turning marks that close quotations in this version: those that end more sentences than they begin."""
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update({text[:1]: -1})
        seen.update({text[-1:]: 1})
    return frozenset(mark for mark in _TURNING if seen[mark] > 0 or (seen[mark] == 0 and mark in "”»›"))


def _marks(text: str, closes: frozenset[str]) -> Iterator[tuple[int, bool, bool | None]]:
    """Position of each mark, whether it is a single one, and whether it opens; None where both may be."""
    for match in _QUOTES.finditer(text):
        mark, at = match.group(), match.start()
        before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2] or " "
        if mark in _NEUTRAL:
            if before.isalnum() and after.isalnum():
                continue
            opens = None if before.isspace() and after.isspace() else _opens(before, after)
        else:
            opens = mark in _OPENING or (mark in _TURNING and mark not in closes)
        yield at, mark in _SINGLE, opens


def _opens(before: str, after: str) -> bool:
    if after.isspace() or before.isalnum():
        return False
    return after not in ",;:.!?)]}" if before.isspace() else after.isalnum()
