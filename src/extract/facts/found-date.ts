import type { Span } from '../../article/span.js';
import type { Days } from './calendar.js';
import type { Direction } from './date-direction.js';

/** A date as it is in a text, and the days it means; null if they cannot be told. */
export interface FoundDate extends Span {
  readonly days: Days | null;
}

/** A year that an article names. */
export interface NamedYear {
  readonly year: number;
  /** Whether it is of what was or is to come; null if nothing tells. */
  readonly direction: Direction | null;
}

/** What the dates of a sentence are read by. */
export interface DateContext {
  /** The ISO day of the article, or null. */
  readonly published: string | null;
  /** The last year named before in the paragraph, or null. */
  readonly year: NamedYear | null;
  /** Whether a date that begins at an offset of the text is of what was or is to come; null if nothing tells. */
  readonly directionAt: (start: number) => Direction | null;
}
