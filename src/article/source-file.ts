import type { Phrase } from '../messages/phrase.js';
import type { Article } from './article.js';
import { ARTICLE_LIMITS } from './limits.js';

/** A file of the seeds folder: its path below it with `/` between folders, and its bytes. */
export interface SourceFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** What it is called if it does not say so itself; the file's name made readable if this is left out. */
  readonly title?: string;
  /** Where it was fetched from: that is the article's address, whatever the page says of itself. */
  readonly fetchedFrom?: string | null;
}

/** The article of a file, or what is wrong with it; `line` counts from 1 and is null if the whole file is meant. */
export type ParsedSource =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly line: number | null; readonly reason: Phrase };

/** The endings of the files that hold text as it is, without the full stop. */
export const TEXT_ENDINGS = ['txt', 'text', 'md', 'markdown', 'html', 'htm'] as const;

/** The endings of documents, whose text is to be taken out of them first. */
export const DOCUMENT_ENDINGS = ['pdf', 'docx', 'epub'] as const;

/** The endings of all files that can be read, without the full stop. */
export const ENDINGS = [...TEXT_ENDINGS, ...DOCUMENT_ENDINGS];

/** Those that messages name: `text`, `markdown` and `htm` are other ways to write them. */
export const NAMED_ENDINGS: readonly string[] = ['txt', 'md', 'html', ...DOCUMENT_ENDINGS];

export type TextEnding = (typeof TEXT_ENDINGS)[number];

export type DocumentEnding = (typeof DOCUMENT_ENDINGS)[number];

/** Bytes of a file with this name at most. */
export function largestOf(file: string): number {
  const name = file.toLowerCase();
  return DOCUMENT_ENDINGS.some((ending) => name.endsWith(`.${ending}`))
    ? ARTICLE_LIMITS.documentBytes
    : ARTICLE_LIMITS.fileBytes;
}

/** "town/harbour-fire_2" gives "Harbour fire 2". */
export function readableName(id: string): string {
  const name = (id.split('/').at(-1) ?? id).replace(/[-_\s]+/gu, ' ').trim();
  return name === '' ? id : name.charAt(0).toUpperCase() + name.slice(1);
}
