"""Sentence → facts. A new kind of fact is one module with an ``extract`` and one line in :data:`EXTRACTORS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from checker.facts import names, numeric, quotes
from checker.facts.names import Name
from checker.facts.quantities import Quantity
from checker.finders import NameFinder
from checker.model import Article, Fact, Sentence

Extractor = Callable[[Article, tuple[Sentence, ...]], Iterable[tuple[Fact, ...]]]
"""Gives the facts of each sentence of an article, in the order of the sentences."""

EXTRACTORS: tuple[Extractor, ...] = (
    numeric.extract,
    quotes.extract,
    names.extract,
)


def extract(
    article: Article, sentences: tuple[Sentence, ...], finder: NameFinder | None = None
) -> tuple[tuple[Fact, ...], ...]:
    """The facts of every sentence, in reading order; the names with what a finder says, where there is one."""
    extractors = EXTRACTORS
    if finder is not None:
        spans = tuple(finder.find(article.text, article.language))
        extractors = (*(e for e in EXTRACTORS if e is not names.extract), partial(names.extract, spans=spans))
    columns = [tuple(extractor(article, sentences)) for extractor in extractors]
    return tuple(
        tuple(
            sorted(
                _settled([fact for column in columns for fact in column[i]]), key=lambda fact: (fact.start, fact.end)
            )
        )
        for i in range(len(sentences))
    )


def _settled(found: Sequence[Fact]) -> Iterator[Fact]:
    """Facts without the names that are the currency or unit of a number ("61 Milliarden Reais")."""
    measured = [fact.span for fact in found if isinstance(fact, Quantity) and fact.kind in ("currency", "unit")]
    return (fact for fact in found if not (isinstance(fact, Name) and any(span.covers(fact.span) for span in measured)))
