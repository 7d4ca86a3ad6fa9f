"""Fit the weights that tell two exchanged numbers (checker/checks/swap.py) on faithful versions.

    python -m training.calibrate_swap ../shared/benchmarks/drift/articles-dev ../shared/corpora/news_wmt.tsv.xz
        ../shared/corpora/tico19.tsv.xz ../shared/corpora/korean_news.tsv.xz
        benchmarks/articles/bank benchmarks/articles/chips benchmarks/articles/flood benchmarks/articles/football
        benchmarks/articles/verdict

Every two numbers of a sentence and its translation that agree are an example, and with all signs turned an example of
two that changed places. A folder with truth.json files holds aligned articles of the benchmark, one with ``<lang>.txt``
an article in many languages whose versions have the same lines, a ``.tsv.xz`` file sentences of a corpus. To be run
again whenever the embedded model changes; prints the weights and, five-fold over articles, how many faithful texts and
how many exchanged numbers lie above some thresholds, by language. No weight may be negative: none of the features can
speak for a swap where it agrees.
"""

from __future__ import annotations

import lzma
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

import numpy as np

from checker import embed, facts
from checker.checks import swap
from checker.checks.context import Pair
from checker.checks.matching import Match
from checker.model import Article, Bead, Sentence, Version
from training.calibrate_meaning import load

FOLDS, RIDGE, ROUNDS = 5, 1.0, 40
SENTENCES = 110
"""Sentences of each pair of languages of a corpus."""
HUBS = ("en", "de", "id", "fr", "zh", "hi", "tr")
"""Versions that all others of an article in many languages are compared with."""
LIMITS = (2.0, 2.5, 3.0, 3.5, 4.0, 5.0, 6.0)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Text:
    """The examples of two versions of a text: their features and which are judged, with names to fold and count by."""

    article: str
    languages: tuple[str, str]
    kind: str
    rows: np.ndarray
    judged: np.ndarray
    """Which couples could be reported: their measures don't contradict, and no words say which number is which."""
    values: tuple[str, ...]


def main(sources: Sequence[str]) -> None:
    """Print the weights, fitted on everything, and what weights do that were fitted on other texts."""
    encoder = embed.load()
    texts = [text for source in sources for text in examples(Path(source), encoder)]
    weights = counted(texts)
    print(f"{sum(len(text.rows) for text in texts)} pairs of numbers in {len(texts)} texts")
    print("weights", np.round(fitted(texts, weights), 2).tolist())
    names = sorted({text.article for text in texts})
    random.Random(0).shuffle(names)
    fold = {name: number % FOLDS for number, name in enumerate(names)}
    odds: dict[int, np.ndarray] = {}
    for held in range(FOLDS):
        rest = [i for i, text in enumerate(texts) if fold[text.article] != held]
        found = fitted([texts[i] for i in rest], [weights[i] for i in rest])
        odds |= {i: -(text.rows @ found) for i, text in enumerate(texts) if fold[text.article] == held}
    for kind in dict.fromkeys(text.kind for text in texts):
        report(kind, [(text, odds[i]) for i, text in enumerate(texts) if text.kind == kind])


def report(kind: str, rows: Sequence[tuple[Text, np.ndarray]]) -> None:
    """How many faithful texts are flagged, and how many exchanged numbers of one measure are found, by threshold."""
    for limit in LIMITS:
        flagged = [text for text, odds in rows if (odds[text.judged] > limit).any()]
        exchanged = np.concatenate([-odds[text.rows[:, 4] == 0] for text, odds in rows])
        languages = Counter(language for text in flagged for language in text.languages)
        share = f"{len(flagged)} of {len(rows)} faithful texts, {(exchanged > limit).mean():.1%} exchanged"
        print(f"{kind} above {limit}: {share}", languages.most_common(6), flush=True)
    found: dict[str, list[float]] = defaultdict(list)
    for text, odds in rows:
        for language in text.languages:
            found[language] += (-odds[text.rows[:, 4] == 0] > swap.DOUBTFUL).tolist()
    print(f"  exchanged above {swap.DOUBTFUL}:", {k: round(float(np.mean(v)), 2) for k, v in sorted(found.items())})


def examples(source: Path, encoder: embed.Encoder) -> Iterator[Text]:
    """The texts of a source with two numbers or more in a sentence."""
    if source.is_file():
        found = corpus(source, encoder)
    elif any(source.glob("*/truth.json")):
        found = benchmark(source, encoder)
    else:
        found = own(source, encoder)
    for article, pair in found:
        couples = [(e, *couple) for e in swap.gathered(pair) for couple in e.couples()]
        if couples:
            yield Text(
                article,
                (pair.source.article.language, pair.target.article.language),
                source.parent.name if any(source.glob("*.txt")) else source.name,
                np.array([features for *_, features in couples]),
                np.array([swap.measures_agree(a, b) <= 0 and not e.roles_agree(a, b) for e, a, b, _ in couples]),
                tuple(" ".join(sorted(_value(found) for found in (a, b))) for _, a, b, _ in couples),
            )


def _value(found: Match) -> str:
    readings = getattr(found.source, "readings", ())
    return str(readings[0].value) if readings else ""


def benchmark(folder: Path, encoder: embed.Encoder) -> Iterator[tuple[str, Pair]]:
    """The faithful versions, every sentence with its translation."""
    for path in sorted(folder.glob("*/truth.json")):
        pair = load(path, encoder)
        source, target = (prepare_as(version.article, version.sentences) for version in (pair.source, pair.target))
        yield path.parent.name, paired(source, target, encoder)


def own(folder: Path, encoder: embed.Encoder) -> Iterator[tuple[str, Pair]]:
    """An article in many languages: line k of every version says the same."""
    versions = {path.stem: as_lines(path) for path in sorted(folder.glob("*.txt"))}
    for source, target in permutations(versions, 2):
        if source in HUBS:
            yield folder.name, paired(versions[source], versions[target], encoder)


def corpus(path: Path, encoder: embed.Encoder) -> Iterator[tuple[str, Pair]]:
    """Sentences of a corpus with two numbers or more in digits, some of every pair of languages."""
    rows: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            first, second, *texts = line.rstrip("\n").split("\t")
            if all(len(set(_DIGITS.findall(text))) > 1 for text in texts):
                rows[first, second].append((texts[0], texts[1]))
    for languages, found in sorted(rows.items()):
        chosen = random.Random(1).sample(found, min(SENTENCES, len(found)))
        for number, row in enumerate(chosen):
            sides = [one_line(language, text) for language, text in zip(languages, row, strict=True)]
            yield f"{path.name} {languages} {number}", paired(sides[0], sides[1], encoder)


def as_lines(path: Path) -> Version:
    """A version with a sentence a line."""
    text = path.read_text(encoding="utf-8")
    found = [match for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    sentences = tuple(Sentence(match.start(), match.end(), match.group()) for match in found)
    return prepare_as(Article(path.stem, text, path.stem), sentences)


def one_line(language: str, text: str) -> Version:
    """A sentence as a version."""
    return prepare_as(Article(language, text, language), (Sentence(0, len(text), text),))


def paired(source: Version, target: Version, encoder: embed.Encoder) -> Pair:
    """Two versions whose sentences correspond in their order."""
    beads = tuple(Bead((i,), (i,), 1.0) for i in range(min(len(source.sentences), len(target.sentences))))
    return Pair(source, target, beads, np.zeros((0, 0)), np.zeros((0, 0)), encoder)


def prepare_as(article: Article, sentences: tuple[Sentence, ...]) -> Version:
    """A version with its facts, cut as given."""
    return Version(article, sentences, facts.extract(article, sentences))


def counted(texts: Sequence[Text]) -> list[np.ndarray]:
    """Weights: numbers that come back in many versions of an article count as the root of their number."""
    often = Counter((text.article, value) for text in texts for value in text.values)
    return [np.array([often[text.article, value] ** -0.5 for value in text.values]) for text in texts]


def fitted(texts: Sequence[Text], weights: Iterable[np.ndarray]) -> np.ndarray:
    """Logistic regression without a constant on faithful examples (negated, they are swaps), no weight below 0."""
    values, counts = np.concatenate([text.rows for text in texts]), np.concatenate(list(weights))
    free = np.ones(values.shape[1], dtype=bool)
    while True:
        found = np.zeros(len(free))
        found[free] = _fit(values[:, free], counts)
        if (found >= 0).all():
            return found
        free &= found >= 0


def _fit(values: np.ndarray, counts: np.ndarray) -> np.ndarray:
    found = np.zeros(values.shape[1])
    for _ in range(ROUNDS):
        expected = 1 / (1 + np.exp(-values @ found))
        gradient = values.T @ (counts * (1 - expected)) - RIDGE * found
        curvature = (values * (counts * expected * (1 - expected))[:, None]).T @ values
        found = found + np.linalg.solve(curvature + RIDGE * np.eye(len(found)), gradient)
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
