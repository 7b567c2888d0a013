import { dropUnseen } from './invisible.js';

const SINGLE_QUOTES = /[\u2018\u2019\u201a\u201b\u02bc\u2032]/gu;
const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/gu;
const DASHES = /[\u2010-\u2015\u2212]/gu;
/** Letters that Unicode does not decompose, as they are typed if a keyboard lacks them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
};
const PLAIN_LETTER = /[øđðłıæœßþ]/gu;
const MARKS = /\p{M}+/gu;

/**
 * The form in which words are compared: compatibility-decomposed, accents dropped, lower case,
 * straight quotation marks and plain hyphens. "Café’s" gives "cafe's". Not for display.
 *
 * Gets wrong: languages in which an accent makes another word ("schon", "schön") fall together.
 */
export function normalise(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  return dropUnseen(text)
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, '-')
    .toLowerCase()
    .replace(PLAIN_LETTER, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 127) return false;
  return true;
}
