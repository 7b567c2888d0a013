import type { RobotsQuestion } from '../robots/allows.js';
import { checkAddress } from './check-address.js';
import {
  orWhenAborted,
  type PageResponse,
  type RequestProblem,
  requestPage,
  type Session,
} from './request-page.js';
import { PRODUCT } from './user-agent.js';

/** What a site's robots.txt says of a page; if it could not be told, that counts as a no (RFC 9309, 2.3.1.4). */
export type RobotsVerdict = 'allowed' | 'disallowed' | RobotsFailure;

/** Why robots.txt could not be told: the way to the site, or the site itself (`robots`). */
export interface RobotsFailure {
  readonly problem: RequestProblem | 'robots';
}

/** Answers for the pages of one fetch, asking each site once. */
export type AskRobots = (url: URL) => Promise<RobotsVerdict>;

/** Whether the rules of a site let us fetch a page; null if they could not be made out. */
export type ReadRules = (question: RobotsQuestion) => Promise<boolean | null>;

/** Bytes of robots.txt that are read; the rest is left out. RFC 9309, 2.5: at least 500 KiB. */
const MOST_BYTES = 500 * 1024;

/** Redirects of robots.txt that are followed; after more there is none. RFC 9309, 2.3.1.2: at least five. */
const MOST_REDIRECTS = 5;

/** Creates what asks the robots.txt of sites, each at most once, and has its rules read; see https://www.rfc-editor.org/rfc/rfc9309. */
export function createAskRobots(session: Session, readRules: ReadRules): AskRobots {
  const known = new Map<string, Promise<string | RobotsFailure>>();
  return async (url) => {
    const address = new URL('/robots.txt', url);
    const asked = known.get(address.href) ?? readRobots(address, session);
    known.set(address.href, asked);
    const rules = await asked;
    if (typeof rules !== 'string') return rules;
    if (rules === '') return 'allowed';
    const isAllowed = await orWhenAborted(
      readRules({ rules, address: address.href, page: url.href, agent: PRODUCT }),
      session.signal,
    );
    if (isAllowed === null) return { problem: 'robots' };
    return isAllowed ? 'allowed' : 'disallowed';
  };
}

/** The text of robots.txt; empty if the site has none. */
async function readRobots(address: URL, session: Session, redirects = 0): Promise<string | RobotsFailure> {
  const response = await requestPage(address, session, {
    accept: 'text/plain',
    mostBytes: MOST_BYTES,
    isCut: true,
    isWanted: (status) => status >= 200 && status < 300,
  });
  if (!response.ok) return { problem: response.problem };
  const { status } = response;
  if (status >= 200 && status < 300) return decode(response);
  if (status >= 400 && status < 500) return '';
  const to = response.headers.location;
  if (status < 300 || status >= 400 || to === undefined) return { problem: 'robots' };
  if (redirects >= MOST_REDIRECTS) return '';
  const next = checkAddress(to, address);
  return next.ok ? readRobots(next.url, session, redirects + 1) : { problem: 'robots' };
}

function decode({ body }: Extract<PageResponse, { ok: true }>): string {
  // The decoder leaves out the byte order mark, behind which the first rule would not be seen.
  return new TextDecoder().decode(body);
}
