"""Flags a quantity whose value has no equal on the other side.

Fires:
    de: Der Cluster hat 200.000 Chips.
    id: Kluster itu memiliki 20.000 chip.

Silent:
    de: Die Firma erhielt 6 Milliarden US-Dollar.
    id: Perusahaan itu menerima US$6 miliar.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.checks.context import MIN_SCORE, Pair
from checker.checks.disagreement import canonical, findings
from checker.checks.matching import Match, match
from checker.checks.swap import SURE, Swap, swaps
from checker.checks.wording import languages
from checker.facts.quantities import Quantity
from checker.facts.tokens import normal, tokenize
from checker.languages import primary
from checker.languages.words import words
from checker.model import Fact, Finding, Related, Sentence, Severity, Version

NAME = "number"
SEVERITY: Severity = "error"


def check(pair: Pair) -> Iterable[Finding]:
    """Quantities that differ, that changed places, and quantities in digits that only one version has."""
    yield from findings(pair, NAME)
    yield from (_swapped(pair, swap) for swap in swaps(pair))
    yield from (_reversed(pair, found) for found in match(pair).matches if _is_reversed(pair, found))


def _is_reversed(pair: Pair, found: Match) -> bool:
    """Whether one version says "more than" and the other "less than" the same number."""
    hedges = {fact.hedge for fact in (found.source, found.target) if isinstance(fact, Quantity) and not fact.weak}
    if hedges != {"more", "less"} or pair.beads[found.bead].score < MIN_SCORE:
        return False
    source, target = pair.sentences(pair.beads[found.bead])
    return not (_denies(pair.source, source) or _denies(pair.target, target))


def _denies(version: Version, sentences: Sequence[Sentence]) -> bool:
    """Whether a word denies: "didn't last more than an hour" is less than an hour."""
    forms = words(primary(version.article.language), "polarity").get("negators", ())
    exact = {form for form in forms if "*" not in form}
    ends = tuple(form[1:] for form in forms if form.startswith("*"))
    stems = tuple(form[:-1] for form in forms if form.endswith("*"))
    tokens = [token.form for sentence in sentences for token in tokenize(sentence.text)]
    tokens += [word.strip(".,;:!?") for sentence in sentences for word in normal(sentence.text).split()]  # isn't
    return any(token in exact or token.startswith(stems) or token.endswith(ends) for token in tokens)


def _reversed(pair: Pair, found: Match) -> Finding:
    more = isinstance(found.source, Quantity) and found.source.hedge == "more"
    names = languages(pair)
    first, second = names if more else names[::-1]
    number = found.source.text if more else found.target.text
    message = f"The {first} version says more than “{number}”, the {second} one less."
    facts = (canonical(found.source), canonical(found.target), "reversed")
    return Finding(NAME, "warning", message, found.bead, found.source.span, found.target.span, facts=facts)


def _swapped(pair: Pair, swap: Swap) -> Finding:
    """Two numbers of a sentence exchanged: what stands where they come first is marked, the rest is related."""
    first, second = swap.first, swap.second
    crossed = ((first.source, second.target), (second.source, first.target))
    (left, right), (other_left, other_right) = sorted(crossed, key=_place)
    source, target = languages(pair)
    message = (
        f"The {source} version says “{left.text}” where the {target} one says “{right.text}”, "
        f"and “{other_left.text}” where it says “{other_right.text}”: two numbers have changed places."
    )
    related = (Related("source", other_left.span), Related("target", other_right.span))
    facts = (canonical(left), canonical(other_left), "swapped")
    severity: Severity = SEVERITY if swap.odds > SURE else "warning"
    return Finding(NAME, severity, message, first.bead, left.span, right.span, related, facts)


def _place(facts: tuple[Fact, Fact]) -> tuple[int, int]:
    """Orders pairs of facts the same way from either side."""
    return facts[0].start + facts[1].start, max(facts[0].start, facts[1].start)
