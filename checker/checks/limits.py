"""What the checks of words and passages could not judge in a pair, said once for the whole comparison."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.belonging import main_script
from checker.checks.context import Pair
from checker.checks.sides import MIN_COVERAGE
from checker.checks.yardstick import yardstick
from checker.embed import TokenEncoder, knows_words
from checker.languages.frequency import known_language
from checker.languages.names import english_name
from checker.model import Unchecked, Version

SAMPLE = 40
"""Sentences of a version that are looked at; they tell enough."""
MANY = 0.3
"""Share of a version's sentences that the model hardly knows from which it is said: Hebrew has 0.15 to 0.33, every
other language 0.1 at most (the faithful articles of the tests and Tatoeba)."""


def unchecked(pair: Pair) -> Iterator[Unchecked]:
    """Say which comparison of meaning or words was left out, and why; at most one entry for each reason."""
    if pair.unrelated or not pair.beads:
        return
    names = tuple(english_name(version.article.language) for version in (pair.source, pair.target))
    if not yardstick(pair).usable:
        yield Unchecked(
            f"The model hardly tells {names[0]} and {names[1]} sentences that correspond from others: quotations, "
            "clauses and meaning were not compared."
        )
    elif knows_words(pair.encoder):
        yield from _unknown_words(pair, pair.encoder)
    yield from _without_lists(pair)


def _unknown_words(pair: Pair, encoder: TokenEncoder) -> Iterator[Unchecked]:
    for version in (pair.source, pair.target):
        step = max(1, len(version.sentences) // SAMPLE)
        rows = [encoder.coverage(sentence.text) < MIN_COVERAGE for sentence in version.sentences[::step]]
        if sum(rows) > MANY * len(rows):
            name = english_name(version.article.language)
            yield Unchecked(
                f"The model does not know many words of the {name} version: in such sentences quotations, clauses and "
                "meaning were not compared."
            )


def _without_lists(pair: Pair) -> Iterator[Unchecked]:
    """Two languages in one script, of which one has no frequency list: single words can't be told apart."""
    missing = [version for version in (pair.source, pair.target) if not _listed(version)]
    same = pair.source.article.language == pair.target.article.language
    if missing and not same and main_script(pair.source) == main_script(pair.target):
        name = english_name(missing[0].article.language)
        yield Unchecked(f"There is no list of {name} words: single words left untranslated were not looked for.")


def _listed(version: Version) -> bool:
    return known_language(version.article.language)
