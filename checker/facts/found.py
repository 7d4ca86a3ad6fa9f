"""A number with what it measures, before it becomes a fact."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from checker.facts.digits import Reading

Kind = Literal["count", "percent", "points", "currency", "unit", "ordinal", "fraction", "year", "decade"]
Hedge = Literal["", "about", "more", "less", "upto"]
"""What a number is: exact as far as the text says, about, more than, less than, or up to (which often is "to")."""

HEDGES: tuple[Hedge, ...] = ("more", "less", "about", "upto")


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity among tokens ``start:end`` before it becomes a fact; its digits were multiplied by ``scale``."""

    start: int
    end: int
    readings: tuple[Reading, ...]
    kind: Kind = "count"
    units: frozenset[str] = frozenset()
    hedge: Hedge = ""
    spelled: bool = False
    weak: bool = False
    magnitude: Decimal | None = None
    scale: Decimal = Decimal(1)
