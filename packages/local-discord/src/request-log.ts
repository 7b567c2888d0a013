import type { Breach } from './checks/breach.js';

/** One REST request of the bot as it was received and answered. */
export interface RecordedRequest {
  /** Milliseconds since the epoch. */
  at: number;
  method: string;
  /** Below `/api/v10`, with the query; an interaction's token is cut to its first characters. */
  path: string;
  /** The JSON body, or the form's `payload_json`; undefined without one. */
  body: unknown;
  /** The HTTP status it was answered with. */
  status: number;
  /** Names of the checks it went through. */
  checks: readonly string[];
  breaches: readonly Breach[];
  /** Ids of the messages that it made or changed. */
  messageIds: readonly string[];
}

/** How many requests are kept; the oldest go first, so that a page left open for days does not fill the memory. */
const KEPT_REQUESTS = 5_000;

/** The requests of the bot, oldest first. */
export interface RequestLog {
  add(request: RecordedRequest): void;
  all(): readonly RecordedRequest[];
  breaches(): readonly Breach[];
  /** The requests that made or changed this message, oldest first. */
  about(messageId: string): readonly RecordedRequest[];
}

/** An empty log. */
export function createRequestLog(): RequestLog {
  const requests: RecordedRequest[] = [];
  const breaches: Breach[] = [];
  return {
    add(request) {
      requests.push(request);
      breaches.push(...request.breaches);
      if (requests.length > KEPT_REQUESTS) requests.shift();
      if (breaches.length > KEPT_REQUESTS) breaches.splice(0, breaches.length - KEPT_REQUESTS);
    },
    all: () => [...requests],
    breaches: () => [...breaches],
    about: (messageId) => requests.filter(({ messageIds }) => messageIds.includes(messageId)),
  };
}
