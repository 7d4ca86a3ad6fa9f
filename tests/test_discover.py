"""Which files are versions of which article."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.discover import Discovery, article_id, discover, language_of, plan


def tree(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return folder


def found(discovery: Discovery) -> dict[str, list[str]]:
    return {group.id: [file.tag for file in group.files] for group in discovery.articles}


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("de.txt", "de"),
        ("colossus.de.txt", "de"),
        ("colossus.pt-BR.html", "pt"),
        ("zh-Hans.md", "zh"),
        ("a.zh_Hant_TW.md", "zh"),
        ("nb.txt", "no"),
        ("DE.txt", "de"),
        ("colossus.txt", None),
        ("notes.old.txt", None),
        ("README.md", None),
        ("v1.2.txt", None),
    ],
)
def test_language_of_a_name(name: str, language: str | None) -> None:
    assert language_of(Path("x") / name) == language


@pytest.mark.parametrize(
    ("path", "identifier"),
    [
        ("news/colossus/de.txt", "colossus"),
        ("news/colossus.de.txt", "colossus"),
        ("news/colossus.txt", "colossus"),
        ("news/ship.v2.pt-BR.html", "ship.v2"),
    ],
)
def test_id_of_a_named_file(path: str, identifier: str) -> None:
    assert article_id(Path(path)) == identifier


def test_id_of_a_bare_language_is_the_folder_it_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ferry").mkdir()
    monkeypatch.chdir(tmp_path / "ferry")
    assert article_id(Path("de.txt")) == "ferry"


def test_both_layouts_at_any_depth(tmp_path: Path) -> None:
    tree(tmp_path, "ferry/de.txt", "ferry/id.txt", "2024/may/port.de.md", "2024/may/port.en.md", "de.txt", "id.txt")
    assert found(discover(tmp_path)) == {
        "2024/may/port": ["de", "en"],
        "ferry": ["de", "id"],
        tmp_path.name: ["de", "id"],
    }


def test_other_files_are_counted_and_hidden_ones_are_not(tmp_path: Path) -> None:
    tree(tmp_path, "a/de.txt", "a/notes.txt", "a/photo.de.jpg", ".git/de.txt", "a/.de.txt", "node_modules/x/en.txt")
    result = discover(tmp_path)
    assert found(result) == {"a": ["de"]}
    assert result.skipped == 2


def test_a_second_file_of_one_language_is_unchecked(tmp_path: Path) -> None:
    result = discover(tree(tmp_path, "a/de.html", "a/de.txt", "a/id.txt"))
    assert [file.path.name for file in result.articles[0].files] == ["de.txt", "id.txt"]
    assert [(entry.path, entry.failure) for entry in result.unchecked] == [(str(tmp_path / "a/de.html"), False)]


def test_links_that_lead_round_end(tmp_path: Path) -> None:
    tree(tmp_path, "a/de.txt", "a/id.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert found(discover(tmp_path)) == {"a": ["de", "id"]}


def test_regional_versions_are_versions_of_their_own(tmp_path: Path) -> None:
    result = discover(tree(tmp_path, "a/en.txt", "a/pt-BR.txt", "a/pt-PT.txt"))
    assert found(result) == {"a": ["en", "pt-br", "pt-pt"]}
    assert [file.tag for file in plan(result, "en", ["pt-PT"]).articles[0].files] == ["en", "pt-pt"]
    assert [file.tag for file in plan(result, "en", ["pt"]).articles[0].files] == ["en", "pt-br", "pt-pt"]


def test_the_source_is_the_most_common_language(tmp_path: Path) -> None:
    result = plan(discover(tree(tmp_path, "a/de.txt", "a/id.txt", "b/de.txt", "b/en.txt", "c/en.txt", "c/id.txt")))
    assert result.source_lang == "de"
    assert [[file.tag for file in group.files] for group in result.articles] == [["de", "id"], ["de", "en"]]
    assert [entry.reason for entry in result.unchecked] == ["The article c has no German version."]


def test_the_first_in_the_alphabet_among_equals(tmp_path: Path) -> None:
    assert plan(discover(tree(tmp_path, "a/id.txt", "a/fr.txt"))).source_lang == "fr"


def test_options_choose_source_and_targets(tmp_path: Path) -> None:
    result = plan(discover(tree(tmp_path, "a/de.txt", "a/en.txt", "a/id.txt")), "id", ["de"])
    assert [file.tag for file in result.articles[0].files] == ["id", "de"]


def test_a_single_version_is_unchecked_and_no_failure(tmp_path: Path) -> None:
    result = plan(discover(tree(tmp_path, "a/de.txt")))
    assert result.articles == ()
    assert [entry.failure for entry in result.unchecked] == [False]


def test_an_empty_folder_has_nothing(tmp_path: Path) -> None:
    assert plan(discover(tmp_path)).source_lang is None
