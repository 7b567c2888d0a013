import { isOverlapping } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import { linesOf, wordsOf } from '../../lexicon/words.js';
import { bareWord, isCapitalised, type NameSpan, nameAt } from './name-span.js';
import { findCountry, isNationality } from './nationality.js';

const KNOWN: ReadonlySet<string> = new Set([...wordsOf('names', 'capitals'), ...linesOf('names', 'regions')]);
/** Words of a country's name at most: "Democratic Republic of the Congo". */
const LONGEST = 5;

/**
 * The countries, capitals and parts of the world that no name found so far covers.
 *
 * Gets wrong: a country that is called like something else ("Turkey" at the head of a recipe).
 */
export function findKnownPlaces(annotation: Annotation, names: readonly NameSpan[]): NameSpan[] {
  const { tokens, article, sentenceTokens } = annotation;
  const taken = new Uint8Array(tokens.length);
  for (const { tokens: own } of names) taken.fill(1, own.first, own.end);
  const found: NameSpan[] = [];
  for (const { first, end } of sentenceTokens) {
    for (let at = first; at < end; at += 1) {
      const token = tokens[at];
      if (
        token === undefined ||
        taken[at] === 1 ||
        token.norm === 'the' ||
        !isCapitalised(article.text, token)
      )
        continue;
      let after = Math.min(end, at + LONGEST);
      while (after > at && !isKnownPlace(annotation, at, after)) after -= 1;
      if (after === at) continue;
      const name = nameAt(annotation, 'place', { first: at, end: after });
      if (!isPartOfName(annotation, name) && !names.some((other) => isOverlapping(other, name)))
        found.push(name);
      at = after - 1;
    }
  }
  return found;
}

/** Whether the tokens are a country, a capital or a part of the world. */
export function isKnownPlace({ tokens, article }: Annotation, first: number, end: number): boolean {
  const last = tokens[end - 1];
  if (last === undefined || !isCapitalised(article.text, last)) return false;
  const words = tokens.slice(first, end).map(({ norm }) => bareWord(norm));
  const form = words.join(' ');
  if (KNOWN.has(form)) return true;
  return findCountry(form) !== null && !isNationality(form) && !isNationality(form.replace(/s$/u, ''));
}

/** "Mexico City", "the France Télévisions studio": a capital beside it makes another name of it. */
function isPartOfName({ tokens, article }: Annotation, { tokens: own }: NameSpan): boolean {
  return [tokens[own.first - 1], tokens[own.end]].some(
    (token) => token?.pos === 'PROPN' && token.isWord && isCapitalised(article.text, token),
  );
}
