import { decodeAs } from './encodings.js';

/** The share of characters beyond ASCII that have to be as an encoding would have them. */
const NEARLY_ALL = 0.97;
/** Characters beyond ASCII from which they tell anything. */
const FEWEST = 12;
/** Letters of Western words that only a Mac writes so, within words. */
const FEWEST_WITHIN = 2;

const THAI_MARK = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/gu;
/** A vowel or a tone above or below is with the consonant that it belongs to, or another mark. */
const THAI_MARK_IN_PLACE =
  /(?<=[\u0e01-\u0e2e]|[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/gu;
/** The share of Thai letters that are such marks, at least: a fifth of most texts. */
const THAI_MARKS = 0.08;
/** Russian is mostly small letters; what is written in capitals alone may be anything. */
const SMALL_LETTERS = 0.6;

/** Between letters Windows-1252 has an apostrophe or a dash, and no other sign; behind small ones it has no capital. */
const ODD_WITHIN =
  /(?<=[A-Za-z])[^\p{ASCII}\p{L}\u2019\u2013\u2014\u00ad](?=[a-z])|(?<=[a-z])[\u017d\u0160\u0152\u0178]/gu;
const WITHIN = /(?<=[A-Za-z])[^\p{ASCII}\u2019\u2013\u2014](?=[a-z])/gu;
/** The share of letters within words that are odd, at least: some of a Mac's are other small letters there. */
const ODD_SHARE = 0.2;

/**
 * The encoding of bytes in one of those that the detector does not know, or null: IBM866 (its Russian letters are the lines and corners of others), Windows-874
 * (Thai marks are on consonants) and the Mac's (in Windows-1252 its letters within words are signs and capitals).
 *
 * Gets wrong: a text of a few words in one of them.
 */
export function findRareEncoding(bytes: Uint8Array): 'ibm866' | 'windows-874' | 'macintosh' | null {
  const high = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  const count = (text: string, form: RegExp): number => text.match(form)?.length ?? 0;
  if (high >= FEWEST) {
    const russian = decodeAs(bytes, 'ibm866');
    const small = count(russian, /[а-яё]/gu);
    if (count(russian, /[А-яЁё]/gu) >= high * NEARLY_ALL && small >= high * SMALL_LETTERS) return 'ibm866';
    const thai = decodeAs(bytes, 'windows-874');
    const marks = count(thai, THAI_MARK);
    const isThai = count(thai, /[\u0e01-\u0e5b\u2013-\u2026]/gu) >= high * NEARLY_ALL;
    const areInPlace = count(thai, THAI_MARK_IN_PLACE) >= marks * NEARLY_ALL;
    if (isThai && marks >= high * THAI_MARKS && areInPlace) return 'windows-874';
  }
  const western = decodeAs(bytes, 'windows-1252');
  const odd = count(western, ODD_WITHIN);
  return odd >= FEWEST_WITHIN && odd > count(western, WITHIN) * ODD_SHARE ? 'macintosh' : null;
}
