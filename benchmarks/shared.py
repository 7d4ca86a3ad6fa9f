"""Where the benchmark data lies. It isn't ours, so it isn't in the repository."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def benchmarks_folder() -> Path:
    """The folder named by CHECKER_BENCHMARKS, default ``../shared/benchmarks``."""
    return Path(os.environ.get("CHECKER_BENCHMARKS", ROOT.parent / "shared" / "benchmarks"))


def seeds_folder() -> Path:
    """The folder named by CHECKER_SEEDS, default ``../shared/seeds``."""
    return Path(os.environ.get("CHECKER_SEEDS", ROOT.parent / "shared" / "seeds"))


def content_hash(paths: Iterable[Path]) -> str:
    """sha256 over the bytes of files, so that a figure says which data it was measured on."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
