import { AGE_BEFORE, PARTS, UNITS, type ValueKind, WORDED } from './value-patterns.js';

/** A value as read: what sort it is and where it ends. */
export interface ReadValue {
  readonly kind: ValueKind;
  readonly end: number;
}

/**
 * The values that may begin at a place of a text, the likeliest first: sign of money, number or range, unit. Empty
 * if none does. What a number counts, and whether it is worth telling, is not known here.
 */
export function readValuesAt(text: string, start: number): ReadValue[] {
  const found: ReadValue[] = [];
  for (const { kind, pattern } of WORDED) {
    const end = match(pattern, text, start);
    if (end !== null) found.push({ kind, end });
  }
  const money = match(PARTS.currency, text, start);
  const paired = match(PARTS.pairOpening, text, start);
  const first = match(PARTS.number, text, money ?? paired ?? start);
  if (first === null) return found;
  const second = readSecond(text, first, paired === null ? PARTS.rangeJoint : PARTS.pairJoint);
  if (money !== null) {
    const ends = second === null ? [first] : [second, first];
    return [
      ...ends.map((end) => ({ kind: 'amount' as const, end: match(PARTS.moneyScale, text, end) ?? end })),
      ...found,
    ];
  }
  const share = paired === null ? readSecond(text, first, PARTS.shareOf) : null;
  const isAge = AGE_BEFORE.test(text.slice(Math.max(0, start - LONGEST_AGE), start));
  const part = /\d/u.test(text.charAt(start)) ? readSecond(text, first, PARTS.partOf) : null;
  for (const end of [part, second, first]) {
    if (end === null || (paired !== null && end === first)) continue;
    found.push(...readUnits(text, end, isAge));
  }
  if (share !== null) found.unshift({ kind: 'share', end: share });
  return found;
}

/** Code units looked back for "at the age of ". */
const LONGEST_AGE = 16;

function readUnits(text: string, end: number, isAge: boolean): ReadValue[] {
  return UNITS.flatMap(({ kind, pattern }) => {
    const after = match(pattern, text, end);
    if (after === null) return [];
    return [{ kind: kind === 'number' && isAge ? ('age' as const) : kind, end: after }];
  });
}

/** Where a second number behind a joint ends; null if there is no joint or no number behind it. */
function readSecond(text: string, first: number, joint: RegExp): number | null {
  const at = match(joint, text, first);
  return at === null ? null : match(PARTS.number, text, at);
}

/** Where a pattern that begins at a place ends; null if it does not fit there. */
function match(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found === null ? null : at + found[0].length;
}
