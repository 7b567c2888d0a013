import { ARTICLE_LIMITS } from '../article/limits.js';
import type { Network } from './network.js';
import type { ReadRules } from './robots.js';

/** Who fetches, and over which network. */
export interface FetchOptions {
  /** Footnote's version, for the user agent. */
  readonly version: string;
  /** Where the operator can be reached: the address of a page, or of e-mail; null for nowhere. */
  readonly contact: string | null;
  /** Ends the fetch before its time, for a shutdown. */
  readonly signal?: AbortSignal;
  /** Reads the rules of a robots.txt, off the main thread. */
  readonly readRules: ReadRules;
  /** Default: `PUBLIC_INTERNET`. */
  readonly network?: Network;
  /** Default: `FETCH_LIMITS`. */
  readonly limits?: FetchLimits;
}

/** How much is fetched at most. */
export interface FetchLimits {
  /** For everything together: names, robots.txt, redirects, the page. */
  readonly milliseconds: number;
  readonly redirects: number;
  /** Of a page, after decompression. */
  readonly bytes: number;
}

/**
 * Ten seconds are as long as somebody watches a preview being made. Five redirects are what RFC 9309 asks for and more than honest
 * sites use. No page is larger than the largest file that is read as an article.
 */
export const FETCH_LIMITS: FetchLimits = {
  milliseconds: 10_000,
  redirects: 5,
  bytes: ARTICLE_LIMITS.fileBytes,
};
