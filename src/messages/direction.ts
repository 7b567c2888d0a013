/** Unicode's isolates: what is between them has a direction of its own and does not disturb the text around (UAX #9). */
const FIRST_STRONG = '\u2068';
const LEFT_TO_RIGHT = '\u2066';
const POP = '\u2069';

/** Characters that turn the direction of what follows: embeddings and overrides, then isolates. */
const CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu;

/** Letters of the scripts written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** A command or a file's ending in a sentence, whose first sign would go to its other end in a text from right to left. */
const LATIN_TERM = /(?<![\p{L}\p{N}])[/.][a-z][a-z-]*(?: [a-z-]+)*/gu;

/** A text to put into a sentence: isolated if one of the two is written from right to left. Its own controls go. */
export function isolate(text: string, isInRightToLeft: boolean): string {
  const plain = dropDirection(text);
  const isMixed = plain !== '' && (isInRightToLeft || RIGHT_TO_LEFT.test(plain));
  return isMixed ? `${FIRST_STRONG}${plain}${POP}` : plain;
}

/** A sentence written from right to left, with the commands ("/source add") and endings (".txt") in it isolated. */
export function isolateTerms(sentence: string): string {
  return sentence.replace(LATIN_TERM, (term) => `${LEFT_TO_RIGHT}${term}${POP}`);
}

/** A text without overrides of its direction and without isolates that are not closed or not open: they would garble the rest of its line. */
export function balanceDirection(text: string): string {
  const open: number[] = [];
  const kept = new Set<number>();
  for (const { 0: control, index } of text.matchAll(CONTROLS)) {
    if (control < LEFT_TO_RIGHT) continue;
    if (control !== POP) open.push(index);
    else {
      const start = open.pop();
      if (start !== undefined) kept.add(start).add(index);
    }
  }
  return text.replace(CONTROLS, (control, index: number) => (kept.has(index) ? control : ''));
}

/** A text without any character that turns its direction. */
export function dropDirection(text: string): string {
  return text.replace(CONTROLS, '');
}
