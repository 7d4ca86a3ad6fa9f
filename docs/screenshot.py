"""Regenerates the README's picture from the report: ``python docs/screenshot.py`` after ``make report``.

Needs Chromium or Chrome. Shows the article with the gravest findings, which the entry page links first.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FIRST_PAGE = re.compile(r'<th scope="row"[^>]*><a href="([a-z0-9_-]+\.html)"')


def main() -> int:
    """Take the picture; 1 where there is no report or no browser."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--report", type=Path, default=ROOT / "reports", help="folder of the report")
    parser.add_argument("--page", help="page in that folder; default: the first that the entry page links")
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "report.png")
    parser.add_argument("--size", default="1200,1320", help="width,height in CSS pixels")
    options = parser.parse_args()
    try:
        page = options.report / (options.page or first_page(options.report / "index.html"))
        take(page.resolve(strict=True), options.output, options.size)
    except (OSError, RuntimeError) as error:
        print(f"no picture taken: {error}", file=sys.stderr)
        return 1
    return 0


def first_page(index: Path) -> str:
    """The page that the entry page links first."""
    found = FIRST_PAGE.search(index.read_text(encoding="utf-8"))
    if not found:
        raise RuntimeError(f"{index} links no article")
    return found[1]


def take(page: Path, output: Path, size: str) -> None:
    """Let a headless browser draw the top of a page into a PNG file."""
    browser = next((path for path in map(shutil.which, BROWSERS) if path), None)
    if not browser:
        raise RuntimeError(f"none of these browsers is installed: {', '.join(BROWSERS)}")
    with tempfile.TemporaryDirectory() as profile:
        picture = Path(profile) / "report.png"
        subprocess.run(
            [
                *(browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
                *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
                *(f"--user-data-dir={profile}", "--hide-scrollbars", "--force-device-scale-factor=1.5"),
                *("--blink-settings=preferredColorScheme=1", f"--window-size={size}", f"--screenshot={picture}"),
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        shutil.copyfile(picture, output)


if __name__ == "__main__":
    sys.exit(main())
