import porter2 from 'wink-porter2-stemmer';

const LETTERS_ONLY = /^[a-z']+$/u;

/**
 * The English stem of a normalised word (Porter2, snowballstem.org); the word itself if it has
 * anything but letters, so that "2023" and "u.s." stay what they are. A possessive ending goes first.
 */
export function stemWord(norm: string): string {
  const known = stems.get(norm);
  if (known !== undefined) return known;
  const stem = findStem(norm);
  if (stems.size >= MOST_REMEMBERED) stems.clear();
  stems.set(norm, stem);
  return stem;
}

/** Words whose stems are remembered: a language's common words many times over, some 5 MB. */
const MOST_REMEMBERED = 50_000;

/** Finding a stem takes 5 µs, as long as tagging the word: most words of a text were seen before. */
const stems = new Map<string, string>();

function findStem(norm: string): string {
  if (!LETTERS_ONLY.test(norm)) return norm;
  const bare = norm.replace(/'s?$/u, '');
  return bare.length > 2 ? porter2(bare) : bare;
}
