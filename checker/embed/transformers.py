"""Any sentence-transformers model, by folder or by name on the Hugging Face hub.

Imported only when ``--model`` asks for it: sentence-transformers and torch take 6 to 18 seconds to import. The hub is
asked only for what is not in the local cache, and once, since the libraries' own retries take more than a minute
where there is no network.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from checker.errors import ConfigError

HUB_TIMEOUT = 5.0
"""Seconds to wait for the hub."""
SIMILARITY_PROMPTS = ("STS", "sts", "similarity", "sentence_similarity", "Semantic Textual Similarity")
"""Names under which models keep the prompt for comparing sentences with each other."""
E5_PREFIX = "query: "
"""What E5 models (Wang et al. 2022) want before both sides of a symmetric comparison."""
_DEFAULT_OWNER = "sentence-transformers"


class TransformersEncoder:
    """Vectors of a sentence-transformers model, brought to length 1.

    Texts are encoded one by one: in a batch, the padding of the others moves a vector in the sixth decimal.
    """

    def __init__(self, name: str, device: str = "cpu") -> None:
        """Load a model.

        Raises ConfigError when the library is missing, or the model is not there, cannot be fetched, or is broken.
        """
        self.name = name
        folder = Path(name).expanduser()
        self._model = _load(str(folder) if folder.is_dir() else _from_hub(name), name, device)
        self._prompt = _prompt(name, self._model)

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """See :class:`checker.embed.Encoder`."""
        dimensions = int(self._model.get_embedding_dimension() or 0)
        vectors = np.zeros((len(texts), dimensions), dtype=np.float32)
        known: dict[str, int] = {}
        for i, text in enumerate(texts):
            first = known.setdefault(text, i)
            if first < i:
                vectors[i] = vectors[first]
            elif text.strip():
                vectors[i] = self._vector(text)
        return vectors

    def _vector(self, text: str) -> np.ndarray:
        vector: np.ndarray = self._model.encode(
            [text], prompt=self._prompt, batch_size=1, normalize_embeddings=True, show_progress_bar=False
        )[0]
        return vector


def _load(place: str, name: str, device: str) -> Any:
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging
    except ImportError as error:
        raise _missing_library() from error
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    try:
        return SentenceTransformer(place, device=device)
    except Exception as error:  # whatever the libraries raise about a model is about the model that was asked for
        reason = " ".join(str(error).split())[:200]
        raise ConfigError(f"--model {name}: can't be loaded ({type(error).__name__}: {reason})") from error


def _missing_library() -> ConfigError:
    return ConfigError("--model needs sentence-transformers: pip install 'translation-checker[transformers]'")


def _from_hub(name: str) -> str:
    """The cached copy of a model where there is one, else its full name, known to the hub."""
    try:
        from huggingface_hub import snapshot_download
        from huggingface_hub.errors import HFValidationError
    except ImportError as error:
        raise _missing_library() from error
    full_name = name if "/" in name else f"{_DEFAULT_OWNER}/{name}"
    try:
        return str(snapshot_download(full_name, local_files_only=True))
    except HFValidationError as error:
        raise ConfigError(f"--model {name}: no such folder, and no name of a model on the hub") from error
    except Exception:  # not in the cache, or not whole
        _ask_hub(full_name, name)
        return full_name


def _ask_hub(full_name: str, name: str) -> None:
    """Make sure that the hub can be reached and has the model."""
    from huggingface_hub import model_info
    from huggingface_hub.errors import GatedRepoError, RepositoryNotFoundError

    try:
        model_info(full_name, timeout=HUB_TIMEOUT)
    except GatedRepoError as error:
        raise ConfigError(f"--model {name}: the hub wants you to log in for it; run `hf auth login`") from error
    except RepositoryNotFoundError as error:
        raise ConfigError(f"--model {name}: no such folder, and the hub knows no model {full_name}") from error
    except Exception as error:  # no network, a proxy in between, the hub down, offline by setting
        raise ConfigError(
            f"--model {name}: not on this machine, and the hub can't be reached; "
            f"download it beforehand with `hf download {full_name}`, or name a folder"
        ) from error


def _prompt(name: str, model: Any) -> str | None:
    """What to put before a text: the model's own prompt for similarity, or the prefix of E5 models."""
    prompts = getattr(model, "prompts", None) or {}
    own = next((prompts[key] for key in SIMILARITY_PROMPTS if prompts.get(key)), None)
    if own is not None:
        return str(own)
    words = name.lower().replace("/", "-").replace("_", "-").split("-")
    return E5_PREFIX if "e5" in words and "instruct" not in words else None
