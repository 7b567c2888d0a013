import { linesOf } from '../lexicon/words.js';

/**
 * Forms that no stemmer brings to their word, each after its word: those of WordNet's exception lists (verb.exc, noun.exc,
 * adj.exc) that are common, less those that are more often another word ("found", "wound", "ground", "lay", "bore").
 */

const WORDS: ReadonlyMap<string, string> = new Map(
  linesOf('forms', 'irregular').flatMap((line) => {
    const [word = '', ...forms] = line.split(' ');
    return forms.map((form): [string, string] => [form, word]);
  }),
);

/**
 * The word of which a normalised word is an irregular form ("bought": "buy"); the word itself for any other.
 *
 * Gets wrong: forms that are also words of their own ("the left", "a rose", "leaves" of a tree and of a person).
 */
export function regularForm(norm: string): string {
  return WORDS.get(norm) ?? norm;
}
