"""Sentences: cases in many languages, and what holds for every text."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import checker.languages
from checker.model import Article, Sentence
from checker.segment import segment
from checker.segment.quotations import quotations

CASES = [
    (language, sentences)
    for line in (Path(__file__).parent / "segment_cases.txt").read_text(encoding="utf-8").splitlines()
    for language, *sentences in [line.split("|")]
]


def sentences_of(text: str, language: str = "de") -> tuple[Sentence, ...]:
    return segment(Article(language, text, "article.txt"))


def texts_of(text: str, language: str = "de") -> list[str]:
    return [sentence.text for sentence in sentences_of(text, language)]


@pytest.mark.parametrize(("language", "sentences"), CASES, ids=[f"{case[0]}-{i}" for i, case in enumerate(CASES)])
def test_cases(language: str, sentences: list[str]) -> None:
    joined = ("" if language in {"zh", "ja"} else " ").join(sentences)
    assert texts_of(joined, language) == sentences


DATA = Path(checker.languages.__file__).parent / "data"
LISTS = {"abbreviations", "titles", "numbered", "starters", "reporting", "continuers"}
KINDS: dict[str, type] = dict.fromkeys(LISTS, list) | {
    "ordinal_dot": bool, "counting": list, "spaces": bool, "report_after_stop": bool, "marks": str, "confirmed": float,
}  # fmt: skip


@pytest.mark.parametrize("path", sorted(DATA.glob("*.toml")), ids=lambda path: path.stem)
def test_the_data_of_a_language_can_be_read(path: Path) -> None:
    section = tomllib.loads(path.read_text(encoding="utf-8"))["segmentation"]
    assert set(section) <= set(KINDS)
    assert all(isinstance(value, KINDS[name]) for name, value in section.items())
    assert all(word and word == word.strip() for name in LISTS for word in section.get(name, []))
    assert "confirmed" not in section or section["starters"]


PIECES = st.sampled_from(
    [
        "Haus ",
        "Er ",
        "z. B. ",
        "9. ",
        "„",
        "“",
        '"',
        "« ",
        " »",
        ". ",
        "! ",
        "…",
        "\n",
        "\n\n",
        "。",
        "「",
        "」",
        "a",
        "\u00a0",
        "• ",
    ]
)


@settings(max_examples=400, deadline=None)
@given(
    text=st.text() | st.lists(PIECES, max_size=40).map("".join),
    language=st.sampled_from(["de", "en", "fr", "ja", "th", "xx"]),
)
def test_sentences_tile_the_text(text: str, language: str) -> None:
    sentences = sentences_of(text, language)
    assert all(sentence.text == text[sentence.start : sentence.end] for sentence in sentences)
    assert all(sentence.text == sentence.text.strip() != "" for sentence in sentences)
    edges = [edge for sentence in sentences for edge in (sentence.start, sentence.end)]
    assert edges == sorted(edges)
    left_out = set(range(len(text))) - {i for sentence in sentences for i in range(sentence.start, sentence.end)}
    assert all(text[i].isspace() for i in left_out)
    paragraphs = [sentence.paragraph for sentence in sentences]
    assert paragraphs == sorted(paragraphs)


def test_a_line_is_a_paragraph_and_a_headline_a_sentence() -> None:
    sentences = sentences_of("Fähre legt ab\n\nSie fährt. Es regnet.\nMorgen mehr.")
    assert [(sentence.text, sentence.paragraph) for sentence in sentences] == [
        ("Fähre legt ab", 0),
        ("Sie fährt.", 1),
        ("Es regnet.", 1),
        ("Morgen mehr.", 2),
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The harbour will be closed for three weeks, because the old quay\n"
        "has to be repaired before the winter storms begin. The ferries to\n"
        "the islands leave from the northern pier until then."
    )
    assert len(texts_of(wrapped, "en")) == 2


def test_list_items_are_not_joined() -> None:
    items = "\n".join(
        f"- {word} has to be repaired before the winter storms begin here" for word in ("Quay", "Pier", "Lock")
    )
    assert len(texts_of(items, "en")) == 3


def test_bullets_inside_a_line_begin_sentences() -> None:
    assert texts_of("Die Themen: • Hafen bleibt zu • Fähre fährt") == [
        "Die Themen:",
        "• Hafen bleibt zu",
        "• Fähre fährt",
    ]


def test_short_quotations_stay_whole_and_long_ones_are_cut() -> None:
    short = "Sie sagte: „Wir kommen. Wir bleiben.“"
    assert texts_of(short) == [short]
    statement = "Wir haben den Kai geprüft und an vielen Stellen Risse gefunden."
    long = f"Sie sagte: „{' '.join([statement] * 5)}“"
    assert len(texts_of(long)) == 5


def test_thai_is_cut_at_spaces_between_clauses() -> None:
    text = "ท่าเรือจะปิดเป็นเวลาสามสัปดาห์เพราะต้องซ่อมท่าเทียบเรือเก่า นอกจากนี้ เรือข้ามฟากจะออกจากท่าเรือทิศเหนือจนกว่าการซ่อมแซมจะเสร็จสิ้น"
    assert [sentence.split()[0] for sentence in texts_of(text, "th")] == [text.split()[0], "นอกจากนี้"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Er rief „Halt“ und lief.", ["„Halt“"]),
        ("He said “stop” and ‘go’.", ["“stop”", "‘go’"]),
        ("Elle dit « oui » puis « non ».", ["« oui »", "« non »"]),
        ("Han sade »ja« og ”nej”.", ["»ja«", "”nej”"]),
        ("彼は「はい『うん』」と言った", ["「はい『うん』」"]),
        ('A 5" screen and "one" word', ['"one"']),
        ("It isn't the boys’ ship", []),
        ("„offen bleibt es", []),
    ],
)
def test_quotations(line: str, expected: list[str]) -> None:
    assert [line[span.start : span.end] for span in quotations(line)] == expected


@pytest.mark.parametrize("unit", [". ", "„a. ", '"a. ', "z. B. ", "1. ", "Wort.Danach ", "“好。", ".”", " • ", "x"])
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        start = time.process_time()
        sentences_of(text)
        return time.process_time() - start

    seconds(1000)
    small, large = (min(seconds(size) for _ in range(2)) for size in (10_000, 40_000))
    assert large < 10 * small + 0.2


@pytest.mark.seeds
@pytest.mark.parametrize(
    ("file", "language", "count"), [("000_121243f089e0133e.txt", "de", 18), ("001_0632f2e5dcd013ce.txt", "id", 19)]
)
def test_the_seed_pair_is_one_to_one_but_for_its_end(seeds: Path, file: str, language: str, count: int) -> None:
    sentences = sentences_of((seeds / file).read_text(encoding="utf-8"), language)
    assert len(sentences) == count
    assert [sentence.text.count(".") for sentence in sentences if sentence.text.startswith("Ellison")] == [3]
