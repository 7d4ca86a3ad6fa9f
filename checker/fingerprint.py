"""Fingerprints: what keeps a finding the same finding while lines move about it."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from checker.checks.context import Pair
from checker.model import Finding, Sentence


def with_fingerprints(identifier: str, pair: Pair, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with their ``id``: sha256 over check, article, language pair, canonical facts and sentences.

    Equal ones are counted, in reading order, so that each finding has an id of its own.
    """
    seen: dict[str, int] = {}
    marked = []
    for finding in findings:
        base = _canonical(identifier, pair, finding)
        seen[base] = seen.get(base, 0) + 1
        digest = hashlib.sha256(f"{base}\x1f{seen[base]}".encode("utf-8", "surrogatepass")).hexdigest()
        marked.append(replace(finding, id=digest))
    return tuple(marked)


def _canonical(identifier: str, pair: Pair, finding: Finding) -> str:
    languages = f"{pair.source.article.language}>{pair.target.article.language}"
    sides = pair.sentences(pair.beads[finding.bead]) if finding.bead is not None else ((), ())
    sentences = ["\x1e".join(_normal(sentence) for sentence in side) for side in sides]
    return "\x1f".join([finding.check, identifier, languages, *finding.facts, *sentences])


def _normal(sentence: Sentence) -> str:
    """A sentence without what an editor may change at no cost: case, width, white space."""
    return " ".join(unicodedata.normalize("NFKC", sentence.text).casefold().split())
