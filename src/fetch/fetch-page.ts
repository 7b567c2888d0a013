import { type Phrase, phrase } from '../messages/phrase.js';
import { shorten } from './check-address.js';
import type { FetchOptions } from './fetch-options.js';
import { ACCEPTED, endingOf, mediaTypeOf, nameFile } from './page-file.js';
import { retrieve } from './retrieve.js';
import { toUtf8 } from './to-utf8.js';

/** A page as the file of an article. */
export interface FetchedPage {
  /** Named by its ending (.html, .txt, .md); in UTF-8 if the server stated its encoding. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  /** The address that answered in the end, after redirects, without its fragment. */
  readonly url: string;
  /** ISO 8601, UTC. */
  readonly retrievedAt: string;
}

/** A page, or a sentence that says why there is none and what to do. */
export type PageFetch =
  | (FetchedPage & { readonly ok: true })
  | { readonly ok: false; readonly reason: Phrase };

/**
 * Fetches a page that is to become an article: by https, from public addresses alone, with the site's robots.txt
 * respected, within `FETCH_LIMITS`. Whatever a network, a site or a page may do comes back as a value; nothing is kept.
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<PageFetch> {
  const fetched = await retrievePage(address, options, null);
  if (fetched !== 'unmodified') return fetched;
  return { ok: false, reason: phrase('fetch.status', { address: shorten(address), status: '304' }) };
}

/** Fetches a page unless its server says that it has not changed since then (ISO 8601; null for never asked). */
export async function retrievePage(
  address: string,
  options: FetchOptions,
  since: string | null,
): Promise<PageFetch | 'unmodified'> {
  const retrieved = await retrieve(address, options, {
    accept: ACCEPTED,
    isWanted: (url, mediaType) => endingOf(url, mediaType) !== undefined,
    ...(since === null ? {} : { conditions: { 'if-modified-since': new Date(since).toUTCString() } }),
  });
  if (retrieved === 'unmodified' || !retrieved.ok) return retrieved;
  const { url, headers, body } = retrieved;
  const contentType = headers['content-type'] ?? '';
  const ending = endingOf(url, mediaTypeOf(contentType)) ?? '';
  return {
    ok: true,
    file: { name: nameFile(url, ending), bytes: toUtf8(body, contentType) },
    url: url.href,
    retrievedAt: `${new Date().toISOString().slice(0, 19)}Z`,
  };
}
