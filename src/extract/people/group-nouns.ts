import { wordsOf } from '../../lexicon/words.js';

const GROUP_NOUNS = new Set(wordsOf('people', 'groups'));

/** Whether a noun, compared form, means an organisation or a place: "company", "town". */
export function isGroupNoun(word: string): boolean {
  return GROUP_NOUNS.has(word);
}
