import type { Span } from '../article/span.js';
import { findKeyedWords } from '../language/find-keyed-words.js';
import type { KeyedWord } from '../language/keyed-word.js';
import { languageOf } from '../lexicon/language.js';
import type { ComparedWord } from './match-word.js';
import { mayBeOne } from './two-words.js';

/** Words that were typed without a space between them ("wi-fi", "12ft", and "1 200"), to be found side by side; mostly one word. */
export interface Unit extends Span {
  readonly words: readonly KeyedWord[];
  /** What it may be written as together with its neighbour ("hand off" as "handoff"), in compared form. */
  readonly joined: readonly string[];
}

/** The units of words as typed, in a language (BCP 47). Those of stop words alone count only if there are no others, and none besides a phrase. */
export function readUnits(typed: string, language: string, hasPhrase: boolean): Unit[] {
  const words = findKeyedWords(typed, language);
  const isRunOn = languageOf(language).writing.isRunOn === true;
  const runs: KeyedWord[][] = [];
  for (const word of words) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const isWritten = !isRunOn && last !== undefined && !/\s/u.test(typed.slice(last.end, word.start));
    const isCounted = run !== undefined && run.length < (run[0]?.whole?.words ?? 0);
    if (isWritten || isCounted) run?.push(word);
    else runs.push([word]);
  }
  const units = runs.map((run, i): Unit => {
    const first = run[0];
    const joined = [joinPair(runs[i - 1], run), joinPair(run, runs[i + 1])].filter((norm) => norm !== null);
    return { words: run, joined, start: first?.start ?? 0, end: run.at(-1)?.end ?? 0 };
  });
  const content = units.filter((unit) => unit.words.some(({ isStop }) => !isStop));
  return content.length > 0 || hasPhrase ? content : units;
}

function joinPair(
  first: readonly KeyedWord[] | undefined,
  second: readonly KeyedWord[] | undefined,
): string | null {
  const [[a, ...restA], [b, ...restB]] = [first ?? [], second ?? []];
  if (a === undefined || b === undefined || restA.length > 0 || restB.length > 0) return null;
  return mayBeOne(a.norm, b.norm) ? a.norm + b.norm : null;
}

/** Whether a word sought is taken for one of a text, given in compared form. */
export type IsSame = (sought: KeyedWord, norm: string) => boolean;

/** Where some words in order have a unit, from its first word to its last. */
export function findUnit(unit: Unit, words: readonly KeyedWord[], isSame: IsSame): Span[] {
  return [
    ...findSequence(unit.words, words, isSame),
    ...words.filter(({ norm }) => unit.joined.includes(norm)),
  ];
}

/** Where some words have others in this order, each also as one word or as two ("Wi-Fi", "wifi"). */
export function findSequence(
  sought: readonly KeyedWord[],
  words: readonly KeyedWord[],
  isSame: IsSame,
): Span[] {
  const found: Span[] = [];
  const [own] = sought;
  const sequence = { sought, words, isSame };
  for (const [i, first] of words.entries()) {
    // A question looks at thousands of words, of which hardly any begins what is sought.
    if (own !== undefined && !mayBegin(own, first, isSame)) continue;
    const end = findEnd(sequence, 0, i);
    const last = words[(end ?? 0) - 1];
    if (end !== null && last !== undefined) found.push({ start: first.start, end: last.end });
  }
  return found;
}

/** Whether a word may be the first one sought, or begin it. */
function mayBegin(own: KeyedWord, { norm, whole }: KeyedWord, isSame: IsSame): boolean {
  return isSame(own, norm) || whole !== null || own.whole?.norm === norm || own.norm.startsWith(norm);
}

interface Sequence {
  readonly sought: readonly KeyedWord[];
  readonly words: readonly KeyedWord[];
  readonly isSame: IsSame;
}

/** The place after the words that have those sought from `k` on, begun at `i`; null if they do not. */
function findEnd(sequence: Sequence, k: number, i: number): number | null {
  const { sought, words, isSame } = sequence;
  if (k === sought.length) return i;
  const [own, word, next] = [sought[k], words[i], words[i + 1]];
  if (own === undefined || word === undefined) return null;
  const goOn = (isThere: boolean, soughtOnes: number, wordsOnes: number): number | null =>
    isThere ? findEnd(sequence, k + soughtOnes, i + wordsOnes) : null;
  const { whole } = word;
  return (
    goOn(isSame(own, word.norm), 1, 1) ??
    goOn(whole !== null && isSame(own, whole.norm), 1, whole?.words ?? 1) ??
    goOn(own.whole?.norm === word.norm, own.whole?.words ?? 1, 1) ??
    goOn(next !== undefined && own.norm === word.norm + next.norm && mayBeOne(word.norm, next.norm), 1, 2)
  );
}

/** What a typed word may be compared with among some words: each, and each whole that several make. */
export function* normsIn(words: readonly KeyedWord[]): Generator<ComparedWord> {
  for (const word of words) {
    yield word;
    if (word.whole !== null) yield word.whole;
  }
}
