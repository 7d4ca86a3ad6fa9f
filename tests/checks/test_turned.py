"""Denials that only one of two quotations has, and quotations that lean to opposite poles."""

from __future__ import annotations

import numpy as np
import pytest

from checker.checks import turned
from checker.checks.lexical import Tokens
from checker.checks.replaced import Quoted

NONE = Tokens((), np.zeros((0, 1), dtype=np.float32), np.zeros(0, dtype=np.float32))


def both(one: tuple[str, str], other: tuple[str, str]) -> tuple[Quoted, Quoted]:
    return Quoted(one[1], one[0], NONE), Quoted(other[1], other[0], NONE)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("de", "Wir werden den Hof nicht verkaufen"), ("en", "we will sell the farm"), 1.0),
        (("en", "we will sell the farm"), ("de", "Wir werden den Hof nicht verkaufen"), 1.0),
        (("de", "Wir werden den Hof nicht verkaufen"), ("en", "we will not sell the farm"), 0.0),
        (("de", "Wir werden den Hof nicht verkaufen"), ("en", "we refuse to sell the farm"), 0.5),
        (("en", "the roof did not hold"), ("en", "the roof gave way"), 0.5),
        (("en", "but not until the paint is dry"), ("de", "aber dann, wenn die Farbe trocken ist"), 0.5),
        (("zh", "她一字不差地念完了这首诗"), ("en", "she read the poem to the letter"), 0.0),
    ],
)
def test_a_denial_is_lost_where_nothing_else_may_carry_it(
    one: tuple[str, str], other: tuple[str, str], expected: float
) -> None:
    assert turned.denial(both(one, other), (one[1], other[1])) == expected


def test_a_denial_that_stands_beside_the_quotation_is_not_lost() -> None:
    quoted = both(("en", "The barn is dry."), ("de", "Die Scheune ist trocken, der Keller nicht."))
    around = "The barn is dry. The cellar is not.", "Die Scheune ist trocken, der Keller nicht."
    assert turned.denial(quoted, around) == 0.0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("nobody moves before the second week", "ninguém se muda depois da segunda semana", True),
        ("nobody moves before the second week", "ninguém se muda antes da segunda semana", False),
        ("everybody moves before the second week", "ninguém se muda depois da segunda semana", False),
    ],
)
def test_quotations_that_deny_alike_may_lean_to_opposite_poles(one: str, other: str, expected: bool) -> None:
    assert turned.opposed(both(("en", one), ("pt", other))) is expected
