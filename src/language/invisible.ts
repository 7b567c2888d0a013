/**
 * Characters inside words that no reader sees: the soft hyphen, the zero-width space, the word joiner, a byte order mark in the middle; and the
 * ligatures of old typesetting, which count as their letters. What joins letters (U+200C, U+200D) is left, as it is part of the word.
 */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff\ufb00-\ufb06]/u;
const ALL_UNSEEN = /[\u00ad\u200b\u2060\ufeff\ufb00-\ufb06]/gu;

/** A word as its reader sees it. */
export function dropUnseen(text: string): string {
  return UNSEEN.test(text) ? text.replace(ALL_UNSEEN, seenForm) : text;
}

/** A text as its reader sees it, and where each of its places is in the text as it is written; null for one without anything unseen. */
export function readSeen(
  written: string,
): { readonly text: string; readonly placeOf: (place: number) => number } | null {
  if (!UNSEEN.test(written)) return null;
  const places: number[] = [];
  let text = '';
  for (let i = 0; i < written.length; i += 1) {
    const seen = seenForm(written.charAt(i));
    for (let unit = 0; unit < seen.length; unit += 1) places.push(i);
    text += seen;
  }
  return { text, placeOf: (place) => places[place] ?? written.length };
}

function seenForm(unit: string): string {
  if (!UNSEEN.test(unit)) return unit;
  return /[\ufb00-\ufb06]/u.test(unit) ? unit.normalize('NFKD') : '';
}
