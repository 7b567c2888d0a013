import { ANSWERS_FROM } from '../src/answer/ask.js';
import { type Article, textAt } from '../src/article/article.js';
import { findEntities } from '../src/extract/people/find-entities.js';
import type { NameModel } from '../src/extract/people/name-model.js';
import type { Reading } from '../src/extract/reading.js';
import { type Annotation, tokenize } from '../src/language/annotation.js';
import type { Token } from '../src/language/token.js';
import type { Ranking } from '../src/search/rank-sentences.js';
import { type EvalArticle, type EvalQuestion, type EvalText, isGold, toArticle } from './eval-data.js';
import { scoreWords } from './eval-measures.js';
import type { Outcome } from './outcome.js';

/** Excerpts that a reader is shown. */
const SHOWN = 3;

const tokensOf = new Map<string, Token[]>();

/** `annotate`, but a sentence seen before is not tagged again: the same paragraphs are read many times over here. */
export function annotateAgain(article: Article): Annotation {
  const tokens: Token[] = [];
  const sentenceTokens: { first: number; end: number }[] = [];
  for (const { start, end } of article.sentences) {
    const text = article.text.slice(start, end);
    let own = tokensOf.get(text);
    if (own === undefined) {
      own = tokenize(text, article.meta.language);
      tokensOf.set(text, own);
    }
    const first = tokens.length;
    for (const token of own) tokens.push({ ...token, start: token.start + start, end: token.end + start });
    sentenceTokens.push({ first, end: tokens.length });
  }
  return { article, tokens, sentenceTokens };
}

/** A reading for ranking: the article's words and names. */
export function readAgain(article: Article, names: NameModel | null): Reading {
  const annotation = annotateAgain(article);
  const entities = names === null ? [] : findEntities(annotation, names);
  return { article, annotation, entities, attributions: [], terms: [], facts: [] };
}

/** An article of a set as read, with what judges rankings of its sentences. */
export interface EvalReading {
  readonly text: EvalText;
  readonly reading: Reading;
  readonly judge: (question: EvalQuestion, ranking: Ranking, milliseconds: number) => Outcome;
}

/** Reads an article of a set, or only the given paragraphs of it. */
export function readSource(
  source: EvalArticle,
  keep: readonly number[] | null,
  names: NameModel,
): EvalReading {
  const text = toArticle(source, keep);
  const reading = readAgain(text.article, names);
  return {
    text,
    reading,
    judge(question, { sentences, confidence, isMentioned }, milliseconds) {
      const right = sentences.slice(0, SHOWN).map(({ sentence }) => isGold(text, question, sentence));
      const words = sentences[0]?.answer.map((span) => textAt(text.article, span)).join(' ') ?? '';
      const gold = question.answers.map((answer) => answer.text);
      return {
        isRight: right[0] === true,
        isAmongThree: right.includes(true),
        confidence: isMentioned ? confidence : 0,
        isAnswered: isMentioned && confidence >= ANSWERS_FROM,
        words: question.isEvidence || gold.length === 0 ? null : scoreWords(words, gold),
        milliseconds,
      };
    },
  };
}
