import { similarityOf, type WordVectors } from '../../language/vectors.js';
import type { ArticleProfile, SentenceProfile } from '../article-profile.js';
import type { Meeting, VectoredQuestion } from '../compare-words.js';
import { SIGN } from '../token-signs.js';
import { EXPECTED, EXPECTED_ENTITY, KIND_NUMBERS } from './expected-signs.js';

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
  'new-nouns',
  'new-verbs',
  'new-after-met',
  'expected-entity',
  'teller',
  'defined-near',
  'count-of-focus',
  'previous-expected',
  'next-expected',
  'negation',
  'is-question',
] as const;

/** A distance that says that there is nothing to measure, in tokens. */
const FAR = 99;

/** Whether a sentence has, besides the question's own words, something of the kind that is asked for, and how near to them. */
export function typeFeatures(
  asked: VectoredQuestion,
  meeting: Meeting,
  profile: ArticleProfile,
  index: number,
  words: Int32Array,
  vectors: WordVectors,
): number[] {
  const { kind, terms, asksTeller } = asked.question;
  const sentence = profile.sentences[index];
  const signs = profile.signsOf(index);
  const met = new Set<number>();
  meeting.place.forEach((place) => {
    if (place !== -1) met.add(place);
  });
  meeting.relatedPlace.forEach((place) => {
    if (place !== -1) met.add(place);
  });
  const lastMet = Math.max(-1, ...met);
  const firstMet = met.size === 0 ? FAR : Math.min(...met);
  const expected = EXPECTED[kind];
  const entity = EXPECTED_ENTITY[kind] ?? 0;
  const fresh = {
    number: 0,
    date: 0,
    name: 0,
    place: 0,
    money: 0,
    unit: 0,
    noun: 0,
    verb: 0,
    entity: 0,
  };
  let all = 0;
  let count = 0;
  let nearest = FAR;
  let copulaAfter = 0;
  let likeness = -1;
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
    if ((sign & entity) !== 0) fresh.entity += 1;
    if ((sign & expected) !== 0) {
      count += 1;
      nearest = Math.min(nearest, distanceTo(met, t));
    }
    const word = words[t] ?? -1;
    if (asked.focus >= 0 && word >= 0) {
      const cosine = similarityOf(vectors, asked.focus, word);
      if (cosine > likeness) {
        likeness = cosine;
      }
    }
  }
  const focusTerm = terms.findIndex((term) => term.isFocus);
  const focusAt = focusTerm === -1 ? -1 : (meeting.relatedPlace[focusTerm] ?? -1);
  const last = lastWord(sentence);
  const { first, end } = profile.contexts[index] ?? { first: index, end: index + 1 };
  const around = (other: number): number =>
    expected === 0 || other < first || other >= end
      ? -1
      : (profile.allSignsOf(other) & expected) === 0
        ? 0
        : 1;
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
    fresh.noun,
    fresh.verb,
    Math.max(0, last - lastMet),
    entity === 0 ? -1 : fresh.entity,
    asksTeller ? ((all & SIGN.source) === 0 ? 0 : 1) : -1,
    isDefinedNear(sentence, signs, firstMet, lastMet) ? 1 : 0,
    focusAt === -1 ? -1 : countsThing(signs, focusAt) ? 1 : 0,
    around(index - 1),
    around(index + 1),
    (all & SIGN.negation) === 0 ? 0 : 1,
    (all & SIGN.asking) === 0 ? 0 : 1,
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

/** Whether what the question names stands in apposition: "Ada Quill, the mayor", "Mayor Ada Quill", "KNO (…)". */
function isDefinedNear(
  sentence: SentenceProfile | undefined,
  signs: Int32Array,
  firstMet: number,
  lastMet: number,
): boolean {
  if (sentence === undefined || lastMet === -1) return false;
  const { tokens } = sentence;
  const mark = tokens[lastMet + 1]?.norm;
  const opening = tokens[lastMet + 2];
  if (mark === '(') return true;
  if (mark === ',' && /^(?:DET|NOUN|ADJ)$/u.test(opening?.pos ?? '')) return true;
  return firstMet > 0 && ((signs[firstMet - 1] ?? 0) & SIGN.noun) !== 0;
}

/** Whether a number stands at most three tokens before the thing that is counted ("1,200 young Israelis"). */
function countsThing(signs: Int32Array, place: number): boolean {
  for (let t = Math.max(0, place - 3); t < place; t += 1) {
    if (((signs[t] ?? 0) & (SIGN.number | SIGN.date)) === SIGN.number) return true;
  }
  return false;
}

function lastWord(sentence: SentenceProfile | undefined): number {
  const tokens = sentence?.tokens ?? [];
  for (let t = tokens.length - 1; t >= 0; t -= 1) if (tokens[t]?.isWord === true) return t;
  return -1;
}
