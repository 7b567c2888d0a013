"""How well the reader reads, on sets that training has not seen.

    python -m reader.evaluate --graph ../models/reader/reader.onnx --sets written-dev wiki-dev news-quiz multirc squad
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import torch

from .base import TOKENIZER
from .calibration import PLAIN, Calibration, confidence, leaves_open
from .judged_sets import SETS, judged
from .records import Record, read_question
from .scorers import Scorer, graph_scorer, torch_scorer
from .train import averaged_reader
from .word_pieces import WordPieces

BINS = 10


def mean(values: list[float] | list[bool]) -> float:
    return sum(values) / len(values) if values else float("nan")


def print_measures(records: list[Record], calibration: Calibration) -> None:
    by_set: dict[str, list[Record]] = {}
    for record in records:
        by_set.setdefault(record.set, []).append(record)
    for name, those in by_set.items():
        print(f"\n{name}")
        for line in measures(those, calibration):
            print(f"  {line}")


def measures(records: list[Record], calibration: Calibration) -> list[str]:
    def opens(record: Record) -> bool:
        return leaves_open(record, calibration)

    def says(record: Record) -> bool:
        return confidence(record, calibration) >= calibration.say_from and not opens(record)

    def of(kind: str) -> list[Record]:
        return [r for r in records if r.kind == kind]

    lines: list[str] = []
    answered, near = of("answered"), [*of("near miss"), *of("removed")]
    if answered:
        said = [r for r in answered if says(r)]
        right = [r for r in said if r.is_right]
        wrongly = [r for r in of("near miss") if says(r)]
        lines.append(
            f"{len(answered)} asked: right first {mean([r.is_right for r in answered]):.3f}, "
            f"among three {mean([r.is_among_three for r in answered]):.3f}"
        )
        lines.append(
            f"said {len(said) / len(answered):.3f}, said and right {len(right) / len(answered):.3f}, right of said "
            f"{mean([r.is_right for r in said]):.3f}; with near misses counted {len(right) / max(1, len(said) + len(wrongly)):.3f}"
        )
        for share in (0.5, 0.7):
            surest = sorted(answered, key=lambda r: -confidence(r, calibration))[: round(share * len(answered))]
            lines.append(f"of the surest {share:.1f}: right {mean([r.is_right for r in surest]):.3f}")
        words = [r.words_f1 for r in answered if r.words_f1 is not None]
        lines.append(f"bold words F1 {mean(words):.3f} where the sentence is right")
    if given := of("given paragraph"):
        lines.append(f"given paragraph: right first {mean([r.is_right for r in given]):.3f}")
    if missed := of("near miss"):
        lines.append(f"{len(missed)} near misses refused {1 - mean([says(r) for r in missed]):.3f}")
    if removed := of("removed"):
        lines.append(f"paragraph removed: still answered {mean([says(r) for r in removed]):.3f}")
        lines.append(f"the same with 0.75 of the questions answered {at_share(answered, removed, 0.75, calibration):.3f}")
    if left := of("left open"):
        told = [r for r in left if opens(r)]
        lines.append(
            f"{len(left)} left open: told so with the right sentence {mean([opens(r) and r.is_open_right for r in left]):.3f}, "
            f"told so {len(told) / len(left):.3f}, right sentence first {mean([r.is_open_right for r in left]):.3f}; "
            f"answered questions called open {mean([opens(r) for r in answered]):.3f}, near misses {mean([opens(r) for r in near]):.3f}"
        )
    lines.append(f"calibration error {calibration_error(records, calibration):.3f}")
    return lines


def at_share(answered: list[Record], removed: list[Record], share: float, calibration: Calibration) -> float:
    sure = sorted((confidence(r, calibration) for r in answered), reverse=True)
    threshold = sure[min(len(sure) - 1, round(share * len(sure)))]
    return mean([confidence(r, calibration) >= threshold for r in removed])


def calibration_error(records: list[Record], calibration: Calibration) -> float:
    """How far confidence and rightness are apart, in bins of equal width, over questions and near misses together."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for record in (r for r in records if r.kind != "given paragraph"):
        sure = confidence(record, calibration)
        bins[min(BINS - 1, int(sure * BINS))].append((sure, record.is_right))
    total = sum(len(b) for b in bins)
    return sum(len(b) / total * abs(mean([s for s, _ in b]) - mean([r for _, r in b])) for b in bins if b)


def collect(
    sets: list[str], scorer: Scorer, word_pieces: WordPieces, most: int | None, told: Callable[[str], None]
) -> list[Record]:
    records: list[Record] = []
    for name in sets:
        start = time.monotonic()
        chosen = sorted(judged(name, word_pieces), key=lambda one: one.kind)
        step = max(1, len(chosen) // most) if most else 1
        mine = [read_question(j, name, scorer, word_pieces) for j in chosen[::step]]
        records += mine
        told(f"{name}: {len(mine)} readings in {time.monotonic() - start:.0f} s")
    return records


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--state", type=Path, help="a saved state of the training, read in torch")
    source.add_argument("--graph", type=Path, help="a graph as it ships")
    source.add_argument("--records", type=Path, help="readings written before")
    parser.add_argument("--sets", nargs="+", default=list(SETS[:1]))
    parser.add_argument("--most", type=int, help="readings of each set, evenly taken from each kind")
    parser.add_argument("--write", type=Path, help="file for the readings, one a line")
    parser.add_argument("--calibration", type=Path, help="constants as reader.calibration printed them")
    options = parser.parse_args()
    torch.set_num_threads(1)
    calibration = Calibration.read(options.calibration) if options.calibration else PLAIN
    if options.records:
        lines = options.records.read_text(encoding="utf8").splitlines()
        records = [Record(**json.loads(line)) for line in lines]
    else:
        scorer = graph_scorer(options.graph) if options.graph else torch_scorer(averaged_reader(options.state))
        records = collect(options.sets, scorer, WordPieces(TOKENIZER), options.most, lambda text: print(text, flush=True))
    if options.write:
        options.write.write_text("".join(f"{json.dumps(asdict(r), ensure_ascii=False)}\n" for r in records), encoding="utf8")
    print_measures(records, calibration)


if __name__ == "__main__":
    main()
