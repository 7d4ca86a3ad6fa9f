"""What a number is in its clause, where a word says so: the start or end of a change, a part or the whole of it.

"From 3.6 to 4.1" and "to 4.1 from 3.6" are one statement, and so are "27 of 29" and 「29のうち27」: the order differs,
the roles don't. Where both versions name the roles, they say more about a swap than any similarity of contexts.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.facts.lexicon import Line, lexicon
from checker.facts.tokens import tokenize
from checker.languages import primary
from checker.model import Fact, Sentence, Version

MAX_BETWEEN = 10
"""Tokens between a part and its whole at most: "27 of Papua's total 29 districts"; twice as many characters."""

UNSPACED = 2


def roles(version: Version, sentences: Sequence[Sentence], first: Fact, second: Fact) -> tuple[str, str] | None:
    """The roles of two facts of a sentence ("from" and "to", or "part" and "whole"), or None where no word says."""
    sentence = next((s for s in sentences if s.start <= first.start and second.end <= s.end), None)
    if sentence is None or not (sentence.start <= second.start and first.end <= sentence.end):
        return None
    line = line_of(version, sentence)
    places = [_place(line, fact) for fact in (first, second)]
    return _change(line, places) or _share(line, places)


def line_of(version: Version, sentence: Sentence) -> Line:
    """A sentence as tokens with their meanings, offsets as in the article."""
    return Line.of(tokenize(sentence.text, sentence.start), lexicon(primary(version.article.language)))


def _place(line: Line, fact: Fact) -> tuple[int, int]:
    inside = [i for i, token in enumerate(line.tokens) if fact.start <= token.start and token.end <= fact.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _change(line: Line, places: Sequence[tuple[int, int]]) -> tuple[str, str] | None:
    """From … to …: one role is enough, the other number then has the other."""
    named = [_direction(line, *place) for place in places]
    if named[0] == named[1] or "" in named:
        return None
    return named[0], named[1]


def _direction(line: Line, start: int, end: int) -> str:
    for place in (start, start - 1):
        hit = line.ending_at(place, "from", "to")
        if hit is not None:
            return hit[1].kind
    after = line.find(end, "from_after", "to_after")
    if after is None and line.text(end, end + 1) in ("'", "-", ":"):
        after = line.find(end + 1, "from_after", "to_after")
    return after[1].kind.removesuffix("_after") if after else ""


def _share(line: Line, places: Sequence[tuple[int, int]]) -> tuple[str, str] | None:
    """27 of 29; 29のうち27."""
    ahead = places[0][0] < places[1][0]
    end, start = (places[0][1], places[1][0]) if ahead else (places[1][1], places[0][0])
    between = line.tokens[end:start]
    size = sum(1 / UNSPACED if token.kind == "character" else 1 for token in between)
    if not between or size > MAX_BETWEEN or any(token.kind == "number" or token.form in ",;、，" for token in between):
        return None
    words = [line.find(at, "part_of", "among") for at in range(end, start)]
    kinds = {hit[1].kind for hit in words if hit}
    if len(kinds) != 1:
        return None
    order = ("part", "whole") if kinds == {"part_of"} else ("whole", "part")
    return order if ahead else order[::-1]
