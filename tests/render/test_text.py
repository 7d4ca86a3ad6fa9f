from __future__ import annotations

import io
import re
import unicodedata

import pytest
from rich.console import Console

from checker.model import Report, Span
from checker.render import text
from checker.render.excerpt import CONTEXT, LONGEST, excerpt, legible, shorten
from tests.render import sample


def test_every_finding_names_severity_check_place_and_both_sides() -> None:
    shown = text.render(Report((sample.harbour(),), sample.TOOL))
    assert "error    number  The German version says 200,000 containers; the Indonesian one says 20,000." in shown
    assert "articles/harbour/de.txt:3:128: …6 Milliarden US-Dollar und soll [200.000] Container im Monat" in shown
    assert "articles/harbour/id.txt:3:150: …Terminal tersebut akan memindahkan [20,000] kontainer" in shown


def test_a_missing_side_is_said_where_the_row_has_none() -> None:
    shown = text.render(Report((sample.harbour(),), sample.TOOL))
    assert shown.count("articles/harbour/id.txt: nothing corresponds") == 1
    assert shown.count("articles/harbour/de.txt: nothing corresponds") == 1


def test_the_worst_comes_first_within_a_pair() -> None:
    shown = text.render(Report((sample.harbour(),), sample.TOOL)).split("German → Arabic")[0]
    severities = re.findall(r"^  (error|warning|note) ", shown, re.MULTILINE)
    assert severities == ["error", "error", "warning", "warning", "warning", "note"]


def test_the_summary_is_the_last_line() -> None:
    shown = text.render(sample.report())
    assert shown.endswith("4 articles, 4 language pairs: 3 errors, 4 warnings, 2 notes; 6 not checked.\n")
    assert text.render(Report(())) == "0 articles, 0 language pairs: no findings.\n"


def test_a_faithful_pair_is_one_line() -> None:
    assert text.render(Report((sample.library(),))) == "1 article, 1 language pair: no findings.\n"


def test_nothing_reaches_the_terminal_that_could_steer_it() -> None:
    shown = text.render(sample.report())
    categories = {unicodedata.category(char) for char in shown if char != "\n"}
    assert not categories & {"Cc", "Cs", "Zl", "Zp"}
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(shown)
    shown.encode("utf-8")


def test_a_terminal_gets_the_same_words_in_colour() -> None:
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, color_system="standard", width=60)
    text.render_console(sample.report(), console)
    coloured = stream.getvalue()
    assert "\x1b[1;31m" in coloured
    plain = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in plain.splitlines()] == text.render(sample.report()).splitlines()


def test_plain_text_has_no_colour() -> None:
    assert "\x1b" not in text.render(sample.report())


@pytest.mark.parametrize("script", ["word " * 100, "港口起重机" * 100])
def test_an_excerpt_is_short_and_holds_the_words(script: str) -> None:
    quoted = excerpt(script, Span(200, 210))
    assert quoted.marked == script[200:210].rstrip("\n")
    assert 10 < len(quoted.before) <= CONTEXT + 1
    assert 10 < len(quoted.after) <= CONTEXT + 1


def test_an_excerpt_stays_on_its_line() -> None:
    assert excerpt("above\nhere\nbelow", Span(6, 10)).before == ""
    assert excerpt("above\nhere\nbelow", Span(6, 10)).after == ""


def test_long_words_lose_their_middle() -> None:
    shown = shorten("a" * 500 + "z", LONGEST)
    assert len(shown) <= LONGEST
    assert shown.startswith("aa")
    assert shown.endswith("z")
    assert " … " in shown


def test_marks_that_scripts_need_stay() -> None:
    assert legible("می\u200cروم \u200f") == "می\u200cروم \u200f"
    assert legible("\x1b[2J\u202e") == "\\x1b[2J\\u202e"


def test_the_summary_alone_counts_and_names_what_was_not_checked() -> None:
    shown = text.render_summary(sample.report())
    assert "not checked  articles/broken/de.txt: is not valid UTF-8" in shown
    assert re.search(r"^harbour +de → id +2 +3 +1 +1$", shown, re.MULTILINE)
    assert "200,000" not in shown
