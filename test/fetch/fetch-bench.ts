import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { FetchOptions } from '../../src/fetch/fetch-options.js';
import { type FetchedPage, fetchPage } from '../../src/fetch/fetch-page.js';
import { sayIn } from '../../src/messages/say.js';
import { serve, startSites, type TestSites } from './test-site.js';

/** How the test pages' type is stated. */
export const HTML = 'text/html; charset=utf-8';

/** A page with an article, as the sites of a bench have it at `PIER`. */
export const PAGE = toPage('The long pier at Velmouth will close for repairs on Monday.');

/** Where the sites of a bench have `PAGE` before each test. */
export const PIER = 'https://site.example/news/pier-closes.html';

/** A page whose article begins with a sentence, and what is around the article. */
export function toPage(sentence: string, around = 'Home | News'): string {
  return `<!doctype html><html lang="en"><head><title>Pier closes</title></head><body><nav>${around}</nav><article><h1>Pier closes</h1><p>${sentence} According to the council, the work may cost $3.5 million, and 40 boats would have to move to the inner harbour.</p></article></body></html>`;
}

/** Fetching from test sites. */
export interface FetchBench {
  readonly sites: TestSites;
  readonly fetchIt: (address: string, changes?: Partial<FetchOptions>) => ReturnType<typeof fetchPage>;
  /** The sentence of a refusal; what was fetched, where it was none. */
  readonly refusal: (address: string, changes?: Partial<FetchOptions>) => Promise<string>;
  /** What was fetched; throws if it was refused. */
  readonly fetched: (address: string) => Promise<FetchedPage>;
  /** Name and text of what was fetched. */
  readonly fetchText: (address: string) => Promise<[string, string]>;
}

/** Test sites for the tests of a file, with nothing but the pier's page before each. */
export function createFetchBench(): FetchBench {
  let sites: TestSites;
  beforeAll(async () => {
    sites = await startSites();
  });
  beforeEach(() => {
    sites.pages.clear();
    sites.asked.length = 0;
    sites.pages.set('site.example/news/pier-closes.html', serve(HTML, PAGE));
  });
  afterAll(() => sites.close());

  const fetchIt: FetchBench['fetchIt'] = (address, changes = {}) =>
    fetchPage(address, { ...sites.options, ...changes });
  const fetched: FetchBench['fetched'] = async (address) => {
    const page = await fetchIt(address);
    if (!page.ok) throw new Error(sayIn('en')(page.reason));
    return page;
  };
  return {
    get sites() {
      return sites;
    },
    fetchIt,
    fetched,
    async refusal(address, changes) {
      const page = await fetchIt(address, changes);
      return page.ok ? `fetched ${page.file.name}` : sayIn('en')(page.reason);
    },
    async fetchText(address) {
      const { file } = await fetched(address);
      return [file.name, new TextDecoder().decode(file.bytes)];
    },
  };
}
