import type { AskedKind } from '../../language/question.js';
import { similarityOf, type WordVectors } from '../../language/vectors.js';
import type { SentenceProfile } from '../article-profile.js';
import type { Meeting, VectoredQuestion } from '../compare-words.js';
import { SIGN } from '../token-signs.js';

/** Names of the values of `typeFeatures`, in its order. */
export const TYPE_FEATURES = [
  'kind',
  'expected',
  'expected-count',
  'expected-distance',
  'expected-next-to-focus',
  'new-number',
  'new-date',
  'new-name',
  'new-place',
  'new-money',
  'new-unit',
  'reason-cue',
  'manner-cue',
  'quote',
  'speech',
  'copula-after',
  'focus-like',
  'focus-like-distance',
  'new-nouns',
  'new-verbs',
  'ends-with-new',
  'new-after-met',
] as const;

/** The number by which the trees know each kind of question. */
export const KIND_NUMBERS: Readonly<Record<AskedKind, number>> = {
  person: 0,
  group: 1,
  place: 2,
  date: 3,
  duration: 4,
  number: 5,
  amount: 6,
  reason: 7,
  manner: 8,
  definition: 9,
  statement: 10,
  'yes-no': 11,
  thing: 12,
  keywords: 13,
};

/** For each kind of question the signs of which an answer has at least one; 0 where anything may answer. */
const EXPECTED: Readonly<Record<AskedKind, number>> = {
  person: SIGN.name,
  group: SIGN.name,
  place: SIGN.place,
  date: SIGN.date,
  duration: SIGN.unit,
  number: SIGN.number,
  amount: SIGN.money | SIGN.number,
  reason: SIGN.reason,
  manner: SIGN.manner,
  definition: SIGN.copula,
  statement: SIGN.quote | SIGN.speech,
  'yes-no': 0,
  thing: 0,
  keywords: 0,
};

/** A distance that says that there is nothing to measure, in tokens. */
const FAR = 99;

/** Whether a sentence has, besides the question's own words, something of the kind that is asked for, and how near to them. */
export function typeFeatures(
  asked: VectoredQuestion,
  meeting: Meeting,
  sentence: SentenceProfile,
  signs: Int32Array,
  words: Int32Array,
  vectors: WordVectors,
): number[] {
  const { kind, terms } = asked.question;
  const met = new Set<number>();
  meeting.place.forEach((place) => {
    if (place !== -1) met.add(place);
  });
  const lastMet = Math.max(-1, ...met);
  const firstMet = met.size === 0 ? FAR : Math.min(...met);
  const expected = EXPECTED[kind];
  const fresh = { number: 0, date: 0, name: 0, place: 0, money: 0, unit: 0, noun: 0, verb: 0 };
  let all = 0;
  let count = 0;
  let nearest = FAR;
  let copulaAfter = 0;
  let likeness = -1;
  let likenessAt = -1;
  for (let t = 0; t < signs.length; t += 1) {
    const sign = signs[t] ?? 0;
    all |= sign;
    if ((sign & SIGN.copula) !== 0 && t > firstMet && t - lastMet <= 2) copulaAfter = 1;
    if (met.has(t)) continue;
    if ((sign & SIGN.number) !== 0) fresh.number += 1;
    if ((sign & SIGN.date) !== 0) fresh.date += 1;
    if ((sign & SIGN.name) !== 0) fresh.name += 1;
    if ((sign & SIGN.place) !== 0) fresh.place += 1;
    if ((sign & SIGN.money) !== 0) fresh.money += 1;
    if ((sign & SIGN.unit) !== 0) fresh.unit += 1;
    if ((sign & SIGN.noun) !== 0) fresh.noun += 1;
    if ((sign & SIGN.verb) !== 0) fresh.verb += 1;
    if ((sign & expected) !== 0) {
      count += 1;
      nearest = Math.min(nearest, distanceTo(met, t));
    }
    const word = words[t] ?? -1;
    if (asked.focus >= 0 && word >= 0) {
      const cosine = similarityOf(vectors, asked.focus, word);
      if (cosine > likeness) {
        likeness = cosine;
        likenessAt = t;
      }
    }
  }
  const focusTerm = terms.findIndex((term) => term.isFocus);
  const focusAt = focusTerm === -1 ? -1 : (meeting.place[focusTerm] ?? -1);
  const last = lastWord(sentence);
  return [
    KIND_NUMBERS[kind],
    expected === 0 ? -1 : Math.min(1, count),
    count,
    nearest,
    focusAt === -1
      ? -1
      : hasNear(signs, met, focusAt, expected === 0 ? SIGN.name | SIGN.number : expected)
        ? 1
        : 0,
    fresh.number,
    fresh.date,
    fresh.name,
    fresh.place,
    fresh.money,
    fresh.unit,
    (all & SIGN.reason) === 0 ? 0 : 1,
    (all & SIGN.manner) === 0 ? 0 : 1,
    (all & SIGN.quote) === 0 ? 0 : 1,
    (all & SIGN.speech) === 0 ? 0 : 1,
    copulaAfter,
    likeness,
    likenessAt === -1 ? FAR : distanceTo(met, likenessAt),
    fresh.noun,
    fresh.verb,
    met.has(last) ? 0 : 1,
    Math.max(0, last - lastMet),
  ];
}

function distanceTo(places: ReadonlySet<number>, place: number): number {
  let nearest = FAR;
  for (const other of places) nearest = Math.min(nearest, Math.abs(other - place));
  return nearest;
}

/** Whether a token with one of the signs stands within three tokens of a place and is not itself of the question. */
function hasNear(signs: Int32Array, met: ReadonlySet<number>, place: number, wanted: number): boolean {
  for (let t = Math.max(0, place - 3); t <= Math.min(signs.length - 1, place + 3); t += 1) {
    if (!met.has(t) && ((signs[t] ?? 0) & wanted) !== 0) return true;
  }
  return false;
}

function lastWord(sentence: SentenceProfile): number {
  for (let t = sentence.tokens.length - 1; t >= 0; t -= 1) if (sentence.tokens[t]?.isWord === true) return t;
  return -1;
}
