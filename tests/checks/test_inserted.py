"""Reporting clauses inside the quotation marks."""

from __future__ import annotations

import numpy as np
import pytest

from checker.checks.inserted import Answers, candidates, parts
from checker.checks.lexical import Tokens
from checker.model import Span

POLISH = "Czekam tu od rana – marudziła studentka Anna Maj – i nikt nic nie mówi"


def tokens(text: str, narrator: str) -> Tokens:
    """The words of a text: those of ``narrator`` point one way, all others the other way."""
    spans, start = [], 0
    for word in text.split():
        start = text.index(word, start)
        spans.append(Span(start, start + len(word)))
        start += len(word)
    rows = [[1.0, 0.0] if text[span.start : span.end] in narrator.split() else [0.0, 1.0] for span in spans]
    return Tokens(tuple(spans), np.array(rows, dtype=np.float32), np.ones(len(spans), dtype=np.float32))


def one(direction: list[float]) -> Tokens:
    return Tokens((Span(0, 1),), np.array([direction], dtype=np.float32), np.ones(1, dtype=np.float32))


def cut(text: str, language: str, narrator: str) -> list[str]:
    answers = Answers(tokens(text, narrator), one([0.0, 1.0]), one([1.0, 0.0]))
    return [text[part.start : part.end] for part in parts(text, Span(0, len(text)), language, answers)]


def test_a_clause_is_cut_out_whose_verb_is_in_no_list() -> None:
    assert cut(POLISH, "pl", "marudziła studentka Anna Maj") == ["Czekam tu od rana", "i nikt nic nie mówi"]


def test_a_clause_with_an_apposition_is_cut_out_as_a_whole() -> None:
    text = "Je suis là depuis six heures, a-t-elle dit, debout, et personne ne dit rien"
    assert cut(text, "fr", "a-t-elle dit, debout,") == ["Je suis là depuis six heures", "et personne ne dit rien"]


def test_what_the_other_version_quotes_stays() -> None:
    assert cut(POLISH, "pl", "") == [POLISH]


def test_languages_that_close_the_marks_keep_everything() -> None:
    assert cut(POLISH, "de", "marudziła studentka Anna Maj") == [POLISH]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("A b, said he, c d.", [", said he, "]),
        ("A b – said he – c d.", [" – said he – "]),
        ("A b, — said he. — C d.", [", — said he. — "]),
        ("A b, Said he, c d.", []),
        ("A b. said he, c d.", []),
        ("A b – said he, c d.", []),
        ("A b c d, said he.", []),
    ],
)
def test_form(text: str, clauses: list[str]) -> None:
    assert [text[span.start : span.end] for span in candidates(text, Span(0, len(text)))] == clauses
