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

import regex as re

from checker.checks.context import Pair
from checker.checks.sides import SideName, beads_of_sentences, clipped
from checker.languages.frequency import known_language, zipf
from checker.languages.names import english_name
from checker.model import Finding, Sentence, Severity, Span

NAME = "untranslated"
SEVERITY: Severity = "warning"

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
MIN_WORDS = 4
"""Fewer words are a name, a title or a slogan."""
LEAD = 1.5
"""How much more, in units of the logarithm of frequency per word, the words must belong to the other language.
Sentences of the
development articles in their own language stay below 0.6, those left in the source are above 2."""


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
        if not is_foreign(sentence.text, own, foreign, native[1], native[0]):
            continue
        bead = beads.get(index, (None,))[0]
        partner = _partner(pair, bead, side)
        spans: dict[SideName, Span | None] = {"source": partner, "target": partner, side: clipped(sentence.span)}
        message = f"A passage of the {english_name(own)} version is in {english_name(foreign)}."
        yield Finding(NAME, SEVERITY, message, bead, spans["source"], spans["target"], (), (sentence.text,))


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
    if len(words) < MIN_WORDS or not (known_language(own) and known_language(foreign)):
        return False
    lower = [word for word in _WORD.findall(text) if word.islower()] if text.upper() != text.lower() else words
    if len(lower) < MIN_WORDS - 1:
        return False
    lead = sum(zipf(foreign, word) - zipf(own, word) for word in words) / len(words)
    return lead >= LEAD


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
