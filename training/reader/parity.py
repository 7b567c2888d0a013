"""Windows of articles of our own with what torch says about them, for the test that the shipped form says the same.

    python -m reader.parity --state .state/reader.pt --out ../test/fixtures/encoder/reader-parity.json
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch

from .articles import Article
from .base import TOKENIZER
from .batches import batch, row
from .scorers import Scorer, graph_scorer, torch_scorer
from .train import averaged_reader
from .word_pieces import WordPieces

WINDOWS = 200
QUIZ = Path(__file__).parents[2] / "bench" / "news-quiz"


def quizzes(word_pieces: WordPieces) -> Iterator[tuple[Article, list[str]]]:
    """The articles of the news quiz that are ours, with all that is asked of them."""
    for file in sorted(QUIZ.glob("*/*.md")):
        _, head, body = file.read_text(encoding="utf8").split("---\n", 2)
        title = next(line.removeprefix("title: ").strip("'\"") for line in head.splitlines() if line.startswith("title: "))
        paragraphs = [re.sub(r"\s+", " ", p).strip() for p in re.split(r"\n\s*\n", body)]
        asked = json.loads(file.with_suffix(".json").read_text(encoding="utf8"))
        questions = [q["question"] for kind in ("answered", "unanswered") for q in asked[kind]]
        yield Article.read(title, [p for p in paragraphs if p and not p.startswith(("#", "!"))], word_pieces), questions


def windows(word_pieces: WordPieces) -> Iterator[tuple[str, Article, int]]:
    """The best window of each question and its second best, one without a title in four."""
    for article, questions in quizzes(word_pieces):
        for question in questions:
            for window in article.ranked(question)[:2]:
                yield question, article, window


def parity(scorer: Scorer, word_pieces: WordPieces) -> list[dict[str, Any]]:
    every = list(windows(word_pieces))
    chosen = every[:: max(1, len(every) // WINDOWS)][:WINDOWS]
    out: list[dict[str, Any]] = []
    for number, (question, article, window) in enumerate(chosen):
        titled = number % 4 != 0
        read = row(question, article, window, titled, word_pieces)
        scores, spans = scorer(batch([read]))
        first, last = (int(np.where(np.array(read.owner) >= 0, spans[0, :, side], -1e4).argmax()) for side in (0, 1))
        out.append(
            {
                "question": question,
                "title": article.title if titled else None,
                "sentences": [article.sentence_text(k) for k in article.windows[window]],
                "ids": read.ids,
                "score": [[round(float(s), 3) for s in both] for both in scores[0]],
                "span": [first, last],
            }
        )
    return out


def verdict(score: list[list[float]]) -> tuple[int, bool]:
    """Which sentence or channel weighs most, and whether it weighs more than none."""
    flat = [value for both in score for value in both]
    return int(np.argmax(flat)), max(flat) > 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--state", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="file for what torch says")
    parser.add_argument("--graph", type=Path, help="a graph to compare with it")
    options = parser.parse_args()
    torch.set_num_threads(1)
    word_pieces = WordPieces(TOKENIZER)
    told = parity(torch_scorer(averaged_reader(options.state)), word_pieces)
    if options.out:
        lines = ",\n".join(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in told)
        options.out.write_text(f"[\n{lines}\n]\n", encoding="utf8")
    if options.graph:
        shipped = parity(graph_scorer(options.graph), word_pieces)
        pairs = [(a["score"], b["score"]) for a, b in zip(told, shipped)]
        same = np.mean([verdict(a) == verdict(b) for a, b in pairs])
        apart = np.mean([abs(max(map(max, a)) - max(map(max, b))) for a, b in pairs])
        words = np.mean([a["span"] == b["span"] for a, b in zip(told, shipped)])
        print(f"{len(pairs)} windows: same verdict {same:.3f}, best score apart {apart:.3f}, same words {words:.3f}")


if __name__ == "__main__":
    main()
