import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import { wordsOf } from '../../lexicon/words.js';
import { hashText } from '../hash-text.js';
import type { NameLexicon } from './name-lexicon.js';
import { bareWord } from './name-span.js';
import { isNationality } from './nationality.js';
import { isPersonNoun, isTitle } from './titles.js';

/** How a word is written; `other` for marks and numbers counts as lower. */
export const Case = { lower: 0, capital: 1, capitals: 2, mixed: 3 } as const;
export type Case = (typeof Case)[keyof typeof Case];

/** A token with what the name tagger looks at, worked out once an article. */
export interface NameToken {
  readonly norm: string;
  readonly bare: string;
  readonly isWord: boolean;
  readonly case: Case;
  /** Nothing is between it and the hyphen before it: "Ki-moon". */
  readonly isGlued: boolean;
  readonly word: number;
  readonly shape: number;
  readonly pos: number;
  readonly prefixes: readonly number[];
  readonly suffixes: readonly number[];
  /** Bits of `NameLexicon.flagsOf`, with titles, person nouns and nationalities. */
  readonly flags: number;
  /** Bits of `Place`: where it is. */
  readonly place: number;
}

/** Where a token is in its sentence; bits. */
export const Place = { first: 1, afterMark: 2, allCapitals: 4, titleCase: 8, heading: 16 } as const;

/** Bits that are added to the lexicon's own. */
export const WordFlag = {
  title: 1 << 8,
  personNoun: 1 << 9,
  nationality: 1 << 10,
  calendar: 1 << 11,
  saying: 1 << 12,
} as const;

const CALENDAR = new Set(wordsOf('times', 'calendar'));

const SAYING = new Set(wordsOf('saying', 'besideNames'));

/** Above this share of capitalised words a sentence is a headline, whose capitals say little. */
const TITLE_CASE_SHARE = 0.7;

/** The tokens of an annotated article as the name tagger sees them, one for each, in order. */
export function viewTokens(annotation: Annotation, lexicon: NameLexicon): NameToken[] {
  const { article, tokens } = annotation;
  const known = new Map<string, Known>();
  const looks = tokens.map((token) => {
    const written = article.text.slice(token.start, token.end);
    const look = known.get(written) ?? lookAt(written, token, lexicon);
    known.set(written, look);
    return look;
  });
  const views: NameToken[] = [];
  for (const range of annotation.sentenceTokens) {
    const sentencePlace = placeOfSentence(annotation, looks, range);
    let isOpen = true;
    for (let i = range.first; i < range.end; i += 1) {
      const [token, look, before] = [tokens[i], looks[i], tokens[i - 1]];
      if (token === undefined || look === undefined) continue;
      const isGlued = before !== undefined && i > range.first && before.end === token.start && !before.isWord;
      views.push({
        norm: token.norm,
        bare: look.bare,
        isWord: token.isWord,
        case: look.case,
        isGlued,
        word: look.word,
        shape: look.shape,
        pos: hashPart(token.pos),
        prefixes: look.prefixes,
        suffixes: look.suffixes,
        flags: look.flags,
        place: sentencePlace | (i === range.first ? Place.first : 0) | (isOpen ? Place.afterMark : 0),
      });
      if (token.isWord) isOpen = false;
      else if (look.isOpening && before?.end !== token.start) isOpen = true;
    }
  }
  return views;
}

/** What is the same for every token that is written alike. */
interface Known
  extends Pick<NameToken, 'bare' | 'case' | 'word' | 'shape' | 'prefixes' | 'suffixes' | 'flags'> {
  readonly letters: number;
  readonly capitals: number;
  /** A mark after which a sentence may begin inside another. */
  readonly isOpening: boolean;
}

const partHashes = new Map<string, number>();

function hashPart(part: string): number {
  const known = partHashes.get(part) ?? hashText(part);
  partHashes.set(part, known);
  return known;
}

function lookAt(written: string, token: Token, lexicon: NameLexicon): Known {
  const bare = bareWord(token.norm);
  return {
    bare,
    case: caseOf(written),
    word: hashText(bare),
    shape: hashText(shapeOf(written)),
    prefixes: [2, 3, 4].map((n) => hashText(bare.slice(0, n))),
    suffixes: [1, 2, 3, 4].map((n) => hashText(bare.slice(-n))),
    flags: lexicon.flagsOf(bare) | listFlags(bare),
    letters: written.match(/\p{L}/gu)?.length ?? 0,
    capitals: written.match(/\p{Lu}/gu)?.length ?? 0,
    isOpening: /[":]|^-$/u.test(token.norm),
  };
}

function listFlags(bare: string): number {
  return (
    (isTitle(bare) ? WordFlag.title : 0) |
    (isPersonNoun(bare) ? WordFlag.personNoun : 0) |
    (isNationality(bare.replace(/s$/u, '')) ? WordFlag.nationality : 0) |
    (CALENDAR.has(bare) ? WordFlag.calendar : 0) |
    (SAYING.has(bare) ? WordFlag.saying : 0)
  );
}

function caseOf(written: string): Case {
  if (!/^\p{Lu}/u.test(written)) return /^\p{Ll}+\p{Lu}/u.test(written) ? Case.mixed : Case.lower;
  if (!/\p{Ll}/u.test(written)) return /\p{Lu}\.?.*\p{Lu}/u.test(written) ? Case.capitals : Case.capital;
  return /\p{Ll}\p{Lu}/u.test(written) ? Case.mixed : Case.capital;
}

/** "Donald" gives `Aa`, "U.S." gives `A.A.`, "2023" gives `0000`. */
function shapeOf(written: string): string {
  return written
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{L}/gu, (letter) => (letter === 'A' ? 'A' : 'a'))
    .replace(/a+/gu, 'a')
    .replace(/A{4,}/gu, 'AAAA')
    .replace(/\p{N}/gu, '0');
}

/** Letters from which a sentence in capitals is no acronym, and the share of capitals that makes it one. */
const FEWEST_LETTERS = 12;
const CAPITALS_SHARE = 0.8;

/** Whether a sentence of so many letters, so many of them capitals, is written in capitals, so that these say nothing. */
export function isShouted(letters: number, capitals: number): boolean {
  return letters > FEWEST_LETTERS && capitals > letters * CAPITALS_SHARE;
}

function placeOfSentence(annotation: Annotation, looks: readonly Known[], range: TokenRange): number {
  let letters = 0;
  let capitals = 0;
  let words = 0;
  let capitalised = 0;
  for (let i = range.first; i < range.end; i += 1) {
    const [token, look] = [annotation.tokens[i], looks[i]];
    if (token === undefined || look === undefined) continue;
    letters += look.letters;
    capitals += look.capitals;
    if (!token.isWord || token.isStop) continue;
    words += 1;
    if (look.case !== Case.lower) capitalised += 1;
  }
  if (isShouted(letters, capitals)) return Place.allCapitals;
  return words > 3 && capitalised > words * TITLE_CASE_SHARE ? Place.titleCase : 0;
}

/** Whether a word, compared form, is a common verb of saying in the past or present. */
export function isSaying(norm: string): boolean {
  return SAYING.has(norm);
}
