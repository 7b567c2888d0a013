import type { Annotation } from '../../language/annotation.js';
import { wordsOf } from '../../lexicon/words.js';
import { bareWord, isCapitalised, type NameSpan } from './name-span.js';

const THINGS = new Set(wordsOf('names', 'things'));

/** Whether a noun means a storm, an animal, a ship, a machine or a work: what has a name and is nobody. */
export function isThingNoun(word: string): boolean {
  return THINGS.has(word);
}

function wordAt({ tokens }: Annotation, at: number): string {
  return bareWord(tokens[at]?.norm ?? '');
}

/** Whether the words in and around its names tell that something is a thing. */
export function isThing(
  annotation: Annotation,
  names: readonly NameSpan[],
  words: readonly string[],
): boolean {
  if (words.length > 1 && THINGS.has(words[0] ?? '')) return true;
  if (words.some((word) => /\d/u.test(word)) && words.length < 3) return true;
  const isOne = words.length === 1 || (words.length === 2 && /^[ivx]+$/u.test(words[1] ?? ''));
  return names.some(
    ({ tokens: { first, end } }) =>
      isThingBefore(annotation, first, end) || (isOne && isThingBehind(annotation, end)),
  );
}

/**
 * The words that the article calls a thing anywhere, also if they were not taken for names: "Hurricane Ines", "Juno, the spacecraft,", but not
 * "the liner Ada Winter".
 */
export function findCalledThings(annotation: Annotation): ReadonlySet<string> {
  const { tokens, article } = annotation;
  const isCapital = (at: number): boolean => {
    const token = tokens[at];
    return token?.isWord === true && isCapitalised(article.text, token);
  };
  return new Set(
    tokens.flatMap((token, at) => {
      if (!isCapital(at) || isCapital(at + 1) || token.isStop) return [];
      const isBefore = isThingBefore(annotation, at, at + 1);
      const isBehind =
        !isCapital(at - 1) && wordAt(annotation, at + 1) === ',' && isThingBehind(annotation, at + 1);
      return isBefore || isBehind ? [bareWord(token.norm)] : [];
    }),
  );
}

/** "the ferry Maria", "the seal, Felix,", "with her dog, Rufus.", "named the whale Clara", "a machine called Gertrude". */
function isThingBefore(annotation: Annotation, first: number, end: number): boolean {
  const before = wordAt(annotation, first - 1);
  const isEnded = /^[,.;:)]?$/u.test(wordAt(annotation, end));
  if (before === ',' && isEnded && THINGS.has(wordAt(annotation, first - 2))) return true;
  if (/^(?:named|called|christened|dubbed)$/u.test(before))
    return [2, 3, 4].some((back) => THINGS.has(wordAt(annotation, first - back)));
  return THINGS.has(before);
}

/** "the M19 rocket", "the Artemis II capsule", "Berta, a storm". */
function isThingBehind(annotation: Annotation, at: number): boolean {
  if (THINGS.has(wordAt(annotation, at))) return true;
  if (/^(?:[ivx]+|\d+)$/u.test(wordAt(annotation, at)) && THINGS.has(wordAt(annotation, at + 1))) return true;
  const isArticle = /^(?:an?|the)$/u.test(wordAt(annotation, at + 1));
  if (wordAt(annotation, at) !== ',' || !isArticle) return false;
  return [2, 3].some((further) => THINGS.has(wordAt(annotation, at + further)));
}
