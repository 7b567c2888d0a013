import { type Article, textAt } from '../article/article.js';
import type { Span } from '../article/span.js';
import { findKeyedWords } from '../language/find-keyed-words.js';
import type { KeyedWord } from '../language/keyed-word.js';

/** A stretch of an article to look at closely. */
export interface ReadStretch {
  readonly article: Article;
  readonly passage: Span;
  /** Its words, their spans in the article's text. */
  readonly words: readonly KeyedWord[];
}

/** A stretch of an article with its words. */
export function readStretch(article: Article, { start, end }: Span): ReadStretch {
  // Field by field: a search reads thousands of words, and spreading each takes several times as long.
  const words = findKeyedWords(textAt(article, { start, end }), article.meta.language).map(
    ({ norm, stem, others, isStop, whole, start: from, end: to }) => ({
      start: from + start,
      end: to + start,
      norm,
      stem,
      others,
      isStop,
      whole,
    }),
  );
  return { article, passage: { start, end }, words };
}
