"""What a reading of one question says, in numbers: all that measures and calibration need."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

import numpy as np

from .articles import Article
from .batches import Row, batch, row
from .contract import ANSWERS, LEFT_OPEN
from .judged_sets import Judged
from .scorers import Scorer
from .word_pieces import Span, WordPieces

MOST_WINDOWS = 8
LONGEST_SPAN = 30
BATCH = 4


@dataclass(frozen=True)
class Record:
    set: str
    kind: str
    question: str
    best: str
    bold: str
    is_right: bool
    is_among_three: bool
    is_open_right: bool
    words_f1: float | None
    best_score: float
    second_score: float
    other_window_score: float
    open_score: float
    answers_sum: float
    open_sum: float
    first_stage_share: float
    first_stage_rank: int
    windows: int


@dataclass(frozen=True)
class Sentence:
    number: int
    score: float
    open_score: float
    window: int
    words: Span | None


def read_question(judged: Judged, set_name: str, scorer: Scorer, word_pieces: WordPieces) -> Record:
    article, question = judged.article, judged.question
    finding = article.scores(question.text)
    allowed = judged.windows if judged.windows is not None else list(range(len(article.windows)))
    chosen = sorted(allowed, key=lambda w: (-finding[w], w))[:MOST_WINDOWS]
    sentences = read_windows(article, question.text, chosen, scorer, word_pieces)
    order = sorted(sentences, key=lambda s: -s.score)
    if not order:
        return nothing(judged, set_name)
    best = order[0]
    open_best = max(sentences, key=lambda s: s.open_score)
    elsewhere = [s.score for s in order if s.window != best.window]
    right = question.answers if judged.kind != "removed" else {}
    bold = article.text[best.words[0] : best.words[1]] if best.words else ""
    golds = [article.text[s:e] for s, e in question.answers.values()] if best.number in right else []
    total = sum(finding[w] for w in chosen)
    return Record(
        set=set_name,
        kind=judged.kind,
        question=question.text,
        best=article.sentence_text(best.number),
        bold=bold,
        is_right=best.number in right,
        is_among_three=any(s.number in right for s in order[:3]),
        is_open_right=open_best.number in question.left_open,
        words_f1=max(f1(bold, gold) for gold in golds) if golds and question.style != "evidence" else None,
        best_score=best.score,
        second_score=order[1].score if len(order) > 1 else -20.0,
        other_window_score=max(elsewhere, default=-20.0),
        open_score=open_best.open_score,
        answers_sum=logsumexp([s.score for s in sentences]),
        open_sum=logsumexp([s.open_score for s in sentences]),
        first_stage_share=finding[best.window] / total if total else 0.0,
        first_stage_rank=chosen.index(best.window),
        windows=len(chosen),
    )


def nothing(judged: Judged, set_name: str) -> Record:
    return Record(
        set_name, judged.kind, judged.question.text, "", "", False, False, False, None,
        -20.0, -20.0, -20.0, -20.0, -20.0, -20.0, 0.0, 0, 0,
    )  # fmt: skip


def read_windows(
    article: Article, question: str, windows: list[int], scorer: Scorer, word_pieces: WordPieces
) -> list[Sentence]:
    rows = [row(question, article, w, True, word_pieces) for w in windows]
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].ids))
    found: list[Sentence] = []
    for at in range(0, len(order), BATCH):
        part = order[at : at + BATCH]
        scores, spans = scorer(batch([rows[i] for i in part]))
        for place, i in enumerate(part):
            for n, number in enumerate(rows[i].numbers):
                if n in rows[i].owner:
                    words = best_words(rows[i], n, spans[place])
                    answers, left_open = float(scores[place, n, ANSWERS]), float(scores[place, n, LEFT_OPEN])
                    found.append(Sentence(number, answers, left_open, windows[i], words))
    return found


def best_words(row: Row, sentence: int, span: np.ndarray) -> Span | None:
    """The likeliest start and end within the sentence, as whole words."""
    places = [i for i, owner in enumerate(row.owner) if owner == sentence]
    best, chosen = -math.inf, None
    for at, first in enumerate(places):
        last = max(places[at : at + LONGEST_SPAN], key=lambda i: span[i, 1])
        if span[first, 0] + span[last, 1] > best:
            best, chosen = float(span[first, 0] + span[last, 1]), (first, last)
    if chosen is None:
        return None
    start, end = row.words[chosen[0]], row.words[chosen[1]]
    return (start[0], end[1]) if start and end else None


def logsumexp(values: list[float]) -> float:
    top = max(values)
    return top + math.log(math.fsum(math.exp(v - top) for v in values))


def f1(said: str, gold: str) -> float:
    """Words shared, as SQuAD counts them."""
    one, other = (Counter(plain_words(text)) for text in (said, gold))
    shared = sum((one & other).values())
    return 2 * shared / (sum(one.values()) + sum(other.values())) if shared else 0.0


def plain_words(text: str) -> list[str]:
    return [w for w in re.sub(r"[^\w\s]", "", text.lower()).split() if w not in ("a", "an", "the")]
