import type { Length } from '../scheduling/fair-queue.js';
import type { ThreadRequest } from './thread-messages.js';

/** Bytes of a file and code units of an article up to which work on it is short: half a second on one core of a small server. */
export const SHORT = { parse: 100_000, read: 20_000, rules: 20_000 };

type Request = Exclude<ThreadRequest, { kind: 'go-on' }>;

/** Whether a request is soon done. */
export function lengthOf(request: Request): Length {
  switch (request.kind) {
    case 'parse':
    case 'parse-and-read':
      return request.source.bytes.byteLength <= SHORT.parse ? 'short' : 'long';
    case 'feed':
      return request.text.length <= SHORT.parse ? 'short' : 'long';
    case 'rules':
      return request.question.rules.length <= SHORT.rules ? 'short' : 'long';
    case 'read':
      return request.article.text.length <= SHORT.read ? 'short' : 'long';
  }
}

/** What a thread was asked about, by its name. */
export function nameOf(request: Request): string {
  switch (request.kind) {
    case 'parse':
    case 'parse-and-read':
      return request.source.file;
    case 'feed':
      return request.address;
    case 'rules':
      return request.question.address;
    case 'read':
      return request.article.head.id;
  }
}
