import type { Annotation, TokenRange } from '../../language/annotation.js';
import { monthsIn } from '../../language/calendar-names.js';
import type { Token } from '../../language/token.js';
import { languageOf } from '../../lexicon/language.js';
import type { Entity, Mention } from '../entity.js';
import { isCapitalised } from './name-span.js';
import { isShouted } from './name-tokens.js';

/** Small words inside names of the languages that have capitals: "Charles de Gaulle", "Rui da Costa", "Ludwig van Beethoven". */
const PARTICLES = new Set('al el de da do di du del della dos das van von bin ibn ben la le'.split(' '));

/**
 * What is written like a name in a language without a tagger: words with capital letters that are side by side, word for word as they
 * are there, in the order of first mention; two that differ in a word are two. Whether it is a person, a body or a place is not
 * told. None in scripts without capital letters.
 *
 * A word is not a name by standing at the start of a sentence, nor in a line all in capitals.
 * Gets wrong: titles and nouns before a name become part of it ("Bürgermeisterin Ida Krull").
 */
export function findNamesByCapitals(annotation: Annotation): Entity[] {
  const inside = countInside(annotation);
  const found = new Map<string, { name: string; mentions: Mention[] }>();
  for (const range of annotation.sentenceTokens) {
    if (isAllCapitals(annotation, range)) continue;
    for (const { first, end } of findRuns(annotation, range, inside)) {
      const start = annotation.tokens[first]?.start ?? 0;
      const stop = annotation.tokens[end - 1]?.end ?? start;
      const key = annotation.tokens
        .slice(first, end)
        .map(({ norm }) => norm)
        .join(' ');
      const mention: Mention = { start, end: stop, kind: 'name' };
      const known = found.get(key);
      if (known === undefined) {
        found.set(key, { name: annotation.article.text.slice(start, stop), mentions: [mention] });
      } else known.mentions.push(mention);
    }
  }
  return [...found.values()].map(({ name, mentions }) => ({
    kind: 'unknown',
    name,
    gender: null,
    aliases: [],
    descriptions: [],
    mentions,
  }));
}

/** Words that are seen with a capital letter away from the start of a sentence. */
function countInside(annotation: Annotation): ReadonlySet<string> {
  const inside = new Set<string>();
  for (const range of annotation.sentenceTokens) {
    if (isAllCapitals(annotation, range)) continue;
    let isStart = true;
    for (const token of annotation.tokens.slice(range.first, range.end)) {
      if (!isStart && isCapitalised(annotation.article.text, token)) inside.add(token.norm);
      if (token.isWord) isStart = false;
      else if (/[":]/u.test(token.norm)) isStart = true;
    }
  }
  return inside;
}

/** Whether nearly every word of a sentence is written in capitals, so that capitals say nothing. */
function isAllCapitals(annotation: Annotation, range: TokenRange): boolean {
  let letters = 0;
  let capitals = 0;
  for (const token of annotation.tokens.slice(range.first, range.end)) {
    const word = annotation.article.text.slice(token.start, token.end);
    letters += word.match(/\p{L}/gu)?.length ?? 0;
    capitals += word.match(/\p{Lu}/gu)?.length ?? 0;
  }
  return isShouted(letters, capitals);
}

function findRuns(annotation: Annotation, range: TokenRange, inside: ReadonlySet<string>): TokenRange[] {
  const { tokens, article } = annotation;
  const { language } = article.meta;
  const hasCapitalNouns = languageOf(language).writing.hasCapitalNouns === true;
  const months = monthsIn(language);
  const isNameWord = (token: Token | undefined): token is Token =>
    token?.isWord === true && isCapitalised(article.text, token) && !months.has(token.norm) && !token.isStop;
  const runs: TokenRange[] = [];
  let i = range.first;
  while (i < range.end) {
    const token = tokens[i];
    if (!isNameWord(token) || (i === range.first && !inside.has(token.norm))) {
      i += 1;
      continue;
    }
    let end = i + 1;
    let words = 1;
    for (let next = end; next < range.end && isJoined(annotation, next, hasCapitalNouns); next += 1) {
      if (!isNameWord(tokens[next])) continue;
      end = next + 1;
      words += 1;
    }
    if (words > 1 || !hasCapitalNouns) runs.push({ first: i, end });
    i = end;
  }
  return runs;
}

/** Whether a token may go on with a name: another capital, a small word of names, or a hyphen or an apostrophe inside it. */
function isJoined({ tokens, article }: Annotation, at: number, hasCapitalNouns: boolean): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (before === undefined || token === undefined) return false;
  if (token.isWord) {
    return isCapitalised(article.text, token) || (!hasCapitalNouns && PARTICLES.has(token.norm));
  }
  return /^[-']$/u.test(token.norm) && before.end === token.start && token.end === after?.start;
}
