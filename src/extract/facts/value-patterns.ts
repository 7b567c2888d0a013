import { FIRST_WORDS, WORD_NUMBER } from './number-words.js';

const DIGITS =
  "(?:\\d{1,3}(?:[,\\u00a0\\u202f'\\u2019 ]\\d{3}(?!\\d))+|\\d+ [1-9]/\\d|\\d+)(?:\\.\\d+)?[½¼¾]?|\\.\\d+|[½¼¾]";
const SCALE = '(?:hundred|thousand|million|billion|trillion|lakh|crore)';
const NUMBER =
  '(?:a quarter|half|three quarters) of a (?:million|billion)|' +
  '(?:tens|hundreds|thousands|dozens|scores|millions)(?: and (?:hundreds|thousands|dozens))? of (?:thousands|millions|billions)|' +
  '(?:a|half a|one and a half|several|a few|a couple(?: of)?) (?:dozen|hundred|thousand|million|billion)(?: (?:thousand|million|billion))?|' +
  '(?:dozens|scores|hundreds|thousands|millions|billions)(?= of)|' +
  `(?:${DIGITS})(?:[ \\u00a0-]?${SCALE}\\b)*(?: dozen)?|` +
  `(?:${WORD_NUMBER}(?: point ${WORD_NUMBER})?)(?: dozen| and a half)?`;
const CURRENCY =
  '(?:US|AU?|CA?|NZ|HK|S|R|Mex)?[$€£¥₹₽₩₪₺₴₦]|(?:USD|EUR|GBP|JPY|CHF|AUD|CAD|INR)\\s?|Rs\\.?\\s?';
const FRACTION = '(?:thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths)';
const TIME_UNIT =
  '(?:second|minute|hour|day|night|week|weekend|fortnight|month|year|decade|centurie|century|season)';
const LENGTH =
  'km|kms|kilomet(?:er|re)s?|met(?:er|re)s?|cm|mm|centimet(?:er|re)s?|millimet(?:er|re)s?|miles?|feet|foot|ft|inch(?:es)?|yards?|m(?! \\p{Ll}+s\\b)';
const MEASURE =
  `(?:(?:square|cubic|nautical) (?:${LENGTH})|${LENGTH}|acres?|hectares?|kg|kilos?|kilogram(?:me)?s?|grams?|tons?|tonnes?|pounds(?= of)|lbs?|ounces?|oz|` +
  'lit(?:er|re)s?|gallons?|pints?|barrels?|bushels?|degrees?(?: (?:Celsius|Fahrenheit))?|mph|kph|km/h|knots|watts?|(?:kilo|mega|giga|tera)watts?(?:-hours?)?|' +
  '[kMGT]W(?:h)?|volts?|[kMG]?Hz|[KMGT]B|(?:kilo|mega|giga|tera)bytes?|calories|decibels?|light-years?)';

/** "46.3C", "fell below 31C": a letter alone is degrees behind a decimal or what heat does; "seat 31C" is none. */
const DEGREES =
  '(?:(?<=\\d\\.\\d)|(?<=\\b(?:reach(?:ed|es)?|below|above|to|of|hit|around|about|nearly|exceed(?:ed|s)?) -?\\d{1,3}))[CF]';

/** The end of a value: no letter, and no mark that goes on with a figure. */
const END = '(?![\\p{L}\\p{N}_]|[.,:/]\\d)';

/** What "a" and "half" must stand before to begin a value: trying every "a" of a text would take half of the time. */
const AFTER_ARTICLE = `[\\s-](?:half|third|quarter|fourth|fifth|sixth|eighth|tenth|couple|few|dozen|hundred|thousand|million|billion|${TIME_UNIT})`;
const AFTER_HALF = `[\\s-](?:of|the|its|their|his|her|all|an?|million|billion|dozen|hundred|${TIME_UNIT})`;

/** Where a value may begin: at a figure, a number in words or a sign of money that is no part of a longer word, number, name or address. */
export const VALUE_START = new RegExp(
  '(?<![\\p{L}\\p{N}_#@/=&\\[$€£]|[\\p{L}\\p{N}][-\\u2010\\u2011.,:])' +
    `(?:[-\\u2212]?\\d|\\.\\d|minus(?=\\s\\d)|[½¼¾]|${CURRENCY}|an?(?=${AFTER_ARTICLE})|half(?=${AFTER_HALF})|(?:between|from)(?=\\s(?:\\d|(?:${FIRST_WORDS})(?!\\p{L})))|` +
    `(?:${FIRST_WORDS}|several|tens|dozens|scores|hundreds|thousands|[mb]illions)(?!\\p{L}))`,
  'giu',
);

/** What sort of value a form is, before what it counts is known. */
export type ValueKind = 'number' | 'amount' | 'share' | 'duration' | 'age';

/** Parts of a value, each to be tried at one place; a value is read from left to right. */
export const PARTS = {
  currency: at(CURRENCY),
  pairOpening: at('(?:between|from) '),
  number: at(`(?:[-\\u2212]|minus )?(?:${NUMBER})`),
  /** Between the two numbers of "10–20", "10 to 20" and, after "between", "10 and 20". */
  rangeJoint: at('\\s?[\\u2013\\u2014-]\\s?(?=\\d)| to '),
  pairJoint: at(' (?:and|to) '),
  moneyScale: at('\\s?(?:mn|bn|tn|[mbk])(?!\\p{L})'),
  /** Between figures that are part of figures: "61 of the 99 seats". */
  partOf: at(' of (?:the |its |their |his |her |all )?(?=\\d)'),
  shareOf: at('(?: out of| in)(?: every)? '),
} as const;

/** Units behind a number, or a range of numbers, in the order in which they are tried. */
export const UNITS: readonly { readonly kind: ValueKind; readonly pattern: RegExp }[] = [
  {
    kind: 'share',
    pattern: at(
      `(?:\\s?%|[ -]per ?cent\\b|[ -](?:percentage|basis) points?\\b|[ -]percentage-point\\b)${END}`,
    ),
  },
  {
    kind: 'amount',
    pattern: at(
      '(?:\\s?(?:mn|bn|tn|[mbk])\\b)?(?:[ -](?:\\p{L}[\\p{L}.]+ )?(?:dollars?|euros?|pounds?(?: sterling)?(?! of)|yen|yuan|cents?|pence|rupees?|francs?|kron(?:or|er|a)|crowns?|' +
        'roubles?|rubles?|shekels?|pesos?|liras?|rand|reais|dirhams?|riyals?|hryvnias?|zlotys?|dinars?|baht|ringgit|naira|forints?)\\b|\\s?[€£$](?!\\d))' +
        END,
    ),
  },
  { kind: 'share', pattern: at(`[ -]${FRACTION}\\b`) },
  { kind: 'share', pattern: at('/[1-9]0?(?= of\\b)') },
  { kind: 'age', pattern: at('[- ](?:year|month|week|day)s?[- ]olds?\\b') },
  {
    kind: 'duration',
    pattern: at(
      `(?:-plus|\\+)?(?: (?:more|straight|consecutive|full|long|further|additional))?[ -]${TIME_UNIT}s?\\b(?: and a half)?(?:-long\\b)?(?![ -]olds?\\b| ago\\b)`,
    ),
  },
  {
    kind: 'amount',
    pattern: at(
      `(?:[ \\u00a0-]?${MEASURE}(?![\\w/])|\\s?°[CF]?|(?<=\\d)C \\(-?\\d+(?:\\.\\d+)?F\\)|(?<=\\d)F \\(-?\\d+(?:\\.\\d+)?C\\)|${DEGREES})${END}`,
    ),
  },
  { kind: 'number', pattern: at(`(?:\\s?(?:mn|bn|[mk])(?= \\p{L}))?${END}`) },
];

/** Values that hold no number in figures, tried before any other. */
export const WORDED: readonly { readonly kind: ValueKind; readonly pattern: RegExp }[] = [
  {
    kind: 'share',
    pattern: at(
      '(?:an?|one)[- ](?:half|third|quarter|fourth|fifth|sixth|eighth|tenth)(?= (?:of\\b(?! a (?:million|billion))|(?:less|more|fewer)\\b))',
    ),
  },
  {
    // "fell by a third", but not "ran for a third term".
    kind: 'share',
    pattern: at(
      '(?<=\\b(?:by|than|nearly|almost|about|roughly) )(?:an?|one)[- ](?:half|third|quarter|fifth|tenth)(?=[.,;)]|$| (?:and|in|since|over|after|on|last|this|but|compared|from|to|while|as|between|during)\\b)',
    ),
  },
  { kind: 'share', pattern: at('half(?= (?:of|the|its|their|his|her|all)\\b)') },
  { kind: 'share', pattern: at('[½¼¾](?= of\\b)') },
  {
    kind: 'duration',
    pattern: at(
      `(?<=\\b(?:for|in|over|than|within|after|about|nearly|almost|around|roughly|took|takes|lasted|least) )(?:half )?an? (?:half[- ])?${TIME_UNIT}\\b(?: and a half)?(?! ago| earlier| later)`,
    ),
  },
  { kind: 'duration', pattern: at(`an? ${TIME_UNIT} and a half(?! ago| earlier| later)`) },
  { kind: 'duration', pattern: at(`half (?:an? )${TIME_UNIT}\\b(?! ago)`) },
];

/** A pattern to be tried at one place; a space stands for any, as lines are wrapped. */
function at(source: string): RegExp {
  return new RegExp(`(?:${source.replaceAll(' ', '\\s')})`, 'iuy');
}

/** Before a number that is an age: "aged 45", "at the age of 45". */
export const AGE_BEFORE = /\bage[d]?\s(?:of\s)?$/iu;

/** Words right before a value that belong to it and tell how near to it the truth lies. */
export const APPROXIMATION =
  /(?<![\p{L}\p{N}])(?:(?:just |slightly |well |far |much |significantly )?(?:over|under|above|below|more than|less than|fewer than)|(?:very )?nearly|almost|about|around|roughly|approximately|approx\.|some|circa|at least|at most|up to|as (?:many|much|few|little|long|high|low) as|(?:no|not) (?:more|less|fewer) than|close to|upwards of|an estimated|estimated|(?:an )?average(?: of)?)\s+$/iu;

/** Approximations that make no value uncertain: they bound it. */
export const BOUND =
  /^(?:(?:just|well|far|much|slightly|significantly) )?(?:over|under|above|below|more|less|fewer|at|up|as|no|not|upwards)/iu;
