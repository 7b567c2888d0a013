import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { PartOfSpeech, Token } from '../../language/token.js';
import { isNamingVerb, isSpeakingVerb, isStatingVerb } from '../attributions/speech-verbs.js';
import { wordNumber } from './feature-buffer.js';

const PARTS: Readonly<Record<PartOfSpeech, number>> = {
  ADJ: 1,
  ADP: 2,
  ADV: 3,
  AUX: 4,
  CCONJ: 5,
  DET: 6,
  INTJ: 7,
  NOUN: 8,
  NUM: 9,
  PART: 10,
  PRON: 11,
  PROPN: 12,
  PUNCT: 13,
  SCONJ: 14,
  SYM: 15,
  VERB: 16,
  X: 17,
};

/** What is before the first token and after the last. */
const EDGE = 99;

/** A sentence as numbers, for hashing features; places are places in the article's tokens. */
export interface SentenceView extends TokenRange {
  readonly tokens: readonly Token[];
  /** Whether a token is someone's direct speech, which no statement reaches into. */
  readonly isSpeech: (at: number) => boolean;
  /** Whether a token is the cue of direct speech, and so of no statement. */
  readonly isTaken: (at: number) => boolean;
  /** Numbers for a token's word, its stem, its part of speech, and the class its verb belongs to. */
  readonly word: (at: number) => number;
  readonly stem: (at: number) => number;
  readonly pos: (at: number) => number;
  readonly verbClass: (at: number) => number;
  /** A finer part of speech: verb forms and the commonest function words apart. */
  readonly tag: (at: number) => number;
  /** How many tokens from the sentence's beginning up to a place are verbs, or commas. */
  readonly verbsBefore: (at: number) => number;
  readonly commasBefore: (at: number) => number;
  /** Whether a place lies between quotation marks or brackets that opened in this sentence. */
  readonly isEnclosed: (at: number) => boolean;
}

const numbers = new Map<string, number>();
/** Words whose numbers are remembered: a language's common words. */
const MOST_NUMBERS = 50_000;

function numberOf(word: string): number {
  let number = numbers.get(word);
  if (number === undefined) {
    if (numbers.size >= MOST_NUMBERS) numbers.clear();
    number = wordNumber(word);
    numbers.set(word, number);
  }
  return number;
}

/** What of an article is direct speech already, by places in its tokens. */
export interface SpeechPlaces {
  readonly isSpeech: (at: number) => boolean;
  readonly isTaken: (at: number) => boolean;
}

/** The view of a sentence, given what is direct speech. */
export function viewSentence(
  { tokens }: Annotation,
  range: TokenRange,
  { isSpeech, isTaken }: SpeechPlaces,
): SentenceView {
  const { first, end } = range;
  const size = end - first;
  const words = new Int32Array(size);
  const stems = new Int32Array(size);
  const parts = new Uint8Array(size);
  const classes = new Uint8Array(size);
  const tags = new Uint8Array(size);
  const verbs = new Uint16Array(size + 1);
  const commas = new Uint16Array(size + 1);
  const enclosed = new Uint8Array(size + 1);
  let depth = 0;
  for (let i = 0; i < size; i += 1) {
    const token = tokens[first + i];
    if (token === undefined) continue;
    words[i] = numberOf(token.norm);
    stems[i] = numberOf(token.stem);
    parts[i] = PARTS[token.pos];
    classes[i] = classOf(token);
    tags[i] = tagOf(token);
    verbs[i + 1] = (verbs[i] ?? 0) + (token.pos === 'VERB' || token.pos === 'AUX' ? 1 : 0);
    commas[i + 1] = (commas[i] ?? 0) + (token.norm === ',' ? 1 : 0);
    if (token.norm === '(') depth += 1;
    else if (token.norm === ')') depth = Math.max(0, depth - 1);
    else if (token.norm === '"') depth = depth > 0 ? depth - 1 : 1;
    enclosed[i + 1] = depth > 0 ? 1 : 0;
  }
  const inside = (at: number) => at >= first && at < end;
  return {
    tokens,
    first,
    end,
    isSpeech,
    isTaken,
    word: (at) => (inside(at) ? (words[at - first] ?? EDGE) : EDGE),
    stem: (at) => (inside(at) ? (stems[at - first] ?? EDGE) : EDGE),
    pos: (at) => (inside(at) ? (parts[at - first] ?? EDGE) : EDGE),
    verbClass: (at) => (inside(at) ? (classes[at - first] ?? 0) : 0),
    tag: (at) => (inside(at) ? (tags[at - first] ?? EDGE) : EDGE),
    verbsBefore: (at) => verbs[at - first] ?? 0,
    commasBefore: (at) => commas[at - first] ?? 0,
    isEnclosed: (at) => enclosed[at - first] === 1,
  };
}

function classOf(token: Token): number {
  if (token.pos !== 'VERB') return 0;
  return (isSpeakingVerb(token) ? 1 : 0) + (isStatingVerb(token) ? 2 : 0) + (isNamingVerb(token) ? 4 : 0);
}

const FUNCTION_TAGS = new Map(
  [
    [',', 40],
    ['.', 41],
    ['"', 42],
    ['-', 43],
    [':', 44],
    ['(', 45],
    [')', 46],
    ['that', 47],
    ['to', 48],
    ['of', 49],
    ['and', 50],
    ["'s", 51],
    ['who', 52],
    ['which', 53],
    ['as', 54],
    ['be', 55],
    ['is', 55],
    ['was', 55],
    ['are', 55],
    ['were', 55],
    ['been', 55],
    ['has', 56],
    ['have', 56],
    ['had', 56],
    [';', 57],
    ["'", 58],
    ['not', 59],
    ["n't", 59],
  ].map(([word, tag]) => [String(word), Number(tag)]),
);

function tagOf({ norm, pos }: Token): number {
  const known = FUNCTION_TAGS.get(norm);
  if (known !== undefined) return known;
  if (pos === 'VERB') {
    if (norm.endsWith('ing')) return 30;
    if (/(?:ed|en|wn|ght)$/u.test(norm)) return 31;
    return norm.endsWith('s') ? 32 : 33;
  }
  if (pos === 'NOUN') return norm.endsWith('s') ? 34 : 8;
  return PARTS[pos];
}
