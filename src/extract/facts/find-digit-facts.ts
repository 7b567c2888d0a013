import type { Sentence } from '../../article/article.js';
import { isOverlapping, isWithin, type Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import { monthsIn } from '../../language/calendar-names.js';
import { languageOf } from '../../lexicon/language.js';
import type { Attribution } from '../attribution.js';
import type { Fact, FactKind } from '../fact.js';
import { dayOf, monthOf, yearOf } from './calendar.js';
import { BEHIND_NUMBER, NAME_OF_MONEY } from './money-in-words.js';

interface Value extends Span {
  readonly kind: FactKind;
  readonly time: Fact['time'];
}

const BEFORE = '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}_]|\\p{N}[.,:/-])';
const AFTER = '(?![\\p{N}_]|[.,:/-]\\p{N})';
const NUMBER =
  "(?:\\p{Nd}{1,3}(?:[ \\u00a0\\u2009\\u202f]\\p{Nd}{3})+(?!\\p{Nd})(?:,\\p{Nd}+)?|\\p{Nd}+(?:[.,\\u066b\\u066c'\\u2019\\u00a0\\u202f]\\p{Nd}+)*)";
/** Chinese and Japanese write large numbers with these between the digits and the unit ("92億"). */
const MYRIADS = '[\\u5341\\u767e\\u5343\\u4e07\\u842c\\u4ebf\\u5104\\u5146]*';

const YEAR_FIRST = new RegExp(`${BEFORE}(\\d{4})-(\\d{1,2})-(\\d{1,2})${AFTER}`, 'gu');
const DAY_FIRST = new RegExp(`${BEFORE}(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})${AFTER}`, 'gu');
const IN_SIGNS = /(?:(\d{4})[年년]\s?)?(?:(\d{1,2})[月월]\s?)?(?:(\d{1,2})[日号號일])?/gu;
const SHARE = new RegExp(`${BEFORE}(?:[%\\u066a]\\s?${NUMBER}|${NUMBER}\\s?[%\\u066a\\uff05])`, 'gu');
const CODE = '(?:EUR|USD|GBP|CHF|JPY|CNY|RUB|ILS|BRL|SEK|NOK|DKK|PLN)';
/** "1億5000万円", "1.5亿美元". */
const IN_MYRIADS = `${NUMBER}(?:${MYRIADS.slice(0, -1)}+${NUMBER})*${MYRIADS}(?:[\\u5186\\u5143]|\\p{Script=Han}{1,2}\\u5143|ドル|ユーロ|ウォン)`;
const AMOUNT = new RegExp(
  `${BEFORE}(?:${CODE}\\s?${NUMBER}${BEHIND_NUMBER}?|(?:R|US|A|C)?\\p{Sc}\\s?${NUMBER}${BEHIND_NUMBER}?|${NUMBER}${BEHIND_NUMBER}?${NAME_OF_MONEY}|${NUMBER}${BEHIND_NUMBER}?\\s?(?:\\p{Sc}|${CODE}(?!\\p{L}))|${IN_MYRIADS})`,
  'giu',
);
const PLAIN = new RegExp(
  `${BEFORE}${NUMBER}(?:${BEHIND_NUMBER}|(?!\\p{L}(?<=\\p{Script=Latin}))${AFTER})`,
  'giu',
);
/** Four digits alone may be a year or a count: which, the language would have to tell. */
const MAY_BE_YEAR = /^(?:1\d{3}|20\d{2})$/u;

/**
 * The values in digits of an article in any language but English, in the order of the text: shares, sums with a sign, a code or a name of money and the word for millions before it, days with
 * a month's name or in figures, and other numbers. What they count, how sure they are and whose word they are is not told; a value inside
 * quoted speech is somebody's claim. Numbers in words, and four digits that may be a year, are left out. Headings have none.
 *
 * Gets wrong: a day in figures that is written month first.
 */
export function findDigitFacts(
  { article, tokens, sentenceTokens }: Annotation,
  attributions: readonly Attribution[],
): Fact[] {
  const { language } = article.meta;
  const said = attributions.filter(({ kind }) => kind === 'direct').flatMap(({ content }) => content);
  return article.sentences.flatMap((sentence) => {
    if (article.paragraphs[sentence.paragraph - 1]?.kind === 'heading') return [];
    const text = article.text.slice(sentence.start, sentence.end);
    if (!/\p{Nd}/u.test(text)) return [];
    const { first, end } = sentenceTokens[sentence.index] ?? { first: 0, end: 0 };
    const values = [
      ...findNumericDays(text, sentence),
      ...(languageOf(language).writing.hasDaySigns === true ? findDaysInSigns(text, sentence) : []),
      ...findNamedDays(tokens.slice(first, end), language),
      ...matchAll(text, sentence, SHARE, 'share'),
      ...matchAll(text, sentence, AMOUNT, 'amount'),
      ...matchAll(text, sentence, PLAIN, 'number').filter(
        (value) => !MAY_BE_YEAR.test(article.text.slice(value.start, value.end)),
      ),
    ];
    return keepFirst(values).map((value): Fact => toFact(value, sentence, said));
  });
}

function toFact({ kind, time, start, end }: Value, sentence: Sentence, said: readonly Span[]): Fact {
  const isSaid = said.some((span) => isWithin({ start, end }, span));
  return {
    kind,
    value: { start, end },
    counted: null,
    sentence: { start: sentence.start, end: sentence.end },
    attribution: null,
    source: null,
    hedges: [],
    standing: isSaid ? 'claimed' : 'stated',
    time,
  };
}

/** Of values that overlap the one that is found first, in the order of the text. */
function keepFirst(values: readonly Value[]): Value[] {
  const kept: Value[] = [];
  for (const value of values) if (!kept.some((other) => isOverlapping(other, value))) kept.push(value);
  return kept.sort((a, b) => a.start - b.start);
}

function matchAll(text: string, { start }: Span, pattern: RegExp, kind: FactKind): Value[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
    kind,
    start: start + index,
    end: start + index + found.length,
    time: null,
  }));
}

function findNumericDays(text: string, { start }: Span): Value[] {
  const at = (index: number, length: number) => ({ start: start + index, end: start + index + length });
  return [
    ...Array.from(text.matchAll(YEAR_FIRST), ({ index, 0: found, 1: year, 2: month, 3: day }) => ({
      ...at(index, found.length),
      kind: 'date' as const,
      time: daysOf(Number(year), Number(month), Number(day)),
    })),
    ...Array.from(text.matchAll(DAY_FIRST), ({ index, 0: found, 1: day, 3: month, 4: year }) => ({
      ...at(index, found.length),
      kind: 'date' as const,
      time: daysOf(Number(year), Number(month), Number(day)),
    })),
  ];
}

/** "2031年7月20日" and its parts, in Chinese, Japanese and Korean. */
function findDaysInSigns(text: string, { start }: Span): Value[] {
  return Array.from(text.matchAll(IN_SIGNS)).flatMap(({ index, 0: found, 1: year, 2: month, 3: day }) => {
    if (found === '' || (year === undefined && month === undefined)) return [];
    const end = start + index + found.trimEnd().length;
    const time =
      year === undefined || (month === undefined && day !== undefined)
        ? null
        : daysOf(
            Number(year),
            month === undefined ? null : Number(month),
            day === undefined ? null : Number(day),
          );
    return [{ kind: 'date' as const, start: start + index, end, time }];
  });
}

/** Letters of a small word that may be between a day, a month and a year: "3 de mayo de 2031", "2 октября 2031 года". */
const LONGEST_SMALL_WORD = 4;

/** A month's name with a day before it, a year behind it, or both. */
function findNamedDays(tokens: Annotation['tokens'], language: string): Value[] {
  const months = monthsIn(language);
  return tokens.flatMap((token, i): Value[] => {
    const month = months.get(token.norm);
    if (month === undefined) return [];
    const before = stepOver(tokens, i, -1);
    const after = stepOver(tokens, i, 1);
    const day = /^(?:[1-9]|[12]\d|3[01])$/u.test(before?.norm ?? '') ? before : undefined;
    const year = MAY_BE_YEAR.test(after?.norm ?? '') ? after : undefined;
    if (day === undefined && year === undefined) return [];
    const time =
      year === undefined
        ? null
        : daysOf(Number(year.norm), month, day === undefined ? null : Number(day.norm));
    return [{ kind: 'date', start: (day ?? token).start, end: (year ?? token).end, time }];
  });
}

/** The next word on one side, over a full stop and one small word without a capital. */
function stepOver(
  tokens: Annotation['tokens'],
  from: number,
  step: 1 | -1,
): Annotation['tokens'][number] | undefined {
  let at = from + step;
  const isPassed = (place: number): boolean => {
    const token = tokens[place];
    if (token === undefined) return false;
    return token.isWord
      ? token.isStop && token.norm.length <= LONGEST_SMALL_WORD
      : /^[.\u00ba]$/u.test(token.norm);
  };
  for (let passed = 0; passed < 2 && isPassed(at); passed += 1) at += step;
  return tokens[at];
}

/** The days of a year, a month or a day; null if the calendar has no such. */
function daysOf(year: number, month: number | null, day: number | null): Fact['time'] {
  if (month === null) return yearOf(year);
  if (day !== null) return dayOf(year, month, day);
  return month >= 1 && month <= 12 ? monthOf(year, month) : null;
}
