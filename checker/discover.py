"""Which files are versions of which article, and which version is the source.

Two layouts, at any depth: ``<article>/<lang>.<ext>`` and ``<article>.<lang>.<ext>``.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.languages import primary
from checker.languages.names import english_name
from checker.model import Unchecked

EXTENSIONS = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml")
"""What is read in a folder; where one language has several files, the first of these wins."""
IGNORED_FOLDERS = frozenset({"CVS", "node_modules", "__pycache__"})
"""Never searched, as is everything whose name begins with a dot."""
_CODES = """
af am ar as az be bg bn bo br bs ca cs cy da de dv dz ee el en eo es et eu fa ff fi fil fo fr fy ga gd gl gu gv ha haw
he hi hr hu hy id ig is it ja jv ka kk kl km kn ko ku kw ky lb lg ln lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn
no ny om or os pa pl ps pt qu rm rn ro ru rw sa sd se sg si sk sl sn so sq sr st su sv sw ta te tg th ti tk tl tn to
tr ts tt ug uk ur uz ve vi wo xh yi yo yue zh zu
"""
LANGUAGES = frozenset(_CODES.split())
"""ISO 639 codes that a file name can carry; a name such as "notes.old.txt" has none of them."""
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_](?:[A-Za-z]{4}|[A-Za-z]{2}|\d{3})){0,2}")


@dataclass(frozen=True, slots=True)
class File:
    """A file that is one language version of an article."""

    path: Path
    language: str
    """Primary language."""
    tag: str
    """The language as the name has it, in lower case: "pt-br"."""


@dataclass(frozen=True, slots=True)
class Group:
    """The versions of one article, by language; after :func:`plan` the source comes first."""

    id: str
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Discovery:
    """What lies below a folder. ``skipped`` counts files that are no version of anything."""

    articles: tuple[Group, ...]
    skipped: int = 0
    unchecked: tuple[Unchecked, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What to check: each article's source first, then its targets."""

    source_lang: str | None
    """The source language for every article, None where nothing was found."""
    articles: tuple[Group, ...]
    unchecked: tuple[Unchecked, ...] = ()


def language_of(path: Path) -> str | None:
    """The primary language that a file's name carries ("de.txt", "colossus.pt-BR.html"), or None."""
    tag = _tag_of(path)
    return primary(tag) if tag else None


def article_id(path: Path) -> str:
    """The article's id from the name of its source file: the stem without the language, else the folder's name."""
    return _stem(path) or path.absolute().parent.name or "article"


def discover(folder: Path) -> Discovery:
    """Every article below a folder, in the order of their ids."""
    failures: list[Unchecked] = []
    groups: dict[str, list[File]] = {}
    skipped = 0
    for path in _walk(folder, lambda error: failures.append(_unreadable(error))):
        tag = _tag_of(path)
        if tag is None or path.suffix.lower() not in EXTENSIONS:
            skipped += 1
        else:
            groups.setdefault(_id_below(folder, path), []).append(File(path, primary(tag), tag))
    articles, duplicates = [], []
    for identifier in sorted(groups):
        files, left_out = _one_for_each_language(groups[identifier])
        articles.append(Group(identifier, files))
        duplicates += left_out
    return Discovery(tuple(articles), skipped, (*failures, *duplicates))


def plan(found: Discovery, source_lang: str | None = None, target_langs: Sequence[str] = ()) -> Plan:
    """Choose every article's source and targets.

    The source is ``source_lang``, else the language that most articles have, the first in the alphabet among
    equals. ``target_langs`` filters the targets. An article without a source or without targets is unchecked.
    """
    source = source_lang or _most_common_language(found.articles)
    if source is None:
        return Plan(None, (), found.unchecked)
    articles, unchecked = [], list(found.unchecked)
    for group in found.articles:
        ordered = _ordered(group, source, target_langs)
        if len(ordered) > 1:
            articles.append(Group(group.id, ordered))
        else:
            unchecked.append(_not_comparable(group, ordered, source))
    return Plan(primary(source), tuple(articles), tuple(unchecked))


def _tag_of(path: Path) -> str | None:
    """The language tag at the end of a file's stem."""
    tag = path.stem.rsplit(".", 1)[-1]
    found = _TAG.fullmatch(tag)
    return tag.replace("_", "-").lower() if found and found[1].lower() in LANGUAGES else None


def _stem(path: Path) -> str:
    """The file's stem without its language; empty where only a language is there."""
    if _tag_of(path) is None:
        return path.stem
    return path.stem.rsplit(".", 1)[0] if "." in path.stem else ""


def _id_below(folder: Path, path: Path) -> str:
    stem, parent = _stem(path), path.relative_to(folder).parent.as_posix()
    if parent == ".":
        return stem or folder.absolute().name or "article"
    return f"{parent}/{stem}" if stem else parent


def _walk(folder: Path, on_error: Callable[[OSError], None]) -> Iterator[Path]:
    """Every visible file below a folder, each folder once, however links lead round."""
    seen: set[str] = set()
    for name, folders, files in os.walk(folder, onerror=on_error, followlinks=True):
        real = os.path.realpath(name)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(each for each in folders if not each.startswith(".") and each not in IGNORED_FOLDERS)
        yield from (Path(name, file) for file in sorted(files) if not file.startswith("."))


def _unreadable(error: OSError) -> Unchecked:
    return Unchecked(f"The folder can't be read: {error.strerror}.", str(error.filename), failure=True)


def _one_for_each_language(files: list[File]) -> tuple[tuple[File, ...], list[Unchecked]]:
    """One file a language tag, by the order of EXTENSIONS; the others are unchecked."""
    chosen: dict[str, File] = {}
    left_out = []
    for file in sorted(files, key=lambda file: (file.tag, EXTENSIONS.index(file.path.suffix.lower()), file.path)):
        first = chosen.setdefault(file.tag, file)
        if first is not file:
            name = english_name(file.language)
            left_out.append(Unchecked(f"{first.path.name} is the {name} version already.", str(file.path)))
    return tuple(chosen.values()), left_out


def _most_common_language(articles: Sequence[Group]) -> str | None:
    counts = Counter(language for group in articles for language in {file.language for file in group.files})
    return min(counts, key=lambda language: (-counts[language], language), default=None)


def _ordered(group: Group, source: str, target_langs: Sequence[str]) -> tuple[File, ...]:
    """The source and the targets of an article; empty without a source."""
    first = next((file for file in group.files if _means(source, file)), None)
    if first is None:
        return ()
    targets = (file for file in group.files if file is not first)
    wanted = (file for file in targets if not target_langs or any(_means(tag, file) for tag in target_langs))
    return (first, *wanted)


def _means(tag: str, file: File) -> bool:
    """Whether a language option names a file: "pt" means every Portuguese, "pt-BR" one of them."""
    tag = tag.replace("_", "-").lower()
    return file.tag == tag if "-" in tag and file.tag != file.language else file.language == primary(tag)


def _not_comparable(group: Group, ordered: tuple[File, ...], source: str) -> Unchecked:
    if not ordered:
        return Unchecked(f"The article {group.id} has no {english_name(source)} version.", str(group.files[0].path))
    name = english_name(ordered[0].language)
    return Unchecked(f"The article {group.id} has no version to compare its {name} one with.", str(ordered[0].path))
