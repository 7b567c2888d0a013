import type { Cut } from '../lexicon/languages.js';

/** What is left of a word by each of some cuts, each form once; none if they leave it as it is. */
export function cutForms(word: string, cuts: readonly Cut[] = []): string[] {
  const forms = cuts.map(([pattern, left]) => word.replace(pattern, left));
  return [...new Set(forms)].filter((form) => form !== word);
}
