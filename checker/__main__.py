"""``python -m checker`` and the console script."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    # numpy's matrices are small here: threads cost more than they save (5 times on a busy machine), and a result
    # must not depend on the number of cores. It has to be said before numpy is loaded.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from checker.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
