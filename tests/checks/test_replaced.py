"""Words within quotation marks that were replaced, in many languages, and faithful quotations of the same article."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from checker import embed
from checker.checks import quote, replaced
from checker.checks.agreement import Agreement, agreement
from checker.checks.lexical import Tokens
from checker.checks.quoted import items as items_of_both
from checker.checks.quoted import paired
from checker.checks.sides import both_sides
from checker.checks.yardstick import Yardstick
from checker.model import Article, Span
from checker.pipeline import _align, prepare

DATA = Path(__file__).parents[1] / "data" / "checks" / "replaced.toml"
ARTICLES: dict[str, Any] = tomllib.loads(DATA.read_text(encoding="utf-8"))
ENCODER = embed.load()
PIVOTS = ("de", "en", "es", "ru")
PAIRS = [(one, other) for one in PIVOTS for other in ARTICLES if one != other]


def told(source: str, target: str, text: str) -> tuple[float, list[str]]:
    """The probability that the only quotation was changed, and the findings of the check."""
    versions = [
        prepare(Article(code, body, code))
        for code, body in ((source, "\n".join(ARTICLES[source]["lines"])), (target, text))
    ]
    pair = _align(versions[0], versions[1], ENCODER)[1]
    sides, measure = both_sides(pair), agreement(pair)
    items = items_of_both(pair, sides)
    ((first, second),) = paired(sides, items, measure)
    (row,) = quote.rows_of(sides, first, second, measure)
    seen = quote.observed(sides, row, sorted(first.beads | second.beads), measure)
    assert seen is not None
    findings = [finding.message for finding in quote.check(pair) if finding.severity != "note"]
    return replaced.replaced(seen[1], seen[2], measure, ENCODER), findings


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_replaced_words_make_a_quotation_doubtful_and_a_faithful_one_is_left_alone(source: str, target: str) -> None:
    entry, text = ARTICLES[target], "\n".join(ARTICLES[target]["lines"])
    assert text.count(entry["quoted"]) == 1
    faithful, findings = told(source, target, text)
    changed, _ = told(source, target, text.replace(entry["quoted"], entry["changed"]))
    assert findings == []
    assert faithful < 0.2
    assert changed > 1.2 * faithful


def quoted(text: str, directions: list[list[float]]) -> replaced.Quoted:
    vectors = np.array(directions, dtype=np.float32)
    spans = tuple(Span(i, i + 1) for i in range(len(vectors)))
    return replaced.Quoted(text, "xx", Tokens(spans, vectors, np.ones(len(vectors), dtype=np.float32)))


def test_the_probability_is_the_same_from_either_side_and_zero_for_a_word() -> None:
    measure = Agreement(Yardstick(0.55, 0.08), 0.0)
    context = replaced.Context((40.0, 40.0), 0.4, 0.3)
    one, other = quoted("a b c", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]), quoted("a b", [[1, 0, 0], [0, 0.8, 0.6]])
    forth = replaced.replaced((one, other), context, measure, ENCODER)
    assert forth == pytest.approx(replaced.replaced((other, one), context, measure, ENCODER))
    assert 0 < forth < 1
    assert replaced.replaced((one, quoted("a", [[1, 0, 0]])), context, measure, ENCODER) == 0.0


@pytest.mark.parametrize(("second", "parts"), [("The houses are very expensive.", [(1, 2)]), ("", [(1, 1)])])
def test_a_sentence_left_over_joins_its_neighbour_where_the_lengths_then_agree(
    second: str, parts: list[tuple[int, int]]
) -> None:
    german, english = list(ARTICLES["de"]["lines"]), list(ARTICLES["en"]["lines"])
    german[2] = "„Wir backen hier jeden Morgen frisches Brot, und die alten Öfen sind noch warm“, schrieb Feld."
    english[2] = f"“We bake fresh bread here every morning. {second}” Feld wrote."
    versions = [prepare(Article(code, "\n".join(rows), code)) for code, rows in (("de", german), ("en", english))]
    pair = _align(versions[0], versions[1], ENCODER)[1]
    sides, measure = both_sides(pair), agreement(pair)
    items = items_of_both(pair, sides)
    ((one, other),) = paired(sides, items, measure)
    assert [tuple(map(len, row)) for row in quote.rows_of(sides, one, other, measure)] == parts
