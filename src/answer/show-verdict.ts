import { isOverlapping, type Span } from '../article/span.js';
import type { Excerpt, Reply, Section } from '../bot/reply.js';
import { isTold } from '../extract/is-told.js';
import { asksSeveral } from '../language/asks-several.js';
import type { Question } from '../language/question.js';
import type { Corpus } from '../library/corpus.js';
import { phrase } from '../messages/phrase.js';
import type { JudgedSentence, Verdict } from '../search/verdict.js';
import { findAnsweringWords } from './answering-words.js';
import { createExcerpt } from './excerpt.js';
import { sayNothing } from './say-nothing.js';
import { widenToNamed } from './widen-to-named.js';
import { widenToWhole } from './widen-to-whole.js';

/** Excerpts shown in all; of a question for a list each that answers. */
const MOST_SHOWN = 3;
const MOST_LISTED = 6;

/** The least odds of a sentence that is shown beside an answer: it may bear on the question. */
const REAL_ODDS = 0.02;

/** The share of the best sentence's odds from which another one belongs to what was asked for: in a list, or if two say that it is left open. */
const AS_GOOD = 0.2;

/** A verdict as a reply: what was found in excerpts, under words that fit how likely it answers. */
export async function showVerdict(
  corpus: Corpus,
  asked: string,
  question: Question,
  { kind, sentences }: Verdict,
): Promise<Reply> {
  if (kind === 'nothing' || sentences.length === 0)
    return { kind: 'nothing', asked, note: sayNothing(corpus.articles, asked) };
  if (kind === 'answer') return showAnswer(corpus, asked, question, sentences);
  if (kind === 'open') {
    const excerpts = await show(corpus, keepAsGood(sentences).slice(0, MOST_SHOWN));
    return { kind: 'open', asked, sections: [{ heading: null, excerpts }] };
  }
  const excerpts = await show(corpus, sentences.slice(0, MOST_SHOWN));
  const lead = {
    'may-answer': phrase('answer.may-answer'),
    shared: phrase('answer.words-shared'),
    unanswered: phrase('answer.related'),
  }[kind];
  return { kind: 'related', asked, lead, sections: [{ heading: null, excerpts }] };
}

async function showAnswer(
  corpus: Corpus,
  asked: string,
  question: Question,
  sentences: readonly JudgedSentence[],
): Promise<Reply> {
  const answering = asksSeveral(question)
    ? keepAsGood(sentences).slice(0, MOST_LISTED)
    : sentences.slice(0, 1);
  const others = sentences
    .filter((one) => !answering.includes(one) && one.probability >= REAL_ODDS)
    .slice(0, Math.max(0, MOST_SHOWN - answering.length));
  const main = await show(corpus, answering, question);
  const beside = (await show(corpus, others)).filter(
    (one) => !main.some((other) => other.article === one.article && isOverlapping(other, one)),
  );
  const sections: Section[] = [
    { heading: null, excerpts: main },
    { heading: phrase('answer.also-close'), excerpts: beside },
  ];
  return { kind: 'answer', asked, sections: sections.filter(({ excerpts }) => excerpts.length > 0) };
}

function keepAsGood(sentences: readonly JudgedSentence[]): JudgedSentence[] {
  const least = AS_GOOD * (sentences[0]?.share ?? 0);
  return sentences.filter(({ share }) => share >= least);
}

/** Sentences as excerpts, each with what it is nothing without and its probability; one that another shows already is left out. With `question` its answering words are in bold. */
async function show(
  corpus: Corpus,
  sentences: readonly JudgedSentence[],
  question: Question | null = null,
): Promise<Excerpt[]> {
  const excerpts: Excerpt[] = [];
  for (const one of sentences) {
    const { article, probability } = one;
    const { span, highlights } = await showOne(corpus, one, question);
    if (excerpts.some((other) => other.article === article && isOverlapping(other, span))) continue;
    excerpts.push({ ...createExcerpt(article, span, { highlights }), confidence: probability });
  }
  return excerpts;
}

async function showOne(
  corpus: Corpus,
  one: JudgedSentence,
  question: Question | null,
): Promise<{ readonly span: Span; readonly highlights: readonly Span[] }> {
  const { article, sentence } = one;
  if (!isTold('people', article)) return { span: sentence, highlights: [] };
  const analysis = await corpus.readNear(article, [sentence]);
  const span = widenToNamed(analysis, sentence, widenToWhole(analysis, sentence));
  return { span, highlights: question === null ? [] : findAnsweringWords(question, analysis, one) };
}
