import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import { findDescribingNoun, isClause } from './described-noun.js';
import type { NameSpan } from './name-span.js';
import { bareWord } from './name-span.js';
import { isTitle } from './titles.js';

/** A phrase that describes, with the noun that it is about. */
export interface Describing {
  readonly tokens: TokenRange;
  readonly noun: string;
}

/** The longest phrase before a name, in tokens. */
const LONGEST_BEFORE = 16;
/** Titles between the comma and the name: "the office's director, Colonel Ada Winter". */
const MOST_TITLES = 2;
/** Letters behind a name that stand for an office or an honour: "Ada Winter KC". */
const LETTERS = /^(?:[A-Z]{2,4})$/u;

/** "The prime minister, Benjamin Netanyahu,": a phrase with a comma after it and a mark, or the sentence's end, after the name. */
export function findAppositionBefore(
  annotation: Annotation,
  name: NameSpan,
  sentence: TokenRange,
): Describing | null {
  const { tokens, article } = annotation;
  let comma = name.tokens.first - 1;
  while (comma > name.tokens.first - 1 - MOST_TITLES && isTitleAt(annotation, comma)) comma -= 1;
  if (tokens[comma]?.norm === 'late' && tokens[comma - 1]?.norm === 'the') comma -= 2;
  const next = tokens[name.tokens.end];
  const isLettered = next !== undefined && LETTERS.test(article.text.slice(next.start, next.end));
  const after = isLettered ? tokens[name.tokens.end + 1] : next;
  if (tokens[comma]?.norm !== ',') return null;
  const isEnded = name.tokens.end >= sentence.end || after?.isWord !== true || after.norm === "'s";
  return isEnded ? nearestPhrase(annotation, name, sentence.first, comma) : null;
}

function isTitleAt({ tokens }: Annotation, at: number): boolean {
  return isTitle(bareWord(tokens[at]?.norm ?? ''));
}

/** "an engineer called Ida Moe", "a dentist named Nils Berg": a phrase before a word that gives the name. */
export function findNamed(annotation: Annotation, name: NameSpan, sentence: TokenRange): Describing | null {
  const { tokens } = annotation;
  let at = name.tokens.first - 1;
  if (isTitleAt(annotation, at)) at -= 1;
  return /^(?:named|called)$/u.test(tokens[at]?.norm ?? '') && at > sentence.first
    ? nearestPhrase(annotation, name, sentence.first, at)
    : null;
}

/** "Her backup is Pavel Roszak": a phrase that begins the sentence, and the verb that gives it the name. */
export function findSubject(annotation: Annotation, name: NameSpan, sentence: TokenRange): Describing | null {
  const verb = name.tokens.first - 1;
  if (!/^(?:is|was|are|were)$/u.test(annotation.tokens[verb]?.norm ?? '') || verb <= sentence.first)
    return null;
  const tokens = { first: sentence.first, end: verb };
  if (!isStart(annotation, tokens.first) || verb - sentence.first > LONGEST_BEFORE) return null;
  const noun = findDescribingNoun(annotation, name.kind, tokens);
  return noun === null || isClause(annotation, tokens) ? null : { tokens, noun };
}

/** The nearest phrase before `end` that describes: "the wife of the mayor, Lina Marsh" leaves open who is meant, and the mayor is nearer. */
function nearestPhrase(
  annotation: Annotation,
  { kind }: NameSpan,
  floor: number,
  end: number,
): Describing | null {
  const { tokens } = annotation;
  for (let first = end - 1; first >= Math.max(floor, end - LONGEST_BEFORE); first -= 1) {
    const token = tokens[first];
    if (token === undefined || /^[,;:()"\u201c\u201d]$/u.test(token.norm)) return null;
    const isOpened = isOpening(token) || (isStart(annotation, first) && isBoundary(annotation, first, floor));
    if (!isOpened) continue;
    const range = { first, end };
    const noun = findDescribingNoun(annotation, kind, range);
    if (noun !== null && !isClause(annotation, range)) return { tokens: range, noun };
  }
  return null;
}

/** An article or an owner, with which nothing but a phrase begins. */
function isOpening({ pos, norm }: Token): boolean {
  return pos === 'DET' || /^(?:his|her|their|its|our|my|your|one|that|this)$/u.test(norm);
}

/** Whether a noun phrase may begin at a token. */
function isStart({ tokens }: Annotation, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  return isOpening(token) || /^(?:ADJ|NOUN|PROPN)$/u.test(token.pos) || token.norm === 'former';
}

/** Whether what is before a token ends before it: the sentence's beginning, a mark, a verb, a preposition, a conjunction. */
function isBoundary({ tokens }: Annotation, at: number, floor: number): boolean {
  if (at === floor) return true;
  const before = tokens[at - 1];
  return (
    before !== undefined &&
    before.norm !== '-' &&
    before.norm !== 'of' &&
    before.norm !== '.' &&
    /^(?:PUNCT|VERB|AUX|ADP|SCONJ|CCONJ|ADV)$/u.test(before.pos) &&
    !before.norm.endsWith('ing')
  );
}
