"""Trains the reader, saves often, and goes on from where it stopped.

    python -m reader.train --minutes 95 --state .state/reader.pt [--resume]
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import sys
import time
from pathlib import Path

import torch
from torch import Tensor, nn

from .average import Average
from .base import TOKENIZER, WEIGHTS
from .batches import Row, batch, by_length, row
from .loss import question_loss
from .mixture import Mixture
from .model import LAYERS, Reader, new_reader
from .readings import Reading
from .word_pieces import WordPieces

QUESTIONS_A_STEP = 8
PARTS_A_STEP = 3
RATE = 1.5e-4
"""The highest rate of the encoder's last layer."""
DEEPER = 0.87
"""Each layer below learns this much slower: what lies deep is language, what lies high is the task."""
NEW_RATE = 4.0e-4
"""The outputs start from nothing and learn faster than the encoder."""
WARM_UP = 60
LEAST_RATE = 0.03
SAVE_SECONDS = 180
REPORT_STEPS = 25
OWN_ARTICLES = Path(__file__).parent.parent / "articles"


class Training:
    def __init__(self, seed: int, minutes: float, state: Path) -> None:
        torch.manual_seed(seed)
        self.word_pieces = WordPieces(TOKENIZER)
        self.mixture = Mixture(self.word_pieces, OWN_ARTICLES, seed)
        self.model = new_reader(WEIGHTS)
        for embedding in (self.model.encoder.word, self.model.encoder.position):
            embedding.weight.requires_grad_(False)
        self.optimizer = torch.optim.AdamW(groups(self.model), lr=RATE, betas=(0.9, 0.98))
        self.average = Average(self.model)
        self.minutes, self.state_file = minutes, state
        self.step, self.questions, self.windows, self.seconds = 0, 0, 0, 0.0
        self.stopping = False

    @property
    def progress(self) -> float:
        return min(1.0, self.seconds / (self.minutes * 60))

    def run(self) -> None:
        self.model.train()
        losses: list[float] = []
        saved = time.monotonic()
        while self.progress < 1 and not self.stopping:
            start = time.monotonic()
            losses.append(self.one_step())
            self.seconds += time.monotonic() - start
            if self.step % REPORT_STEPS == 0:
                self.report(losses)
                losses = []
            if time.monotonic() - saved > SAVE_SECONDS:
                self.save()
                saved = time.monotonic()
        self.save()

    def one_step(self) -> float:
        scale = min(1.0, (self.step + 1) / WARM_UP) * max(LEAST_RATE, 1 - self.progress)
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * scale
        readings = [self.mixture.next(self.progress)[1] for _ in range(QUESTIONS_A_STEP)]
        loss = self.loss(readings)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        self.average.update(self.model, self.step)
        self.questions += len(readings)
        self.windows += sum(len(r.windows) for r in readings)
        return float(loss.item())

    def loss(self, readings: list[Reading]) -> Tensor:
        rows = [
            row(r.question, article, window, r.titled, self.word_pieces)
            for r in readings
            for article, window in r.windows
        ]
        scores: dict[int, Tensor] = {}
        spans: dict[int, Tensor] = {}
        for part in by_length(rows, PARTS_A_STEP):
            b = batch([rows[i] for i in part])
            score, span = self.model(b.ids, b.kinds, b.keep, b.member)
            for place, i in enumerate(part):
                scores[i], spans[i] = score[place], span[place]
        losses: list[Tensor] = []
        at = 0
        for r in readings:
            mine = range(at, at + len(r.windows))
            losses.append(question_loss(r, [rows[i] for i in mine], [scores[i] for i in mine], [spans[i] for i in mine]))
            at += len(r.windows)
        return torch.stack(losses).mean()

    def report(self, losses: list[float]) -> None:
        print(
            f"step {self.step}, {self.seconds / 60:.1f} min, {self.questions} questions, "
            f"{self.windows / self.seconds:.1f} windows/s, loss {sum(losses) / len(losses):.3f}",
            flush=True,
        )

    def save(self) -> None:
        self.state_file.parent.mkdir(parents=True, exist_ok=True)
        part = self.state_file.with_suffix(".part")
        frozen = {name for name, p in self.model.named_parameters() if not p.requires_grad}
        torch.save(
            {
                "model": {name: w for name, w in self.model.state_dict().items() if name not in frozen},
                "average": self.average.state(),
                "optimizer": self.optimizer.state_dict(),
                "mixture": self.mixture.state(),
                "torch_rng": torch.get_rng_state(),
                "counts": (self.step, self.questions, self.windows, self.seconds),
            },
            part,
        )
        os.replace(part, self.state_file)

    def resume(self) -> None:
        saved = torch.load(self.state_file, weights_only=False)
        self.model.load_state_dict(saved["model"], strict=False)
        self.average.resume(saved["average"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.mixture.resume(saved["mixture"])
        torch.set_rng_state(saved["torch_rng"])
        self.step, self.questions, self.windows, self.seconds = saved["counts"]


def groups(model: Reader) -> list[dict[str, object]]:
    """Matrices decay, the rest does not; each layer of the encoder and the outputs have a rate of their own."""
    chosen: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, weight in model.named_parameters():
        if weight.requires_grad:
            decay = 0.01 if weight.ndim > 1 else 0.0
            chosen.setdefault((peak_rate(name), decay), []).append(weight)
    return [{"params": those, "weight_decay": decay, "peak": peak} for (peak, decay), those in chosen.items()]


def peak_rate(name: str) -> float:
    if not name.startswith("encoder"):
        return NEW_RATE
    layer = re.match(r"encoder\.layers\.(\d+)\.", name)
    return RATE * DEEPER ** (LAYERS - 1 - int(layer[1]) if layer else LAYERS)


def averaged_reader(state: Path) -> Reader:
    """The reader with the averaged weights of a saved state."""
    model = new_reader(WEIGHTS)
    model.load_state_dict(torch.load(state, weights_only=False)["average"], strict=False)
    return model.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, required=True, help="minutes of training in all, resumed ones too")
    parser.add_argument("--state", type=Path, required=True, help="file of the saved state")
    parser.add_argument("--resume", action="store_true", help="go on from the saved state")
    parser.add_argument("--seed", type=int, default=12)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--still", type=int, default=0, help="how many of the lowest layers no longer learn")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    training = Training(options.seed, options.minutes, options.state)
    training.model.encoder.still = options.still
    if options.resume:
        training.resume()
    print({name: len(deck.items) for name, deck in training.mixture.decks.items()}, "questions", flush=True)
    signal.signal(signal.SIGTERM, lambda *_: setattr(training, "stopping", True))
    training.run()
    print(f"saved after {training.step} steps, {training.questions} questions", file=sys.stderr)


if __name__ == "__main__":
    main()
