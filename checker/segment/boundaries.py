"""Which marks of a line end a sentence.

Ideas: the orthographic evidence of Punkt (Kiss and Strunk 2006: a word that the article also writes in lower case
is capitalised only because it begins a sentence), and lists of abbreviations and of words that begin sentences, a
few dozen a language, in the section ``[segmentation]`` of ``checker/languages/data``:

- ``abbreviations``: end a sentence only before a word that begins sentences ("etc.", "p.m.");
- ``titles``: never end one ("Dr.", "M.", "Jl.", "z. B.");
- ``numbered``: don't end one before a number ("No. 5", but "He said no.");
- ``starters``: words that begin sentences, capitalised or not ("The", "He");
- ``reporting``: verbs of saying: a clause with one, behind a quotation, belongs to it ("asked", "说");
- ``report_after_stop``: so it does behind a full stop as well (Korean "….” 그가 말했다.");
- ``continuers``: what goes on with the sentence right behind a quotation ("と");
- ``marks``: characters that end sentences beside Unicode's (";" in Greek);
- ``ordinal_dot``: "9. Juli" is an ordinal number;
- ``spaces``: no mark ends sentences, spaces do (Thai).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import regex

from checker.model import Span
from checker.segment.quotations import quotations

KEPT_QUOTATION = 200
"""A quotation up to this many characters stays in one piece with its reporting clause. In the articles of the drift
benchmark, 75 of 108 sentence ends inside such quotations are none of the published segments; of those inside longer
ones, where a missing sentence should be seen as one, 35 of 62."""
WIDE = 2.5
"""How many characters of an alphabet a Chinese or Japanese one stands for."""

_MARK = r"[\p{Sentence_Terminal}…%s]"
_CLOSE = r"""[\p{Pf}\p{Pe}"'“‘＂»«]*"""
LONG_WORD = 9
"""Letters from which a word before a full stop is taken for no abbreviation, whatever follows."""

_FULL_WIDTH = frozenset("。！？｡")
_LAST_WORD = regex.compile(r"(?:[\p{L}\p{M}\p{N}]+[.’'\-]?)+$")
_NEXT_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_OPENING = regex.compile(r"[\p{Pi}\p{Ps}\"'„‚«»“”‘’¿¡\-–—•*]*\s*")
_ROMAN = regex.compile(r"[IVXLC]+")
_DOTTED = regex.compile(r"(?:\p{L}\p{M}*+\p{L}?\p{M}*+\.)+\p{L}\p{M}*+\p{L}?\p{M}*+")
_GAP = regex.compile(r"\s*")
_WIDE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_BULLET = regex.compile(r"(?<=\s)[•●▪◦‣](?=\s)")
_REACH = 40
"""How far back a word or abbreviation is looked for, in characters."""
_WORD = 20
"""Characters before a number in which the word before it is looked for."""
_REPORT = 50
"""How far behind a quotation a verb of saying is looked for, in characters of an alphabet."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What decides, as data of a language and of the article."""

    abbreviations: frozenset[str]
    titles: frozenset[str]
    numbered: frozenset[str]
    starters: frozenset[str]
    continuers: tuple[str, ...]
    reporting: regex.Pattern[str] | None
    lower_words: frozenset[str]
    """Words that the article writes in lower case, and without a full stop."""
    candidate: regex.Pattern[str]
    """The marks, and what closes behind them (with British usage, ’.)."""
    ordinal_dot: bool = False
    counting: frozenset[str] = frozenset()
    """Words before a number that counts, behind which a dot makes no ordinal ("svakih 20. Putnicima …")."""
    spaces: bool = False
    report_after_stop: bool = False

    @classmethod
    def of(cls, data: Mapping[str, Any], lower_words: frozenset[str]) -> Rules:
        """Rules from the section ``segmentation`` of a language."""
        reporting = "|".join(map(_verb, data.get("reporting", ())))
        mark = _MARK % regex.escape(data.get("marks", ""))
        return cls(
            abbreviations=_folded(data.get("abbreviations", ())),
            titles=_folded(data.get("titles", ())),
            numbered=_folded(data.get("numbered", ())),
            starters=_folded(data.get("starters", ())),
            continuers=tuple(data.get("continuers", ())),
            reporting=regex.compile(reporting) if reporting else None,
            lower_words=lower_words,
            candidate=regex.compile(f"(?P<mark>{mark}+)(?P<close>{_CLOSE}{mark}*)"),
            ordinal_dot=bool(data.get("ordinal_dot", False)),
            counting=_folded(data.get("counting", ())),
            spaces=bool(data.get("spaces", False)),
            report_after_stop=bool(data.get("report_after_stop", False)),
        )

    def begins_sentences(self, word: str) -> bool:
        """Whether a capitalised word is one that is capitalised only at the beginning of a sentence."""
        folded = word.casefold()
        return folded in self.starters or (folded != word and folded in self.lower_words)


def _verb(word: str) -> str:
    if word >= "\u2e80":  # Chinese ends the clause with the verb: “……。”他说。 but “……。”他说，政府……
        return rf"{regex.escape(word)}\p{{Han}}?(?=[。！？.]|[，,]\s*[“「『\"])"
    return rf"\b{regex.escape(word)}\b"


def _folded(words: Any) -> frozenset[str]:
    return frozenset(str(word).rstrip(".").casefold() for word in words)


@dataclass(frozen=True, slots=True)
class Mark:
    """A candidate: the mark at ``line[start:stop]``, closing marks up to ``close``, the next text at ``after``."""

    line: str
    start: int
    stop: int
    close: int
    after: int
    inside: Span | None
    """The quotation in which the mark stands."""

    @property
    def period(self) -> bool:
        """A single full stop, which may also end an abbreviation or an ordinal number."""
        return self.line[self.start : self.stop] == "."

    @property
    def next_word(self) -> str:
        """The word that follows, behind opening marks."""
        opening = _OPENING.match(self.line, self.after)
        word = _NEXT_WORD.match(self.line, opening.end() if opening else self.after)
        return word[0] if word else ""

    @property
    def last_word(self) -> str:
        """The word before the mark, with its inner dots ("p.m", "U.S")."""
        word = _LAST_WORD.search(self.line, max(0, self.start - _REACH), self.start)
        return word[0] if word else ""


def boundaries(line: str, rules: Rules) -> Iterator[int]:
    """Where sentences of a line end (the offset of the next one's first character), in order, without its end."""
    ends = {bullet.start() for bullet in _BULLET.finditer(line)}
    ends |= {mark.after for mark in _marks(line, rules) if mark.after < len(line) and _ends_sentence(mark, rules)}
    yield from sorted(ends)


def _marks(line: str, rules: Rules) -> Iterator[Mark]:
    quoted = quotations(line)
    starts = [span.start for span in quoted]
    opened = frozenset(starts)
    for found in rules.candidate.finditer(line):
        close = _close(line, found, opened)
        place = bisect_right(starts, found.start()) - 1
        inside = quoted[place] if place >= 0 and found.start() < quoted[place].end else None
        if inside and close < inside.end and not line[close : inside.end - 1].strip():
            close = inside.end  # French: « Oui. » with a space before the closing mark
        after = _gap_end(line, close)
        yield Mark(line, found.start(), found.end("mark"), close, after, inside)


def _close(line: str, found: regex.Match[str], opened: frozenset[int]) -> int:
    """Where the closing marks behind a candidate end: one that opens the next quotation is none."""
    for place in range(found.end("mark"), found.end("close")):
        follower = line[place + 1 : place + 2]
        if place in opened or (line[place] in "“„«\"'" and follower.isalnum()):
            return place
    return found.end("close")


def _ends_sentence(mark: Mark, rules: Rules) -> bool:
    if mark.inside and mark.close < mark.inside.end:
        return _long(mark.line, mark.inside) and _plain_end(mark, rules)
    if mark.inside and _goes_on(mark, rules):
        return False
    return _plain_end(mark, rules)


def _goes_on(mark: Mark, rules: Rules) -> bool:
    """Whether the sentence goes on behind a closed quotation."""
    closed = mark.close > mark.stop and _lower(mark.line[mark.after])
    return closed or mark.line.startswith(rules.continuers, mark.after) or _reported(mark, rules)


def _plain_end(mark: Mark, rules: Rules) -> bool:
    following = mark.line[mark.after]
    if mark.line[mark.start] in _FULL_WIDTH:
        return following not in "，、；：）」』,;:)…"
    if mark.close == mark.after:
        return _glued(mark, rules)
    if following in ",;:)]…" or (following in "-–—" and _lower(mark.next_word)):
        return False
    if not mark.period:
        return not _lower(following)
    return _period_ends(mark, rules)


def _period_ends(mark: Mark, rules: Rules) -> bool:
    word, following = mark.last_word, mark.next_word
    folded = word.casefold().rsplit("'", 1)[-1].rsplit("’", 1)[-1]
    if folded in rules.titles or _last_part(mark, rules):
        return False
    if following[:1].isdecimal() and folded in rules.numbered:
        return False
    if word.isdecimal():
        return _number_ends(mark, word, following, rules)
    if _lower(following):
        return folded not in rules.abbreviations and _ordinary(word, rules)
    if _spaced_abbreviation(mark, word, following):
        return False
    if folded in rules.abbreviations or _DOTTED.fullmatch(word) or _initial(word, rules):
        return rules.begins_sentences(following)
    return True


def _ordinary(word: str, rules: Rules) -> bool:
    """A word, no abbreviation: written without a full stop elsewhere in the article, or too long for one."""
    return word.islower() and (len(word) >= LONG_WORD or (len(word) > 3 and word in rules.lower_words))


def _spaced_abbreviation(mark: Mark, word: str, following: str) -> bool:
    """Single letters with a full stop each ("z. B.", "A. S. Puschkin")."""
    if len(word) != 1 or len(following) != 1:
        return False
    return mark.line.startswith(f"{following}.", mark.after)


def _initial(word: str, rules: Rules) -> bool:
    """A single letter that is no word ("J. K. Rowling"), or a Roman number where a dot makes it an ordinal."""
    if len(word) == 1 and (word.isupper() or word.islower()):
        return word not in rules.lower_words
    return rules.ordinal_dot and _ROMAN.fullmatch(word) is not None


def _last_part(mark: Mark, rules: Rules) -> bool:
    """Whether an abbreviation of several words ends here ("z. B.", "т. е.")."""
    before = mark.line[max(0, mark.start - 12) : mark.start].casefold()
    parts = regex.split(r"\s", before)
    return any(" ".join(parts[-count:]) in rules.titles for count in (2, 3))


def _number_ends(mark: Mark, word: str, following: str, rules: Rules) -> bool:
    """A number and a full stop: the item of a list, an ordinal, or the end of a sentence."""
    if mark.start - len(word) < 8 and not mark.line[: mark.start - len(word)].strip(" \t-•*(#"):
        return False
    before = mark.line[mark.start - len(word) - 1 : mark.start - len(word)]
    words = mark.line[max(0, mark.start - len(word) - _WORD) : mark.start - len(word)].split()
    counts = bool(words) and words[-1].casefold() in rules.counting
    if not rules.ordinal_dot or counts or (before and before in ":,/"):
        return not _lower(following)
    if len(word) > 2 or rules.begins_sentences(following):
        return not _lower(following)
    return False


def _glued(mark: Mark, rules: Rules) -> bool:
    """A mark without a space behind it ends a sentence where a lost space shows: "Uhr.Danach"."""
    if _between_wide(mark):
        return True
    following = mark.next_word
    if mark.close > mark.stop or not following or mark.line[mark.after] != following[0]:
        return False
    return (
        len(mark.last_word) > 2
        and mark.last_word.islower()
        and following[0].isupper()
        and following[1:].islower()
        and rules.begins_sentences(following)
    )


def _between_wide(mark: Mark) -> bool:
    """A mark of the Latin alphabet between Chinese or Japanese characters: "走吧!我们"."""
    sides = mark.line[max(0, mark.start - 1) : mark.start], mark.line[mark.after]
    return mark.stop - mark.start == 1 and mark.line[mark.start] in ".!?" and all(_WIDE.match(side) for side in sides)


def _reported(mark: Mark, rules: Rules) -> bool:
    """Whether the clause behind a closed quotation reports it: "“Why?” Smith asked.".

    Behind a full stop with a space, a new sentence begins: a reporting clause would stand behind a comma, but for the
    languages that write a short one there.
    """
    stopped = mark.period and mark.close < mark.after
    if rules.reporting is None or (stopped and not rules.report_after_stop):
        return False
    if rules.candidate.search(mark.line, mark.stop, mark.close):  # "…?". He said: the sentence has ended
        return False
    wide = stopped or mark.line[mark.start] in _FULL_WIDTH
    end = mark.after + (int(_REPORT / WIDE) if wide else _REPORT)
    clause = rules.candidate.search(mark.line, mark.after, end)
    if stopped and clause is None:
        return False
    return rules.reporting.search(mark.line, mark.after, clause.end() if clause else end) is not None


def _gap_end(line: str, place: int) -> int:
    gap = _GAP.match(line, place)
    return gap.end() if gap else place


def _long(line: str, quotation: Span) -> bool:
    """Whether a quotation is too long to stay in one piece."""
    length = quotation.end - quotation.start
    if length <= KEPT_QUOTATION:
        wide = sum(character >= "\u2e80" for character in line[quotation.start : quotation.end])
        length += int((WIDE - 1) * wide)
    return length > KEPT_QUOTATION


def _lower(text: str) -> bool:
    return text[:1].islower()
