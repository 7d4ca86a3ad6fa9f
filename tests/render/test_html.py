"""The pages: parsed as a browser does, then asked what an editor would ask."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html as parser

from checker.model import Article, ArticleReport, Bead, Comparison, Fact, Finding, Report, Sentence, Unchecked, Version
from checker.render import FORMATS, FolderFormat, StreamFormat
from checker.render.html import pages
from checker.render.view import direction
from tests.render import sample


@cache
def rendered() -> dict[str, str]:
    return dict(pages(sample.report()))


def tree(name: str) -> parser.HtmlElement:
    return parser.document_fromstring(rendered()[name].encode("utf-8", "backslashreplace"))


def single(article: ArticleReport) -> parser.HtmlElement:
    """The page of one article."""
    return parser.document_fromstring(dict(pages(Report((article,), sample.TOOL)))["harbour.html"].encode())


def words(element: parser.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def hostile_page() -> str:
    return next(name for name in rendered() if name.startswith("x-script"))


# Every page


@pytest.mark.parametrize("name", sorted(rendered()))
def test_nothing_is_fetched_and_nothing_runs(name: str) -> None:
    page = tree(name)
    assert not page.xpath("//script|//link|//img|//iframe|//object|//embed|//base|//form|//*[@src]|//*[@style]")
    assert not [key for element in page.iter(parser.etree.Element) for key in element.attrib if key.startswith("on")]
    assert not re.search(r"@import|url\(|https?:|//", page.xpath("string(//style)"))
    assert not [link for link in page.xpath("//@href") if ":" in link or link.startswith("/")]


@pytest.mark.parametrize("name", sorted(rendered()))
def test_every_link_leads_somewhere_and_ids_are_unique(name: str) -> None:
    page = tree(name)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for link in page.xpath("//@href"):
        target, _, fragment = link.partition("#")
        assert not target or target in rendered()
        assert not fragment or fragment in tree(target or name).xpath("//@id")


@pytest.mark.parametrize("name", sorted(rendered()))
def test_headings_step_down_one_at_a_time(name: str) -> None:
    levels = [int(heading.tag[1]) for heading in tree(name).xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", sorted(rendered()))
def test_no_control_character_is_in_a_page(name: str) -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", rendered()[name])


# The index


def test_the_index_lists_the_worst_article_first() -> None:
    names = [words(element) for element in tree("index.html").xpath("//table[@class='articles']//th[@scope='row']/a")]
    assert names[0] == "harbour"
    assert names[2:] == ["library", "lonely"]


def test_the_index_says_what_was_not_checked_and_with_what() -> None:
    page = words(tree("index.html"))
    assert "Could not be read: articles/broken/de.txt: is not valid UTF-8" in page
    assert "version: 1.2.3" in page
    assert "source language: English (2 articles), German (1 article)" in page


def test_an_index_without_findings_says_so() -> None:
    clear = dict(pages(Report((sample.library(),), sample.TOOL)))["index.html"]
    assert "Nothing was found." in words(parser.document_fromstring(clear))
    assert "Nothing was found." not in words(tree("index.html"))


def test_an_empty_report_has_an_index() -> None:
    assert "No article was checked." in dict(pages(Report(())))["index.html"]


# An article


def test_sentences_stand_side_by_side_in_reading_order() -> None:
    comparison = sample.harbour().comparisons[0]
    rows = tree("harbour.html").xpath("//*[@id='p1']//tr[starts-with(@class, 'row')]")
    assert len(rows) == len(comparison.beads)
    for row, bead in zip(rows, comparison.beads, strict=True):
        for cell, version, indices in zip(
            row.xpath("td"), (comparison.source, comparison.target), (bead.source, bead.target), strict=True
        ):
            if indices:
                for reference in cell.xpath(".//sup"):
                    reference.drop_tree()
                assert words(cell) == " ".join(version.sentences[index].text for index in indices)
                assert cell.get("lang") == version.article.language
            else:
                assert words(cell).startswith("Nothing corresponds in the")


def test_every_finding_is_listed_explained_and_marked() -> None:
    page = tree("harbour.html")
    for number, comparison in enumerate(sample.harbour().comparisons, 1):
        section = page.xpath(f"//*[@id='p{number}']")[0]
        cards = section.xpath(".//li[starts-with(@class, 'card')]")
        assert len(cards) == len(comparison.findings)
        for finding in comparison.findings:
            card = next(card for card in cards if finding.message in words(card))
            assert finding.severity.capitalize() in words(card)
            assert card.xpath("ancestor::tr/preceding-sibling::tr")
            assert section.xpath(f".//ol//a[@href='#{card.get('id')}']")
            assert section.xpath(f".//sup/a[@href='#{card.get('id')}']")


def test_differing_values_are_set_against_each_other() -> None:
    card = tree("harbour.html").xpath("//*[@id='p1-f1']")[0]
    assert [words(value) for value in card.xpath(".//dd")] == ["200.000", "20,000"]
    marks = tree("harbour.html").xpath("//tr[@id='p1-r3']//mark[@class='error']")
    assert [words(mark) for mark in marks] == ["200.000", "20,000"]


def test_facts_are_marked_where_no_finding_is() -> None:
    facts = tree("harbour.html").xpath("//tr[@id='p1-r3']//span[@class='fact']")
    assert [words(fact) for fact in facts] == ["6 Milliarden US-Dollar", "US$6 miliar"]


def test_a_missing_passage_is_marked_with_what_belongs_to_it() -> None:
    section = tree("harbour.html").xpath("//*[@id='p2']")[0]
    assert len(section.xpath(".//tr[starts-with(@class, 'row')]//mark[@class='warning']")) == 3
    assert words(section).count("Belongs to finding 2.") == 2


def test_moved_uncertain_and_unchecked_rows_say_so() -> None:
    page = words(tree("harbour.html"))
    assert "Moved: in the Indonesian version this stands after row 3." in page
    assert "the probability that these sentences belong together is 41 %." in page
    assert "Not checked: the alignment is too uncertain" in page
    assert "there are no name tables for Arabic" in page


def test_right_to_left_text_is_set_so() -> None:
    cells = tree("harbour.html").xpath("//*[@id='p2']//td[@lang='ar']")
    assert {cell.get("dir") for cell in cells} == {"rtl"}
    assert {cell.get("dir") for cell in tree("harbour.html").xpath("//td[@lang='de']")} == {"ltr"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Der Hafen", "ltr"), ("الميناء", "rtl"), ("הנמל של Port", "rtl"), ("", "ltr"), ("123", "ltr"), ("港口", "ltr")],
)
def test_direction_is_that_of_most_letters(text: str, expected: str) -> None:
    assert direction(text) == expected


def test_quiet_rows_can_be_hidden_and_say_how_many_they_are() -> None:
    gaps = tree("harbour.html").xpath("//*[@id='p1']//tr[@class='gap']")
    assert [words(gap) for gap in gaps] == ["2 rows without findings", "1 row without findings"]


def test_a_pair_without_findings_says_so() -> None:
    assert "Nothing was found between these two versions." in words(tree("library.html"))


def test_what_was_not_compared_is_not_called_clear() -> None:
    comparison = sample.harbour().comparisons[0]
    skipped = Comparison(comparison.source, comparison.target, (), (), (Unchecked("Too long to be compared."),))
    page = single(replace(sample.harbour(), comparisons=(skipped,)))
    assert "These two versions were not compared." in words(page)
    assert "Too long to be compared." in words(page)
    assert not page.xpath("//*[contains(@class, 'allclear')] | //*[contains(@class, 'none')]")


def test_articles_that_could_not_be_aligned_show_both_texts() -> None:
    comparison = sample.harbour().comparisons[0]
    finding = Finding("unrelated", "warning", "These do not seem to be versions of one article.", None, None, None)
    unrelated = Comparison(comparison.source, comparison.target, (), (finding,))
    page = words(single(replace(sample.harbour(), comparisons=(unrelated,))))
    assert "These do not seem to be versions of one article." in page
    assert "Der Minister kommt am Freitag" in page
    assert "Menteri akan datang" in page
    assert "These sentences were not aligned." in page
    assert "Nothing corresponds in" not in page


def test_a_finding_with_a_bead_that_does_not_exist_is_shown_at_the_top() -> None:
    comparison = sample.harbour().comparisons[0]
    stray = replace(comparison.findings[0], bead=99)
    page = single(replace(sample.harbour(), comparisons=(replace(comparison, findings=(stray,)),)))
    assert stray.message in words(page.xpath("//ul[contains(@class, 'general')]")[0])


def test_a_row_with_words_of_a_general_finding_is_not_folded_away() -> None:
    comparison = sample.harbour().comparisons[0]
    general = replace(comparison.findings[0], bead=None)
    page = single(replace(sample.harbour(), comparisons=(replace(comparison, findings=(general,)),)))
    loud = page.xpath("//tbody[contains(@class, 'loud')]")
    assert any(row.xpath(".//mark") and "Belongs to finding 1" in words(row) for row in loud)
    assert not page.xpath("//tbody[contains(@class, 'quiet')]//mark")


def test_a_path_is_not_said_twice() -> None:
    report = Report((), sample.TOOL, (Unchecked("a/de.txt: a PDF, not text", "a/de.txt", failure=True),))
    index = parser.document_fromstring(dict(pages(report))["index.html"].encode())
    assert "Could not be read: a/de.txt: a PDF, not text" in words(index)
    form = FORMATS["text"]
    assert isinstance(form, StreamFormat)
    assert "not checked  a/de.txt: a PDF, not text\n" in form.render(report)


def test_crossing_beads_name_the_row_before_them() -> None:
    comparison = sample.library().comparisons[0]
    beads = (Bead((0,), (1,)), Bead((1,), (0,), moved=True), Bead((2,), (2,)))
    page = dict(pages(Report((replace(sample.library(), comparisons=(replace(comparison, beads=beads),)),))))
    assert "this stands at the beginning." in page["library.html"]


# Hostile input


def test_hostile_text_stays_text() -> None:
    page = tree(hostile_page())
    assert words(page.xpath("//h1")[0]) == words(parser.fromstring("<p/>")) + " ".join(sample.HOSTILE_ID.split())
    cells = [words(cell) for cell in page.xpath("//tr[@class='row opens']/td")]
    assert cells[0].startswith("</td></table><script>alert(1)</script>")
    assert cells[1].startswith("<b>cinq</b> {% raw %}")
    assert page.xpath("//tr[@class='row opens']/td[2]/@lang") == ["fr\"onload='x'"]
    assert not page.xpath("//i|//b")
    assert "<i>check</i>" in words(tree("index.html").xpath("//table[@class='kinds']")[0])


def test_hostile_names_are_isolated_from_the_text_around_them() -> None:
    for name in (hostile_page(), "index.html"):
        holders = tree(name).xpath("//*[contains(text(), 'gpj.exe')]")
        assert holders
        assert {holder.tag for holder in holders} - {"title"} == {"bdi"}


# The folder


def test_stale_pages_go_and_foreign_files_stay(tmp_path: Path) -> None:
    form = FORMATS["html"]
    assert isinstance(form, FolderFormat)
    (tmp_path / "README.md").write_text("mine")
    form.write(sample.report(), tmp_path)
    form.write(Report((sample.library(),), sample.TOOL), tmp_path)
    assert {path.name for path in tmp_path.glob("*.*") if not path.name.startswith(".")} == {
        "README.md",
        "index.html",
        "library.html",
    }


def test_quoted_words_in_a_message_keep_their_own_direction() -> None:
    comparison = sample.harbour().comparisons[1]
    finding = replace(comparison.findings[0], message="German says “24 <b>”; Arabic says “42 رافعة”.")
    page = single(replace(sample.harbour(), comparisons=(replace(comparison, findings=(finding,)),)))
    message = page.xpath("//li[@id='p1-f1']//bdi[@class='words']")[0]
    assert words(message) == finding.message
    assert [words(quoted) for quoted in message.xpath("bdi")] == ["24 <b>", "42 رافعة"]


def test_only_values_are_underlined() -> None:
    text = "Im Mai sagte eine Frau am 9. Tag: Wir fahren."
    article = Article("de", text, "de.txt")
    keys = {"Mai": {"m:5"}, "eine": set(), "9": set(), "Wir fahren": set()}
    facts = tuple(Fact(text.index(w), text.index(w) + len(w), w, frozenset(k)) for w, k in keys.items())
    version = Version(article, (Sentence(0, len(text), text),), (facts,))
    comparison = Comparison(version, version, (Bead((0,), (0,)),), ())
    page = single(ArticleReport("harbour", (article, article), (comparison,)))
    assert [words(fact) for fact in page.xpath("//tr[@class='row opens']/td[1]//span[@class='fact']")] == ["Mai", "9"]
