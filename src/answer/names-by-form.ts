import { textAt } from '../article/article.js';
import { byLanguage } from '../lexicon/language.js';
import type { Corpus } from '../library/corpus.js';

/** Passages that are looked through. */
const MOST_PASSAGES = 20;

/** Words in capitals behind a word that is not: the first word of a sentence has one in any case. */
const CAPITALS =
  /(?<=(?<![\p{L}\p{N}])[\p{Ll}\p{N}][\p{L}\p{N}’'-]*[,;:]? )\p{Lu}[\p{L}\p{M}’'-]+(?: \p{Lu}\p{M}*\.| \p{Lu}[\p{L}\p{M}’'-]+){0,3}/gu;

/** By the languages in which hardly anything but a name has a capital inside a sentence. */
const formOfNames = byLanguage<RegExp | null>({ en: CAPITALS }, null);

const POSSESSIVE = /[’']s?$/u;

/**
 * What looks like a name in the passages that share words with what was typed, most frequent first; none of articles in a language that does not show names by their form. No article need be
 * read for it.
 *
 * Gets wrong: other words in capitals ("Monday", "State Department Building"), and a name that only ever begins its sentence.
 */
export function namesByForm({ index }: Pick<Corpus, 'index'>, typed: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const { article, passage } of index.findPassages(typed, { limit: MOST_PASSAGES })) {
    const form = formOfNames(article.meta.language);
    if (form === null) continue;
    for (const [found] of textAt(article, passage).matchAll(form)) {
      const name = found.replace(POSSESSIVE, '');
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
}
