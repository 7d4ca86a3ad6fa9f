"""Names found by a model of the newsroom's own: the plug-in interface, and adapters for three libraries.

    # checker.toml
    name_finder = "newsroom:finder"

names a module and a function without arguments that gives a :class:`NameFinder`. Its spans are surely names; words that
only writing suggests then count for less. The adapters import their library when they are made, not before:

    # newsroom.py, installed or on PYTHONPATH
    from checker.finders import SpacyFinder

    def finder():
        return SpacyFinder({"de": "de_core_news_lg", "en": "en_core_web_lg"})
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Protocol, runtime_checkable

from checker.errors import ConfigError
from checker.model import Span

LABELS = ("person", "organization", "location", "work of art", "product", "event")
"""What GLiNER is asked for."""
KINDS = frozenset({"PER", "PERSON", "ORG", "LOC", "GPE", "FAC", "NORP", "MISC", "EVENT", "PRODUCT", "WORK_OF_ART"})
"""Labels of spaCy's and most other models that mean names; dates and numbers are not among them."""


@runtime_checkable
class NameFinder(Protocol):
    """Finds names in a text."""

    def find(self, text: str, language: str) -> Iterable[Span]:
        """Where names stand, as offsets into the text; none for a language that it doesn't know."""
        ...


class SpacyFinder:
    """spaCy's entities (https://spacy.io): a model for each language."""

    def __init__(self, models: Mapping[str, str], load: Callable[[str], Any] | None = None) -> None:
        """``models`` maps a language to an installed model; ``load`` is ``spacy.load`` unless given."""
        load = load or _imported("spacy").load
        self._models = {language: load(name) for language, name in models.items()}

    def find(self, text: str, language: str) -> Iterator[Span]:
        """The entities whose label means a name."""
        model = self._models.get(language)
        for entity in model(text).ents if model else ():
            if entity.label_ in KINDS:
                yield Span(entity.start_char, entity.end_char)


class GlinerFinder:
    """GLiNER (https://github.com/urchade/GLiNER): one model for many languages, labels in plain words."""

    def __init__(
        self, model: str, labels: Sequence[str] = LABELS, load: Callable[[str], Any] | None = None, least: float = 0.5
    ) -> None:
        """``least`` is the probability that a span needs; ``load`` is ``GLiNER.from_pretrained`` unless given."""
        self._model = (load or _imported("gliner").GLiNER.from_pretrained)(model)
        self._labels, self._least = list(labels), least

    def find(self, text: str, language: str) -> Iterator[Span]:  # noqa: ARG002  (one model for all languages)
        """The spans, paragraph by paragraph: GLiNER cuts off what is longer than its window."""
        for start, part in _paragraphs(text):
            for entity in self._model.predict_entities(part, self._labels, threshold=self._least):
                yield Span(start + entity["start"], start + entity["end"])


class PipelineFinder:
    """A token-classification pipeline of transformers (https://huggingface.co/docs/transformers)."""

    def __init__(self, model: str, load: Callable[..., Any] | None = None) -> None:
        """``load`` is ``transformers.pipeline`` unless given."""
        load = load or _imported("transformers").pipeline
        self._pipeline = load("token-classification", model=model, aggregation_strategy="simple")

    def find(self, text: str, language: str) -> Iterator[Span]:  # noqa: ARG002  (one model for all languages)
        """The spans, paragraph by paragraph: such models have a window of some hundred words."""
        for start, part in _paragraphs(text):
            for entity in self._pipeline(part):
                if str(entity["entity_group"]).upper() in KINDS:
                    yield Span(start + int(entity["start"]), start + int(entity["end"]))


@cache
def load(setting: str | None) -> NameFinder | None:
    """The finder that a configuration names as "module:function"; None for None. Raises ConfigError."""
    if setting is None:
        return None
    module, _, function = setting.partition(":")
    if not module or not function:
        raise ConfigError(f'name_finder = "{setting}": expected "module:function"')
    try:
        finder = getattr(importlib.import_module(module), function)()
    except (ImportError, AttributeError) as error:
        raise ConfigError(f'name_finder = "{setting}" can\'t be loaded: {error}') from error
    if not isinstance(finder, NameFinder):
        raise ConfigError(f'name_finder = "{setting}" gives no NameFinder: a method find(text, language) is missing')
    return finder


def _imported(library: str) -> Any:
    try:
        return importlib.import_module(library)
    except ImportError as error:
        raise ConfigError(f"This name_finder needs {library}; install it with: pip install {library}") from error


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text that hold something, with their offsets."""
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, line
        start += len(line)
