"""Edits by programme whose alignment is known: sentences left out, sentences joined with the next one."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from checker.model import Sentence

GoldBead = tuple[tuple[int, ...], tuple[int, ...]]
LEFT_OUT = JOINED = 0.08
"""Share of the sentences of either side, as in the news sets whose edits are published with them."""


def edit(
    sentences: Sequence[Sentence], dice: random.Random, cut: range = range(0)
) -> tuple[tuple[Sentence, ...], list[tuple[int, ...]]]:
    """Leave out some sentences, all of ``cut`` among them, and join some with the next of their paragraph.

    Also says which of the given sentences each of the new ones holds. Offsets of joined sentences stay those of the
    article; their text has one blank where they meet.
    """
    kept: list[Sentence] = []
    holds: list[tuple[int, ...]] = []
    for number, sentence in enumerate(sentences):
        throw = dice.random()
        if throw < LEFT_OUT or number in cut:
            continue
        follows = bool(kept) and kept[-1].paragraph == sentence.paragraph and holds[-1][-1] == number - 1
        if throw < LEFT_OUT + JOINED and follows:
            kept[-1] = replace(kept[-1], end=sentence.end, text=f"{kept[-1].text} {sentence.text}")
            holds[-1] += (number,)
        else:
            kept.append(sentence)
            holds.append((number,))
    return tuple(kept), holds


def gold(source: Sequence[tuple[int, ...]], target: Sequence[tuple[int, ...]]) -> tuple[GoldBead, ...]:
    """Beads of two edited sides: sentences that hold a common original belong together."""
    beads: list[tuple[set[int], set[int], set[int]]] = []
    for side, holds in enumerate((source, target)):
        for index, originals in enumerate(holds):
            touching = [bead for bead in beads if bead[2] & set(originals)]
            merged: tuple[set[int], set[int], set[int]] = (set(), set(), set(originals))
            merged[side].add(index)
            for bead in touching:
                beads.remove(bead)
                for into, part in zip(merged, bead, strict=True):
                    into.update(part)
            beads.append(merged)
    return tuple(sorted((tuple(sorted(left)), tuple(sorted(right))) for left, right, _ in beads))
