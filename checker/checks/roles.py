"""What a number is in its clause, where a word says so: start or end of a change, part or whole, votes for or against.

"From 3.6 to 4.1" and "to 4.1 from 3.6" are one statement, and so are "27 of 29" and 「29のうち27」: the order differs,
the roles don't. Where both versions name the roles, they say more about a swap than any similarity of contexts.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.facts.hedges import DURATIONS
from checker.facts.lexicon import MEASURES, Line, lexicon
from checker.facts.quantities import Quantity
from checker.facts.tokens import tokenize
from checker.languages import primary
from checker.model import Fact, Sentence, Version

MAX_BETWEEN = 10
"""Tokens between a part and its whole at most: "27 of Papua's total 29 districts"; twice as many characters."""

MAX_CHANGE = 4
"""Tokens between the start of a change and its end, where only the start is called so ("61 trilyon wondan 57,5")."""

UNSPACED = 2
"""Characters without blanks between them that are as long as a word."""

MAX_DATED = 8
"""Characters of a date between "from" and its number: 从前一晚的53.60里拉."""

MAX_VOTES = 6
"""Tokens between the votes for and against: "101 oyla, 94'e karşı"."""

AFTER = 3
"""Tokens behind a number up to which "against" may stand there, over a case ending ("94'e karşı")."""

MEASURED = MEASURES | {"percent", "points"}
"""What a case ending may stand on, as kinds of the lexicon."""

ARTICLES = 2
"""Words between "of" and the whole: "of the bank's 31,500 jobs"."""


def roles(version: Version, sentences: Sequence[Sentence], first: Fact, second: Fact) -> tuple[str, str] | None:
    """The roles of two facts of a sentence, or None: "from" and "to", "for" and "against", "part" and "whole"."""
    sentence = next((s for s in sentences if s.start <= first.start and second.end <= s.end), None)
    if sentence is None or not (sentence.start <= second.start and first.end <= sentence.end):
        return None
    line = line_of(version, sentence)
    places = [_place(line, fact) for fact in (first, second)]
    found = _change(line, places) or _votes(line, places) or _share(line, places) or _start(line, places)
    return found or (_end(line, places) if _same_measure(first, second) else None)


def directions(version: Version, sentences: Sequence[Sentence], first: Fact, second: Fact) -> tuple[str, str]:
    """What a word calls each of two facts of a sentence: "from" or "to", the ends of a change; "" where none does."""
    sentence = next((s for s in sentences if s.start <= first.start and second.end <= s.end), None)
    if sentence is None or second.start < sentence.start or first.end > sentence.end:
        return "", ""
    line = line_of(version, sentence)
    return _direction(line, *_place(line, first)), _direction(line, *_place(line, second))


def is_tally(version: Version, sentences: Sequence[Sentence], first: Fact, second: Fact) -> bool:
    """Whether nothing but a word for "against" or "to" stands between two numbers: "seven to two", दो के मुकाबले सात."""
    sentence = next((s for s in sentences if s.start <= first.start and second.end <= s.end), None)
    if sentence is None or second.start < sentence.start or first.end > sentence.end:
        return False
    line = line_of(version, sentence)
    (_, end), (start, _) = sorted(_place(line, fact) for fact in (first, second))
    hit = line.find(end, "against", "against_after", "to") if end < start else None
    return hit is not None and hit[0] == start


def is_share(found: tuple[str, str] | None, first: Fact, second: Fact) -> bool:
    """Whether roles are those of a part and its whole, and the part is the smaller one: else "of" is another "of"."""
    if found is None or "whole" not in found:
        return False
    part, whole = (first, second) if found[0] == "part" else (second, first)
    return _value(part) < _value(whole)


def _value(fact: Fact) -> Decimal:
    return fact.readings[0].value if isinstance(fact, Quantity) and fact.readings else Decimal(0)


def line_of(version: Version, sentence: Sentence) -> Line:
    """A sentence as tokens with their meanings, offsets as in the article."""
    return Line.of(tokenize(sentence.text, sentence.start), lexicon(primary(version.article.language)))


def _place(line: Line, fact: Fact) -> tuple[int, int]:
    inside = [i for i, token in enumerate(line.tokens) if fact.start <= token.start and token.end <= fact.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _change(line: Line, places: Sequence[tuple[int, int]]) -> tuple[str, str] | None:
    """From … to …, where words say both."""
    named = [_direction(line, *place) for place in places]
    if named[0] == named[1] or "" in named:
        return None
    return named[0], named[1]


def _start(line: Line, places: Sequence[tuple[int, int]]) -> tuple[str, str] | None:
    """From …, where a word says only which number is the start, and the one right beside it is the end."""
    named = [_direction(line, *place) for place in places]
    if sorted(named) != ["", "from"] or not _beside(line, places):
        return None
    return ("from", "to") if named[0] else ("to", "from")


def _end(line: Line, places: Sequence[tuple[int, int]]) -> tuple[str, str] | None:
    """… to, where a word says only which number is the end of a change, and the one right beside it is the start."""
    named = [_direction(line, *place) for place in places]
    if sorted(named) != ["", "to"] or not _beside(line, places):
        return None
    return ("to", "from") if named[0] else ("from", "to")


def _same_measure(first: Fact, second: Fact) -> bool:
    """Whether two numbers measure the same, or one with decimals leaves its measure out."""
    sides = [fact.units or fact.kind for fact in (first, second) if isinstance(fact, Quantity)]
    bare = [fact for fact in (first, second) if isinstance(fact, Quantity) and fact.kind == "count"]
    return sides[:1] == sides[1:] or any(reading.value % 1 for fact in bare for reading in fact.readings[:1])


def _votes(line: Line, places: Sequence[tuple[int, int]]) -> tuple[str, str] | None:
    """101 against 94; 94'e karşı 101."""
    against = [_is_against(line, *place) for place in places]
    if against[0] == against[1] or not _beside(line, places, MAX_VOTES):
        return None
    return ("against", "for") if against[0] else ("for", "against")


def _is_against(line: Line, start: int, end: int) -> bool:
    if line.ending_at(start, "against") is not None:
        return True
    following = range(end, min(end + AFTER, len(line.tokens)))
    return any(line.find(at, "against_after") for at in following if not _has_number(line, end, at))


def _has_number(line: Line, start: int, end: int) -> bool:
    return any(token.kind == "number" for token in line.tokens[start:end])


def _beside(line: Line, places: Sequence[tuple[int, int]], longest: int = MAX_CHANGE) -> bool:
    """Whether few tokens stand between two numbers, none of them a number."""
    (_, end), (start, _) = sorted(places)
    return _size(line, end, start) <= longest and not _has_number(line, end, start)


def _size(line: Line, start: int, end: int) -> float:
    """How many words stand between two tokens."""
    return sum(1 / UNSPACED if token.kind == "character" else 1 for token in line.tokens[start:end])


def _direction(line: Line, start: int, end: int) -> str:
    for place in (start, start - 1):
        hit = line.ending_at(place, "from", "to")
        if hit is not None:
            return hit[1].kind
    if line.ending_at(start, "earlier") and not _is_duration(line, start, end):
        return "from"
    after = line.find(end, "from_after", "to_after")
    if after is None and line.text(end, end + 1) in ("'", "-", ":"):
        after = line.find(end + 1, "from_after", "to_after")
    return after[1].kind.removesuffix("_after") if after else _case(line, end - 1) or _far(line, start)


def _is_duration(line: Line, start: int, end: int) -> bool:
    """Whether a number counts time: "nach 31,2 Prozent" was the value before, "nach drei Jahren" is later."""
    units = [hit[1].value for at in range(start, end) if (hit := line.find(at, "unit"))]
    return any(str(unit) in DURATIONS for unit in units)


def _case(line: Line, at: int) -> str:
    """What the case ending of a measure says ("61 trilyon wondan")."""
    form = line.tokens[at].form if line.tokens[at].kind == "word" else ""
    for stem, ending in ((form[:-size], form[-size:]) for size in range(min(4, len(form) - 2), 0, -1)):
        kinds = {entry.kind for entry in line.lexicon.word(ending)} & {"from_after", "to_after"}
        if kinds and any(entry.kind in MEASURED for entry in line.lexicon.word(stem)):
            return kinds.pop().removesuffix("_after")
    return ""


def _far(line: Line, start: int) -> str:
    """The "from" or "to" before a date that belongs to a number, where no blanks part words: 从1月的31.2%."""
    for at in range(start - 1, max(-1, start - 1 - MAX_DATED), -1):
        if line.tokens[at].kind not in ("character", "number"):
            return ""
        hit = line.ending_at(at, "from", "to")
        if hit is not None:
            return hit[1].kind
    return ""


def _share(line: Line, places: Sequence[tuple[int, int]]) -> tuple[str, str] | None:
    """27 of 29; 29のうち27; of the 29, 27; nothing where both have it: "a profit of 27 on sales of 29"."""
    ahead = places[0][0] < places[1][0]
    first, second = places if ahead else places[::-1]
    between = line.tokens[first[1] : second[0]]
    if not between or _size(line, first[1], second[0]) > MAX_BETWEEN or _has_number(line, first[1], second[0]):
        return None
    words = [line.find(at, "part_of", "among") for at in range(first[1], second[0])]
    kinds = {hit[1].kind for hit in words if hit}
    if not kinds and _of(line, first[0]):
        order = ("whole", "part")
    elif len(kinds) == 1 and not any(token.form in ",;、，" for token in between) and not _of(line, first[0]):
        order = ("part", "whole") if kinds == {"part_of"} else ("whole", "part")
    else:
        return None
    return order if ahead else order[::-1]


def _of(line: Line, number: int) -> bool:
    """Whether "of" stands before a number, with an article and the like between them."""
    return any(line.ending_at(at, "part_of") for at in range(max(0, number - ARTICLES), number + 1))
