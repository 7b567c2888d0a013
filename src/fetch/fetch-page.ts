import { LARGEST_SOURCE } from '../article/source-file.js';
import { type Phrase, phrase } from '../messages/phrase.js';
import { checkAddress, shorten } from './check-address.js';
import { type Network, PUBLIC_INTERNET } from './network.js';
import { ACCEPTED, endingOf, mediaTypeOf, nameFile } from './page-file.js';
import { type PageResponse, type RequestProblem, requestPage, type Session } from './request-page.js';
import { type AskRobots, createAskRobots } from './robots.js';
import { toUtf8 } from './to-utf8.js';
import { nameUserAgent } from './user-agent.js';

/** Who fetches, and over which network. */
export interface FetchOptions {
  /** Footnote's version, for the user agent. */
  readonly version: string;
  /** Where the operator can be reached: the address of a page, or of e-mail; null for nowhere. */
  readonly contact: string | null;
  /** Ends the fetch before its time, for a shutdown. */
  readonly signal?: AbortSignal;
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
export const FETCH_LIMITS: FetchLimits = { milliseconds: 10_000, redirects: 5, bytes: LARGEST_SOURCE };

/** A page as the file of an article. */
export interface FetchedPage {
  /** Named by its ending (.html, .txt, .md); in UTF-8 where the server stated its encoding. */
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
  return fetched === 'unmodified' ? refuse('fetch.status', new URL(address), { status: '304' }) : fetched;
}

/** Fetches a page unless its server says that it has not changed since then (ISO 8601; null for never asked). */
export async function retrievePage(
  address: string,
  options: FetchOptions,
  since: string | null,
): Promise<PageFetch | 'unmodified'> {
  const limits = options.limits ?? FETCH_LIMITS;
  const timeout = AbortSignal.timeout(limits.milliseconds);
  const session: Session = {
    network: options.network ?? PUBLIC_INTERNET,
    userAgent: nameUserAgent(options.version, options.contact),
    signal: options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]),
  };
  const askRobots = createAskRobots(session);
  const first = checkAddress(address);
  let checked = first;
  for (let redirects = 0; checked.ok; redirects += 1) {
    const { url } = checked;
    const step = await take(url, session, askRobots, { limits, since });
    if (step === 'unmodified' || !('to' in step)) return step;
    if (redirects === limits.redirects && first.ok)
      return refuse('fetch.redirects', first.url, { count: limits.redirects });
    checked = checkAddress(step.to, url);
  }
  return { ok: false, reason: checked.reason };
}

type Step = PageFetch | 'unmodified' | { readonly to: string };

/** One address of the way: a page, a refusal, or where the site sends us. */
async function take(
  url: URL,
  session: Session,
  askRobots: AskRobots,
  { limits, since }: { readonly limits: FetchLimits; readonly since: string | null },
): Promise<Step> {
  const verdict = await askRobots(url);
  if (verdict === 'disallowed') return refuse('fetch.robots', url);
  if (verdict !== 'allowed') return refuseProblem(verdict.problem, url, limits);
  const response = await requestPage(url, session, {
    accept: ACCEPTED,
    mostBytes: limits.bytes,
    isWanted: (status, headers) =>
      status === 200 && endingOf(url, mediaTypeOf(headers['content-type'])) !== undefined,
    ...(since === null ? {} : { ifModifiedSince: new Date(since).toUTCString() }),
  });
  if (!response.ok) return refuseProblem(response.problem, url, limits);
  return readResponse(url, response);
}

function readResponse(url: URL, { status, headers, body }: Extract<PageResponse, { ok: true }>): Step {
  const { location, 'content-type': contentType = '' } = headers;
  if ([301, 302, 303, 307, 308].includes(status) && location !== undefined) return { to: location };
  if (status === 304) return 'unmodified';
  if (status !== 200) return refuse('fetch.status', url, { status: String(status) });
  const type = mediaTypeOf(contentType);
  const ending = endingOf(url, type);
  if (ending === undefined) return refuse('fetch.type', url, { type: type === '' ? '?' : type });
  return {
    ok: true,
    file: { name: nameFile(url, ending), bytes: toUtf8(body, contentType) },
    url: url.href,
    retrievedAt: `${new Date().toISOString().slice(0, 19)}Z`,
  };
}

const PROBLEMS: Readonly<Record<RequestProblem | 'robots', Phrase['message']>> = {
  robots: 'fetch.robots-unreachable',
  'unknown-host': 'fetch.unknown-host',
  'not-public': 'fetch.not-public',
  unreachable: 'fetch.unreachable',
  untrusted: 'fetch.untrusted',
  'too-slow': 'fetch.too-slow',
  'too-large': 'fetch.too-large',
  'unknown-encoding': 'fetch.unknown-encoding',
};

function refuseProblem(
  problem: RequestProblem | 'robots',
  url: URL,
  { milliseconds, bytes }: FetchLimits,
): PageFetch {
  const measures = { host: url.hostname, seconds: milliseconds / 1_000, mebibytes: bytes / 1024 / 1024 };
  return refuse(PROBLEMS[problem], url, measures);
}

function refuse(message: Phrase['message'], url: URL, values: Phrase['values'] = {}): PageFetch {
  return { ok: false, reason: phrase(message, { address: shorten(url.href), ...values }) };
}
