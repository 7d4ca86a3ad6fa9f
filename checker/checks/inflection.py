"""Two spellings of one name that inflection tells apart."""

from __future__ import annotations

from checker.checks.hearing import STEM
from checker.languages import exonyms


def inflected(a: str, b: str) -> bool:
    """Whether two spellings share a stem and differ in an ending of at most three letters, never longer than the stem.

    The Croatian "tri", three, is no form of Trieste, nor is Australia one of Austria.
    """
    if a == b:
        return True
    if {a, b} <= exonyms.seats().keys():
        return False
    shorter = min(len(a), len(b))
    common = 0
    while common < shorter and a[common] == b[common]:
        common += 1
    return (
        common >= STEM
        and common >= shorter - (2 if shorter < 7 else 3)
        and max(len(a), len(b)) - common <= min(4, common)
    )
