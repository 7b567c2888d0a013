"""The shipped graph on another processor: whether its eight-bit weights overflow there.

    python -m reader.processors --graph ../models/reader/reader.onnx --save FILE
    qemu-x86_64 -cpu Nehalem python reader/processors.py --graph ../models/reader/reader.onnx --against FILE

The first command keeps what the graph reads and says here, the second says under an emulator by how much it says something
else there. Needs no torch under the emulator, which takes minutes to load it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnxruntime

INPUTS = ("ids", "kinds", "keep", "member")


def run(graph: Path, fed: dict[str, np.ndarray]) -> np.ndarray:
    """Scores of one window by sentence and channel."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])
    return np.asarray(session.run(None, fed)[0])


def save(graph: Path, file: Path, count: int) -> None:
    from .base import TOKENIZER
    from .batches import batch, row
    from .parity import windows
    from .word_pieces import WordPieces

    word_pieces = WordPieces(TOKENIZER)
    every = list(windows(word_pieces))
    kept: dict[str, np.ndarray] = {}
    for number, (question, article, window) in enumerate(every[:: max(1, len(every) // count)][:count]):
        read = batch([row(question, article, window, True, word_pieces)])
        fed = {name: getattr(read, name).numpy() for name in INPUTS}
        kept |= {f"{number}-{name}": value for name, value in fed.items()}
        kept[f"{number}-scores"] = run(graph, fed)
    np.savez(file, **kept)


def compare(graph: Path, file: Path) -> None:
    kept = np.load(file)
    count = sum(name.endswith("-scores") for name in kept.files)
    apart = []
    same = 0
    for number in range(count):
        here = run(graph, {name: kept[f"{number}-{name}"] for name in INPUTS})
        there = kept[f"{number}-scores"]
        apart.append(float(np.abs(here - there).max()))
        same += int(here.argmax() == there.argmax() and (here.max() > 0) == (there.max() > 0))
    print(f"{count} windows: same verdict {same}, scores apart {np.mean(apart):.4f} on average, {max(apart):.4f} at most")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--graph", type=Path, required=True)
    parser.add_argument("--save", type=Path, help="keep what is read and said here")
    parser.add_argument("--against", type=Path, help="compare with what was kept")
    parser.add_argument("--windows", type=int, default=20)
    options = parser.parse_args()
    if options.save:
        save(options.graph, options.save, options.windows)
    if options.against:
        compare(options.graph, options.against)


if __name__ == "__main__":
    main()
