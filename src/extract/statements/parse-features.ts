import type { SentenceView } from './sentence-view.js';

/** What an arc-hybrid parser holds while it reads a sentence; places count from the sentence's first token. */
export interface ParserState {
  /** The head of each token; -1 while it has none. */
  readonly heads: Int32Array;
  readonly stack: Int32Array;
  depth: number;
  next: number;
  /** Outermost children on either side and how many there are, -1 and 0 if none. */
  readonly leftmost: Int32Array;
  readonly rightmost: Int32Array;
  readonly lefts: Uint8Array;
  readonly rights: Uint8Array;
}

/** Templates of `writeParseFeatures`. */
export const PARSE_FEATURES = 29;

/** Buckets that parse features are hashed into. */
export const PARSE_BUCKETS = 1 << 17;

/** Writes the features of a state, as buckets (after Zhang and Nivre 2011, without labels). */
export function writeParseFeatures(view: SentenceView, state: ParserState, into: Int32Array): void {
  const { first } = view;
  const { stack, depth, next, leftmost, rightmost, lefts, rights } = state;
  const s0 = depth > 0 ? (stack[depth - 1] ?? -1) : -1;
  const s1 = depth > 1 ? (stack[depth - 2] ?? -1) : -1;
  const s2 = depth > 2 ? (stack[depth - 3] ?? -1) : -1;
  const word = (at: number) => (at < 0 ? 7 : view.word(first + at));
  const pos = (at: number) => (at < 0 ? 98 : view.tag(first + at));
  const left = (at: number) => (at < 0 ? -1 : (leftmost[at] ?? -1));
  const right = (at: number) => (at < 0 ? -1 : (rightmost[at] ?? -1));
  const s0w = word(s0);
  const s0p = pos(s0);
  const s1w = word(s1);
  const s1p = pos(s1);
  const n0 = next;
  const n0w = word(n0);
  const n0p = pos(n0);
  const n1p = pos(n0 + 1);
  const n2p = pos(n0 + 2);
  const s0l = pos(left(s0));
  const s0r = pos(right(s0));
  const n0l = pos(left(n0));
  const s1l = pos(left(s1));
  const s1r = pos(right(s1));
  const distance = s0 < 0 ? 0 : Math.min(6, n0 - s0);
  const s0v = s0 < 0 ? 0 : (lefts[s0] ?? 0) * 8 + Math.min(7, rights[s0] ?? 0);
  const n0v = lefts[n0] ?? 0;
  let at = 0;
  const put = (a: number, b = 0, c = 0) => {
    const hash = Math.imul(
      a + Math.imul(b, 0x85ebca6b) + Math.imul(c, 0xc2b2ae35) + Math.imul(at + 1, 0x27d4eb2f),
      0x9e3779b1,
    );
    into[at] = (hash ^ (hash >>> 15)) & (PARSE_BUCKETS - 1);
    at += 1;
  };
  put(s0w);
  put(s0p);
  put(n0w);
  put(n0p);
  put(word(n0 + 1), n1p);
  put(n1p);
  put(s1p);
  put(s0w, s0p * 128 + n0p);
  put(n0w, s0p * 128 + n0p);
  put(s0w, n0w);
  put(s0p, n0p);
  put(n0p, n1p, n2p);
  put(s0p, n0p, n1p);
  put(s1p, s0p, n0p);
  put(s0p, s0l, n0p);
  put(s0p, s0r, n0p);
  put(s0p, n0p, n0l);
  put(s1p, s1r, s0p);
  put(s0w, distance);
  put(s0p, n0p, distance);
  put(s0p, s0v);
  put(n0w, n0v);
  put(n0p, n0v, s0p);
  put(s1w, s0p * 128 + n0p);
  put(s1p, s0p * 128 + n0p, s1l);
  put(pos(s2), s1p * 128 + s0p, n0p);
  put(s0w, s1p * 128 + n0p);
  put(word(right(s0)), s0p, n0p);
  put(s0v, n0p, s0w);
}
