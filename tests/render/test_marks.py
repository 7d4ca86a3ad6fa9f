from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.model import Fact, Sentence, Span
from checker.render.marks import Mark, Piece, by_sentence, pieces

TEXT = "In May the port moved 200,000 boxes."


def fact(start: int, end: int) -> Fact:
    return Fact(start, end, TEXT[start:end], frozenset())


def test_facts_and_marks_are_told_apart() -> None:
    shown = pieces(TEXT, Span(0, 36), [fact(3, 6), fact(22, 29)], [Mark(Span(22, 29), "error", 1)])
    assert shown == (
        Piece("In "),
        Piece("May", fact=True),
        Piece(" the port moved "),
        Piece("200,000", "error", ends=(1,)),
        Piece(" boxes."),
    )


def test_the_gravest_finding_gives_the_colour_where_two_overlap() -> None:
    shown = pieces(TEXT, Span(22, 36), [], [Mark(Span(22, 29), "note", 2), Mark(Span(22, 35), "error", 1)])
    assert shown == (Piece("200,000", "error", ends=(2,)), Piece(" boxes", "error", ends=(1,)), Piece("."))


def test_a_mark_is_clipped_to_the_stretch_that_is_shown() -> None:
    assert pieces(TEXT, Span(0, 6), [], [Mark(Span(3, 36), "warning", 4)]) == (
        Piece("In "),
        Piece("May", "warning", ends=(4,)),
    )


def test_a_mark_without_width_is_shown() -> None:
    assert pieces(TEXT, Span(0, 6), [], [Mark(Span(2, 2), "warning", 1)]) == (
        Piece("In"),
        Piece("", "warning", ends=(1,)),
        Piece(" May"),
    )


def test_marks_find_the_sentences_that_they_touch() -> None:
    sentences = [Sentence(0, 10, ""), Sentence(11, 20, ""), Sentence(21, 30, "")]
    first, both, gap, point = (Mark(Span(*s), "note", 1) for s in ((0, 3), (8, 12), (20, 21), (15, 15)))
    assert by_sentence([first, both, gap, point], sentences) == {0: (first, both), 1: (both, point)}


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(min(pair), max(pair)))


@given(st.lists(spans, max_size=6), st.lists(spans, max_size=6), spans)
def test_pieces_together_are_the_text(facts: list[Span], marks: list[Span], shown: Span) -> None:
    made = pieces(
        TEXT,
        shown,
        [fact(span.start, span.end) for span in facts],
        [Mark(span, "note", number) for number, span in enumerate(marks, 1)],
    )
    assert "".join(piece.text for piece in made) == TEXT[shown.start : shown.end]
    visible = {n for n, span in enumerate(marks, 1) if span.overlaps(shown) and span.end <= len(TEXT)}
    assert visible <= {number for piece in made for number in piece.ends}
