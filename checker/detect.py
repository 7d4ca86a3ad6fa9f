"""Which language a text is in: langdetect, seeded, on whole articles.

langdetect's own functions parse 55 profiles and spread them over 90,000 lists, half a second. Here a script that one
language writes answers by itself, else the profiles of the text's script are loaded, and looked up only for what the
text holds: the same detector, the same answer (tests/test_detect.py compares them). A language that was named and
whose function words are there needs no detector at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import regex

from checker.languages import primary, section

CONFIDENT = 0.99
"""Probability from which the text's language contradicts the one that was named."""
MAX_CHARACTERS = 5_000
"""How much of a text is looked at; beyond a thousand characters the answer is stable."""
DETECTED = 2_000
"""How much of a text the detector is given: to 1,505 versions of articles in 43 languages its answer is the same."""
MIN_LETTERS = 40
"""Letters below which a text contradicts nothing: langdetect is often sure, and wrong, about a headline."""
MIN_WORDS = 100
"""Words from which function words can confirm a language."""
SEED = 0
CLOSE = (
    frozenset({"id", "ms", "tl"}),
    frozenset({"no", "nb", "nn", "da"}),
    frozenset({"hr", "sr", "bs", "sl", "mk"}),
    frozenset({"cs", "sk"}),
)
"""Languages that langdetect mistakes for each other, or does not know apart."""
MAIN_SHARE = 0.8
"""Share of the letters that the main script must have for the profiles of other scripts to be left out."""

_WORD = regex.compile(r"\p{L}+")
_SCRIPTS = (
    *("Latin", "Cyrillic", "Arabic", "Devanagari", "Han", "Hiragana", "Katakana"),
    *("Hangul", "Thai", "Greek", "Hebrew", "Tamil", "Bengali"),
)
_SCRIPT = regex.compile("|".join(rf"(?P<{name}>\p{{{name}}}+)" for name in _SCRIPTS))
_ONE_LANGUAGE = {"Hangul": "ko", "Thai": "th", "Greek": "el", "Hebrew": "he", "Tamil": "ta", "Bengali": "bn"}
_PROFILES = {
    "Cyrillic": frozenset({"bg", "mk", "ru", "uk"}),
    "Arabic": frozenset({"ar", "fa", "ur"}),
    "Devanagari": frozenset({"hi", "mr", "ne"}),
}
_NOT_LATIN = frozenset(
    {
        *("ar", "bg", "bn", "el", "fa", "gu", "he", "hi", "ja", "kn", "ko", "mk"),
        *("ml", "mr", "ne", "pa", "ru", "ta", "te", "th", "uk", "ur", "zh-cn", "zh-tw"),
    }
)


def language(text: str) -> str | None:
    """The primary language of a text, or None where it cannot be told."""
    found = _probable(text)
    return found[0] if found else None


def contradiction(text: str, named: str) -> str | None:
    """The language that the text is in, when that surely is another than the one named.

    A language that langdetect does not know (Malay, Icelandic) contradicts nothing, nor do close ones each other.
    """
    named = primary(named)
    if _confirmed(text, named) or _letters(text) < MIN_LETTERS or named not in map(primary, _profile_names()):
        return None
    found = _probable(text)
    if found is None or found[1] < CONFIDENT or found[0] == named:
        return None
    return None if any({found[0], named} <= close for close in CLOSE) else found[0]


def _confirmed(text: str, named: str) -> bool:
    """Whether the words that begin sentences in the language make up enough of the text.

    Their share is ``confirmed`` in the language's section ``segmentation``. It was set, for languages where that is
    possible, between the lowest share in texts of the language and the highest in texts of any other one (Tatoeba,
    48 languages, 30 sentences at a time; for Indonesian 0.19 and 0.05).
    """
    data = section(named, "segmentation")
    if "confirmed" not in data:
        return False
    starters = frozenset(data["starters"])
    words = [word.casefold() for word in _WORD.findall(text, 0, MAX_CHARACTERS)]
    return len(words) >= MIN_WORDS and sum(word in starters for word in words) >= data["confirmed"] * len(words)


def _letters(text: str) -> int:
    """Letters at the beginning of a text; a Chinese or Japanese one tells as much as three of an alphabet."""
    return sum(3 if letter >= "\u2e80" else 1 for letter in text[:MAX_CHARACTERS] if letter.isalpha())


def _probable(text: str) -> tuple[str, float] | None:
    text = text[:DETECTED]
    shares = _script_shares(text)
    known = _by_script(shares)
    if known is not None:
        return known, 1.0
    from langdetect import LangDetectException
    from langdetect.detector import Detector

    detector = Detector(_Lookup(_profiles(_candidates(shares))))
    try:
        detector.append(text)
        best = detector.get_probabilities()[0]
    except (LangDetectException, IndexError):
        return None
    return primary(best.lang), best.prob


def _script_shares(text: str) -> Mapping[str, float]:
    """Share of the letters that each script has; empty where there are none."""
    counts: Counter[str] = Counter()
    for found in _SCRIPT.finditer(text):
        counts[found.lastgroup or ""] += found.end() - found.start()
    total = counts.total()
    return {script: count / total for script, count in counts.items()}


def _by_script(shares: Mapping[str, float]) -> str | None:
    """The language of a script that one language writes. langdetect takes text in Han alone for Korean."""
    kana = shares.get("Hiragana", 0) + shares.get("Katakana", 0)
    if kana + shares.get("Han", 0) >= MAIN_SHARE:
        return "ja" if kana > 0.05 else "zh"
    return next((code for script, code in _ONE_LANGUAGE.items() if shares.get(script, 0) >= MAIN_SHARE), None)


def _candidates(shares: Mapping[str, float]) -> tuple[str, ...]:
    """The profiles that can match: those of the main script, or all where scripts are mixed."""
    names = _profile_names()
    if shares.get("Latin", 0) >= MAIN_SHARE:
        return tuple(name for name in names if name not in _NOT_LATIN)
    wanted = next((own for script, own in _PROFILES.items() if shares.get(script, 0) >= MAIN_SHARE), None)
    return tuple(name for name in names if wanted is None or name in wanted)


def _profile_names() -> list[str]:
    return sorted(path.name for path in _folder().iterdir() if not path.name.startswith("."))


def _folder() -> Path:
    from langdetect.detector_factory import PROFILES_DIRECTORY

    return Path(PROFILES_DIRECTORY)


class _Profile(msgspec.Struct, gc=False):
    """How often each sequence of one to three characters occurs in a language, and all of that length together."""

    name: str
    freq: dict[str, int]
    n_words: list[int]


@cache
def _profiles(names: tuple[str, ...]) -> tuple[_Profile, ...]:
    return tuple(msgspec.json.decode((_folder() / name).read_bytes(), type=_Profile) for name in names)


class _Lookup:
    """What langdetect's ``Detector`` asks of its factory, with probabilities computed when they are asked for."""

    def __init__(self, profiles: tuple[_Profile, ...]) -> None:
        self._profiles = profiles
        self._frequencies = [profile.freq for profile in profiles]
        self.langlist = [profile.name for profile in profiles]
        self.seed = SEED
        self.word_lang_prob_map: Any = self

    def __contains__(self, gram: str) -> bool:
        return any(gram in frequency for frequency in self._frequencies)

    def __getitem__(self, gram: str) -> list[float]:
        length = len(gram) - 1
        return [profile.freq.get(gram, 0) / profile.n_words[length] for profile in self._profiles]
