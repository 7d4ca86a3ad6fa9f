"""Reading pairs, keeping tests apart."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from training.corpora import Corpus, Row, barred_keys, held_out_keys, read_rows, split_proxy, untested, without
from training.prepare import serbian


def test_rows_are_read_from_plain_and_compressed_files(tmp_path: Path) -> None:
    line = "de\ten\tGuten Morgen\tGood morning\n"
    plain, packed = tmp_path / "a.tsv", tmp_path / "a.tsv.xz"
    plain.write_text(line, encoding="utf-8")
    packed.write_bytes(lzma.compress(line.encode()))
    assert list(read_rows(plain)) == list(read_rows(packed)) == [Row("de", "en", "Guten Morgen", "Good morning")]


def test_a_row_of_another_shape_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("de\ten\ta\tb\nde\ten\ta\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.tsv:2: expected 4 columns, got 3"):
        list(read_rows(path))


def test_equal_texts_of_one_language_are_one_text() -> None:
    corpus = Corpus()
    corpus.add("s", [Row("de", "en", "Hut", "hat"), Row("de", "en", "Hut", "lid"), Row("da", "en", "Hut", "hat")])
    assert corpus.texts == ["Hut", "hat", "lid", "Hut"]
    assert corpus.pairs["s"].tolist() == [[0, 1], [0, 2], [3, 1]]
    assert list(corpus.rows("s"))[1] == Row("de", "en", "Hut", "lid")


def test_languages_that_the_checker_lacks_are_skipped() -> None:
    corpus = Corpus()
    corpus.add("s", [Row("xx", "en", "a", "b")])
    assert corpus.pairs == {}


def test_sentences_of_the_benchmark_are_left_out_of_training(tmp_path: Path) -> None:
    (tmp_path / "retrieval" / "tatoeba").mkdir(parents=True)
    (tmp_path / "retrieval" / "tatoeba" / "deu.tsv").write_text("Der Hut liegt dort.\tThe hat lies there.\n")
    keys = held_out_keys(tmp_path)
    same, other = Row("de", "en", "der Hut liegt dort", "x"), Row("fr", "en", "y", "The hat lies there.")
    assert list(without([same, other], keys)) == [other]


def test_the_proxy_keeps_the_last_sentences_of_a_document_in_every_language() -> None:
    rows = [Row(lang, "en", f"{lang} {i}", f"sentence {i}") for lang in ("de", "fr") for i in range(5)]
    training, test = split_proxy(rows, keep=2)
    assert {row.text2 for row in test} == {"sentence 3", "sentence 4"}
    assert len(training) == 6
    assert not {row.text2 for row in training} & {row.text2 for row in test}


def test_croatian_gives_serbian_in_both_alphabets() -> None:
    made = serbian([Row("hr", "en", "Ljubav i mjesto", "love and a place")])
    assert [row.text1 for row in made if row.lang1 == "sr"] == ["љубав и место", "Ljubav i mesto"]


def test_made_rows_leave_out_the_test_of_their_language(tmp_path: Path) -> None:
    (tmp_path / "retrieval" / "tatoeba").mkdir(parents=True)
    (tmp_path / "retrieval" / "tatoeba" / "srp.tsv").write_text("Шешир је тамо.\tThe hat is there.\n", encoding="utf-8")
    keys = barred_keys(tmp_path)
    same, english = Row("sr", "en", "шешир је тамо", "x"), Row("sr", "en", "y", "The hat is there!")
    other = Row("hr", "en", "y", "The hat is there!")
    assert list(untested([same, english, other], keys)) == [other]
