import type { Sentence } from '../article/article.js';
import type { Span } from '../article/span.js';
import type { Analysis } from '../extract/analysis.js';
import type { Attribution } from '../extract/attribution.js';
import { isTold } from './told-statement.js';

/**
 * The share of a sentence that has to be somebody's words for that somebody to be the one who tells it: of quoted words half, as
 * a word or two are not; less of a reported clause, beside which the speaker is often described at length.
 */
const LEAST_TOLD = { partial: 0.5, other: 0.3 };

/**
 * The mention of whoever tells what a sentence says; it may be in another sentence. Empty if the article tells it itself.
 *
 * Gets wrong: a sentence with two statements, of which the shorter one tells what is meant.
 */
export function findSources(analysis: Analysis, sentence: Sentence): Span[] {
  const [most] = analysis.attributions
    .filter((quotation) => quotation.speaker !== null && isTold(analysis.annotation, quotation))
    .map((quotation) => ({ quotation, share: shareOf(quotation, sentence) }))
    .filter(({ quotation: { kind }, share }) => share >= LEAST_TOLD[kind === 'partial' ? 'partial' : 'other'])
    .toSorted((a, b) => b.share - a.share);
  const speaker = most?.quotation.speaker ?? null;
  return speaker === null ? [] : [{ start: speaker.start, end: speaker.end }];
}

function shareOf({ content }: Attribution, { start, end }: Span): number {
  const shared = content.map((part) => Math.max(0, Math.min(part.end, end) - Math.max(part.start, start)));
  return shared.reduce((sum, length) => sum + length, 0) / (end - start);
}
