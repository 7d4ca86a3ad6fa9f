"""Regenerates the README's picture, a report on one of the samples: ``python docs/screenshot.py``.

Needs Chromium or Chrome besides the project itself.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ("data/articles/colossus/de.txt", "data/articles/colossus/id.txt")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def main() -> int:
    """Take the picture; 1 where that fails."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "report.png")
    parser.add_argument("--size", default="1200,1610", help="width,height in CSS pixels")
    options = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory() as folder:
            check(Path(folder))
            take(Path(folder) / "colossus.html", Path(folder) / "report.png", options.size)
            shutil.copyfile(Path(folder) / "report.png", options.output)
    except (OSError, RuntimeError, subprocess.SubprocessError) as error:
        print(f"no picture taken: {error}", file=sys.stderr)
        return 1
    return 0


def check(folder: Path) -> None:
    """Fill a folder with the report on the sample, from the project's root, so that its paths are short."""
    arguments = ("check", *SAMPLE, "--format", "html", "--output", str(folder), "--fail-on", "never", "--quiet")
    subprocess.run([sys.executable, "-m", "checker", *arguments], cwd=ROOT, check=True, timeout=120)


def take(page: Path, picture: Path, size: str) -> None:
    """Let a headless browser draw the top of a page into a PNG file."""
    browser = next((path for path in map(shutil.which, BROWSERS) if path), None)
    if not browser:
        raise RuntimeError(f"none of these browsers is installed: {', '.join(BROWSERS)}")
    subprocess.run(
        [
            *(browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
            *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
            *(f"--user-data-dir={picture.parent / 'profile'}", "--hide-scrollbars", "--force-device-scale-factor=1.25"),
            *("--blink-settings=preferredColorScheme=1", f"--window-size={size}", f"--screenshot={picture}"),
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )


if __name__ == "__main__":
    sys.exit(main())
