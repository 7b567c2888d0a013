import { decodeText } from '../article/decode.js';
import type { ParsedFeed } from '../feed/feed.js';
import type { Phrase } from '../messages/phrase.js';
import type { FetchOptions } from './fetch-options.js';
import { retrieve } from './retrieve.js';
import { toUtf8 } from './to-utf8.js';

/** What a server called the version of a feed that was read last; null if it called it nothing. */
export interface FeedVersion {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Reads what was fetched from an address, in a thread of its own. */
export type ReadFeed = (text: string, address: string) => Promise<ParsedFeed>;

/** What is at the address of a feed, or why that is not known; `isGone` if the site says that it will not come back (HTTP 410). */
export type FeedFetch =
  | { readonly ok: true; readonly url: string; readonly parsed: ParsedFeed; readonly version: FeedVersion }
  | { readonly ok: false; readonly reason: Phrase; readonly isGone: boolean };

const ACCEPTED =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.6';

const FEED_TYPES = new Set([
  ...ACCEPTED.split(',').map((type) => type.split(';')[0]?.trim() ?? ''),
  'application/xhtml+xml',
  // Servers of plain files know no better.
  'text/plain',
]);

/** Fetches a feed, unless its server says that it is the version that was read before. The rules are those of pages (see `retrieve`). */
export async function fetchFeed(
  address: string,
  { etag, lastModified }: FeedVersion,
  options: FetchOptions,
  read: ReadFeed,
): Promise<FeedFetch | 'unmodified'> {
  const retrieved = await retrieve(address, options, {
    accept: ACCEPTED,
    isWanted: (_, mediaType) => FEED_TYPES.has(mediaType),
    conditions: {
      ...(etag === null ? {} : { 'if-none-match': etag }),
      ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
    },
  });
  if (retrieved === 'unmodified') return retrieved;
  if (!retrieved.ok) return { ok: false, reason: retrieved.reason, isGone: retrieved.status === 410 };
  const { url, headers, body } = retrieved;
  const decoded = decodeText(toUtf8(body, headers['content-type'] ?? ''));
  return {
    ok: true,
    url: url.href,
    parsed: decoded.ok ? await read(decoded.text, url.href) : { kind: 'neither' },
    version: { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null },
  };
}
