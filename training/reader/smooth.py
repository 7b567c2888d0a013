"""Evens out what goes into the matrices, so that eight bits hold it: a few channels of the activations are far larger
than all others, and one scale for a whole tensor then leaves little for the rest. Each channel is divided by a number that
its column of the matrix is multiplied by (SmoothQuant, Xiao et al. 2023), which changes nothing in exact arithmetic; how much
of the unevenness goes over to the weights is chosen for every matrix by the least error that rounding leaves."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field

import torch
from torch import Tensor, nn

from .batches import Batch
from .model import Reader

SHARES = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
MATRICES = ("qkv", "out", "up", "down")
LEAST = 1e-5
WEIGHT_STEPS, INPUT_STEPS = 63, 255
"""Signed weights in a reduced range of seven bits; inputs in eight."""


class Smoothed(nn.Module):
    def __init__(self, matrix: nn.Linear, scale: Tensor) -> None:
        super().__init__()
        self.matrix = nn.Linear(matrix.in_features, matrix.out_features)
        self.matrix.weight.data = matrix.weight.detach() * scale
        self.matrix.bias.data = matrix.bias.detach()
        self.register_buffer("evened", 1 / scale)

    def forward(self, x: Tensor) -> Tensor:
        return self.matrix(x * self.evened)


@dataclass
class Seen:
    """What went into a matrix, batch by batch."""

    inputs: list[Tensor] = field(default_factory=list)

    def largest(self) -> Tensor:
        return torch.stack([x.abs().amax(0) for x in self.inputs]).amax(0).clamp(min=LEAST)


def smoothed(reader: Reader, batches: list[Batch]) -> Reader:
    """A copy of the reader that gives the same and is even; the batches show what is usual."""
    even = copy.deepcopy(reader).eval()
    places = [(layer, name) for layer in even.encoder.layers for name in MATRICES]
    seen = {getattr(layer, name): Seen() for layer, name in places}

    def watch(matrix: nn.Module, given: tuple[Tensor, ...]) -> None:
        seen[matrix].inputs.append(given[0].flatten(0, -2).clone())

    hooks = [matrix.register_forward_pre_hook(watch) for matrix in seen]
    with torch.no_grad():
        for b in batches:
            even(b.ids, b.kinds, b.keep, b.member)
        for hook in hooks:
            hook.remove()
        for layer, name in places:
            matrix = getattr(layer, name)
            scale = best_scale(matrix, seen[matrix])
            if scale is not None:
                setattr(layer, name, Smoothed(matrix, scale))
    return even


def best_scale(matrix: nn.Linear, seen: Seen) -> Tensor | None:
    """The scale with the least error, or None where rounding does least harm without one."""
    of_weights = matrix.weight.abs().amax(0).clamp(min=LEAST)
    largest = seen.largest()
    scales = [largest**share / of_weights ** (1 - share) for share in SHARES]
    errors = [rounding_error(matrix, scale, seen) for scale in (torch.ones_like(largest), *scales)]
    best = min(range(len(errors)), key=errors.__getitem__)
    return scales[best - 1] if best > 0 else None


def rounding_error(matrix: nn.Linear, scale: Tensor, seen: Seen) -> float:
    weights = matrix.weight * scale
    step = weights.abs().amax(1, keepdim=True) / WEIGHT_STEPS
    rounded = (weights / step).round() * step
    error = 0.0
    for x in seen.inputs:
        even = x / scale
        width = (even.max().clamp(min=0) - even.min().clamp(max=0)) / INPUT_STEPS
        error += float(((even / width).round() * width @ rounded.T - x @ matrix.weight.T).square().sum())
    return error
