"""Hindi sentences in Urdu letters: the everyday words of both languages are the same.

Neither script tells the other's spelling (Urdu leaves short vowels out and has four letters for z), so words meet by a
key of what both write: the consonants by their sound, and the long vowels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import regex

from training.corpora import Row
from training.normalise import normalise, words
from training.sources import OWN_LEXICONS

#: Letters of Devanagari by sound: H marks an aspirate, capitals the retroflex ones and kh, gh, sh.
_CONSONANTS = {
    "क": "k", "ख": "kH", "ग": "g", "घ": "gH", "ङ": "n", "च": "c", "छ": "cH", "ज": "j", "झ": "jH", "ञ": "n", "ट": "T",
    "ठ": "TH", "ड": "D", "ढ": "DH", "ण": "n", "त": "t", "थ": "tH", "द": "d", "ध": "dH", "न": "n", "प": "p", "फ": "pH",
    "ब": "b", "भ": "bH", "म": "m", "य": "y", "र": "r", "ल": "l", "ळ": "l", "व": "w", "श": "S", "ष": "S", "स": "s",
    "ह": "h", "ं": "n", "ँ": "n", "ः": "h",
}  # fmt: skip
_DOTTED = {"क": "k", "ख": "X", "ग": "G", "ज": "z", "ड": "R", "ढ": "RH", "फ": "f"}
_NUKTA = "\u093c"
#: Vowel signs and vowel letters; a short vowel is not written in Urdu. E is a final e or ai, which Urdu tells from i.
_VOWELS = {
    "ा": "a", "ी": "y", "ू": "w", "ृ": "r", "े": "e", "ै": "e", "ो": "w", "ौ": "w", "ॉ": "a",
    "आ": "a", "ई": "y", "ऊ": "w", "ऋ": "r", "ए": "e", "ऐ": "e", "ओ": "w", "औ": "w", "ऑ": "a",
}  # fmt: skip
_INITIAL = frozenset("अइईउऊएऐओऔ")
_URDU = {
    "ا": "a", "ب": "b", "پ": "p", "ت": "t", "ط": "t", "ٹ": "T", "ث": "s", "س": "s", "ص": "s", "ج": "j", "چ": "c",
    "ح": "h", "ه": "h", "خ": "X", "د": "d", "ڈ": "D", "ذ": "z", "ز": "z", "ض": "z", "ظ": "z", "ژ": "z", "ر": "r",
    "ڑ": "R", "ش": "S", "غ": "G", "ف": "f", "ق": "k", "ك": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ں": "n",
    "و": "w", "ؤ": "w", "ي": "y", "ے": "e", "ھ": "H", "ة": "h",
}  # fmt: skip
_MEDIAL_E = regex.compile("e(?=.)")
_TWICE = regex.compile(r"([^H])(H?)\1(?=H?)")
#: What Hindi or Urdu may write or leave out: dots, aspiration, h for a final a.
_UNDOTTED = str.maketrans("XGzf", "kgjp")
_FINAL_A = regex.compile("[ah]$")
#: Words of which the key misleads, and frequent learned words of Hindi with what Urdu says for them.
FIXED = OWN_LEXICONS / "hindi_urdu.tsv"


def hindi_key(word: str) -> str:
    """The key of a Hindi word (see the module): `किताब` → `ktab`."""
    parts = ["a"] if word[:1] in _INITIAL else []
    for place, letter in enumerate(word):
        if letter == _NUKTA and place and word[place - 1] in _DOTTED:
            parts[-1] = _DOTTED[word[place - 1]]
        else:
            parts.append(_VOWELS.get(letter) or _CONSONANTS.get(letter, ""))
    return _folded("".join(parts))


def urdu_key(word: str) -> str:
    """The key of an Urdu word, normalised (see normalise): `كتاب` → `ktab`."""
    start = "a" if word[:1] == "ع" else ""
    return _folded(start + "".join(_URDU.get(letter, "") for letter in word))


def _folded(key: str) -> str:
    """A doubled consonant once, e as i within the word; Urdu writes both so."""
    return _TWICE.sub(r"\1", _MEDIAL_E.sub("y", key))


def _loose(key: str) -> str:
    return _FINAL_A.sub("a", key.translate(_UNDOTTED).replace("H", ""))


def transcriber(frequencies: Mapping[str, float]) -> Callable[[str], str | None]:
    """Hindi word → the most frequent Urdu word of the same key; None where there is none."""
    lines = (line.split("\t") for line in FIXED.read_text(encoding="utf-8").splitlines())
    fixed = {normalise(hindi): normalise(urdu) for hindi, urdu in lines}
    exact: dict[str, str] = {}
    loose: dict[str, str] = {}
    for word in sorted(frequencies, key=lambda w: (-frequencies[w], w)):
        key = urdu_key(word)
        exact.setdefault(key, word)
        loose.setdefault(_loose(key), word)

    def transcribe(word: str) -> str | None:
        if word in fixed:
            return fixed[word]
        key = hindi_key(word)
        return (exact.get(key) or (loose.get(_loose(key)) if len(key) > 2 else None)) if key else None

    return transcribe


def from_hindi(rows: Iterable[Row], transcribe: Callable[[str], str | None]) -> Iterator[Row]:
    """Hindi rows in Urdu letters, where at least 60 % of the words exist there; the other words are left out."""
    for row in rows:
        if row.lang1 == "hi" and row.lang2 == "en":
            source = words(row.text1)
            found = [urdu for word in source if (urdu := transcribe(word))]
            if found and len(found) >= 0.6 * len(source):
                yield Row("ur", "en", " ".join(found), row.text2)
