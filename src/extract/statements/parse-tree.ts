/** A sentence's heads with the stretch of tokens that each token governs; places are places in the article's tokens. */
export interface ParseTree {
  /** The head of a token; -1 for the root and outside the sentence. */
  readonly head: (at: number) => number;
  /** The first token that a token governs, itself included. */
  readonly firstOf: (at: number) => number;
  /** The end of what a token governs, marks at its end left out. */
  readonly endOf: (at: number) => number;
  /** How many tokens of a range have their heads outside it, counted up to `most`. */
  readonly topsOf: (first: number, end: number, most: number) => number;
  /** The first token of a range whose head lies outside it. */
  readonly topOf: (first: number, end: number) => number;
}

/** The tree of a sentence that begins at `first`, from the heads of its tokens; `isWord` tells words from marks. */
export function buildTree(heads: Int32Array, first: number, isWord: (at: number) => boolean): ParseTree {
  const size = heads.length;
  const firsts = new Int32Array(size);
  const ends = new Int32Array(size);
  for (let i = 0; i < size; i += 1) {
    firsts[i] = i;
    ends[i] = i + 1;
  }
  for (let i = 0; i < size; i += 1) {
    const isMark = !isWord(first + i);
    let head = heads[i] ?? -1;
    for (let steps = 0; head !== -1 && steps < size; steps += 1) {
      if (i < (firsts[head] ?? 0)) firsts[head] = i;
      if (!isMark && i >= (ends[head] ?? 0)) ends[head] = i + 1;
      head = heads[head] ?? -1;
    }
  }
  const inside = (at: number) => at >= first && at < first + size;
  const headOf = (at: number) => {
    const head = inside(at) ? (heads[at - first] ?? -1) : -1;
    return head === -1 ? -1 : head + first;
  };
  const isTop = (at: number, from: number, to: number) => {
    const head = headOf(at);
    return (head < from || head >= to) && isWord(at);
  };
  return {
    head: headOf,
    firstOf: (at) => (inside(at) ? (firsts[at - first] ?? 0) + first : at),
    endOf: (at) => (inside(at) ? (ends[at - first] ?? 0) + first : at + 1),
    topsOf: (from, to, most) => {
      let tops = 0;
      for (let at = from; at < to && tops < most; at += 1) if (isTop(at, from, to)) tops += 1;
      return tops;
    },
    topOf: (from, to) => {
      for (let at = from; at < to; at += 1) if (isTop(at, from, to)) return at;
      return -1;
    },
  };
}
