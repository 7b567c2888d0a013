import { readNumber } from '../extract/facts/number-words.js';
import { APPROXIMATION } from '../extract/facts/value-patterns.js';

/** A value as it is compared. */
interface Figure {
  readonly number: number;
  /** What it is of: a currency, a unit, nothing. */
  readonly unit: string;
  /** Whether words make it less than exact ("nearly 3,000", "at least 12"). */
  readonly isRough: boolean;
  /** The least that it could differ by and still be written so: 100 for "1,200". */
  readonly grain: number;
}

const SCALES: Readonly<Record<string, string>> = {
  mn: 'million',
  m: 'million',
  bn: 'billion',
  b: 'billion',
  tn: 'trillion',
  k: 'thousand',
};
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:us )?dollars?\b|\bus\$/u, '$'],
  [/\beuros?\b/u, '€'],
  [/\bpounds?(?: sterling)?\b/u, '£'],
  [/[ -]?per ?cent\b|[ -]percent\b/u, '%'],
];
const FIGURE =
  /(?:\d[\d,.'\u2019\u00a0\u202f]*\d|\d)(?:[\s-]?(?:hundred|thousand|million|billion|trillion|mn|bn|tn|[mbk])\b)*|[a-z]+(?:[\s-](?:and\s)?[a-z]+)*/u;
/** A rough figure means any that is nearer to it than this, of it. */
const ROUGHLY = 0.1;

/**
 * Whether two values as they stand in articles cannot both be right: "40" and "forty" can, so can "nearly 3,000" and "2,950", and "1.2 million"
 * and "1,214,000"; values in two units or currencies are not compared.
 *
 * Gets wrong: a number that was rounded without saying so and does not look it ("12" of 12.4).
 */
export function isOtherFigure(one: string, other: string): boolean {
  const [a, b] = [readFigure(one), readFigure(other)];
  if (a === null || b === null || a.unit !== b.unit) return false;
  const apart = Math.abs(a.number - b.number);
  if (a.isRough || b.isRough) return apart > ROUGHLY * Math.max(a.number, b.number);
  return apart >= Math.max(a.grain, b.grain) / 2 && apart > 0;
}

function readFigure(value: string): Figure | null {
  const whole = value.toLowerCase();
  const rough = APPROXIMATION_AT_START.exec(whole)?.[0] ?? '';
  let text = whole.slice(rough.length);
  for (const [pattern, sign] of UNITS) text = text.replace(pattern, sign);
  const [found] = FIGURE.exec(text) ?? [];
  if (found === undefined) return null;
  const spelled = found
    .replace(/(?<=\d)['\u2019\u00a0\u202f](?=\d)/gu, '')
    .replace(/(?<=\d)[\s-]?(mn|bn|tn|[mbk])\b/u, (_, short: string) => ` ${SCALES[short] ?? short}`);
  const number = readNumber(spelled);
  if (number === null || number === 0) return null;
  const unit = text.replace(found, '').replace(/\s/gu, '');
  return { number, unit, isRough: rough !== '', grain: grainOf(spelled, number) };
}

/** The words that make a value less than exact, where it begins with them. */
const APPROXIMATION_AT_START = new RegExp(`^${APPROXIMATION.source.replace(/\$$/u, '')}`, 'iu');

/** Round numbers from a thousand on may stand for others, down to their last digit that is not nought. */
function grainOf(spelled: string, number: number): number {
  const digits = String(number);
  if (number < 1000 || !Number.isInteger(number)) return 0;
  const decimals = /\.(\d+)/u.exec(spelled)?.[1];
  const noughts = /0*$/u.exec(digits)?.[0].length ?? 0;
  const scale = /trillion/u.test(spelled)
    ? 12
    : /billion/u.test(spelled)
      ? 9
      : /million/u.test(spelled)
        ? 6
        : null;
  if (scale !== null) return 10 ** (scale - (decimals?.length ?? 0));
  return noughts === 0 ? 0 : 10 ** noughts;
}
