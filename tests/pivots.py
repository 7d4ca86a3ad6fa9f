"""The source languages from which the other versions of an article are tried.

All of them take minutes: each version is tried from two, by turns; ``CHECKER_ALL_PIVOTS=1`` tries all.
"""

from __future__ import annotations

import os
from zlib import crc32

PIVOTS = ("de", "en", "es", "id", "zh")
TRIED = 2


def pivots(key: str) -> tuple[str, ...]:
    """The source languages for what ``key`` names, always the same ones."""
    if os.environ.get("CHECKER_ALL_PIVOTS"):
        return PIVOTS
    first = crc32(key.encode())
    return tuple(PIVOTS[(first + step) % len(PIVOTS)] for step in range(TRIED))
