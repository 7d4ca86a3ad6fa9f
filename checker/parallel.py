"""The same work on several texts: on long ones at once, in processes of their own.

Reading the facts of 4,000 sentences takes four seconds, encoding them three, neither needs the other, and the versions
of an article know nothing of each other yet.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TypeVar

LONG = 200_000
"""Characters from which all texts together are worth a process for each: some 1,500 sentences, a second's work."""

Item = TypeVar("Item")
Made = TypeVar("Made")
Other = TypeVar("Other")


def over(
    work: Callable[[Item], Made], other: Callable[[Item], Other], items: Sequence[Item], characters: int
) -> list[tuple[Made, Other]]:
    """What two kinds of work make of every item, in their order; ``characters`` is the length of their texts together.

    Processes are forked, which keeps what is loaded; where that can't be done, or one dies, the items are worked on one
    after the other. What the work raises is raised here.
    """
    jobs = min(2 * len(items), os.cpu_count() or 1)
    if characters < LONG or jobs < 2 or not hasattr(os, "fork"):
        return [(work(item), other(item)) for item in items]
    return _forked(work, other, items, jobs)


def both(work: Callable[[], Made], other: Callable[[], Other], characters: int) -> tuple[Made, Other]:
    """What two functions make, on long texts at once in two threads: for work that is numpy's, which lets them run."""
    if characters < LONG:
        return work(), other()
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as beside:
        made = beside.submit(other)
        return work(), made.result()


def _forked(
    work: Callable[[Item], Made], other: Callable[[Item], Other], items: Sequence[Item], jobs: int
) -> list[tuple[Made, Other]]:
    # Loading these takes 30 ms, which an ordinary article can do without.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    try:
        with ProcessPoolExecutor(jobs, mp_context=get_context("fork")) as pool:
            return list(zip(pool.map(work, items), pool.map(other, items), strict=True))
    except (BrokenProcessPool, OSError):
        return [(work(item), other(item)) for item in items]
