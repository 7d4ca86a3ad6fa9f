"""Files that are complete or the old ones: written aside, then moved into place (as pre-commit's ``store.py`` does)."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

MANIFEST = ".checker-files.json"
"""Lists, within a report's folder, the files that this tool wrote: only those may go when they are stale."""

_OWN_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,150}\.[a-z]{1,8}")
"""What a name in the manifest may look like; whoever edits a manifest can't point it outside the folder."""


def write_text(path: Path, text: str) -> None:
    """Write a file as UTF-8, whole or not at all; folders above it are created. Raises OSError."""
    path = path.resolve()
    if path.exists() and not path.is_file():
        # A pipe or a device, such as /dev/stdout, can't be replaced: it is written to.
        path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".checker-") as aside:
        _move_in(_stage(Path(aside), path.name, text), path)


def write_files(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write (name, text) pairs into a folder and remove what an earlier run wrote there and this one did not.

    Nothing in the folder changes before every text has been made and written aside, so that a failure on the way
    leaves the old report. The order of the files is the order in which they are moved into place: the entry page
    should come last. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".checker-") as aside:
        staged = [_stage(Path(aside), name, text) for name, text in files]
        new = [path.name for path in staged]
        old = _read_manifest(folder)
        # First the names of both runs: were we stopped half-way, the next run would still know every file as ours.
        _write_manifest(folder, Path(aside), {*old, *new})
        for path in staged:
            _move_in(path, folder / path.name)
        for name in old - set(new):
            (folder / name).unlink(missing_ok=True)
        _write_manifest(folder, Path(aside), set(new))


def _stage(aside: Path, name: str, text: str) -> Path:
    path = aside / name
    path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    return path


def _move_in(staged: Path, path: Path) -> None:
    os.replace(staged, path)  # noqa: PTH105 - the name says that it is atomic


def _read_manifest(folder: Path) -> set[str]:
    """The files of the earlier run; none where the manifest is missing or not one of ours."""
    try:
        names = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    if not isinstance(names, list):
        return set()
    return {name for name in names if isinstance(name, str) and _OWN_NAME.fullmatch(name)}


def _write_manifest(folder: Path, aside: Path, names: set[str]) -> None:
    text = json.dumps({"comment": "Files written by checker.", "files": sorted(names)}, indent=1) + "\n"
    _move_in(_stage(aside, MANIFEST, text), folder / MANIFEST)
