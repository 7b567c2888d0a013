import type { ArticleReader } from '../extract/article-reader.js';
import type { Phrase } from '../messages/phrase.js';
import type { FetchOptions } from './fetch-options.js';
import { type FetchedPage, retrievePage } from './fetch-page.js';

/** Whether a page has changed, or why that could not be found out. */
export type PageComparison =
  | { readonly ok: true; readonly hasChanged: boolean }
  | { readonly ok: false; readonly reason: Phrase };

/**
 * Fetches a page again, unless its server says that it is as it was, and says whether its main text, as an article's text is read, is another than before; white space,
 * navigation, advertisements and comments around it do not count. A page that is no article any more has changed.
 */
export async function hasPageChanged(
  page: FetchedPage,
  options: FetchOptions,
  parse: ArticleReader['parse'],
): Promise<PageComparison> {
  const fetched = await retrievePage(page.url, options, page.retrievedAt);
  if (fetched === 'unmodified') return { ok: true, hasChanged: false };
  if (!fetched.ok) return fetched;
  const [now, before] = [await readMainText(fetched.file, parse), await readMainText(page.file, parse)];
  return { ok: true, hasChanged: now !== before };
}

/** Null for what cannot be read as an article. */
async function readMainText(
  { name, bytes }: FetchedPage['file'],
  parse: ArticleReader['parse'],
): Promise<string | null> {
  const parsed = await parse({ file: name, bytes });
  return parsed.ok ? parsed.article.text.replace(/\s+/gu, ' ').trim() : null;
}
