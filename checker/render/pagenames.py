"""Article ids → file names of pages: stable, portable, and safe whatever an id holds."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
_LOOKS_HASHED = re.compile(r".*-[0-9a-f]{10}")
_RESERVED = frozenset({"index", "con", "prn", "aux", "nul"}) | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(10)
}
"""The entry page, and names that Windows keeps for devices."""


def page_name(article_id: str) -> str:
    """The file name of an article's page.

    A plain id is its own name ("colossus" → "colossus.html"). Any other (upper case too, for file systems that
    ignore case) gets a readable stem and ten digits of its sha256; a plain id that ends like that is hashed
    itself, so that no two ids share a name.
    """
    if _PLAIN.fullmatch(article_id) and article_id not in _RESERVED and not _LOOKS_HASHED.fullmatch(article_id):
        return f"{article_id}.html"
    digest = hashlib.sha256(article_id.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{_readable(article_id) or 'article'}-{digest}.html"


def _readable(article_id: str) -> str:
    ascii_id = unicodedata.normalize("NFKD", article_id).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_id).strip("-")[:60].strip("-")
