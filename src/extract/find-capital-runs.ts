import type { Annotation, TokenRange } from '../language/annotation.js';
import { isEnglish } from '../language/annotation.js';
import type { Token } from '../language/token.js';
import { bareWord, isCapitalised, type NameSpan, nameAt } from './name-span.js';
import { findCountry, isNationality } from './nationality.js';
import { genderOfHonorific, isPersonNoun, isTitle, isTitlePart } from './titles.js';

/** Lower-case words that stand inside names: "Charles de Gaulle", "Abdel al-Sisi". */
const PARTICLES = new Set(
  'al el de da di du del della der den van von bin ibn ben la le dos das af zu'.split(' '),
);

/** Words of organisations' names, the last one mostly: "Harbour Foundation". */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set(
  (
    'party council committee commission company corporation corp inc ltd llc plc university college school institute ministry ' +
    'department agency association union federation bank group court church club league team times post journal news ' +
    'organization organisation foundation society congress senate parliament assembly office bureau service police army ' +
    'navy force united fc nations house board authority network airlines airways hospital fund center centre'
  ).split(' '),
);

const MONTHS_AND_DAYS = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december'
  ).split(' '),
);

/**
 * Names by their capital letters alone, with a guessed kind: for languages without a tagger.
 *
 * A word is not a name by standing at the start of a sentence, nor in a line all in capitals.
 * Gets wrong: languages that write every noun with a capital letter, and names that only open sentences.
 */
export function findCapitalRuns(annotation: Annotation): NameSpan[] {
  const inside = countInside(annotation);
  const names: NameSpan[] = [];
  for (const range of annotation.sentenceTokens) {
    if (isAllCapitals(annotation, range)) continue;
    for (const run of findRuns(annotation, range, inside))
      names.push(nameAt(annotation, guessKind(annotation, run), run));
  }
  return names;
}

/** Words that are seen with a capital letter away from the start of a sentence. */
function countInside(annotation: Annotation): ReadonlySet<string> {
  const inside = new Set<string>();
  for (const range of annotation.sentenceTokens) {
    if (isAllCapitals(annotation, range)) continue;
    let isStart = true;
    for (const token of annotation.tokens.slice(range.first, range.end)) {
      if (!isStart && isCapitalised(annotation.article.text, token)) inside.add(bareWord(token.norm));
      if (token.isWord) isStart = false;
      else if (/["“”:‘]/u.test(token.norm)) isStart = true;
    }
  }
  return inside;
}

/** Whether nearly every word of a sentence is written in capitals, so that capitals say nothing. */
export function isAllCapitals(annotation: Annotation, range: TokenRange): boolean {
  let letters = 0;
  let capitals = 0;
  for (const token of annotation.tokens.slice(range.first, range.end)) {
    const word = annotation.article.text.slice(token.start, token.end);
    letters += word.match(/\p{L}/gu)?.length ?? 0;
    capitals += word.match(/\p{Lu}/gu)?.length ?? 0;
  }
  return letters > 12 && capitals > letters * 0.8;
}

function findRuns(annotation: Annotation, range: TokenRange, inside: ReadonlySet<string>): TokenRange[] {
  const { tokens, article } = annotation;
  const runs: TokenRange[] = [];
  let i = range.first;
  while (i < range.end) {
    const token = tokens[i];
    if (token === undefined || !isNameWord(annotation, token, i === range.first, inside)) {
      i += 1;
      continue;
    }
    let end = i + 1;
    for (let next = end; next < range.end; next += 1) {
      const word = tokens[next];
      if (word === undefined) break;
      if (isCapitalised(article.text, word) && !MONTHS_AND_DAYS.has(word.norm)) end = next + 1;
      else if (!PARTICLES.has(word.norm) && !isHyphenInside(annotation, next)) break;
    }
    while (end < range.end && isHyphenInside(annotation, end) && tokens[end + 1] !== undefined) end += 2;
    runs.push(...withoutTitles(annotation, { first: i, end }));
    i = end;
  }
  return runs;
}

function isNameWord(
  annotation: Annotation,
  token: Token,
  isFirst: boolean,
  inside: ReadonlySet<string>,
): boolean {
  if (!token.isWord || !isCapitalised(annotation.article.text, token)) return false;
  const word = bareWord(token.norm);
  if (MONTHS_AND_DAYS.has(word) || isNationality(word.replace(/s$/u, ''))) return false;
  if (isEnglish(annotation.article.meta.language)) {
    if (token.isStop || token.pos === 'DET' || token.pos === 'PRON') return false;
    if (isFirst) return inside.has(word) || token.pos === 'PROPN';
    return true;
  }
  return !isFirst || inside.has(word);
}

/** A hyphen between two parts of one name: no white space at either side. */
function isHyphenInside(annotation: Annotation, at: number): boolean {
  const [before, hyphen, after] = [
    annotation.tokens[at - 1],
    annotation.tokens[at],
    annotation.tokens[at + 1],
  ];
  if (before === undefined || hyphen === undefined || after === undefined) return false;
  return (
    /^[-\u2010\u2011]$/u.test(annotation.article.text.slice(hyphen.start, hyphen.end)) &&
    before.end === hyphen.start &&
    hyphen.end === after.start
  );
}

function withoutTitles(annotation: Annotation, run: TokenRange): TokenRange[] {
  let first = run.first;
  while (first < run.end) {
    const word = bareWord(annotation.tokens[first]?.norm ?? '');
    const hasMore = first + 1 < run.end;
    if (
      hasMore &&
      (isTitle(word) ||
        isTitlePart(word) ||
        isNationality(word) ||
        (first === run.first &&
          findCountry(word) !== null &&
          isTitle(bareWord(annotation.tokens[first + 1]?.norm ?? ''))))
    )
      first += 1;
    else if (isTitle(word) || (isTitlePart(word) && isPersonNoun(word))) first += 1;
    else break;
  }
  return first < run.end ? [{ first, end: run.end }] : [];
}

function guessKind(annotation: Annotation, run: TokenRange): NameSpan['kind'] {
  const { tokens, article } = annotation;
  const words = tokens.slice(run.first, run.end).filter((token) => token.isWord);
  const text = article.text.slice(tokens[run.first]?.start, tokens[run.end - 1]?.end);
  const before = bareWord(tokens[run.first - 1]?.norm ?? '');
  if (isTitle(before) || genderOfHonorific(before) !== undefined || isPersonNoun(before)) return 'person';
  if (findCountry(text) !== null) return 'place';
  if (words.some((word) => ORGANISATION_WORDS.has(bareWord(word.norm)))) return 'organisation';
  if (/^\p{Lu}{2,6}$/u.test(text)) return 'organisation';
  if (before === 'the') return 'organisation';
  const last = bareWord(tokens[run.first - 1]?.norm ?? '');
  if (words.length === 1 && /^(?:in|at|from|near)$/u.test(last)) return 'place';
  return 'person';
}
