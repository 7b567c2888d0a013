import { languageOf } from '../../lexicon/language.js';
import type { QuotingStyle } from '../../lexicon/languages.js';

/** What a character can be in a text's quotation: a mark that opens, closes, or does either by where it is. */
export interface MarkKinds {
  /** Marks that open, each with those that close it. */
  readonly pairs: ReadonlyMap<string, string>;
  /** Marks that open or close by what is around them. */
  readonly either: ReadonlySet<string>;
}

const CORNERS: readonly (readonly [string, string])[] = [
  ['\u300c', '\u300d'],
  ['\u300e', '\u300f'],
  ['\u300a', '\u300b'],
];

const ENGLISH: MarkKinds = {
  pairs: new Map([
    ['\u201c', '\u201d'],
    ['\u201f', '\u201d'],
    ['\u201e', '\u201c\u201d'],
    ['\u00ab', '\u00bb'],
    ['\u2039', '\u203a'],
    ['\u2018', '\u2019'],
    ['``', "''"],
    ['\u201a', '\u2018\u2019'],
    ...CORNERS,
  ]),
  either: new Set(['"', "'", "''", '``', '\u02ba', '\u2033']),
};

/** Low-high marks, and guillemets that point inwards: German, Danish, Czech, Slovak, Slovenian, Croatian, Serbian, Hungarian, Polish. */
const INWARD: MarkKinds = {
  pairs: new Map([
    ['\u201e', '\u201c\u201d'],
    ['\u201a', '\u2018\u2019'],
    ['\u00bb', '\u00ab'],
    ['\u203a', '\u2039'],
    ['\u201c', '\u201d'],
    ...CORNERS,
  ]),
  either: new Set(['"']),
};

/** One mark on both sides: Swedish and Finnish. */
const SAME: MarkKinds = {
  pairs: new Map([['\u00ab', '\u00bb'], ['\u201c', '\u201d'], ...CORNERS]),
  either: new Set(['"', '\u201d', '\u00bb']),
};

/** Guillemets that point outwards, and the marks English uses: French, Italian, Spanish, Russian and the rest. */
const OUTWARD: MarkKinds = {
  pairs: new Map([
    ['\u00ab', '\u00bb'],
    ['\u2039', '\u203a'],
    ['\u201e', '\u201c\u201d'],
    ['\u201c', '\u201d'],
    ...CORNERS,
  ]),
  either: new Set(['"']),
};

/** The marks of abbreviations, which newspapers also quote with, beside low-high ones. */
const HEBREW: MarkKinds = { ...OUTWARD, either: new Set(['"', '\u05f4']) };

const BY_STYLE: Readonly<Record<QuotingStyle, MarkKinds>> = {
  english: ENGLISH,
  hebrew: HEBREW,
  inward: INWARD,
  outward: OUTWARD,
  same: SAME,
};

/** The quotation marks of a language (BCP 47 tag), as CLDR's delimiters have them; French ones if it is not known. */
export function marksOf(language: string): MarkKinds {
  return BY_STYLE[languageOf(language).writing.quoting ?? 'outward'];
}
