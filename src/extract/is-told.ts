import type { Article } from '../article/article.js';
import { byLanguage } from '../lexicon/language.js';

/**
 * What the rules of a language tell of an article beside what its writing shows: who the people in it are, whatever they are called there;
 * who says what is said; and values in words, with what they count and how sure they are.
 */
export type ToldByRules = 'people' | 'speakers' | 'values';

const toldIn = byLanguage<ReadonlySet<ToldByRules>>(
  { en: new Set<ToldByRules>(['people', 'speakers', 'values']) },
  new Set<ToldByRules>(),
);

/** Whether something is told of an article, by the rules of its language (see `reading-rules`). */
export function isTold(what: ToldByRules, { meta }: Pick<Article, 'meta'>): boolean {
  return toldIn(meta.language).has(what);
}
