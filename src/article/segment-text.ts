/** Code units that are segmented at a time: `Intl.Segmenter` takes ten times as long for each word of 100,000 characters as of 2,000. */
const PIECE = 2000;

/** The segmenter of a language (BCP 47), made once: making one takes as long as a paragraph's segments. Throws a `RangeError` for what is no tag. */
export function segmenterOf(language: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const known = SEGMENTERS[granularity].get(language);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(language, { granularity });
  SEGMENTERS[granularity].set(language, made);
  return made;
}

const SEGMENTERS = { sentence: new Map<string, Intl.Segmenter>(), word: new Map<string, Intl.Segmenter>() };

/**
 * The segments of a text in order, as a segmenter parts it, their places counted from the text's start. A long text is handed over in pieces that
 * end where `canEnd` (global) matches; one in which it never does is segmented whole.
 */
export function* segmentText(
  segmenter: Intl.Segmenter,
  text: string,
  canEnd: RegExp,
): Generator<{ readonly segment: string; readonly index: number; readonly isWordLike?: boolean }> {
  let start = 0;
  while (start < text.length) {
    const end = findEnd(text, start, canEnd);
    for (const { segment, index, isWordLike } of segmenter.segment(text.slice(start, end))) {
      yield { segment, index: index + start, ...(isWordLike === undefined ? {} : { isWordLike }) };
    }
    start = end;
  }
}

function findEnd(text: string, start: number, canEnd: RegExp): number {
  if (text.length - start <= PIECE) return text.length;
  canEnd.lastIndex = start + PIECE;
  const found = canEnd.exec(text);
  return found === null ? text.length : found.index + found[0].length;
}
