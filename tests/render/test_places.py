from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.model import Article, Span
from checker.render.places import Places


@given(st.text(alphabet="ab\nß\u2028é", max_size=40), st.data())
def test_lines_and_columns_are_those_of_an_editor(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    place = Places(Article("en", text, "a.txt"))(Span(start, len(text)))
    lines = text[:start].split("\n")
    assert (place.line, place.column) == (len(lines), len(lines[-1]) + 1)
    assert place.text == text[start:]
