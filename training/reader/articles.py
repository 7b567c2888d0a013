"""An article as sentences and windows, and an ordinary ranking of its windows by shared words."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field

from .contract import JOIN_BELOW, MOST_SENTENCES, MOST_TITLE, MOST_WINDOW
from .word_pieces import Pieces, Span, WordPieces

SHORT_FORM = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Prof|Inc|Ltd|Co|Corp|vs|No|Vol|pp|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept|Sep|Oct|Nov|Dec|approx|ca|e\.g|i\.e|U\.S|U\.K|a\.m|p\.m|[A-Z])\.$"
)
END = re.compile(r"[.!?…]+[\"”’')\]]*\s+|\n+")
START = re.compile(r"[\"“‘(\[]?[A-Z0-9]")
WORD = re.compile(r"[a-z0-9]+")
STOP = frozenset(
    "a an the of in on at to for and or is are was were be been being with by from as it its this that these those his"
    " her their he she they i you we which who whom whose what when where why how did does do done has have had will"
    " would can could should may might not no than then there here s t about into also any some such".split()
)
ENDINGS = ("ingly", "edly", "ings", "ing", "ies", "ied", "ed", "es", "s", "ly")


def sentences(text: str, base: int = 0) -> list[Span]:
    """The sentences of a paragraph; `base` is where it starts in the article."""
    found: list[Span] = []
    start = 0
    for end in END.finditer(text):
        if "\n" not in end.group():
            follows = text[end.end() : end.end() + 2]
            if SHORT_FORM.search(text[start : end.start() + 1]) or (follows and not START.match(follows)):
                continue
        stop = end.start() + len(end.group().rstrip())
        if text[start:stop].strip():
            found.append((base + start, base + stop))
        start = end.end()
    if text[start:].strip():
        found.append((base + start, base + len(text.rstrip())))
    return found


def stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def terms(text: str) -> list[str]:
    return [stem(word) for word in WORD.findall(text.lower()) if word not in STOP]


@dataclass(eq=False)
class Article:
    """`windows` are lists of sentence numbers: whole sentences, short paragraphs together, long ones parted."""

    title: str | None
    paragraphs: list[str]
    text: str
    sentences: list[Span]
    paragraph_of: list[int]
    pieces: list[Pieces]
    title_pieces: Pieces
    windows: list[list[int]]
    window_of: dict[int, int]
    _terms: list[Counter[str]]
    _lengths: list[int] = field(init=False)
    _average_length: float = field(init=False)
    _known: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        self._lengths = [sum(counts.values()) for counts in self._terms]
        self._average_length = max(1.0, sum(self._lengths) / max(1, len(self._lengths)))
        self._known = Counter(term for counts in self._terms for term in counts)

    @staticmethod
    def read(title: str | None, paragraphs: list[str], word_pieces: WordPieces) -> Article:
        text = "\n\n".join(paragraphs)
        found: list[Span] = []
        paragraph_of: list[int] = []
        at = 0
        for number, paragraph in enumerate(paragraphs):
            here = sentences(paragraph, at)
            found += here
            paragraph_of += [number] * len(here)
            at += len(paragraph) + 2
        pieces = [moved(word_pieces.encode(text[s:e]).cut(MOST_WINDOW), s) for s, e in found]
        windows = windows_of([len(p.ids) for p in pieces], paragraph_of)
        return Article(
            title=title,
            paragraphs=paragraphs,
            text=text,
            sentences=found,
            paragraph_of=paragraph_of,
            pieces=pieces,
            title_pieces=word_pieces.encode(title or "").cut(MOST_TITLE),
            windows=windows,
            window_of={k: w for w, ks in enumerate(windows) for k in ks},
            _terms=[Counter(t for k in ks for t in terms(text[found[k][0] : found[k][1]])) for ks in windows],
        )

    def sentence_at(self, place: int) -> int | None:
        return next((k for k, (s, e) in enumerate(self.sentences) if s <= place < e), None)

    def sentence_text(self, number: int) -> str:
        start, end = self.sentences[number]
        return self.text[start:end]

    def window_text(self, window: int) -> str:
        return " ".join(self.sentence_text(k) for k in self.windows[window])

    def ranked(self, question: str) -> list[int]:
        """Windows by BM25, best first."""
        scores = self.scores(question)
        return sorted(range(len(self.windows)), key=lambda w: (-scores[w], w))

    def scores(self, question: str) -> list[float]:
        asked = set(terms(question))
        return [self._score(counts, length, asked) for counts, length in zip(self._terms, self._lengths)]

    def _score(self, counts: Counter[str], length: int, asked: set[str]) -> float:
        usual = 1.2 * (0.3 + 0.7 * length / self._average_length)
        total = 0.0
        for term in asked:
            if count := counts.get(term):
                rarity = math.log(1 + (len(self.windows) - self._known[term] + 0.5) / (self._known[term] + 0.5))
                total += rarity * count * 2.2 / (count + usual)
        return total


def moved(pieces: Pieces, by: int) -> Pieces:
    return Pieces(pieces.ids, [(start + by, end + by) for start, end in pieces.words])


def windows_of(sizes: list[int], paragraph_of: list[int]) -> list[list[int]]:
    windows: list[list[int]] = []
    window: list[int] = []
    size = 0
    for number, more in enumerate(sizes):
        parted = number > 0 and paragraph_of[number] != paragraph_of[number - 1]
        full = size + more > MOST_WINDOW or len(window) == MOST_SENTENCES or (parted and size >= JOIN_BELOW)
        if window and full:
            windows.append(window)
            window, size = [], 0
        window.append(number)
        size += more
    if window:
        windows.append(window)
    return windows
