"""Print the territories and languages of a locale as ``name<TAB>English name`` lines, from babel.

One process a locale (``python -m training.territories is``): babel's tables leak between locales within one process. A
second argument names the only kind that is wanted.
"""

from __future__ import annotations

import sys

from babel import Locale


def main(code: str, *kinds: str) -> None:
    """Print the names that both the locale and English have."""
    here, english = Locale.parse(code), Locale.parse("en")
    for kind in kinds or ("territories", "languages"):
        names = getattr(here, kind)
        for key, name in getattr(english, kind).items():
            if key in names and not key.isdigit():
                print(f"{names[key]}\t{name}")


if __name__ == "__main__":
    main(*sys.argv[1:])
