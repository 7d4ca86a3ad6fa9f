"""What a name would look like if English had spelled it, from the spelling of another language or of romanised Chinese.

:mod:`checker.facts.romanise` compares letters as if every language read them alike; Csernyivci, Txernivtsí and
Chernivtsi differ then by more than two names do. ``spelling.toml`` holds the rules.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from checker.facts.romanise import fold

_FINALS = "iang|iong|uang|iao|ian|uai|uan|ang|eng|ing|ong|ia|ie|iu|in|ua|uo|ui|un|ue|ai|ei|ao|ou|an|en|er|[aoeiuv]"
_PINYIN = re.compile(f"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:{_FINALS}))+")
_LATIN = re.compile(r"[a-z\u00c0-\u024f]")


@lru_cache(maxsize=65536)
def spoken(word: str, language: str) -> tuple[str, ...]:
    """The ways in which a Latin word may be respelled, without those that change nothing."""
    plain = unicodedata.normalize("NFC", word.casefold())
    if not _LATIN.search(plain):
        return ()
    ways = [language, "any"]
    if _PINYIN.fullmatch(fold(plain)):
        ways += ["pinyin", "palladius"]
    found = dict.fromkeys(_respelled(plain, way) for way in ways)
    return tuple(respelled for respelled in found if respelled != plain)


def _respelled(word: str, way: str) -> str:
    if way not in _rules():
        return word
    pattern, letters = _compiled(way)
    return pattern.sub(lambda match: letters[match.lastgroup or ""], word)


@cache
def _rules() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((files("checker.facts") / "spelling.toml").read_text(encoding="utf-8"))


@cache
def _compiled(way: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    ordered = sorted(_rules()[way].items(), key=lambda row: -len(row[0].partition("(")[0]))
    parts = []
    for number, (before, _) in enumerate(ordered):
        letters, _, behind = before.rstrip(")").partition("(")
        parts.append(f"(?P<r{number}>{letters}{f'(?=[{behind}])' if behind else ''})")
    return re.compile("|".join(parts)), {f"r{number}": after for number, (_, after) in enumerate(ordered)}
