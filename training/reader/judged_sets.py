"""The sets that judge: every question with its article, and where something was taken away from it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .articles import Article, terms
from .data_sets import WIKI_HELD_OUT, Asked, Question, data_folder, own_articles, squad, written
from .mixture import squad_parts
from .word_pieces import WordPieces


@dataclass(frozen=True, eq=False)
class Judged:
    """`windows` are those that may be read (None: the whole article's)."""

    kind: str
    article: Article
    question: Question
    windows: list[int] | None = None


def judged(name: str, word_pieces: WordPieces) -> Iterator[Judged]:
    if name.startswith("written-"):
        yield from written_set(written(name.removeprefix("written-"), word_pieces))
    elif name in ("wiki-dev", "wiki-final"):
        held_out = squad("squadshifts-wiki", word_pieces)[-WIKI_HELD_OUT:]
        yield from wiki_set(held_out[0 if name == "wiki-dev" else 1 :: 2])
    elif name == "squad":
        yield from passages_set(squad_parts(word_pieces)[1])
    elif name == "news-quiz":
        yield from news_quiz(word_pieces)
    elif name == "multirc":
        yield from multirc(word_pieces)
    elif Path(name).is_dir():
        yield from written_set(own_articles(Path(name), word_pieces))
    else:
        raise SystemExit(f"There is no set {name}: take one of {', '.join(SETS)}, or a folder of articles.")


SETS = ("written-dev", "written-final", "wiki-dev", "wiki-final", "squad", "news-quiz", "multirc")


def written_set(asked: list[Asked]) -> Iterator[Judged]:
    for a in asked:
        for question in a.questions:
            kind = "near miss" if question.lures else "left open" if question.left_open else "answered"
            yield Judged(kind, a.article, question)


def wiki_set(asked: list[Asked]) -> Iterator[Judged]:
    """Over the whole article, in the given paragraph, and with that paragraph taken away."""
    for a in asked:
        for question in a.questions:
            paragraphs = {a.article.paragraph_of[k] for k in question.answers}
            mine = [w for w, ks in enumerate(a.article.windows) if any(a.article.paragraph_of[k] in paragraphs for k in ks)]
            yield Judged("answered", a.article, question)
            yield Judged("given paragraph", a.article, question, mine)
            yield Judged("removed", a.article, question, [w for w in range(len(a.article.windows)) if w not in mine])


def passages_set(asked: list[Asked]) -> Iterator[Judged]:
    """Single passages: questions that they answer, and real ones that they do not."""
    for a in asked:
        for question in a.questions:
            windows = sorted({a.article.window_of[k] for k in [*question.answers, *question.lures]})
            yield Judged("near miss" if question.lures else "answered", a.article, question, windows)


def news_quiz(word_pieces: WordPieces) -> Iterator[Judged]:
    """A sentence is right that holds the quiz's answer and stands by words of the question."""
    quizzes = json.loads((data_folder() / "qa" / "news-quiz-2023-2025.json").read_text(encoding="utf8"))
    for quiz in quizzes:
        paragraphs = [p.strip() for p in re.split(r"\n\s*\n", quiz["text"]) if p.strip()]
        article = Article.read(re.sub(r" [|-] [^|-]+$", "", quiz["title"]), paragraphs, word_pieces)
        answer = re.compile(rf"(?<!\w){re.escape(quiz['answer'].strip().lower())}(?!\w)")
        asked = set(terms(quiz["question"])) - set(terms(quiz["answer"]))
        answers = {}
        for k, (start, _) in enumerate(article.sentences):
            near = " ".join(article.sentence_text(n) for n in range(max(0, k - 1), min(len(article.sentences), k + 2)))
            if (match := answer.search(article.sentence_text(k).lower())) and asked & set(terms(near)):
                answers[k] = (start + match.start(), start + match.end())
        if answers:
            yield Judged("answered", article, Question(quiz["question"], answers))


def multirc(word_pieces: WordPieces) -> Iterator[Judged]:
    """Any of a question's evidence sentences is right."""
    folder = data_folder() / "qa"
    read: dict[str, Article] = {}
    for asked in json.loads((folder / "multirc-news.json").read_text(encoding="utf8")):
        name = asked["doc"]
        if name not in read:
            lines = (folder / "multirc-news" / name).read_text(encoding="utf8").splitlines()
            read[name] = Article.read(None, [line.strip() or "." for line in lines], word_pieces)
        article = read[name]
        lines_right = {int(number) for number, _ in asked["evidence"]}
        answers = {k: article.sentences[k] for k, p in enumerate(article.paragraph_of) if p in lines_right}
        if answers:
            yield Judged("answered", article, Question(asked["question"], answers, style="evidence"))
