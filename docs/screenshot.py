"""Regenerates the README's picture from the report: ``python docs/screenshot.py`` after ``make report``.

Needs Chromium or Chrome. Shows the top of one article's page.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def main() -> int:
    """Take the picture; 1 where there is no report or no browser."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--report", type=Path, default=ROOT / "reports", help="folder of the report")
    parser.add_argument("--page", default="oracle-talks.html", help="page in that folder")
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "report.png")
    parser.add_argument("--size", default="1200,1170", help="width,height in CSS pixels")
    options = parser.parse_args()
    try:
        take((options.report / options.page).resolve(strict=True), options.output, options.size)
    except (OSError, RuntimeError) as error:
        print(f"no picture taken: {error}", file=sys.stderr)
        return 1
    return 0


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
