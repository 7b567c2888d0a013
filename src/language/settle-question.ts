import { isStopWord } from './stop-words.js';
import { tagEnglish } from './tagger.js';

const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'\u2019.]*/gu;
const IN_CAPITALS = /^\p{Lu}[\p{Lu}\p{M}'\u2019]+$/u;
/** Capitals that would be another word in small letters, and are one behind "the" ("the US", "the WHO"). */
const ABBREVIATIONS = new Set(['US', 'WHO', 'IT']);
/** Shorter words in capitals are abbreviations more often than they are shouted. */
const SHORTEST_SHOUTED = 4;

/**
 * A question put as most are: what is shouted in small letters, its question word without a slip. It may no longer be as its asker
 * wrote it, so it is for reading only, not for showing.
 *
 * Gets wrong: an abbreviation of four letters and more loses its capitals if the tagger does not know it for a name ("NATO"), and is
 * still found.
 */
export function settleQuestion(question: string): string {
  return mendQuestionWord(lowerShouted(question));
}

function lowerShouted(question: string): string {
  const words = question.match(WORD) ?? [];
  const letters = words.join('').replace(/[^\p{Lu}\p{Ll}]/gu, '');
  const capitals = letters.replace(/\P{Lu}/gu, '').length;
  const isAllShouted = words.length > 1 && capitals === letters.length;
  let before = '';
  return question.replace(WORD, (word, at: number) => {
    const shown = IN_CAPITALS.test(word) ? lowerWord(word, { before, at, isAllShouted }) : word;
    before = word.toLowerCase();
    return shown;
  });
}

interface WordPosition {
  readonly before: string;
  readonly at: number;
  readonly isAllShouted: boolean;
}

function lowerWord(word: string, { before, at, isAllShouted }: WordPosition): string {
  const lower = word.toLowerCase();
  const isFirst = at === 0;
  if (ABBREVIATIONS.has(word) && !isFirst && (before === 'the' || !isAllShouted)) return word;
  if (isAllShouted || isStopWord(lower)) return lower;
  if (word.length < SHORTEST_SHOUTED) return word;
  const [token] = tagEnglish(lower);
  return token?.pos === 'PROPN' ? word : lower;
}

const QUESTION_WORDS = 'who what when where why how which whose'.split(' ');
/** Words that are a slip away from a question word and are words of their own. */
const OTHER_WORDS = new Set(
  'hat wat were here hen wen wit witch with win ho wo wow whoa hoe hose woe then than that hoy way'.split(
    ' ',
  ),
);
/** What goes on behind "how", which is two letters changed about from "who" as well. */
const BEHIND_HOW =
  /^\s+(?:many|much|old|long|far|often|big|tall|high|large|fast|deep|did|does|do|is|was|were)\b/iu;
const FIRST_WORD = /^[\s"'\u201c\u2018\u00bf]*(\p{L}+)/u;

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** Each slip of a question word, with the words that it may be one of. */
function knownSlips(): ReadonlyMap<string, readonly string[]> {
  if (known !== undefined) return known;
  const slips = new Map<string, string[]>();
  for (const word of QUESTION_WORDS) {
    for (const slip of slipsOf(word)) {
      if (OTHER_WORDS.has(slip) || QUESTION_WORDS.includes(slip)) continue;
      slips.set(slip, [...(slips.get(slip) ?? []), word]);
    }
  }
  known = slips;
  return slips;
}

/** A word with a letter left out, two neighbours changed about, or a letter doubled. */
function* slipsOf(word: string): Generator<string> {
  for (let i = 0; i < word.length; i += 1) {
    const left = word.slice(0, i) + word.slice(i + 1);
    if (left.length > 1) yield left;
    yield word.slice(0, i) + word.charAt(i) + word.slice(i);
    if (i > 0) yield word.slice(0, i - 1) + word.charAt(i) + word.charAt(i - 1) + word.slice(i + 1);
  }
}

function mendQuestionWord(question: string): string {
  const found = FIRST_WORD.exec(question);
  const typed = found?.[1];
  if (found === null || typed === undefined) return question;
  const meant = knownSlips().get(typed.toLowerCase()) ?? [];
  const end = found.index + found[0].length;
  const rest = question.slice(end);
  const word = meant.includes('how') && BEHIND_HOW.test(rest) ? 'how' : meant[0];
  return word === undefined ? question : question.slice(0, end - typed.length) + word + rest;
}
