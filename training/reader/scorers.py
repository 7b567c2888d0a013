"""Reading rows: with the trained weights in torch, or with the graph as it ships."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import numpy as np
import onnxruntime
import torch

from .batches import Batch
from .model import Reader

Scores = tuple[np.ndarray, np.ndarray]
"""Scores by row, sentence and channel; span logits by row and piece."""


class Scorer(Protocol):
    def __call__(self, batch: Batch) -> Scores: ...


def torch_scorer(reader: Reader) -> Scorer:
    reader.eval()

    def score(batch: Batch) -> Scores:
        with torch.inference_mode():
            scores, spans = reader(batch.ids, batch.kinds, batch.keep, batch.member)
        return scores.numpy(), spans.numpy()

    return score


def graph_scorer(file: Path) -> Scorer:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])

    def score(batch: Batch) -> Scores:
        fed = {name: getattr(batch, name).numpy() for name in ("ids", "kinds", "keep", "member")}
        scores, spans = session.run(None, fed)
        return np.asarray(scores), np.asarray(spans)

    return score
