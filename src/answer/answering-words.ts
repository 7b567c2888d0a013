import { textAt } from '../article/article.js';
import { isOverlapping, isWithin, type Span } from '../article/span.js';
import type { Analysis } from '../extract/analysis.js';
import type { FactKind } from '../extract/fact.js';
import { tokensWithin } from '../language/annotation.js';
import type { AskedKind } from '../language/asked-kind.js';
import { isNegation } from '../language/negation.js';
import type { Question } from '../language/question.js';
import type { Token } from '../language/token.js';
import { findKeys } from '../language/word-keys.js';
import type { ReadSentence } from '../search/read-sentence.js';

/** The least share of all stretches that one has to be set in bold: wrong bold words are worse than none. */
const LEAST_LIKELY = 0.12;

/** For each kind that asks for a value the facts that are one. */
const VALUES: Readonly<Partial<Record<AskedKind, readonly FactKind[]>>> = {
  number: ['number', 'people', 'amount', 'share', 'duration'],
  amount: ['amount', 'number', 'share'],
  percent: ['share', 'number'],
  age: ['number', 'duration', 'people'],
  measure: ['number', 'amount', 'duration'],
  date: ['date', 'duration'],
  duration: ['duration', 'date', 'number'],
};
const TIMES =
  /\b(?:after|before|during|until|since|while|when|later|earlier|ago|today|yesterday|tomorrow|tonight|next|last|night|day|week|month|year|morning|afternoon|evening|noon|midnight|summer|winter|spring|autumn|fall|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b/iu;

/** Kinds that a bare number never answers. */
const NO_NUMBER: ReadonlySet<AskedKind> = new Set<AskedKind>([
  'person',
  'group',
  'place',
  'statement',
  'definition',
  'reason',
  'manner',
]);

/**
 * The words of a sentence that answer, as one span: the reader's likeliest that is of the kind asked for, widened to the whole of
 * a figure with its unit or of a name that it cuts. None if it is not likely enough, for a question that is answered by yes or no, and
 * of what is said not to be so ("She does not plan to look for other work").
 *
 * Gets wrong: an answer in two places ("from May … to June") is one of them, or all between.
 */
export function findAnsweringWords(
  question: Question,
  analysis: Analysis,
  read: Pick<ReadSentence, 'sentence' | 'spans'>,
): Span[] {
  if (question.kind === 'yes-no') return [];
  for (const span of read.spans) {
    if (span.probability < LEAST_LIKELY) continue;
    const whole = widen(analysis, read.sentence, span);
    if (!isOfKind(question, analysis, whole)) continue;
    return !question.isNegated && isDenied(analysis, read.sentence, whole) ? [] : [whole];
  }
  return [];
}

function widen({ facts, entities, article }: Analysis, sentence: Span, { start, end }: Span): Span {
  const wholes = [
    ...facts.map(({ value }) => value),
    ...entities.flatMap(({ mentions }) => mentions.filter(({ kind }) => kind === 'name')),
  ].filter((whole) => isOverlapping(whole, { start, end }) && isWithin(whole, sentence));
  const from = Math.min(start, ...wholes.map((whole) => whole.start));
  const to = Math.max(end, ...wholes.map((whole) => whole.end));
  const bare = /^(?<lead>[\s,;:.]*)[\s\S]*?(?<tail>[\s,;:.]*)$/u.exec(article.text.slice(from, to));
  const { lead = '', tail = '' } = bare?.groups ?? {};
  return isAbbreviated(article.text.slice(from, to))
    ? { start: from + lead.length, end: to }
    : { start: from + lead.length, end: to - tail.length };
}

/** "U.S.", "Inc.": the full stop belongs to it. */
function isAbbreviated(words: string): boolean {
  return /(?:\b\p{L}\.\p{L}\.|\b(?:Inc|Ltd|Co|Corp|Jr|Sr)\.)$/u.test(words);
}

function isOfKind({ kind, terms }: Question, { annotation, facts, article }: Analysis, span: Span): boolean {
  const words = textAt(article, span);
  if (!/[\p{L}\p{N}]/u.test(words) || !isBalanced(words)) return false;
  const tokens = tokensWithin(annotation, span).filter(({ isWord }) => isWord);
  const wanted = VALUES[kind];
  const hasNumber = tokens.some(({ pos }) => pos === 'NUM') || /\p{N}/u.test(words);
  if (wanted !== undefined) {
    const isValue = facts.some((fact) => wanted.includes(fact.kind) && isOverlapping(fact.value, span));
    if (!isValue && !hasNumber && !(kind === 'date' && TIMES.test(words))) return false;
  }
  if (NO_NUMBER.has(kind) && tokens.every(isNumber)) return false;
  if (kind === 'person' && !tokens.some(({ pos }) => /^(?:PROPN|NOUN|PRON)$/u.test(pos))) return false;
  const asked = new Set(terms.map(({ key }) => key));
  const keys = findKeys(words);
  return keys.length === 0 || keys.some((key) => !asked.has(key));
}

/** Where what is denied ends: at another clause, or at what holds in spite of it ("not until May", "no more than 40"). */
const ENDS_DENIAL =
  /^(?:[,;:—–]|and|but|or|that|who|which|because|as|if|until|till|before|unless|except|than|only|since|after|when|while|where)$/u;

/** Words that a value may begin with and that end a denial: "until May", "more than 900 euros". */
const LEAD = 2;

/** Whether a sentence denies words of it: it has a "not" before them, in the same clause. */
function isDenied({ annotation }: Analysis, sentence: Span, words: Span): boolean {
  const before = tokensWithin(annotation, { start: sentence.start, end: words.start });
  const read = [...before, ...tokensWithin(annotation, words).slice(0, LEAD)];
  return (
    before.findLastIndex(({ norm }) => isNegation(norm)) >
    read.findLastIndex(({ norm }) => ENDS_DENIAL.test(norm))
  );
}

function isNumber({ pos }: Token): boolean {
  return pos === 'NUM';
}

/** Whether quotation marks and brackets are whole. */
function isBalanced(words: string): boolean {
  const count = (mark: string): number => words.split(mark).length - 1;
  return count('“') === count('”') && count('"') % 2 === 0 && count('(') === count(')');
}
