"""The data sets as articles with questions, parted by article into what trains and what judges."""

from __future__ import annotations

import json
import os
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .articles import Article
from .word_pieces import Span, WordPieces

WIKI_HELD_OUT = 8
"""The last articles of squadshifts-wiki are never trained on."""

SQUAD_HELD_OUT = 2
"""So are the last articles of squad-train-part that have unanswerable questions."""

BESIDE = Path(__file__).parents[3] / "shared" / "data"
"""Where the data sets are if EVAL_DATA does not say: beside the repository."""

TEXTS_TOGETHER = 14
"""Forum posts and reviews put together as one article."""

OTHER_LANGUAGES = "b3.jsonl"


@dataclass(frozen=True, eq=False)
class Question:
    """`answers`: by sentence number the words that answer; `left_open`: sentences that say that the article leaves it
    open; `lures`: sentences that tempt where nothing answers."""

    text: str
    answers: dict[int, Span]
    left_open: frozenset[int] = frozenset()
    lures: frozenset[int] = frozenset()
    style: str = ""


@dataclass(frozen=True, eq=False)
class Asked:
    article: Article
    questions: list[Question]


def data_folder() -> Path:
    folder = Path(os.environ.get("EVAL_DATA", BESIDE))
    if not folder.is_dir():
        raise SystemExit(f"The data folder {folder} is not there: set EVAL_DATA to it.")
    return folder


def holding(article: Article, spans: list[Span]) -> dict[int, Span]:
    """The sentences that hold a whole answer, each with the shortest of its answers."""
    found: dict[int, Span] = {}
    for start, end in spans:
        for number, (first, last) in enumerate(article.sentences):
            shorter = number not in found or end - start < found[number][1] - found[number][0]
            if first <= start and end <= last and shorter:
                found[number] = (start, end)
    return found


def squad(name: str, word_pieces: WordPieces) -> list[Asked]:
    raw = json.loads((data_folder() / "qa" / f"{name}.json").read_text(encoding="utf8"))
    articles: list[dict[str, Any]] = raw["data"] if isinstance(raw, dict) else raw
    return [_squad_article(a["title"].replace("_", " "), a["paragraphs"], word_pieces) for a in articles]


def put_together(name: str, word_pieces: WordPieces, seed: int) -> list[Asked]:
    """Forum posts or reviews, some at a time as an article without a title."""
    raw = json.loads((data_folder() / "qa" / f"{name}.json").read_text(encoding="utf8"))
    articles: list[dict[str, Any]] = raw["data"] if isinstance(raw, dict) else raw
    texts = [p for a in articles for p in a["paragraphs"]]
    random.Random(seed).shuffle(texts)
    parts = [texts[i : i + TEXTS_TOGETHER] for i in range(0, len(texts), TEXTS_TOGETHER)]
    return [_squad_article(None, part, word_pieces) for part in parts]


def _squad_article(title: str | None, paragraphs: list[dict[str, Any]], word_pieces: WordPieces) -> Asked:
    article = Article.read(title, [p["context"] for p in paragraphs], word_pieces)
    questions: list[Question] = []
    at = 0
    for paragraph in paragraphs:
        within = (at, at + len(paragraph["context"]))
        for asked in paragraph["qas"]:
            spans = [(at + a["answer_start"], at + a["answer_start"] + len(a["text"])) for a in asked["answers"]]
            if asked.get("is_impossible"):
                lures = frozenset(
                    k for k, (s, e) in enumerate(article.sentences) if within[0] <= s and e <= within[1]
                )
                questions.append(Question(asked["question"], {}, lures=lures, style="impossible"))
            elif answers := holding(article, spans):
                questions.append(Question(asked["question"], answers))
        at += len(paragraph["context"]) + 2
    return Asked(article, questions)


def qamr(word_pieces: WordPieces, seed: int, together: int = 8, most: int = 8) -> list[Asked]:
    """Questions on single sentences; the sentences of some pieces put together as an article."""
    rng = random.Random(seed)
    folder = data_folder() / "qa" / "qamr"
    texts: dict[str, str] = json.loads((folder / "sentences.json").read_text(encoding="utf8"))
    questions: defaultdict[str, list[tuple[str, Span]]] = defaultdict(list)
    for line in (folder / "questions.jsonl").read_text(encoding="utf8").splitlines():
        asked = json.loads(line)
        questions[asked["id"]].append((asked["question"], (asked["answer"][0], asked["answer"][1])))
    pieces: defaultdict[str, list[str]] = defaultdict(list)
    for key in texts:
        pieces[key.rsplit(":", 2)[0]].append(key)
    order = [sorted(keys, key=lambda k: [int(x) for x in k.rsplit(":", 2)[1:]]) for keys in pieces.values()]
    rng.shuffle(order)
    out: list[Asked] = []
    for i in range(0, len(order), together):
        paragraphs: list[str] = []
        spans: list[tuple[str, Span]] = []
        at = 0
        for keys in order[i : i + together]:
            paragraphs.append(" ".join(texts[k] for k in keys))
            start = at
            for key in keys:
                few = rng.sample(questions[key], min(most, len(questions[key])))
                spans += [(text, (start + s, start + e)) for text, (s, e) in few]
                start += len(texts[key]) + 1
            at += len(paragraphs[-1]) + 2
        article = Article.read(None, paragraphs, word_pieces)
        asked = [Question(text, answers) for text, span in spans if (answers := holding(article, [span]))]
        out.append(Asked(article, asked))
    return out


def written(part: str, word_pieces: WordPieces) -> list[Asked]:
    """Articles written for Footnote. Of every file one article in five is kept back: of those the first, the third and so
    on are `dev`, the others `final`, looked at only for the closing figures."""
    out: list[Asked] = []
    for file in sorted((data_folder() / "written").glob("*.jsonl")):
        if file.name == OTHER_LANGUAGES:
            continue
        for index, line in enumerate(file.read_text(encoding="utf8").splitlines()):
            round_of_five, place = divmod(index, 5)
            belongs = "train" if place != 4 else "dev" if round_of_five % 2 == 0 else "final"
            if belongs == part:
                out.append(written_article(json.loads(line), word_pieces))
    return out


def own_articles(folder: Path, word_pieces: WordPieces) -> list[Asked]:
    """All of the project's own training articles, in the form of the written ones."""
    lines = [line for file in sorted(folder.glob("*.jsonl")) for line in file.read_text(encoding="utf8").splitlines()]
    return [written_article(json.loads(line), word_pieces) for line in lines]


def written_article(raw: dict[str, Any], word_pieces: WordPieces) -> Asked:
    article = Article.read(raw["title"], raw["paragraphs"], word_pieces)
    questions: list[Question] = []
    for asked in raw["questions"]:
        if answers := _written_answers(article, asked):
            questions.append(Question(asked["q"], answers, style=asked["style"]))
    for asked in raw["near_misses"]:
        if lures := _sentences_of(article, asked["lure"]):
            questions.append(Question(asked["q"], {}, lures=frozenset(lures), style=f"near: {asked['why']}"))
    for asked in raw["denied"]:
        open_in = frozenset(k for text in asked["sentences"] for k in _sentences_of(article, text))
        if open_in:
            questions.append(Question(asked["q"], {}, left_open=open_in, style="left open"))
    return Asked(article, questions)


def _written_answers(article: Article, asked: dict[str, Any]) -> dict[int, Span]:
    answers: dict[int, Span] = {}
    for i, text in enumerate(asked["sentences"]):
        numbers = _sentences_of(article, text)
        at = text.find(asked["answer"])
        if i == 0 and at >= 0:
            start = article.text.find(text) + at
            span = (start, start + len(asked["answer"]))
            numbers = [k for k in numbers if overlaps(article.sentences[k], span)] or numbers
            answers |= {k: clipped(span, article.sentences[k]) for k in numbers}
        else:
            answers |= {k: article.sentences[k] for k in numbers if k not in answers}
    return answers


def _sentences_of(article: Article, text: str) -> list[int]:
    """The sentences that stand in a piece of the article's text."""
    at = article.text.find(text)
    if at < 0:
        return []
    return [k for k, span in enumerate(article.sentences) if overlaps(span, (at, at + len(text.rstrip())))]


def overlaps(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def clipped(span: Span, within: Span) -> Span:
    inside = (max(span[0], within[0]), min(span[1], within[1]))
    return inside if inside[0] < inside[1] else within
