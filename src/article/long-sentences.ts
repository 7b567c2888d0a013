import { ARTICLE_LIMITS } from './limits.js';
import { type Span, trimParts } from './span.js';

const { sentence: MOST_CHARACTERS, sentenceWords: MOST_WORDS } = ARTICLE_LIMITS;

/** Sentences as they are read, and how many of them had to be cut. */
export interface ReadableSentences {
  readonly spans: readonly Span[];
  readonly cut: number;
}

/** Sentences of a text, those that are longer than may be in parts of at most that length, which end before a word. */
export function cutLongSentences(text: string, sentences: readonly Span[]): ReadableSentences {
  let cut = 0;
  const spans = sentences.flatMap((sentence) => {
    const parts = cutOne(text, sentence);
    if (parts.length > 1) cut += 1;
    return parts;
  });
  return { spans, cut };
}

function cutOne(text: string, sentence: Span): Span[] {
  const parts: Span[] = [];
  let { start } = sentence;
  while (start < sentence.end) {
    const end = endOfPart(text.slice(start, Math.min(sentence.end, start + MOST_CHARACTERS + 1)));
    parts.push({ start, end: start + end });
    start += end;
  }
  return parts.length === 1 ? [sentence] : trimParts(text, { start: 0, end: text.length }, parts);
}

/** How much of what is left, which is looked at up to one character more than a part may have, goes into one part. */
function endOfPart(left: string): number {
  let words = 0;
  let lastGap = 0;
  for (const gap of left.matchAll(/\s+/gu)) {
    if (gap.index + gap[0].length > MOST_CHARACTERS) break;
    words += 1;
    lastGap = gap.index + gap[0].length;
    if (words === MOST_WORDS) return lastGap;
  }
  if (left.length <= MOST_CHARACTERS) return left.length;
  if (lastGap > 0) return lastGap;
  // No white space at all: between two characters, and not inside one.
  const isInside = /[\ud800-\udbff]/u.test(left.charAt(MOST_CHARACTERS - 1));
  return MOST_CHARACTERS - (isInside ? 1 : 0);
}
