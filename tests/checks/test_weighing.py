"""What speaks for a missing name: more sign of a name, less of a counterpart."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from checker.checks import weighing
from checker.checks.leftovers import Leftover
from checker.model import Span

ROW = Leftover(
    bead=0, side="source", language="de", span=Span(0, 9), text="Zwirngrad", strength=0.9, place=0.4, known=False,
    near=False, faint=False, tellable=True, partly=False, elsewhere=0, never=0, heard=0.2, meant=0.1,
)  # fmt: skip
OTHER = replace(ROW, side="target", language="en", text="Kolmeta", place=0.42)
CLOSE = weighing.Closeness(words=0.0, before=0.6, behind=0.5)


@pytest.mark.parametrize(
    "change",
    [{"strength": 0.2}, {"meant": 0.6}, {"heard": 0.74}, {"elsewhere": 0, "never": 3}],
    ids=["no name", "translated", "sounds alike", "never has one"],
)
def test_a_counterpart_or_a_doubtful_name_lowers_the_odds(change: dict[str, Any]) -> None:
    assert weighing.alone(replace(ROW, **change)) < weighing.alone(ROW)


@pytest.mark.parametrize(
    ("other", "close"),
    [
        (replace(OTHER, place=0.95), CLOSE),
        (OTHER, replace(CLOSE, words=0.7)),
        (OTHER, replace(CLOSE, before=0.0, behind=0.0)),
        (replace(OTHER, strength=0.1), CLOSE),
    ],
    ids=["far apart", "alike in meaning", "other surroundings", "an ordinary word"],
)
def test_names_that_took_each_others_place_stand_in_it(other: Leftover, close: weighing.Closeness) -> None:
    def odds(b: Leftover, near: weighing.Closeness) -> float:
        values = weighing.pair_features(ROW, b, weighing.alone(ROW), weighing.alone(b), near)
        return sum(a * b for a, b in zip(weighing._weights()["pair"], values, strict=True))

    assert odds(other, close) < odds(OTHER, CLOSE)


def test_the_features_are_named() -> None:
    assert len(weighing.features(ROW)) == len(weighing.ALONE)
    assert len(weighing.pair_features(ROW, OTHER, 0.0, 0.0, CLOSE)) == len(weighing.PAIR)
