"""Which language a text is in: langdetect, seeded, on whole articles.

langdetect's own functions load 55 profiles, half a second; only those of the text's script are loaded here, which
gives the same answer, since the others give its letters no probability.
"""

from __future__ import annotations

from checker.languages import primary

CONFIDENT = 0.99
"""Probability from which the text's language contradicts the one that was named."""
MAX_CHARACTERS = 10_000
"""How much of a text is looked at (langdetect's own limit)."""
SEED = 0
CLOSE = (
    frozenset({"id", "ms"}),
    frozenset({"no", "nb", "nn", "da"}),
    frozenset({"hr", "sr", "bs", "sl"}),
    frozenset({"cs", "sk"}),
)
"""Languages that langdetect mistakes for each other, or does not know apart."""


def language(text: str) -> str | None:
    """The primary language of a text, or None where it cannot be told."""
    found = _probable(text)
    return found[0] if found else None


def contradiction(text: str, named: str) -> str | None:
    """The language that the text is in, when that surely is another than the one named.

    A language that langdetect does not know (Malay, Icelandic) contradicts nothing, and close ones do not
    contradict each other.
    """
    named = primary(named)
    found = _probable(text)
    if found is None or found[1] < CONFIDENT or found[0] == named or named not in _known():
        return None
    return None if any({found[0], named} <= close for close in CLOSE) else found[0]


def _probable(text: str) -> tuple[str, float] | None:
    from langdetect import DetectorFactory, LangDetectException, detect_langs

    DetectorFactory.seed = SEED
    try:
        best = detect_langs(text[:MAX_CHARACTERS])[0]
    except (LangDetectException, IndexError):
        return None
    return primary(best.lang), best.prob


def _known() -> frozenset[str]:
    from pathlib import Path

    from langdetect.detector_factory import PROFILES_DIRECTORY

    return frozenset(primary(path.name) for path in Path(PROFILES_DIRECTORY).iterdir())
