import type { ArticleReader } from '../extract/article-reader.js';
import { createPages } from '../fetch/pages.js';
import { programFingerprint } from '../files/program-fingerprint.js';
import { keepSources } from '../reading/keep-sources.js';
import type { Store } from '../store/store.js';
import type { Config } from './config.js';
import type { OwnOptions } from './footnote.js';
import { readVersion } from './version.js';

/** What servers may keep, by the settings, in a store that is open; told in words of what could not be kept. */
export function openOwn(
  {
    limits,
    graceDays,
    isFetching,
    fetchContact: contact,
  }: Pick<Config, 'limits' | 'graceDays' | 'isFetching' | 'fetchContact'>,
  store: Store,
  reader: Pick<ArticleReader, 'parse' | 'readFeed' | 'readRules'>,
  onTrouble: (said: string) => void,
): OwnOptions {
  const shelfOf = keepSources({
    store,
    fingerprint: programFingerprint,
    mostBytes: limits.bytes,
    onTrouble: (error) =>
      onTrouble(
        `what was made of servers’ articles could not be kept, and is made anew: ${error instanceof Error ? error.message : String(error)}`,
      ),
  });
  const pages = isFetching ? createPages({ version: readVersion(), contact }, reader) : null;
  return { store, limits, graceDays, pages, shelfOf };
}
