import { languageOf } from '../lexicon/language.js';
import { dropUnseen } from './invisible.js';

const SINGLE_QUOTES = /[\u2018\u2019\u201a\u201b\u02bc\u2032\u05f3]/gu;
const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u05f4]/gu;
const DASHES = /[\u2010-\u2015\u2212\u05be]/gu;
/** Hebrew points, Arabic vowel signs and the stroke that lengthens a line: written in school books, left out in newspapers. */
const POINTS = /[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/gu;
const DIGITS = /\p{Nd}/gu;
const GROUPED = /^\d{1,3}(?:[.,'\u00a0\u202f]\d{3})+$/u;

/** Accents are dropped from Latin and Greek letters, stress marks from Cyrillic; if marks are letters (Devanagari, Thai) they stay. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}])\p{M}+|(?<=\p{Script=Cyrillic})[\u0300\u0301]/gu;

const LETTERS: ReadonlyMap<string, string> = new Map(
  (
    'ß ss æ ae œ oe ø o ł l đ d ð d þ th ı i ς σ ё е ґ г ך כ ם מ ן נ ף פ ץ צ ' +
    'أ ا إ ا آ ا ٱ ا ى ي ة ه ؤ و ئ ي ک ك ی ي'
  )
    .split(' ')
    .flatMap((letter, i, all) => (i % 2 === 0 ? [[letter, all[i + 1] ?? ''] as const] : [])),
);
const FOLDED = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'gu');

/**
 * A word in small letters, with plain marks, Western digits and no vowel points, its accents kept: what stemmers take. Compatibility
 * forms (full width, ligatures) become the plain ones.
 */
export function lowerWord(word: string, language: string): string {
  return dropUnseen(word)
    .normalize('NFKC')
    .toLocaleLowerCase(languageOf(language).code)
    .replace(POINTS, '')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, '-')
    .replace(DIGITS, toWesternDigit);
}

/**
 * A word's letters as they are compared, from `lowerWord`: accents dropped ("é" as "e", "ö" as "o", "ё" as "е"), "ß" as
 * "ss", final forms and the many shapes of alif as one, thousands without their marks.
 *
 * Readers leave accents out far more often than two words of one article differ by an accent alone.
 * Gets wrong: those that do ("schon" and "schön", "ano" and "año") fall together.
 */
export function foldLetters(lower: string): string {
  if (GROUPED.test(lower)) return lower.replace(/\D/gu, '');
  return lower
    .normalize('NFD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(FOLDED, (letter) => LETTERS.get(letter) ?? letter);
}

/** A word as it is compared in its language, without looking at its endings. */
export function foldWord(word: string, language: string): string {
  return foldLetters(lowerWord(word, language));
}

/** The value of a decimal digit of any script: its ten are in a row, and before the zero is no digit. */
function toWesternDigit(digit: string): string {
  if (digit >= '0' && digit <= '9') return digit;
  let zero = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) {
    zero -= 1;
    value += 1;
  }
  return String(value);
}
