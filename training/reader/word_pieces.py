"""Text as uncased word pieces, each with the place of its whole word in the text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

Span = tuple[int, int]


@dataclass(frozen=True)
class Pieces:
    ids: list[int]
    words: list[Span]

    def cut(self, most: int) -> Pieces:
        return Pieces(self.ids[:most], self.words[:most]) if len(self.ids) > most else self


class WordPieces:
    """The tokenizer of the base, without its padding and cutting: both are ours to do."""

    def __init__(self, file: Path) -> None:
        self._tokenizer = Tokenizer.from_str(plain_tokenizer(file))
        self.cls, self.sep = (self._tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))

    @lru_cache(maxsize=50_000)
    def encode(self, text: str) -> Pieces:
        got = self._tokenizer.encode(text, add_special_tokens=False)
        words: dict[int, Span] = {}
        for word, (start, end) in zip(got.word_ids, got.offsets):
            first, last = words.get(word, (start, end))
            words[word] = (min(first, start), max(last, end))
        return Pieces(got.ids, [words[word] for word in got.word_ids])


def plain_tokenizer(file: Path) -> str:
    """The tokenizer file as it ships: nothing cut, nothing padded."""
    settings = json.loads(file.read_text(encoding="utf8"))
    return json.dumps({**settings, "truncation": None, "padding": None}, ensure_ascii=False, separators=(",", ":"))
