"""Numbers and dates in the words of a message for an editor."""

from __future__ import annotations

from decimal import Decimal

from checker.checks.context import Pair
from checker.languages import primary
from checker.languages.names import english_name
from checker.model import Fact

NAMED_FACTORS = {10: "ten", 100: "a hundred", 1000: "a thousand", 10**6: "a million", 10**9: "a billion"}


def languages(pair: Pair) -> tuple[str, str]:
    """The English names of the source and target language."""
    source, target = (english_name(primary(version.article.language)) for version in (pair.source, pair.target))
    return source, target


def both(pair: Pair, source: Fact, target: Fact) -> str:
    """What the two versions say, in one clause each."""
    first, second = languages(pair)
    return f"The {first} version says “{_short(source)}”; the {second} one says “{_short(target)}”"


def only(pair: Pair, source: Fact | None, target: Fact | None) -> str:
    """What one version says and the other doesn't."""
    first, second = languages(pair)
    if source is not None:
        return f"The {first} version says “{_short(source)}”; the {second} one has nothing that matches"
    return f"The {second} version says “{_short(target) if target else ''}”; the {first} one has nothing that matches"


def factor(a: Decimal, b: Decimal) -> str:
    """How the second value relates to the first, where it is a round factor; else empty."""
    if not a or not b:
        return ""
    ratio, word = (b / a, "more") if b > a else (a / b, "less")
    name = NAMED_FACTORS.get(int(ratio)) if ratio == ratio.to_integral_value() else None
    return f", {name} times {word}" if name else ""


def _short(fact: Fact) -> str:
    return " ".join(fact.text.split())
