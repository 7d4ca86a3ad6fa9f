"""``python -m checker`` and the console script."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

GARBAGE = 50_000
"""Objects that are made until Python looks for cycles among them, which are few: by default 700, and most of an
article's objects are looked at again and again for nothing."""


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    # numpy's matrices are small here: threads cost more than they save (5 times on a busy machine), and a result
    # must not depend on the number of cores. It has to be said before numpy is loaded.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(GARBAGE)
    from checker.cli import run

    _leave(run(sys.argv[1:]))


def _leave(code: int) -> NoReturn:
    """End at once, as mypy does: to take all tables apart, object by object, costs a tenth of an article's time."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        sys.exit(code)
    os._exit(code)


if __name__ == "__main__":
    main()
