import { wordsOf } from '../../lexicon/words.js';
import { isName } from '../attributions/is-name.js';

/** What a figure behind it only numbers: "Flight 1984", "Category 4", "Case 2019-44", "Game 1". */
export const NUMBERED_BEFORE = new RegExp(
  `(?:^|[\\s("\\u201c])(?:${wordsOf('numbers', 'numbered').join('|')})\\s(?:No\\.\\s)?$`,
  'u',
);
/** The same in small letters, where hardly anything is counted right behind the word. */
const NUMBERED_IN_SMALL = new RegExp(
  `(?:^|[\\s("\\u201c])(?:${wordsOf('numbers', 'numberedInSmall').join('|')})\\s$`,
  'u',
);
const CAPITAL_BEFORE = /(?:^|[\s(\u201c"])(\p{Ll}?\p{Lu}[\p{L}\p{N}.&-]*)\s$/u;
/** Words that begin a clause and so have their capital, or stand before a number of things whatever their capital. */
const OPENER = new RegExp(`^(?:${wordsOf('numbers', 'beforeCounts').join('|')}|\\p{Lu}?\\p{Ll}+ly)$`, 'iu');
/** Behind these a name is where something is, and what follows is counted: "In Arvik 12 people died". */
const WHERE =
  /(?:^|[\s(\u201c"])(?:in|at|near|around|outside|across|throughout)\s(?:\p{Lu}[\p{L}.&-]*\s)+$/iu;
/** Behind these a name is who gets or loses what is counted: "It cost Norwind 40 jobs". */
const TO_WHOM = new RegExp(
  `\\b(?:${wordsOf('numbers', 'givingVerbs').join('|')})\\s(?:the\\s)?(?:\\p{Lu}[\\p{L}.&-]*\\s)+$`,
  'u',
);

/**
 * Whether figures only number what stands before them or are part of a name: "Terminal 4", "the phase 3 trial", "the Orion 3 probe". `before` is
 * the sentence up to them.
 *
 * Gets wrong: a name that begins a sentence right before something counted ("Norwind 40 planes, Delmar 12").
 */
export function isNumbering(words: string, before: string): boolean {
  if (NUMBERED_BEFORE.test(before)) return true;
  if (!/^\d{1,4}$/u.test(words)) return false;
  if (NUMBERED_IN_SMALL.test(before)) return true;
  const capital = CAPITAL_BEFORE.exec(before)?.[1];
  if (capital === undefined || OPENER.test(capital)) return false;
  return !WHERE.test(before) && !TO_WHOM.test(before);
}

/** "Six Flags Park", but not "Five Democrats Monday": things with a capital, and what is called by them. */
const THINGS_AND_HEAD =
  /^\s\p{Lu}\p{Ll}+s\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)\p{Lu}\p{Ll}+(?<!s)\b/u;

/** Whether a number in words begins or ends a name by its capital: "the Big Five", "the Six Nations", “Nine Lives”. */
export function isInTitle(words: string, before: string, after: string): boolean {
  if (!/^\p{Lu}\p{Ll}+(?:[-\s]\p{Lu}?\p{Ll}+)*$/u.test(words)) return false;
  const isOpening = before.trim() === '' || /[.?!:]["\u201d\u2019)]*\s*$/u.test(before);
  const mark = /["\u201c\u2018(\u2014-]\s?$/u.test(before);
  if (!isOpening && !mark) return true;
  if (/^\s\p{Lu}\p{Ll}+(?<!s|men|women)\s\p{Lu}\p{Ll}/u.test(after)) return true;
  if (THINGS_AND_HEAD.test(after)) return true;
  const [, inner, closing] = /^([^"\u201d]*)(["\u201d])/u.exec(after) ?? [];
  return mark && closing !== undefined && isName(words + (inner ?? ''));
}

/** Whether figures belong to a number to be called: behind the verb, behind a nought, or behind such figures. */
export function isPhoneNumber(words: string, before: string, after: string): boolean {
  if (CALLED.test(before) && /^\d+(?:\s\d+)*$/u.test(words)) return true;
  return (
    /^0\d/u.test(words) || /(?:^|[^\d.,])0\d{2,}(?:[\s-]\d+)*[\s-]$/u.test(before) || /^-\d{3,}/u.test(after)
  );
}

/** The numbers of emergency services and of telephones, behind "call". */
const CALLED = /\b(?:call|dial|ring|text|phone)(?:s|ed|led|ing|ling)?\s(?:on\s)?$/iu;
