"""Writes the model folder: the layout that model2vec, sentence-transformers and the checker read."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from checker import languages
from checker.checks import contraries
from checker.checks.replaced import ORDINARY
from checker.embed import pieces, prepared
from checker.embed.unigram import Unigram
from checker.languages.frequency import ordinary

_LANGUAGES = Path(languages.__file__).parent / "data"


def write(folder: Path, tokenizer: Tokenizer, values: np.ndarray, scales: np.ndarray) -> None:
    """Write tokenizer, its table for the checker, int8 vectors with a scale a token, and the configuration files."""
    folder.mkdir(parents=True, exist_ok=True)
    save_file({"embeddings": values, "weights": scales}, folder / "model.safetensors")
    (folder / "model.safetensors").chmod(0o644)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    tables(folder)
    _dump(folder / "config.json", _config(values.shape[1]))
    _dump(folder / "modules.json", _MODULES)
    (folder / "1_Normalize").mkdir(exist_ok=True)
    _dump(folder / "1_Normalize" / "config.json", {})


def tables(folder: Path) -> None:
    """Write what makes the tokenizer of a folder ready to be used: its pieces, and what is cut every time."""
    pieces.main(folder)
    unigram = Unigram(folder)
    batches = (ordinary(path.stem, ORDINARY) for path in sorted(_LANGUAGES.glob("*.toml")))
    prepared.write(folder, unigram.source, (*filter(None, batches), contraries.listed()), unigram.ids)


def _config(dimensions: int) -> dict[str, object]:
    return {
        "model_type": "model2vec",
        "architectures": ["StaticModel"],
        "tokenizer_name": "unigram-lowercase-nfkc",
        "apply_pca": dimensions,
        "hidden_dim": dimensions,
        "normalize": True,
        "embedding_dtype": "int8",
        "seq_length": 1_000_000,
    }


_MODULES = [
    {"idx": 0, "name": "0", "path": ".", "type": "sentence_transformers.models.StaticEmbedding"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
]


def _dump(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    tables(Path(sys.argv[1]))
