"""Notes a passage that stands elsewhere in the other version.

Nothing is lost, so this is a note. Sentences that moved together are one finding at the first of them. Neighbours that
changed places are not reported.

Fires:
    en: The mayor opened the new bridge over the river on Monday. It took nine years to build and cost more than any other bridge in the country. The architect had drawn the first plans as a student. Residents celebrated with music until late at night. Fishermen had protested against the noise of the building works for years. Scientists want to measure how the animals under the water react.
    de: Fischer hatten jahrelang gegen den Lärm der Bauarbeiten protestiert. Die Bürgermeisterin eröffnete am Montag die neue Brücke über den Fluss. Der Bau dauerte neun Jahre und kostete mehr als jede andere Brücke im Land. Der Architekt hatte die ersten Pläne als Student gezeichnet. Die Anwohner feierten mit Musik bis spät in die Nacht. Wissenschaftler wollen messen, wie die Tiere unter Wasser reagieren.

Silent:
    en: The mayor opened the new bridge on Monday. It took nine years to build. Fishermen had protested against the noise of the works.
    de: Die Bürgermeisterin eröffnete die neue Brücke am Montag. Der Bau dauerte neun Jahre. Fischer hatten gegen den Lärm der Bauarbeiten protestiert.
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checker.checks.context import Pair
from checker.checks.sides import clipped
from checker.languages.names import english_name
from checker.model import Bead, Finding, Related, Sentence, Severity

NAME = "order"
SEVERITY: Severity = "note"


def check(pair: Pair) -> Iterable[Finding]:
    """Yield the passages that crossed others."""
    for passage in _passages(pair.beads):
        sides = [pair.sentences(pair.beads[index]) for index in passage]
        source = [sentence for side, _ in sides for sentence in side]
        target = [sentence for _, side in sides for sentence in side]
        yield _finding(pair, passage[0], source, target)


def _passages(beads: Sequence[Bead]) -> Iterator[tuple[int, ...]]:
    """Moved beads, those that follow one another on both sides together, as indices."""
    run: list[int] = []
    for index, bead in enumerate(beads):
        if not bead.moved:
            continue
        if run and not _follows(beads[run[-1]], bead):
            yield tuple(run)
            run = []
        run.append(index)
    if run:
        yield tuple(run)


def _follows(first: Bead, second: Bead) -> bool:
    return second.source[0] == first.source[-1] + 1 and second.target[0] == first.target[-1] + 1


def _finding(pair: Pair, index: int, source: Sequence[Sentence], target: Sequence[Sentence]) -> Finding:
    languages = [english_name(version.article.language) for version in (pair.source, pair.target)]
    what = "This sentence stands" if len(source) == 1 else f"This passage of {len(source)} sentences stands"
    places = [version.sentences.index(side[0]) + 1 for version, side in ((pair.source, source), (pair.target, target))]
    message = (
        f"{what} elsewhere in the {languages[1]} version: it is sentence {places[1]} there "
        f"and sentence {places[0]} in the {languages[0]} one."
    )
    related = (
        *(Related("source", clipped(sentence.span)) for sentence in source[1:]),
        *(Related("target", clipped(sentence.span)) for sentence in target[1:]),
    )
    spans = clipped(source[0].span), clipped(target[0].span)
    return Finding(NAME, SEVERITY, message, index, *spans, related, (source[0].text, target[0].text))
