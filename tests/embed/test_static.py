"""The embedded encoder: parity with the libraries that load the same folder, and one text → one vector."""

from __future__ import annotations

import json
import pickle
import unicodedata
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

import checker.embed
from checker.checks.replaced import ORDINARY
from checker.embed import TokenEncoder, load, pieces, prepared, safetensors
from checker.embed.pieces import Pieces
from checker.embed.prepared import LEAST, Prepared
from checker.embed.static import BULK, StaticEncoder
from checker.embed.unigram import Unigram
from checker.errors import ConfigError
from checker.languages.frequency import ordinary

FOLDER = Path(checker.embed.__file__).parent / "model"

TEXTS = [
    "Die Werft in Rostock baut bis Ende Juli drei Fähren, sagte die Sprecherin.",
    "Galangan itu membangun tiga feri sampai akhir Juli, kata juru bicaranya.",
    "L'été n'a pas été simple : « on attend », dit-elle.",
    "该造船厂计划在七月底之前建造三艘渡轮，总价为2.5亿欧元。",
    "造船所は7月末までにフェリーを3隻建造する予定だ。",
    "Верфь построит три парома; цена — 250 млн евро (½ аванса).",
    "ستبني الشركة ثلاث عبّارات بحلول نهاية يوليو.",
    "Τελικός Σίγμα: ΟΔΥΣΣΕΑΣ ΚΑΙ ΣΑΣ",
    "Donaudampfschifffahrtsgesellschaftskapitän İstanbul ﬁnanz ＡＢＣ１２３",
    "",
    "   ",
    "☃☃☃",
]


@pytest.fixture(scope="module")
def encoder() -> StaticEncoder:
    return StaticEncoder.embedded()


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(FOLDER / "tokenizer.json"))


@pytest.fixture(scope="module")
def unigram() -> Unigram:
    return Unigram(FOLDER)


def test_same_vectors_as_model2vec(encoder: StaticEncoder) -> None:
    model2vec = pytest.importorskip("model2vec")
    theirs = model2vec.StaticModel.from_pretrained(str(FOLDER)).encode(TEXTS)
    np.testing.assert_allclose(encoder.encode(TEXTS), theirs, atol=1e-6)


def test_same_vectors_as_sentence_transformers(encoder: StaticEncoder) -> None:
    sentence_transformers = pytest.importorskip("sentence_transformers")
    theirs = sentence_transformers.SentenceTransformer(str(FOLDER), device="cpu").encode(TEXTS)
    np.testing.assert_allclose(encoder.encode(TEXTS), theirs, atol=1e-6)


def known_pieces(unigram: Unigram, tokenizer: Tokenizer, text: str) -> list[int]:
    """What the tokenizers library makes of a text, without unknown characters."""
    return [index for index in tokenizer.encode(text).ids if index != unigram.unknown]


SETTLED = [char for char in map(chr, range(0x30000)) if unicodedata.ucd_3_2_0.category(char) not in {"Cn", "Cs"}]
"""Characters old enough that every library's version of Unicode agrees on them."""


@settings(max_examples=500, deadline=None)
@given(text=st.text(st.sampled_from(SETTLED)))
def test_same_pieces_as_the_tokenizers_library(unigram: Unigram, tokenizer: Tokenizer, text: str) -> None:
    assert unigram.ids(text) == known_pieces(unigram, tokenizer, text)


WORDS = st.lists(st.sampled_from(" ".join(TEXTS).split()), min_size=1, max_size=4)


@settings(max_examples=500, deadline=None)
@given(words=WORDS, cut=st.integers(0, 8), glue=st.sampled_from(["", " ", "-", "'", "’", "\u00a0", "\u0301", "2"]))
def test_same_pieces_for_damaged_words(
    unigram: Unigram, tokenizer: Tokenizer, words: list[str], cut: int, glue: str
) -> None:
    text = glue.join(word[cut:] for word in words)
    assert unigram.ids(text) == known_pieces(unigram, tokenizer, text)


def test_same_pieces_for_every_character(unigram: Unigram, tokenizer: Tokenizer) -> None:
    characters = filter(lambda char: unicodedata.category(char) not in {"Cn", "Cs", "Co"}, map(chr, range(0x30000)))
    texts = [f"a{char}b" for char in characters if char < "\u3100" or ord(char) % 29 == 0]
    wrong = [text for text in texts if unigram.ids(text) != known_pieces(unigram, tokenizer, text)]
    # The libraries follow other versions of Unicode: some characters younger than Unicode 12 fold differently.
    assert len(wrong) < 40
    assert all(unicodedata.ucd_3_2_0.category(text[1]) == "Cn" for text in wrong)


def test_the_table_belongs_to_the_tokenizer() -> None:
    """Else: python -m checker.embed.pieces checker/embed/model."""
    built = pieces.build((FOLDER / "tokenizer.json").read_bytes())
    stored = safetensors.read(FOLDER / pieces.FILE)
    assert built.keys() == stored.keys()
    assert all(np.array_equal(built[name], stored[name]) for name in built)


def test_without_the_table_or_with_an_old_one_the_vectors_are_the_same(tmp_path: Path, encoder: StaticEncoder) -> None:
    for name in ("tokenizer.json", "model.safetensors"):
        (tmp_path / name).symlink_to(FOLDER / name)
    assert np.array_equal(StaticEncoder(tmp_path, "bare").encode(TEXTS), encoder.encode(TEXTS))
    stale = dict(safetensors.read(FOLDER / pieces.FILE)) | {"source": np.array([1]), "table": np.array([-1], np.int32)}
    safetensors.write(tmp_path / pieces.FILE, stale)
    assert np.array_equal(StaticEncoder(tmp_path, "stale").encode(TEXTS), encoder.encode(TEXTS))


def test_prepared_batches_are_those_of_the_tokenizer(encoder: StaticEncoder) -> None:
    """Else: python -m training.package checker/embed/model."""
    unigram = Unigram(FOLDER)
    for language in ("de", "sr", "ta", "zh"):
        words = ordinary(language, ORDINARY)
        assert Prepared(FOLDER, unigram.source).find(words) == [unigram.ids(word) for word in words]


def test_a_batch_that_is_not_prepared_or_of_another_tokenizer_is_cut_as_usual(
    tmp_path: Path, encoder: StaticEncoder
) -> None:
    words = [*ordinary("de", ORDINARY)[:-1], "Zwirnsfaden"]
    assert Prepared(FOLDER, Unigram(FOLDER).source).find(words) is None
    batch = [f"{word}{number}" for number, word in enumerate(TEXTS * LEAST)]
    prepared.write(tmp_path, 7, [batch], lambda text: [len(text), 1])
    assert Prepared(tmp_path, 7).find(batch) == [[len(text), 1] for text in batch]
    assert Prepared(tmp_path, 8).find(batch) is None
    assert Prepared(tmp_path / "nowhere", 7).find(batch) is None
    assert np.array_equal(encoder.encode(words)[:9], encoder.encode(words[:9]))


@pytest.mark.parametrize("layout", [{"ensure_ascii": False, "separators": (",", ":")}, {}, {"indent": 1}])
def test_a_small_table_finds_every_piece_and_nothing_else(layout: dict[str, Any]) -> None:
    """Also in a tokenizer.json that is written in another way than ours, where the table holds the text itself."""
    vocab = [["[UNK]", -9.0], ["▁a", -1.0], ["b", -2.0], ["ab", -3.0], ["ü", -1.5], ["b", -4.0], ['▁\\"', -5.0]]
    file = json.dumps({"model": {"type": "Unigram", "unk_id": 0, "vocab": vocab}}, **layout).encode()
    table = Pieces(pieces.build(file), file)
    wanted = {"▁a": 1, "b": 5, "ab": 3, "ü": 4, "": -1, "a": -1, "\ud800": -1, '▁\\"': 6, "\\": -1}
    for _ in range(2):
        assert {piece: table.find(piece) for piece in wanted} == wanted
        assert (table.score(5), table.reach("a"), table.reach("x")) == (-4.0, 2, 0)
        table.preload()


def test_bulk_gives_the_same_vectors(encoder: StaticEncoder) -> None:
    bulk = StaticEncoder.embedded()
    assert np.array_equal(bulk.encode(TEXTS * (BULK // len(TEXTS) + 1))[: len(TEXTS)], encoder.encode(TEXTS))


@settings(max_examples=100, deadline=None)
@given(texts=st.lists(st.sampled_from(TEXTS), max_size=8), text=st.sampled_from(TEXTS))
def test_a_vector_depends_on_its_text_alone(encoder: StaticEncoder, texts: list[str], text: str) -> None:
    alone = encoder.encode([text])
    among = encoder.encode([*texts, text])
    assert np.array_equal(among[-1], alone[0])
    assert among.shape == (len(texts) + 1, encoder.dimensions)
    assert among.dtype == np.float32


def test_batches_do_not_change_vectors(encoder: StaticEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = encoder.encode(TEXTS)
    monkeypatch.setattr("checker.embed.static.BATCH_TOKENS", 20)
    np.testing.assert_allclose(encoder.encode(TEXTS), at_once, atol=1e-6)


def test_rows_have_length_one_or_zero(encoder: StaticEncoder) -> None:
    lengths = np.linalg.norm(encoder.encode(["Haus", "", " "]), axis=1)
    np.testing.assert_allclose(lengths, [1, 0, 0], atol=1e-6)


def test_another_process_gets_the_same_encoder(encoder: StaticEncoder) -> None:
    sent = pickle.loads(pickle.dumps(encoder))
    assert sent.name == encoder.name
    assert np.array_equal(sent.encode(TEXTS), encoder.encode(TEXTS))


def test_no_texts_give_no_rows(encoder: StaticEncoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimensions)


def test_the_default_is_a_token_encoder() -> None:
    assert isinstance(load(), TokenEncoder)


@pytest.mark.parametrize("text", ["Die Werft baut 3 Fähren.", "该造船厂建造三艘渡轮。", "l'été – fini!", "½ ﬁn ☃ x"])
def test_tokens_add_up_to_the_text_without_punctuation(encoder: StaticEncoder, text: str) -> None:
    tokens = encoder.tokens(text)
    whole = (tokens.weights[:, None] * tokens.vectors).sum(axis=0)
    bare = regex.sub(r"[\p{P}\p{S}]", " ", text)
    np.testing.assert_allclose(whole / np.linalg.norm(whole), encoder.encode([bare])[0], atol=1e-5)


def test_tokens_are_words_with_offsets(encoder: StaticEncoder) -> None:
    text = "L'usine coûte 250 M€ !"
    assert [text[span.start : span.end] for span in encoder.tokens(text).spans] == ["L", "usine", "coûte", "250", "M"]


def test_tokens_of_chinese_are_pieces(encoder: StaticEncoder) -> None:
    text = "政府宣布AI芯片计划。"
    parts = [text[span.start : span.end] for span in encoder.tokens(text).spans]
    assert "".join(parts) == text[:-1]
    assert len(parts) >= 4


@settings(max_examples=300, deadline=None)
@given(text=st.text() | st.text(alphabet="政府芯片ｶ゙ア각ไทย ½ﬁaA'1."))
def test_token_spans_are_ordered_and_inside(encoder: StaticEncoder, text: str) -> None:
    tokens = encoder.tokens(text)
    edges = [edge for span in tokens.spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(0 <= span.start < span.end <= len(text) for span in tokens.spans)
    assert len(tokens.spans) == len(tokens.vectors) == len(tokens.weights)
    assert 0.0 <= encoder.coverage(text) <= 1.0


def test_coverage_tells_known_from_unknown(encoder: StaticEncoder) -> None:
    assert encoder.coverage("Die Regierung hat am Montag neue Regeln vorgestellt.") > 0.95
    assert encoder.coverage("ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ") < 0.1
    assert encoder.coverage("2024: 100 %") == 1.0


def test_a_word_without_end_is_cut_in_bounded_memory(encoder: StaticEncoder) -> None:
    vectors = encoder.encode(["x" * 100_000, "政" * 100_000])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), [1, 1], atol=1e-5)


def test_a_folder_that_is_no_model_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"tokenizer\.json") as error:
        StaticEncoder(tmp_path, "x")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "change",
    [
        {"normalizer": {"type": "BertNormalizer"}},
        {"pre_tokenizer": {"type": "ByteLevel"}},
        {"model": {"type": "BPE", "unk_id": 0, "vocab": []}},
    ],
)
def test_a_tokenizer_with_unknown_steps_is_refused(tmp_path: Path, change: dict) -> None:
    layout = {"model": {"type": "Unigram", "unk_id": 0, "vocab": [["[UNK]", -3.0], ["a", -1.0]]}}
    (tmp_path / "tokenizer.json").write_text(json.dumps(layout | change))
    with pytest.raises(ConfigError, match="not a tokenizer"):
        Unigram(tmp_path)
