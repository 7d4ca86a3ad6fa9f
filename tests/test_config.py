from __future__ import annotations

from pathlib import Path

import pytest

from checker.config import MAX_BYTES, Config, load
from checker.errors import ConfigError


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(None, tmp_path) == Config()
    assert Config().max_bytes == MAX_BYTES


def test_the_nearest_checker_toml_wins_over_pyproject(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[tool.checker]\nsource_lang = "fr"\n')
    assert load(None, tmp_path / "a").source_lang == "fr"
    write(tmp_path / "checker.toml", 'source_lang = "de"\n')
    write(tmp_path / "a" / "b" / "checker.toml", 'source_lang = "id"\n')
    assert load(None, tmp_path / "a").source_lang == "de"
    assert load(None, tmp_path / "a" / "b").source_lang == "id"


def test_a_pyproject_without_settings_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[tool.checker]\nsource_lang = "fr"\n')
    write(tmp_path / "a" / "pyproject.toml", "[project]\nname = 'x'\n")
    assert load(None, tmp_path / "a").source_lang == "fr"


def test_a_named_file_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    named = write(tmp_path / "house.toml", 'fail_on = "note"\n[severity]\nmeaning = "off"\n')
    config = load(named, tmp_path)
    assert (config.fail_on, config.levels()) == ("note", {"meaning": "off"})


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("colour = 1", "colour"),
        ("fail_on = 'sometimes'", "fail_on"),
        ("max_bytes = 0", "max_bytes"),
        ("max_bytes = '5 MB'", "max_bytes"),
        ("[severity]\nnumbers = 'note'", "numbers"),
        ("[severity]\nnumber = 'loud'", "loud"),
        ("fail_on = ", "TOML"),
        ("x = " + "[" * 20_000, "TOML"),
        ("max_bytes = " + "9" * 5000, "TOML"),
        ("max_bytes = 99999999999999", "max_bytes"),
        ("tool.checker = 3", "table"),
    ],
)
def test_what_cannot_be_understood_is_an_error_with_the_place(tmp_path: Path, text: str, word: str) -> None:
    path = write(tmp_path / "checker.toml", text)
    with pytest.raises(ConfigError) as caught:
        load(None, tmp_path)
    assert str(path) in str(caught.value)
    assert word in str(caught.value)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="can't be read"):
        load(tmp_path / "absent.toml", tmp_path)


def test_the_fingerprint_tells_settings_apart(tmp_path: Path) -> None:
    assert Config().fingerprint() == Config().fingerprint() != Config(fail_on="note").fingerprint()
