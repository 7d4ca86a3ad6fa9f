from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.render.pagenames import page_name

SAFE = re.compile(r"[a-z0-9][a-z0-9_-]{0,90}\.html")


@pytest.mark.parametrize("article_id", ["colossus", "2024-05-harbour", "a_b"])
def test_a_plain_id_is_its_own_name(article_id: str) -> None:
    assert page_name(article_id) == f"{article_id}.html"


@pytest.mark.parametrize(
    "article_id",
    [
        *("", ".", "..", "../../etc/passwd", "/etc/passwd", "C:\\x", "a/b", "a b", "a.html", "a%2fb", "a?b#c", "-rf"),
        *("index", "Index", "con", ".hidden", "港口", "x" * 5000, "a\x00b", "a\nb", "\udcff"),
    ],
)
def test_any_other_id_gets_a_safe_name_with_a_digest(article_id: str) -> None:
    name = page_name(article_id)
    assert SAFE.fullmatch(name)
    assert re.search(r"-[0-9a-f]{10}\.html$", name)


def test_a_readable_stem_is_kept() -> None:
    assert page_name("2024/Häfen & Kräne").startswith("2024-hafen-krane-")


def test_an_id_made_to_look_like_anothers_name_gets_its_own() -> None:
    assert page_name(page_name("a/b").removesuffix(".html")) != page_name("a/b")


@given(st.lists(st.text(alphabet="abAB/-_.0é", max_size=6), unique=True, max_size=30))
def test_no_two_ids_share_a_name_even_where_case_is_ignored(ids: list[str]) -> None:
    names = [page_name(article_id).lower() for article_id in ids]
    assert len(set(names)) == len(names)
    assert all(SAFE.fullmatch(name) for name in names)
