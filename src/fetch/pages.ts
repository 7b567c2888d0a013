import type { ArticleReader } from '../extract/article-reader.js';
import { type FeedFetch, type FeedVersion, fetchFeed } from './fetch-feed.js';
import type { FetchOptions } from './fetch-options.js';
import { type FetchedPage, fetchPage, type PageFetch } from './fetch-page.js';
import { hasPageChanged, type PageComparison } from './page-change.js';

/** The web as far as sources are fetched from it. Nothing that a network or a page does rejects. */
export interface Pages {
  /** Fetches a page by the address that somebody typed. */
  fetch(address: string): Promise<PageFetch>;
  /** Fetches what is at the address of a feed, unless it is the version that was read before. */
  fetchFeed(address: string, version: FeedVersion): Promise<FeedFetch | 'unmodified'>;
  /** Whether the main text of a page is another than when it was fetched. */
  hasChanged(page: FetchedPage): Promise<PageComparison>;
}

/** The web, fetched from as `given` says; what is fetched is read by the reader of articles, off the main thread. */
export function createPages(
  given: Omit<FetchOptions, 'readRules'>,
  { parse, readFeed, readRules }: Pick<ArticleReader, 'parse' | 'readFeed' | 'readRules'>,
): Pages {
  const options: FetchOptions = { ...given, readRules };
  return {
    fetch: (address) => fetchPage(address, options),
    fetchFeed: (address, version) => fetchFeed(address, version, options, readFeed),
    hasChanged: (page) => hasPageChanged(page, options, parse),
  };
}
