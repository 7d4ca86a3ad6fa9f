"""Article → sentences with offsets."""

from __future__ import annotations

from sentencex import get_sentence_boundaries

from checker.model import Article, Sentence


def segment(article: Article) -> tuple[Sentence, ...]:
    """Cut an article into sentences whose offsets slice back to the very text."""
    sentences: list[Sentence] = []
    offset = 0
    for paragraph, line in enumerate(article.text.split("\n")):
        for boundary in get_sentence_boundaries(article.language, line) if line.strip() else ():
            raw = line[boundary["start_index"] : boundary["end_index"]]
            text = raw.strip()
            if text:
                start = offset + boundary["start_index"] + raw.index(text)
                sentences.append(Sentence(start, start + len(text), text, paragraph))
        offset += len(line) + 1
    return tuple(sentences)
