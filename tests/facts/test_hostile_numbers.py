"""Time grows no faster than the text, whatever it holds; conversion is capped."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from checker.checks import number
from checker.checks.context import Pair
from checker.embed import load
from checker.facts.digits import conventions, readings
from checker.facts.numeric import extract
from checker.model import Article, Bead, Sentence, Version

HOSTILE: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "9" * n * 10,
    "single digits": lambda n: "1 " * n,
    "groups": lambda n: "1" + ",111" * n,
    "points": lambda n: "1." * n,
    "number words": lambda n: "one hundred " * n,
    "scale words": lambda n: "million " * n,
    "vague words": lambda n: "hundreds of " * n,
    "signs": lambda n: "-" * n,
    "capitals": lambda n: "A1-" * n,
    "letters": lambda n: "A" * n + "1",
    "exponent": lambda n: "1e" + "9" * n,
    "superscripts": lambda n: "¹²³" * n,
    "brackets": lambda n: "(1 " * n + ")" * n,
    "scales of scales": lambda n: "一" + "万亿亿亿" * n,
    "clocks": lambda n: "half past " * n,
    "fractions": lambda n: "two thirds " * n,
    "slashes": lambda n: "1/2/" * n,
    "race times": lambda n: "1:" * n,
    "years": lambda n: "1999-" * n,
    "compounds": lambda n: "einundzwanzig" * n,
}
ALLOWED = 3.2
"""How much longer twice the text may take: 2 for linear time, and noise."""


def seconds(text: str, language: str) -> float:
    started = time.process_time()
    list(extract(Article(language, text, ""), (Sentence(0, len(text), text),)))
    return time.process_time() - started


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear(name: str) -> None:
    language = {"compounds": "de", "scales of scales": "zh"}.get(name, "en")
    seconds("1", language)
    sizes = [min(seconds(HOSTILE[name](n), language) for _ in range(3)) for n in (500, 1000, 2000)]
    assert sizes[2] < 0.02 or sizes[2] / sizes[0] < ALLOWED**2


def test_long_runs_of_digits_are_no_numbers() -> None:
    assert readings("9" * 20_000, conventions("en")) == ()
    assert seconds("9" * 1_000_000, "en") < 1
    assert seconds("1e999999999", "en") < 1


def test_many_numbers_in_a_sentence_are_compared_in_time() -> None:
    text = " ".join(str(n) for n in range(100, 500))
    article, sentences = Article("en", text, ""), (Sentence(0, len(text), text),)
    version = Version(article, sentences, tuple(extract(article, sentences)))
    encoder = load()
    vectors = encoder.encode([text])
    started = time.process_time()
    found = list(number.check(Pair(version, version, (Bead((0,), (0,)),), vectors, vectors, encoder)))
    assert not found
    assert time.process_time() - started < 3
