"""What holds of every alignment, and what must be found in plain cases."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import embed
from checker.align import Alignment, Encoded, Side, align, side
from checker.model import Version
from tests.align.versions import aligned, indices, version

WORDS = "harbour council bridge engine river budget teacher winter strike valley copper glacier museum ticket orchard"
STORY = (
    "The council of the harbour town has agreed on a budget for the coming winter.",
    "A strike of the ferry crews had closed the river for nine days in October.",
    "Teachers want smaller classes and a new gymnasium behind the old copper works.",
    "The museum of the glacier valley opens again on 14 March with 230 pictures.",
    "Tickets for the night train will cost 45 francs from the first Sunday in June.",
    "An orchard near the northern bridge was sold to a maker of cider from Bristol.",
    "The engine of the oldest snow plough is being repaired by its former driver.",
    "Two divers found the lost anchor of a whaling ship at the mouth of the river.",
)
texts = st.lists(
    st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=8).map(" ".join), min_size=0, max_size=14
)


def covered_once(alignment: Alignment, source: Version, target: Version) -> bool:
    left = sorted(i for bead in alignment.beads for i in bead.source)
    right = sorted(j for bead in alignment.beads for j in bead.target)
    return left == list(range(len(source.sentences))) and right == list(range(len(target.sentences)))


@settings(max_examples=60, deadline=None)
@given(texts, texts)
def test_every_sentence_is_in_exactly_one_bead_and_order_is_kept(left: list[str], right: list[str]) -> None:
    source, target = version(left), version(right, "de")
    found = aligned(source, target)
    assert covered_once(found, source, target)
    path = [bead for bead in found.beads if not bead.moved]
    for name in ("source", "target"):
        order = [index for bead in path for index in getattr(bead, name)]
        assert order == sorted(order)
    assert all(0 <= bead.score <= 1 and (bead.source or bead.target) for bead in found.beads)


@settings(max_examples=40, deadline=None)
@given(texts, texts)
def test_swapping_the_sides_mirrors_the_beads(left: list[str], right: list[str]) -> None:
    source, target = version(left), version(right, "de")
    there, back = aligned(source, target), aligned(target, source)
    mirrored = {replace(bead, source=bead.target, target=bead.source) for bead in back.beads}
    assert set(there.beads) == mirrored
    assert there.unrelated == back.unrelated


@pytest.mark.parametrize(("n", "m"), [(0, 0), (0, 3), (3, 0), (1, 1), (1, 5), (12, 1)])
def test_sides_with_little_or_nothing(n: int, m: int) -> None:
    source, target = version(STORY[:1] * n), version(STORY[:1] * m, "de")
    assert covered_once(aligned(source, target), source, target)


def test_ten_thousand_equal_sentences() -> None:
    source, target = version(["Nothing new."] * 10_000), version(["Nichts Neues."] * 9990, "de")
    flat = np.ones((10_000, 4), dtype=np.float32) / 2
    assert covered_once(align(Side(source, Encoded(flat)), Side(target, Encoded(flat[:9990]))), source, target)


def test_vectors_of_nothing() -> None:
    source, target = version(STORY), version(STORY, "de")
    none = np.zeros((len(STORY), 8), dtype=np.float32)
    assert covered_once(align(Side(source, Encoded(none)), Side(target, Encoded(none))), source, target)


def test_equal_texts_are_aligned_one_by_one_with_confidence() -> None:
    found = aligned(version(STORY), version(STORY, "de"))
    assert indices(found) == [((i,), (i,)) for i in range(len(STORY))]
    assert min(bead.score for bead in found.beads) > 0.9
    assert not found.unrelated


def test_a_dropped_sentence_and_an_added_one() -> None:
    added = "Nobody has yet explained why the lighthouse keeper left his keys with the baker."
    target = [*STORY[:2], *STORY[3:6], added, *STORY[6:]]
    found = aligned(version(STORY), version(target, "de"))
    assert ((2,), ()) in indices(found)
    assert ((), (5,)) in indices(found)


def test_a_dropped_passage() -> None:
    found = aligned(version(STORY), version([*STORY[:3], *STORY[6:]], "de"))
    assert [pair for pair in indices(found) if not pair[1]] == [((3,), ()), ((4,), ()), ((5,), ())]


def test_a_merged_and_a_split_sentence() -> None:
    target = [STORY[0], f"{STORY[1]} {STORY[2]}", *STORY[3:]]
    assert ((1, 2), (1,)) in indices(aligned(version(STORY), version(target, "de")))
    assert ((1,), (1, 2)) in indices(aligned(version(target), version(STORY, "de")))


def test_neighbours_that_changed_places_are_one_bead() -> None:
    target = [*STORY[:3], STORY[4], STORY[3], *STORY[5:]]
    assert ((3, 4), (3, 4)) in indices(aligned(version(STORY), version(target, "de")))


def test_a_sentence_that_moved_farther_is_a_moved_bead() -> None:
    target = [STORY[6], *STORY[:6], STORY[7]]
    found = aligned(version(STORY), version(target, "de"))
    moved = [bead for bead in found.beads if bead.moved]
    assert [(bead.source, bead.target) for bead in moved] == [((6,), (0,))]
    assert all(bead.source and bead.target for bead in found.beads)


def test_beads_without_a_source_stand_by_their_target() -> None:
    target = ["A headline that only one version has, about pumpkins.", *STORY]
    assert indices(aligned(version(STORY), version(target, "de")))[0] == ((), (0,))


def test_a_band_finds_what_the_whole_grid_finds() -> None:
    """Long texts are searched in a band; 200 different sentences with a passage cut out."""
    words = WORDS.split()
    rng = np.random.default_rng(3)
    long = [" ".join(rng.choice(words, 9)) + f" number {n}" for n in range(200)]
    target = [*long[:60], *long[90:]]
    found = indices(aligned(version(long), version(target, "de")))
    right = [((i,), (i,)) for i in range(60)] + [((i,), (i - 30,)) for i in range(90, 200)]
    assert len(set(right) & set(found)) >= 0.95 * len(right)
    assert sum(not pair[1] for pair in found) >= 28


def test_unrelated_texts() -> None:
    other = (
        "Recipes for dumplings fill half of the handwritten book of the grandmother.",
        "Cats sleep longer when it rains, says a new study with forty thousand animals.",
        "His second opera has hardly been sung since the fire in the theatre of Parma.",
        "Bees avoid the field although nothing has been sprayed there for six years.",
        "The old alphabet had three letters more, of which one could not be pronounced.",
    )
    assert aligned(version(STORY), version(other, "de")).unrelated


def test_a_language_that_the_model_does_not_know_is_named() -> None:
    encoder = embed.load()
    strange = [f"qxz{n} vrrk{n}w tlq{n} zzgh{n} wqk{n}p jjx{n}" for n in range(8)]
    source, target = version(STORY), version(strange, "eo")
    reasons = [entry.reason for entry in align(side(source, encoder), side(target, encoder)).unchecked]
    assert any("knows only" in reason for reason in reasons)


def test_word_vectors_align_translations() -> None:
    """The whole way with the embedded model, two languages."""
    english = [
        "The president visited the flooded villages on Friday.",
        "He promised the farmers quick help.",
        "The opposition called the visit a show for the cameras.",
        "Next week the parliament will vote on the new budget.",
    ]
    german = [
        "Der Präsident besuchte am Freitag die überfluteten Dörfer.",
        "Die Opposition nannte den Besuch eine Schau für die Kameras.",
        "Nächste Woche wird das Parlament über den neuen Haushalt abstimmen.",
    ]
    encoder = embed.load()
    source, target = version(english), version(german, "de")
    found = indices(align(side(source, encoder), side(target, encoder)))
    assert found == [((0,), (0,)), ((1,), ()), ((2,), (1,)), ((3,), (2,))]
