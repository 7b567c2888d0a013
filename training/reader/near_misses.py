"""Questions turned into near misses by rule: the same words about another name, number, month, direction, role or
quantity, or the opposite, wherever the changed word does not stand in the passage that it is read with."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from .articles import Article

OPPOSITES = (
    "opened/closed open/close opening/closing rise/fall rose/fell rising/falling increase/decrease increased/decreased"
    " win/lose won/lost winner/loser winning/losing buy/sell bought/sold buyer/seller before/after first/last"
    " largest/smallest biggest/smallest highest/lowest most/least more/fewer north/south east/west northern/southern"
    " eastern/western older/younger oldest/youngest early/late earlier/later begin/end began/ended beginning/ending"
    " start/finish started/finished start/stop started/stopped arrive/leave arrived/left support/oppose"
    " supported/opposed accept/reject accepted/rejected approve/reject approved/rejected allow/forbid allowed/banned"
    " enter/leave entered/left male/female man/woman men/women father/mother son/daughter brother/sister husband/wife"
    " king/queen born/died birth/death teacher/student employer/employee attack/defend attacked/defended"
    " built/demolished build/demolish create/destroy created/destroyed hired/fired import/export imported/exported"
    " lend/borrow gain/loss gained/lost above/below inside/outside upper/lower long/short longest/shortest high/low"
    " like/dislike liked/disliked good/bad best/worst cheap/expensive joined/left join/leave married/divorced"
    " appointed/dismissed elected/defeated praised/criticized praise/criticize agreed/refused agree/refuse raised/lowered"
    " raise/lower love/hate loved/hated hot/cold fast/slow public/private old/new major/minor minimum/maximum"
    " morning/evening summer/winter parent/child profit/loss home/away buff/nerf buffed/nerfed added/removed add/remove"
    " enable/disable enabled/disabled upgrade/downgrade landlord/tenant plaintiff/defendant chair/secretary"
    " lawyer/judge prosecutor/defender victim/suspect guest/host local/foreign hire/fire gave/received give/receive"
)
SWAP: dict[str, list[str]] = {}
for pair in OPPOSITES.split():
    one, other = pair.split("/")
    SWAP.setdefault(one, []).append(other)
    SWAP.setdefault(other, []).append(one)

NAME = re.compile(r"\b[A-Z][\w’'-]+(?: (?:of |the |de |van |von )?[A-Z][\w’'-]+)*")
NUMBER = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
YEAR = re.compile(r"[12]\d{3}")
COUNTED = re.compile(r"\b\d[\d,.]* ((?:[a-z]+ )?[a-z]{3,}s)\b")
HOW_MANY = re.compile(r"(?i)\bhow many ([a-z]+)\b")
MONTHS = "January February March April May June July August September October November December".split()
HELPERS = re.compile(r"\b(did|does|do|is|are|was|were|has|have|had|can|could|will|would)\b")
ASKING = re.compile(r"(?i)(who|what|which|where|when|why|how)\b")

Rule = Callable[[str, Article, str, random.Random], str | None]


def other_name(question: str, article: Article, passage: str, rng: random.Random) -> str | None:
    here = [m for m in NAME.finditer(question) if m.start() > 0 and m.group() in passage]
    if not here:
        return None
    match = rng.choice(here)
    words = match.group().count(" ")
    pool = sorted(
        name
        for name in names(article)
        if name not in passage
        and abs(name.count(" ") - words) <= 1
        and name.lower() not in question.lower()
        and name not in MONTHS
    )
    return replaced(question, match, rng.choice(pool)) if pool else None


def other_number(question: str, article: Article, passage: str, rng: random.Random) -> str | None:
    here = [m for m in NUMBER.finditer(question) if m.group() in passage]
    if not here:
        return None
    match = rng.choice(here)
    value = match.group()
    pool = sorted(
        n for n in set(NUMBER.findall(article.text)) if n not in passage and len(n) == len(value) and n != value
    )
    if not pool and YEAR.fullmatch(value):
        pool = [str(int(value) + d) for d in (-3, -2, -1, 1, 2, 3) if str(int(value) + d) not in passage]
    return replaced(question, match, rng.choice(pool)) if pool else None


def other_month(question: str, article: Article, passage: str, rng: random.Random) -> str | None:
    month = next((m for m in MONTHS if re.search(rf"\b{m}\b", question)), None)
    others = [m for m in MONTHS if m not in passage]
    return question.replace(month, rng.choice(others)) if month and others else None


def opposite(question: str, article: Article, passage: str, rng: random.Random) -> str | None:
    low = passage.lower()
    here = [
        (match, other)
        for match in re.finditer(r"[a-z]+", question)
        for other in SWAP.get(match.group(), ())
        if not re.search(rf"\b{other}\b", low)
    ]
    if not here:
        return None
    match, other = rng.choice(here)
    return replaced(question, match, other)


def negated(question: str, article: Article, passage: str, rng: random.Random) -> str | None:
    if rng.random() < 0.5 or not ASKING.match(question) or re.search(r"\bnot\b|n't|n’t", question):
        return None
    helper = HELPERS.search(question)
    if not helper:
        return None
    rest = question[helper.end() :]
    bare = not re.match(r" (the|a|an|[A-Z]|it|he|she|they|his|her|its)", rest)
    if bare and helper.group() in ("did", "does", "do", "has", "have", "had", "can", "could", "will", "would"):
        return f"{question[: helper.end()]} not{rest}"
    if helper.group() in ("did", "does", "do"):
        subject = re.match(
            r"( (?:the |a |an |his |her |its |their )?(?:[A-Z][\w’'-]*|it|he|she|they|[a-z]+)(?: [A-Z][\w’'-]*)*)( [a-z]+)",
            rest,
        )
        if subject:
            return f"{question[: helper.end()]}{subject.group(1)} not{rest[subject.end(1) :]}"
    return None


def roles_swapped(question: str, article: Article, passage: str, rng: random.Random) -> str | None:
    """ "When did Halsted buy Brannoch" asked the other way round."""
    match = re.match(rf"(?P<a>.*?\b(?:did|does|will|has|had) )(?P<x>{NAME.pattern})(?P<b> [a-z]+(?: [a-z]+)? )(?P<y>{NAME.pattern})(?P<c>.*)", question)
    if not match or match["x"] == match["y"] or re.search(r"\b(?:and|with|in|at|from|to|on|for|of)\b", match["b"]):
        return None
    return f"{match['a']}{match['y']}{match['b']}{match['x']}{match['c']}"


def other_quantity(question: str, article: Article, passage: str, rng: random.Random) -> str | None:
    match = HOW_MANY.search(question)
    if not match:
        return None
    low = passage.lower()
    pool = sorted(n for n in set(COUNTED.findall(article.text)) if n.split()[-1] not in low and n not in question.lower())
    return f"{question[: match.start(1)]}{rng.choice(pool)}{question[match.end(1) :]}" if pool else None


RULES: tuple[Rule, ...] = (
    other_name,
    other_name,
    other_number,
    other_month,
    opposite,
    negated,
    roles_swapped,
    other_quantity,
)


def near_miss(question: str, article: Article, passage: str, rng: random.Random) -> str | None:
    """The question changed so that the passage does not answer it, or None where no rule applies."""
    for rule in rng.sample(RULES, len(RULES)):
        changed = rule(question, article, passage, rng)
        if changed and changed != question:
            return changed
    return None


def replaced(question: str, match: re.Match[str], by: str) -> str:
    return question[: match.start()] + by + question[match.end() :]


_NAMES: dict[int, frozenset[str]] = {}


def names(article: Article) -> frozenset[str]:
    """Names that stand inside the article's sentences, not at their start."""
    key = id(article)
    if key not in _NAMES:
        _NAMES[key] = frozenset(
            m.group() for m in NAME.finditer(article.text) if re.match(r"[a-z,;] ", article.text[max(0, m.start() - 2) :])
        )
    return _NAMES[key]
