import { FIRST_WORDS, WORD_NUMBER } from './number-words.js';

const DIGITS = '(?:\\d{1,3}(?:[,\\u00a0\\u202f]\\d{3})+|\\d+)(?:\\.\\d+)?[½¼¾]?|[½¼¾]';
const SCALE = '(?:hundred|thousand|million|billion|trillion|lakh|crore)';
const VAGUE =
  '(?:tens|hundreds|thousands|dozens|scores|millions)(?: and (?:hundreds|thousands|dozens))? of (?:thousands|millions|billions)|' +
  `(?:a|half a|one and a half|several|a few|a couple(?: of)?|${WORD_NUMBER}|\\d+) (?:dozen|hundred|thousand|million|billion)(?: (?:thousand|million|billion))?|` +
  '(?:dozens|scores|hundreds|thousands|millions|billions)(?= of)';
const NUMBER = `(?:${VAGUE}|(?:${DIGITS})(?:[ \\u00a0-]?${SCALE}\\b)*|(?:${WORD_NUMBER})(?: and a half)?)`;
const RANGE = `${NUMBER}(?:\\s?[\\u2013\\u2014-]\\s?(?=\\d)${NUMBER}| to ${NUMBER})?`;
const PAIR = `(?:between|from) ${NUMBER} (?:and|to) ${NUMBER}`;
/** Any number, a range of numbers, or one between two others. */
const ANY = `(?:${PAIR}|${RANGE})`;

const CURRENCY_SIGN =
  '(?:US|AU?|CA?|NZ|HK|S|R|Mex)?[$€£¥₹₽₩₪₺₴₦]|(?:USD|EUR|GBP|JPY|CHF|AUD|CAD|INR)\\s?|Rs\\.?\\s?';
const MONEY_SCALE = '(?:\\s?(?:mn|bn|tn|[mbkMBK])\\b)?';
const CURRENCY_NAME =
  '(?:(?:\\p{Lu}[\\p{L}.]+) )?(?:dollars?|euros?|pounds?(?: sterling)?(?! of)|yen|yuan|cents?|pence|rupees?|francs?|kron(?:or|er|a)|' +
  'roubles?|rubles?|shekels?|pesos?|liras?|rand|reais|dirhams?|riyals?|hryvnias?|zlotys?|dinars?|baht|ringgit|naira|forints?)\\b';
const PERCENT =
  '(?:\\s?%|[ -]per ?cent\\b|[ -]percent\\b|[ -](?:percentage|basis) points?\\b|[ -]percentage-point\\b)';
const TIME_UNIT =
  '(?:second|minute|hour|day|night|week|weekend|fortnight|month|year|decade|centurie|century|season)';
const LENGTH =
  'km|kms|kilomet(?:er|re)s?|met(?:er|re)s?|cm|mm|centimet(?:er|re)s?|millimet(?:er|re)s?|miles?|feet|foot|ft|inch(?:es)?|yards?|m(?! \\p{Ll}+s\\b)';
const MEASURE =
  `(?:(?:square|cubic|nautical) (?:${LENGTH})|${LENGTH}|acres?|hectares?|kg|kilos?|kilogram(?:me)?s?|grams?|tons?|tonnes?|pounds(?= of)|lbs?|ounces?|oz|` +
  'lit(?:er|re)s?|gallons?|pints?|barrels?|bushels?|degrees?(?: (?:Celsius|Fahrenheit))?|mph|kph|km/h|knots|watts?|(?:kilo|mega|giga|tera)watts?(?:-hours?)?|' +
  '[kMGT]W(?:h)?|volts?|[kMG]?Hz|[KMGT]B|(?:kilo|mega|giga|tera)bytes?|calories|decibels?|light-years?)';

/** What sort of value a form is, before what it counts is known. */
export type ValueKind = 'number' | 'amount' | 'share' | 'duration' | 'age';

/** Forms of values, those that say more before those that are part of them. Each matches with its unit. */
export const VALUE_PATTERNS: readonly { readonly kind: ValueKind; readonly pattern: RegExp }[] = [
  { kind: 'share', pattern: value(`${ANY}${PERCENT}`) },
  { kind: 'amount', pattern: value(`(?:${CURRENCY_SIGN})${RANGE}${MONEY_SCALE}`) },
  { kind: 'amount', pattern: value(`${ANY}${MONEY_SCALE}(?:[ -]${CURRENCY_NAME}|\\s?[€£$](?!\\d))`) },
  {
    kind: 'share',
    pattern: value(
      `(?:${WORD_NUMBER}|\\d+)[- ](?:thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths)\\b`,
    ),
  },
  {
    kind: 'share',
    pattern: value(`(?:an?|one)[- ](?:half|third|quarter|fourth|fifth|sixth|eighth|tenth)(?= of\\b)`),
  },
  { kind: 'share', pattern: value(`half(?= (?:of|the|its|their|his|her|all)\\b)`) },
  {
    kind: 'share',
    pattern: value(
      `(?:${WORD_NUMBER}|\\d)(?: out of| in)(?: every)? (?:${WORD_NUMBER}|\\d{1,3}(?:,000)?)(?![\\w%])`,
    ),
  },
  { kind: 'share', pattern: value(`[1-9]/[1-9]0?(?= of\\b)|[½¼¾](?= of\\b)`) },
  { kind: 'age', pattern: value(`${RANGE}[- ](?:year|month|week|day)s?[- ]olds?\\b`) },
  { kind: 'age', pattern: value(`(?<=\\baged? (?:of )?)(?:${RANGE})\\b`) },
  {
    kind: 'duration',
    pattern: value(
      `${ANY}(?:-plus|\\+)?(?: (?:more|straight|consecutive|full|long|further|additional))?[ -]${TIME_UNIT}s?\\b(?: and a half)?(?:-long\\b)?(?![ -]olds?\\b| ago\\b)`,
    ),
  },
  {
    kind: 'duration',
    pattern: value(
      `(?<=\\b(?:for|in|over|than|within|after|about|nearly|almost|around|roughly|took|takes|lasted|least) )(?:half )?an? (?:half[- ])?${TIME_UNIT}\\b(?: and a half)?(?! ago| earlier| later)`,
    ),
  },
  { kind: 'duration', pattern: value(`half (?:an? )${TIME_UNIT}\\b(?! ago)`) },
  { kind: 'amount', pattern: value(`${ANY}(?:[ \\u00a0-]?${MEASURE}(?![\\w/])|\\s?°[CF]?)`) },
  { kind: 'number', pattern: value(`${ANY}(?:\\s?(?:mn|bn|[mk])(?= \\p{L}))?`) },
];

/** What "a" and "half" must stand before to begin a value: trying every "a" of a text would take half of the time. */
const AFTER_ARTICLE = `[\\s-](?:half|third|quarter|fourth|fifth|sixth|eighth|tenth|couple|few|dozen|hundred|thousand|million|billion|${TIME_UNIT})`;
const AFTER_HALF = `[\\s-](?:of|the|its|their|his|her|all|an?|million|billion|dozen|hundred|${TIME_UNIT})`;

/** Where a value may begin: at a figure, a number in words or a sign of money that is no part of a longer word, number, name or address. */
export const VALUE_START = new RegExp(
  '(?<![\\p{L}\\p{N}_#@/=&\\[$€£]|[\\p{L}\\p{N}][-\\u2010\\u2011.,:])' +
    `(?:-?\\d|[½¼¾]|${CURRENCY_SIGN}|an?(?=${AFTER_ARTICLE})|half(?=${AFTER_HALF})|(?:between|from)(?=\\s(?:\\d|(?:${FIRST_WORDS})(?!\\p{L})))|` +
    `(?:${FIRST_WORDS}|several|tens|dozens|scores|hundreds|thousands|[mb]illions)(?!\\p{L}))`,
  'giu',
);

/** A pattern to be tried where a value may begin; a space stands for any, as lines are wrapped. */
function value(source: string): RegExp {
  const spaced = source.replaceAll(' ', '\\s');
  return new RegExp(`-?(?:${spaced})(?![\\p{L}\\p{N}_]|[.,:/]\\d)`, 'iuy');
}

/** Words right before a value that belong to it and tell how near to it the truth lies. */
export const APPROXIMATION =
  /(?<![\p{L}\p{N}])(?:(?:just |slightly |well |far |much |significantly )?(?:over|under|above|below|more than|less than|fewer than)|(?:very )?nearly|almost|about|around|roughly|approximately|approx\.|some|circa|at least|at most|up to|as (?:many|much|few|little|long|high|low) as|(?:no|not) (?:more|less|fewer) than|close to|upwards of|an estimated|estimated|(?:an )?average(?: of)?)\s+$/iu;

/** Approximations that make no value uncertain: they bound it. */
export const BOUND =
  /^(?:(?:just|well|far|much|slightly|significantly) )?(?:over|under|above|below|more|less|fewer|at|up|as|no|not|upwards)/iu;
