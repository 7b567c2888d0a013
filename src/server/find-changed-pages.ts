import { performance } from 'node:perf_hooks';
import type { Pages } from '../fetch/pages.js';
import type { LoadProgress } from '../library/load-progress.js';
import type { StoredSource } from '../store/sources.js';
import type { PageChange, PagesLook } from './own-sources.js';

/** Pages looked at again at the same time: enough not to wait for the slowest one, and no crowd at anybody's door. */
const PAGES_AT_ONCE = 4;

/** Milliseconds after which no further page is looked at: whoever waits for it, and what is asked next in the server, waits for all. */
const LONGEST_LOOK = 60_000;

/** The pages that sources were fetched from and that read otherwise now, or cannot be fetched, in the order of the sources. */
export async function findChangedPages(
  sources: readonly Pick<StoredSource, 'title' | 'name' | 'ending' | 'bytes' | 'fetchedFrom' | 'fetchedAt'>[],
  pages: Pick<Pages, 'hasChanged'>,
  onProgress: (progress: LoadProgress) => void,
  longest = LONGEST_LOOK,
): Promise<PagesLook> {
  const end = performance.now() + longest;
  const fetched = sources.flatMap((source) =>
    source.fetchedFrom === null || source.fetchedAt === null
      ? []
      : [{ ...source, url: source.fetchedFrom, retrievedAt: source.fetchedAt.toISOString() }],
  );
  const changes: PageChange[] = [];
  for (let i = 0; i < fetched.length; i += PAGES_AT_ONCE) {
    if (performance.now() >= end) return { changes, unlooked: fetched.length - i };
    const looks = fetched
      .slice(i, i + PAGES_AT_ONCE)
      .map(async ({ title, url, name, ending, bytes, retrievedAt }) => {
        const look = await pages.hasChanged({ url, retrievedAt, file: { name: `${name}.${ending}`, bytes } });
        if (!look.ok) return [{ title, url, reason: look.reason }];
        return look.hasChanged ? [{ title, url, reason: null }] : [];
      });
    changes.push(...(await Promise.all(looks)).flat());
    onProgress({ read: Math.min(i + PAGES_AT_ONCE, fetched.length), of: fetched.length });
  }
  return { changes, unlooked: 0 };
}
