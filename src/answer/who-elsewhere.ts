import type { Article } from '../article/article.js';
import type { Span } from '../article/span.js';
import type { Excerpt } from '../bot/reply.js';
import type { Analysis } from '../extract/analysis.js';
import { languageOf } from '../lexicon/language.js';
import type { Corpus } from '../library/corpus.js';
import { findLiteral } from '../search/find-phrase.js';
import { findBestMatches } from '../search/match-word.js';
import { showSentences } from './excerpt.js';
import { contentWordsOf } from './topic.js';

/** Sentences shown that have the words. */
const MOST_SHOWN = 5;

/**
 * The sentences of articles that hold all the words of a name, in any of their forms, the words highlighted;
 * in the order of the text, none if no sentence has them all.
 */
export async function findWordsElsewhere(
  corpus: Corpus,
  articles: readonly Article[],
  name: string,
): Promise<Excerpt[]> {
  const found: Excerpt[] = [];
  for (const article of articles) {
    found.push(...showSentences(article, findTogether(await corpus.read(article), name)));
    if (found.length >= MOST_SHOWN) break;
  }
  return found.slice(0, MOST_SHOWN);
}

/** The words of a name wherever one sentence has them all. */
function findTogether({ article, annotation }: Analysis, name: string): Span[] {
  const { language } = article.meta;
  if (languageOf(language).writing.isRunOn === true) return findLiteral(article, name.trim());
  const { tokens, sentenceTokens } = annotation;
  const words = contentWordsOf(name, language).map((word) => {
    const own = findBestMatches(
      word,
      tokens.filter(({ isWord }) => isWord),
    );
    return new Set(own.map(({ norm }) => norm));
  });
  return sentenceTokens.flatMap(({ first, end }) => {
    const own = tokens.slice(first, end);
    const places = words.map((norms) => own.filter(({ norm }) => norms.has(norm)));
    return words.length > 0 && places.every((some) => some.length > 0) ? places.flat() : [];
  });
}
