"""From a reading's scores to the chance that its first sentence is right: a small logistic, fitted on the articles kept
back as `dev` and on held-out Wikipedia, never on what judges in the end.

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

FEATURES = ("bias", "answered", "margin", "left_open", "first_stage", "windows")
FLOOR = -8.0
WEIGHT_DECAY = 1e-3


@dataclass(frozen=True)
class Calibration:
    weights: tuple[float, ...]
    open_weights: tuple[float, float]
    say_from: float
    open_from: float

    @staticmethod
    def read(file: Path) -> Calibration:
        raw = json.loads(file.read_text(encoding="utf8"))
        return Calibration(tuple(raw["weights"]), tuple(raw["open_weights"]), raw["say_from"], raw["open_from"])


PLAIN = Calibration((0.0, 1.0, 0.0, 0.0, 0.0, 0.0), (0.0, 1.0), 0.5, 0.5)
"""The odds as the reader gives them."""


def features(record: Record) -> list[float]:
    none = logsumexp([0.0, record.open_sum])
    return [
        1.0,
        clipped(record.best_score - logsumexp([none, rest_of(record)])),
        clipped(record.best_score - record.other_window_score) / 4,
        clipped(record.open_sum) / 4,
        record.first_stage_share,
        math.log(max(1, record.windows)) - math.log(8),
    ]


def rest_of(record: Record) -> float:
    """What all other sentences weigh together."""
    share = math.exp(min(0.0, record.best_score - record.answers_sum))
    return record.answers_sum + math.log(max(1e-9, 1 - share))


def clipped(value: float) -> float:
    return max(FLOOR, min(-FLOOR, value))


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def confidence(record: Record, calibration: Calibration) -> float:
    return sigmoid(sum(w * f for w, f in zip(calibration.weights, features(record))))


def open_confidence(record: Record, calibration: Calibration) -> float:
    bias, weight = calibration.open_weights
    return sigmoid(bias + weight * clipped(record.open_sum - logsumexp([0.0, record.answers_sum])))


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
    apart = np.array([[1.0, clipped(r.open_sum - logsumexp([0.0, r.answers_sum]))] for r in used])
    opened = logistic(apart, np.array([r.kind == "left open" and r.is_open_right for r in used], float), weights)
    return Calibration(tuple(map(float, fitted)), (float(opened[0]), float(opened[1])), 0.5, 0.5)


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
