"""Plug-ins that find names: the interface, the setting, the adapters with small fakes of their libraries."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from checker import embed, finders
from checker.config import Config
from checker.errors import ConfigError
from checker.facts import extract
from checker.facts.names import Name
from checker.facts.strength import CERTAIN
from checker.finders import GlinerFinder, NameFinder, PipelineFinder, SpacyFinder
from checker.model import Article, Sentence, Span
from checker.pipeline import check_article

TEXT = "The mayor met the river spirit near Lisbon.\nNobody saw Rosa there.\n"


class WordFinder:
    """A finder that knows two words."""

    def find(self, text: str, language: str) -> Iterator[Span]:
        for word in ("spirit", "Rosa", "海伦"):
            if (at := text.find(word)) >= 0 and language in ("en", "zh"):
                yield Span(at, at + len(word))


@pytest.fixture
def plugin(monkeypatch: pytest.MonkeyPatch) -> str:
    module = ModuleType("newsroom_names")
    module.finder = WordFinder  # type: ignore[attr-defined]
    module.nothing = object  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "newsroom_names", module)
    return "newsroom_names"


def strengths(language: str, text: str, finder: NameFinder | None) -> dict[str, float]:
    (row,) = extract(Article(language, text, ""), (Sentence(0, len(text), text),), finder)
    return {word.text: word.strength for fact in row if isinstance(fact, Name) for word in fact.words}


def test_what_a_finder_gives_is_surely_a_name_and_the_rest_counts_for_less() -> None:
    text = TEXT.splitlines()[0]
    alone, helped = strengths("en", text, None), strengths("en", text, WordFinder())
    assert helped["spirit"] == CERTAIN
    assert "spirit" not in alone
    assert helped["Lisbon"] < alone["Lisbon"]


def test_a_finder_helps_scripts_without_capitals() -> None:
    assert strengths("zh", "海伦昨天来了。", WordFinder())["海伦"] == CERTAIN


def test_the_setting_names_a_function(plugin: str) -> None:
    assert isinstance(finders.load(f"{plugin}:finder"), WordFinder)
    assert finders.load(None) is None


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("newsroom_names", "module:function"),
        ("newsroom_absent:finder", "can't be loaded"),
        ("newsroom_names:absent", "can't be loaded"),
        ("newsroom_names:nothing", "no NameFinder"),
    ],
)
@pytest.mark.usefixtures("plugin")
def test_a_setting_that_names_no_finder_is_refused(setting: str, words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        finders.load(setting)


def test_an_article_is_checked_with_the_configured_finder(plugin: str) -> None:
    asked: list[str] = []

    class Listening(WordFinder):
        def find(self, text: str, language: str) -> Iterator[Span]:
            asked.append(language)
            return super().find(text, language)

    sys.modules[plugin].listening = Listening  # type: ignore[attr-defined]
    articles = (Article("en", TEXT, "en.txt"), Article("de", "Niemand sah Rosa.\n", "de.txt"))
    check_article("a", articles, embed.load(), Config(name_finder=f"{plugin}:listening"))
    assert asked == ["en", "de"]


def test_spacy_entities_that_are_names() -> None:
    entities = [
        SimpleNamespace(start_char=36, end_char=42, label_="GPE"),
        SimpleNamespace(start_char=0, end_char=3, label_="DATE"),
    ]
    finder = SpacyFinder({"en": "some_model"}, load=lambda _name: lambda _text: SimpleNamespace(ents=entities))
    assert list(finder.find(TEXT, "en")) == [Span(36, 42)]
    assert list(finder.find(TEXT, "de")) == []


def test_gliner_spans_are_offsets_of_the_whole_text() -> None:
    class Model:
        def predict_entities(self, text: str, labels: list[str], threshold: float) -> list[dict[str, Any]]:
            assert "person" in labels
            assert threshold == 0.5
            at = text.find("Rosa")
            return [{"start": at, "end": at + 4}] if at >= 0 else []

    (span,) = GlinerFinder("some/model", load=lambda _name: Model()).find(TEXT, "en")
    assert TEXT[span.start : span.end] == "Rosa"


def test_pipeline_groups_that_are_names() -> None:
    def pipeline(task: str, model: str, aggregation_strategy: str) -> Any:
        assert (task, model, aggregation_strategy) == ("token-classification", "some/model", "simple")
        return lambda text: (
            [
                {"entity_group": "PER", "start": text.find("Rosa"), "end": text.find("Rosa") + 4},
                {"entity_group": "DATE", "start": 0, "end": 3},
            ]
            if "Rosa" in text
            else []
        )

    (span,) = PipelineFinder("some/model", load=pipeline).find(TEXT, "en")
    assert TEXT[span.start : span.end] == "Rosa"


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "gliner", None)
    with pytest.raises(ConfigError, match="pip install gliner"):
        GlinerFinder(str(tmp_path))
