import { createHash } from 'node:crypto';

/** Requests of one bucket in one window. Discord does not publish its numbers; its headers have shown such ones. */
const PER_WINDOW = 5;
const WINDOW_MS = 1_000;
/** Requests that change nothing are given more. */
const READS_PER_WINDOW = 50;

/** Windows that are remembered before those that have ended are let go: a trial of some hours. */
const MOST_WINDOWS = 5_000;

/** What the rate limiter says of a request. */
export interface RateVerdict {
  isAllowed: boolean;
  headers: Record<string, string>;
  retryAfterSeconds: number;
}

/** Counts requests by bucket (method, route and major parameter), as https://discord.com/developers/docs/topics/rate-limits has it. */
export interface RateLimiter {
  count(method: string, bucket: string): RateVerdict;
}

/** A limiter whose windows are all unused; `now` gives milliseconds. */
export function createRateLimiter(now: () => number = Date.now): RateLimiter {
  const windows = new Map<string, { used: number; endsAt: number }>();
  return {
    count(method, bucket) {
      const key = `${method} ${bucket}`;
      const limit = method === 'GET' ? READS_PER_WINDOW : PER_WINDOW;
      const at = now();
      const known = windows.get(key);
      const window = known !== undefined && known.endsAt > at ? known : { used: 0, endsAt: at + WINDOW_MS };
      windows.set(key, window);
      const isAllowed = window.used < limit;
      if (isAllowed) window.used += 1;
      if (windows.size > MOST_WINDOWS)
        for (const [old, { endsAt }] of windows) if (endsAt <= at) windows.delete(old);
      const resetAfter = (window.endsAt - at) / 1_000;
      return {
        isAllowed,
        retryAfterSeconds: resetAfter,
        headers: {
          'x-ratelimit-limit': String(limit),
          'x-ratelimit-remaining': String(limit - window.used),
          'x-ratelimit-reset': (window.endsAt / 1_000).toFixed(3),
          'x-ratelimit-reset-after': resetAfter.toFixed(3),
          'x-ratelimit-bucket': createHash('sha256').update(key).digest('hex').slice(0, 32),
        },
      };
    },
  };
}
