"""Rows of question, title and window as tensors."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from .articles import Article
from .contract import MOST_QUESTION, MOST_ROW
from .word_pieces import Span, WordPieces


@dataclass(frozen=True, eq=False)
class Row:
    """`owner` says for every piece which sentence of the window it belongs to (-1: none), `words` where its word stands."""

    ids: list[int]
    first_kind: int
    owner: list[int]
    words: list[Span | None]
    numbers: list[int]


@dataclass(frozen=True, eq=False)
class Batch:
    ids: Tensor
    kinds: Tensor
    keep: Tensor
    member: Tensor


def row(question: str, article: Article, window: int, with_title: bool, word_pieces: WordPieces) -> Row:
    asked = word_pieces.encode(question).ids[:MOST_QUESTION]
    ids = [word_pieces.cls, *asked, word_pieces.sep]
    first_kind = len(ids)
    if with_title and article.title_pieces.ids:
        ids += [*article.title_pieces.ids, word_pieces.sep]
    owner = [-1] * len(ids)
    words: list[Span | None] = [None] * len(ids)
    numbers = article.windows[window]
    for place, number in enumerate(numbers):
        pieces = article.pieces[number]
        ids += pieces.ids
        owner += [place] * len(pieces.ids)
        words += pieces.words
    ids = [*ids[: MOST_ROW - 1], word_pieces.sep]
    return Row(ids, first_kind, [*owner[: MOST_ROW - 1], -1], [*words[: MOST_ROW - 1], None], numbers)


def batch(rows: list[Row]) -> Batch:
    length = max(len(r.ids) for r in rows)
    most = max(len(r.numbers) for r in rows)
    ids = torch.zeros(len(rows), length, dtype=torch.long)
    kinds, keep = torch.zeros_like(ids), torch.zeros_like(ids)
    owner = torch.full_like(ids, -1)
    for i, r in enumerate(rows):
        ids[i, : len(r.ids)] = torch.tensor(r.ids)
        kinds[i, r.first_kind : len(r.ids)] = 1
        keep[i, : len(r.ids)] = 1
        owner[i, : len(r.owner)] = torch.tensor(r.owner)
    member = (owner[:, None, :] == torch.arange(most)[None, :, None]).float()
    return Batch(ids, kinds, keep, member)


def by_length(rows: list[Row], parts: int) -> list[list[int]]:
    """Row numbers in parts of like length, so that little is padded."""
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].ids))
    size = -(-len(order) // parts)
    return [order[i : i + size] for i in range(0, len(order), size)]
