"""A toy corpus: sentences put together from words of the project's own, in English, German and Spanish."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

WORDS = """
house Haus casa
bridge Brücke puente
river Fluss río
school Schule escuela
teacher Lehrerin profesora
child Kind niño
letter Brief carta
garden Garten jardín
apple Apfel manzana
winter Winter invierno
summer Sommer verano
minister Ministerin ministra
city Stadt ciudad
hospital Krankenhaus hospital
doctor Ärztin médica
train Zug tren
ship Schiff barco
bread Brot pan
water Wasser agua
fire Feuer fuego
dog Hund perro
cat Katze gato
book Buch libro
newspaper Zeitung periódico
music Musik música
market Markt mercado
money Geld dinero
law Gesetz ley
peace Frieden paz
war Krieg guerra
forest Wald bosque
mountain Berg montaña
sees sieht ve
builds baut construye
paints malt pinta
forgets vergisst olvida
sells verkauft vende
finds findet encuentra
buys kauft compra
loves liebt ama
old alt viejo
new neu nuevo
small klein pequeño
red rot rojo
quiet still tranquilo
cold kalt frío
tomorrow morgen mañana
yesterday gestern ayer
"""
TABLE = [line.split() for line in WORDS.split("\n") if line]


def sentences(number: int, seed: int) -> list[tuple[str, str, str]]:
    """(English, German, Spanish): the same five words."""
    rng = random.Random(seed)
    chosen = [rng.sample(TABLE, 5) for _ in range(number)]
    return [tuple(" ".join(row[column] for row in rows) + "." for column in range(3)) for rows in chosen]  # type: ignore[misc]


@pytest.fixture(scope="session")
def toy_corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpora folder with one file of sentences (400 rows) and a lexicon of a third of the words."""
    folder = tmp_path_factory.mktemp("corpora")
    rows = []
    for english, german, spanish in sentences(200, seed=1):
        rows += [("de", "en", german, english), ("es", "en", spanish, english)]
    write(folder / "tatoeba.tsv", rows)
    lexicon = [(lang, "en", row[column], row[0]) for row in TABLE[::3] for column, lang in ((1, "de"), (2, "es"))]
    write(folder / "words.tsv", lexicon)
    return folder


def write(path: Path, rows: list[tuple[str, ...]]) -> None:
    """Rows as tab-separated lines."""
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
