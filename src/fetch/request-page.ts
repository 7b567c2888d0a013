import type { IncomingHttpHeaders } from 'node:http';
import { Agent, type RequestOptions, request } from 'node:https';
import { findHost } from './find-host.js';
import type { Network } from './network.js';
import { type BodyProblem, readBody } from './read-body.js';

/** What every request of one fetch has in common. */
export interface Session {
  readonly network: Network;
  readonly userAgent: string;
  /** Aborted when the time is up, or the program ends. */
  readonly signal: AbortSignal;
}

/** One request. */
export interface PageRequest {
  readonly accept: string;
  /** Most bytes of the body, after decompression. */
  readonly mostBytes: number;
  /** What lies beyond the most bytes: refused, or left out. */
  readonly isCut?: boolean;
  /** False for a response whose body is not wanted, by its status and headers. Default: all are. */
  readonly isWanted?: (status: number, headers: IncomingHttpHeaders) => boolean;
  /** Headers in lower case by which the server may answer 304 without a body. */
  readonly conditions?: Readonly<Record<string, string>>;
}

/** Why a request came to nothing. */
export type RequestProblem =
  | 'unknown-host'
  | 'not-public'
  | 'unreachable'
  | 'untrusted'
  | 'too-slow'
  | BodyProblem;

/** A response with its whole body; an empty one if it was not wanted. */
export type PageResponse =
  | {
      readonly ok: true;
      readonly status: number;
      readonly headers: IncomingHttpHeaders;
      readonly body: Uint8Array;
    }
  | { readonly ok: false; readonly problem: RequestProblem };

/** Codes with which Node refuses a certificate begin so, or are among these. */
const CERTIFICATE_CODES =
  /^(?:CERT_|ERR_TLS_CERT|ERR_SSL|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH)/u;

/**
 * Sends one GET by https: no cookies, no redirects, to the very address that was checked, so that a second look at DNS
 * cannot lead elsewhere. What may go wrong on the way is a value.
 */
export async function requestPage(url: URL, session: Session, wanted: PageRequest): Promise<PageResponse> {
  const { network, signal } = session;
  const host = await orWhenAborted(findHost(url.hostname, network), signal);
  if (host === null) return fail('too-slow');
  if (!host.ok) return fail(host.problem);
  const agent = new Agent({ keepAlive: false, maxCachedSessions: 0 });
  const options: RequestOptions = {
    agent,
    host: url.hostname,
    port: network.port,
    path: `${url.pathname}${url.search}`,
    signal,
    // Node asks for all addresses if it would try them in turn; there is one.
    lookup: (_host, { all }, done) =>
      all === true
        ? done(null, [{ address: host.address, family: host.family }])
        : done(null, host.address, host.family),
    // Whatever the environment says of certificates, an article's source is to be the one that it claims to be.
    rejectUnauthorized: true,
    servername: url.hostname,
    ...(network.authority === undefined ? {} : { ca: network.authority }),
    headers: {
      host: url.host,
      'user-agent': session.userAgent,
      accept: wanted.accept,
      'accept-encoding': 'br, gzip, deflate',
      connection: 'close',
      ...wanted.conditions,
    },
  };
  try {
    return (await orWhenAborted(send(options, wanted), signal)) ?? fail('too-slow');
  } catch (error) {
    return fail(signal.aborted ? 'too-slow' : toProblem(error));
  } finally {
    agent.destroy();
  }
}

function send(options: RequestOptions, wanted: PageRequest): Promise<PageResponse> {
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    const sent = request(options, (response) => {
      isAnswered = true;
      const { statusCode: status = 0, headers } = response;
      if (wanted.isWanted?.(status, headers) === false) {
        response.destroy();
        resolve({ ok: true, status, headers, body: new Uint8Array() });
        return;
      }
      readBody(response, headers['content-encoding'], wanted)
        .then((read) => resolve(read.ok ? { ok: true, status, headers, body: read.bytes } : read))
        .catch(reject);
    });
    sent.on('error', reject);
    // A server that would rather speak something else (101) gives no response, and Node says nothing of it.
    sent.on('upgrade', (_response, socket) => {
      socket.destroy();
      reject(new Error('The server switched to another protocol.'));
    });
    sent.on('close', () => {
      if (!isAnswered) reject(new Error('The connection was closed without a response.'));
    });
    sent.end();
  });
}

function fail(problem: RequestProblem): PageResponse {
  return { ok: false, problem };
}

function toProblem(error: unknown): RequestProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return CERTIFICATE_CODES.test(code) ? 'untrusted' : 'unreachable';
}

/** Null when the signal comes first: whatever else may be waited for, a look at DNS cannot be called off. */
export async function orWhenAborted<T>(doing: Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return null;
  let stop = (): void => {};
  const aborted = new Promise<null>((resolve) => {
    stop = () => resolve(null);
    signal.addEventListener('abort', stop, { once: true });
  });
  const done = await Promise.race([doing, aborted]);
  signal.removeEventListener('abort', stop);
  return done;
}
