"""A question with the windows that it is read with, and what is right: made anew each time it is asked."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from .articles import Article
from .data_sets import Question
from .near_misses import near_miss
from .word_pieces import Span

REMOVED = 0.22
"""Share of questions read without the window that answers."""

HARDENED = 0.22
"""Share of questions turned into near misses where a rule applies."""

TITLED = 0.75
"""Share of questions whose rows carry the article's title."""

FOREIGN = 0.12
"""Share of questions for which one wrong window is another article's."""

DEFORMED = 0.12
"""Share of questions in lower case, in capitals, without their mark or with a typing error."""

CANDIDATES = 6
"""Wrong windows are mostly taken from this many best ones by shared words."""


@dataclass(frozen=True, eq=False)
class Reading:
    question: str
    windows: list[tuple[Article, int]]
    answers: dict[int, Span]
    left_open: frozenset[int]
    titled: bool
    article: Article


def reading(article: Article, question: Question, others: list[Article], rng: random.Random, own_near: bool) -> Reading:
    """`own_near`: the article brings near misses of its own, so none are made by rule, and all that answers is marked."""
    order = article.ranked(question.text)
    titled = rng.random() < TITLED
    if question.lures:
        return _tempting(article, question, order, titled, rng)
    right = {article.window_of[k] for k in [*question.answers, *question.left_open]}
    wrong = [w for w in order if w not in right][:CANDIDATES]
    safe = wrong if own_near else [w for w in wrong if not says_too(article, w, question)]
    gone = bool(safe) and not question.left_open and rng.random() < REMOVED
    count = rng.choice((1, 2, 2, 3)) if gone else rng.choice((0, 1, 1, 1, 2))
    chosen = safe[:count] if rng.random() < 0.6 else rng.sample(safe, min(len(safe), count))
    windows = [(article, w) for w in ([] if gone else _right(right, rng)) + chosen]
    if others and chosen and rng.random() < FOREIGN:
        other = rng.choice(others)
        windows[-1] = (other, other.ranked(question.text)[0])
    if not gone and not own_near and question.answers and rng.random() < HARDENED:
        passage = " ".join(a.window_text(w) for a, w in windows)
        if changed := near_miss(question.text, article, passage, rng):
            return Reading(deformed(changed, rng), windows, {}, frozenset(), titled, article)
    return Reading(
        deformed(question.text, rng),
        windows,
        {} if gone else question.answers,
        frozenset() if gone else question.left_open,
        titled,
        article,
    )


def says_too(article: Article, window: int, question: Question) -> bool:
    """Whether a window holds an answer's words, though nobody marked them there."""
    text = article.window_text(window).lower()
    said = {article.text[s:e].lower() for s, e in question.answers.values()}
    return any(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) for words in said)


def _right(right: set[int], rng: random.Random) -> list[int]:
    """One window that answers; now and then two, where there are."""
    order = rng.sample(sorted(right), len(right))
    return order[: 2 if rng.random() < 0.3 else 1]


def _tempting(article: Article, question: Question, order: list[int], titled: bool, rng: random.Random) -> Reading:
    lures = sorted({article.window_of[k] for k in question.lures})
    windows = rng.sample(lures, min(2, len(lures)))
    more = [w for w in order[:4] if w not in windows][: rng.choice((0, 1, 1, 2))]
    return Reading(
        deformed(question.text, rng), [(article, w) for w in windows + more], {}, frozenset(), titled, article
    )


def deformed(text: str, rng: random.Random) -> str:
    if rng.random() >= DEFORMED:
        return text
    return rng.choice((lower, lower, text_without_mark, str.upper, typo))(text) if text else text


def lower(text: str) -> str:
    return text.lower().rstrip("?").rstrip()


def text_without_mark(text: str) -> str:
    return text.rstrip("?").rstrip()


def typo(text: str) -> str:
    """Two neighbouring letters of the longest word change places."""
    longest = max(text.split(), key=len)
    if len(longest) < 5:
        return text.lower()
    middle = len(longest) // 2
    wrong = longest[: middle - 1] + longest[middle] + longest[middle - 1] + longest[middle + 1 :]
    return text.replace(longest, wrong, 1)
