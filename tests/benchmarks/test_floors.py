"""Accuracy that has been reached is not lost: the pinned samples are measured again."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import floors
from benchmarks.floors import Measured


@pytest.mark.parametrize("name", floors.MEASURES)
def test_no_floor_is_lost(name: str, benchmarks: Path) -> None:
    assert floors.lost(floors.MEASURES[name](), floors.pinned()[name]) == []


def test_worse_figures_and_other_data_are_told() -> None:
    floor = Measured("a", {"recall": 0.8}, {"alarms": 0.5})
    assert floors.lost(Measured("a", {"recall": 0.8}, {"alarms": 0.5}), floor) == []
    assert floors.lost(Measured("a", {"recall": 0.7}, {"alarms": 0.5}), floor) == ["recall 0.700 < 0.800"]
    assert floors.lost(Measured("a", {"recall": 0.9}, {"alarms": 0.6}), floor) == ["alarms 0.600 > 0.500"]
    assert "files are others" in floors.lost(Measured("b", {"recall": 0.9}, {"alarms": 0.1}), floor)[0]


def test_floors_only_rise() -> None:
    floor = Measured("a", {"recall": 0.8, "net": 0.5}, {"alarms": 0.5})
    better = floors.raised(Measured("a", {"recall": 0.7, "net": 0.6}, {"alarms": 0.4}), floor)
    assert better == Measured("a", {"recall": 0.8, "net": 0.6}, {"alarms": 0.4})
