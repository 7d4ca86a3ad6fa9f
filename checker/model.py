"""The values that travel through the pipeline. Frozen, and importing nothing of ours.

Offsets count Unicode characters of :attr:`Article.text`, end exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")
"""From the mildest to the gravest."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: ``text[start:end]``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether both stretches share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this stretch."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One language version as it was read.

    ``text`` is decoded, without byte-order mark, line ends as LF, else untouched. ``extracted`` says that it
    differs from the file (HTML, Markdown), so that lines and columns of the file are not known.
    ``language`` is a primary language subtag ("de", "zh").
    """

    language: str
    text: str
    path: str
    extracted: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article; ``text == article.text[start:end]``, trimmed of outer white space."""

    start: int
    end: int
    text: str
    paragraph: int = 0
    """Number of the paragraph, from 0."""

    @property
    def span(self) -> Span:
        """Where the sentence stands in its article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that can be compared by value; each module of ``checker.facts`` has its own subclass.

    ``keys`` are canonical forms of every reading ("n:200000", "id:h100"), equal across languages where the
    facts are equal: the anchors of the aligner. Offsets are those of the article.
    """

    start: int
    end: int
    text: str
    keys: frozenset[str]

    @property
    def span(self) -> Span:
        """Where the fact stands in its article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Version:
    """A segmented article with the facts of each sentence (``facts[i]`` belongs to ``sentences[i]``)."""

    article: Article
    sentences: tuple[Sentence, ...]
    facts: tuple[tuple[Fact, ...], ...]


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that translate each other, as indices; an empty side means that nothing corresponds.

    ``score`` is the probability, 0 to 1, that the bead is right; ``moved`` marks a bead that crosses others.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float = 1.0
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """A further passage that belongs to a finding (the other sentences of a missing paragraph)."""

    side: Literal["source", "target"]
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A disagreement between two versions, told in one plain sentence.

    ``bead`` is an index into the comparison's beads, or None for the article as a whole. ``source`` or ``target``
    is None where that side has nothing. ``facts`` are the canonical values that disagree, which the fingerprint
    ``id`` is made of.
    """

    check: str
    severity: Severity
    message: str
    bead: int | None
    source: Span | None
    target: Span | None
    related: tuple[Related, ...] = ()
    facts: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Something that was not checked, and why; never dropped in silence.

    ``path`` names a file, ``bead`` a bead of the comparison where one is meant. ``failure`` says that input could
    not be read whole, which ends the program with exit code 2.
    """

    reason: str
    path: str | None = None
    bead: int | None = None
    failure: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of one article, aligned and checked."""

    source: Version
    target: Version
    beads: tuple[Bead, ...]
    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """Everything found between the versions of one article; the first version is the source."""

    id: str
    versions: tuple[Article, ...]
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run. ``tool`` holds name, version, model and a hash of the configuration."""

    articles: tuple[ArticleReport, ...]
    tool: Mapping[str, str] = field(default_factory=dict)
    unchecked: tuple[Unchecked, ...] = ()
