const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

/** Source of a pattern for the words a number in words begins with. */
export const FIRST_WORDS = [...UNITS, ...TENS].join('|');

/**
 * Source of a pattern for a whole number in words: "two", "twenty-three", "one hundred and five". Kept short, for
 * it is in other patterns: a pattern of 10,000 characters takes 400 ms to compile.
 */
export const WORD_NUMBER = (() => {
  const word = `(?:${[...UNITS.toReversed(), ...TENS, ...SCALES.keys()].join('|')})`;
  return `${word}(?:[-\\u2010\\u2011 ]${word}|(?<=hundred|thousand|million) and ${word})*`;
})();

/** Source of a pattern for an ordinal up to the thirtieth: "third", "21st", "twenty-first". */
export const ORDINAL = `(?:\\d{1,2}(?:st|nd|rd|th)|twenty-(?:${ORDINALS.slice(0, 9).join('|')})|${ORDINALS.toReversed().join('|')})`;

/** The value of a number in words or digits ("twenty-three", "1,200", "two hundred"); null for anything else. */
export function readNumber(text: string): number | null {
  const norm = text.toLowerCase().replaceAll(',', '');
  if (/^\d+(?:\.\d+)?$/u.test(norm)) return Number(norm);
  let total = 0;
  let current = 0;
  for (const word of norm.split(/[\s\u2010\u2011-]+/u)) {
    if (word === 'and') continue;
    const scale = SCALES.get(word);
    const unit = UNITS.indexOf(word);
    const ten = TENS.indexOf(word);
    if (scale !== undefined) {
      current = Math.max(current, 1) * scale;
      if (scale > 100) {
        total += current;
        current = 0;
      }
    } else if (unit >= 0) current += unit;
    else if (ten >= 0) current += 20 + 10 * ten;
    else if (/^\d+(?:\.\d+)?$/u.test(word)) current += Number(word);
    else return null;
  }
  return total + current;
}

/** The value of an ordinal ("third", "21st", "twenty-first"); null for anything else. */
export function readOrdinal(text: string): number | null {
  const norm = text.toLowerCase();
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/u.exec(norm);
  if (digits !== null) return Number(digits[1]);
  if (norm.startsWith('twenty-')) return 21 + ORDINALS.indexOf(norm.slice('twenty-'.length));
  const place = ORDINALS.indexOf(norm);
  return place < 0 ? null : place + 1;
}
