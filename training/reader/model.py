"""The encoder and the reader's outputs, in plain torch so that the exported graph is plain as well."""

from __future__ import annotations

import math
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from .contract import NEVER

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
VOCABULARY, POSITIONS = 30_522, 512


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm_inner = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        rows, pieces, _ = x.shape
        q, k, v = self.qkv(x).view(rows, pieces, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        # Plain products: the fused kernel's backward pass is slower on a CPU.
        weights = torch.softmax((q * (WIDTH // HEADS) ** -0.5) @ k.transpose(-1, -2) + mask, -1)
        x = self.norm_attention(x + self.out((weights @ v).transpose(1, 2).reshape(rows, pieces, WIDTH)))
        return self.norm_inner(x + self.down(F.gelu(self.up(x))))


class Encoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.still = 0
        """How many of the lowest layers no longer learn, which saves their backward pass."""

    def forward(self, ids: Tensor, kinds: Tensor, keep: Tensor) -> Tensor:
        x = self.norm(self.word(ids) + self.position.weight[: ids.shape[1]] + self.kind(kinds))
        mask = (1 - keep[:, None, None, :].to(x.dtype)) * -1e4
        for number, layer in enumerate(self.layers):
            if self.still and number == self.still:
                x = x.detach()
            x = layer(x, mask)
        return x

    def load_base(self, file: Path) -> None:
        """The weights of a BERT as sentence-transformers keeps them."""
        weights = load_file(file)
        named: dict[str, Tensor] = {
            "word.weight": weights["embeddings.word_embeddings.weight"],
            "position.weight": weights["embeddings.position_embeddings.weight"],
            "kind.weight": weights["embeddings.token_type_embeddings.weight"],
        }
        for part in ("weight", "bias"):
            named[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
            for number in range(LAYERS):
                theirs, ours = f"encoder.layer.{number}.", f"layers.{number}."
                named[f"{ours}qkv.{part}"] = torch.cat(
                    [weights[f"{theirs}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                )
                for mine, name in (
                    ("out", "attention.output.dense"),
                    ("norm_attention", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"),
                    ("down", "output.dense"),
                    ("norm_inner", "output.LayerNorm"),
                ):
                    named[f"{ours}{mine}.{part}"] = weights[f"{theirs}{name}.{part}"]
        self.load_state_dict(named)


class Reader(nn.Module):
    """For every sentence its log odds against none of them (0): that it answers, and that it leaves the question
    open; for every piece, whether the answering words start or end there."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.score = nn.Sequential(nn.Linear(3 * WIDTH, WIDTH), nn.GELU(), nn.Linear(WIDTH, 2))
        self.span = nn.Linear(WIDTH, 2)

    def forward(self, ids: Tensor, kinds: Tensor, keep: Tensor, member: Tensor) -> tuple[Tensor, Tensor]:
        x = self.encoder(ids, kinds, keep)
        count = member.sum(-1, keepdim=True)
        present = count.clamp(max=1)
        mean = (member @ x) / count.clamp(min=1)
        most = (x[:, None] + (member[..., None] - 1) * 1e4).amax(2) * present
        mark = x[:, :1].expand(-1, member.shape[1], -1)
        score = self.score(torch.cat([mean, most, mark], -1))
        return score * present + (1 - present) * NEVER, self.span(x)


def new_reader(base: Path) -> Reader:
    reader = Reader()
    reader.encoder.load_base(base)
    return reader


def none_share(scores: Tensor) -> float:
    """The odds that nothing answers, from the scores of all windows read for a question."""
    return 1 / (1 + math.fsum(scores.clamp(min=-60, max=60).exp().flatten().tolist()))
