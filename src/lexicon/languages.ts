/** How a language quotes; `outward`, as French does, if nothing is said. The marks of each are in `src/extract/attributions/mark-kinds`. */
export type QuotingStyle = 'english' | 'inward' | 'outward' | 'same' | 'hebrew';

/** A regular expression, and what is left of what it matches. */
export type Cut = readonly [pattern: RegExp, left: string];

/** How a language is written, as far as it is written in another way than most. */
export interface Writing {
  /** The language whose words are taken for its own: of a dialect the standard, or a near language that shares most of them. */
  readonly sharesWordsOf?: string;
  /** Its words run on without spaces, so that only a dictionary parts them. */
  readonly isRunOn?: true;
  /** A full stop after a number counts ("3. März") and ends no sentence. */
  readonly hasOrdinalStops?: true;
  /** Short words lose their vowel and lean on the next ("l’école", "dell’arte"). */
  readonly hasElision?: true;
  /** Every noun has a capital letter: only two capitals in a row may be a name. */
  readonly hasCapitalNouns?: true;
  /** Nouns are written as one word ("Hafenamt"), by whose parts they are found too. */
  readonly hasCompounds?: true;
  /** Days, months and years have a sign behind their figures ("7月20日"). */
  readonly hasDaySigns?: true;
  readonly quoting?: QuotingStyle;
  /** Folded words that say little, told by their letters alone. */
  readonly smallWords?: RegExp;
  /**
   * What is written together with a word and cut off to look for the word beside it, each cut by itself. It is cut wrongly now and then, as these letters begin
   * and end words of their own too ("מלון", a hotel, as "לון"): that is only one more key, which nothing else has.
   */
  readonly cuts?: readonly Cut[];
  /** By which two questions are compared besides: how a keyboard without its letters writes a word, and what endings leave of it. */
  readonly loosely?: readonly Cut[];
}

/** An apostrophe is what elision has left of a short word ("l'", "qu'"). */
const ELISION = { hasElision: true, smallWords: /'$/u } as const;

/** Low-high marks, or guillemets that point inwards. */
const INWARD = { quoting: 'inward', hasOrdinalStops: true } as const;

const NORDIC = { hasOrdinalStops: true, hasCompounds: true } as const;

/** "gefahren" and "zurückgeholt" as the verb without "ge". */
const PARTICIPLES: readonly Cut[] = [
  [
    /^((?:ab|an|auf|aus|bei|durch|ein|fest|fort|frei|her|hin|los|mit|nach|um|vor|weg|zu|zurück|zusammen)?)ge(?=\p{L}{3})/u,
    '$1',
  ],
];

/** "And", "the", "in", "as", "to", "from" and "that" lean on the next word. */
const HEBREW_CUTS: readonly Cut[] = [
  [/^(?:ו?[הבכלמש]ה?|ו|כש|וש|מה|שה|שב|של)(?=\p{L}{3})/u, ''],
  [/^[והבכלמש](?=.{3})/u, ''],
];
const ARABIC_CUTS: readonly Cut[] = [
  [/^[وف](?=\p{L}{3})/u, ''],
  [/^[وف]?[بلك]?(?=\p{L}{3})/u, ''],
];
/** Particles behind a word of two syllables or more. */
const KOREAN_CUTS: readonly Cut[] = [
  [/(?<=\p{L}{2})(?:에서|에게|으로|까지|부터|은|는|이|가|을|를|에|의|로|와|과|도|만)$/u, ''],
];

/** Languages that are written in another way than most, by the primary part of their BCP 47 tags; one that is missing here is written as most are. */
export const WRITINGS: Readonly<Record<string, Writing>> = {
  ar: { cuts: ARABIC_CUTS },
  be: { sharesWordsOf: 'ru' },
  bs: { hasOrdinalStops: true },
  ca: { ...ELISION, sharesWordsOf: 'es' },
  co: ELISION,
  cs: INWARD,
  da: { ...INWARD, hasCompounds: true },
  // "Faehre" is how a keyboard without umlauts writes "Fähre".
  de: {
    ...INWARD,
    hasCapitalNouns: true,
    hasCompounds: true,
    cuts: PARTICIPLES,
    loosely: [[/([aou])e/gu, '$1']],
  },
  en: { quoting: 'english' },
  et: { hasOrdinalStops: true },
  fi: { quoting: 'same', hasOrdinalStops: true, hasCompounds: true },
  fo: { hasOrdinalStops: true },
  fr: ELISION,
  gl: { sharesWordsOf: 'pt' },
  gsw: { sharesWordsOf: 'de', hasOrdinalStops: true, hasCapitalNouns: true },
  he: { quoting: 'hebrew', cuts: HEBREW_CUTS },
  hr: INWARD,
  hu: { ...INWARD, hasCompounds: true },
  is: NORDIC,
  it: ELISION,
  // One or two letters of hiragana are an ending or a particle nearly always; words change in what follows their Chinese signs.
  ja: {
    isRunOn: true,
    hasDaySigns: true,
    smallWords: /^\p{Script=Hiragana}{1,2}$/u,
    loosely: [[/(?<=^\p{Script=Han}+)\p{Script=Hiragana}+$/u, '']],
  },
  km: { isRunOn: true },
  ko: { hasDaySigns: true, cuts: KOREAN_CUTS },
  lb: { sharesWordsOf: 'de', hasOrdinalStops: true, hasCapitalNouns: true, hasCompounds: true },
  lo: { isRunOn: true },
  lv: { hasOrdinalStops: true },
  my: { isRunOn: true },
  nb: { ...NORDIC, sharesWordsOf: 'no' },
  nds: { hasCapitalNouns: true },
  nl: { hasCompounds: true, cuts: PARTICIPLES },
  nn: { ...NORDIC, sharesWordsOf: 'no' },
  no: NORDIC,
  oc: ELISION,
  sk: { ...INWARD, sharesWordsOf: 'cs' },
  sl: INWARD,
  sr: INWARD,
  sv: { quoting: 'same', hasCompounds: true },
  th: { isRunOn: true },
  tr: { hasOrdinalStops: true },
  yi: { quoting: 'hebrew' },
  yue: { sharesWordsOf: 'zh', isRunOn: true, hasDaySigns: true },
  zh: { isRunOn: true, hasDaySigns: true },
};
