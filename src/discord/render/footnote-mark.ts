const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The mark of the nth footnote, from 1: `¹`, `¹²`. */
export function footnoteMark(number: number): string {
  return Array.from(String(number), (digit) => SUPERSCRIPTS.charAt(Number(digit))).join('');
}
