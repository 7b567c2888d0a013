"""The reader as the bot ships it: a graph with int8 weights, its tokenizer and its description.

    python -m reader.export --state .state/reader.pt --out ../models/reader
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from . import contract
from .base import TOKENIZER, WEIGHTS
from .batches import Batch, batch, row
from .data_sets import own_articles
from .model import Reader, new_reader
from .smooth import smoothed
from .train import OWN_ARTICLES, averaged_reader
from .word_pieces import WordPieces, plain_tokenizer

OPSET = 17
USUAL_ROWS, TOGETHER = 32, 4
"""Rows of our own articles that show what usually goes into a matrix."""
LAST = ("/score/score.2/", "/span/")
AXES = {
    "ids": {0: "b", 1: "t"},
    "kinds": {0: "b", 1: "t"},
    "keep": {0: "b", 1: "t"},
    "member": {0: "b", 1: "n", 2: "t"},
    "score": {0: "b", 1: "n"},
    "span": {0: "b", 1: "t"},
}


def write_graph(reader: Reader, file: Path) -> None:
    ids = torch.ones(2, 60, dtype=torch.long)
    member = torch.zeros(2, 4, 60)
    member[:, 0, 5:30] = 1
    member[:, 1, 30:] = 1
    torch.onnx.export(
        reader.eval(),
        (ids, torch.zeros_like(ids), torch.ones_like(ids), member),
        str(file),
        input_names=["ids", "kinds", "keep", "member"],
        output_names=["score", "span"],
        dynamic_axes=AXES,
        opset_version=OPSET,
        dynamo=False,
    )


def quantize(full: Path, file: Path) -> None:
    """Weights in signed 8 bits by channel, in a reduced range: without it, processors that lack VNNI overflow. The
    last matrix of either output is tiny and stays as it is."""
    outputs = [node.name for node in onnx.load(str(full)).graph.node if node.name.startswith(LAST)]
    quantize_dynamic(
        str(full),
        str(file),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        nodes_to_exclude=outputs,
    )


def usual_batches(word_pieces: WordPieces) -> list[Batch]:
    asked = [(a.article, q.text) for a in own_articles(OWN_ARTICLES, word_pieces) for q in a.questions]
    chosen = asked[:: max(1, len(asked) // USUAL_ROWS)][:USUAL_ROWS]
    rows = [row(text, article, article.ranked(text)[0], True, word_pieces) for article, text in chosen]
    return [batch(rows[i : i + TOGETHER]) for i in range(0, len(rows), TOGETHER)]


def description(folder: Path, calibration: dict[str, Any]) -> dict[str, Any]:
    return {
        "window": {
            "mostPieces": contract.MOST_WINDOW,
            "joinBelow": contract.JOIN_BELOW,
            "mostSentences": contract.MOST_SENTENCES,
        },
        "row": {
            "mostQuestion": contract.MOST_QUESTION,
            "mostTitle": contract.MOST_TITLE,
            "mostPieces": contract.MOST_ROW,
        },
        "sha256": {name: sha256(folder / name) for name in ("reader.onnx", "tokenizer.json")},
        "calibration": calibration,
    }


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def export(reader: Reader, out: Path, calibration: dict[str, Any]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        write_graph(smoothed(reader, usual_batches(WordPieces(TOKENIZER))), full)
        quantize(full, out / "reader.onnx")
    (out / "tokenizer.json").write_text(plain_tokenizer(TOKENIZER), encoding="utf8")
    text = json.dumps(description(out, calibration), indent=2)
    (out / "reader.json").write_text(f"{text}\n", encoding="utf8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--state", type=Path, help="the saved state; without one the untrained reader is written")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--calibration", type=Path, help="constants as reader.calibrate printed them")
    options = parser.parse_args()
    torch.set_num_threads(1)
    reader = averaged_reader(options.state) if options.state else new_reader(WEIGHTS)
    calibration = json.loads(options.calibration.read_text(encoding="utf8")) if options.calibration else {}
    export(reader, options.out, calibration)
    print(f"{options.out / 'reader.onnx'}: {os.path.getsize(options.out / 'reader.onnx') / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
