import type { Annotation, TokenRange } from '../../language/annotation.js';
import { stemWord } from '../../language/stem.js';
import type { Token } from '../../language/token.js';
import { wordsOf } from '../../lexicon/words.js';
import { nounPhraseBefore, nounPhraseFrom } from '../grammar/noun-phrase.js';
import { isPersonNoun } from '../people/titles.js';
import { isAccordingTo, readAccordingTo } from './according-to.js';

/** What somebody is reported to say, by words that leave no doubt, as ranges of tokens. */
export interface PlainStatement {
  readonly cue: TokenRange;
  readonly source: TokenRange;
  readonly content: readonly TokenRange[];
  /** Whether nothing else can be meant: "The roof leaks, said Karl Olsen, a surveyor." */
  readonly isSure?: true;
}

/** Tokens between the verb and "that": "said at a meeting on Friday that". */
const LONGEST_WHEN = 8;
/** What may stand right behind the verb of "officials said that…", "officials said the fire…". */
const OPENS_CLAUSE = new Set(['SCONJ', 'DET', 'PRON', 'NOUN', 'PROPN', 'NUM', 'ADJ']);
/** What a source's last word is: “an estimated 12” has none. */
const ENDS_SOURCE = new Set(['NOUN', 'PROPN', 'PRON', 'PUNCT']);

let claiming: ReadonlySet<string> | undefined;

/**
 * What a sentence reports by "according to", "officials said that…" or "…, officials said", in the order of the cues; empty where it does
 * by none of these.
 *
 * Gets wrong: where a clause behind "said" ends before the sentence does.
 */
export function findPlainStatements({ tokens }: Annotation, sentence: TokenRange): PlainStatement[] {
  claiming ??= new Set(wordsOf('saying', 'claiming').map(stemWord));
  const found: PlainStatement[] = [];
  for (let at = sentence.first; at < sentence.end; at += 1) {
    const according = isAccordingTo(tokens, at) ? readAccordingTo(tokens, at, sentence) : undefined;
    if (according !== undefined && according.content.length > 0) found.push(according);
    const verb = tokens[at];
    if (verb === undefined || !claiming.has(verb.stem) || !isVerb(tokens, at)) continue;
    const statement = readVerb(tokens, at, sentence);
    if (statement !== null) found.push(statement);
  }
  return found;
}

/** The tagger takes "estimate" for a noun in "Officials estimate that …". */
function isVerb(tokens: readonly Token[], at: number): boolean {
  const [before, verb, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (verb?.pos === 'VERB') return true;
  const isPlural = /^(?:NOUN|PROPN)$/u.test(before?.pos ?? '') && before?.norm.endsWith('s') === true;
  return verb?.pos === 'NOUN' && isPlural && next?.norm === 'that' && !verb.norm.endsWith('s');
}

function readVerb(tokens: readonly Token[], at: number, { first, end }: TokenRange): PlainStatement | null {
  const cue = { first: at, end: at + 1 };
  const isComma = (place: number): boolean => tokens[place]?.norm === ',';
  let from = at;
  while (from > first && /^(?:ADV|AUX|PART)$/u.test(tokens[from - 1]?.pos ?? '')) from -= 1;
  const inverted = isComma(at - 1) ? readInverted(tokens, at, { first, end }) : null;
  if (inverted !== null) return inverted;
  if (isComma(at - 1)) {
    const source = nounPhraseFrom(tokens, at + 1, end);
    const isClosed = source !== undefined && /^[.,;]?$/u.test(tokens[source.end]?.norm ?? '');
    return isClosed ? toStatement(tokens, cue, source, { first, end: at - 1 }) : null;
  }
  const source = nounPhraseBefore(tokens, from, first);
  if (source === undefined) return null;
  const next = tokens[at + 1];
  const isLast = next === undefined || at + 1 >= end || next.pos === 'PUNCT' || next.pos === 'ADP';
  if (isComma(source.first - 1) && isLast) {
    const statement = toStatement(tokens, cue, source, { first, end: source.first - 1 });
    return statement !== null && isOnlyWhen(tokens, at + 1, end) ? { ...statement, isSure: true } : statement;
  }
  const that = findThat(tokens, at + 1, end);
  const opens = that ?? (next !== undefined && OPENS_CLAUSE.has(next.pos) ? at + 1 : -1);
  return opens === -1
    ? null
    : toStatement(tokens, cue, source, { first: opens, end: withoutMarks(tokens, end) });
}

/** Whether nothing but when or where follows to the end of a sentence: "…, the company said on Thursday." */
function isOnlyWhen(tokens: readonly Token[], from: number, end: number): boolean {
  return tokens
    .slice(from, end)
    .every(({ pos, norm }) => !/^(?:VERB|AUX|SCONJ|PRON)$/u.test(pos) && norm !== ',');
}

/** "Forty homes burned, said Maj. Olsen.": a clause, a comma, "said", and a name or a role, whatever the tagger takes the clause's verb for. */
function readInverted(
  tokens: readonly Token[],
  at: number,
  { first, end }: TokenRange,
): PlainStatement | null {
  if (!/^sa(?:id|ys)$/u.test(tokens[at]?.norm ?? '') || at - 1 - first < FEWEST_TOKENS) return null;
  const source = nounPhraseFrom(tokens, at + 1, end);
  const last = source === undefined ? undefined : tokens[source.end - 1];
  if (source === undefined || last === undefined || IS_WHEN.test(last.norm)) return null;
  if (last.pos !== 'PROPN' && !isPersonNoun(last.norm)) return null;
  const next = source.end < end ? tokens[source.end] : undefined;
  const isClosed = next === undefined || /^[.;]$/u.test(next.norm) || next.pos === 'ADP';
  const isInserted =
    next?.norm === ',' && /^(?:DET|ADJ|NOUN|NUM|PRON)$/u.test(tokens[source.end + 1]?.pos ?? '');
  return isClosed || isInserted
    ? { cue: { first: at, end: at + 1 }, source, content: [{ first, end: at - 1 }], isSure: true }
    : null;
}

/** Tokens of a clause at least: "The mayor, said Olsen" is none. */
const FEWEST_TOKENS = 3;
const IS_WHEN = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow)$/u;

function findThat(tokens: readonly Token[], from: number, end: number): number | null {
  for (let at = from; at < Math.min(end, from + LONGEST_WHEN); at += 1)
    if (tokens[at]?.norm === 'that') return at;
  return null;
}

function withoutMarks(tokens: readonly Token[], end: number): number {
  let last = end;
  while (last > 0 && tokens[last - 1]?.isWord !== true && tokens[last - 1]?.norm !== ')') last -= 1;
  return last;
}

function toStatement(
  tokens: readonly Token[],
  cue: TokenRange,
  source: TokenRange,
  content: TokenRange,
): PlainStatement | null {
  const last = tokens[source.end - 1];
  const isSource = ENDS_SOURCE.has(last?.pos ?? '') || isPersonNoun(last?.norm ?? '');
  const hasVerb = tokens.slice(content.first, content.end).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return isSource && hasVerb ? { cue, source, content: [content] } : null;
}
