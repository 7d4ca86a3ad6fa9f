"""Every colour of text against every ground that it stands on: WCAG AA in the light and in the dark scheme."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

CSS = (files("checker.render") / "report.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{(.*?)\n *\}", CSS, re.DOTALL)[:2]
)
SEVERITIES = ("error", "warning", "note")
PAIRS = [
    *((ink, ground) for ink in ("ink", "quiet", "link") for ground in ("ground", "paper", "target")),
    *((severity, f"{severity}-ground") for severity in (*SEVERITIES, "none")),
    *((severity, "paper") for severity in SEVERITIES),
    *(("paper", severity) for severity in SEVERITIES),
    *(("ink", f"{severity}-ground") for severity in SEVERITIES),
    *(("link", f"{severity}-ground") for severity in SEVERITIES),
    *((severity, "target") for severity in SEVERITIES),
    ("none", "ground"),
]


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read(scheme: str, ink: str, ground: str) -> None:
    colours = {"light": LIGHT, "dark": DARK}[scheme]
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("ground", ["ground", "paper"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_signs_can_be_seen(scheme: str, ground: str) -> None:
    colours = {"light": LIGHT, "dark": DARK}[scheme]
    assert contrast(colours["fact"], colours[ground]) >= 3
    assert contrast(colours["focus"], colours[ground]) >= 3


def contrast(one: str, two: str) -> float:
    """The contrast ratio of two colours, as WCAG 2.2 defines it."""
    brighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
