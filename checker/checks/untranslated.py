"""Flags a passage left in the other language.

A sentence that is the other version's, letter for letter, or whose words belong to the other language far more than to
its own. Names, addresses and single words say nothing.

Fires:
    de: Die Brücke wird im Mai gesperrt. Der Verkehr wird über die Altstadt umgeleitet.
    en: The bridge will be closed in May. Der Verkehr wird über die Altstadt umgeleitet.

Silent:
    de: Die Brücke wird im Mai gesperrt. Der Verkehr wird über die Altstadt umgeleitet.
    en: The bridge will be closed in May. Traffic will be diverted through the old town.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

import regex as re

from checker.checks.context import Pair
from checker.checks.sides import MAX_SPAN, SideName, beads_of_sentences, clipped
from checker.languages.frequency import known_language, zipf
from checker.languages.names import english_name
from checker.model import Finding, Sentence, Severity, Span

NAME = "untranslated"
SEVERITY: Severity = "warning"

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TOKEN = re.compile(r"\S+")
MIN_WORDS = 4
"""Fewer words are a name, a title or a slogan."""
LEAD = 1.5
"""How much more, in units of the logarithm of frequency per word, the words must belong to the other language.
Sentences of the
development articles in their own language stay below 0.6, those left in the source are above 2."""
TWIN_LEAD, TWIN_LENGTH, TWIN_SHARE, NEAR = 0.8, 25, 0.5, 2
"""The same for a run of words that stands letter for letter on both sides, how many characters it needs at least (a
slogan, a title or an address may rightly be the same) and what share of the other side's sentence, and how many beads
away it is looked for. It may be part of a sentence, where a heading lacks its line break or a quotation its mark. On
the development articles: 16 of 17, where whole sentences gave 14."""


def check(pair: Pair) -> Iterable[Finding]:
    """Yield the sentences of either side that are in the language of the other."""
    if pair.source.article.language == pair.target.article.language:
        return
    yield from _left_in(pair, "target")
    yield from _left_in(pair, "source")


def _left_in(pair: Pair, side: SideName) -> Iterable[Finding]:
    version, other = (pair.target, pair.source) if side == "target" else (pair.source, pair.target)
    own, foreign = version.article.language, other.article.language
    beads = beads_of_sentences(pair.beads, side)
    native = _scripts(other.sentences), _scripts(version.sentences)
    for index, sentence in enumerate(version.sentences):
        bead = beads.get(index, (None,))[0]
        if is_foreign(sentence.text, own, foreign, native[1], native[0]):
            span = sentence.span
        elif (twin := _twin(pair, bead, side, sentence)) is not None:
            span = twin
        else:
            continue
        partner = _partner(pair, bead, side)
        spans: dict[SideName, Span | None] = {"source": partner, "target": partner, side: clipped(span)}
        message = f"A passage of the {english_name(own)} version is in {english_name(foreign)}."
        text = version.article.text[span.start : span.end]
        yield Finding(NAME, SEVERITY, message, bead, spans["source"], spans["target"], (), (text,))


def _twin(pair: Pair, bead: int | None, side: SideName, sentence: Sentence) -> Span | None:
    """Where a sentence repeats words of the other side letter for letter, in the other side's language."""
    if bead is None:
        return None
    languages = pair.source.article.language, pair.target.article.language
    own, foreign = languages[::-1] if side == "target" else languages
    near = pair.beads[max(0, bead - NEAR) : bead + NEAR + 1]
    other = pair.source.sentences if side == "target" else pair.target.sentences
    here = _words(sentence.text)
    for index in sorted({i for row in near for i in (row.source if side == "target" else row.target)}):
        run = _common(here, _words(other[index].text))
        if run is None:
            continue
        text = sentence.text[run.start : run.end]
        if len(text) >= TWIN_LENGTH and _lead(text, own, foreign) >= TWIN_LEAD:
            return Span(sentence.start + run.start, sentence.start + run.end)
    return None


def _words(text: str) -> list[tuple[str, Span]]:
    return [(match.group(), Span(*match.span())) for match in _TOKEN.finditer(text[:MAX_SPAN])]


def _common(first: list[tuple[str, Span]], second: list[tuple[str, Span]]) -> Span | None:
    """The longest run of words that two sentences share, as a place in the first."""
    rows = [word for word, _ in first], [word for word, _ in second]
    if len(set(rows[0]) & set(rows[1])) < MIN_WORDS:
        return None
    block = SequenceMatcher(None, rows[0], rows[1], autojunk=False).find_longest_match()
    if block.size < MIN_WORDS or block.size < TWIN_SHARE * len(second):
        return None
    return Span(first[block.a][1].start, first[block.a + block.size - 1][1].end)


def _partner(pair: Pair, bead: int | None, side: SideName) -> Span | None:
    if bead is None:
        return None
    rows = pair.sentences(pair.beads[bead])[0 if side == "target" else 1]
    return clipped(Span(rows[0].start, rows[-1].end)) if rows else None


def is_foreign(text: str, own: str, foreign: str, own_scripts: Counter[str], foreign_scripts: Counter[str]) -> bool:
    """Whether a text is written in ``foreign`` rather than in ``own``."""
    words = [word.casefold() for word in _WORD.findall(text)]
    script = _script(text)
    if script and _main(foreign_scripts) == script and _main(own_scripts) not in (script, None):
        return _long_enough(text, words, script, _main(own_scripts) == "KANA")
    return _lead(text, own, foreign) >= LEAD


def _lead(text: str, own: str, foreign: str) -> float:
    """How much more the words of a text belong to ``foreign`` than to ``own``; 0 where too few words could tell."""
    words = [word.casefold() for word in _WORD.findall(text)]
    if len(words) < MIN_WORDS or not (known_language(own) and known_language(foreign)):
        return 0.0
    lower = [word for word in _WORD.findall(text) if word.islower()] if text.upper() != text.lower() else words
    if len(lower) < MIN_WORDS - 1:
        return 0.0
    return sum(zipf(foreign, word) - zipf(own, word) for word in words) / len(words)


def _long_enough(text: str, words: list[str], script: str, own_has_han: bool) -> bool:
    """In another script altogether: a sentence, not a list of names."""
    if script in ("HAN", "KANA", "THAI"):
        return sum(c.isalpha() for c in text) >= (20 if own_has_han else 8)
    lower = [word for word in _WORD.findall(text) if not word[:1].isupper()]
    return len(words) >= MIN_WORDS and len(lower) >= 3


def _script(text: str) -> str | None:
    """The script of at least 80 % of a text's letters; "KANA" for Han with a fifth of kana, as Japanese is written."""
    counts = Counter(_script_of(c) for c in text if c.isalpha())
    total = sum(counts.values())
    if counts["KANA"] >= 0.2 * total > 0:
        counts["KANA"] += counts.pop("HAN", 0)
    script, most = counts.most_common(1)[0] if counts else ("", 0)
    return script if total and most >= 0.8 * total else None


def _scripts(sentences: tuple[Sentence, ...]) -> Counter[str]:
    return Counter(script for sentence in sentences if (script := _script(sentence.text)))


def _main(scripts: Counter[str]) -> str | None:
    return scripts.most_common(1)[0][0] if scripts else None


def _script_of(c: str) -> str:
    if c < "\u0250":
        return "LATIN"
    name = unicodedata.name(c, "").split(" ")[0].split("-")[0]
    return {"HIRAGANA": "KANA", "KATAKANA": "KANA", "CJK": "HAN"}.get(name, name)
