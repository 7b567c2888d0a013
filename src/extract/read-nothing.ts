import type { Article } from '../article/article.js';
import type { Analysis } from './analysis.js';

/** An analysis of an article in which nothing was found, not even its words. */
export function readNothing(article: Article): Analysis {
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
