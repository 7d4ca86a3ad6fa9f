"""Reading a file: whole, or one line that says why not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.model import Article
from checker.read import read_article, read_lines

GERMAN = "Die Werft in Rostock baut bis Ende Juli drei Fähren, sagte die Sprecherin. Die erste Fähre liegt im Hafen.\n"
LIMIT = 5_000_000


def write(folder: Path, data: bytes | str, name: str = "article.txt") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def refusal(path: Path, language: str | None = "de", max_bytes: int = LIMIT) -> str:
    with pytest.raises(InputError) as error:
        read_article(path, language, max_bytes)
    message = str(error.value)
    assert "\n" not in message
    assert message.startswith(str(path))
    return message


def test_text_is_read_as_it_is(tmp_path: Path) -> None:
    path = write(tmp_path, GERMAN)
    assert read_article(path, "de", LIMIT) == (Article("de", GERMAN, str(path)), ())


def test_line_ends_become_lf_and_nothing_else_changes(tmp_path: Path) -> None:
    path = write(tmp_path, "\ufeffe\u0301\r\nb\u2028c\rd\u00a0\x0b\ufb01")
    assert read_article(path, "de", LIMIT)[0].text == "e\u0301\nb\u2028c\nd\u00a0\x0b\ufb01"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"abc\x00def", "binary"),
        (b"%PDF-1.7 text", "a PDF"),
        (b"PK\x03\x04abc", "ZIP"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\xff\xfea\x00b", "damaged"),
        (b"\xef\xbb\xbfabc\xff", "damaged"),
        (bytes(range(128, 256)) * 20, "encoding"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    assert reason in refusal(write(tmp_path, data))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "nowhere.txt")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "folder" in refusal(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, GERMAN)
    path.chmod(0)
    assert "permission" in refusal(path)


def test_the_limit_is_exact(tmp_path: Path) -> None:
    path = write(tmp_path, GERMAN)
    size = path.stat().st_size
    assert read_article(path, "de", size)[0].text == GERMAN
    assert "larger than" in refusal(path, max_bytes=size - 1)


def test_a_file_that_hides_its_size_is_limited_too() -> None:
    with pytest.raises(InputError, match="larger than 1,000 bytes"):
        read_article(Path("/dev/zero"), "de", 1000)


def test_strange_names_stay_on_one_line(tmp_path: Path) -> None:
    path = write(tmp_path, b"", "a\nb\udcff.txt")
    with pytest.raises(InputError) as error:
        read_article(path, "de", LIMIT)
    assert str(error.value).isprintable()


def test_the_language_is_detected_without_a_name(tmp_path: Path) -> None:
    assert read_article(write(tmp_path, GERMAN), None, LIMIT)[0].language == "de"
    assert "language cannot be told" in refusal(write(tmp_path, "123 456\n"), None)


def test_the_given_language_wins_and_a_contradiction_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, GERMAN * 3)
    article, unchecked = read_article(path, "fr", LIMIT)
    assert article.language == "fr"
    assert [(entry.path, entry.failure) for entry in unchecked] == [(str(path), False)]
    assert unchecked[0].reason == (
        "article.txt is taken as French, as its name or an option says, but the text looks like German."
    )


def test_a_regional_tag_gives_the_primary_language(tmp_path: Path) -> None:
    assert read_article(write(tmp_path, GERMAN), "de-AT", LIMIT)[0].language == "de"


def test_an_unknown_suffix_is_text(tmp_path: Path) -> None:
    article, _ = read_article(write(tmp_path, GERMAN, "article.news"), "de", LIMIT)
    assert (article.text, article.extracted) == (GERMAN, False)


def test_pre_segmented_lines_keep_their_numbers(tmp_path: Path) -> None:
    path = write(tmp_path, "Erster Satz. Noch einer.\r\n\n  Zweiter\u2028Satz.\rWeiter. \nLetzter")
    article, sentences, _ = read_lines(path, "de", LIMIT)
    assert [sentence.text for sentence in sentences] == [
        "Erster Satz. Noch einer.",
        "",
        "Zweiter\u2028Satz.\rWeiter.",
        "Letzter",
    ]
    assert all(article.text[sentence.start : sentence.end] == sentence.text for sentence in sentences)
    assert [sentence.paragraph for sentence in sentences] == [0, 1, 2, 3]


def test_a_last_line_end_adds_no_line(tmp_path: Path) -> None:
    assert len(read_lines(write(tmp_path, "Eins\nZwei\n"), "de", LIMIT)[1]) == 2
    assert len(read_lines(write(tmp_path, "Eins\nZwei\n\n"), "de", LIMIT)[1]) == 3
