"""The probability that a denial of one side was lost on the other.

What is known of a denial that none of the other side answers is weighed by a logistic regression: how alike both sides
are, whether what is denied has its counterpart, what on the other side might carry the denial ("without", "refuse",
"un-") and how near it stands, how like the negator anything there is, and how faithfully the rest of the article
answers denials with denials. ``training/calibrate_negation.py`` fits it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from checker.checks import lexical
from checker.checks.scope import Denial, Side

DISTANT = 30
"""Words from which a soft word is no nearer than any other."""
ANSWERS = 0.42
"""Cosine from which a soft word of one side answers to one of the other, and so carries nothing else."""
BESIDE = 5


@dataclass(frozen=True, slots=True)
class Likeness:
    """Cosines of every word of one side with the words and the phrases (runs of up to three words) of the other."""

    words: np.ndarray
    phrases: np.ndarray
    encoder: object = None

    @classmethod
    def of(cls, one: Side, other: Side, encoder=None) -> Likeness:
        """The cosines of two sides."""
        own, others = lexical.unit(one.words.vectors), lexical.unit(other.words.vectors)
        return cls(own @ others.T, own @ other.words.phrases().T, encoder)


def answers(words: np.ndarray, own: Sequence[int], others: Sequence[int]) -> dict[int, int]:
    """Which soft word of the source answers to which of the target, each to one, the most alike first."""
    pairs = sorted(((float(words[i, j]), i, j) for i in own for j in others), reverse=True)
    found: dict[int, int] = {}
    for likeness, i, j in pairs:
        if likeness >= ANSWERS and i not in found and j not in found.values():
            found[i] = j
    return found


def features(denial, one, other, likeness, relative, trusted, weak):
    words, phrases = likeness.words, likeness.phrases
    ans = answers(words, one.soft, other.soft)
    free = [j for j in other.soft if j not in ans.values()]
    freeown = [i for i in one.soft if i not in ans]
    denied = list(denial.denied)
    best = lambda idx: max((float(phrases[i].max()) for i in idx), default=0.0)
    after, before = best(denial.after), best(denial.before)
    places = [int(np.argmax(words[i])) for i in denied]
    def dist(j):
        return min((abs(j - p) for p in places), default=DISTANT)
    near = max((math.exp(-dist(j) / 4) for j in free), default=0.0)
    softlike = max((float(words[denied, j].max()) for j in free), default=0.0) if denied else 0.0
    at = list(denial.at)
    neg_any = float(phrases[at].max()) if at else 0.0
    neg_soft = max((float(words[at, j].max()) for j in free), default=0.0) if at else 0.0
    odist = min((abs(p - a) for d in other.denials for a in d.at for p in places), default=DISTANT)
    first = denial.at[0] if denial.at else 0
    lit = max((math.exp(-abs(i - first) / 3) for i in freeown), default=0.0)
    ansnear = max((math.exp(-abs(i - first) / 3) for i in ans), default=0.0)
    n, m = len(one.words.spans), len(other.words.spans)
    return dict(
        one=1.0, relative=min(relative, 1.3), after=after, before=before, both=max(after, before),
        second=sorted([float(phrases[i].max()) for i in denied] + [0.0, 0.0])[-2],
        free=min(len(free), 4) , nofree=float(not free), near=near, softlike=softlike,
        negany=neg_any, negsoft=neg_soft,
        ndenials=float(bool(other.denials)), odist=math.exp(-odist / 6), odens=min(3, len(other.denials)),
        oown=min(3, len(one.denials)),
        lit=lit, ansnear=ansnear,
        freeown=min(len(freeown), 3),
        reversing=float(bool(set(one.reversing) - set(ans))), 
        idle=float(len(other.idle) > len(one.idle)), idleown=float(len(one.idle) > len(other.idle)),
        weakother=float(len(other.weak) > len(one.weak)), weakown=float(len(one.weak) > len(other.weak)),
        len=math.log(n + 3), ratio=math.log((n + 3) / (m + 3)), long=max(0.0, n - 25) / 10,
        several=float(len(denial.at) > 1), ndenied=len(denied), nodenied=float(not denied),
        trusted=trusted, weak=float(weak),
        meancos=float((phrases.max(axis=1) * one.words.weights).sum() / max(1e-6, one.words.weights.sum())) if n and m else 0.0,
        **extra(denial, one, other, likeness, places),
        rank=float((phrases.max(axis=1) < best(denied)).mean()) if n and m else 0.0,
    )


def extra(denial, one, other, likeness, places):
    words, phrases = likeness.words, likeness.phrases
    near = denial.nearest
    back = (lexical.unit(other.words.vectors) @ one.words.phrases().T).max(axis=1)
    ow, tw = one.words.weights, other.words.weights
    clauses = {other.clauses[p] for p in places}
    inc = [j for j in range(len(back)) if other.clauses[j] in clauses]
    win = [j for j in range(len(back)) if any(abs(j - p) <= 4 for p in places)]
    own = [i for i in range(len(ow)) if one.clauses[i] == denial.clause and i not in denial.at]
    best = phrases.max(axis=1)
    def mean(v, w, idx):
        return float((v[idx] * w[idx]).sum() / max(1e-6, w[idx].sum())) if idx else 0.0
    proto = prototypes(one, likeness.encoder)
    ps, pn = (other_unit(other) @ proto[0].T), (other_unit(other) @ proto[1].T)
    taken = set(answers(words, one.soft, other.soft).values())
    free = [j for j in range(len(back)) if j not in taken and not any(j in d.at for d in other.denials)]
    soft = ps.max(axis=1)
    sw = [j for j in win if j in set(free)]
    return dict(
        near1=float(phrases[near].max()) if near is not None else 0.0,
        ownat=max((float(phrases[i].max()) for i in denial.at), default=0.0),
        backclause=mean(back, tw, inc), backwin=mean(back, tw, win),
        ownclause=mean(best, ow, own),
        unsup=max((float((0.5 - back[j]) * tw[j]) for j in win), default=0.0),
        unsupall=max((float((0.5 - back[j]) * tw[j]) for j in free), default=0.0),
        protosoft=max((float(soft[j]) for j in sw), default=0.0),
        protosoftall=max((float(soft[j]) for j in free), default=0.0),
        protoun=max((float(soft[j] - 0.5 * back[j]) for j in sw), default=0.0),
        protoneg=max((float(pn[j].max()) for j in free), default=0.0),
        softun=max((float((0.6 - back[j])) for j in other.soft if j in set(free)), default=-0.4),
        clausesn=len(set(one.clauses)) - len(set(other.clauses)),
        spans=min(3, sum(len(d.at) for d in one.denials)) - min(3, sum(len(d.at) for d in other.denials)),
        diff=len(one.denials) - len(other.denials),
    )


def other_unit(other):
    return lexical.unit(other.words.vectors)


SOFT = "without refused failed lack missing impossible stopped avoid hardly prevented except unable unlikely rejected denied forbidden absent instead less until only few difficult lost cancelled against out".split()
NEG = "not no never nobody nothing none neither nor cannot without".split()
import functools
@functools.lru_cache(None)
def _proto(encoder):
    def vec(rows):
        out = []
        for r in rows:
            t = encoder.tokens(r)
            out.append((t.vectors * t.weights[:, None]).sum(axis=0))
        return lexical.unit(np.array(out))
    return vec(SOFT), vec(NEG)


def prototypes(one, encoder):
    return _proto(encoder)
