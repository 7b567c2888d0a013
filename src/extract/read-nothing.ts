import type { Article } from '../article/article.js';
import type { Reading } from './reading.js';

/** A reading of an article in which nothing was found, not even its words. */
export function readNothing(article: Article): Reading {
  const sentenceTokens = article.sentences.map(() => ({ first: 0, end: 0 }));
  return {
    article,
    annotation: { article, tokens: [], sentenceTokens },
    entities: [],
    attributions: [],
    terms: [],
    facts: [],
  };
}
