import type { Span } from '../article/span.js';

/** A word of a text as it is looked for; its letters are the text at its span. */
export interface KeyedWord extends Span {
  /**
   * In small letters without accents, abbreviations without their full stops, numbers in digits without marks between thousands. What is
   * an abbreviation and no word ("US", "U.S.") ends in a full stop if it would else be one ("us").
   */
  readonly norm: string;
  /** What it is compared by: its stem, the full name of a month, the full word for a unit. */
  readonly stem: string;
  /** What it is found by as well. */
  readonly others: readonly string[];
  /** A word that says little by itself, by which nothing is found. */
  readonly isStop: boolean;
  /** The word that it is together with the next ones ("Wi-Fi", "1 200"); null if it is one by itself. */
  readonly whole: WholeWord | null;
}

/** Several words in a row that are one as well. */
export interface WholeWord extends Span, Pick<KeyedWord, 'norm' | 'stem'> {
  readonly words: number;
}

const HYPHENS = new Set(['-', '\u2010', '\u2011', '/']);
const SPACES_IN_NUMBERS = new Set([' ', '\u00a0', '\u2007', '\u2009', '\u202f']);

/** Words in order, each that goes on behind a hyphen or as the thousands of a number with the whole of it. */
export function joinWholes(
  text: string,
  words: readonly KeyedWord[],
  stem: (norm: string) => string,
): KeyedWord[] {
  const joined: KeyedWord[] = [];
  for (let first = 0; first < words.length; ) {
    const end = findEnd(text, words, first);
    const word = words[first];
    if (word === undefined) break;
    if (end === first + 1) joined.push(word);
    else joined.push(withWhole(word, words.slice(first, end), stem), ...words.slice(first + 1, end));
    first = end;
  }
  return joined;
}

function withWhole(word: KeyedWord, parts: readonly KeyedWord[], stem: (norm: string) => string): KeyedWord {
  const norm = parts.map((part) => part.norm.replace(/\.$/u, '')).join('');
  const end = parts.at(-1)?.end ?? word.end;
  return { ...word, whole: { start: word.start, end, norm, stem: stem(norm), words: parts.length } };
}

/** Where the words that are one with a word end: the word after them. */
function findEnd(text: string, words: readonly KeyedWord[], first: number): number {
  let end = first + 1;
  if (isLinkedBy(HYPHENS, text, words[first], words[end])) {
    while (isLinkedBy(HYPHENS, text, words[end - 1], words[end])) end += 1;
  } else if (/^\d{1,3}$/u.test(words[first]?.norm ?? '')) {
    while (
      /^\d{3}$/u.test(words[end]?.norm ?? '') &&
      isLinkedBy(SPACES_IN_NUMBERS, text, words[end - 1], words[end])
    ) {
      end += 1;
    }
  }
  return end;
}

function isLinkedBy(
  marks: ReadonlySet<string>,
  text: string,
  before: KeyedWord | undefined,
  after: KeyedWord | undefined,
): boolean {
  if (before === undefined || after?.start !== before.end + 1) return false;
  return marks.has(text.charAt(before.end));
}
