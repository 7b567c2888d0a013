import type { ArticleReader } from '../extract/article-reader.js';
import { type FetchedPage, type FetchOptions, fetchPage, type PageFetch } from './fetch-page.js';
import { hasPageChanged, type PageComparison } from './page-change.js';

/** The web as far as sources are fetched from it. Nothing that a network or a page does rejects. */
export interface Pages {
  /** Fetches a page by the address that somebody typed. */
  fetch(address: string): Promise<PageFetch>;
  /** Whether the main text of a page is another than when it was fetched. */
  hasChanged(page: FetchedPage): Promise<PageComparison>;
}

/** The web, fetched from as `options` say; `parse` makes articles of pages to compare them. */
export function createPages(options: FetchOptions, parse: ArticleReader['parse']): Pages {
  return {
    fetch: (address) => fetchPage(address, options),
    hasChanged: (page) => hasPageChanged(page, options, parse),
  };
}
