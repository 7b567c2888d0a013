import { type AnswerSpan, type SentenceOdds, UNREAD, type WindowOdds } from './encoder.js';
import type { InputRow, SentencePlace } from './input-row.js';
import type { RowScores } from './runtime.js';

/** Word pieces of the longest answer that is looked for. */
const LONGEST_ANSWER = 20;

/** Spans of a sentence that are told. */
const MOST_SPANS = 3;

/** What a row's scores say of its sentences. */
export function readScores({ sentences }: InputRow, { score, span }: RowScores): WindowOdds {
  return sentences.map((place, n): SentenceOdds => {
    const isRead = place.end > place.first;
    return {
      answers: isRead ? (score[2 * n] ?? UNREAD) : UNREAD,
      leavesOpen: isRead ? (score[2 * n + 1] ?? UNREAD) : UNREAD,
      spans: isRead ? likeliestSpans(place, span) : [],
    };
  });
}

/**
 * The likeliest spans of whole words: the probability of a span is its part in the exponentials of the first piece's and the
 * last piece's logits, over all spans of the sentence that are not too long.
 */
function likeliestSpans({ first, end, pieces }: SentencePlace, span: Float32Array): AnswerSpan[] {
  const { starts, ends } = pieces;
  const found: { start: number; end: number; logit: number }[] = [];
  for (let i = 0; i < end - first; i += 1) {
    const start = starts[i];
    if (start === undefined || start === starts[i - 1]) continue;
    for (let j = i; j < Math.min(end - first, i + LONGEST_ANSWER); j += 1) {
      const last = ends[j];
      if (last === undefined || last === ends[j + 1]) continue;
      const logit = (span[2 * (first + i)] ?? 0) + (span[2 * (first + j) + 1] ?? 0);
      found.push({ start, end: last, logit });
    }
  }
  found.sort((a, b) => b.logit - a.logit);
  const most = found[0]?.logit ?? 0;
  const mass = found.reduce((sum, { logit }) => sum + Math.exp(logit - most), 0);
  return found.slice(0, MOST_SPANS).map(({ start, end: behind, logit }) => ({
    start,
    end: behind,
    probability: Math.exp(logit - most) / mass,
  }));
}
