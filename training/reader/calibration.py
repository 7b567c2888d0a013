"""From the odds of a reading to the chance that its first sentence is right: a small logistic, fitted on the written
articles kept back as `dev` and on held-out Wikipedia, never on what judges in the end.

    python -m reader.calibration --records dev.jsonl --out calibration.json
"""

from __future__ import annotations

import argparse
import json
import math
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from .records import Record, logsumexp

WEIGHT_DECAY = 1e-3
EDGE = 1e-6
"""Odds are kept this far from 0 and 1, where their logarithm would be infinite."""


@dataclass(frozen=True)
class Calibration:
    """Weights of the log odds that the best sentence answers and that any does, and of the place of the best sentence's
    window in the first stage; an answer is said from `say_from` on, and that the article leaves a question open where the
    best such sentence has `open_from` of the odds and more than any answer."""

    bias: float
    best: float
    answered: float
    place: float
    say_from: float = 0.5
    open_from: float = 0.3

    @staticmethod
    def read(file: Path) -> Calibration:
        return Calibration(**json.loads(file.read_text(encoding="utf8")))


PLAIN = Calibration(bias=0.0, best=1.0, answered=0.0, place=0.0)
"""The odds as the reader gives them."""


def share(record: Record, log_weight: float) -> float:
    """What a weight is of all odds read for the question, none's included."""
    return math.exp(log_weight - logsumexp([0.0, record.answers_sum, record.open_sum]))


def log_odds(chance: float) -> float:
    inside = min(max(chance, EDGE), 1 - EDGE)
    return math.log(inside / (1 - inside))


def features(record: Record) -> list[float]:
    return [
        1.0,
        log_odds(share(record, record.best_score)),
        log_odds(share(record, record.answers_sum)),
        math.log(1 + record.first_stage_rank),
    ]


def confidence(record: Record, calibration: Calibration) -> float:
    weights = (calibration.bias, calibration.best, calibration.answered, calibration.place)
    return 1 / (1 + math.exp(-sum(w * f for w, f in zip(weights, features(record)))))


def leaves_open(record: Record, calibration: Calibration) -> bool:
    open_share = share(record, record.open_score)
    return open_share >= calibration.open_from and record.open_sum > record.answers_sum


def logistic(rows: np.ndarray, right: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Newton's steps; each row weighs as given."""
    fitted = np.zeros(rows.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ fitted))
        slope = rows.T @ (weights * (chance - right)) / weights.sum() + WEIGHT_DECAY * fitted
        curve = (rows * (weights * chance * (1 - chance))[:, None]).T @ rows / weights.sum()
        step = np.linalg.solve(curve + WEIGHT_DECAY * np.eye(rows.shape[1]), slope)
        fitted -= step
        if np.abs(step).max() < 1e-8:
            break
    return fitted


def fit(records: list[Record]) -> Calibration:
    """Every set weighs the same, whatever its size."""
    used = [r for r in records if r.kind != "given paragraph"]
    sizes = {name: sum(r.set == name for r in used) for name in {r.set for r in used}}
    weights = np.array([1 / sizes[r.set] for r in used])
    fitted = logistic(np.array([features(r) for r in used]), np.array([r.is_right for r in used], float), weights)
    return Calibration(*(round(float(w), 3) for w in fitted))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=Path, nargs="+", required=True, help="readings as reader.evaluate wrote them")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    lines = [line for file in options.records for line in file.read_text(encoding="utf8").splitlines()]
    calibration = fit([Record(**json.loads(line)) for line in lines])
    text = json.dumps(asdict(calibration), indent=2)
    options.out.write_text(f"{text}\n", encoding="utf8")
    print(text)


if __name__ == "__main__":
    main()
