"""What many tests share: the command line, the shared data (skipped loudly where it is absent)."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from benchmarks.shared import benchmarks_folder, seeds_folder

# A busy machine is no fault of an example: speed is measured by benchmarks, never by tests.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

Cli = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    """Run ``checker …`` as a user does, in an empty folder unless told otherwise."""

    def run(*arguments: object, cwd: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}
        return subprocess.run(
            [sys.executable, "-m", "checker", *map(str, arguments)],
            capture_output=True, encoding="utf-8", cwd=cwd, env=environment, timeout=120, check=False,
        )  # fmt: skip

    return run


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample articles of the repository."""
    return ROOT / "data" / "articles"


@pytest.fixture(scope="session")
def benchmarks() -> Path:
    """The shared benchmarks."""
    return _present(benchmarks_folder(), "CHECKER_BENCHMARKS")


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The seed articles."""
    return _present(seeds_folder(), "CHECKER_SEEDS")


def _present(folder: Path, variable: str) -> Path:
    if not folder.is_dir():
        warnings.warn(f"SKIPPED FOR LACK OF DATA: {folder} is not there; set {variable}", stacklevel=2)
        pytest.skip(f"{folder} is not there; set {variable}")
    return folder
