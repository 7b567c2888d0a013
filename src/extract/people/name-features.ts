import type { TokenRange } from '../../language/annotation.js';
import { mixHashes } from '../hash-text.js';
import type { WordEvidence } from './name-evidence.js';
import { Case, type NameToken, Place } from './name-tokens.js';

/** The number of rows of the feature table: a power of two. */
export const FEATURE_ROWS = 1 << 15;

/** Counts from here on say no more. */
const MOST_COUNTED = 2;

/** The article's evidence about one word as small numbers, in a fixed order. */
function digits(evidence: WordEvidence | undefined): number[] {
  if (evidence === undefined) return [];
  const { lower, capital, afterTitle, surname, first, saying, afterThe, afterPlace, possessive } = evidence;
  return [lower, capital, afterTitle, surname, first, saying, afterThe, afterPlace, possessive].map((count) =>
    Math.min(MOST_COUNTED, count),
  );
}

/**
 * The features of one token of a segment as rows of the feature table: its own form and that of its
 * neighbours, what the lexicon knows, where it is, and how the article writes it elsewhere.
 */
export function featuresOf(
  tokens: readonly NameToken[],
  at: number,
  segment: TokenRange,
  sentence: TokenRange,
  evidence: ReadonlyMap<string, WordEvidence>,
): number[] {
  const rows: number[] = [];
  const add = (feature: number, value: number): void => {
    rows.push(mixHashes(feature, value) & (FEATURE_ROWS - 1));
  };
  const get = (offset: number): NameToken | undefined => {
    const i = at + offset;
    return i >= sentence.first && i < sentence.end ? tokens[i] : undefined;
  };
  const token = tokens[at];
  if (token === undefined) return rows;
  const [w2, w1, n1, n2] = [get(-2), get(-1), get(1), get(2)];
  add(1, token.word);
  add(2, token.shape);
  token.prefixes.forEach((prefix, i) => {
    add(10 + i, prefix);
  });
  token.suffixes.forEach((suffix, i) => {
    add(20 + i, suffix);
  });
  add(30, token.pos);
  add(31, token.flags);
  add(32, token.place);
  add(33, mixHashes(token.case, token.place));
  add(40, w1?.word ?? 1);
  add(41, n1?.word ?? 1);
  add(42, w2?.word ?? 1);
  add(43, n2?.word ?? 1);
  add(44, w1?.shape ?? 1);
  add(45, n1?.shape ?? 1);
  add(46, mixHashes(w1?.shape ?? 1, mixHashes(token.shape, n1?.shape ?? 1)));
  add(47, w1?.pos ?? 1);
  add(48, n1?.pos ?? 1);
  add(49, mixHashes(w1?.pos ?? 1, token.pos));
  add(50, mixHashes(token.pos, n1?.pos ?? 1));
  add(51, w1?.flags ?? 1 << 20);
  add(52, n1?.flags ?? 1 << 20);
  add(53, w2?.flags ?? 1 << 20);
  add(54, mixHashes(w1?.flags ?? 0, token.flags));
  add(55, mixHashes(token.flags, n1?.flags ?? 0));
  add(56, mixHashes(w1?.word ?? 1, token.word));
  add(57, mixHashes(token.word, n1?.word ?? 1));
  add(58, mixHashes(w2?.word ?? 1, w1?.word ?? 1));
  add(59, mixHashes(n1?.word ?? 1, n2?.word ?? 1));
  add(60, w1?.suffixes[2] ?? 1);
  add(61, n1?.suffixes[2] ?? 1);
  addSegment(add, tokens, at, segment, sentence);
  for (const [place, near] of [token, w1, n1].entries()) {
    digits(near === undefined ? undefined : evidence.get(near.bare)).forEach((count, i) => {
      if (count > 0) add(100 + place * 20 + i, count);
    });
  }
  return rows;
}

/** Where the token is in its run of capitalised words, and what is around that run. */
function addSegment(
  add: (feature: number, value: number) => void,
  tokens: readonly NameToken[],
  at: number,
  segment: TokenRange,
  sentence: TokenRange,
): void {
  let first = at;
  let end = at + 1;
  while (first > segment.first && tokens[first - 1]?.case !== Case.lower) first -= 1;
  while (end < segment.end && tokens[end]?.case !== Case.lower) end += 1;
  const before = first > sentence.first ? tokens[first - 1] : undefined;
  const after = end < sentence.end ? tokens[end] : undefined;
  const isHeadline = ((tokens[at]?.place ?? 0) & (Place.allCapitals | Place.titleCase)) !== 0;
  if (isHeadline) return;
  add(70, Math.min(4, at - first));
  add(71, Math.min(4, end - at));
  add(72, Math.min(5, end - first));
  add(73, before?.word ?? 1);
  add(74, after?.word ?? 1);
  add(75, mixHashes(Math.min(3, end - first), before?.flags ?? 1));
  add(76, mixHashes(Math.min(3, end - first), after?.flags ?? 1));
  add(77, tokens[first]?.flags ?? 1);
  add(78, tokens[end - 1]?.word ?? 1);
  add(79, tokens[end - 1]?.flags ?? 1);
  add(80, mixHashes(tokens[first]?.flags ?? 0, Math.min(3, end - first)));
  add(81, before?.pos ?? 1);
  add(82, after?.pos ?? 1);
}
