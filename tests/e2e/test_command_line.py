"""The contracts of the command line, through the real program."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Cli

GERMAN = "Der Bahnhof wird für 40 Millionen Euro umgebaut.\n\nDie Arbeiten dauern bis Ende 2027.\n"
ENGLISH = "The station is being rebuilt for 40 million euros.\n\nThe work will last until the end of 2027.\n"
DRIFTED = "The station is being rebuilt for 40 billion euros.\n\nThe work will last until the end of 2027.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    folder = tmp_path / "station"
    folder.mkdir()
    (folder / "de.txt").write_text(GERMAN, encoding="utf-8")
    (folder / "en.txt").write_text(DRIFTED, encoding="utf-8")
    return folder


def assert_one_line(stderr: str, *words: str) -> None:
    assert stderr.startswith("checker: ")
    assert stderr.count("\n") == 1, stderr
    for word in words:
        assert word in stderr


def test_drift_is_found_and_ends_with_1(cli: Cli, article: Path) -> None:
    result = cli("check", article / "de.txt", article / "en.txt")
    assert result.returncode == 1
    assert "40 billion" in result.stdout
    assert result.stderr == ""


def test_a_faithful_pair_is_silent_and_ends_with_0(cli: Cli, article: Path) -> None:
    (article / "en.txt").write_text(ENGLISH, encoding="utf-8")
    result = cli("check", article / "de.txt", article / "en.txt", "--fail-on", "note", "--format", "json")
    assert (result.returncode, result.stderr) == (0, "")
    assert json.loads(result.stdout)["articles"][0]["pairs"][0]["findings"] == []


def test_identical_texts_of_one_language_yield_nothing(cli: Cli, article: Path, samples: Path) -> None:
    shutil.copy(samples / "colossus" / "de.txt", article / "copy.de.txt")
    result = cli("check", samples / "colossus" / "de.txt", article / "copy.de.txt", "--fail-on", "note")
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(("fail_on", "code"), [("never", 0), ("note", 1), ("warning", 1), ("error", 1)])
def test_fail_on(cli: Cli, article: Path, fail_on: str, code: int) -> None:
    assert cli("check", article / "de.txt", article / "en.txt", "--fail-on", fail_on).returncode == code


def test_json_keeps_the_contract(cli: Cli, article: Path) -> None:
    result = cli("check", article / "de.txt", article / "en.txt", "--format", "json")
    report = json.loads(result.stdout)
    assert list(report) == ["schema", "tool", "articles", "unchecked"]
    assert report["schema"] == 1
    assert {"name", "version", "model", "config"} <= report["tool"].keys()
    entry = report["articles"][0]
    assert entry["id"] == "station"
    pair = entry["pairs"][0]
    assert (pair["source"], pair["target"]) == ("de", "en")
    assert [GERMAN[start:end] for start, end in pair["sentences"]["source"]] == GERMAN.strip().split("\n\n")
    assert all({"source", "target", "score", "moved"} <= bead.keys() for bead in pair["beads"])
    finding = next(finding for finding in pair["findings"] if finding["check"] == "number")
    assert len(finding["id"]) >= 64
    target = finding["target"]
    assert DRIFTED[target["start"] : target["end"]] == target["text"]
    assert target["line"] == 1
    assert target["column"] == target["start"] + 1


def test_the_same_input_gives_the_same_output(cli: Cli, article: Path) -> None:
    runs = {cli("check", article, "--format", "json", "--fail-on", "never").stdout for _ in range(2)}
    assert len(runs) == 1


def test_an_output_belongs_to_the_format_before_it(cli: Cli, article: Path, tmp_path: Path) -> None:
    result = cli(
        "check", article / "de.txt", article / "en.txt",
        "--format", "html", "--output", "pages", "--format", "json", "--output", "out.json", "--format", "text",
    )  # fmt: skip
    assert result.returncode == 1
    assert "40 billion" in result.stdout
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["schema"] == 1
    assert "40 billion" in "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "pages").glob("*.html"))


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--format", "html"], "--output"),
        (["--format", "json", "--format", "text"], "standard output"),
        (["--output", "a", "--format", "json"], "--format before it"),
        (["--format", "json", "--output", "a", "--output", "b"], "--format before it"),
        (["--format", "pdf"], "pdf"),
        (["--fail-on", "sometimes"], "sometimes"),
        (["--source-lang", "German!"], "no language"),
        (["--target-lang", "en", "--target-lang", "fr"], "--target-lang"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_wrong_usage_is_one_line_and_2(cli: Cli, article: Path, arguments: list[str], word: str) -> None:
    result = cli("check", article / "de.txt", article / "en.txt", *arguments)
    assert result.returncode == 2
    assert result.stdout == ""
    assert_one_line(result.stderr, word)


@pytest.mark.parametrize("arguments", [[], ["check"], ["check", "de.txt"], ["frobnicate"], ["explain", "nonsense"]])
def test_wrong_commands_are_one_line_and_2(cli: Cli, arguments: list[str]) -> None:
    result = cli(*arguments)
    assert result.returncode == 2
    assert_one_line(result.stderr)


BAD_FILES = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "binary.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20, "binary"),
    "huge.txt": (b"Ein Satz. " * 600_000, "max_bytes"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_input_is_one_line_and_2_and_writes_nothing(cli: Cli, article: Path, tmp_path: Path, name: str) -> None:
    content, word = BAD_FILES[name]
    bad = tmp_path / name
    bad.write_bytes(content)
    for arguments in ([bad, article / "en.txt"], [article / "de.txt", bad]):
        outputs = ["--format", "json", "--output", "out.json", "--format", "html", "--output", "h"]
        result = cli("check", *arguments, *outputs)
        assert result.returncode == 2
        assert result.stdout == ""
        assert_one_line(result.stderr, name, word)
        assert not (tmp_path / "out.json").exists()
        assert not (tmp_path / "h").exists()


def test_a_missing_file(cli: Cli, article: Path) -> None:
    result = cli("check", article / "de.txt", article / "absent.txt")
    assert result.returncode == 2
    assert_one_line(result.stderr, "absent.txt")


def test_undecodable_bytes(cli: Cli, article: Path, tmp_path: Path) -> None:
    (tmp_path / "noise.txt").write_bytes(bytes(range(128, 256)) * 8 + b"\x81\x8d\x8f\x90\x9d" * 50)
    result = cli("check", article / "de.txt", tmp_path / "noise.txt", "--target-lang", "en")
    assert result.returncode == 2
    assert_one_line(result.stderr, "noise.txt")


def test_a_folder_checks_the_rest_and_reports_what_it_could_not_read(cli: Cli, article: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "de.txt").write_text(GERMAN, encoding="utf-8")
    (broken / "en.txt").write_bytes(b"\x00\x01\x02" * 100)
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "de.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("Not an article.", encoding="utf-8")
    result = cli("check", tmp_path, "--format", "json", "--output", tmp_path / "out.json")
    assert result.returncode == 2
    report = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    checked = {entry["id"]: entry for entry in report["articles"]}
    assert checked["station"]["pairs"][0]["findings"]
    reasons = json.dumps(report["unchecked"])
    assert "broken" in reasons
    assert "alone" in reasons
    assert "broken" in result.stderr


def test_an_article_with_one_version_is_no_failure(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "alone.de.txt").write_text(GERMAN, encoding="utf-8")
    result = cli("check", tmp_path, "--format", "json")
    assert result.returncode == 0
    assert "alone" in json.dumps(json.loads(result.stdout)["unchecked"])


def test_the_source_language_of_a_folder_can_be_chosen(cli: Cli, article: Path) -> None:
    result = cli("check", article.parent, "--source-lang", "en", "--format", "json", "--fail-on", "never")
    pair = json.loads(result.stdout)["articles"][0]["pairs"][0]
    assert (pair["source"], pair["target"]) == ("en", "de")


def test_a_language_that_contradicts_the_text_is_said_and_no_failure(cli: Cli, tmp_path: Path, samples: Path) -> None:
    shutil.copy(samples / "colossus" / "de.txt", tmp_path / "a.de.txt")
    shutil.copy(samples / "colossus" / "en.txt", tmp_path / "a.fr.txt")
    result = cli("check", tmp_path / "a.de.txt", tmp_path / "a.fr.txt", "--format", "json", "--fail-on", "never")
    assert result.returncode == 0
    assert_one_line(result.stderr, "a.fr.txt", "French", "English")
    report = json.loads(result.stdout)
    assert report["articles"][0]["pairs"][0]["target"] == "fr"
    assert "a.fr.txt" in json.dumps(report["unchecked"])


def test_a_folder_without_articles_is_said(cli: Cli, tmp_path: Path) -> None:
    result = cli("check", tmp_path)
    assert result.returncode == 0
    assert_one_line(result.stderr, "no articles", "<lang>")


def test_html_and_markdown_are_compared_as_articles(cli: Cli, tmp_path: Path) -> None:
    page = (
        "<html><body><nav><a href='/'>Politik</a></nav><article><h1>Neue Brücke</h1><p>Die Brücke kostet 120 Millionen"
    )
    page += " Euro und wird am 3. Mai 2027 eröffnet.</p></article><footer>Impressum 2026</footer></body></html>"
    (tmp_path / "a.de.html").write_text(page, encoding="utf-8")
    text = "---\ntitle: pont\n---\n# Un pont\n\nLe pont coûte **120 millions** d'euros et ouvrira le 3 juin 2027.\n"
    (tmp_path / "a.fr.md").write_text(text, encoding="utf-8")
    result = cli("check", tmp_path, "--format", "json", "--fail-on", "never")
    article = json.loads(result.stdout)["articles"][0]
    (finding,) = article["pairs"][0]["findings"]
    assert (finding["check"], finding["source"]["text"], finding["target"]["text"]) == ("date", "Mai", "juin")
    assert finding["target"]["line"] is None
    extracted = article["versions"][1]["text"]
    assert extracted[finding["target"]["start"] : finding["target"]["end"]] == "juin"
    assert "Politik" not in article["versions"][0]["text"]


def test_align_prints_beads(cli: Cli, article: Path, tmp_path: Path) -> None:
    result = cli("align", article / "de.txt", article / "en.txt")
    assert result.returncode == 0
    assert [json.loads(line) for line in result.stdout.splitlines()] == [[[0], [0]], [[1], [1]]]
    result = cli("align", article / "de.txt", article / "en.txt", "--format", "tsv", "--output", "out.tsv")
    assert result.stdout == ""
    assert "40 Millionen" in (tmp_path / "out.tsv").read_text(encoding="utf-8")


def test_align_pre_segmented_takes_a_line_as_a_sentence(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.de.txt").write_bytes(b"Guten Tag. Wie geht es?\r\nDas Haus kostet 300 Euro.\n")
    (tmp_path / "a.en.txt").write_bytes(b"Hello. How are you?\nThe house costs 300\x0b euros.\n")
    result = cli("align", tmp_path / "a.de.txt", tmp_path / "a.en.txt", "--pre-segmented")
    assert [json.loads(line) for line in result.stdout.splitlines()] == [[[0], [0]], [[1], [1]]]


def test_explain(cli: Cli) -> None:
    listed = cli("explain")
    assert listed.returncode == 0
    names = [line.split()[0] for line in listed.stdout.splitlines()]
    assert {"number", "quote", "omission", "addition", "meaning", "number-format"} <= set(names)
    page = cli("explain", "number")
    assert "Fires:" in page.stdout
    assert "Silent:" in page.stdout


def test_version(cli: Cli) -> None:
    assert cli("--version").stdout.startswith("checker ")
    assert cli("check", "--version").stdout.startswith("checker ")


def test_configuration_is_found_and_an_unknown_key_is_an_error(cli: Cli, article: Path, tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text('fail_on = "never"\n', encoding="utf-8")
    assert cli("check", article / "de.txt", article / "en.txt").returncode == 0
    assert cli("check", article / "de.txt", article / "en.txt", "--fail-on", "error").returncode == 1
    (tmp_path / "checker.toml").write_text("failon = 1\n", encoding="utf-8")
    result = cli("check", article / "de.txt", article / "en.txt")
    assert result.returncode == 2
    assert_one_line(result.stderr, "checker.toml", "failon")


def test_a_check_can_be_switched_off_or_lowered(cli: Cli, article: Path, tmp_path: Path) -> None:
    config = tmp_path / "house.toml"
    config.write_text('[severity]\nnumber = "note"\ncurrency = "off"\n', encoding="utf-8")
    result = cli("check", article / "de.txt", article / "en.txt", "--config", config, "--format", "json")
    findings = json.loads(result.stdout)["articles"][0]["pairs"][0]["findings"]
    assert {finding["severity"] for finding in findings if finding["check"] == "number"} == {"note"}
    assert result.returncode == 0


def test_the_default_path_imports_no_torch(article: Path) -> None:
    import subprocess

    code = (
        "import sys; from checker.cli import run; run(sys.argv[1:]);"
        "heavy = {'torch', 'sentence_transformers', 'transformers', 'pandas', 'babel'} & set(sys.modules);"
        "assert not heavy, heavy"
    )
    command = [sys.executable, "-c", code, "check", str(article / "de.txt"), str(article / "en.txt")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


HOUSE = "de,en,keep\nBahnhof,train station|railway station,\n,,Fernverkehr\n"


@pytest.mark.parametrize("settings", ['glossary = "house.csv"\n', '[tool.checker.glossary]\nfiles = ["house.csv"]\n'])
def test_the_glossary_is_held_against_the_translation(cli: Cli, article: Path, settings: str) -> None:
    (article / "house.csv").write_text(HOUSE, encoding="utf-8")
    (article / "checker.toml").write_text(settings, encoding="utf-8")
    (article / "en.txt").write_text(ENGLISH, encoding="utf-8")
    result = cli("check", "de.txt", "en.txt", "--format", "json", "--fail-on", "warning", cwd=article)
    finding = json.loads(result.stdout)["articles"][0]["pairs"][0]["findings"][0]
    assert (result.returncode, finding["check"], finding["severity"]) == (1, "glossary", "warning")
    assert (finding["source"]["text"], finding["target"]["text"]) == ("Bahnhof", "station")
    assert "“train station” or “railway station”" in finding["message"]
    (article / "en.txt").write_text(ENGLISH.replace("station", "railway station"), encoding="utf-8")
    assert cli("check", "de.txt", "en.txt", "--fail-on", "note", cwd=article).returncode == 0


def test_a_glossary_that_cannot_be_read_ends_with_2(cli: Cli, article: Path) -> None:
    (article / "checker.toml").write_text('glossary = "house.csv"\n', encoding="utf-8")
    result = cli("check", "de.txt", "en.txt", cwd=article)
    assert (result.returncode, result.stdout) == (2, "")
    assert_one_line(result.stderr, "house.csv", "no such file")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(cli: Cli, article: Path) -> None:
    os.mkfifo(article / "id.txt")
    named = cli("check", article / "id.txt", article / "en.txt")
    assert named.returncode == 2
    assert_one_line(named.stderr, "id.txt", "empty")
    folder = cli("check", article.parent, "--format", "json")
    assert folder.returncode == 2
    assert len(json.loads(folder.stdout)["articles"][0]["pairs"]) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device on this system")
@pytest.mark.parametrize(
    "arguments", [("check", "de.txt", "en.txt"), ("align", "de.txt", "en.txt"), ("explain",), ("explain", "quote")]
)
def test_output_that_cannot_be_written_ends_with_2(cli: Cli, article: Path, arguments: tuple[str, ...]) -> None:
    run = [sys.executable, "-m", "checker", *arguments]
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(run, stdout=full, stderr=subprocess.PIPE, text=True, cwd=article, check=False)
    assert result.returncode == 2
    assert_one_line(result.stderr, "standard output", "No space left")


def test_a_closed_standard_output_is_no_fault(article: Path) -> None:
    run = f"{sys.executable} -m checker check de.txt en.txt >&-"
    result = subprocess.run(run, shell=True, stderr=subprocess.PIPE, text=True, cwd=article, check=False)
    assert (result.returncode, result.stderr) == (1, "")


def test_a_file_where_a_folder_is_needed_is_said(cli: Cli, article: Path) -> None:
    result = cli("check", article / "de.txt", article / "en.txt", "--format", "html", "--output", article / "de.txt")
    assert result.returncode == 2
    assert_one_line(result.stderr, "a file where a folder is needed")
    assert (article / "de.txt").read_text(encoding="utf-8") == GERMAN
