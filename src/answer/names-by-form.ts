import { textAt } from '../article/article.js';
import { isEnglish } from '../article/language-tag.js';
import type { Corpus } from '../library/corpus.js';

/** Passages that are looked through. */
const MOST_PASSAGES = 20;

/** Words in capitals behind a word that is not: the first word of a sentence has one in any case. */
const CAPITALS =
  /(?<=(?<![\p{L}\p{N}])[\p{Ll}\p{N}][\p{L}\p{N}’'-]*[,;:]? )\p{Lu}[\p{L}\p{M}’'-]+(?: \p{Lu}\p{M}*\.| \p{Lu}[\p{L}\p{M}’'-]+){0,3}/gu;

const POSSESSIVE = /[’']s?$/u;

/**
 * What looks like a name in the passages that share words with what was typed, most frequent first; none of articles in other languages than English. No article need be
 * read for it.
 *
 * Gets wrong: other words in capitals ("Monday", "State Department Building"), and a name that only ever begins its sentence.
 */
export function namesByForm({ index }: Pick<Corpus, 'index'>, typed: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const { article, passage } of index.findPassages(typed, { limit: MOST_PASSAGES })) {
    if (!isEnglish(article.meta.language)) continue;
    for (const [found] of textAt(article, passage).matchAll(CAPITALS)) {
      const name = found.replace(POSSESSIVE, '');
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
}
