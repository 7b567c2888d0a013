import type { Span } from '../article/span.js';
import type { AskedKind } from '../language/asked-kind.js';
import type { Question } from '../language/question.js';
import type { Token } from '../language/token.js';
import { fitsKind } from './fits-kind.js';
import type { ScoredCandidate } from './score-candidates.js';

/** Tokens in the longest answer that is set in bold; 97 in 100 gold answers are shorter. */
const LONGEST_ANSWER = 14;

/**
 * What is taken off a span's logit: for each word that the question has itself, for a name cut in two, for an end on a word
 * that wants another after it, for each token. On forum posts and reviews, where the right sentence came first, these
 * raise exact matches from 0.345 to 0.371; SQuAD's F1 stays at 0.53.
 */
const TAKEN_OFF = { asked: 0.5, cutName: 1, openEnd: 2, token: 0.04 };

/** Parts of speech that an answer does not end on: "the levy on", "a fair". */
const OPEN_ENDS = new Set(['ADP', 'DET', 'CCONJ']);

/** Kinds of question whose answer shows by its form, a number or a name: there a likely stretch is a right one more often. */
const BY_FORM: ReadonlySet<AskedKind> = new Set<AskedKind>([
  'date',
  'number',
  'person',
  'place',
  'percent',
  'age',
  'measure',
  'duration',
]);

/**
 * Below this share of all stretches' likelihood no words are set in bold: wrong ones are worse than none. On Wikipedia articles
 * not trained on (`npm run eval -- --sample 6`) F1 over all questions, those without bold words counted as 0, is 0.43; with 0.1
 * for all 0.46, with 0.15 and 0.25 0.37. On the quiz's dev articles 4 of 19 share no word with those that answer; with these 7 of 24, and 4 of 18.
 */
const LEAST_LIKELY = { byForm: 0.12, other: 0.15 };

/** A question as far as its answering words hang on it. */
export type AskedFor = Pick<Question, 'kind' | 'terms' | 'saysWho' | 'asksTeller'>;

/** A candidate as far as its answering words hang on it. */
export interface ReadCandidate extends Pick<ScoredCandidate, 'profile' | 'index'> {
  readonly reading: Pick<ScoredCandidate['reading'], 'starts' | 'ends'>;
  readonly meeting: Pick<ScoredCandidate['meeting'], 'place' | 'relatedPlace'>;
}

interface Choice {
  readonly first: number;
  readonly last: number;
  readonly logit: number;
}

/**
 * The words of a candidate's sentence that answer, as one span into the article's text: the likeliest that fits what
 * is asked for (see `fitsKind`). None where it is not likely enough, and for a question that is answered by yes or no.
 *
 * Gets wrong: an answer in two places ("from May … to June") is one of them, or all between.
 */
export function findAnswerWords(question: AskedFor, candidate: ReadCandidate): Span[] {
  const { profile, index, reading, meeting } = candidate;
  const { kind } = question;
  if (kind === 'yes-no') return [];
  const tokens = profile.sentences[index]?.tokens ?? [];
  const asked = new Set(meeting.place);
  const choices = listChoices(tokens, asked, reading.starts, reading.ends);
  const isFitting = fitsKind(question, candidate);
  const best = choices.toSorted((a, b) => b.logit - a.logit).find((choice) => isFitting(choice));
  if (best === undefined) return [];
  const leastLikely = BY_FORM.has(kind) ? LEAST_LIKELY.byForm : LEAST_LIKELY.other;
  let whole = 0;
  for (const { logit } of choices) whole += Math.exp(logit - best.logit);
  const from = tokens[best.first];
  const to = tokens[best.last];
  return 1 / whole < leastLikely || from === undefined || to === undefined
    ? []
    : [{ start: from.start, end: to.end }];
}

function listChoices(
  tokens: readonly Token[],
  asked: ReadonlySet<number>,
  starts: Float32Array,
  ends: Float32Array,
): Choice[] {
  const choices: Choice[] = [];
  const isName = (place: number): boolean => tokens[place]?.pos === 'PROPN';
  const count = Math.min(tokens.length, starts.length, ends.length);
  for (let first = 0; first < count; first += 1) {
    let taken = isName(first) && isName(first - 1) ? TAKEN_OFF.cutName : 0;
    for (let last = first; last < Math.min(count, first + LONGEST_ANSWER); last += 1) {
      taken += TAKEN_OFF.token + (asked.has(last) ? TAKEN_OFF.asked : 0);
      const ending =
        (isName(last) && isName(last + 1) ? TAKEN_OFF.cutName : 0) +
        (OPEN_ENDS.has(tokens[last]?.pos ?? '') ? TAKEN_OFF.openEnd : 0);
      choices.push({ first, last, logit: (starts[first] ?? 0) + (ends[last] ?? 0) - taken - ending });
    }
  }
  return choices;
}
