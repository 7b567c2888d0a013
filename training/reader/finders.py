"""Whether vectors of the untuned encoder help to find the window that answers, beside shared words alone.

    python -m reader.finders --most 400
"""

from __future__ import annotations

import argparse
import time

import torch
from torch import Tensor

from .articles import Article
from .base import TOKENIZER, WEIGHTS
from .data_sets import WIKI_HELD_OUT, Asked, Question, squad, written
from .model import Encoder
from .word_pieces import WordPieces

MOST_PIECES = 200
TOGETHER = 16
AMONG = (1, 5, 10)
WEIGHTS_OF_VECTORS = (0.0, 0.1, 0.2, 0.3, 0.5, 1.0)
"""Shares of the cosine in the whole score; shared words are divided by their best score."""


class Vectors:
    """The base as it was published: the mean of a text's pieces, of length one."""

    def __init__(self, word_pieces: WordPieces) -> None:
        self.word_pieces = word_pieces
        self.encoder = Encoder().eval()
        self.encoder.load_base(WEIGHTS)

    def of(self, texts: list[str]) -> Tensor:
        parts: list[Tensor] = []
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for at in range(0, len(order), TOGETHER):
            parts.append(self._some([texts[i] for i in order[at : at + TOGETHER]]))
        found = torch.empty(len(texts), parts[0].shape[1])
        found[torch.tensor(order)] = torch.cat(parts)
        return found

    def _some(self, texts: list[str]) -> Tensor:
        mark = self.word_pieces
        rows = [[mark.cls, *mark.encode(text).ids[: MOST_PIECES - 2], mark.sep] for text in texts]
        ids = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.long)
        for i, row in enumerate(rows):
            ids[i, : len(row)] = torch.tensor(row)
        keep = (ids != 0).long()
        with torch.inference_mode():
            x = self.encoder(ids, torch.zeros_like(ids), keep) * keep[..., None]
        return torch.nn.functional.normalize(x.sum(1) / keep.sum(1, keepdim=True), dim=1)


def joined(asked: list[Asked], word_pieces: WordPieces) -> Asked:
    """All articles as one, so that every window competes with those of all others."""
    whole = Article.read(None, [p for a in asked for p in a.article.paragraphs], word_pieces)
    at = 0
    questions: list[Question] = []
    for a in asked:
        for q in a.questions:
            answers = {n: (s + at, e + at) for s, e in q.answers.values() if (n := whole.sentence_at(s + at)) is not None}
            questions.append(Question(q.text, answers, style=q.style))
        at += len(a.article.text) + 2
    return Asked(whole, questions)


def ranks(asked: Asked, most: int, vectors: Vectors) -> dict[float, list[int]]:
    """For every share of the vectors the place of the first window that answers, of each question."""
    article = asked.article
    answered = [q for q in asked.questions if q.answers]
    chosen = answered[:: max(1, len(answered) // most)]
    windows = vectors.of([article.window_text(w) for w in range(len(article.windows))])
    questions = vectors.of([q.text for q in chosen])
    found: dict[float, list[int]] = {share: [] for share in WEIGHTS_OF_VECTORS}
    for q, vector in zip(chosen, questions):
        words = torch.tensor(article.scores(q.text))
        words = words / words.max().clamp(min=1e-9)
        near = windows @ vector
        right = sorted({article.window_of[k] for k in q.answers})
        for share in WEIGHTS_OF_VECTORS:
            score = (1 - share) * words + share * near
            order = sorted(range(len(score)), key=lambda w: (-float(score[w]), w))
            found[share].append(min(order.index(w) for w in right))
    return found


def show(name: str, found: dict[float, list[int]], windows: int) -> None:
    print(f"\n{name}: {len(found[0.0])} questions, {windows} windows to an article on average")
    for share, places in found.items():
        among = ", ".join(f"among {k} {sum(p < k for p in places) / len(places):.3f}" for k in AMONG)
        print(f"  vectors {share:.1f}: {among}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=400, help="questions of each set")
    options = parser.parse_args()
    torch.set_num_threads(1)
    word_pieces = WordPieces(TOKENIZER)
    vectors = Vectors(word_pieces)
    sets = {
        "written, one article": written("dev", word_pieces),
        "Wikipedia, one article": squad("squadshifts-wiki", word_pieces)[-WIKI_HELD_OUT:],
    }
    for name, asked in sets.items():
        each = [ranks(a, max(1, options.most // len(asked)), vectors) for a in asked]
        together = {share: [p for one in each for p in one[share]] for share in WEIGHTS_OF_VECTORS}
        show(name, together, sum(len(a.article.windows) for a in asked) // len(asked))
    whole = joined([*sets["written, one article"], *squad("squadshifts-wiki", word_pieces)], word_pieces)
    start = time.process_time()
    found = ranks(whole, options.most, vectors)
    show("all together", found, len(whole.article.windows))
    print(f"  {1000 * (time.process_time() - start) / len(whole.article.windows):.0f} ms of processor time a window")


if __name__ == "__main__":
    main()
