import { monthsIn } from '../../language/calendar-names.js';
import type { Token } from '../../language/token.js';
import { bareWord, isCapitalised } from './name-span.js';
import { isTitle } from './titles.js';

/** Whether a token may begin a name or go on with it: a word with a capital that is no month, day or title. */
export function isOpening(token: Token | undefined, text: string): boolean {
  if (token === undefined || monthsIn('en').has(token.norm) || token.norm.endsWith('day')) return false;
  return token.isWord && isCapitalised(text, token) && !token.isStop && !isTitle(bareWord(token.norm));
}

/** Forms of address that are no names, offices or nouns besides. */
const ADDRESSES = new Set('mr mrs ms mx mme'.split(' '));

/** Whether a token is a form of address, or the full stop behind one. */
export function isAddress(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at]?.norm === '.' ? at - 1 : at;
  return ADDRESSES.has(bareWord(tokens[before]?.norm ?? ''));
}

/** Whether a word is a form of address that is nothing else. */
export function isAddressWord(word: string): boolean {
  return ADDRESSES.has(word);
}
