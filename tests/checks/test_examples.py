"""Every check is what its documentation says: its examples are run."""

from __future__ import annotations

import pytest

from checker import embed
from checker.checks import CHECKS
from checker.checks.context import Check
from checker.checks.docs import CheckDoc, Example, document
from checker.config import Config
from checker.glossary import Glossary
from checker.model import Article, Finding
from checker.pipeline import check_article

ENCODER = embed.load()
PAGES = [document(check) for check in CHECKS]
GLOSSARY = Glossary(
    terms=tuple(
        {row.source_language: row.source, row.target_language: row.target} for page in PAGES for row in page.glossary
    )
)
FIRES = [pytest.param(page.name, example, id=page.name) for page in PAGES for example in page.fires]
SILENT = [pytest.param(page.name, example, id=page.name) for page in PAGES for example in page.silent]


def findings(example: Example) -> tuple[Finding, ...]:
    articles = (
        Article(example.source_language, example.source, "source"),
        Article(example.target_language, example.target, "target"),
    )
    return check_article("example", articles, ENCODER, Config(glossary=GLOSSARY)).comparisons[0].findings


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_check_documents_itself_with_both_examples(page: CheckDoc) -> None:
    assert page.text.splitlines()[0].endswith(".")
    assert page.fires, "an example that fires is missing"
    assert page.silent, "an example that stays silent is missing"


@pytest.mark.parametrize(("name", "example"), FIRES)
def test_the_firing_example_fires(name: str, example: Example) -> None:
    assert name in [finding.check for finding in findings(example)]


@pytest.mark.parametrize(("name", "example"), SILENT)
def test_the_silent_example_stays_silent(name: str, example: Example) -> None:
    assert name not in [finding.check for finding in findings(example)]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.NAME)
def test_names_are_unique_and_severities_known(check: Check) -> None:
    assert [other.NAME for other in CHECKS].count(check.NAME) == 1
    assert check.SEVERITY in ("error", "warning", "note")
