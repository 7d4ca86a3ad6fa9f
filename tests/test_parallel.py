"""Long texts in processes of their own: the same results, the same errors."""

from __future__ import annotations

import os
import threading
from functools import partial

import pytest

from checker import parallel
from checker.errors import InputError
from checker.model import Article
from checker.pipeline import prepare
from checker.segment import segment

TEXTS = [
    Article("de", "Der Umbau kostet 40 Millionen Euro. Er dauert bis 12. Mai 2027.", "a"),
    Article("en", "The conversion costs 40 million euros. It will take until 12 May 2027.", "b"),
]


def whose(parent: int, item: str) -> tuple[str, bool]:
    return item, os.getpid() == parent


def dies(parent: int, item: str) -> str:
    if os.getpid() != parent:
        os._exit(9)
    return item.upper()


def thread() -> int:
    return threading.get_ident()


def refuses(item: str) -> str:
    raise InputError(f"{item}: empty")


def test_short_texts_stay_in_this_process() -> None:
    assert parallel.over(str.upper, partial(whose, os.getpid()), ["a", "b"], parallel.LONG - 1) == [
        ("A", ("a", True)),
        ("B", ("b", True)),
    ]


@pytest.mark.skipif(not hasattr(os, "fork") or os.cpu_count() == 1, reason="needs fork and two cores")
def test_long_texts_get_processes_of_their_own() -> None:
    assert parallel.over(str.upper, partial(whose, os.getpid()), ["a", "b"], parallel.LONG) == [
        ("A", ("a", False)),
        ("B", ("b", False)),
    ]


def test_versions_come_back_as_they_are_made_here() -> None:
    assert parallel.over(prepare, segment, TEXTS, parallel.LONG) == [
        (prepare(article), segment(article)) for article in TEXTS
    ]


def test_what_a_process_raises_is_raised_here() -> None:
    with pytest.raises(InputError, match="a: empty"):
        parallel.over(str.upper, refuses, ["a", "b"], parallel.LONG)


def test_when_a_process_dies_the_work_is_done_here() -> None:
    assert parallel.over(partial(dies, os.getpid()), str.upper, ["a", "b"], parallel.LONG) == [("A", "A"), ("B", "B")]


def test_a_second_thread_is_for_long_texts() -> None:
    here = thread()
    assert parallel.both(thread, thread, parallel.LONG - 1) == (here, here)
    first, second = parallel.both(thread, thread, parallel.LONG)
    assert first == here != second


def test_what_either_thread_raises_is_raised_here() -> None:
    with pytest.raises(InputError, match="a: empty"):
        parallel.both(partial(refuses, "a"), thread, parallel.LONG)
    with pytest.raises(InputError, match="b: empty"):
        parallel.both(thread, partial(refuses, "b"), parallel.LONG)
