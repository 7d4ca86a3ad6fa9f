from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.render.atomic import MANIFEST, write_files, write_text


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.json"
    write_text(path, "früh\n")
    assert path.read_bytes() == "früh\n".encode()
    assert names(path.parent) == {"b.json"}


def test_a_file_may_be_read_by_others_as_usual(tmp_path: Path) -> None:
    (tmp_path / "usual").write_text("")
    write_text(tmp_path / "ours", "")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_link_keeps_pointing_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    write_text(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_text(Path(os.devnull), "gone")
    assert not Path(os.devnull).is_file()


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_text(path, "new")
    assert path.read_text() == "old"
    assert names(tmp_path) == {"report.json"}


def test_stale_files_go_and_foreign_ones_stay(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    (tmp_path / "notes.html").write_text("mine")
    write_files(tmp_path, [("old.html", "1"), ("index.html", "1")])
    write_files(tmp_path, [("new.html", "2"), ("index.html", "2")])
    assert names(tmp_path) == {"README.md", "notes.html", "new.html", "index.html", MANIFEST}
    assert (tmp_path / "index.html").read_text() == "2"


def test_a_crash_while_making_the_pages_leaves_the_old_report(tmp_path: Path) -> None:
    write_files(tmp_path, [("old.html", "1"), ("index.html", "1")])
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def pages() -> Iterator[tuple[str, str]]:
        yield "index.html", "2"
        raise RuntimeError("fell over")

    with pytest.raises(RuntimeError):
        write_files(tmp_path, pages())
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_crash_while_moving_forgets_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, [("old.html", "1"), ("index.html", "1")])
    replace, done = os.replace, []

    def dying(source: Path, target: Path) -> None:
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(target)
        replace(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", dying)
        with pytest.raises(KeyboardInterrupt):
            write_files(tmp_path, [("new.html", "2"), ("index.html", "2")])
    write_files(tmp_path, [("index.html", "3")])
    assert names(tmp_path) == {"index.html", MANIFEST}


@pytest.mark.parametrize(
    "manifest",
    ["", "[]", "null", '{"files": 5}', '{"files": null}', '{"files": ["../precious.txt", "/etc/x.html", "..", "", 7]}'],
)
def test_a_forged_manifest_reaches_nothing(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "precious.txt").write_text("mine")
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / MANIFEST).write_text(manifest)
    write_files(folder, [("index.html", "1")])
    assert (tmp_path / "precious.txt").read_text() == "mine"
    assert json.loads((folder / MANIFEST).read_text())["files"] == ["index.html"]
