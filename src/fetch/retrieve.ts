import type { IncomingHttpHeaders } from 'node:http';
import { type Phrase, phrase } from '../messages/phrase.js';
import { checkAddress, shorten } from './check-address.js';
import type { FetchLimits, FetchOptions } from './fetch-options.js';
import { FETCH_LIMITS } from './fetch-options.js';
import { PUBLIC_INTERNET } from './network.js';
import { mediaTypeOf } from './page-file.js';
import { type PageResponse, type RequestProblem, requestPage, type Session } from './request-page.js';
import { type AskRobots, createAskRobots } from './robots.js';
import { nameUserAgent } from './user-agent.js';

/** What is to be had from an address. */
export interface Wanted {
  /** The Accept header: media types, the best first. */
  readonly accept: string;
  /** Whether a body of this media type is wanted from this address. */
  readonly isWanted: (url: URL, mediaType: string) => boolean;
  /** Headers that let the server answer that nothing has changed (RFC 9110, 13.1). */
  readonly conditions?: Readonly<Record<string, string>>;
}

/** The answer at the end of an address, or a sentence that says why there is none and what to do. */
export type Retrieved =
  | {
      readonly ok: true;
      /** The address that answered in the end, after redirects, without its fragment. */
      readonly url: URL;
      readonly headers: IncomingHttpHeaders;
      readonly body: Uint8Array;
    }
  | {
      readonly ok: false;
      readonly reason: Phrase /** The HTTP status of a refusal; null without an answer. */;
      readonly status: number | null;
    };

/**
 * Gets what is at an address: by https, from public addresses alone, with the site's robots.txt respected, within the limits.
 * Whatever a network or a site may do comes back as a value; nothing is kept.
 */
export async function retrieve(
  address: string,
  options: FetchOptions,
  wanted: Wanted,
): Promise<Retrieved | 'unmodified'> {
  const limits = options.limits ?? FETCH_LIMITS;
  const timeout = AbortSignal.timeout(limits.milliseconds);
  const session: Session = {
    network: options.network ?? PUBLIC_INTERNET,
    userAgent: nameUserAgent(options.version, options.contact),
    signal: options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]),
  };
  const askRobots = createAskRobots(session, options.readRules);
  const first = checkAddress(address);
  let checked = first;
  for (let redirects = 0; checked.ok; redirects += 1) {
    const { url } = checked;
    const step = await take(url, session, askRobots, limits, wanted);
    if (step === 'unmodified' || !('to' in step)) return step;
    if (redirects === limits.redirects && first.ok)
      return refuse('fetch.redirects', first.url, { count: limits.redirects });
    checked = checkAddress(step.to, url);
  }
  return { ok: false, reason: checked.reason, status: null };
}

type Step = Retrieved | 'unmodified' | { readonly to: string };

/** One address of the way: what is there, a refusal, or where the site sends us. */
async function take(
  url: URL,
  session: Session,
  askRobots: AskRobots,
  limits: FetchLimits,
  { accept, isWanted, conditions }: Wanted,
): Promise<Step> {
  const verdict = await askRobots(url);
  if (verdict === 'disallowed') return refuse('fetch.robots', url);
  if (verdict !== 'allowed') return refuseProblem(verdict.problem, url, limits);
  const response = await requestPage(url, session, {
    accept,
    mostBytes: limits.bytes,
    isWanted: (status, headers) => status === 200 && isWanted(url, mediaTypeOf(headers['content-type'])),
    ...(conditions === undefined ? {} : { conditions }),
  });
  if (!response.ok) return refuseProblem(response.problem, url, limits);
  return readResponse(url, response, isWanted);
}

function readResponse(
  url: URL,
  { status, headers, body }: Extract<PageResponse, { ok: true }>,
  isWanted: Wanted['isWanted'],
): Step {
  const { location, 'content-type': contentType } = headers;
  if ([301, 302, 303, 307, 308].includes(status) && location !== undefined) return { to: location };
  if (status === 304) return 'unmodified';
  if (status !== 200) return refuse('fetch.status', url, { status: String(status) }, status);
  const type = mediaTypeOf(contentType);
  if (!isWanted(url, type)) return refuse('fetch.type', url, { type: type === '' ? '?' : type });
  return { ok: true, url, headers, body };
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
): Retrieved {
  const measures = { host: url.hostname, seconds: milliseconds / 1_000, mebibytes: bytes / 1024 / 1024 };
  return refuse(PROBLEMS[problem], url, measures);
}

function refuse(
  message: Phrase['message'],
  url: URL,
  values: Phrase['values'] = {},
  status: number | null = null,
): Retrieved {
  return { ok: false, reason: phrase(message, { address: shorten(url.href), ...values }), status };
}
