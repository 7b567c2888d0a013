import type { Span } from '../article/span.js';
import type { Speaker } from './attribution.js';

/** What sort of value a fact is; `people` is a number that counts them. */
export type FactKind = 'number' | 'amount' | 'share' | 'date' | 'duration' | 'place' | 'people';

/** All of them, in the order in which they are offered. */
export const FACT_KINDS: readonly FactKind[] = [
  'number',
  'amount',
  'share',
  'date',
  'duration',
  'place',
  'people',
];

/** A checkable value of an article with everything that the article says about how sure it is. */
export interface Fact {
  readonly kind: FactKind;
  /** The value as it is written: "48", "nearly two years", "October 7, 2023", "$3.5 million". */
  readonly value: Span;
  /** What it counts or measures ("remaining Israeli hostages"), if the sentence says so. */
  readonly counted: Span | null;
  /** The sentence it is in. */
  readonly sentence: Span;
  /** Whose word it is ("According to Axios", "officials said"); null if it is the reporter's own. */
  readonly attribution: Span | null;
  /** Who that is, if a speaker is named or described. */
  readonly source: Speaker | null;
  /** Words that make it less than certain ("reportedly", "nearly", "may"), in order. */
  readonly hedges: readonly Span[];
  /** The reporter's own statement, someone's claim, or something denied. */
  readonly standing: 'stated' | 'claimed' | 'denied';
  /** For a date: the ISO days it covers, both included; null if it cannot be told ("Friday" in an undated article). */
  readonly time: { readonly from: string; readonly to: string } | null;
}
