import { everyLexicon, type FurnitureWords, split } from '../lexicon/lexicon.js';

/** What furniture says in any language, as the alternatives of a regular expression over small letters. */
export function furnitureForms(list: keyof FurnitureWords): string {
  return `(?:${linesOf(list).join('|')})`;
}

/** The words of such a list, if each is compared by itself. */
export function furnitureWords(list: keyof FurnitureWords): ReadonlySet<string> {
  return new Set(split(linesOf(list)));
}

/** Languages share some: each once. */
function linesOf(list: keyof FurnitureWords): string[] {
  return [...new Set(everyLexicon().flatMap(({ furniture }) => furniture?.[list] ?? []))];
}
