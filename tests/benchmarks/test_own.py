"""The project's own articles keep their form, and an edit of one is found at its place."""

from __future__ import annotations

import pytest

from benchmarks import own, versions
from checker import languages


@pytest.mark.parametrize("article", versions.articles())
def test_every_version_has_the_same_lines(article: str) -> None:
    present = versions.languages(article)
    assert len(present) in (27, 43)
    assert all(languages.known(language) for language in present)
    shapes = {tuple(bool(line.strip()) for line in versions.raw(article, lang).strip().split("\n")) for lang in present}
    assert len(shapes) == 1


@pytest.mark.parametrize("article", versions.articles())
def test_every_edit_changes_one_place(article: str) -> None:
    for edit in own.edits(article):
        assert versions.raw(article, edit.language).count(edit.before) == 1, edit
        assert edit.before != edit.after


def test_the_articles_are_either_tuned_on_or_held_out() -> None:
    assert sorted((*own.TUNED, *own.HELD_OUT)) == versions.articles()


def test_a_faithful_pair_is_silent_and_an_edit_of_it_is_found() -> None:
    edit = own.Edit("fr", ("omission",), versions.lines("bank", "fr")[3], "")
    faithful, edited = own.run([own.Task("bank", "de", "fr"), own.Task("bank", "de", "fr", edit)], jobs=1)
    assert faithful.findings == ()
    assert (edited.found, edited.named) == (True, True)
    assert own.summary([faithful, edited]) == {"findings": 0.0, "silent": 1.0, "found": 1.0, "named": 1.0}
    assert "1 edits: 1.000 found" in own.table([faithful, edited])
