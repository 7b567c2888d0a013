"""What is learned from one question: a softmax over none and every sentence of all windows read for it, in both
channels, and where the answering words start and end."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from .batches import Row
from .contract import ANSWERS, LEFT_OPEN
from .readings import Reading

SPAN_WEIGHT = 0.25


def question_loss(reading: Reading, rows: list[Row], scores: list[Tensor], spans: list[Tensor]) -> Tensor:
    flat: list[Tensor] = [torch.zeros(1)]
    right: list[int] = []
    at = 1
    of_words = torch.zeros(())
    for (article, _), row, score, span in zip(reading.windows, rows, scores, spans):
        count = len(row.numbers)
        flat += [score[:count, ANSWERS], score[:count, LEFT_OPEN]]
        if article is reading.article:
            right += [at + i for i, k in enumerate(row.numbers) if k in reading.answers]
            right += [at + count + i for i, k in enumerate(row.numbers) if k in reading.left_open]
            of_words = of_words + words_loss(reading, row, span)
        at += 2 * count
    odds = F.log_softmax(torch.cat(flat), 0)
    return -torch.logsumexp(odds[right or [0]], 0) + SPAN_WEIGHT * of_words


def words_loss(reading: Reading, row: Row, span: Tensor) -> Tensor:
    answering = next((k for k in row.numbers if k in reading.answers), None)
    if answering is None:
        return torch.zeros(())
    start, end = reading.answers[answering]
    inside = [i for i, word in enumerate(row.words) if word and word[0] < end and start < word[1]]
    if not inside:
        return torch.zeros(())
    outside = torch.tensor([owner < 0 for owner in row.owner])
    logits = span[: len(row.owner)].masked_fill(outside[:, None], -1e4)
    return F.cross_entropy(logits[None, :, 0], torch.tensor([inside[0]])) + F.cross_entropy(
        logits[None, :, 1], torch.tensor([inside[-1]])
    )
