import type { WordVectors } from './vectors.js';

/** A word that may stand for another, by their keys (see `findWordKeys`). */
export interface RelatedWord {
  readonly key: string;
  /** How surely it says the same, 0 to 1 (see `NEARNESS`). */
  readonly nearness: number;
}

/** Words that may stand for one another. */
export interface RelatedWords {
  /** The words that may stand for the word of a key, nearest first; none where it is not known. */
  find(key: string): readonly RelatedWord[];
}

/** What is known of English words: where ranking looks up words that the question and the article do not share. */
export interface Lexicon {
  readonly vectors: WordVectors;
  readonly related: RelatedWords;
}

/** By columns of the table: words for the same, of another part of speech ("founder" of "founded"), broader or narrower words. */
const NEARNESS = { same: 1, kin: 0.8, broader: 0.6 };

/**
 * Reads the table that `training/build-related-words.ts` writes: a line a key, then the keys of its words for
 * the same, `|`, of its broader and narrower words, `|`, of its kin in other parts of speech.
 *
 * Gets wrong: a word's meanings are not told apart ("fire" a gun, a manager, a boiler).
 */
export function parseRelatedWords(bytes: Uint8Array): RelatedWords {
  const lines = new Map<string, string>();
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const end = line.indexOf(' ');
    if (end > 0) lines.set(line.slice(0, end), line.slice(end + 1));
  }
  const known = new Map<string, readonly RelatedWord[]>();
  return {
    find(key) {
      let words = known.get(key);
      if (words === undefined) {
        words = readLine(lines.get(key) ?? '');
        known.set(key, words);
      }
      return words;
    },
  };
}

function readLine(line: string): RelatedWord[] {
  const [same = '', broader = '', kin = ''] = line.split('|');
  const read = (list: string, nearness: number): RelatedWord[] =>
    list
      .split(' ')
      .filter((key) => key !== '')
      .map((key) => ({ key, nearness }));
  return [...read(same, NEARNESS.same), ...read(kin, NEARNESS.kin), ...read(broader, NEARNESS.broader)];
}
