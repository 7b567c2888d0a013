import { type Article, textAt } from '../article/article.js';
import type { Span } from '../article/span.js';
import type { AnswerReply, Excerpt, RelatedReply } from '../bot/reply.js';
import type { Analysis } from '../extract/analysis.js';
import { tokenize } from '../language/annotation.js';
import { phrase } from '../messages/phrase.js';
import { findPhrase } from '../search/find-phrase.js';
import { matchWord } from '../search/match-word.js';
import { showSentences } from './excerpt.js';
import { contentWordsOf } from './topic.js';

/** Sentences shown about a term. */
const MOST_SHOWN = 5;

/**
 * The sentences about something that the articles name in quotation marks ("Board of Peace"), as an
 * answer; about words that only occur in them, as related; null if they do not. A step after each article.
 */
export function* explainTerm(
  analyses: readonly Analysis[],
  asked: string,
): Generator<undefined, AnswerReply | RelatedReply | null> {
  const words = contentWordsOf(asked);
  const named: Excerpt[] = [];
  const mentioned: Excerpt[] = [];
  for (const analysis of analyses) {
    const { article, annotation } = analysis;
    const terms = analysis.terms.filter((span) => fits(words, article, span));
    const first = terms[0];
    const again = first === undefined ? [] : findPhrase(annotation, withoutMarks(textAt(article, first)));
    named.push(...showSentences(article, [...terms, ...again]));
    mentioned.push(...showSentences(article, findPhrase(annotation, asked)));
    yield;
  }
  if (named.length > 0) {
    return { kind: 'answer', asked, sections: [{ heading: null, excerpts: named.slice(0, MOST_SHOWN) }] };
  }
  if (mentioned.length === 0) return null;
  const sections = [{ heading: null, excerpts: mentioned.slice(0, MOST_SHOWN) }];
  const note = phrase('answer.words-unexplained', { asked });
  return { kind: 'related', asked, sections, note };
}

function fits(words: ReturnType<typeof contentWordsOf>, article: Article, span: Span): boolean {
  const own = tokenize(textAt(article, span), article.meta.language);
  return words.length > 0 && words.every((word) => own.some((token) => matchWord(word, token) !== null));
}

function withoutMarks(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
