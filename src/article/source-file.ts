import type { Phrase } from '../messages/phrase.js';
import type { Article } from './article.js';

/** A file of the seeds folder: its path below it with `/` between folders, and its bytes. */
export interface SourceFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** What it is called where it does not say so itself; the file's name made readable where this is left out. */
  readonly title?: string;
  /** Where it was fetched from: that is the article's address, whatever the page says of itself. */
  readonly fetchedFrom?: string | null;
}

/** The article of a file, or what is wrong with it; `line` counts from 1 and is null where the whole file is meant. */
export type SourceReading =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly line: number | null; readonly reason: Phrase };

/** The endings of the files that can be read, without the full stop. */
export const ENDINGS = ['txt', 'md', 'html'] as const;

export type Ending = (typeof ENDINGS)[number];

/** Bytes of a file at most: some 350,000 words, four long novels; more than that is no article and would stall a reload. */
export const LARGEST_SOURCE = 2 * 1024 * 1024;

/** "town/harbour-fire_2" gives "Harbour fire 2". */
export function readableName(id: string): string {
  const name = (id.split('/').at(-1) ?? id).replace(/[-_\s]+/gu, ' ').trim();
  return name === '' ? id : name.charAt(0).toUpperCase() + name.slice(1);
}
