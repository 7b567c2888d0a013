import type { Span } from '../article/span.js';
import { type ScoredCandidate, softmax } from './score-candidates.js';

/** Tokens in the longest answer that is set in bold; 97 in 100 gold answers are shorter. */
const LONGEST_ANSWER = 14;

/** The words of a candidate's sentence that answer, as one span into the article's text; none where no span stands out. */
export function findAnswerWords({ profile, index, reading }: ScoredCandidate, leastLikely: number): Span[] {
  const starts = softmax([...reading.starts]);
  const ends = softmax([...reading.ends]);
  let best = 0;
  let first = -1;
  let last = -1;
  for (let s = 0; s < starts.length; s += 1) {
    for (let e = s; e < Math.min(ends.length, s + LONGEST_ANSWER); e += 1) {
      const likely = (starts[s] ?? 0) * (ends[e] ?? 0);
      if (likely <= best) continue;
      best = likely;
      first = s;
      last = e;
    }
  }
  const tokens = profile.sentences[index]?.tokens;
  const from = tokens?.[first];
  const to = tokens?.[last];
  return best < leastLikely || from === undefined || to === undefined
    ? []
    : [{ start: from.start, end: to.end }];
}
