"""Which questions are read, in which shares, and how the shares change while training goes on."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from .articles import Article
from .data_sets import SQUAD_HELD_OUT, WIKI_HELD_OUT, Asked, Question, own_articles, put_together, qamr, squad, written
from .readings import Reading, reading
from .word_pieces import WordPieces

FIRST_PART = 0.33
"""The share of training after which the written articles come in full."""

FIRST = {"wiki": 0.5, "squad": 0.2, "reddit": 0.06, "amazon": 0.04, "qamr": 0.08, "written": 0.12}
SECOND = {"wiki": 0.25, "squad": 0.17, "reddit": 0.03, "amazon": 0.02, "qamr": 0.02, "written": 0.51}

OWN_NEAR = "written"
"""The source that brings near misses written by hand."""

LEFT_OPEN_TIMES = 4
"""Questions that an article leaves open are few: each is asked this often for every time another one is."""

IMPOSSIBLE_TIMES = 6
"""The same for questions that people wrote so that a passage only seems to answer them."""


@dataclass(eq=False)
class Deck:
    """All questions of a source in a random order, dealt to the end before they are mixed again."""

    items: list[tuple[Article, Question]]
    order: list[int]

    def deal(self, rng: random.Random) -> tuple[Article, Question]:
        if not self.order:
            self.order = rng.sample(range(len(self.items)), len(self.items))
        return self.items[self.order.pop() % len(self.items)]


def times(question: Question) -> int:
    if question.left_open:
        return LEFT_OPEN_TIMES
    return IMPOSSIBLE_TIMES if question.style == "impossible" else 1


class Mixture:
    def __init__(self, word_pieces: WordPieces, own: Path | None, seed: int) -> None:
        self.rng = random.Random(seed)
        mine = own_articles(own, word_pieces) if own and own.is_dir() else []
        sources: dict[str, list[Asked]] = {
            "wiki": squad("squadshifts-wiki", word_pieces)[:-WIKI_HELD_OUT],
            "squad": squad_parts(word_pieces)[0],
            "reddit": put_together("squadshifts-reddit", word_pieces, seed),
            "amazon": put_together("squadshifts-amazon", word_pieces, seed),
            "qamr": qamr(word_pieces, seed),
            "written": written("train", word_pieces) + mine,
        }
        self.articles = {name: [a.article for a in asked] for name, asked in sources.items()}
        self.decks = {
            name: Deck(
                [
                    (a.article, q)
                    for a in asked
                    for q in a.questions
                    for _ in range(times(q))
                ],
                [],
            )
            for name, asked in sources.items()
        }

    def next(self, progress: float) -> tuple[str, Reading]:
        shares = FIRST if progress < FIRST_PART else SECOND
        name = self.rng.choices(list(shares), weights=list(shares.values()))[0]
        article, question = self.decks[name].deal(self.rng)
        others = [a for a in self.rng.sample(self.articles[name], min(2, len(self.articles[name]))) if a is not article]
        return name, reading(article, question, others, self.rng, name == OWN_NEAR)

    def state(self) -> dict[str, object]:
        return {"rng": self.rng.getstate(), "orders": {name: deck.order for name, deck in self.decks.items()}}

    def resume(self, state: dict[str, object]) -> None:
        rng, orders = state["rng"], state["orders"]
        if not isinstance(rng, tuple) or not isinstance(orders, dict):
            raise ValueError("The saved state does not hold the order of the questions.")
        self.rng.setstate(rng)
        for name, order in orders.items():
            self.decks[name].order = [i for i in order if i < len(self.decks[name].items)]


def squad_parts(word_pieces: WordPieces) -> tuple[list[Asked], list[Asked]]:
    """squad-train-part to train on, and its held-out articles with unanswerable questions."""
    asked = squad("squad-train-part", word_pieces)
    with_near = [a for a in asked if any(q.lures for q in a.questions)]
    held = with_near[-SQUAD_HELD_OUT:]
    return [a for a in asked if a not in held], held
