import { type FetchOptions, fetchPage } from '../fetch/fetch-page.js';
import { hasPageChanged } from '../fetch/page-change.js';
import type { Pages } from './pages.js';

/** The web, fetched from as `options` say. */
export function createPages(options: FetchOptions): Pages {
  return {
    fetch: (address) => fetchPage(address, options),
    hasChanged: (page) => hasPageChanged(page, options),
  };
}
