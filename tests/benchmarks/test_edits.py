"""Edits by programme: the gold beads say which sentences hold which originals."""

from __future__ import annotations

import random

import numpy as np

from benchmarks import alignment_wide
from benchmarks.align_compare import _joined
from benchmarks.deaf import Deaf
from benchmarks.edits import edit, gold
from checker import embed
from checker.model import Bead, Sentence

SENTENCES = [Sentence(10 * k, 10 * k + 9, f"number {k:02d}", k // 5) for k in range(200)]


def test_sentences_are_left_out_and_joined_within_paragraphs() -> None:
    kept, holds = edit(SENTENCES, random.Random(1), range(50, 53))
    originals = [k for group in holds for k in group]
    assert originals == sorted(set(originals))
    assert not {50, 51, 52} & set(originals)
    assert 5 <= 197 - len(originals) <= 30
    assert 5 <= sum(len(group) > 1 for group in holds) <= 30
    for sentence, group in zip(kept, holds, strict=True):
        assert sentence.text == " ".join(SENTENCES[k].text for k in group)
        assert len({SENTENCES[k].paragraph for k in group}) == 1


def test_gold_beads_join_what_holds_a_common_original() -> None:
    found = gold([(0,), (1, 2), (3,), (5,)], [(0, 1), (2,), (4,), (5,)])
    assert found == (((), (2,)), ((0, 1), (0, 1)), ((2,), ()), ((3,), (3,)))


def test_a_deaf_encoder_keeps_digits_and_gives_every_word_its_own_vector() -> None:
    encoder = embed.load()
    assert isinstance(encoder, embed.TokenEncoder)
    deaf = Deaf(encoder, 0.0)
    assert deaf.coverage("bridge") == 0
    left, right = deaf.encode(["bridge bridge", "tunnel"])
    assert abs(float(left @ right)) < 0.4
    np.testing.assert_allclose(left, deaf.encode(["bridge"])[0], atol=1e-5)
    np.testing.assert_allclose(deaf.tokens("1987").vectors, encoder.tokens("1987").vectors)


def test_blocks_of_a_corpus_know_their_alignment() -> None:
    rows = [(f"Der Hafen hat {k} neue Kräne.", f"The harbour has {k} new cranes.") for k in range(30)]
    for number in range(4):
        case = alignment_wide._case("own:de-en", number, rows)
        assert case.direction == ("de-en" if number % 2 == 0 else "en-de")
        covered = sorted(i for source, _ in case.gold for i in source)
        assert covered == list(range(len(case.source.sentences)))
        assert any(not target for _, target in case.gold)


def test_pairs_of_sentences_become_beads() -> None:
    found = set(_joined([(0, 0), (0, 1), (2, 2)], 4, 3))
    assert found == {Bead((0,), (0, 1)), Bead((2,), (2,)), Bead((1,), ()), Bead((3,), ())}
