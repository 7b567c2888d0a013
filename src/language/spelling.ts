import { distance } from 'fastest-levenshtein';

/** Shorter words are not corrected: one letter changed makes another common word. */
const SHORTEST_CORRECTED = 5;
/** One letter shorter, two neighbours changed about ("peir") or a letter left out ("harbr") are told from another word all the same. */
const SHORTEST_SWAPPED = 4;
/** From this length on two slips are forgiven instead of one. */
const LONG_WORD = 8;

/** How many slips a word of this length is forgiven: none, one or two. */
function slipsForgiven(word: string): number {
  if (word.length < SHORTEST_CORRECTED || /\d/u.test(word)) return 0;
  return word.length < LONG_WORD ? 1 : 2;
}

/**
 * The known word that a misspelt one most likely is: the one with fewest slips (a letter
 * left out, added, changed, or two swapped), the first letter being right; the earlier one on a
 * tie; null if none is near enough.
 *
 * Gets wrong: a rare word that is right but unknown ("ferret" becomes "ferry" if only that is known).
 */
export function correctSpelling(word: string, known: Iterable<string>): string | null {
  if (word.length === SHORTEST_SWAPPED && slipsForgiven(word) === 0) return correctShort(word, known);
  let best: string | null = null;
  let fewest = slipsForgiven(word) + 1;
  if (fewest === 1) return null;
  for (const other of known) {
    if (other.charCodeAt(0) !== word.charCodeAt(0)) continue;
    if (Math.abs(other.length - word.length) >= fewest || slipsForgiven(other) === 0) continue;
    // Counted without swaps, which is quicker: each counts as two then.
    if (distance(word, other) > 2 * (fewest - 1)) continue;
    const slips = countSlips(word, other);
    if (slips < fewest) {
      best = other;
      fewest = slips;
    }
  }
  return best;
}

/** The known word of which a word of four letters has two neighbours changed about, else the first that has one letter more. */
function correctShort(word: string, known: Iterable<string>): string | null {
  if (/\P{L}/u.test(word)) return null;
  let longer: string | null = null;
  for (const other of known) {
    if (other.charCodeAt(0) !== word.charCodeAt(0)) continue;
    if (other.length === word.length && isSwapped(word, other)) return other;
    if (other.length === word.length + 1 && countSlips(word, other) === 1) longer ??= other;
  }
  return longer;
}

function isSwapped(word: string, other: string): boolean {
  return lettersOf(word) === lettersOf(other) && countSlips(word, other) === 1;
}

/** The optimal string alignment distance: letters inserted, deleted, changed, and neighbours swapped. */
function countSlips(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (row[j - 1] ?? 0) + 1,
        (previous[j] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

function lettersOf(word: string): string {
  return word.split('').toSorted().join('');
}
