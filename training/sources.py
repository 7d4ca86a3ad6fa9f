"""The sources of training: where they come from, under which licence, and how often they are drawn."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

#: The 43 languages of the checker.
LANGUAGES: tuple[str, ...] = (
    *("ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id"),
    *("is", "it", "ja", "ko", "lt", "lv", "ms", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "ta", "th"),
    *("tr", "uk", "ur", "vi", "zh"),
)
#: Lexicons made for this project, in the format of the corpora.
OWN_LEXICONS = Path(__file__).parent / "lexicon"


@dataclass(frozen=True, slots=True)
class Source:
    """One file of pairs.

    `share` is relative to the other sources; `block` is the number of neighbouring rows that are drawn together;
    `trust` weighs a lexicon's entries against those of other lexicons.
    """

    name: str
    kind: str
    share: float
    author: str
    licence: str
    block: int = 1
    trust: float = 1.0


def load_sources(path: Path | None = None) -> tuple[Source, ...]:
    """The sources listed in sources.toml (or `path`), in the file's order."""
    text = (path or Path(__file__).with_name("sources.toml")).read_text(encoding="utf-8")
    return tuple(Source(name=name, **fields) for name, fields in tomllib.loads(text).items())
