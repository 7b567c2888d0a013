import { type Days, type Part, partOf } from './calendar.js';

/** A pattern's words for a part of a longer time, before its name: groups `part` ("early") or `end` ("beginning"). */
export const PART =
  '(?:(?:(?<part>early|mid|late)[- ](?:in )?|(?:the )?(?<end>beginning|start|middle|end) of )(?:the )?)?';

const PARTS: Readonly<Record<string, Part>> = {
  early: 'early',
  beginning: 'early',
  start: 'early',
  mid: 'mid',
  middle: 'mid',
  late: 'late',
  end: 'late',
};

const PART_BEFORE = /(?<!\p{L})(?:(early|mid|late)[- ](?:in )?|(?:the )?(beginning|start|middle|end) of )$/iu;

/** The days of a stretch, or of the part of it that the words before it name. */
export function narrow(days: Days, word: string | undefined): Days {
  const part = word === undefined ? undefined : PARTS[word.toLowerCase()];
  return part === undefined ? days : partOf(days, part);
}

/**
 * The days of a stretch, or of the part of it that the end of the text before it names ("early in "), and how many
 * characters name it; null days stay null.
 */
export function narrowBy(
  before: string,
  days: Days | null,
): { readonly days: Days | null; readonly length: number } {
  const found = PART_BEFORE.exec(before);
  if (found === null) return { days, length: 0 };
  return { days: days && narrow(days, found[1] ?? found[2]), length: found[0].length };
}
