import { readSource } from '../article/read-source.js';
import type { Phrase } from '../messages/phrase.js';
import { type FetchOptions, type PageFetch, retrievePage } from './fetch-page.js';

/** A page as it was fetched before. */
export type FetchedPage = Pick<Extract<PageFetch, { ok: true }>, 'url' | 'file'> & {
  /** When, in ISO 8601; the server is then asked for the page only if it has changed since. */
  readonly retrievedAt?: string;
};

/** Whether a page has changed, or why that could not be found out. */
export type PageChange =
  | { readonly ok: true; readonly hasChanged: boolean }
  | { readonly ok: false; readonly reason: Phrase };

/**
 * Fetches a page again and says whether its main text, as an article's text is read, is another than before; white space,
 * navigation, advertisements and comments around it do not count. A page that is no article any more has changed.
 */
export async function hasPageChanged(page: FetchedPage, options: FetchOptions): Promise<PageChange> {
  const fetched = await retrievePage(page.url, options, page.retrievedAt ?? null);
  if (fetched === 'unmodified') return { ok: true, hasChanged: false };
  if (!fetched.ok) return fetched;
  return { ok: true, hasChanged: readMainText(fetched.file) !== readMainText(page.file) };
}

/** Null for what cannot be read as an article. */
function readMainText({ name, bytes }: FetchedPage['file']): string | null {
  const reading = readSource({ file: name, bytes });
  return reading.ok ? reading.article.text.replace(/\s+/gu, ' ').trim() : null;
}
