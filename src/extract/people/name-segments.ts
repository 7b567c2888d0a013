import type { TokenRange } from '../../language/annotation.js';
import { Case, type NameToken } from './name-tokens.js';

/** Words and marks in lower case that may be inside a name: "Bank of England", "Charles de Gaulle", "Ban Ki-moon". */
const CONNECTORS = new Set(
  (
    'of the and for de del della di da do dos das du la le el al bin ibn ben van von der den af zu y e on in to at with ' +
    "without - ' & / . + 's '"
  ).split(' '),
);

/** Connectors in a row at most: "Ministry of the Interior", "Council for the Arts". */
const MOST_CONNECTORS = 2;

/**
 * The stretches of a sentence that may hold names: words with a capital letter or a digit inside such a
 * stretch, and the connectors between them; what lies outside is never part of a name.
 */
export function findSegments(tokens: readonly NameToken[], sentence: TokenRange): TokenRange[] {
  const segments: TokenRange[] = [];
  let first = -1;
  let end = -1;
  for (let i = sentence.first; i < sentence.end; i += 1) {
    const token = tokens[i];
    if (token === undefined) continue;
    const isTied = token.isGlued && end === i - 1;
    if (token.case !== Case.lower || (first !== -1 && isTied && token.isWord)) {
      if (first === -1) first = i;
      end = i + 1;
    } else if (
      first !== -1 &&
      (i + 1 - end > MOST_CONNECTORS || !(CONNECTORS.has(token.norm) || isNumber(token, end, i)))
    ) {
      segments.push({ first, end });
      first = -1;
    }
  }
  if (first !== -1) segments.push({ first, end });
  return segments;
}

function isNumber(token: NameToken, end: number, at: number): boolean {
  return end === at && /^\p{N}{1,4}$/u.test(token.norm);
}
