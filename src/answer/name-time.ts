import { phrase, type Wording } from '../messages/phrase.js';
import type { Time } from './happenings.js';

/** A time as a reader's calendar names it: a day with its day of the week, a month, a year, else from which day to which. */
export function nameTime({ from, to }: Time): Wording {
  const values = { from: new Date(`${from}T00:00:00Z`), to: new Date(`${to}T00:00:00Z`) };
  if (from === to) return phrase('answer.time-day', values);
  const isFirst = from.endsWith('-01');
  const next = new Date(values.to.getTime() + DAY);
  if (isFirst && from.slice(0, 7) === to.slice(0, 7) && next.getUTCDate() === 1)
    return phrase('answer.time-month', values);
  if (from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31'))
    return phrase('answer.time-year', values);
  return phrase('answer.time-span', values);
}

/** Milliseconds. */
const DAY = 24 * 60 * 60 * 1000;
