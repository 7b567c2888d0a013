import type { Days } from './calendar.js';

/** A form in which dates are written, and how it is read; `read` gives undefined for what is no date after all, null for days that cannot be told. */
export interface DatePattern {
  /** Parts of words, in small letters, of which a text that has such a date has one: looking for them is cheap. */
  readonly needs: readonly string[];
  readonly pattern: RegExp;
  /** `published` is the ISO day of the article, or null. */
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    published: string | null,
  ) => Days | null | undefined;
}

/** A pattern that begins and ends at the edge of a word; a space is any white space, as lines are wrapped. */
export function form(source: string): RegExp {
  return new RegExp(`(?<![\\w\\u2019'$\\u20ac\\u00a3.,])${source.replaceAll(' ', '\\s')}(?!\\w)`, 'giu');
}
