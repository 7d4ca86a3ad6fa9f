"""``--model``: a tiny transformer built here, and what is said when a model cannot be had."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from checker.embed import Encoder, TokenEncoder, load
from checker.embed.static import StaticEncoder
from checker.errors import ConfigError

VOCABULARY = "[PAD] [UNK] [CLS] [SEP] [MASK] die fähre legt ab sie kehrt zurück query : a b c"
TEXTS = ["Die Fähre legt ab", "sie kehrt zurück", "die die die fähre a b c ab legt zurück", "", "Die Fähre legt ab"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A BERT of two layers with random weights, saved as sentence-transformers saves."""
    sentence_transformers = pytest.importorskip("sentence_transformers")
    transformers = pytest.importorskip("transformers")
    torch = pytest.importorskip("torch")
    base = tmp_path_factory.mktemp("models")
    (base / "vocab.txt").write_text(VOCABULARY.replace(" ", "\n"), encoding="utf-8")
    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=len(VOCABULARY.split()), hidden_size=16, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=32, max_position_embeddings=32,
    )  # fmt: skip
    tokenizer = transformers.BertTokenizerFast(str(base / "vocab.txt"), do_lower_case=True)
    tokenizer.model_max_length = 32
    transformers.BertModel(config).save_pretrained(base / "bert")
    tokenizer.save_pretrained(base / "bert")
    model = sentence_transformers.SentenceTransformer(str(base / "bert"), device="cpu")
    for name in ("tiny", "tiny-e5"):
        model.save(str(base / name))
    return base


@pytest.fixture(scope="module")
def encoder(folder: Path) -> Encoder:
    return load(str(folder / "tiny"))


def test_rows_have_length_one_or_zero(encoder: Encoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (5, 16)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), [1, 1, 1, 0, 1], atol=1e-5)


def test_a_vector_depends_on_its_text_alone(encoder: Encoder) -> None:
    among = encoder.encode(TEXTS)
    for i, text in enumerate(TEXTS):
        assert np.array_equal(encoder.encode([text])[0], among[i])
    assert encoder.encode([]).shape == (0, 16)


def test_texts_beyond_the_maximum_length_are_encoded(encoder: Encoder) -> None:
    assert np.isfinite(encoder.encode(["die fähre " * 500])).all()


def test_e5_models_get_their_prefix(folder: Path, encoder: Encoder) -> None:
    e5 = load(str(folder / "tiny-e5"))
    np.testing.assert_allclose(e5.encode(["die fähre"]), encoder.encode(["query: die fähre"]), atol=1e-6)


def test_a_transformer_knows_no_single_words(encoder: Encoder) -> None:
    assert not isinstance(encoder, TokenEncoder)


def test_a_folder_of_the_embedded_kind_needs_no_transformers() -> None:
    folder = Path(__file__).parents[2] / "checker" / "embed" / "model"
    encoder = load(str(folder))
    assert isinstance(encoder, StaticEncoder)
    assert np.array_equal(encoder.encode(["Die Fähre"]), load().encode(["Die Fähre"]))


def test_a_folder_without_a_model_is_told_in_one_line(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(ConfigError, match="can't be loaded") as error:
        load(str(tmp_path))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("name", ["../nowhere/at/all", "bad name!", "a/b/c"])
def test_what_can_be_no_name_is_told(name: str) -> None:
    with pytest.raises(ConfigError, match="no such folder"):
        load(name)


@pytest.fixture
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hub: Any = pytest.importorskip("huggingface_hub")
    monkeypatch.setattr(hub.constants, "HF_HUB_CACHE", str(tmp_path))


@pytest.mark.usefixtures("empty_cache")
def test_without_a_network_the_command_to_download_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_arguments: object, **_options: object) -> None:
        raise OSError("Name or service not known")

    monkeypatch.setattr("huggingface_hub.model_info", unreachable)
    start = time.perf_counter()
    with pytest.raises(ConfigError, match="hf download sentence-transformers/LaBSE"):
        load("LaBSE")
    assert time.perf_counter() - start < 10


@pytest.mark.usefixtures("empty_cache")
def test_a_name_that_the_hub_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub.errors import RepositoryNotFoundError

    def unknown(*_arguments: object, **_options: object) -> None:
        raise RepositoryNotFoundError.__new__(RepositoryNotFoundError)

    monkeypatch.setattr("huggingface_hub.model_info", unknown)
    with pytest.raises(ConfigError, match="the hub knows no model some/where"):
        load("some/where")


def test_a_missing_library_is_told_with_the_command_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)
    with pytest.raises(ConfigError, match=r"pip install 'translation-checker\[transformers\]'"):
        load("some/where")


def test_the_default_imports_nothing_heavy() -> None:
    code = (
        "import sys; from checker.embed import load; load().encode(['x']); "
        "print(sorted({'torch', 'transformers', 'sentence_transformers', 'tokenizers', 'pandas'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
