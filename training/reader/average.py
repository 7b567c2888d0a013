"""A running average of the weights: steadier than the last step's."""

from __future__ import annotations

import torch
from torch import Tensor, nn

DECAY = 0.99


class Average:
    def __init__(self, model: nn.Module) -> None:
        self._weights = {name: p.detach().clone() for name, p in model.named_parameters() if p.requires_grad}

    def update(self, model: nn.Module, step: int) -> None:
        share = 1 - min(DECAY, (1 + step) / (10 + step))
        live = [p.detach() for name, p in model.named_parameters() if name in self._weights]
        torch._foreach_lerp_(list(self._weights.values()), live, share)

    def state(self) -> dict[str, Tensor]:
        return self._weights

    def resume(self, state: dict[str, Tensor]) -> None:
        for name, weight in state.items():
            self._weights[name].copy_(weight)
