/** Milliseconds for an article of any length: some texts of a few kilobytes would take minutes (a thousand brackets that never close). */
const SHORTEST_TIMEOUT = 10_000;

/** Milliseconds for each byte of a file and each code unit of an article: some five times what they take on one core of a small server. */
const TIMEOUT_PER_UNIT = { parse: 0.01, read: 0.1, rules: 0 };

/** Making an article of a file or reading one; or the rules of a robots.txt. */
export type ThreadWork = keyof typeof TIMEOUT_PER_UNIT;

/** Milliseconds after which work on a file or an article of this length is given up. */
export function longestWork(kind: ThreadWork, length: number): number {
  return SHORTEST_TIMEOUT + length * TIMEOUT_PER_UNIT[kind];
}
