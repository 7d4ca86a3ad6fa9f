"""Make checker/languages/exonyms: what names are called in each language, by their English names.

    python -m training.exonyms CORPORA
    python -m training.exonyms

reads lex_cldr (Unicode License v3), lex_wiktionary (CC BY-SA 3.0) and lex_omw (open licences, one a wordnet) from the
folder and writes a table a language: name, then the English names that it stands for, as
``checker.facts.romanise.fold`` has them. Names that spelling alone recognises (Berlin, Берлин) are left out.
Their entries that are no names in news are in ``training/lexicon/no_names.tsv``; what they lack is in
``training/lexicon/own_names.tsv``, every line of which is taken; without an argument only these, and the territories
of CLDR that are spelled nearly like the English ones, are added to the tables that are there, which gives what making
them anew would give.
"""

from __future__ import annotations

import lzma
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from checker.facts.romanise import fold, skeleton
from checker.languages.frequency import zipf

WITHOUT_LEXICON = ("is", "ur", "bn", "ta", "ms")
SOURCES = ("lex_cldr", "lex_wiktionary", "lex_omw")
SMALL = {"of", "the", "and", "de", "da", "la", "le", "el", "del", "al", "in", "on", "an", "der", "van", "von", "'s"}
GENERIC = set("union central middle rock romance ancient northern western church unknown".split())  # noqa: SIM905
"""What lexicons have as short for a name, or as a part of one; it stands in every second text ("Union" for Russia)."""
ORDINARY = 5.2
"""English words at least so frequent (Zipf) are no name by themselves, whatever a synset says ("Old", "New")."""
SEAS = ("baltic", "adriatic", "aegean", "caspian", "mediterranean", "pacific", "atlantic", "arctic")
LIMIT = 9
OWN = Path(__file__).parent / "lexicon" / "own_names.tsv"
NO_NAMES = Path(__file__).parent / "lexicon" / "no_names.tsv"
FOLDER = Path(__file__).parents[1] / "checker" / "languages" / "exonyms"
LANGUAGES = Path(__file__).parents[1] / "checker" / "languages" / "data"
SKIP = re.compile(r"[“”\"()\[\]:;!?,.…]|\d|button|symbol|Letter|Claus|Shift|\bI\b")


Table = dict[str, set[str]]
"""Names in lower case with the English ones, folded, that each stands for."""


def main(corpora: Path | None = None) -> None:
    """Write every table: made anew from a folder of lexicons, or those that are there with the project's own names."""
    tables = from_lexicons(corpora) if corpora else written()
    for language, foreign, english in (*own_names(OWN), *close_territories()):
        tables.setdefault(language, {}).setdefault(foreign.casefold(), set()).add(fold(english))
    FOLDER.mkdir(exist_ok=True)
    for language, table in tables.items():
        lines = sorted(f"{foreign}\t{' '.join(sorted(names | short(names)))}" for foreign, names in table.items())
        (FOLDER / f"{language}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def short(names: set[str]) -> set[str]:
    """What seas are called for short: "the Baltic"."""
    return {sea for sea in SEAS if f"{sea}sea" in names or f"{sea}ocean" in names}


def from_lexicons(corpora: Path) -> dict[str, Table]:
    """The tables of the lexicons, without names that stand for too many or that spelling alone finds."""
    tables: dict[str, Table] = defaultdict(lambda: defaultdict(set))
    for source in SOURCES:
        for language, foreign, english in rows(corpora / f"{source}.tsv.xz"):
            if is_name(english) and 1 < len(foreign) < 40 and len(foreign.split()) <= 4 and not SKIP.search(foreign):
                tables[language][foreign.casefold()].add(fold(english))
    for language in WITHOUT_LEXICON:
        for foreign, english in territories(language):
            if is_name(english):
                tables[language][foreign.casefold()].add(fold(english))
    return {
        language: {
            foreign: names
            for foreign, names in table.items()
            if len(names) <= LIMIT and not all(alike(foreign, name) for name in names)
        }
        for language, table in tables.items()
    }


def written() -> dict[str, Table]:
    """The tables as they are in the folder."""
    return {
        path.stem: {
            foreign: set(names.split())
            for foreign, names in (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line)
        }
        for path in sorted(FOLDER.glob("*.tsv"))
    }


def own_names(path: Path) -> Iterator[tuple[str, str, str]]:
    """Language, name and English name of every form in the project's own list.

    A line has the English names, with ``|`` between them, and behind tabs ``de,nl=form|form`` for languages that
    share forms; lines that begin with ``#`` are comments.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        english, *columns = line.split("\t")
        for column in columns:
            languages, forms = column.split("=")
            yield from product(languages.split(","), forms.split("|"), english.split("|"))


def close_territories() -> Iterator[tuple[str, str, str]]:
    """The territories of every language that are spelled much like the English ones, but not the same.

    Each is told from its English name by spelling, but "Kasachstan" and "Cazaquistão" are not from one another.
    """
    for path in sorted(LANGUAGES.glob("*.toml")):
        for foreign, english in territories(path.stem, "territories"):
            name = fold(english)
            if not is_name(english) or SKIP.search(foreign) or " " in foreign or name == fold(foreign):
                continue  # a name of several words may begin with an article: "la Réunion", "la réunion"
            if path.stem != "en" and alike(foreign, name):
                yield path.stem, foreign, english


def territories(language: str, *kinds: str) -> Iterator[tuple[str, str]]:
    """Names of territories and languages with the English ones, from CLDR."""
    command = [sys.executable, "-m", "training.territories", language, *kinds]
    for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines():
        foreign, english = line.split("\t")
        yield foreign, english


def rows(path: Path) -> Iterator[tuple[str, str, str]]:
    """Language, foreign and English text of a lexicon, without the words that are no names in news."""
    barred = no_names()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            first, second, foreign, english = line.rstrip("\n").split("\t")
            if second == "en" and (first, foreign) not in barred:
                yield first, foreign, re.sub(r"^(the|a|an) ", "", english, flags=re.IGNORECASE)


def no_names() -> frozenset[tuple[str, str]]:
    """Language and word of the entries that are left out."""
    lines = NO_NAMES.read_text(encoding="utf-8").splitlines()
    return frozenset((first, word) for first, word in (line.split("\t") for line in lines if line[:1] != "#"))


def is_name(english: str) -> bool:
    """Whether an English entry is a name: every word but small ones has a capital, and none is ordinary by itself."""
    words = english.split()
    if not words or len(words) > 4 or SKIP.search(english) or english.lower() in GENERIC:
        return False
    if not all(word[:1].isupper() or word.lower() in SMALL for word in words):
        return False
    return len(words) > 1 or (len(english) > 2 and zipf("en", english) < ORDINARY) or english in {"China", "India"}


def alike(foreign: str, name: str) -> bool:
    """Whether spelling alone finds the name."""
    folded = fold(foreign)
    return Levenshtein.normalized_similarity(folded, name) >= 0.75 or (
        not foreign.isascii() and len(skeleton(foreign)) >= 3 and skeleton(foreign) == skeleton(name)
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
